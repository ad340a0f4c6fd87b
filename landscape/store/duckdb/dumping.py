"""All of a landscape out of the database and back in, in every table, to the last character."""

from collections.abc import Mapping
from typing import Final

import duckdb
import pandas as pd
import pyarrow as pa

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.principal import Principal
from landscape.store import sql
from landscape.store.base import Dump
from landscape.store.duckdb.connection import Connection
from landscape.store.sql import Kept, Table

_OWN_QUERIES: Final = (
    Kept.ROUND,
    Kept.SUBMISSION,
    Kept.ANSWER,
    Kept.WRITING,
    Kept.SEAT,
    Kept.PROFILE,
    Kept.CHANGE,
)
_ROUNDS: Final = (
    Kept.ROUND,
    Kept.SUBMISSION,
    Kept.ANSWER,
    Kept.WRITING,
    Kept.SEAT,
    Kept.RELEASE,
    Kept.INSTRUMENT,
)
_OWN_LOADS: Final = (Kept.SEAT, Kept.CHANGE)
_DOES_NOT_FIT: Final = (
    duckdb.ConstraintException,
    duckdb.ConversionException,
    duckdb.BinderException,
    duckdb.InvalidInputException,
)


def dump(connection: Connection, principal: Principal, landscape_id: str) -> Dump:
    """See :meth:`landscape.store.base.Store.dump`."""
    here = {"landscape_id": landscape_id, "principal_id": principal.id}
    tables: dict[str, pd.DataFrame] = {}
    with connection.reading() as cursor:
        own = _texts(cursor, sql.query("dump_landscape"), {"landscape_id": landscape_id})
        if own.empty:
            raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")
        for table in (*Table, *Kept):
            tables[table.value] = _rows(cursor, table, here)
    row = {str(column): own[column].iloc[0] for column in own.columns}
    return Dump(landscape=row, tables=tables)


def dump_rounds(connection: Connection, landscape_id: str) -> dict[str, pd.DataFrame]:
    """See :meth:`landscape.store.base.Store.dump_rounds`."""
    here = {"landscape_id": landscape_id}
    with connection.reading() as cursor:
        return {table.value: _rows(cursor, table, here) for table in _ROUNDS}


def load_rounds(
    connection: Connection, landscape_id: str, tables: Mapping[str, pd.DataFrame]
) -> None:
    """See :meth:`landscape.store.base.Store.load_rounds`."""

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        for table in _ROUNDS:
            frame = tables.get(table.value)
            if frame is not None and len(frame):
                _insert(cursor, table.value, landscape_id, frame, {})

    connection.write(landscape_id, work)


def _rows(
    cursor: duckdb.DuckDBPyConnection, table: Table | Kept, here: Mapping[str, object]
) -> pd.DataFrame:
    query = f"dump_{table}" if table in _OWN_QUERIES else "dump_rows"
    return _texts(cursor, sql.query(query, table), sql.parameters(query, here))


def _texts(
    cursor: duckdb.DuckDBPyConnection, text: str, given: Mapping[str, object]
) -> pd.DataFrame:
    """The rows of a query as text, None where there is none."""
    rows = cursor.sql(text, params=dict(given)).to_arrow_table()
    return pd.DataFrame(
        {name: pd.Series(rows[name].to_pylist(), dtype="object") for name in rows.column_names}
    )


def load(connection: Connection, landscape_id: str, whole: Dump) -> None:
    """See :meth:`landscape.store.base.Store.load`."""
    unknown = set(whole.tables) - {table.value for table in (*Table, *Kept)}
    if unknown:
        raise InvalidValueError(f"{sorted(unknown)!r} is no table.", fix="Take the copy once more.")

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        _insert(cursor, "landscape", landscape_id, None, whole.landscape)
        for table in (*Table, *Kept):
            frame = whole.tables.get(table.value)
            if frame is not None and len(frame):
                _insert(cursor, table.value, landscape_id, frame, {})
        lost = cursor.execute(sql.query("orphans"), {"landscape_id": landscape_id}).fetchall()
        if lost:
            table, id_, missing = lost[0][:3]
            raise InvalidValueError(
                f"The {table} {id_!r} refers to a {missing} that is not there.",
                fix="Take the copy once more.",
            )

    connection.write(landscape_id, work)


def _insert(
    cursor: duckdb.DuckDBPyConnection,
    name: str,
    landscape_id: str,
    frame: pd.DataFrame | None,
    row: Mapping[str, str | None],
) -> None:
    """Add the landscape's own row, or the rows of one of its tables."""
    given = {**row, "landscape_id": landscape_id}
    try:
        if frame is None:
            cursor.execute(sql.query("load_landscape"), sql.parameters("load_landscape", given))
            return
        columns = {column: pa.array(frame[column].tolist(), pa.string()) for column in frame}
        cursor.register("incoming", pa.table(columns))
        table = next(known for known in (*Table, *Kept) if known.value == name)
        query = f"load_{table}" if table in _OWN_LOADS else "load_rows"
        cursor.execute(sql.query(query, table), {"landscape_id": landscape_id})
    except _DOES_NOT_FIT as error:
        raise InvalidValueError(
            f"A row of the table {name!r} does not fit.", fix="Take the copy once more."
        ) from error
