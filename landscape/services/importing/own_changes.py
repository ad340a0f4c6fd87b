"""A copy of our own beside what is on the map: rows to put, values that change, rows that went."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import pandas as pd

from landscape.formats.own_columns import OWN_TABLES
from landscape.services.importing.changes import ABSENT, LISTED, Changes, nobody
from landscape.services.importing.comparing import CHANGED, no_changes
from landscape.services.importing.decisions import Decisions
from landscape.store.base import Snapshot

_SHOWN: Final = ("constituency", "stakeholder", "relationship", "boundary")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """What is to be written, how many rows of each table are added, and all of it in words."""

    put: dict[str, pd.DataFrame]
    remove: dict[str, list[str]]
    landscape: dict[str, object]
    added: Mapping[str, int]
    changed: int
    changes: Changes = field(default_factory=Changes)


def is_the_same(rows: Mapping[str, pd.DataFrame], on_map: Mapping[str, pd.DataFrame]) -> bool:
    """Whether nobody is on the map but those in the copy, so that all of it fits."""
    people = on_map["stakeholder"]
    return people.empty or (
        "stakeholder" in rows and bool(people["id"].isin(rows["stakeholder"]["id"]).all())
    )


def compare(
    snapshot: Snapshot,
    rows: Mapping[str, pd.DataFrame],
    decisions: Decisions,
    references: Mapping[str, Mapping[str, str]],
) -> Compared:
    """Only rows that differ are put; a blank cell of a copy blanks what is on the map."""
    put: dict[str, pd.DataFrame] = {}
    added: dict[str, int] = {}
    unchanged: dict[str, int] = {}
    changed = 0
    told = [no_changes()]
    names = _names(snapshot, rows)
    for table in [table for table in OWN_TABLES if table in rows]:
        frame = rows[table].reset_index(drop=True)
        there = getattr(snapshot, table)
        known = frame["id"].isin(there["id"]) if len(there) else pd.Series(False, frame.index)
        touched, found = _differing(table, there, frame, known, names, decisions)
        told.append(found)
        added[table] = int((~known).sum())
        unchanged[table] = int((known & ~touched).sum())
        changed += int(touched.sum()) if table in ("stakeholder", "relationship") else 0
        if (~known | touched).any():
            put[table] = frame[~known | touched]
    absent, remove = _absent(snapshot, rows, names, references)
    new = [
        pd.DataFrame({"table": table, "name": [names.get(id_, id_) for id_ in put[table]["id"]]})[
            (~put[table]["id"].isin(getattr(snapshot, table)["id"])).to_numpy()
        ]
        for table in _SHOWN
        if table in put
    ]
    return Compared(
        put=put,
        remove=remove if decisions.remove_absent else {},
        landscape=_about(snapshot, rows.get("landscape")),
        added=added,
        changed=changed,
        changes=Changes(
            listing=partial(pd.concat, [nobody(LISTED), *new], ignore_index=True),
            changed=pd.concat(told, ignore_index=True),
            unchanged={table: unchanged[table] for table in _SHOWN if table in unchanged},
            absent=absent,
            removed=absent if decisions.remove_absent else nobody(),
        ),
    )


def _differing(
    table: str,
    there: pd.DataFrame,
    frame: pd.DataFrame,
    known: pd.Series,
    names: Mapping[str, str],
    decisions: Decisions,
) -> tuple[pd.Series, pd.DataFrame]:
    """Which rows differ from the map, and each value that does; values that stay are put back."""
    touched = pd.Series(False, frame.index)
    if not known.any():
        return touched, no_changes()
    ids = frame.loc[known, "id"]
    before = there.set_index("id").loc[ids].set_axis(ids.index)
    told: list[tuple[str, str, str, str, str, str, bool]] = []
    for column in [column for column in frame.columns if column in before]:
        old, new = before[column].map(_text), frame.loc[known, column].map(_text)
        for at in ids.index[(old != new).to_numpy()]:
            key = f"{table}/{ids[at]}/{column}"
            kept = decisions.differing == "map" or key in decisions.kept
            if table in _SHOWN:
                name = names.get(ids[at], ids[at])
                told.append((key, table, name, column, old[at], new[at], kept))
            if kept:
                frame.at[at, column] = before.at[at, column]
            else:
                touched[at] = True
    return touched, pd.DataFrame(told, columns=list(CHANGED)).astype(no_changes().dtypes)


def _text(value: object) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, pd.Timestamp) and value == value.normalize():
        return value.date().isoformat()
    return str(value)


def _names(snapshot: Snapshot, rows: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """What stands for an id where people read of it."""
    names: dict[str, str] = {}
    for table in ("constituency", "stakeholder", "boundary"):
        for frame in (getattr(snapshot, table), rows.get(table)):
            if frame is not None and len(frame):
                names.update(zip(frame["id"], frame["name"], strict=True))
    for frame in (snapshot.relationship, rows.get("relationship")):
        if frame is not None and len(frame):
            for id_, one, other in frame[["id", "source_id", "target_id"]].itertuples(index=False):
                names[id_] = f"{names.get(one, one)} \u2013 {names.get(other, other)}"
    return names


def _absent(
    snapshot: Snapshot,
    rows: Mapping[str, pd.DataFrame],
    names: Mapping[str, str],
    references: Mapping[str, Mapping[str, str]],
) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """What is on the map and not in the copy, and all rows that would go with it."""
    going: dict[str, list[str]] = {}
    for table in OWN_TABLES:
        there = getattr(snapshot, table)
        if there.empty:
            continue
        gone = pd.Series(False, there.index)
        if table in rows:
            gone |= ~there["id"].isin(rows[table]["id"])
        for column, refers_to in references.get(table, {}).items():
            gone |= there[column].isin(going.get(refers_to, ()))
        if gone.any():
            going[table] = there.loc[gone, "id"].tolist()
    listed = [
        {"table": table, "id": id_, "name": names.get(id_, id_)}
        for table in _SHOWN
        for id_ in going.get(table, ())
    ]
    frame = pd.DataFrame(listed, columns=list(ABSENT), dtype="str") if listed else nobody()
    return frame, going


def _about(snapshot: Snapshot, row: pd.DataFrame | None) -> dict[str, object]:
    """The columns of the landscape's own row that differ."""
    if row is None or row.empty:
        return {}
    said = {str(column): row[column].iloc[0] for column in row.columns}
    told = {
        column: None if pd.isna(value) else value
        for column, value in said.items()
        if column != "settings"
    }
    if isinstance(said.get("settings"), str):
        told["settings"] = json.loads(said["settings"])
    return {
        column: value
        for column, value in told.items()
        if value != (getattr(snapshot.landscape, column)) and not (column == "name" and not value)
    }
