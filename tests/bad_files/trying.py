"""Tries bad files one after the other in a process that stands for the server.

`python -m tests.bad_files.trying` tries the corpus of the tests, with a number that many mutations
a format; one line of JSON for each file, and a last one with the memory it took.
"""

import json
import os
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial

from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.importing.importing import SourceFile, plan_for, read_one
from landscape.services.importing.problems import Problem
from landscape.store.duckdb.store import DuckDBStore
from tests.bad_files.children import Watch
from tests.bad_files.hostile import HOSTILE
from tests.bad_files.mutations import mutated
from tests.bad_files.seeds import seeds
from tests.bad_files.unreadable import UNREADABLE

EACH = 14
AT_ONCE = 2
LANDSCAPE = "l_tried"


@dataclass(frozen=True, kw_only=True)
class Tried:
    """What became of one file: imported, refused, or a death that the server would not outlive.

    `busy` is how many others waited for each processor: on a machine that is shared, so is time.
    """

    name: str
    seconds: float
    busy: float
    outcome: str
    expected: str | None = None
    code: str = ""
    where: str = ""
    what: str = ""
    fix: str = ""


@dataclass(frozen=True, kw_only=True)
class Bad:
    name: str
    make: Callable[[], bytes]
    code: str | None = None
    form: str | None = None


def corpus(each: int, seed: int) -> Iterator[Bad]:
    """Every hostile file, and `each` mutations of good files of every format."""
    for bad in (*UNREADABLE, *HOSTILE):
        yield Bad(name=bad.name, make=bad.make, code=bad.code)
    for form, good in seeds().items():
        for number in range(each):
            draw = random.Random(f"{seed} {form} {number}")
            # The richest example oftener than the small ones.
            example = draw.choice((*good, good[-1], good[-1]))
            way, data = mutated(example, draw)
            pasted = form if form == "pasted" else None
            yield Bad(name=f"{form}-{number}-{way}", make=partial(bytes, data), form=pasted)


def tried(bad: Bad, store: DuckDBStore) -> Tried:
    """Read the file, and plan what it would do to a landscape, as the page does."""
    file = SourceFile(name=bad.name, data=bad.make(), form=bad.form)
    began = time.perf_counter()
    read = read_one(file)
    problems = [read] if isinstance(read, Problem) else []
    if not isinstance(read, Problem):
        summary = plan_for(LOCAL, store, LANDSCAPE, read, missing="leave-out").summary
        problems = [problem for problem in summary.problems if problem.open and summary.refused]
    told = partial(
        Tried,
        name=bad.name,
        expected=bad.code,
        seconds=round(time.perf_counter() - began, 2),
        busy=round(max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)), 2),
    )
    if not problems:
        return told(outcome="imported")
    first = problems[0]
    return told(
        outcome="refused", code=first.code, where=first.where, what=first.what, fix=first.fix
    )


def died(bad: Bad, error: BaseException) -> Tried:
    """What nobody foresaw: on the page it would be the end of what somebody did."""
    told = "".join(traceback.format_exception(error, limit=-6))
    return Tried(name=bad.name, seconds=0.0, busy=1.0, outcome="died", what=told)


def tell(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(each: int, seed: int) -> None:
    store = DuckDBStore.open(None)
    store.create_landscape(LOCAL, Landscape(id=LANDSCAPE, name="Tried"))
    with Watch() as watch, ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        begun = [(bad, pool.submit(tried, bad, store)) for bad in corpus(each, seed)]
        for bad, trial in begun:
            error = trial.exception()
            tell(asdict(trial.result() if error is None else died(bad, error)))
    tell({"child_mb": round(watch.peak_mb, 1)})


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:], EACH, 0)[:2]))
