"""Profiles of conveners: read and written under the id of whoever asks, and no other."""

import json
from datetime import date

import duckdb

from landscape.model.errors import NotFoundError
from landscape.model.principal import Principal
from landscape.model.profile import Profile
from landscape.store import sql
from landscape.store.duckdb.access import Action, require
from landscape.store.duckdb.connection import Connection, fetch_row


class DuckDBProfiles:
    """Implements :class:`landscape.store.profiles_base.ProfileStore`."""

    _connection: Connection

    def profile(self, principal: Principal, landscape_id: str) -> Profile:
        """The principal's own profile."""
        require(principal, Action.READ)
        given = {"landscape_id": landscape_id, "principal_id": principal.id}
        with self._connection.reading() as cursor:
            row = fetch_row(cursor, "own_profile", given)
        if row is None:
            return Profile()
        said, day = row
        return Profile(
            said=json.loads(str(said)), changed_on=day if isinstance(day, date) else None
        )

    def save_profile(self, principal: Principal, landscape_id: str, profile: Profile) -> None:
        """Keep the principal's own profile in place of the one before."""
        require(principal, Action.READ)
        given = {
            "landscape_id": landscape_id,
            "principal_id": principal.id,
            "said": json.dumps(dict(profile.said), ensure_ascii=False),
            "changed_on": profile.changed_on,
        }

        def work(cursor: duckdb.DuckDBPyConnection) -> None:
            _require_landscape(cursor, landscape_id)
            cursor.execute(sql.query("put_profile"), given)

        self._connection.write(landscape_id, work)

    def erase_profile(self, principal: Principal, landscape_id: str, on: date) -> None:
        """See :meth:`landscape.store.profiles_base.ProfileStore.erase_profile`."""
        require(principal, Action.READ)
        given = {"landscape_id": landscape_id, "principal_id": principal.id}

        def work(cursor: duckdb.DuckDBPyConnection) -> None:
            _require_landscape(cursor, landscape_id)
            for name in ("blank_profile", "drop_profile"):
                cursor.execute(sql.query(name), given)
            cursor.execute(sql.query("put_profile"), {**given, "said": "{}", "changed_on": on})
            remembered = {"landscape_id": landscape_id, "about": "profile"}
            cursor.execute(sql.query("add_unsettled"), remembered)

        self._connection.write(landscape_id, work)
        self._connection.settle()


def _require_landscape(cursor: duckdb.DuckDBPyConnection, landscape_id: str) -> None:
    if fetch_row(cursor, "landscape", {"landscape_id": landscape_id}) is None:
        raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")
