"""Which questions of two rounds say the same, and two rounds of the same people on a real store."""

from dataclasses import replace
from datetime import date

import pytest

from landscape.model.assessment import Answer, Round
from landscape.model.errors import InvalidValueError
from landscape.model.instrument import Change, ChangeKind
from landscape.services import assessing, comparing, joining, releasing, rounds
from tests.analysis.release_rounds import small_instrument

FIRST = small_instrument()
TODAY = date(2026, 3, 1)


def second(*items, changes=()):
    kept = tuple(items) or FIRST.items
    return replace(FIRST, version=2, items=kept, changes=tuple(changes))


def held_on(version, form="full"):
    return Round(
        id="r", name="Spring", instrument="small", version=version, digest="0" * 64, form=form
    )


def lines(new, *, form="full", then_form="full"):
    return comparing.lines_of([FIRST, new], now=held_on(2, form), then=held_on(1, then_form))


def test_one_version_is_compared_all_through():
    found = comparing.lines_of([FIRST], now=held_on(1), then=held_on(1))
    assert found.items == {item.id: item.id for item in FIRST.items}
    assert found.dimensions == {"D1", "D2"}
    assert found.broken == {}


def test_plainer_words_are_compared_with_a_note():
    plainer = replace(FIRST.items[0], statement="In plainer words.")
    change = Change(about="D1.1", kind=ChangeKind.CLARIFIED, words="Says it more plainly.")
    found = lines(second(plainer, *FIRST.items[1:], changes=[change]))
    assert found.items["D1.1"] == "D1.1"
    assert found.notes == {"D1.1": "Says it more plainly."}


def test_another_meaning_breaks_the_line_of_the_item_and_of_its_dimension():
    other = replace(FIRST.items[1], id="D2.4", statement="Something else.", supersedes="D2.1")
    change = Change(about="D2.4", kind=ChangeKind.CHANGED, words="It asks for more.")
    found = lines(second(FIRST.items[0], other, *FIRST.items[2:], changes=[change]))
    assert "D2.4" not in found.items
    assert found.broken == {
        "D2.4": "It means something else than what was asked then.",
        "D2": "Other questions were asked then.",
    }
    assert found.dimensions == {"D1"}


def test_what_nobody_said_the_meaning_of_is_not_compared():
    other = replace(FIRST.items[0], statement="Said otherwise.")
    found = lines(second(other, *FIRST.items[1:]))
    assert "D1.1" not in found.items


def test_another_first_step_changes_no_answer():
    other = replace(FIRST.items[0], first_step="Ask two people.")
    assert lines(second(other, *FIRST.items[1:])).items["D1.1"] == "D1.1"


def test_a_quick_and_a_full_form_share_items_and_not_dimensions():
    found = lines(second(), then_form="quick")
    assert set(found.items) == {"D1.1", "D2.1"}
    assert found.dimensions == {"D1"}
    assert found.broken["D2.2"] == "It was not asked then."


@pytest.fixture
def two_rounds(principal, store, small_town):
    held = []
    for levels in ({"Ada": 2, "Ben": 3}, {"Ada": 4, "Ben": 3, "Cy": 1}):
        opening = rounds.Opening(
            name="Round", readiness_for="the flood", instrument="convening-readiness",
            form="quick", expected=3,
        )  # fmt: skip
        round_ = rounds.begin(principal, store, small_town, opening, on=TODAY)
        for name, level in levels.items():
            seat = joining.sitting(store, joining.join(store, round_.code, name=name))
            answer = Answer(item_id="D05.1", level=level)
            assessing.save_answer(seat.principal, store, small_town, seat.progress, answer)
        held.append(rounds.close(principal, store, small_town, round_.id, None, on=TODAY))
    return held


def test_two_rounds_of_the_same_people_say_who_moved(principal, store, small_town, two_rounds):
    then, now = two_rounds
    found = releasing.comparison(principal, store, small_town, now, then)
    assert found.people == ("Ada", "Ben")
    change = next(one for one in found.items if one.about == "D05.1")
    assert (change.up, change.same, change.down) == (1, 1, 0)
    assert (change.then, change.now) == (2.5, 3.0)


def test_rounds_on_different_questions_are_not_compared(principal, store, small_town, two_rounds):
    then, now = two_rounds
    gate = replace(then, instrument="gathering-gate")
    with pytest.raises(InvalidValueError, match="different questions"):
        releasing.comparison(principal, store, small_town, now, gate)
