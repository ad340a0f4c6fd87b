"""A copy of all of a landscape, with its history and its rounds, and a landscape made of one."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

import pandas as pd

from landscape.formats import bundle
from landscape.formats.own_columns import COLUMNS
from landscape.formats.source import SourceTable
from landscape.model.errors import InvalidValueError
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import Principal
from landscape.services import instrument_copies
from landscape.services.importing import own_cells
from landscape.services.importing.decisions import Decisions
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.problems import Problem
from landscape.services.round_checks import require_readable
from landscape.store.base import Dump, Store

_AGAIN: Final = "Take the copy once more, or ask whoever gave it to you for an unaltered one."
_APART: Final = ("landscape", "instruments")
# The columns of rows that the history keeps.
_ONCE: Final = {**COLUMNS, "import_memory": ("id", "decided")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a copy of all of a landscape holds, in figures."""

    name: str
    stakeholders: int
    relationships: int
    reports: int
    groups: int
    rounds: int
    changes: int


def write_bundle(principal: Principal, store: Store, landscape_id: str) -> bytes:
    """All of a landscape as one JSON file; for its owner only."""
    whole = store.dump(principal, landscape_id)
    content: dict[str, Any] = {
        "format": bundle.NAME,
        "version": bundle.VERSION,
        "taken_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "landscape": dict(whole.landscape),
        "tables": {
            table: {
                "columns": list(frame.columns),
                "rows": [list(row) for row in frame.itertuples(index=False, name=None)],
            }
            for table, frame in whole.tables.items()
        },
        "instruments": instrument_copies.used(whole.tables),
    }
    head = ("format", "version", "taken_at", "digest")
    content["digest"] = bundle.digest_of(content)
    ordered = {key: content[key] for key in (*head, *(k for k in content if k not in head))}
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":")).encode()


def is_bundle(tables: Sequence[SourceTable]) -> bool:
    """Whether one of the tables comes from a copy of all of a landscape."""
    return any(table.form == bundle.TITLE for table in tables)


def contents(tables: Sequence[SourceTable]) -> Contents:
    """What the copy holds."""
    rows = {table.sheet: len(table.frame) for table in tables}
    own = next(table for table in tables if table.sheet == "landscape")
    return Contents(
        name=str(own.frame["name"].iloc[0]),
        stakeholders=rows.get("stakeholder", 0),
        relationships=rows.get("relationship", 0),
        reports=rows.get("report", 0),
        groups=rows.get("constituency", 0),
        rounds=rows.get("round", 0),
        changes=rows.get("batch", 0),
    )


def against(tables: Sequence[SourceTable]) -> tuple[Problem, ...]:
    """What is in the way of making a landscape of the copy: place, problem, fix."""
    others = [table for table in tables if table.form != bundle.TITLE]
    files = list(dict.fromkeys(table.file for table in tables))
    if others or len(files) > 1:
        return (
            Problem(
                code="bundle-not-alone",
                file=files[0],
                what="It holds a whole landscape and was given together with other files.",
                fix="Add it by itself, and the others after it.",
                open=True,
            ),
        )
    ledger = Ledger(decisions=Decisions())
    for table in tables:
        name = table.sheet or ""
        if name in COLUMNS and set(COLUMNS[name]) <= set(table.columns):
            frame = table.frame.astype("object").where(table.frame.notna(), None)
            own_cells.read(name, table, frame.astype("str").where(frame.notna(), None), ledger)
        elif name in COLUMNS:
            missing = sorted(set(COLUMNS[name]) - set(table.columns))
            ledger.problems.append(_broken(table, None, f"The column {missing[0]!r} is missing."))
    spoilt = [
        replace(problem, code="broken-bundle", fix=_AGAIN, open=True) for problem in ledger.problems
    ]
    return (*spoilt, *_spoilt_history(tables), *_unknown_instruments(tables))


def _broken(table: SourceTable, row: int | None, what: str) -> Problem:
    return Problem(
        code="broken-bundle",
        file=table.file,
        sheet=table.sheet,
        table=table.key,
        row=row,
        what=what,
        fix=_AGAIN,
        open=True,
    )


def _spoilt_history(tables: Sequence[SourceTable]) -> list[Problem]:
    """Changes that an undo could not put back, or would put into another landscape."""
    table = next((table for table in tables if table.sheet == "change"), None)
    if table is None:
        return []
    if not {"entity", "before", "after"} <= set(table.columns):
        return [_broken(table, None, "A column is missing.")]
    return [
        _broken(table, int(str(row)), "What a row was cannot be read.")
        for row, entity, before, after in table.frame[["entity", "before", "after"]].itertuples(
            name=None
        )
        if entity not in _ONCE or not (_was(before, entity) and _was(after, entity))
    ]


def _was(text: object, entity: str) -> bool:
    """Whether a change can be undone by `text`: nothing, or a row of texts in this landscape."""
    if not isinstance(text, str):
        return True
    try:
        pairs: object = json.loads(text, object_pairs_hook=list)
    except (ValueError, RecursionError):
        return False
    if not isinstance(pairs, list) or not all(isinstance(pair, tuple) for pair in pairs):
        return False
    row = dict(pairs)
    own = {"landscape_id": "*"} if entity != "landscape" else {}
    columns = {*_ONCE[entity], *own}
    return (
        len(row) == len(pairs)
        and set(row) <= columns
        and all(value is None or isinstance(value, str) for value in row.values())
        and all(row.get(key) == value for key, value in own.items())
        and (not own or text.startswith('{"landscape_id":"*"'))
    )


def _unknown_instruments(tables: Sequence[SourceTable]) -> list[Problem]:
    table = next((table for table in tables if table.sheet == "round"), None)
    if table is None or not {"instrument", "version"} <= set(table.columns):
        return []
    frames = {str(table.sheet): table.frame for table in tables}
    brought = instrument_copies.brought(frames.get("instrument"), frames.get("instruments"))
    return [
        replace(
            _broken(
                table, int(str(row)), f"It was held with {name!r}, which is not installed here."
            ),
            fix="Put its file into data/assessments and start Landscape again.",
        )
        for row, name, version in table.frame[["instrument", "version"]].itertuples(name=None)
        if not instrument_copies.is_known(name, version) and f"{name}/{version}" not in brought
    ]


def load_bundle(principal: Principal, store: Store, tables: Sequence[SourceTable]) -> Landscape:
    """A landscape of its own from a copy, identical in every table, under a fresh id."""
    problems = against(tables)
    if problems:
        raise InvalidValueError(f"{problems[0].where}: {problems[0].what}", fix=problems[0].fix)
    parts = {str(table.sheet): _texts(table.frame) for table in tables}
    require_readable(parts, fix=_AGAIN)
    own = parts["landscape"]
    whole = Dump(
        landscape={str(column): own[column].iloc[0] for column in own.columns},
        tables=instrument_copies.with_missing(
            {name: part for name, part in parts.items() if name not in _APART},
            parts.get("instruments"),
        ),
    )
    return store.load(principal, draw_id("l"), whole)


def _texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Text, and None where there is none."""
    return frame.astype("object").where(frame.notna(), None)
