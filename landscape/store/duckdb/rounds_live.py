"""One item after the other in a room: how many have answered, and what, once it is shown.

What was shown of an item of an anonymous round stands: a later answer would stand out.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import duckdb

from landscape.model.assessment import LEAST_CHANGE, THRESHOLD, Round
from landscape.model.errors import NotAllowedError
from landscape.model.principal import AccessRole, Principal
from landscape.store import sql
from landscape.store.duckdb.connection import Connection, fetch_row
from landscape.store.duckdb.rounds import all_releases, find, no_round

_PARTS: Final = ("levels", "off_scale", "texts")


def show_item(
    connection: Connection,
    landscape_id: str,
    round_id: str,
    item_id: str | None,
    day: date,
    *,
    shown: bool,
) -> Round:
    """Let the room answer an item, or see its answers."""
    given = {
        "landscape_id": landscape_id,
        "round_id": round_id,
        "item_id": item_id,
        "shown": shown and item_id is not None,
    }

    def work(cursor: duckdb.DuckDBPyConnection) -> Round:
        round_ = find(cursor, landscape_id, round_id)
        if round_.anonymous and shown and item_id is not None:
            _freeze(cursor, landscape_id, round_, item_id, day)
        fetch_row(cursor, "show_live_item", given)
        return find(cursor, landscape_id, round_id)

    return connection.write(landscape_id, work)


def _freeze(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_: Round, item_id: str, day: date
) -> None:
    """Keep what is shown of an item of an anonymous round, where enough have answered it."""
    if _frozen(cursor, landscape_id, round_.id, item_id) is not None:
        return
    cells = _cells(cursor, landscape_id, round_.id, item_id)
    if answered_in(cells) < (round_.threshold or THRESHOLD):
        return
    given_out = _given_out(cursor, landscape_id, round_.id, item_id)
    if given_out is not None and answered_in(cells) - answered_in(given_out) < LEAST_CHANGE:
        # One or two more would be told apart by what was given out before.
        cells = {"item": item_id, **{part: given_out[part] for part in _PARTS}}
    kept = {
        "landscape_id": landscape_id,
        "id": _live_id(round_.id, item_id),
        "round_id": round_.id,
        "number": 0,
        "day": day,
        "cells": json.dumps(cells, ensure_ascii=False),
    }
    cursor.execute(sql.query("add_release"), kept)


def count(connection: Connection, principal: Principal, landscape_id: str, round_id: str) -> int:
    """How many have answered the item that the room is at."""
    with connection.reading() as cursor:
        round_ = _seen_round(cursor, principal, landscape_id, round_id)
        if round_.live_item is None:
            return 0
        return answered_in(_cells(cursor, landscape_id, round_id, round_.live_item))


def answers(
    connection: Connection, principal: Principal, landscape_id: str, round_id: str
) -> Mapping[str, Any] | None:
    """What the room answered to the item that it is at; None until it is shown."""
    with connection.reading() as cursor:
        round_ = _seen_round(cursor, principal, landscape_id, round_id)
        if round_.live_item is None or not round_.live_shown:
            return None
        if round_.anonymous:
            return _frozen(cursor, landscape_id, round_id, round_.live_item)
        return _cells(cursor, landscape_id, round_id, round_.live_item)


def require_unseen(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str, item_id: str
) -> None:
    """Raise while the room sees the answers to an item: one that changed would stand out."""
    given = {
        "landscape_id": landscape_id,
        "round_id": round_id,
        "item_id": item_id,
        "live_id": _live_id(round_id, item_id),
    }
    if fetch_row(cursor, "item_is_shown", given) is not None:
        raise NotAllowedError(
            "The answers to this question are on the screen already, so yours stays as it was.",
            fix="Ask for it to be answered again if you want to change it.",
        )


def answered_in(cells: Mapping[str, Any]) -> int:
    """How many answers an item's cells hold."""
    return int(sum((*cells["levels"].values(), *cells["off_scale"].values())))


def _seen_round(
    cursor: duckdb.DuckDBPyConnection, principal: Principal, landscape_id: str, round_id: str
) -> Round:
    """The round, which a rater sees only where they sit in it."""
    if principal.role is AccessRole.RESPONDENT:
        given = {"landscape_id": landscape_id, "submission_id": principal.id}
        own = fetch_row(cursor, "own_submission", given)
        if own is None or own[0] != round_id:
            raise no_round()
    return find(cursor, landscape_id, round_id, sees_team=False)


def _frozen(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str, item_id: str
) -> Mapping[str, Any] | None:
    given = {"landscape_id": landscape_id, "id": _live_id(round_id, item_id)}
    row = fetch_row(cursor, "live_release", given)
    return None if row is None else dict(json.loads(str(row[0])))


def _given_out(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str, item_id: str
) -> Mapping[str, Any] | None:
    """What the newest release holds of an item."""
    releases = all_releases(cursor, landscape_id, round_id)
    return releases[-1].cells.get("items", {}).get(item_id) if releases else None


def shown_so_far(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str
) -> Mapping[str, Any]:
    """What the room was shown, by item."""
    given = {"landscape_id": landscape_id, "round_id": round_id}
    rows = cursor.execute(sql.query("live_releases"), given).fetchall()
    found = [json.loads(cells) for (cells,) in rows]
    return {str(cells["item"]): cells for cells in found}


def _live_id(round_id: str, item_id: str) -> str:
    return f"{round_id}/live/{item_id}"


def _cells(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str, item_id: str
) -> Mapping[str, Any]:
    """Counts of the answers to an item: by level, by answer off the scale, and the texts shown."""
    given = {"landscape_id": landscape_id, "round_id": round_id, "item_id": item_id}
    rows = cursor.execute(sql.query("live_answers"), given).fetchall()
    return {
        "item": item_id,
        "levels": {str(level): times for level, _, _, times in rows if level is not None},
        "off_scale": {code: times for level, code, _, times in rows if level is None},
        "texts": {str(level): text for level, _, text, _ in rows if level is not None},
    }
