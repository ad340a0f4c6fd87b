"""A script holds what the round said, in its parts, without names; its page runs nothing."""

import pytest

from landscape.services import debrief_page
from landscape.services.debrief_material import Ground, material
from landscape.services.debrief_scripts import debrief
from landscape.services.print_html import clean
from tests.services.round_reports import HOSTILE, ground
from tests.services.test_round_report import ELEMENTS, Seen


def on(words: str = "here") -> Ground:
    made = ground(words)
    return Ground(
        instrument=made.instrument,
        results=made.results,
        evidence=made.evidence,
        plan=made.steps,
    )


def told(minutes: int, stage: str, shows: str):
    parts = debrief().script(minutes).parts
    part = next(one for one in parts if one.stage == stage and shows in one.shows)
    return material(part, on())[shows]


def test_the_widest_disagreement_stands_with_both_its_ends() -> None:
    found = told(90, "see", "apart")
    item = on().instrument.item("D06.1")
    assert [(one.title, one.lines) for one in found.matters] == [
        (
            item.statement,
            (
                "3 answers, from level 1 to level 5.",
                f"Lowest: {item.anchor(1).text}",
                f"Highest: {item.anchor(5).text}",
            ),
        ),
    ]


def test_what_the_map_shows_otherwise_stands_once_an_item() -> None:
    found = told(90, "mean", "contradictions")
    (first, *others) = found.matters
    assert first.title == on().instrument.item("D02.1").statement
    assert first.lines == (
        "The map: 3 of 4 groups are within two steps here.",
        "The map: 3 of 4 groups are within two steps here.",
        "The map looks better than you say. What do you know that it does not?",
    )
    assert first.title not in [one.title for one in others]


def test_the_rest_of_the_table_is_set() -> None:
    assert [one.lines for one in told(45, "mean", "unsure").matters] == [("2 of 5 can't say yet.",)]
    assert [one.title for one in told(90, "now", "weakest").matters] == [
        "Reading the landscape", "Boundaries"
    ]  # fmt: skip
    (step,) = told(90, "open", "plan").matters
    assert step.title == "Walk the river here"
    assert step.lines == ("Being done.", "Owner here takes it.", "Became here")
    suggested = told(45, "now", "steps").matters
    assert suggested[0].title == on().instrument.dimension("D02").low


def test_where_there_is_nothing_the_script_says_what_to_ask() -> None:
    made = on()
    nothing = Ground(
        instrument=made.instrument, results=type(made.results)(people=5, dimensions=(), items=())
    )
    for script in debrief().scripts:
        for part in script.parts:
            for found in material(part, nothing).values():
                assert found.matters == ()
                assert found.none.endswith(".")


@pytest.mark.parametrize("minutes", [45, 90, 180])
@pytest.mark.parametrize("words", HOSTILE)
def test_a_script_to_print_is_text_and_names_nobody_beside_an_answer(
    minutes: int, words: str
) -> None:
    page = debrief_page.as_html(debrief().script(minutes), ground(words).round, on(words))
    seen = Seen(page)
    assert seen.elements <= ELEMENTS
    assert not seen.attributes & {"src", "href", "style", "onerror", "onload"}
    assert " ".join(clean(words).split()) in " ".join(seen.words.split())
    assert "Rater" not in page
    assert "Derived from: Convening readiness reflection" in seen.words
