"""Seats by hand for four, and what holds for any."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.neighbourhood import neighbourhood
from landscape.analysis.neighbourhood_seats import seats_around
from tests.analysis.frames import relationships


def test_two_groups_have_half_a_round_each():
    around = neighbourhood(relationships(["a b", "a c"]), ["a"])
    seats = seats_around(around, {"a": "x", "b": "x", "c": "y"})
    assert seats.places == {"a": (0.0, 0.0), "b": (270.0, 0.0), "c": (-270.0, 0.0)}
    assert seats.headings == {"x": (500.0, 0.0), "y": (-500.0, 0.0)}


def test_one_alone_is_the_centre_without_names_around():
    seats = seats_around(neighbourhood(relationships([]), ["a"]), {"a": "x"})
    assert seats.places == {"a": (0.0, 0.0)}
    assert seats.headings == {}


def test_several_in_the_middle_stand_on_a_small_ring():
    around = neighbourhood(relationships(["a b"]), ["a", "c"])
    seats = seats_around(around, {"a": "x", "b": "x", "c": "y"})
    assert seats.places == {"a": (0.0, -70.0), "c": (0.0, 70.0), "b": (0.0, 180.0)}


@pytest.mark.parametrize("count", [1, 2, 7, 60])
def test_no_two_stand_in_one_place(count):
    around = neighbourhood(relationships([f"a s{at}" for at in range(count)]), ["a"])
    seats = seats_around(around, {one: "xyz"[len(one) % 3] for one in around.steps})
    assert len(set(seats.places.values())) == count + 1


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from("bcdefg"), unique=True), st.randoms())
def test_the_order_of_relationships_moves_nobody(ids, chance):
    ends = [f"a {one}" for one in ids]
    shuffled = ends.copy()
    chance.shuffle(shuffled)
    group = dict.fromkeys("abcdefg", "x")
    first = seats_around(neighbourhood(relationships(ends), ["a"]), group)
    assert first == seats_around(neighbourhood(relationships(shuffled), ["a"]), group)
