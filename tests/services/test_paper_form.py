"""The questions on paper: the same items and answers as on screen, and nothing to run or fetch."""

import re
from dataclasses import replace

import pytest

from landscape.assessments import instruments
from landscape.model.assessment import ANONYMOUS, Round
from landscape.services.paper_form import paper_form

READINESS = instruments()["convening-readiness"]
GATE = instruments()["gathering-gate"]
ROUND = Round(
    id="r1",
    name="Spring <b>round</b>",
    instrument=READINESS.id,
    version=READINESS.version,
    digest=READINESS.digest,
    form="quick",
    readiness_for="the river day",
)


def ids_in(page: str) -> list[str]:
    return re.findall(r'<span class="quiet">([^<]+)</span></h3>', page)


@pytest.mark.parametrize("form", ["quick", "full", "partners"])
def test_it_asks_the_items_of_its_form_by_their_ids(form: str) -> None:
    page = paper_form(READINESS, form, ROUND)
    assert ids_in(page) == [item.id for item in READINESS.form(form)]
    assert ("as you see it" in page) == (form == "partners")


def test_every_sentence_and_every_other_answer_has_a_box() -> None:
    page = paper_form(READINESS, "quick", ROUND)
    assert page.count("<svg") == 12 * (5 + 3)
    assert paper_form(GATE, "full").count("<svg") == 10 * (2 + 3)
    assert page.count("Not applicable, because:") == 12
    assert "Not answered: leave every box empty." in page
    assert "There are live working relationships" not in page  # an item of the full form


def test_what_is_written_before_rating_stands_on_the_page_of_what_is_rated_first() -> None:
    for form in ("quick", "full"):
        page = paper_form(READINESS, form, ROUND)
        together = re.findall(r'<section class="one">\n<h2>.*?</section>\n</section>', page, re.S)
        assert len(together) == 12
        assert all(len(ids_in(one)) == 1 for one in together)


def test_it_says_what_it_is_and_for_what() -> None:
    page = paper_form(READINESS, "quick", ROUND)
    assert "This is not the authors&#x27; instrument" in page
    assert "Spring &lt;b&gt;round&lt;/b&gt;" in page
    assert "the river day" in page
    assert f"convening-readiness, version 2, 12 of 49 items, {READINESS.digest[:12]}." in page


def test_no_name_is_asked_for_in_an_anonymous_round() -> None:
    assert "Your name" in paper_form(READINESS, "quick", ROUND)
    assert "Your name" in paper_form(READINESS, "quick")
    page = paper_form(READINESS, "quick", replace(ROUND, mode=ANONYMOUS))
    assert "Your name" not in page
    assert "do not write your name" in page


def test_nothing_in_it_is_fetched_or_run() -> None:
    page = paper_form(READINESS, "full", ROUND)
    assert "<script" not in page
    assert "http" not in re.sub(r'http-equiv="[^"]+"', "", page)
    assert "default-src 'none'" in page


def test_uncommon_words_on_it_are_explained() -> None:
    page = paper_form(READINESS, "quick", ROUND)
    assert "<li>vouch: to say for somebody that they can be trusted.</li>" in page
    assert "<li>opening:" not in page  # it occurs in the full form only
    assert "<li>opening:" in paper_form(READINESS, "full", ROUND)
    assert "Words that mean something here" not in paper_form(GATE, "full")
