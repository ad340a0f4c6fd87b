"""Our own export read back by its sheet and column names, every row as it was."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pandas as pd

from landscape.formats.own_columns import COLUMNS, OWN_TABLES, REQUIRED, table_called
from landscape.formats.own_sheets import TITLE
from landscape.formats.safe_cells import unmarked_blank
from landscape.formats.source import SourceTable
from landscape.formats.table import Finding
from landscape.model.ids import draw_id, pair_id
from landscape.model.principal import Principal
from landscape.services.importing import own_cells, own_changes, rejecting
from landscape.services.importing.decisions import Decisions
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.plan import Plan
from landscape.services.importing.summary import ImportSummary, RowCounts
from landscape.store.base import Edit, Store

# What a column refers to. Places, regions, views and the plan come along only where nobody else is
# placed; a step of the plan may name a round that the copy left behind.
REFERENCES: Final[Mapping[str, Mapping[str, str]]] = {
    "stakeholder": {"constituency_id": "constituency"},
    "membership": {"stakeholder_id": "stakeholder", "constituency_id": "constituency"},
    "relationship": {"source_id": "stakeholder", "target_id": "stakeholder"},
    "report": {"relationship_id": "relationship"},
    "boundary_side": {"boundary_id": "boundary", "constituency_id": "constituency"},
    "legitimacy": {
        "constituency_id": "constituency",
        "team_member_id": "stakeholder",
        "door_opener_id": "stakeholder",
    },
    "placement": {"stakeholder_id": "stakeholder"},
}
_PAIRS: Final[Mapping[str, tuple[str, str]]] = {
    "membership": ("stakeholder_id", "constituency_id"),
    "boundary_side": ("boundary_id", "constituency_id"),
    "placement": ("arrangement", "stakeholder_id"),
    "region": ("arrangement", "group_id"),
}
_OWN_ONLY: Final = ("landscape", "placement", "region", "map_view", "plan_step")
_COUNTED: Final = ("stakeholder", "relationship")
_OPEN: Final = "open"


def _name(table: SourceTable) -> str | None:
    return table_called(table.file if table.sheet is None else table.sheet, table.columns)


def are_ours(tables: Sequence[SourceTable]) -> bool:
    """Whether all tables are called and headed as our export calls and heads them."""
    return bool(tables) and all(table.form == TITLE for table in tables)


def prepare(
    principal: Principal,
    store: Store,
    landscape_id: str,
    tables: Sequence[SourceTable],
    decisions: Decisions | None = None,
) -> Plan:
    """One write that puts the rows back; what is on the map by id or by name keeps its id."""
    decisions = decisions or Decisions()
    ledger = Ledger(decisions=decisions)
    snapshot = store.snapshot(principal, landscape_id, tables=OWN_TABLES)
    on_map = {table: getattr(snapshot, table) for table in OWN_TABLES}
    named = {str(_name(table)): table for table in tables}
    rows: dict[str, pd.DataFrame] = {}
    waiting_ids: dict[str, set[str]] = {}
    for name in ("landscape", *OWN_TABLES):
        if name in named:
            rows[name], waiting_ids[name] = _read(name, named[name], ledger)
    _rename(rows, on_map)
    _require_references(rows, waiting_ids, named, on_map, ledger)
    for finding in tables[0].findings:
        ledger.note(tables[0], finding)
    read = sum(len(table.frame) for table in tables)
    stay = sum(len(frame) for frame in rows.values())
    waiting = read - stay - len(ledger.left_out)
    if not own_changes.is_the_same(rows, on_map):
        stay -= _leave_aside(rows, named, ledger)
    elif "landscape" in rows:
        rows["landscape"] = rows["landscape"].head(1)
    compared = own_changes.compare(snapshot, rows, decisions, REFERENCES)
    put, added = compared.put, compared.added
    summary = ImportSummary(
        stakeholders=added.get("stakeholder", 0),
        relationships=added.get("relationship", 0),
        reports=added.get("report", 0),
        mapping={table.key: {column: column for column in table.columns} for table in tables},
        rows=RowCounts(
            read=read,
            stored=sum(added.values()),
            merged=stay - sum(added.values()),
            left_out=len(ledger.left_out),
            waiting=waiting,
        ),
        problems=tuple(ledger.problems),
        refused=ledger.open,
        groups=added.get("constituency", 0),
        merged_stakeholders=len(rows.get("stakeholder", ())) - added.get("stakeholder", 0),
        changed=compared.changed,
        unchanged=sum(compared.changes.unchanged.get(table, 0) for table in _COUNTED),
        removed=int(compared.changes.removed["table"].isin(_COUNTED).sum()),
    )
    something = bool(put or compared.remove or compared.landscape)
    edit = Edit(
        label=f"Import of {tables[0].file}",
        kind="import",
        put=put,
        remove=compared.remove,
        landscape=compared.landscape,
    )
    return Plan(
        proposals=(),
        problems=tuple(ledger.problems),
        summary=summary,
        edit=edit if something and not ledger.open else None,
        changes=compared.changes,
        rejected=rejecting.listed(tables, ledger),
    )


def _read(name: str, table: SourceTable, ledger: Ledger) -> tuple[pd.DataFrame, set[str]]:
    """The rows of one table without those that are left out or open, and the ids of the latter."""
    texts = _texts(table, ledger.decisions)
    out = [row for key, row in ledger.decisions.rows if key == table.key and row in texts.index]
    ledger.leave(table.key, out, "Left out by decision")
    frame, answers = own_cells.read(name, table, texts.drop(index=out), ledger)
    if "id" in frame:
        frame["id"] = frame["id"].fillna(_drawn(name, frame))
        twice = frame.index[frame["id"].duplicated()]
        if len(twice):
            answers.append(
                ledger.ask(
                    "id-twice",
                    table,
                    "id",
                    frame.loc[twice, "id"],
                    lambda value: f"Another row has the id {value}, too.",
                    "Blank the id to make it a row of its own, or leave the row out.",
                )
            )
    if "ordinal" in COLUMNS[name] and "ordinal" in frame:
        highest = frame["ordinal"].max()
        after = (0 if pd.isna(highest) else int(highest)) + frame["ordinal"].isna().cumsum()
        frame["ordinal"] = frame["ordinal"].fillna(after)
    waiting = frame.index[frame.index.isin(_rows_with(_OPEN, answers))]
    return ledger.drop(frame, table, answers), set(frame.loc[waiting].get("id", ()))


def _rows_with(answer: str, answers: Sequence[pd.Series]) -> set[int]:
    return {int(str(row)) for given in answers for row in given.index[given == answer]}


def _texts(table: SourceTable, decisions: Decisions) -> pd.DataFrame:
    """The cells as they were written, None where nothing was; with those that were put right."""
    frame = table.frame.astype("object")
    texts = frame.map(lambda cell: unmarked_blank(cell) if isinstance(cell, str) and cell else None)
    for (key, row, column), text in decisions.cells.items():
        if key == table.key and row in texts.index and column in texts.columns:
            texts.loc[row, column] = text if text.strip() else None
    return texts.astype("str").where(texts.notna(), None)


def _drawn(name: str, frame: pd.DataFrame) -> pd.Series:
    """Ids for rows that somebody added by hand."""
    if name in _PAIRS:
        first, second = (frame[column].astype("str") for column in _PAIRS[name])
        ids = [pair_id(one, other) for one, other in zip(first, second, strict=True)]
        return pd.Series(ids, index=frame.index, dtype="str")
    blank = frame["id"].isna()
    ids = [draw_id(name[0]) if missing else "" for missing in blank]
    return pd.Series(ids, index=frame.index, dtype="str")


def _rename(rows: dict[str, pd.DataFrame], on_map: Mapping[str, pd.DataFrame]) -> None:
    """Give rows the ids that their names have on the map, here and where they are referred to."""
    renamed: dict[str, str] = {}
    for table in ("stakeholder", "constituency", "boundary"):
        if table not in rows or on_map[table].empty:
            continue
        ids = dict(zip(on_map[table]["name"], on_map[table]["id"], strict=True))
        there, here = set(on_map[table]["id"]), set(rows[table]["id"])
        for row_id, name in zip(rows[table]["id"], rows[table]["name"], strict=True):
            if row_id not in there and name in ids and ids[name] not in here:
                renamed[row_id] = ids.pop(name)
    if not renamed:
        return
    for frame in rows.values():
        for column in [name for name in frame.columns if name == "id" or name.endswith("_id")]:
            frame[column] = frame[column].map(
                lambda ids: "/".join(renamed.get(part, part) for part in ids.split("/")),
                na_action="ignore",
            )


def _require_references(
    rows: dict[str, pd.DataFrame],
    waiting_ids: dict[str, set[str]],
    named: Mapping[str, SourceTable],
    on_map: Mapping[str, pd.DataFrame],
    ledger: Ledger,
) -> None:
    """Ask about rows that refer to something that is neither in the copy nor on the map."""
    for table in OWN_TABLES:
        if table not in rows:
            continue
        answers = []
        for column, refers_to in REFERENCES.get(table, {}).items():
            frame = rows[table]
            if column not in frame:
                continue
            there = {*rows[refers_to]["id"]} if refers_to in rows else set()
            there |= waiting_ids.get(refers_to, set())
            if not (ledger.decisions.remove_absent and refers_to in rows):
                there |= {*on_map[refers_to]["id"]}
            lost = frame[column].notna() & ~frame[column].isin(there)
            if not lost.any():
                continue
            if table == "placement":
                ledger.leave(named[table].key, frame.index[lost], "Nobody stands there")
                rows[table] = frame[~lost]
                continue
            needed = column in REQUIRED[table]
            answers.append(
                ledger.ask(
                    "needed-value" if needed else "lost-reference",
                    named[table],
                    column,
                    frame.loc[lost, column],
                    _nowhere(refers_to),
                    "Write the id of one that is there, or leave the row out.",
                )
            )
            if not needed:
                frame.loc[lost, column] = None
        waiting = rows[table].index.isin(_rows_with(_OPEN, answers))
        waiting_ids.setdefault(table, set()).update(rows[table].loc[waiting, "id"])
        rows[table] = ledger.drop(rows[table], named[table], answers)


def _nowhere(what: str) -> Callable[[str], str]:
    return lambda value: f"There is no {what} with the id {value}."


def _leave_aside(
    rows: dict[str, pd.DataFrame], named: Mapping[str, SourceTable], ledger: Ledger
) -> int:
    """Leave aside what only fits a landscape without others on it; returns the rows."""
    aside = [table for table in _OWN_ONLY if table in rows]
    count = 0
    for table in aside:
        frame = rows.pop(table)
        count += len(frame)
        ledger.leave(named[table].key, frame.index, "Left aside, as others are on the map")
    if aside:
        ledger.note(
            named[aside[0]],
            Finding(
                code="left-aside",
                what="Others are on the map already, so what the copy says of the landscape as a "
                "whole, of places on the map, of its views and of the plan is left aside.",
                fix="Add it to a landscape of its own to have these, too.",
            ),
        )
    return count
