"""The list of landscapes: add, find, delete and restore."""

import json
from datetime import UTC, datetime, timedelta
from typing import Final

from landscape.model.errors import NotFoundError
from landscape.model.landscape import Landscape
from landscape.store import sql
from landscape.store.duckdb.connection import Connection, utc_now

KEPT_FOR: Final = timedelta(days=30)


def _aware(moment: object) -> datetime | None:
    return moment.replace(tzinfo=UTC) if isinstance(moment, datetime) else None


def landscape_of(row: tuple[object, ...]) -> Landscape:
    """The landscape that a row of landscape.sql or landscapes.sql holds."""
    (
        id_,
        name,
        challenge,
        difference,
        scope,
        out,
        settings,
        revision,
        created,
        changed,
        deleted,
    ) = row
    return Landscape(
        id=str(id_),
        name=str(name),
        challenge=_text(challenge),
        difference_sought=_text(difference),
        scope=_text(scope),
        out_of_scope=_text(out),
        settings=json.loads(str(settings)),
        revision=int(str(revision)),
        created_at=_aware(created),
        changed_at=_aware(changed),
        deleted_at=_aware(deleted),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def find(connection: Connection, landscape_id: str) -> Landscape:
    """The landscape, or NotFoundError."""
    row = connection.row("landscape", {"landscape_id": landscape_id})
    if row is None:
        raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")
    return landscape_of(row)


def listed(connection: Connection, *, deleted: bool) -> tuple[Landscape, ...]:
    """Landscapes in use, or those deleted in the last 30 days."""
    with connection.reading() as cursor:
        rows = cursor.execute(
            sql.query("landscapes"), {"deleted": deleted, "since": utc_now() - KEPT_FOR}
        ).fetchall()
    return tuple(landscape_of(row) for row in rows)


def columns(landscape: Landscape) -> dict[str, object]:
    """The landscape's own columns as they are stored."""
    return {
        "name": landscape.name,
        "challenge": landscape.challenge,
        "difference_sought": landscape.difference_sought,
        "scope": landscape.scope,
        "out_of_scope": landscape.out_of_scope,
        "settings": json.dumps(dict(landscape.settings), ensure_ascii=False),
    }
