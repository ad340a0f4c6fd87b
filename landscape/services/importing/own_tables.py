"""Our own export read back by its sheet and column names, every row as it was."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.model.principal import Principal
from landscape.model.scales import SCALES
from landscape.services import exporting
from landscape.services.importing import onmap
from landscape.services.importing.ledger import shown
from landscape.services.importing.preparing import Plan
from landscape.services.importing.problems import Problem
from landscape.services.importing.summary import ImportSummary, RowCounts
from landscape.store.base import Edit, Store

_ID: Final = re.compile(r"[A-Za-z0-9_./\-]{1,80}")


def _name(table: SourceTable) -> str:
    return table.sheet or table.file.rsplit(".", 1)[0]


def are_ours(tables: Sequence[SourceTable]) -> bool:
    """Whether all tables are called and headed as our export calls and heads them."""
    return bool(tables) and all(
        _name(table) in exporting.COLUMNS
        and {"id"} <= set(table.columns) <= set(exporting.COLUMNS[_name(table)])
        for table in tables
    )


def prepare(
    principal: Principal, store: Store, landscape_id: str, tables: Sequence[SourceTable]
) -> Plan:
    """One write that puts the rows back; what is on the map by id or by name keeps its id."""
    on_map = onmap.read(principal, store, landscape_id)
    put = {_name(table): exporting.typed(_name(table), _text(table)) for table in tables}
    problems = tuple(found for table in tables for found in _lost(table, put[_name(table)]))
    renamed = _met(on_map, put)
    put = {table: _renamed(table, frame, renamed) for table, frame in put.items() if len(frame)}
    read = sum(len(table.frame) for table in tables)
    known = set(on_map.stakeholder["id"]) if len(on_map.stakeholder) else set()
    people = put.get("stakeholder", pd.DataFrame({"id": []}))
    met = int(people["id"].isin(known).sum())
    count = {table: len(frame) for table, frame in put.items()}
    summary = ImportSummary(
        stakeholders=len(people) - met,
        relationships=count.get("relationship", 0),
        reports=count.get("report", 0),
        mapping={table.key: {column: column for column in table.columns} for table in tables},
        rows=RowCounts(read=read, stored=read - met, merged=met),
        problems=problems,
        refused=bool(problems),
        groups=count.get("constituency", 0),
        merged_stakeholders=met,
    )
    label = f"Import of {tables[0].file}"
    edit = None if problems or not put else Edit(label=label, kind="import", put=put)
    return Plan(proposals=(), problems=problems, summary=summary, edit=edit)


def _text(table: SourceTable) -> pd.DataFrame:
    """The cells, with the mark that keeps spreadsheets from reckoning taken off again."""
    frame = table.frame
    if table.sheet is None:
        frame = frame.apply(exporting.without_mark)
    return frame


def _lost(table: SourceTable, typed: pd.DataFrame) -> list[Problem]:
    """Cells that somebody changed to what their column cannot hold."""
    problems: list[Problem] = []
    for column in map(str, typed.columns):
        cells = table.frame[column].reset_index(drop=True)
        bad = (cells.str.strip() != "") & typed[column].isna()
        fix = "Write what the column held before, or leave the cell blank."
        rated = column in SCALES and exporting.whole(_name(table), column)
        if rated:
            lowest, highest = SCALES[column]
            fits = typed[column].between(lowest, highest).fillna(value=False).astype(bool)
            bad |= typed[column].notna() & ~fits
            fix = f"Write a whole number from {lowest} to {highest}, or leave the cell blank."
        problems += [
            Problem(
                code="rating-out-of-range" if rated else "unknown-word",
                file=table.file,
                sheet=table.sheet,
                table=table.key,
                row=int(table.frame.index[at]),
                column=column,
                value=cells[at],
                what=f"{column} is {shown(cells[at])}.",
                fix=fix,
                open=True,
            )
            for at in cells.index[bad.astype(bool)]
        ]
    return problems


def _met(on_map: onmap.OnMap, put: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Ids in the file that stand for something on the map under another id, found by name."""
    renamed: dict[str, str] = {}
    for table in ("stakeholder", "constituency", "boundary"):
        there = getattr(on_map, table)
        if table not in put or not len(there):
            continue
        ids = dict(zip(there["name"], there["id"], strict=True))
        known = set(there["id"])
        for row_id, name in zip(put[table]["id"], put[table]["name"], strict=True):
            if row_id not in known and name in ids:
                renamed[row_id] = ids[name]
    return renamed


def _renamed(table: str, frame: pd.DataFrame, renamed: Mapping[str, str]) -> pd.DataFrame:
    references = [column for column in frame.columns if column == "id" or column.endswith("_id")]
    for column in references if renamed else []:
        parts = frame[column].str.split("/", regex=False)
        frame[column] = parts.map(
            lambda ids: "/".join(renamed.get(part, part) for part in ids), na_action="ignore"
        ).astype("str")
    del table
    return frame
