"""Batches and undo: what a write found is put back to the last character, or nothing is."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import duckdb
import pandas as pd

from landscape.model.errors import ConflictError, NotFoundError
from landscape.model.principal import Principal
from landscape.store import sql
from landscape.store.base import Batch
from landscape.store.duckdb.connection import fetch_row, read_frame
from landscape.store.duckdb.writing import (
    Writing,
    begin_batch,
    change_landscape,
    hold,
    lost_references,
    remove_rows,
)
from landscape.store.sql import Table


def latest(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, limit: int | None
) -> tuple[Batch, ...]:
    """The latest batches, newest first; all of them without a limit."""
    rows = cursor.execute(
        sql.query("batches"), {"landscape_id": landscape_id, "limit": limit}
    ).fetchall()
    batches = [_batch_of(row) for row in rows]
    taken_back = _taken_back(batches)
    return tuple(replace(batch, undone_by=taken_back.get(batch.id)) for batch in batches)


def undo_batch(
    cursor: duckdb.DuckDBPyConnection, principal: Principal, landscape_id: str, batch_id: str
) -> Batch:
    """Take a batch back in the transaction at hand; see :meth:`landscape.store.base.Store.undo`."""
    history = {batch.id: batch for batch in latest(cursor, landscape_id, None)}
    target = history.get(batch_id)
    if target is None:
        raise NotFoundError("That change is not in the history.", fix="Choose one from the list.")
    if target.undone_by is not None:
        raise ConflictError(
            f"{target.label!r} has been undone already.", fix="Undo the undoing to bring it back."
        )
    touching = cursor.execute(
        sql.query("later_touches"),
        {"landscape_id": landscape_id, "batch_id": target.id, "revision": target.revision},
    ).fetchall()
    _refuse_later(target, (history[id_] for (id_,) in touching))
    writing, batch = begin_batch(
        cursor,
        principal,
        landscape_id,
        kind="undo",
        label=_undo_label(target),
        undoes=target.id,
    )
    rows = _take_back(writing, target)
    lost = lost_references(writing)
    if lost:
        last = _last_touch(writing, lost)
        _refuse_later(target, (history[id_] for id_ in last if id_ in history))
    return replace(batch, rows=rows)


def _batch_of(row: tuple[object, ...]) -> Batch:
    id_, revision, kind, label, principal_id, changed_at, undoes, rows = row
    return Batch(
        id=str(id_),
        revision=int(str(revision)),
        kind=str(kind),  # type: ignore[arg-type]  # the column's check holds the closed set
        label=str(label),
        principal_id=str(principal_id),
        changed_at=datetime.fromisoformat(str(changed_at)).replace(tzinfo=UTC),
        undoes=None if undoes is None else str(undoes),
        rows=int(str(rows)),
    )


def _undo_label(target: Batch) -> str:
    if target.undoes is None:
        return f"Undo: {target.label}"
    word, _, label = target.label.partition(": ")
    return f"{'Redo' if word == 'Undo' else 'Undo'}: {label}"


def _taken_back(newest_first: Sequence[Batch]) -> Mapping[str, str]:
    """Which batch has been undone by which; an undoing that was itself undone does not count."""
    by: dict[str, str] = {}
    for batch in newest_first:
        if batch.undoes is not None and batch.id not in by:
            by[batch.undoes] = batch.id
    return by


def _refuse_later(target: Batch, later: Iterable[Batch]) -> None:
    """Raise ConflictError when `later` holds batches that stand."""
    standing = sorted(
        (
            batch
            for batch in later
            if batch.revision > target.revision and batch.undone_by is None and batch.undoes is None
        ),
        key=lambda batch: -batch.revision,
    )
    if standing:
        named = ", ".join(repr(batch.label) for batch in standing[:3])
        more = f" and {len(standing) - 3} more" if len(standing) > 3 else ""
        raise ConflictError(
            f"Later changes touch the same rows as {target.label!r}: {named}{more}.",
            fix="Undo these first, newest first.",
            batches=tuple(batch.id for batch in standing),
        )


def _take_back(writing: Writing, target: Batch) -> int:
    """Remove what the batch added, put back what it changed; returns the rows touched."""
    given = {"landscape_id": writing.landscape_id, "batch_id": target.id}
    touched = read_frame(writing.cursor, "changed_rows", given)
    for table in Table:
        here = touched[touched["entity"] == table.value]
        was_added = here["added"].to_numpy(dtype=bool)
        added = here.loc[was_added, ["entity_id"]].rename(columns={"entity_id": "id"})
        changed = here.loc[~was_added, ["entity_id"]].rename(columns={"entity_id": "id"})
        if len(added):
            remove_rows(writing, table, added)
        if len(changed):
            _restore(writing, table, target, changed)
    before = fetch_row(writing.cursor, "changed_landscape", given)
    if before is not None:
        change_landscape(writing, json.loads(str(before[0])))
    return len(touched)


def _restore(writing: Writing, table: Table, target: Batch, rows: pd.DataFrame) -> None:
    hold(writing, table, rows)
    writing.run("log_added", entity=table.value)
    structure = fetch_row(writing.cursor, "columns_as_text", {"table": table.value})
    writing.run(
        "restore_rows",
        table,
        batch_id=target.id,
        columns=structure[0] if structure else None,
    )
    writing.run("log_changed", table, entity=table.value)


def _last_touch(writing: Writing, lost: Sequence[tuple[str, str, str]]) -> list[str]:
    rows = pd.DataFrame(lost, columns=["entity", "id", "refers_to"], dtype="str")
    writing.cursor.register("incoming", rows)
    found = writing.cursor.execute(
        sql.query("last_touch"), {"landscape_id": writing.landscape_id}
    ).fetchall()
    return [str(batch_id) for batch_id, _ in found]
