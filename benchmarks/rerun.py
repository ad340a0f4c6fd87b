"""Server CPU of a rerun of the map, against app.py with an empty page; goal at most 1.5 times.

Two are measured: the run that selecting somebody asks for, which is most of what hands do on the
map, and a run of the whole page, as another arrangement or a filter asks for it.
"""

import argparse
import asyncio
import json
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import psutil

from benchmarks.landscapes import make_database
from benchmarks.sessions import visiting
from scripts.serving import Served, serving

SIZES: Final = (1_000, 5_000)
RUNS: Final = 50
GOAL: Final = 1.5


def main(sizes: Sequence[int] = SIZES) -> dict[str, object]:
    """Measure all sizes, each against the empty page over the same database."""
    measured = {size: _measure(size) for size in sizes}
    ratios = {
        size: {name: round(spent / floor, 2) for name, spent in ours.items()}
        for size, (ours, floor) in measured.items()
    }
    return {
        "cpu_ms": {
            size: {name: round(spent, 1) for name, spent in ours.items()}
            for size, (ours, _) in measured.items()
        },
        "empty_page_cpu_ms": {size: round(floor, 1) for size, (_, floor) in measured.items()},
        "ratio": ratios,
        "goal": GOAL,
        "met": all(ratio <= GOAL for each in ratios.values() for ratio in each.values()),
    }


def _measure(stakeholders: int) -> tuple[dict[str, float], float]:
    """Of the map, by what asks for the run; and of the empty page."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        file = root / "measured.duckdb"
        landscape_id = make_database(file, stakeholders)
        query = f"landscape={landscape_id}"
        environment = {"LANDSCAPE_DB": str(file)}
        with serving(root / "app", environment=environment) as app:
            ours = {
                "select somebody": asyncio.run(_reruns(app, query, "map", alone=True)),
                "whole page": asyncio.run(_reruns(app, query, "map")),
            }
        with serving(
            root / "empty", script="benchmarks/empty_app.py", environment=environment
        ) as empty:
            floor = asyncio.run(_reruns(empty, query, ""))
    return ours, floor


async def _reruns(app: Served, query: str, page: str, *, alone: bool = False) -> float:
    """Mean milliseconds of server CPU a rerun: its clock ticks are too coarse for a median.

    `alone` runs the map by itself, as a gesture that only selects does.
    """
    server = psutil.Process(app.pid)
    spent = []
    async with visiting(app.url, query=query) as visit:
        await visit.run()
        visit.fragments.clear()  # the first page has a map, too
        await visit.run(page)
        [map_alone] = visit.fragments if alone else [""]
        for _ in range(5):
            await visit.run(fragment=map_alone)
        for _ in range(RUNS):
            before = sum(server.cpu_times()[:2])
            await visit.run(fragment=map_alone)
            spent.append(sum(server.cpu_times()[:2]) - before)
        assert not visit.errors, visit.errors
    return 1_000 * statistics.mean(spent)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    print(json.dumps(main(asked.parse_args().sizes), indent=1))
