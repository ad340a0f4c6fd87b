"""Stakeholders as vertices; expected values were worked out by hand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from landscape.analysis.graph import Graph, distinct_pairs, parts_of


def pairs(graph: Graph) -> list[tuple[int, int]]:
    return list(zip(graph.source.tolist(), graph.target.tolist(), strict=True))


def among(count: int, ends: list[tuple[int, int]]) -> Graph:
    source, target = np.array(ends, dtype=np.int64).reshape(-1, 2).T
    return distinct_pairs(count, source, target)


def test_a_pair_counts_once_in_whichever_direction_and_however_often_it_comes() -> None:
    graph = among(3, [(1, 0), (0, 1), (2, 1), (0, 1)])
    assert pairs(graph) == [(0, 1), (1, 2)]
    assert graph.degree.tolist() == [1, 2, 1]


def test_a_relationship_with_oneself_or_with_somebody_who_is_not_here_is_left_out() -> None:
    graph = among(2, [(0, 0), (0, -1), (-1, 1), (0, 1)])
    assert pairs(graph) == [(0, 1)]
    assert graph.degree.tolist() == [1, 1]


def test_components_are_numbered_by_their_first_stakeholder() -> None:
    graph = among(5, [(1, 4), (2, 3)])
    assert graph.components.tolist() == [0, 1, 2, 2, 1]


def test_nobody_at_all_is_a_graph_too() -> None:
    graph = among(0, [])
    assert (graph.count, pairs(graph)) == (0, [])
    assert graph.degree.tolist() == []
    assert graph.components.tolist() == []
    assert graph.to_igraph().vcount() == 0


def test_the_igraph_graph_has_the_same_vertices_and_pairs() -> None:
    drawn = among(3, [(2, 0), (0, 2)]).to_igraph()
    assert (drawn.vcount(), drawn.get_edgelist()) == (3, [(0, 2)])
    assert not drawn.is_directed()


def test_parts_keep_the_pairs_within_a_label_and_drop_those_between_labels() -> None:
    graph = distinct_pairs(5, np.array([0, 1, 2, 0]), np.array([2, 3, 4, 1]))
    members, graphs = parts_of(graph, np.array([0, 1, 0, 1, 0]), 3)
    assert [one.tolist() for one in members] == [[0, 2, 4], [1, 3], []]
    assert [pairs(one) for one in graphs] == [[(0, 1), (1, 2)], [(0, 1)], []]
    assert [one.count for one in graphs] == [3, 2, 0]


@given(
    st.integers(1, 12).flatmap(
        lambda count: st.tuples(
            st.just(count),
            st.lists(st.tuples(st.integers(-1, count - 1), st.integers(-1, count - 1))),
        )
    )
)
def test_degree_is_the_number_of_distinct_others(
    drawn: tuple[int, list[tuple[int, int]]],
) -> None:
    count, ends = drawn
    graph = distinct_pairs(
        count, np.array([a for a, _ in ends], dtype=int), np.array([b for _, b in ends], dtype=int)
    )
    others: list[set[int]] = [set() for _ in range(count)]
    for one, other in ends:
        if one != other and min(one, other) >= 0:
            others[one].add(other)
            others[other].add(one)
    assert graph.degree.tolist() == [len(known) for known in others]
