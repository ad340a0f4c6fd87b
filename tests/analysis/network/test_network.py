"""What holds for every measure of the network, and what networkx makes of the same relationships.

Values of the kite are those of networkx's own table of it; the others were worked out by hand.
"""

import math
from itertools import permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from landscape.analysis.brokerage_roles import ROLES, brokered
from landscape.analysis.network import METRICS
from landscape.analysis.network.communities import by_size
from landscape.analysis.network_metric import CUT_OFF, Network, NetworkMetric
from landscape.analysis.network_worker import measure
from tests.analysis.network.networks import network, networks

STAR = [(0, 1), (0, 2), (0, 3)]
KITE = list(nx.krackhardt_kite_graph().edges())
DRAWS_NOTHING = [metric for metric in METRICS.values() if not metric.draws]


def as_networkx(drawn: Network) -> "nx.Graph[int]":
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(drawn.count))
    graph.add_edges_from(zip(drawn.graph.source.tolist(), drawn.graph.target.tolist(), strict=True))
    return graph


def one_by_one(drawn: Network) -> list[list[float]]:
    """The brokerage roles by looking at every three, as Gould and Fernandez define them."""
    there = set(zip(drawn.source.tolist(), drawn.target.tolist(), strict=True))
    group = drawn.group.tolist()
    found = [[math.nan if group[b] < 0 else 0.0] * 5 for b in range(drawn.count)]
    for a, b, c in permutations(range(drawn.count), 3):
        if min(group[a], group[b], group[c]) < 0 or (a, c) in there:
            continue
        if (a, b) in there and (b, c) in there:
            kinds = {
                (True, True): "coordinator",
                (False, True): "gatekeeper",
                (True, False): "representative",
            }
            role = kinds.get(
                (group[a] == group[b], group[b] == group[c]),
                "itinerant" if group[a] == group[c] else "liaison",
            )
            found[b][ROLES.index(role)] += 1
    return found


def test_the_measures_are_found_in_the_order_people_read_them() -> None:
    assert list(METRICS) == [
        *("degree", "betweenness", "closeness", "core", "communities", "constraint"),
        *("brokerage", "coordinator", "itinerant", "gatekeeper", "representative", "liaison"),
    ]


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.name)
def test_every_measure_says_what_it_means_how_it_is_worked_out_and_who_says_so(
    metric: NetworkMetric,
) -> None:
    assert metric.plain.endswith(".")
    assert metric.formula.endswith(".")
    assert any(f"({year})." in metric.source for year in range(1970, 2025))
    assert metric.title[0].isupper()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("degree", [3, 1, 1, 1]),
        ("betweenness", [1, 0, 0, 0]),  # all three pairs of others meet over the middle
        ("closeness", [1, 3 / 5, 3 / 5, 3 / 5]),  # 3 others in 1 + 2 + 2 steps
        ("core", [1, 1, 1, 1]),
        ("constraint", [1 / 3, 1, 1, 1]),  # three times a third squared
        ("brokerage", [6, 0, 0, 0]),  # three pairs, both ways
    ],
)
def test_a_star(name: str, expected: list[float]) -> None:
    assert METRICS[name].compute(network(4, STAR)).tolist() == pytest.approx(expected)


@pytest.mark.parametrize(
    ("group", "role"),
    [
        ([0, 0, 0], "coordinator"),
        ([0, 1, 0], "itinerant"),
        ([0, 1, 1], "gatekeeper"),
        ([0, 0, 1], "representative"),
        ([0, 1, 2], "liaison"),
    ],
)
def test_one_who_passes_on_from_a_to_c_has_the_role_of_the_three_groups(
    group: list[int], role: str
) -> None:
    drawn = network(3, [(0, 1), (1, 2)], group=group, directed=True)
    found = {name: METRICS[name].compute(drawn).tolist() for name in ROLES}
    nothing = [0.0, 0.0, 0.0]
    assert found == {name: [0.0, 1.0, 0.0] if name == role else nothing for name in ROLES}


def test_who_has_no_group_has_no_role_and_is_nobody_s_pair() -> None:
    found = brokered(3, np.array([0, 1]), np.array([1, 2]), np.array([0, 0, -1]))
    assert found[:2].tolist() == [[0.0] * 5, [0.0] * 5]
    assert np.isnan(found[2]).all()


def test_a_pair_that_is_related_itself_is_not_brokered() -> None:
    drawn = network(3, [(0, 1), (1, 2), (0, 2)], directed=True)
    assert METRICS["brokerage"].compute(drawn).tolist() == [0.0, 0.0, 0.0]


