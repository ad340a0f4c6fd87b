"""An import of 20,000 stakeholders and 200,000 relationships in CSV, XLSX, GraphML and GEXF.

The floor reads the same bytes with the bare library and inserts the same rows, worked out
beforehand, into the same keyed tables, and does nothing else: no guard, no child, no roles, no
check of a name, no log of changes, no places on the map. Goal: at most 3 times its time, and ten
times the landscape at most 12 times the time. `peak_mb` is that of the process, or of its largest
child where that is more.
"""

import io
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import networkx
import pandas as pd
import python_calamine
import xlsxwriter

from benchmarks.importing import (
    EACH,
    GOAL,
    GROWTH_GOAL,
    LANDSCAPE,
    LEVELS,
    SIZES,
    figures,
    insert,
    make_files,
    peak_mb,
)
from benchmarks.measure import growth, measure, ratio
from landscape.formats.discovery import formats
from landscape.formats.outline import Outline, OutlineRelationship, OutlineStakeholder
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.importing.importing import SourceFile, import_files, read_files
from landscape.services.importing.preparing import prepare
from landscape.store.duckdb.store import DuckDBStore

FORMS = ("csv", "xlsx", "graphml", "gexf")
TABLES = ("constituency", "stakeholder", "relationship", "report")
_ROWS = "import sys; from benchmarks.formats import write_rows; write_rows(*sys.argv[1:])"


def main() -> dict[str, object]:
    found = {form: _measured(form) for form in FORMS}
    return {
        "goal": GOAL,
        "growth_goal": GROWTH_GOAL,
        "forms": found,
        "met": all(one["met"] for one in found.values()),
    }


def _measured(form: str) -> dict[str, object]:
    """The figures of one format."""
    function = "benchmarks.formats:importing", "benchmarks.formats:floor"
    ours, floor_ = (
        {size: measure(name, {"form": form, "size": size}) for size in SIZES} for name in function
    )
    large = SIZES[-1]
    times = ratio(ours[large].wall_s, floor_[large].wall_s)
    (grown,) = growth([ours[size].wall_s for size in SIZES])
    return {
        "ours": {size: figures(one) for size, one in ours.items()},
        "floor": {size: figures(one) for size, one in floor_.items()},
        "time_ratio": times,
        "memory_ratio": ratio(peak_mb(ours[large]), peak_mb(floor_[large])),
        "growth": grown,
        "met": times <= GOAL and grown <= GROWTH_GOAL,
    }


def importing(form: str, size: int) -> Callable[[], float]:
    """What is measured: from the bytes of the files to a stored landscape."""
    folder = Path(tempfile.mkdtemp())
    files = [_source(path) for path in write_files(folder, form, size)]
    store = DuckDBStore.open(folder / "ours.duckdb")
    store.create_landscape(LOCAL, Landscape(id=LANDSCAPE, name="Measured"))

    def run() -> float:
        summary = import_files(LOCAL, store, LANDSCAPE, files)
        got = (summary.stakeholders, summary.relationships)
        assert got == (size, size * EACH), (got, summary.problems[:3])
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    return run


def floor(form: str, size: int) -> Callable[[], float]:
    """The least that any import does: the bare library's reading, and the very same rows."""
    folder = Path(tempfile.mkdtemp())
    paths = write_files(folder, form, size)
    # Another process works out the rows, so that its memory is not counted here.
    subprocess.run([sys.executable, "-c", _ROWS, str(folder), *map(str, paths)], check=True)
    rows = {
        table: pd.read_feather(folder / f"{table}.feather")
        for table in TABLES
        if (folder / f"{table}.feather").exists()
    }
    DuckDBStore.open(folder / "floor.duckdb").close()
    contents = [path.read_bytes() for path in paths]

    def run() -> float:
        for content in contents:
            _BARE[form](content)
        stored = insert(folder / "floor.duckdb", rows)
        assert stored["relationship"] == size * EACH, stored
        return 0.0

    return run


def write_rows(folder: str, *paths: str) -> None:
    """Write the rows that an import of the files stores, one file a table."""
    tables, _ = read_files([_source(Path(path)) for path in paths])
    edit = prepare(tables, missing="leave-out").edit
    assert edit is not None
    for table in TABLES:
        if table in edit.put:
            edit.put[table].to_feather(Path(folder) / f"{table}.feather")


def write_files(folder: Path, form: str, size: int) -> Sequence[Path]:
    """The same landscape in the files of one format."""
    people, said = make_files(folder, size)
    if form == "csv":
        return people, said
    path = folder / f"landscape.{form}"
    frames = {"people": pd.read_csv(people, dtype="str"), "said": pd.read_csv(said, dtype="str")}
    if form == "xlsx":
        path.write_bytes(_workbook(frames))
    else:
        write = formats()[form].write
        assert write is not None
        path.write_bytes(write(_outline(frames)))
    return (path,)


def _source(path: Path) -> SourceFile:
    return SourceFile(name=path.name, data=path.read_bytes())


def _workbook(frames: Mapping[str, pd.DataFrame]) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"constant_memory": True}) as book:
        for name, frame in frames.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, list(frame.columns))
            for number, row in enumerate(frame.itertuples(index=False), start=1):
                sheet.write_row(number, 0, row)
    return packed.getvalue()


def _outline(frames: Mapping[str, pd.DataFrame]) -> Outline:
    ids = {name: f"s{number}" for number, name in enumerate(frames["people"]["name"])}
    return Outline(
        name="Measured",
        stakeholders=[
            OutlineStakeholder(id=ids[row.name], name=row.name, group=row.sector)
            for row in frames["people"].itertuples(index=False)
        ],
        relationships=[
            OutlineRelationship(
                id=f"r{number}", source=ids[one], target=ids[other], depth=LEVELS.index(level) + 1
            )
            for number, (_, one, other, level) in enumerate(frames["said"].itertuples(index=False))
        ],
    )


def _read_csv(content: bytes) -> object:
    return pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False)


def _read_workbook(content: bytes) -> object:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


_BARE: Mapping[str, Callable[[bytes], object]] = {
    "csv": _read_csv,
    "xlsx": _read_workbook,
    "graphml": lambda content: networkx.read_graphml(io.BytesIO(content)),
    "gexf": lambda content: networkx.read_gexf(io.BytesIO(content)),
}
