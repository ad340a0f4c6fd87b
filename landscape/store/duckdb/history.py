"""Batches, undo and redo: what a write found is put back to the last character, or nothing is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import duckdb
import pandas as pd

from landscape.model.errors import ConflictError, NotFoundError
from landscape.model.principal import Principal
from landscape.store import sql
from landscape.store.base import Batch, BatchKind
from landscape.store.duckdb.connection import fetch_row
from landscape.store.duckdb.putting_back import hold_then, put_back
from landscape.store.duckdb.writing import begin_batch, lost_references


@dataclass(frozen=True, slots=True, kw_only=True)
class _Touch:
    """A batch that touched a row; `undone_revision` is that of the batch it took back."""

    id: str
    revision: int
    label: str
    undone_revision: int | None


def latest(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    *,
    limit: int | None,
    before: int | None = None,
    kind: BatchKind | None = None,
) -> tuple[Batch, ...]:
    """The latest batches, newest first; those before a revision, and of one kind, where given."""
    given = {"landscape_id": landscape_id, "limit": limit, "before": before, "kind": kind}
    rows = cursor.execute(sql.query("batches"), given).fetchall()
    taken_back = _taken_back(cursor, landscape_id)
    return tuple(_batch_of(row, taken_back) for row in rows)


def find(cursor: duckdb.DuckDBPyConnection, landscape_id: str, batch_id: str) -> Batch:
    """One batch, or NotFoundError."""
    row = fetch_row(cursor, "batch", {"landscape_id": landscape_id, "batch_id": batch_id})
    if row is None:
        raise NotFoundError("That change is not in the history.", fix="Choose one from the list.")
    return _batch_of(row, _taken_back(cursor, landscape_id))


def undo_batch(
    cursor: duckdb.DuckDBPyConnection, principal: Principal, landscape_id: str, batch_id: str
) -> Batch:
    """Take a batch back in the transaction at hand; see :meth:`landscape.store.base.Store.undo`."""
    target = find(cursor, landscape_id, batch_id)
    if target.undone_by is not None:
        raise ConflictError(
            f"{target.label!r} has been undone already.", fix="Redo it to bring it back."
        )
    return _take_back(cursor, principal, landscape_id, target)


def redo_batch(
    cursor: duckdb.DuckDBPyConnection, principal: Principal, landscape_id: str, batch_id: str
) -> Batch:
    """Bring a batch back that was undone; see :meth:`landscape.store.base.Store.redo`."""
    target = find(cursor, landscape_id, batch_id)
    if target.undone_by is None:
        raise ConflictError(
            f"{target.label!r} has not been undone.", fix="Choose a change that was taken back."
        )
    undoing = find(cursor, landscape_id, target.undone_by)
    return _take_back(cursor, principal, landscape_id, undoing)


def _take_back(
    cursor: duckdb.DuckDBPyConnection, principal: Principal, landscape_id: str, target: Batch
) -> Batch:
    here = {"landscape_id": landscape_id}
    given = {**here, "batch_id": target.id, "revision": target.revision}
    taken_back = _taken_back(cursor, landscape_id)
    _refuse_later(target, _touches(cursor, "later_touches", given), taken_back)
    writing, batch = begin_batch(
        cursor,
        principal,
        landscape_id,
        kind="undo",
        label=_undo_label(target),
        undoes=target.id,
    )
    undone = {**here, "undone": target.id, "since": target.revision}
    hold_then(cursor, "then_before_batch", undone)
    put_back(writing)
    lost = lost_references(writing)
    if lost:
        # What leans on a row that goes, or what took away a row that is leaned on.
        rows = [(entity, id_) for entity, id_, _, _ in lost]
        rows += [(refers_to, missing) for _, _, refers_to, missing in lost]
        cursor.register("incoming", pd.DataFrame(rows, columns=["entity", "id"], dtype="str"))
        touches = _touches(cursor, "last_touch", here)
        _refuse_later(target, (one for one in touches if one.id != batch.id), taken_back)
    return replace(batch, rows=find(cursor, landscape_id, batch.id).rows)


def _touches(
    cursor: duckdb.DuckDBPyConnection, query: str, given: Mapping[str, object]
) -> list[_Touch]:
    return [
        _Touch(id=id_, revision=revision, label=label, undone_revision=undone_revision)
        for id_, revision, label, undone_revision in cursor.execute(
            sql.query(query), given
        ).fetchall()
    ]


def _refuse_later(target: Batch, touches: Iterable[_Touch], taken_back: Mapping[str, str]) -> None:
    """Raise ConflictError when `touches` holds later batches that stand.

    A later batch and the one that took it back leave no trace together. One that took back a batch
    from before `target` does: what it put back would be overwritten.
    """
    standing = [
        touch
        for touch in touches
        if touch.revision > target.revision
        and touch.id not in taken_back
        and (touch.undone_revision is None or touch.undone_revision <= target.revision)
    ]
    if standing:
        named = ", ".join(repr(touch.label) for touch in standing[:3])
        more = f" and {len(standing) - 3} more" if len(standing) > 3 else ""
        raise ConflictError(
            f"Later changes touch the same rows as {target.label!r}: {named}{more}.",
            fix="Undo these first, newest first.",
            batches=tuple(touch.id for touch in standing),
        )


def _batch_of(row: tuple[object, ...], taken_back: Mapping[str, str]) -> Batch:
    id_, revision, kind, label, principal_id, changed_at, undoes, rows = row
    return Batch(
        id=str(id_),
        revision=int(str(revision)),
        kind=str(kind),  # type: ignore[arg-type]  # the column's check holds the closed set
        label=str(label),
        principal_id=str(principal_id),
        changed_at=datetime.fromisoformat(str(changed_at)).replace(tzinfo=UTC),
        undoes=None if undoes is None else str(undoes),
        undone_by=taken_back.get(str(id_)),
        rows=int(str(rows)),
    )


def _undo_label(target: Batch) -> str:
    if target.undoes is None:
        return f"Undo: {target.label}"
    word, _, label = target.label.partition(": ")
    return f"{'Redo' if word == 'Undo' else 'Undo'}: {label}"


def _taken_back(cursor: duckdb.DuckDBPyConnection, landscape_id: str) -> Mapping[str, str]:
    """Which batch has been undone by which; an undoing that was itself undone does not count."""
    newest_first = cursor.execute(sql.query("undoings"), {"landscape_id": landscape_id}).fetchall()
    by: dict[str, str] = {}
    for id_, undoes in newest_first:
        if id_ not in by:
            by[undoes] = id_
    return by
