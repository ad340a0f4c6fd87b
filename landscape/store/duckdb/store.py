"""The DuckDB store: joins the table groups of this folder into one `Store`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Self

import duckdb
import pandas as pd

from landscape.model.errors import NotFoundError
from landscape.model.landscape import Landscape
from landscape.model.principal import Principal
from landscape.store import sql
from landscape.store.base import MAP_TABLES, Batch, BatchKind, Dump, Edit, Snapshot
from landscape.store.duckdb import (
    dumping,
    history,
    landscapes,
    reading,
    restoring,
    telling,
    writing,
)
from landscape.store.duckdb.access import Action, require
from landscape.store.duckdb.connection import Connection, fetch_row, utc_now
from landscape.store.duckdb.instruments import DuckDBInstruments
from landscape.store.duckdb.profiles import DuckDBProfiles
from landscape.store.duckdb.round_store import DuckDBRounds


class DuckDBStore(DuckDBRounds, DuckDBInstruments, DuckDBProfiles):
    """Keeps landscapes in one DuckDB file. Safe to share between threads and visitors."""

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open the file at `path`, made where it is missing; in memory without a path.

        Raises DatabaseInUseError when another process holds the file.
        """
        return cls(Connection(path))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def landscapes(self, principal: Principal, *, deleted: bool = False) -> tuple[Landscape, ...]:
        """Those the principal holds; see the protocol."""
        require(principal, Action.READ)
        return landscapes.listed(self._connection, deleted=deleted)

    def landscape(self, principal: Principal, landscape_id: str) -> Landscape:
        """One landscape that is not deleted."""
        require(principal, Action.READ)
        return landscapes.find(self._connection, landscape_id)

    def create_landscape(self, principal: Principal, landscape: Landscape) -> Landscape:
        """Add a landscape at revision 0."""
        require(principal, Action.WRITE)
        given = {
            "landscape_id": landscape.id,
            "moment": utc_now(),
            **landscapes.columns(landscape),
        }

        def work(cursor: duckdb.DuckDBPyConnection) -> None:
            cursor.execute(sql.query("add_landscape"), given)

        self._connection.write(landscape.id, work)
        return self.landscape(principal, landscape.id)

    def delete_landscape(self, principal: Principal, landscape_id: str) -> None:
        """Mark a landscape as deleted."""
        self._mark_deleted(principal, landscape_id, deleted=True)

    def restore_landscape(self, principal: Principal, landscape_id: str) -> None:
        """Take a deletion back."""
        self._mark_deleted(principal, landscape_id, deleted=False)

    def _mark_deleted(self, principal: Principal, landscape_id: str, *, deleted: bool) -> None:
        require(principal, Action.OWN)
        given = {"landscape_id": landscape_id, "deleted_at": utc_now() if deleted else None}

        def work(cursor: duckdb.DuckDBPyConnection) -> None:
            if fetch_row(cursor, "mark_landscape_deleted", given) is None:
                raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")

        self._connection.write(landscape_id, work)

    def snapshot(
        self, principal: Principal, landscape_id: str, *, tables: Sequence[str] = MAP_TABLES
    ) -> Snapshot:
        """The landscape and the named tables at one revision; see the protocol."""
        require(principal, Action.READ)
        return reading.read_snapshot(self._connection, principal, landscape_id, tables)

    def apply(self, principal: Principal, landscape_id: str, edit: Edit) -> Batch:
        """Store an edit whole or not at all; see the protocol."""
        require(principal, Action.WRITE)
        return self._connection.write(
            landscape_id,
            lambda cursor: writing.apply_edit(cursor, principal, landscape_id, edit),
        )

    def batches(
        self,
        principal: Principal,
        landscape_id: str,
        *,
        limit: int = 50,
        before: int | None = None,
        kind: BatchKind | None = None,
    ) -> tuple[Batch, ...]:
        """The latest writes, newest first; see the protocol."""
        require(principal, Action.READ)
        with self._connection.reading() as cursor:
            return history.latest(cursor, landscape_id, limit=limit, before=before, kind=kind)

    def batch(self, principal: Principal, landscape_id: str, batch_id: str) -> Batch:
        """One write."""
        require(principal, Action.READ)
        with self._connection.reading() as cursor:
            return history.find(cursor, landscape_id, batch_id)

    def what_changed(
        self, principal: Principal, landscape_id: str, batch_id: str, *, most: int = 200
    ) -> pd.DataFrame:
        """What one write did; see the protocol."""
        require(principal, Action.READ)
        with self._connection.reading() as cursor:
            return telling.what_changed(cursor, principal, landscape_id, batch_id, most)

    def undo(self, principal: Principal, landscape_id: str, batch_id: str) -> Batch:
        """Take one batch back; see the protocol."""
        require(principal, Action.WRITE)
        return self._connection.write(
            landscape_id,
            lambda cursor: history.undo_batch(cursor, principal, landscape_id, batch_id),
        )

    def redo(self, principal: Principal, landscape_id: str, batch_id: str) -> Batch:
        """Bring one batch back that was undone."""
        require(principal, Action.WRITE)
        return self._connection.write(
            landscape_id,
            lambda cursor: history.redo_batch(cursor, principal, landscape_id, batch_id),
        )

    def revision_at(self, principal: Principal, landscape_id: str, moment: datetime) -> int:
        """The revision that the landscape stood at."""
        require(principal, Action.READ)
        with self._connection.reading() as cursor:
            return restoring.revision_at(cursor, landscape_id, moment)

    def differences(self, principal: Principal, landscape_id: str, revision: int) -> pd.DataFrame:
        """What going back to a revision would do; see the protocol."""
        require(principal, Action.READ)
        with self._connection.reading() as cursor:
            return restoring.differences(cursor, landscape_id, revision)

    def restore_to(
        self, principal: Principal, landscape_id: str, revision: int, *, label: str
    ) -> Batch:
        """Make everything what it was at an earlier revision; see the protocol."""
        require(principal, Action.WRITE)
        return self._connection.write(
            landscape_id,
            lambda cursor: restoring.restore_to(cursor, principal, landscape_id, revision, label),
        )

    def dump(self, principal: Principal, landscape_id: str) -> Dump:
        """All of a landscape, for its owner; see the protocol."""
        require(principal, Action.COPY)
        return dumping.dump(self._connection, principal, landscape_id)

    def load(self, principal: Principal, landscape_id: str, whole: Dump) -> Landscape:
        """Add a landscape with all that a dump holds; see the protocol."""
        require(principal, Action.COPY)
        dumping.load(self._connection, landscape_id, whole)
        return self.landscape(principal, landscape_id)

    def dump_rounds(self, principal: Principal, landscape_id: str) -> Mapping[str, pd.DataFrame]:
        """The tables of all rounds as in a dump."""
        require(principal, Action.COPY)
        return dumping.dump_rounds(self._connection, landscape_id)

    def load_rounds(
        self, principal: Principal, landscape_id: str, tables: Mapping[str, pd.DataFrame]
    ) -> None:
        """Add rows to the tables of rounds; see the protocol."""
        require(principal, Action.COPY)
        self.landscape(principal, landscape_id)
        dumping.load_rounds(self._connection, landscape_id, tables)
