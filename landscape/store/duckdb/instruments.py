"""Questions that a team brought itself: kept as they were read, and never changed."""

from datetime import date

import duckdb
import pandas as pd

from landscape.model.errors import ConflictError, NotFoundError
from landscape.model.principal import AccessRole, Principal
from landscape.store import sql
from landscape.store.duckdb.access import Action, require
from landscape.store.duckdb.connection import Connection, fetch_row


class DuckDBInstruments:
    """Implements :class:`landscape.store.instruments_base.InstrumentStore`."""

    _connection: Connection

    def own_instruments(self, principal: Principal, landscape_id: str) -> pd.DataFrame:
        """One row a version of a team's own questions."""
        answers = principal.role is AccessRole.RESPONDENT
        require(principal, Action.ANSWER if answers else Action.READ)
        return self._connection.frame("own_instruments", {"landscape_id": landscape_id})

    def add_instrument(
        self,
        principal: Principal,
        landscape_id: str,
        *,
        id: str,  # noqa: A002  the column's name
        digest: str,
        text: str,
        on: date,
    ) -> None:
        """Keep a version; the same once more changes nothing."""
        require(principal, Action.HOLD)
        here = {"landscape_id": landscape_id}
        given = {**here, "id": id, "digest": digest, "text": text, "added_on": on}

        def work(cursor: duckdb.DuckDBPyConnection) -> None:
            if fetch_row(cursor, "landscape", here) is None:
                raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")
            held = cursor.execute(sql.query("own_instruments"), here).fetchall()
            digests = {held_id: held_digest for held_id, held_digest, *_ in held}
            if digests.get(id) == digest:
                return
            if id in digests:
                raise ConflictError(
                    f"The questions {id!r} are here already, with other words.",
                    fix="Count the version one up: what was answered keeps its questions.",
                )
            cursor.execute(sql.query("add_instrument"), given)

        self._connection.write(landscape_id, work)
