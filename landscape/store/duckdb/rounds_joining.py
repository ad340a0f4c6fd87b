"""How people get into a round: a code leads to a seat, and the seat to a secret of their own.

In an anonymous round a seat that was taken has nothing in common with the submission that came of
it: nobody can say who has answered, only how many.
"""

from collections.abc import Sequence

import duckdb

from landscape.model.assessment import Door, Round
from landscape.model.errors import ConflictError, InvalidValueError, NotAllowedError
from landscape.model.ids import draw_id
from landscape.store import sql
from landscape.store.duckdb.connection import Connection, fetch_row
from landscape.store.duckdb.rounds import bump, find, no_round
from landscape.store.duckdb.rounds_answering import add_submission, closed


def behind(connection: Connection, code: str, code_hash: str) -> Door | None:
    """Where a code leads; None where nobody gave it out."""
    with connection.reading() as cursor:
        row = fetch_row(cursor, "round_by_code", {"code": code, "code_hash": code_hash})
        if row is None:
            return None
        landscape_id, round_id, _, seat_name, personal, used = row
        return Door(
            landscape_id=str(landscape_id),
            round=find(cursor, str(landscape_id), str(round_id), sees_team=False),
            seat_name=None if seat_name is None else str(seat_name),
            personal=bool(personal),
            used=bool(used),
            groups=_group_names(cursor, str(landscape_id)),
        )


def group_names(connection: Connection, landscape_id: str) -> tuple[str, ...]:
    """The names of groups that a rater can say to stand in."""
    with connection.reading() as cursor:
        return _group_names(cursor, landscape_id)


def _group_names(cursor: duckdb.DuckDBPyConnection, landscape_id: str) -> tuple[str, ...]:
    rows = cursor.execute(sql.query("group_names"), {"landscape_id": landscape_id}).fetchall()
    return tuple(dict.fromkeys(name for (name,) in rows))


def seated(connection: Connection, key_hash: str) -> tuple[str, str] | None:
    """The landscape and the submission of whoever holds a secret."""
    row = connection.row("submission_by_key", {"key_hash": key_hash})
    return None if row is None else (str(row[0]), str(row[1]))


def take_seat(
    connection: Connection, door: Door, code_hash: str, key_hash: str, name: str | None
) -> str:
    """Take the seat behind a door for whoever holds the secret; returns the submission's id."""

    def work(cursor: duckdb.DuckDBPyConnection) -> str:
        round_ = find(cursor, door.landscape_id, door.round.id)
        if round_.state != "open":
            raise closed()
        here = {"landscape_id": door.landscape_id, "round_id": round_.id}
        seat = fetch_row(cursor, "seat_by_code", {**here, "code_hash": code_hash})
        if door.personal and seat is None:
            raise no_round()
        bump(cursor, door.landscape_id, round_.id)
        if round_.anonymous:
            return _take_unnamed(cursor, door.landscape_id, round_, seat, key_hash)
        return _take_named(cursor, door.landscape_id, round_, seat, key_hash, name)

    return connection.write(door.landscape_id, work)


def _take_unnamed(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    round_: Round,
    seat: tuple[object, ...] | None,
    key_hash: str,
) -> str:
    require_room(cursor, landscape_id, round_)
    if seat is not None:
        id_, _, claimed, _ = seat
        if claimed:
            raise used()
        _claim(cursor, landscape_id, id_, None)
    return add_submission(cursor, landscape_id, round_.id, key_hash=key_hash)


def _take_named(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    round_: Round,
    seat: tuple[object, ...] | None,
    key_hash: str,
    name: str | None,
) -> str:
    """The seat with one's name on it; by the room's code, one's name opens it only once."""
    here = {"landscape_id": landscape_id, "round_id": round_.id, "name": name}
    if seat is None:
        require_free_name(cursor, landscape_id, round_, name)
        seat = fetch_row(cursor, "seat_by_name", here)
    if seat is None:
        return add_submission(cursor, landscape_id, round_.id, rater=name, key_hash=key_hash)
    seat_id, rater, _, submission_id = seat
    if submission_id is None:
        id_ = add_submission(cursor, landscape_id, round_.id, rater=str(rater), key_hash=key_hash)
        _claim(cursor, landscape_id, seat_id, id_)
        return id_
    given = {
        "landscape_id": landscape_id,
        "submission_id": submission_id,
        "key_hash": key_hash,
    }
    cursor.execute(sql.query("set_key"), given)
    return str(submission_id)


def require_free_name(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_: Round, name: str | None
) -> None:
    """Raise unless somebody may come into a named round by this name."""
    if not name:
        raise InvalidValueError("This round goes by name.", fix="Say who you are.")
    here = {"landscape_id": landscape_id, "round_id": round_.id, "name": name}
    if fetch_row(cursor, "rater_by_name", here) is not None:
        raise ConflictError(
            f"Somebody has joined as {name!r} already.",
            fix="If it was you, use the address that you got then. If not, write your full name.",
        )


def require_room(cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_: Round) -> None:
    """Raise unless an anonymous round has a seat left."""
    here = {"landscape_id": landscape_id, "round_id": round_.id}
    row = fetch_row(cursor, "count_submissions", here)
    begun = int(str(row[0])) if row else 0
    if round_.expected is not None and begun >= round_.expected:
        raise NotAllowedError(
            f"All {round_.expected} seats of this round are taken.",
            fix="Ask whoever invited you for a further one.",
        )


def add_seats(
    connection: Connection,
    landscape_id: str,
    round_id: str,
    seats: Sequence[tuple[str | None, str]],
) -> None:
    """Add seats, each by a name or none and the hash of its code; a known name gets a fresh code.

    Raises NotAllowedError when an anonymous round would have more seats than are expected.
    """

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        round_ = find(cursor, landscape_id, round_id)
        here = {"landscape_id": landscape_id, "round_id": round_id}
        if round_.anonymous:
            _require_so_many(cursor, landscape_id, round_, len(seats))
        for name, code_hash in seats:
            known = fetch_row(cursor, "seat_by_name", {**here, "name": name}) if name else None
            given = {
                "landscape_id": landscape_id,
                "id": draw_id("k"),
                "round_id": round_id,
                "seat_id": known[0] if known else None,
                "name": name,
                "code_hash": code_hash,
            }
            query = "set_seat_code" if known else "add_seat"
            cursor.execute(sql.query(query), sql.parameters(query, given))
        bump(cursor, landscape_id, round_id)

    connection.write(landscape_id, work)


def _require_so_many(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_: Round, more: int
) -> None:
    row = fetch_row(cursor, "count_seats", {"landscape_id": landscape_id, "round_id": round_.id})
    there = int(str(row[0])) if row else 0
    if round_.expected is not None and there + more > round_.expected:
        raise NotAllowedError(
            f"{round_.expected} people are expected, and {there} codes are given out.",
            fix=f"Make at most {round_.expected - there} more.",
        )


def _claim(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    seat_id: object,
    submission_id: str | None,
) -> None:
    given = {"landscape_id": landscape_id, "seat_id": seat_id, "submission_id": submission_id}
    cursor.execute(sql.query("claim_seat"), given)


def used() -> NotAllowedError:
    """What is said where a code has been used up."""
    return NotAllowedError(
        "This code has been used.",
        fix="Go on with the address that you got then, or ask for another code.",
    )
