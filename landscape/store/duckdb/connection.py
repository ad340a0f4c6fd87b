"""Opens the database: hardened settings, migrations, a cursor a call, a lock a landscape."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

import duckdb
import pandas as pd
import pyarrow as pa

from landscape.model.errors import ConflictError, DatabaseInUseError
from landscape.store import sql

Answer = TypeVar("Answer")

# Each refuses one way out of the database: files, network, extensions, and the caller's own
# variables.
_HARDENED: Final = {
    "enable_external_access": "false",
    "python_enable_replacements": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "lock_configuration": "true",
}
_ATTEMPTS: Final = 5
_VALUES_A_BLOCK: Final = 16_384

# Nullable types, so that "not recorded" never turns into a number.
_PANDAS: Final = {
    pa.int8(): pd.Int64Dtype(),
    pa.int16(): pd.Int64Dtype(),
    pa.int32(): pd.Int64Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
}


class Connection:
    """One database, safe to share between threads, as every call takes its own cursor."""

    def __init__(self, path: Path | None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._root = duckdb.connect(
                str(path) if path is not None else ":memory:", config=dict(_HARDENED)
            )
        except duckdb.IOException as error:
            name = path.name if path is not None else "The database"
            raise DatabaseInUseError(
                f"{name} is open in the running app, or cannot be read.",
                fix="Stop the app, or give another file with --db.",
            ) from error
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._locks_guard = threading.Lock()
        self._migrate()
        self._is_settled = self._root.execute(sql.query("unsettled")).fetchall()[0][0] == 0
        if not self._is_settled:
            self.settle()

    def close(self) -> None:
        """Let go of the file."""
        self._root.close()

    def frame(self, name: str, given: Mapping[str, object]) -> pd.DataFrame:
        """The rows of one read query."""
        return read_frame(self._root.cursor(), name, given)

    def row(self, name: str, given: Mapping[str, object]) -> tuple[object, ...] | None:
        """The first row of one read query."""
        return fetch_row(self._root.cursor(), name, given)

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor in one read transaction: what it reads belongs together."""
        cursor = self._root.cursor()
        cursor.begin()
        try:
            yield cursor
        finally:
            cursor.rollback()
            cursor.close()

    def write(
        self, landscape_id: str, work: Callable[[duckdb.DuckDBPyConnection], Answer]
    ) -> Answer:
        """Run `work` in one transaction, under the landscape's write lock, whole or not at all.

        Raises ConflictError when another process of the database keeps winning.
        """
        answer = self._written(landscape_id, work)
        if not self._is_settled:
            self.settle()
        return answer

    def _written(
        self, landscape_id: str, work: Callable[[duckdb.DuckDBPyConnection], Answer]
    ) -> Answer:
        with self._locks_guard:
            lock = self._locks[landscape_id]
        with lock:
            for _ in range(_ATTEMPTS):
                cursor = self._root.cursor()
                cursor.begin()
                try:
                    answer = work(cursor)
                    cursor.commit()
                except duckdb.TransactionException:
                    continue  # DuckDB has rolled back, and another try reads the committed rows
                except BaseException:
                    cursor.rollback()
                    raise
                finally:
                    cursor.close()
                return answer
        raise ConflictError(
            "Somebody else is writing to this landscape.", fix="Try again in a moment."
        )

    def settle(self) -> bool:
        """Leave nothing of what was taken out for good in the file, or try at the next write.

        A checkpoint frees the blocks that rows stood in and leaves their bytes; so the free blocks
        are written over. It waits where somebody else is writing just then.
        """
        cursor = self._root.cursor()
        self._is_settled = False
        try:
            cursor.execute(sql.query("checkpoint"))
            free = cursor.execute(sql.query("free_blocks")).fetchall()[0][0]
            cursor.execute(sql.query("fill_free"), {"rows": (int(free) + 2) * _VALUES_A_BLOCK})
            cursor.execute(sql.query("checkpoint"))
            cursor.execute(sql.query("drop_filling"))
            cursor.execute(sql.query("clear_unsettled"))
            cursor.execute(sql.query("checkpoint"))
        except duckdb.TransactionException:
            return False
        finally:
            cursor.close()
        self._is_settled = True
        return True

    def _migrate(self) -> None:
        cursor = self._root.cursor()
        cursor.execute(sql.query("create_migration"))
        applied = {name for (name,) in cursor.execute(sql.query("applied_migrations")).fetchall()}
        for path in sql.migrations():
            if path.name in applied:
                continue
            cursor.begin()
            cursor.execute(path.read_text(encoding="utf-8"))
            cursor.execute(sql.query("record_migration"), {"name": path.name, "moment": utc_now()})
            cursor.commit()
        cursor.close()


def utc_now() -> datetime:
    """The time in UTC without a zone, as the tables keep it."""
    return datetime.now(UTC).replace(tzinfo=None)


def fetch_row(
    cursor: duckdb.DuckDBPyConnection, name: str, given: Mapping[str, object]
) -> tuple[object, ...] | None:
    """The first row of a query, or None; an answer left unread would block the cursor."""
    rows = cursor.execute(sql.query(name), sql.parameters(name, given)).fetchall()
    return rows[0] if rows else None


def read_frame(
    cursor: duckdb.DuckDBPyConnection,
    name: str,
    given: Mapping[str, object],
) -> pd.DataFrame:
    """The rows of a query as a frame with nullable integers and booleans."""
    relation = cursor.sql(sql.query(name), params=sql.parameters(name, given))
    table: pa.Table = relation.to_arrow_table()
    frame: pd.DataFrame = table.to_pandas(types_mapper=_PANDAS.get)
    return frame
