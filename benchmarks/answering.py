"""A hundred people answer at once, three times a minute each: how long saving takes, what is lost.

Each has a seat of their own in one round, on one process, over Streamlit's own protocol. An answer
is saved when the run that its choice asks for has finished. Two floors are measured in the same
run: as many people on a bare page with one radio, and the same rows written by DuckDB alone.
"""

import argparse
import asyncio
import json
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import duckdb
import psutil

from benchmarks.landscapes import make_database
from benchmarks.measure import ratio
from benchmarks.sessions import Visit, Widget, visiting
from landscape.model.principal import LOCAL
from landscape.services import joining, rounds
from landscape.services.rounds import Opening
from landscape.store.duckdb.store import DuckDBStore
from scripts.serving import Served, serving

PEOPLE: Final = 100
ANSWERS: Final = 6
A_MINUTE: Final = 3.0
GOAL_MS: Final = 300.0
SEED: Final = 5
_STAKEHOLDERS: Final = 200
_LEVELS: Final = 5


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody who answers: how long each answer took to be saved, and what was said."""

    query: str
    draw: random.Random
    took: list[float] = field(default_factory=list)
    said: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def main(
    people: int = PEOPLE, answers: int = ANSWERS, a_minute: float = A_MINUTE
) -> dict[str, object]:
    """Measure ours and both floors; nothing may be lost, and nobody's answer be another's."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        database = root / "measured.duckdb"
        landscape_id, secrets = _prepare(database, people)
        with serving(root / "app", environment={"LANDSCAPE_DB": str(database)}) as app:
            queries = [f"seat={secret}" for secret in secrets]
            ours, cpu = asyncio.run(_crowd(app, queries, answers, a_minute, page="joining"))
        lost, crossed = _compare(database, landscape_id, secrets, ours)
        with serving(root / "bare", script="benchmarks/bare_radio.py") as bare:
            floor, floor_cpu = asyncio.run(_crowd(bare, [""] * people, answers, a_minute))
        alone = _inserts(root / "alone.duckdb", people * answers)
    p95, floor_p95 = _p95(ours), _p95(floor)
    return {
        "people": people,
        "answers": sum(len(one.took) for one in ours),
        "saved_ms": {"p50": _p50(ours), "p95": p95, "max": _most(ours)},
        "bare_page_ms": {"p50": _p50(floor), "p95": floor_p95, "max": _most(floor)},
        "bare_insert_ms": alone,
        "cpu_ms_an_answer": {"ours": cpu, "bare_page": floor_cpu},
        "ratio": {"page": ratio(p95, floor_p95), "insert": ratio(p95, alone["p95"])},
        "lost": lost,
        "crossed": crossed,
        "errors": sorted({error for one in (*ours, *floor) for error in one.errors}),
        "goal_ms": GOAL_MS,
        "met": p95 < GOAL_MS and lost == 0 and crossed == 0,
    }


def _prepare(database: Path, people: int) -> tuple[str, list[str]]:
    """A landscape with a round in which everybody has a seat; the secrets of their addresses."""
    landscape_id = make_database(database, _STAKEHOLDERS)
    store = DuckDBStore.open(database)
    opening = Opening(
        name="Measured",
        readiness_for="being measured",
        instrument="convening-readiness",
        form="quick",
        expected=people,
    )
    round_ = rounds.begin(LOCAL, store, landscape_id, opening)
    names = [f"Person {number}" for number in range(people)]
    invited = rounds.invite(LOCAL, store, landscape_id, round_.id, names)
    secrets = [joining.join(store, one.code) for one in invited]
    store.close()
    return landscape_id, secrets


