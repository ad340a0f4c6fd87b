"""Paper forms that somebody types in: all of a form as one finished submission, or nothing."""

from collections.abc import Mapping, Sequence
from datetime import date

import duckdb

from landscape.model.assessment import Answer, Round
from landscape.model.errors import NotAllowedError
from landscape.store import sql
from landscape.store.duckdb.connection import Connection, fetch_row
from landscape.store.duckdb.rounds import bump, find
from landscape.store.duckdb.rounds_answering import (
    add_submission,
    closed,
    write_answer,
    write_writing,
)
from landscape.store.duckdb.rounds_joining import require_free_name, require_room


def type_in(
    connection: Connection,
    landscape_id: str,
    round_id: str,
    day: date,
    *,
    rater: str | None,
    standpoint: str | None,
    answers: Sequence[Answer],
    writings: Mapping[str, str],
) -> int:
    """Add a submission with all its answers and writings; returns the round's revision."""

    def work(cursor: duckdb.DuckDBPyConnection) -> int:
        round_ = find(cursor, landscape_id, round_id)
        if round_.state != "open":
            raise closed()
        _require_place(cursor, landscape_id, round_, rater)
        id_ = add_submission(
            cursor, landscape_id, round_id, rater=rater, standpoint=standpoint, typed_in=True
        )
        for answer in answers:
            write_answer(cursor, landscape_id, round_id, id_, answer, day)
        for about, text in writings.items():
            write_writing(cursor, landscape_id, round_id, id_, about, text)
        given = {"landscape_id": landscape_id, "submission_id": id_}
        cursor.execute(sql.query("finish_submission"), given)
        _take_seat(cursor, landscape_id, round_id, rater, id_)
        return bump(cursor, landscape_id, round_id)

    return connection.write(landscape_id, work)


def _require_place(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    round_: Round,
    rater: str | None,
) -> None:
    if not round_.anonymous:
        require_free_name(cursor, landscape_id, round_, rater)
        return
    if rater is not None:
        raise NotAllowedError(
            "Nobody has a name in an anonymous round.", fix="Leave the name empty."
        )
    require_room(cursor, landscape_id, round_)


def _take_seat(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    round_id: str,
    rater: str | None,
    submission_id: str,
) -> None:
    """In a named round, the seat that was meant for whoever filled in the form is taken."""
    given = {"landscape_id": landscape_id, "round_id": round_id, "name": rater}
    seat = fetch_row(cursor, "seat_by_name", given) if rater else None
    if seat is not None:
        taken = {**given, "seat_id": seat[0], "submission_id": submission_id}
        cursor.execute(sql.query("claim_seat"), sql.parameters("claim_seat", taken))
