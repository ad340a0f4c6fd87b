"""The one place that writes to the map: bumps the revision, keeps what every row was."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC

import duckdb
import pandas as pd

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.ids import draw_id
from landscape.model.principal import Principal
from landscape.store import sql
from landscape.store.base import Batch, BatchKind, Edit
from landscape.store.duckdb.connection import fetch_row, utc_now
from landscape.store.duckdb.landscapes import columns, landscape_of
from landscape.store.sql import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A batch under way: its cursor, and what every statement of it is bound to."""

    cursor: duckdb.DuckDBPyConnection
    landscape_id: str
    batch_id: str
    revision: int

    @property
    def bound(self) -> dict[str, object]:
        """The values that most statements of a batch take."""
        return {
            "landscape_id": self.landscape_id,
            "batch_id": self.batch_id,
            "revision": self.revision,
        }

    def run(self, statement: str, table: Table | None = None, /, **given: object) -> None:
        """Run one statement of the batch."""
        bound = sql.parameters(statement, {**self.bound, **given})
        self.cursor.execute(sql.query(statement, table), bound)


def begin_batch(
    cursor: duckdb.DuckDBPyConnection,
    principal: Principal,
    landscape_id: str,
    *,
    kind: BatchKind,
    label: str,
    undoes: str | None = None,
) -> tuple[Writing, Batch]:
    """Bump the revision and add the batch row; raises NotFoundError where there is none."""
    moment = utc_now()
    row = fetch_row(cursor, "bump_revision", {"landscape_id": landscape_id, "moment": moment})
    if row is None:
        raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")
    batch = Batch(
        id=draw_id("b"),
        revision=int(str(row[0])),
        kind=kind,
        label=label,
        principal_id=principal.id,
        changed_at=moment.replace(tzinfo=UTC),
        undoes=undoes,
    )
    writing = Writing(
        cursor=cursor, landscape_id=landscape_id, batch_id=batch.id, revision=batch.revision
    )
    writing.run(
        "add_batch",
        id=batch.id,
        kind=kind,
        label=label,
        principal_id=principal.id,
        moment=moment,
        undoes=undoes,
    )
    return writing, batch


def apply_edit(
    cursor: duckdb.DuckDBPyConnection, principal: Principal, landscape_id: str, edit: Edit
) -> Batch:
    """Store an edit in the transaction at hand; see :meth:`landscape.store.base.Store.apply`."""
    writing, batch = begin_batch(cursor, principal, landscape_id, kind=edit.kind, label=edit.label)
    rows = _write(writing, edit)
    if edit.rest is not None:
        rows += _write(writing, edit.rest())
    require_references(writing)
    return replace(batch, rows=rows)


def _write(writing: Writing, edit: Edit) -> int:
    """Remove and put the rows of an edit; returns how many."""
    unknown = {*edit.put, *edit.remove} - {table.value for table in Table}
    if unknown:
        raise InvalidValueError(
            f"{sorted(unknown)!r} is no table.", fix="Name one of the map's tables."
        )
    rows = 0
    for table in Table:
        leaving = edit.remove.get(table.value, ())
        if len(leaving):
            remove_rows(writing, table, pd.DataFrame({"id": list(leaving)}, dtype="str"))
            rows += len(leaving)
        incoming = edit.put.get(table.value)
        if incoming is not None and len(incoming):
            put_rows(writing, table, incoming)
            rows += len(incoming)
    if edit.landscape:
        change_landscape(writing, edit.landscape)
    return rows


def put_rows(writing: Writing, table: Table, incoming: pd.DataFrame) -> None:
    """Add or rewrite rows, and log what they were."""
    hold(writing, table, incoming)
    writing.run("log_added", entity=table.value)
    try:
        writing.run("put_rows", table)
    except duckdb.ConstraintException as error:
        raise InvalidValueError(
            f"A value of {table.value!r} is outside its scale.",
            fix="Look at the ratings and words of the rows, and mend the one that does not fit.",
        ) from error
    writing.run("log_changed", table, entity=table.value)


def remove_rows(writing: Writing, table: Table, leaving: pd.DataFrame) -> None:
    """Take rows away, and log what they were."""
    hold(writing, table, leaving)
    writing.run("remove_rows", table)
    writing.run("log_changed", table, entity=table.value)


def change_landscape(writing: Writing, changes: Mapping[str, object]) -> None:
    """Write columns of the landscape's own row, and log what they were."""
    here = {"landscape_id": writing.landscape_id}
    row = fetch_row(writing.cursor, "landscape", here)
    before = fetch_row(writing.cursor, "landscape_as_text", here)
    if row is None or before is None:
        raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")
    stored = {**columns(landscape_of(row)), **changes}
    if isinstance(stored["settings"], Mapping):
        stored["settings"] = json.dumps(dict(stored["settings"]), ensure_ascii=False)
    writing.run("change_landscape", None, **stored)
    after = fetch_row(writing.cursor, "landscape_as_text", here)
    writing.run("log_landscape", before=before[0], after=after[0] if after else None)


def lost_references(writing: Writing) -> list[tuple[str, str, str, str]]:
    """The first rows that refer to something that is not there.

    Table and id of the row, then table and id of what it refers to.
    """
    return writing.cursor.execute(
        sql.query("orphans"), {"landscape_id": writing.landscape_id}
    ).fetchall()


def require_references(writing: Writing) -> None:
    """Raise InvalidValueError when a row refers to something that is not there."""
    lost = lost_references(writing)
    if lost:
        table, id_, missing, _ = lost[0]
        raise InvalidValueError(
            f"The {table} {id_!r} refers to a {missing} that is not there.",
            fix=f"Add the {missing} in the same step, or take the {table} out.",
        )


def hold(writing: Writing, table: Table, rows: pd.DataFrame) -> None:
    """Keep what the rows named by `rows.id` are, for the log; registers the frame as "incoming"."""
    writing.cursor.register("incoming", rows)
    writing.run("hold_before", table)