async def _crowd(
    app: Served, queries: Sequence[str], answers: int, a_minute: float, *, page: str = ""
) -> tuple[list[Person], float]:
    """Everybody answers at their own pace, begun at different moments; server CPU an answer, ms."""
    pause = 60 / a_minute
    everybody = [
        Person(query=query, draw=random.Random(SEED * 1_000 + number))
        for number, query in enumerate(queries)
    ]
    server = psutil.Process(app.pid)
    before = server.cpu_times()
    await asyncio.gather(*(_answer(app, one, answers, pause, page) for one in everybody))
    after = server.cpu_times()
    spent = after.user + after.system - before.user - before.system
    return everybody, round(1_000 * spent / (len(everybody) * answers), 1)


async def _answer(app: Served, one: Person, answers: int, pause: float, page: str) -> None:
    await asyncio.sleep(one.draw.uniform(0, pause))
    async with visiting(app.url, query=one.query) as visit:
        await visit.run()
        if page and visit.page != visit.pages[page]:
            await visit.run(page)
        if not visit.radios:  # the list of questions comes first
            await visit.press(_onward(visit))
        for _ in range(answers):
            await _think(visit, one.draw.uniform(0.5, 1.5) * pause * 0.75)
            radio, level = visit.radios[-1], one.draw.randrange(_LEVELS)
            began = time.perf_counter()
            await visit.choose(radio, level)
            one.took.append(1_000 * (time.perf_counter() - began))
            one.said.append(level + 1)
            await _think(visit, one.draw.uniform(0.5, 1.5) * pause * 0.25)
            await visit.press(_onward(visit))
        one.errors += visit.errors


async def _think(visit: Visit, seconds: float) -> None:
    """Wait as people do, while parts of the page run again by themselves as they ask to."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        await asyncio.sleep(min([left, *visit.ticks.values()]))
        for fragment, every in list(visit.ticks.items()):
            if every <= left and fragment in visit.ticks:
                await visit.run(fragment=fragment)


def _onward(visit: Visit) -> Widget:
    """The button that leads on."""
    return next(
        one for one in visit.buttons if one.label in ("Go on", "Next", "Check your answers")
    )


def _compare(
    database: Path, landscape_id: str, secrets: Sequence[str], people: Sequence[Person]
) -> tuple[int, int]:
    """How many acknowledged answers are not there, and how many are not what was said."""
    store = DuckDBStore.open(database)
    lost = crossed = 0
    for secret, one in zip(secrets, people, strict=True):
        sitting = joining.sitting(store, secret)
        assert sitting.landscape_id == landscape_id
        kept = sitting.progress.answers
        said = dict(zip((item.id for item in sitting.progress.items), one.said, strict=False))
        lost += sum(item_id not in kept for item_id in said)
        crossed += sum(answer.level != said.get(item_id) for item_id, answer in kept.items())
    store.close()
    return lost, crossed


def _inserts(path: Path, count: int) -> dict[str, float]:
    """The same rows, each in a transaction of its own, by DuckDB and nothing else."""
    took = []
    with duckdb.connect(str(path)) as database:
        database.execute(
            "create table answer (id varchar primary key, level tinyint, text varchar)"
        )
        for number in range(count):
            began = time.perf_counter()
            database.execute(
                "insert or replace into answer values (?, ?, ?)", [str(number), 3, "A sentence"]
            )
            took.append(1_000 * (time.perf_counter() - began))
    return {"p50": round(statistics.median(took), 2), "p95": round(_quantile(took), 2)}


def _times(people: Sequence[Person]) -> list[float]:
    return sorted(took for one in people for took in one.took)


def _p50(people: Sequence[Person]) -> float:
    return round(statistics.median(_times(people)), 1)


def _p95(people: Sequence[Person]) -> float:
    return round(_quantile(_times(people)), 1)


def _most(people: Sequence[Person]) -> float:
    return round(max(_times(people)), 1)


def _quantile(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=PEOPLE)
    asked.add_argument("--answers", type=int, default=ANSWERS)
    asked.add_argument("--a-minute", type=float, default=A_MINUTE)
    given = asked.parse_args()
    print(json.dumps(main(given.people, given.answers, given.a_minute), indent=1))
