"""Server CPU of a rerun of the map, against app.py with an empty page; goal at most 1.5 times."""

import asyncio
import statistics
import tempfile
from pathlib import Path

import psutil

from benchmarks.landscapes import make_database
from benchmarks.sessions import visiting
from scripts.serving import Served, serving

RUNS = 50
GOAL = 1.5


def main() -> dict[str, object]:
    sizes = (1_000, 5_000)
    measured = {size: _measure(size) for size in sizes}
    ratios = {size: round(page / floor, 2) for size, (page, floor) in measured.items()}
    return {
        "benchmark": "rerun",
        "cpu_ms": {size: round(page, 1) for size, (page, _) in measured.items()},
        "empty_page_cpu_ms": {size: round(floor, 1) for size, (_, floor) in measured.items()},
        "ratio": ratios,
        "goal": GOAL,
        "met": all(ratio <= GOAL for ratio in ratios.values()),
    }


def _measure(stakeholders: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        file = root / "measured.duckdb"
        landscape_id = make_database(file, stakeholders)
        query = f"landscape={landscape_id}"
        environment = {"LANDSCAPE_DB": str(file)}
        with serving(root / "app", environment=environment) as app:
            page = asyncio.run(_reruns(app, query, "map"))
        with serving(
            root / "empty", script="benchmarks/empty_app.py", environment=environment
        ) as empty:
            floor = asyncio.run(_reruns(empty, query, ""))
    return page, floor


async def _reruns(app: Served, query: str, page: str) -> float:
    """Mean milliseconds of server CPU a rerun: its clock ticks are too coarse for a median."""
    server = psutil.Process(app.pid)
    spent = []
    async with visiting(app.url, query=query) as visit:
        await visit.run()
        await visit.run(page)
        for _ in range(5):
            await visit.run()
        for _ in range(RUNS):
            before = sum(server.cpu_times()[:2])
            await visit.run()
            spent.append(sum(server.cpu_times()[:2]) - before)
        assert not visit.errors, visit.errors
    return 1_000 * statistics.mean(spent)
