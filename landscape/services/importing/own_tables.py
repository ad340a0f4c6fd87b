"""Our own export read back by its sheet and column names, every row as it was."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.model.principal import Principal
from landscape.services import exporting
from landscape.services.importing import onmap
from landscape.services.importing.preparing import Plan
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
        groups=count.get("constituency", 0),
        merged_stakeholders=met,
    )
    edit = Edit(label=f"Import of {tables[0].file}", kind="import", put=put) if put else None
    return Plan(proposals=(), problems=(), summary=summary, edit=edit)


def _text(table: SourceTable) -> pd.DataFrame:
    """The cells, with the mark that keeps spreadsheets from reckoning taken off again."""
    frame = table.frame
    if table.sheet is None:
        frame = frame.apply(exporting.without_mark)
    return frame


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
