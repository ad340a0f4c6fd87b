"""Placing everybody anew, below the store: 1,000, 10,000 and 100,000 in 12 groups and in none.

Growth from size to size, in processor time, must be at most 12 times. `worker_s` is the wait for
the worker with its start, whose deadline must leave no region in a spiral.
"""

import time
from collections.abc import Callable

import numpy as np

from benchmarks.measure import growth, measure
from landscape.analysis.layout import PlaceRequest, place
from landscape.analysis.worker import place_in_worker

SIZES = (1_000, 10_000, 100_000)
GOAL = 12.0


def main() -> dict[str, object]:
    found: dict[str, object] = {"goal": GOAL}
    met = True
    for groups in (12, 1):
        measured = [
            measure("benchmarks.layout:placing", {"size": size, "groups": groups}) for size in SIZES
        ]
        grown = growth([one.cpu_s for one in measured])
        waits = [_wait(size, groups) for size in SIZES]
        met = met and max(grown) <= GOAL and not any(spiralled for _, spiralled in waits)
        found["in_groups" if groups > 1 else "without_groups"] = {
            "sizes": {
                size: {**one.figures(), "worker_s": wait, "spiralled": spiralled}
                for size, one, (wait, spiralled) in zip(SIZES, measured, waits, strict=True)
            },
            "growth_cpu": grown,
        }
    return {**found, "met": met}


def placing(size: int, groups: int) -> Callable[[], int]:
    """What is measured: one layout of everybody."""
    asked = request(size, groups)
    return lambda: len(place(asked).regions)


def request(size: int, groups: int, *, each: int = 3, seed: int = 1) -> PlaceRequest:
    """Groups of different sizes; seven relationships in ten are with somebody near in the list."""
    draw = np.random.default_rng(seed)
    shares = draw.dirichlet(np.full(groups, 2.0))
    group = np.sort(draw.choice(groups, size=size, p=shares))
    source = draw.integers(0, size, size * each)
    near = source + draw.integers(1, 40, source.size)
    far = draw.integers(0, size, source.size)
    return PlaceRequest(
        stakeholder_ids=tuple(f"s{number}" for number in range(size)),
        group=tuple(f"c{number}" if groups > 1 else "" for number in group),
        source=source,
        target=np.where(draw.random(source.size) < 0.7, near, far) % size,
        seed=seed,
        x=np.full(size, np.nan),
        y=np.full(size, np.nan),
        pinned=np.zeros(size, dtype=bool),
    )


def _wait(size: int, groups: int) -> tuple[float, int]:
    asked = request(size, groups)
    began = time.perf_counter()
    placed = place_in_worker(asked)
    return round(time.perf_counter() - began, 2), len(placed.spiralled)
