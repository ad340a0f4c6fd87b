"""Reads the map: all the tables a view needs, in one transaction, redacted in SQL."""

from collections.abc import Sequence

import pandas as pd

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.principal import Principal
from landscape.store.base import Snapshot
from landscape.store.duckdb.connection import Connection, fetch_row, read_frame
from landscape.store.duckdb.landscapes import landscape_of
from landscape.store.sql import Table

_DERIVED = ("sides", "brokers")


def read_snapshot(
    connection: Connection, principal: Principal, landscape_id: str, tables: Sequence[str]
) -> Snapshot:
    """See :meth:`landscape.store.base.Store.snapshot`."""
    unknown = {*tables} - {table.value for table in Table} - {*_DERIVED}
    if unknown:
        raise InvalidValueError(
            f"{sorted(unknown)!r} is no table.", fix="Name one of the map's tables."
        )
    given = {
        "landscape_id": landscape_id,
        "sees_team": principal.sees_team,
        "sees_sensitive": principal.sees_sensitive,
    }
    frames = {name: pd.DataFrame() for name in (*(table.value for table in Table), *_DERIVED)}
    with connection.reading() as cursor:
        row = fetch_row(cursor, "landscape", given)
        if row is None:
            raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")
        for table in Table:
            if table.value in tables:
                frames[table.value] = read_frame(cursor, f"read_{table.value}", given)
        if {*tables} & {*_DERIVED}:
            stands = read_frame(cursor, "sides", given)
            frames["sides"] = stands[stands["side"].notna()].reset_index(drop=True)
            frames["brokers"] = stands.loc[
                stands["side"].isna(), ["boundary_id", "stakeholder_id"]
            ].reset_index(drop=True)
    return Snapshot(landscape=landscape_of(row), **frames)
