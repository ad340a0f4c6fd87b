"""Brings rows back to what they were, whether one batch or everything since is taken back."""

import json
from collections.abc import Mapping

import duckdb

from landscape.store import sql
from landscape.store.duckdb.connection import fetch_row
from landscape.store.duckdb.writing import Writing, change_landscape
from landscape.store.sql import Table


def hold_then(cursor: duckdb.DuckDBPyConnection, query: str, given: Mapping[str, object]) -> None:
    """Keep how rows were, by one of the queries then_before_batch and then_at_revision."""
    cursor.execute(sql.query(query), sql.parameters(query, given))


def held_tables(cursor: duckdb.DuckDBPyConnection) -> list[Table]:
    """The tables of which rows are kept, in the order in which they are written."""
    held = {str(entity) for (entity,) in cursor.execute(sql.query("then_tables")).fetchall()}
    return [table for table in Table if table.value in held]


def hold_now(cursor: duckdb.DuckDBPyConnection, landscape_id: str, table: Table) -> None:
    """Keep how the same rows are."""
    cursor.execute(sql.query("hold_now", table), {"landscape_id": landscape_id})


def put_back(writing: Writing) -> None:
    """Make every row what is kept of it, and log what it was; what is so already has no change."""
    for table in held_tables(writing.cursor):
        hold_now(writing.cursor, writing.landscape_id, table)
        writing.run("log_put_back", entity=table.value)
        writing.run("take_out", table)
        structure = fetch_row(writing.cursor, "columns_as_text", {"table": table.value})
        writing.run("put_back", table, columns=structure[0] if structure else None)
    then = own_then(writing.cursor, writing.landscape_id)
    if then is not None:
        change_landscape(writing, then)


def own_then(cursor: duckdb.DuckDBPyConnection, landscape_id: str) -> Mapping[str, object] | None:
    """What is kept of the landscape's own columns, where they have changed."""
    then = fetch_row(cursor, "then_landscape", {})
    now = fetch_row(cursor, "landscape_as_text", {"landscape_id": landscape_id})
    if then is None or now is None or then[0] == now[0]:
        return None
    columns: Mapping[str, object] = json.loads(str(then[0]))
    return columns
