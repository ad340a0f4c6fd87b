"""Tells in names what one batch did to which rows and fields, as far as the reader may see it."""

import duckdb
import pandas as pd

from landscape.model.principal import Principal
from landscape.store import sql
from landscape.store.duckdb import history
from landscape.store.duckdb.connection import read_frame
from landscape.store.sql import Table


def what_changed(
    cursor: duckdb.DuckDBPyConnection,
    principal: Principal,
    landscape_id: str,
    batch_id: str,
    most: int,
) -> pd.DataFrame:
    """See :meth:`landscape.store.base.Store.what_changed`."""
    batch = history.find(cursor, landscape_id, batch_id)
    given = {
        "landscape_id": landscape_id,
        "batch_id": batch.id,
        "revision": batch.revision,
        "most": most,
        "sees_team": principal.sees_team,
        "sees_sensitive": principal.sees_sensitive,
    }
    cursor.execute(sql.query("told_rows"), sql.parameters("told_rows", given))
    for table in Table:
        cursor.execute(sql.query("tell_content", table), sql.parameters("tell_content", given))
    return read_frame(cursor, "what_changed", given)