@settings(deadline=None)
@given(networks(directed=True))
def test_brokerage_is_what_looking_at_every_three_gives(drawn: Network) -> None:
    np.testing.assert_array_equal(
        brokered(drawn.count, drawn.source, drawn.target, drawn.group),
        np.array(one_by_one(drawn)).reshape(drawn.count, 5),
    )


def test_brokerage_counts_many_triangles_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    pairs = rng.integers(0, 60, (900, 2)).tolist()
    group = rng.integers(-1, 4, 60).tolist()
    drawn = network(60, pairs, group=group, directed=True)
    whole = brokered(drawn.count, drawn.source, drawn.target, drawn.group)
    monkeypatch.setattr("landscape.analysis.brokerage_roles._AT_ONCE", 7)
    some = brokered(drawn.count, drawn.source, drawn.target, drawn.group)
    np.testing.assert_array_equal(some, whole)
    np.testing.assert_array_equal(whole, np.array(one_by_one(drawn)))


@settings(deadline=None)
@given(networks())
def test_networkx_says_the_same(drawn: Network) -> None:
    graph = as_networkx(drawn)
    alone = np.array([degree == 0 for _, degree in graph.degree()], dtype=bool)
    expected = {
        "degree": dict(graph.degree()),
        "core": nx.core_number(graph),
        "closeness": nx.closeness_centrality(graph, wf_improved=True),
    }
    if drawn.count:  # networkx refuses to measure constraint where nobody is
        expected["constraint"] = nx.constraint(graph)
    if drawn.count >= 3:
        expected["betweenness"] = nx.betweenness_centrality(graph, normalized=True)
    for name, by_vertex in expected.items():
        values = np.array([by_vertex[vertex] for vertex in range(drawn.count)], dtype=float)
        if name in ("closeness", "constraint"):
            values[alone] = math.nan  # of nobody around one, nothing can be said
        np.testing.assert_allclose(METRICS[name].compute(drawn), values, atol=1e-12, err_msg=name)


def test_the_kite_of_krackhardt_has_the_values_that_networkx_gives_it() -> None:
    drawn = network(10, KITE)
    graph = as_networkx(drawn)
    found = {name: METRICS[name].compute(drawn) for name in ("betweenness", "closeness")}
    assert int(found["betweenness"].argmax()) == 7  # Heather
    assert set(np.flatnonzero(found["closeness"] == found["closeness"].max()).tolist()) == {5, 6}
    assert found["betweenness"].tolist() == pytest.approx(
        list(nx.betweenness_centrality(graph).values())
    )


@pytest.mark.parametrize("metric", DRAWS_NOTHING, ids=lambda metric: metric.name)
@settings(deadline=None, max_examples=30)
@given(drawn=networks())
def test_values_keep_their_range_and_go_with_their_vertex(
    metric: NetworkMetric, drawn: Network
) -> None:
    values = metric.compute(drawn)
    assert values.shape == (drawn.count,)
    said = values[~np.isnan(values)]
    assert (said >= metric.least - 1e-12).all()
    assert metric.most is None or (said <= metric.most + 1e-12).all()
    turned = drawn.count - 1 - np.arange(drawn.count)
    other = Network(
        count=drawn.count,
        source=turned[drawn.source],
        target=turned[drawn.target],
        group=drawn.group[turned],
        seed=1,
    )
    np.testing.assert_allclose(metric.compute(other)[turned], values, atol=1e-12)


def test_above_the_limit_chains_are_followed_three_steps_only() -> None:
    line = network(2_001, [(at, at + 1) for at in range(2_000)])
    assert line.cut_off == CUT_OFF == 3
    pairs = 2_000 * 1_999 / 2
    # In the middle of a line: of all pairs at most three steps apart, three run over one vertex.
    assert METRICS["betweenness"].compute(line)[1_000] == pytest.approx(3 / pairs)
    # Six others within three steps, at 1, 1, 2, 2, 3 and 3.
    assert METRICS["closeness"].compute(line)[1_000] == pytest.approx(6 / 2_000 * 6 / 12)


def test_found_groups_are_numbered_by_size_and_then_by_their_lowest_vertex() -> None:
    assert by_size(np.array([5, 2, 2, 7, 7, 9])).tolist() == [3, 1, 1, 2, 2, 4]


def test_two_knots_with_one_relationship_between_are_two_found_groups() -> None:
    knots = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (5, 6), (4, 6), (3, 6), (2, 3)]
    found = measure(network(8, knots), ["communities"]).values["communities"]
    assert found[:7].tolist() == [2.0, 2.0, 2.0, 1.0, 1.0, 1.0, 1.0]
    assert math.isnan(found[7])  # has nobody
