"""Measures come out of the child as they are, and what goes too far is said to have failed."""

import random

import igraph
import numpy as np
import pytest

from landscape.analysis.network import METRICS
from landscape.analysis.network.communities import communities
from landscape.analysis.network_metric import Network
from landscape.analysis.network_worker import CHILD_ABOVE, measure
from landscape.child import Limits

SIZE = CHILD_ABOVE + 200


def town(size: int = SIZE, seed: int = 1) -> Network:
    draw = np.random.default_rng(seed)
    one, other = draw.integers(0, size, (2, 2 * size))
    return Network(
        count=size,
        source=np.concatenate([one, other]),
        target=np.concatenate([other, one]),
        group=draw.integers(-1, 5, size),
        seed=seed,
    )


def test_the_child_measures_what_this_process_does() -> None:
    drawn = town()
    quick = [name for name, metric in METRICS.items() if not metric.follows_chains]
    found = measure(drawn, quick)
    assert list(found.values) == quick
    assert found.failed == {}
    expected = {name: METRICS[name].compute(drawn) for name in quick if name != "communities"}
    for name, values in expected.items():
        np.testing.assert_array_equal(found.values[name], values, err_msg=name)


def test_the_child_draws_the_same_groups_for_the_same_seed() -> None:
    found = [measure(town(), ["communities"]).values["communities"] for _ in range(2)]
    np.testing.assert_array_equal(found[0], found[1])
    igraph.set_random_number_generator(random.Random())
    try:
        np.testing.assert_array_equal(communities(town()), found[0])
    finally:
        igraph.set_random_number_generator(random)


def test_few_are_measured_here_unless_random_numbers_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An executable that does not exist would make any child fail to start."""
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    names = [name for name, metric in METRICS.items() if not metric.draws]
    assert list(measure(town(size=200), names).values) == names
    with pytest.raises(FileNotFoundError):
        measure(town(size=200), ["communities"])


def test_what_goes_too_far_fails_alone() -> None:
    drawn = town(size=200)
    found = measure(drawn, ["degree", "communities"], limits=Limits(wall_s=0.05))
    assert list(found.values) == ["degree"]
    assert found.failed == {"communities": "time"}
