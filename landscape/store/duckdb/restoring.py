"""Going back to how everything was at one revision, as one batch that can itself be taken back."""

from dataclasses import replace
from datetime import UTC, datetime

import duckdb
import pandas as pd

from landscape.model.errors import ConflictError, NotFoundError
from landscape.model.principal import Principal
from landscape.store.base import Batch
from landscape.store.duckdb import history
from landscape.store.duckdb.connection import fetch_row, read_frame
from landscape.store.duckdb.putting_back import held_tables, hold_now, hold_then, own_then, put_back
from landscape.store.duckdb.writing import begin_batch

_COLUMNS = ("entity", "comes_back", "goes", "changes")


def revision_at(cursor: duckdb.DuckDBPyConnection, landscape_id: str, moment: datetime) -> int:
    """The revision at a moment; see :meth:`landscape.store.base.Store.revision_at`."""
    given = {
        "landscape_id": landscape_id,
        "moment": moment.astimezone(UTC).replace(tzinfo=None),
    }
    row = fetch_row(cursor, "revision_at", given)
    return int(str(row[0])) if row else 0


def restore_to(
    cursor: duckdb.DuckDBPyConnection,
    principal: Principal,
    landscape_id: str,
    revision: int,
    label: str,
) -> Batch:
    """Bring everything back in the transaction at hand; see the protocol."""
    _require_earlier(cursor, landscape_id, revision)
    writing, batch = begin_batch(cursor, principal, landscape_id, kind="restore", label=label)
    hold_then(cursor, "then_at_revision", {"landscape_id": landscape_id, "since": revision})
    put_back(writing)
    return replace(batch, rows=history.find(cursor, landscape_id, batch.id).rows)


def differences(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, revision: int
) -> pd.DataFrame:
    """What going back would do; see :meth:`landscape.store.base.Store.differences`."""
    _require_earlier(cursor, landscape_id, revision)
    hold_then(cursor, "then_at_revision", {"landscape_id": landscape_id, "since": revision})
    found = [pd.DataFrame(columns=_COLUMNS)]
    for table in held_tables(cursor):
        hold_now(cursor, landscape_id, table)
        found.append(read_frame(cursor, "differences", {"entity": table.value}))
    if own_then(cursor, landscape_id) is not None:
        found.append(pd.DataFrame([("landscape", 0, 0, 1)], columns=_COLUMNS))
    told = pd.concat(found[1:] or found, ignore_index=True)
    counts = ["comes_back", "goes", "changes"]
    return (
        told[told[counts].sum(axis=1) > 0]
        .astype(dict.fromkeys(counts, "Int64"))
        .reset_index(drop=True)
    )


def _require_earlier(cursor: duckdb.DuckDBPyConnection, landscape_id: str, revision: int) -> None:
    row = fetch_row(cursor, "landscape", {"landscape_id": landscape_id})
    if row is None:
        raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")
    standing = int(str(row[7]))
    if not 0 <= revision < standing:
        raise ConflictError(
            "Nothing has changed since then.", fix="Choose an earlier time, or an earlier change."
        )
