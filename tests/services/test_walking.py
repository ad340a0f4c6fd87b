"""What a walk shows across boundaries, on the small town; expected sides by hand."""

import pytest

from landscape.analysis.neighbourhood import neighbourhood
from landscape.model.principal import LOCAL
from landscape.services import walking


@pytest.fixture
def seen_from(store, small_town):
    snapshot = store.snapshot(LOCAL, small_town, tables=("relationship", *walking.TABLES))

    def look(*centres: str) -> dict[str, walking.Across]:
        around = neighbourhood(snapshot.relationship, centres)
        return {one.boundary_id: one for one in walking.across(snapshot, around)}

    return look


def test_who_stands_on_another_side_is_across(seen_from):
    river = seen_from("s_hall")["b_bank"]
    assert river.here == ("left",)
    assert set(river.far) == {"s_mill", "s_farm"}
    assert river.both == ()


def test_a_relationship_crosses_where_its_ends_stand_on_two_sides(seen_from):
    river = seen_from("s_hall")["b_bank"]
    assert river.crosses("s_hall", "s_mill")
    assert not river.crosses("s_hall", "s_water")
    assert not seen_from("s_hall")["b_office"].crosses("s_hall", "s_mill")


def test_nobody_is_across_for_one_on_no_side(seen_from):
    office = seen_from("s_mill")["b_office"]
    assert office.here == ()
    assert office.far == ()


def test_those_in_the_middle_together_have_several_sides(seen_from):
    river = seen_from("s_hall", "s_mill")["b_bank"]
    assert set(river.here) == {"left", "right"}
    assert river.far == ()


def test_without_boundaries_there_is_nothing_to_be_across(store, empty_landscape):
    snapshot = store.snapshot(LOCAL, empty_landscape, tables=("relationship", *walking.TABLES))
    assert walking.across(snapshot, neighbourhood(snapshot.relationship, ["s_none"])) == ()
