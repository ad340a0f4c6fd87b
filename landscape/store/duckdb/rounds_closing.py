"""Closing a round, and what it gives out: anonymous rounds lose every trace of order and person."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import duckdb
import pyarrow as pa

from landscape.model.assessment import Round
from landscape.model.ids import draw_id, pair_id
from landscape.store import sql
from landscape.store.duckdb.connection import Connection, fetch_row, read_frame
from landscape.store.duckdb.rounds import all_releases, find
from landscape.store.duckdb.rounds_answering import closed
from landscape.store.duckdb.rounds_live import shown_so_far
from landscape.store.rounds_base import ToRelease

_SHUFFLED: Final = ("submission", "answer", "writing")


def close_round(
    connection: Connection,
    landscape_id: str,
    round_id: str,
    day: date,
    evidence: Mapping[str, Any] | None,
    to_release: ToRelease | None,
) -> Round:
    """Close a round; what an anonymous one gives out is worked out in the same transaction."""

    def work(cursor: duckdb.DuckDBPyConnection) -> Round:
        round_ = find(cursor, landscape_id, round_id)
        if round_.state != "open":
            raise closed()
        state = "released"
        if round_.anonymous:
            _shuffle(cursor, landscape_id, round_id, day)
            state = _release(cursor, landscape_id, round_, day, to_release)
            remembered = {"landscape_id": landscape_id, "about": round_id}
            cursor.execute(sql.query("add_unsettled"), remembered)
        given = {
            "landscape_id": landscape_id,
            "round_id": round_id,
            "state": state,
            "day": day,
            "evidence": None if evidence is None else json.dumps(evidence, ensure_ascii=False),
        }
        fetch_row(cursor, "close_round", given)
        return find(cursor, landscape_id, round_id)

    held = connection.write(landscape_id, work)
    if held.anonymous:
        connection.settle()
    return held


def _shuffle(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str, day: date
) -> None:
    """Write all rows of a round once more under fresh ids, in the order of these ids."""
    given = {"landscape_id": landscape_id, "round_id": round_id, "day": day}
    ids = [id_ for (id_,) in _rows(cursor, "submissions_of_round", given)]
    fresh = [draw_id("u") for _ in ids]
    cursor.register(
        "shuffled",
        pa.table({"id": pa.array(ids, pa.string()), "fresh": pa.array(fresh, pa.string())}),
    )
    for name in ("shuffle_answers", "shuffle_writings", "shuffle_submissions"):
        cursor.execute(sql.query(name), sql.parameters(name, given))
    for table in _SHUFFLED:
        for name in (f"blank_{table}", f"drop_shuffled_{table}"):
            cursor.execute(sql.query(name), sql.parameters(name, given))
    cursor.unregister("shuffled")


def _rows(
    cursor: duckdb.DuckDBPyConnection, name: str, given: Mapping[str, object]
) -> list[tuple[Any, ...]]:
    return cursor.execute(sql.query(name), sql.parameters(name, given)).fetchall()


def _release(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    round_: Round,
    day: date,
    to_release: ToRelease | None,
) -> str:
    """Keep what the round gives out, where it gives out anything; returns its state."""
    given = {"landscape_id": landscape_id, "round_id": round_.id, "day": day}
    earlier = all_releases(cursor, landscape_id, round_.id)
    before = earlier[-1].cells if earlier else None
    answers = read_frame(cursor, "round_answers", given)
    writings = read_frame(cursor, "round_writings", given)
    room = shown_so_far(cursor, landscape_id, round_.id)
    cells = to_release(round_, answers, writings, before, room) if to_release else None
    if cells is None:
        return "released" if earlier else "closed"
    number = len(earlier) + 1
    kept = {
        **given,
        "id": pair_id(round_.id, str(number)),
        "number": number,
        "cells": json.dumps(cells, ensure_ascii=False),
    }
    for name in ("add_release", "mark_released"):
        cursor.execute(sql.query(name), sql.parameters(name, kept))
    return "released"
