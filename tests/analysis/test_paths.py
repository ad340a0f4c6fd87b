"""What lies on shortest paths, against every path written out and against networkx."""

from itertools import pairwise

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.paths import MOST_WAYS, ShortestPaths, shortest_paths


def ints(*numbers: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.array(numbers, dtype=np.int64)


def between(
    count: int, pairs: list[tuple[int, int]], start: list[int], goal: list[int]
) -> ShortestPaths:
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return shortest_paths(count, ends[:, 0], ends[:, 1], start=ints(*start), goal=ints(*goal))


def test_two_ways_round_a_square_are_both_on_the_way() -> None:
    found = between(5, [(0, 1), (1, 2), (0, 3), (3, 2), (2, 4), (1, 3)], [0], [2])
    assert found.steps == 2
    assert found.vertices.tolist() == [True, True, True, True, False]
    assert found.pairs.tolist() == [True, True, True, True, False, False]
    assert found.ways == 2
    assert found.one.tolist() == [0, 1, 2]


def test_a_longer_way_is_not_on_it() -> None:
    found = between(4, [(0, 1), (0, 2), (2, 3), (3, 1)], [0], [1])
    assert (found.steps, found.ways) == (1, 1)
    assert found.vertices.tolist() == [True, True, False, False]
    assert found.pairs.tolist() == [True, False, False, False]


def test_between_groups_only_the_nearest_two_count() -> None:
    found = between(6, [(0, 2), (2, 3), (3, 4), (1, 4), (1, 5)], [0, 1], [4, 5])
    assert (found.steps, found.ways) == (1, 2)
    assert np.flatnonzero(found.vertices).tolist() == [1, 4, 5]
    assert found.one.tolist() == [1, 4]


def test_without_a_chain_nothing_is_on_it() -> None:
    found = between(4, [(0, 1), (2, 3)], [0], [3])
    assert (found.steps, found.ways) == (-1, 0)
    assert not found.vertices.any()
    assert not found.pairs.any()
    assert len(found.one) == 0


def test_nobody_to_start_from_and_nobody_to_reach() -> None:
    for start, goal in (([], [1]), ([0], []), ([], [])):
        assert between(2, [(0, 1)], start, goal).steps == -1


def test_who_is_in_both_groups_is_the_way() -> None:
    found = between(3, [(0, 1), (1, 2)], [0, 1], [1, 2])
    assert (found.steps, found.ways) == (0, 1)
    assert found.vertices.tolist() == [False, True, False]
    assert found.one.tolist() == [1]


def test_several_relationships_between_two_are_one_way_and_all_on_it() -> None:
    found = between(3, [(0, 1), (1, 0), (1, 2), (2, 1)], [0], [2])
    assert found.ways == 1
    assert found.pairs.tolist() == [True, True, True, True]


def test_a_dense_landscape_with_more_ways_than_can_be_listed_is_answered_at_once() -> None:
    """Forty steps with twenty to choose from at each: 20 to the power of 39 ways."""
    wide, deep = 20, 40
    pairs = [
        (1 + step * wide + one, 1 + (step + 1) * wide + other)
        for step in range(deep - 1)
        for one in range(wide)
        for other in range(wide)
    ]
    last = 1 + deep * wide
    pairs += [(0, 1 + one) for one in range(wide)]
    pairs += [(last - wide + one, last) for one in range(wide)]
    found = between(last + 1, pairs, [0], [last])
    assert (found.steps, found.ways) == (deep + 1, MOST_WAYS)
    assert found.vertices.all()
    assert found.pairs.all()


@st.composite
def asked(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]], list[int], list[int]]:
    count = draw(st.integers(1, 9))
    vertex = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(vertex, vertex), max_size=20))
    some = st.lists(vertex, min_size=1, max_size=3, unique=True)
    return count, pairs, draw(some), draw(some)


@settings(deadline=None)
@given(asked())
def test_it_is_the_union_of_all_shortest_paths_of_networkx(
    given_: tuple[int, list[tuple[int, int]], list[int], list[int]],
) -> None:
    count, pairs, start, goal = given_
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(pairs)
    listed = [
        tuple(path)
        for one in start
        for other in goal
        if nx.has_path(graph, one, other)
        for path in nx.all_shortest_paths(graph, one, other)
    ]
    fewest = min((len(path) for path in listed), default=0)
    shortest = {path for path in listed if len(path) == fewest}
    found = between(count, pairs, start, goal)
    assert found.steps == fewest - 1
    assert found.ways == len(shortest)
    on_one = {vertex for path in shortest for vertex in path}
    assert set(np.flatnonzero(found.vertices).tolist()) == on_one
    walked = {frozenset(pair) for path in shortest for pair in pairwise(path)}
    assert found.pairs.tolist() == [
        frozenset(pair) in walked and pair[0] != pair[1] for pair in pairs
    ]
    assert tuple(found.one.tolist()) in shortest or not shortest
