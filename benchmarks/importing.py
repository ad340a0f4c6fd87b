"""An import of two CSV files into the store: 20,000 stakeholders and 200,000 relationships.

The floor reads the same two files as text and inserts the same rows, worked out beforehand, into
the same keyed tables, and does nothing else: no guard, no child, no roles, no check of a name, no
log of changes, no places on the map. Goal: at most 3 times its time and its memory, and
ten times the landscape at most 12 times the time. `peak_mb` is that of the process, or of its
largest child where that is more.
"""

import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb
import pandas as pd

from benchmarks.measure import Measured, growth, measure, ratio
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.importing.importing import SourceFile, import_files, read_files
from landscape.services.importing.preparing import prepare
from landscape.store.duckdb.store import DuckDBStore

SIZES = (2_000, 20_000)
EACH = 10
GOAL = 3.0
GROWTH_GOAL = 12.0
LANDSCAPE = "l_measured"
_ROWS = "import sys; from benchmarks.importing import write_rows; write_rows(*sys.argv[1:])"
LEVELS = ("communication", "coordination", "collaboration")
TABLES = ("constituency", "stakeholder", "relationship", "report")


def main() -> dict[str, object]:
    ours = {size: measure("benchmarks.importing:importing", {"size": size}) for size in SIZES}
    floor = {size: measure("benchmarks.importing:floor", {"size": size}) for size in SIZES}
    large = SIZES[-1]
    times = ratio(ours[large].wall_s, floor[large].wall_s)
    memory = ratio(peak_mb(ours[large]), peak_mb(floor[large]))
    (grown,) = growth([ours[size].wall_s for size in SIZES])
    return {
        "goal": GOAL,
        "growth_goal": GROWTH_GOAL,
        "ours": {size: figures(one) for size, one in ours.items()},
        "floor": {size: figures(one) for size, one in floor.items()},
        "time_ratio": times,
        "memory_ratio": memory,
        "growth": grown,
        "met": times <= GOAL and memory <= GOAL and grown <= GROWTH_GOAL,
    }


def importing(size: int) -> Callable[[], float]:
    """What is measured: from the bytes of two files to a stored landscape."""
    folder = Path(tempfile.mkdtemp())
    people, said = make_files(folder, size)
    store = DuckDBStore.open(folder / "ours.duckdb")
    store.create_landscape(LOCAL, Landscape(id=LANDSCAPE, name="Measured"))
    files = [SourceFile(name=path.name, data=path.read_bytes()) for path in (people, said)]

    def run() -> float:
        summary = import_files(LOCAL, store, LANDSCAPE, files)
        got = (summary.stakeholders, summary.relationships, summary.reports)
        assert got == (size, size * EACH, size * EACH), got
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    return run


def floor(size: int) -> Callable[[], float]:
    """The least that any import does: read as text, and insert the very same rows."""
    folder = Path(tempfile.mkdtemp())
    people, said = make_files(folder, size)
    # Another process works out the rows, so that its memory is not counted here.
    given = [sys.executable, "-c", _ROWS, str(people), str(said), str(folder)]
    subprocess.run(given, check=True)
    rows = {table: pd.read_feather(folder / f"{table}.feather") for table in TABLES}
    DuckDBStore.open(folder / "floor.duckdb").close()

    def run() -> float:
        for path in (people, said):
            pd.read_csv(path, dtype="str", keep_default_na=False)
        stored = insert(folder / "floor.duckdb", rows)
        assert stored["report"] == size * EACH, stored
        return 0.0

    return run


def insert(path: Path, rows: Mapping[str, pd.DataFrame]) -> dict[str, int]:
    """Insert rows into the keyed tables of a database, and count what is in each then."""
    connection = duckdb.connect(str(path))
    connection.begin()
    for table, frame in rows.items():
        connection.register("incoming", frame)
        connection.execute(
            f"insert into {table} by name "  # noqa: S608 - the names are ours
            "select $landscape as landscape_id, * from incoming",
            {"landscape": LANDSCAPE},
        )
    connection.commit()
    counted = {
        table: connection.execute(f"select count(*) from {table}").fetchone() or (0,)  # noqa: S608
        for table in rows
    }
    connection.close()
    return {table: int(count) for table, (count,) in counted.items()}


def write_rows(people: str, said: str, folder: str) -> None:
    """Write the rows that an import of the two files stores, one file a table."""
    files = [
        SourceFile(name=Path(path).name, data=Path(path).read_bytes()) for path in (people, said)
    ]
    tables, _ = read_files(files)
    edit = prepare(tables, missing="leave-out").edit
    assert edit is not None
    for table in TABLES:
        edit.put[table].to_feather(Path(folder) / f"{table}.feather")


def make_files(folder: Path, size: int) -> tuple[Path, Path]:
    """A list of stakeholders, and a survey in which each pair is named once."""
    draw = random.Random(3)
    people, said = folder / "people.csv", folder / "said.csv"
    rows = (f"Organisation {n},Sector {n % 12},Town {n % 40}\n" for n in range(size))
    people.write_text("name,sector,town\n" + "".join(rows))
    pairs: dict[tuple[int, int], str] = {}
    while len(pairs) < size * EACH:
        one, other = sorted((draw.randrange(size), draw.randrange(size)))
        if one != other:
            pairs[one, other] = draw.choice(LEVELS)
    rows = (
        f"R{one},Organisation {one},Organisation {other},{level}\n"
        for (one, other), level in pairs.items()
    )
    said.write_text("respondent,from,to,level\n" + "".join(rows))
    return people, said


def peak_mb(one: Measured) -> float:
    return max(one.peak_mb, *(float(str(child)) for child in one.answers))


def figures(one: Measured) -> dict[str, float]:
    return {**one.figures(), "peak_mb": round(peak_mb(one), 1)}
