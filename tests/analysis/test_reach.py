"""How many steps it takes to everybody, against networkx."""

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.reach import neighbours_of, steps_from
from tests.analysis.test_paths import asked, ints


@settings(deadline=None)
@given(asked(), st.integers(0, 3))
def test_steps_are_those_of_networkx(
    given_: tuple[int, list[tuple[int, int]], list[int], list[int]], most: int
) -> None:
    count, pairs, start, _ = given_
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(pairs)
    far = nx.multi_source_dijkstra_path_length(graph, set(start), weight=None)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    neighbours = neighbours_of(count, ends[:, 0], ends[:, 1])
    whole = [int(far.get(vertex, -1)) for vertex in range(count)]
    assert steps_from(neighbours, ints(*start)).tolist() == whole
    near = [step if step <= most else -1 for step in whole]
    assert steps_from(neighbours, ints(*start), most).tolist() == near


def test_nobody_is_reached_from_nobody() -> None:
    assert steps_from(neighbours_of(3, ints(0), ints(1)), ints()).tolist() == [-1, -1, -1]


def test_a_chain_of_twenty_thousand_is_walked_to_its_end() -> None:
    at = np.arange(19_999)
    steps = steps_from(neighbours_of(20_000, at, at + 1), ints(0))
    assert steps.tolist() == list(range(20_000))
