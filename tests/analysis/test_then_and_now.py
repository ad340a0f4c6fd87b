"""Expected counts by hand."""

import math

import pytest

from landscape.analysis.results import Results
from landscape.analysis.scoring import by_person, dimension_results, item_results, said_in
from landscape.analysis.then_and_now import Lines, compare, values_of
from tests.analysis.release_rounds import small_instrument
from tests.analysis.test_scoring import frame

INSTRUMENT = small_instrument()
SAME = Lines(items={item.id: item.id for item in INSTRUMENT.items}, dimensions=frozenset({"D1"}))


def said(rows):
    people = by_person(said_in(frame(rows)))
    shown = Results(
        people=len(people),
        dimensions=dimension_results(INSTRUMENT, "full", people),
        items=item_results(INSTRUMENT.items, people),
    )
    return shown, {who: values_of(INSTRUMENT, "full", given) for who, given in people.items()}


@pytest.fixture
def two_rounds():
    then = said([("Ada", "D1.1", 2), ("Ben", "D1.1", 3), ("Cy", "D1.1", 4), ("Di", "D1.1", 4)])
    now = said(
        [("Ada", "D1.1", 3), ("Ben", "D1.1", 3), ("Cy", "D1.1", 1), ("Di", "D1.1", "cant_say")]
    )
    return now, then


def test_people_are_counted_up_same_and_down_by_name(two_rounds):
    (now, after), (then, before) = two_rounds
    found = compare(now, then, SAME, {who: (before[who], after[who]) for who in before})
    change = found.items[0]
    assert (change.about, change.then, change.now) == ("D1.1", 3.5, 3.0)
    # Di could not say: she is in both rounds, and in neither count.
    assert (change.up, change.same, change.down, change.people) == (1, 1, 1, 3)
    assert found.people == ("Ada", "Ben", "Cy", "Di")
    assert (found.dimensions[0].up, found.dimensions[0].then) == (1, 3.5)


def test_without_names_the_medians_stand_side_by_side(two_rounds):
    (now, _), (then, _) = two_rounds
    found = compare(now, then, SAME)
    assert (found.items[0].then, found.items[0].now, found.items[0].people) == (3.5, 3.0, 0)
    assert found.people == ()


def test_what_means_something_else_has_no_then(two_rounds):
    (now, after), (then, before) = two_rounds
    lines = Lines(items={}, dimensions=frozenset(), broken={"D1.1": "It means something else."})
    found = compare(now, then, lines, {"Ada": (before["Ada"], after["Ada"])})
    assert math.isnan(found.items[0].then)
    assert (found.items[0].people, found.items[0].broken) == (0, "It means something else.")
    assert math.isnan(found.dimensions[0].then)


def test_an_item_is_followed_under_the_id_it_had(two_rounds):
    (now, _), _ = two_rounds
    then, _ = said([("Ada", "D2.1", 5)])
    lines = Lines(items={"D1.1": "D2.1"}, dimensions=frozenset(), notes={"D1.1": "Plainer words."})
    change = compare(now, then, lines).items[0]
    assert (change.then, change.now, change.note) == (5.0, 3.0, "Plainer words.")


def test_what_was_not_shown_then_has_no_then(two_rounds):
    (now, _), _ = two_rounds
    then = Results(people=0, dimensions=(), items=())
    found = compare(now, then, SAME)
    assert math.isnan(found.items[0].then)
    assert found.items[0].broken is None
