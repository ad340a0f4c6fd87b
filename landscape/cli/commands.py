"""What each command does: open the database, ask the services, print."""

import json
import math
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from landscape.analysis.boundaries import Crossings
from landscape.cli.arguments import parser
from landscape.model.errors import DatabaseInUseError, LandscapeError, NotFoundError
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.exporting import write_copy
from landscape.services.importing.decisions import Decisions, read_mapping
from landscape.services.importing.importing import (
    SourceFile,
    apply,
    import_files,
    plan_for,
    read_files,
)
from landscape.services.importing.summary import ImportSummary
from landscape.services.landscapes import create_empty
from landscape.services.reading import ALL_LIVE, BOUNDARY_TABLES, crossings_at
from landscape.store.base import Store
from landscape.store.duckdb.store import DuckDBStore

STORED, REFUSED, IN_USE = 0, 2, 3
_DEFAULT_FILE: Final = Path(__file__).resolve().parents[2] / "data" / "landscape.duckdb"


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 2 refused, 3 database in use."""
    asked = parser().parse_args(words)
    try:
        store = DuckDBStore.open(_database(asked))
    except DatabaseInUseError as error:
        return _complain(asked, error, IN_USE)
    try:
        return _COMMANDS[asked.command](store, asked)
    except LandscapeError as error:
        return _complain(asked, error, REFUSED)
    finally:
        store.close()


def _import(store: Store, asked: Namespace) -> int:
    files = [SourceFile(name=path.name, data=_read(path)) for path in asked.files]
    decisions = Decisions(roles=read_mapping(asked.map))
    there = _named(store, asked.landscape)
    if there is None:
        summary = _import_new(store, asked, files, decisions)
    else:
        summary = import_files(
            LOCAL,
            store,
            there.id,
            files,
            decisions=decisions,
            missing=asked.missing,
            dry_run=asked.dry_run,
        )
    _show(asked, summary.as_json(), _import_lines(summary))
    return REFUSED if summary.refused else STORED


def _import_new(
    store: Store, asked: Namespace, files: Sequence[SourceFile], decisions: Decisions
) -> ImportSummary:
    """Import into a landscape that is only made once it is clear that the files go in."""
    tables, unreadable = read_files(files)
    if unreadable:
        return ImportSummary(problems=tuple(unreadable), refused=True)
    aside = DuckDBStore.open(None)
    empty = create_empty(LOCAL, aside, asked.landscape)
    plan = plan_for(LOCAL, aside, empty.id, tables, decisions=decisions, missing=asked.missing)
    aside.close()
    if asked.dry_run or plan.summary.refused:
        return plan.summary
    return apply(LOCAL, store, create_empty(LOCAL, store, asked.landscape).id, plan)


def _list(store: Store, asked: Namespace) -> int:
    held = store.landscapes(LOCAL)
    rows = []
    for landscape in held:
        tables = store.snapshot(LOCAL, landscape.id, tables=("stakeholder", "relationship"))
        rows.append(
            {
                "id": landscape.id,
                "name": landscape.name,
                "stakeholders": len(tables.stakeholder),
                "relationships": len(tables.relationship),
                "revision": landscape.revision,
            }
        )
    lines = [
        f"{row['name']}: {row['stakeholders']} stakeholders, {row['relationships']} relationships"
        for row in rows
    ]
    _show(asked, {"landscapes": rows}, lines or ["No landscapes yet. Import a file to begin."])
    return STORED


def _measure(store: Store, asked: Namespace) -> int:
    landscape = _required(store, asked.landscape)
    tables = store.snapshot(LOCAL, landscape.id, tables=("boundary", *BOUNDARY_TABLES))
    names = tables.boundary.loc[tables.boundary["name"] == asked.boundary, "id"]
    if names.empty:
        known = ", ".join(repr(name) for name in tables.boundary["name"])
        raise NotFoundError(
            f"{landscape.name!r} has no boundary {asked.boundary!r}.",
            fix=f"Name one of: {known}." if known else "Add one on Boundaries.",
        )
    counted = crossings_at(tables, names.iloc[0])
    told = {
        "landscape": landscape.name,
        "boundary": asked.boundary,
        "filter": ALL_LIVE.words,
        **_measured(counted),
    }
    _show(asked, told, _measure_lines(told, counted))
    return STORED


def _export(store: Store, asked: Namespace) -> int:
    landscape = _required(store, asked.landscape)
    asked.to.write_bytes(write_copy(LOCAL, store, landscape.id, suffix=asked.to.suffix))
    _show(asked, {"written": str(asked.to)}, [f"Written to {asked.to}. A copy cannot be recalled."])
    return STORED


_COMMANDS: Final[Mapping[str, Callable[[Store, Namespace], int]]] = {
    "import": _import,
    "list": _list,
    "measure": _measure,
    "export": _export,
}


def _database(asked: Namespace) -> Path:
    named = asked.db or os.environ.get("LANDSCAPE_DB")
    return Path(named) if named else _DEFAULT_FILE


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFoundError(f"{str(path)!r} cannot be read.", fix="Check its name.") from error


def _named(store: Store, name: str) -> Landscape | None:
    return next((one for one in store.landscapes(LOCAL) if name in (one.name, one.id)), None)


def _required(store: Store, name: str) -> Landscape:
    found = _named(store, name)
    if found is None:
        raise NotFoundError(f"There is no landscape {name!r}.", fix="See `landscape list`.")
    return found


def _measured(counted: Crossings) -> dict[str, object]:
    count = len(counted.sides)
    pairs = [(row, column) for row in range(count) for column in range(row, count)]
    index = counted.ei_index
    return {
        "crossing": counted.crossing,
        "staying": counted.staying,
        "unplaced": counted.unplaced,
        "ei_index": None if math.isnan(index) else index,
        "sides": [
            {
                "from": counted.sides[row],
                "to": counted.sides[column],
                "relationships": int(counted.relationships[row, column]),
                "pairs": int(counted.pairs[row, column]),
                "answered": int(counted.answered[row, column]),
                "silence": counted.silence(row, column),
            }
            for row, column in pairs
        ],
    }


def _measure_lines(told: Mapping[str, object], counted: Crossings) -> list[str]:
    lines = [
        f"{told['landscape']}: {told['boundary']}",
        f"{told['filter']}: {counted.crossing} cross, {counted.staying} stay on one side.",
    ]
    for row, name in enumerate(counted.sides):
        for column in range(row + 1, len(counted.sides)):
            found = counted.silence(row, column) or counted.relationships[row, column]
            lines.append(f"  {name} - {counted.sides[column]}: {found}")
    return lines


def _import_lines(summary: ImportSummary) -> list[str]:
    done = "Stored" if summary.stored else "Nothing stored"
    lines = [
        f"{done}: {summary.stakeholders} stakeholders, {summary.relationships} relationships, "
        f"{summary.reports} reports.",
        f"Left aside: {summary.self_rows} rows with the same name at both ends, "
        f"{summary.duplicates} exact repeats, {summary.missing_endpoints} missing names.",
    ]
    return lines + [str(problem) for problem in summary.problems]


def _show(asked: Namespace, told: Mapping[str, object], lines: Sequence[str]) -> None:
    print(json.dumps(told, ensure_ascii=False) if asked.json else "\n".join(lines))


def _complain(asked: Namespace, error: LandscapeError, status: int) -> int:
    print(error, file=sys.stderr)
    if asked.json:
        print(json.dumps({"stored": False, "problems": [_problem(error)]}, ensure_ascii=False))
    return status


def _problem(error: LandscapeError) -> dict[str, str]:
    return {"code": type(error).__name__, "where": "", "what": error.what, "fix": error.fix}
