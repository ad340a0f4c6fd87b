"""Typed signs become answers, or a problem with the place and what to type."""

import pytest

from landscape.assessments import instruments
from landscape.model.assessment import Answer
from landscape.model.scales import OffScale
from landscape.ui.readiness_paper_entries import EntryError, read_entries, read_entry

INSTRUMENT = instruments()["convening-readiness"]
ITEM = INSTRUMENT.item("D01.1")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("3", Answer(item_id="D01.1", level=3)),
        ("5 we said it twice", Answer(item_id="D01.1", level=5, note="we said it twice")),
        ("2, two of us", Answer(item_id="D01.1", level=2, note="two of us")),
        ("x", Answer(item_id="D01.1", off_scale=OffScale.CANT_SAY)),
        ("P", Answer(item_id="D01.1", off_scale=OffScale.NO_ANSWER)),
        (
            "n: only one group",
            Answer(item_id="D01.1", off_scale=OffScale.NOT_APPLICABLE, reason="only one group"),
        ),
    ],
)
def test_a_sign_is_an_answer_and_the_rest_stands_beside_it(typed, answer):
    assert read_entry(INSTRUMENT, ITEM, typed) == answer


@pytest.mark.parametrize("typed", ["7", "0", "44", "yes", "Xylophone", "-", "c"])
def test_what_is_no_sign_is_named_with_its_place(typed):
    with pytest.raises(EntryError) as told:
        read_entry(INSTRUMENT, ITEM, typed)
    assert told.value.what == f"D01.1: {typed!r} is no answer."
    assert told.value.fix == "Begin with 1 to 5, X, N or P, and leave a space after it."


def test_not_applicable_needs_a_reason():
    with pytest.raises(EntryError) as told:
        read_entry(INSTRUMENT, ITEM, "N")
    assert told.value.what == "D01.1: 'N' has no reason."


def test_all_that_cannot_be_read_is_told_and_what_is_open_is_left_out():
    items = INSTRUMENT.form("quick")
    typed = {items[0].id: " 4 ", items[1].id: "6", items[2].id: "", items[3].id: "q"}
    answers, problems = read_entries(INSTRUMENT, items, typed)
    assert answers == (Answer(item_id=items[0].id, level=4),)
    assert [problem.what.split(":")[0] for problem in problems] == [items[1].id, items[3].id]
