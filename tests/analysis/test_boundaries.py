"""Expected values of the E-I index by hand from Krackhardt and Stern (1988); all counts by hand."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.boundaries import (
    Silence,
    crossings,
    ei_index,
    sides_of,
    who_reaches_across,
)
from tests.analysis.frames import relationships, sides, stakeholders

HEALTH = {"a": "health", "b": "health", "c": "education", "d": "media", "e": "media"}
PLACED = sides_of(sides({"sector": HEALTH, "place": {"a": "north"}}), "sector")
PEOPLE = stakeholders(
    {
        "a": {"asked": "answered"},
        "b": {"asked": "asked"},
        "c": {"asked": "not_asked"},
        "d": {"asked": "not_asked"},
        "e": {},
        "f": {"asked": "answered"},
    }
)


@pytest.mark.parametrize(
    ("crossing", "staying", "expected"),
    [
        (0, 1, -1.0),  # nobody reaches across
        (1, 0, 1.0),  # everybody does
        (2, 1, 1 / 3),  # (2 - 1) / 3
        (4, 4, 0.0),
    ],
)
def test_ei_index(crossing, staying, expected):
    assert ei_index(crossing, staying) == pytest.approx(expected)


def test_ei_index_is_not_a_number_when_nothing_is_placed():
    assert math.isnan(ei_index(0, 0))
    nothing = crossings(PEOPLE, relationships(["a b"]), pd.Series(dtype="str"))
    assert nothing.sides == ()
    assert math.isnan(nothing.ei_index)
    assert nothing.unplaced == 1


def test_relationships_are_counted_between_every_two_sides():
    counted = crossings(PEOPLE, relationships(["a b", "c a", "b c", "a c", "f a"]), PLACED)
    assert counted.sides == ("education", "health", "media")
    assert counted.relationships.tolist() == [[0, 3, 0], [3, 1, 0], [0, 0, 0]]
    # a with c twice is one connected pair
    assert counted.connected.tolist() == [[0, 2, 0], [2, 1, 0], [0, 0, 0]]
    assert (counted.crossing, counted.staying, counted.unplaced) == (3, 1, 1)
    assert counted.ei_index == pytest.approx(0.5)  # (3 - 1) / 4


def test_pairs_are_possible_ones_and_those_with_an_end_that_answered():
    counted = crossings(PEOPLE, relationships([]), PLACED)
    # one in education, two in health, two in media
    assert counted.pairs.tolist() == [[0, 2, 2], [2, 1, 4], [2, 4, 1]]
    # only a answered: a-b, a-c, a-d, a-e
    assert counted.answered.tolist() == [[0, 1, 0], [1, 1, 2], [0, 2, 0]]
    assert counted.density == 0.0


def test_a_zero_is_none_reported_only_where_an_end_answered():
    counted = crossings(PEOPLE, relationships(["a c"]), PLACED)
    assert counted.silence(0, 1) is None
    assert counted.silence(1, 2) is Silence.NONE_REPORTED
    assert counted.silence(0, 2) is Silence.NOT_ASKED
    assert counted.silence(0, 0) is Silence.NO_PAIR
    assert counted.silences(Silence.NOT_ASKED) == (("education", "media"),)
    assert counted.silences(Silence.NONE_REPORTED) == (("health", "media"),)


def test_response_stands_beside_the_counts():
    response = crossings(PEOPLE, relationships([]), PLACED).response
    assert response.loc["media"].to_dict() == {
        "members": 2,
        "answered": 0,
        "asked": 0,
        "not_asked": 1,
        "not_known": 1,
    }


def test_who_reaches_most_sides_comes_first():
    reach = who_reaches_across(PEOPLE, relationships(["a c", "a d", "b c", "a b", "f d"]), PLACED)
    assert reach.to_dict("records") == [
        {
            "stakeholder_id": "a",
            "name": "A",
            "side": "health",
            "sides_reached": 2,
            "relationships": 2,
            "to": ("education", "media"),
        },
        {
            "stakeholder_id": "c",
            "name": "C",
            "side": "education",
            "sides_reached": 1,
            "relationships": 2,
            "to": ("health",),
        },
        {
            "stakeholder_id": "b",
            "name": "B",
            "side": "health",
            "sides_reached": 1,
            "relationships": 1,
            "to": ("education",),
        },
        {
            "stakeholder_id": "d",
            "name": "D",
            "side": "media",
            "sides_reached": 1,
            "relationships": 1,
            "to": ("health",),
        },
    ]


def test_nobody_reaches_across_where_there_is_nothing():
    reach = who_reaches_across(PEOPLE, relationships([]), PLACED)
    assert reach.empty
    assert list(reach.columns)[-1] == "to"


IDS = "abcdefgh"
EDGES = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda ends: ends[0] != ends[1]),
    max_size=30,
)
SIDES = st.dictionaries(st.sampled_from(IDS), st.sampled_from(["x", "y", "z"]))
ASKED = st.lists(st.sampled_from(["answered", "asked", "not_asked", None]), min_size=8, max_size=8)


@settings(deadline=None, max_examples=40)
@given(edges=EDGES, placed=SIDES, asked=ASKED)
def test_the_counts_are_those_of_a_plain_loop(edges, placed, asked):
    people = stakeholders({key: {"asked": was} for key, was in zip(IDS, asked, strict=True)})
    side = pd.Series(placed, dtype="str")
    counted = crossings(people, relationships([f"{u} {v}" for u, v in edges]), side)
    known = [(placed[u], placed[v]) for u, v in edges if u in placed and v in placed]
    assert counted.crossing == sum(near != far for near, far in known)
    assert counted.staying == sum(near == far for near, far in known)
    assert counted.unplaced == len(edges) - len(known)
    assert (counted.relationships == counted.relationships.T).all()
    assert (counted.answered <= counted.pairs).all()
    assert (counted.connected <= counted.pairs).all()
    total = len(placed) * (len(placed) - 1) // 2
    assert int(np.triu(counted.pairs).sum()) == total
    for at, near in enumerate(counted.sides):
        for other, far in enumerate(counted.sides):
            heard = sum(
                (was == "answered") or (asked[IDS.index(v)] == "answered")
                for u, was in zip(IDS, asked, strict=True)
                for v in IDS
                if u < v
                and u in placed
                and v in placed
                and {placed[u], placed[v]} == {near, far}
                and (near != far or placed[u] == placed[v] == near)
            )
            assert counted.answered[at, other] == heard


@settings(deadline=None, max_examples=40)
@given(edges=EDGES, placed=SIDES)
def test_renaming_stakeholders_changes_nothing(edges, placed):
    other = dict(zip(IDS, reversed(IDS), strict=True))
    first = crossings(
        stakeholders(list(IDS)),
        relationships([f"{u} {v}" for u, v in edges]),
        pd.Series(placed, dtype="str"),
    )
    second = crossings(
        stakeholders(list(IDS)),
        relationships([f"{other[v]} {other[u]}" for u, v in edges]),
        pd.Series({other[key]: side for key, side in placed.items()}, dtype="str"),
    )
    assert first.sides == second.sides
    assert first.relationships.tolist() == second.relationships.tolist()
    assert first.pairs.tolist() == second.pairs.tolist()
