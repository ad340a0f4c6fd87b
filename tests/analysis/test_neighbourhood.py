"""Neighbourhoods by hand, on a chain with a fork."""

from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.neighbourhood import neighbourhood
from tests.analysis.frames import relationships

CHAIN = relationships(["a b", "b c", "c d", "b e", "b a"])


def pairs(found):
    return list(found.relationships.itertuples(index=False, name=None))


def test_two_steps_and_no_further():
    found = neighbourhood(CHAIN, ["a"])
    assert found.steps == {"a": 0, "b": 1, "c": 2, "e": 2}
    assert pairs(found) == [("a", "b"), ("b", "c"), ("b", "e")]
    assert found.left_out == {}


def test_one_without_relationships_stands_alone():
    found = neighbourhood(CHAIN, ["z"])
    assert found.steps == {"z": 0}
    assert found.relationships.empty


def test_one_step_and_no_further():
    found = neighbourhood(CHAIN, ["a"], reach=1)
    assert found.steps == {"a": 0, "b": 1}


def test_several_are_looked_from_together():
    found = neighbourhood(CHAIN, ["a", "d"], reach=1)
    assert found.steps == {"a": 0, "d": 0, "b": 1, "c": 1}
    assert pairs(found) == [("a", "b"), ("b", "c"), ("c", "d")]


def test_too_many_are_left_out_and_counted_the_least_connected_first():
    found = neighbourhood(CHAIN, ["b"], most=3)
    assert found.steps == {"b": 0, "c": 1, "a": 1}
    assert found.left_out == {"e": 1, "d": 2}


EDGES = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(
        lambda ends: ends[0] != ends[1]
    ),
    max_size=15,
)


@settings(deadline=None, max_examples=40)
@given(edges=EDGES, most=st.integers(1, 8))
def test_it_never_shows_too_many_and_every_relationship_has_both_ends(edges, most):
    found = neighbourhood(relationships([f"{u} {v}" for u, v in edges]), ["a"], most=most)
    assert len(found.steps) <= most
    assert all(u in found.steps and v in found.steps for u, v in pairs(found))
    assert len(set(pairs(found))) == len(pairs(found))
