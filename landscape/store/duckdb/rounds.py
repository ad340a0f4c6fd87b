"""Assessment rounds: writes bump the round's revision only, and leave no change rows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from landscape.model.assessment import (
    ANONYMOUS,
    RaterStanding,
    RaterState,
    Release,
    Round,
    RoundStanding,
)
from landscape.model.errors import InvalidValueError, NotAllowedError, NotFoundError
from landscape.model.ids import draw_id
from landscape.model.principal import Principal
from landscape.store import sql
from landscape.store.duckdb.connection import Connection, fetch_row

_OVER = ("closed", "released")


def all_rounds(
    connection: Connection, principal: Principal, landscape_id: str
) -> tuple[Round, ...]:
    """The rounds of a landscape, newest first."""
    with connection.reading() as cursor:
        return _rounds(
            cursor,
            landscape_id,
            None,
            sees_team=principal.sees_team,
            sees_sensitive=principal.sees_sensitive,
        )


def find(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str, *, sees_team: bool = True
) -> Round:
    """One round without its evidence, which is read by who may see it; or NotFoundError."""
    found = _rounds(cursor, landscape_id, round_id, sees_team=sees_team, sees_sensitive=False)
    if not found:
        raise no_round()
    return found[0]


def _rounds(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    round_id: str | None,
    *,
    sees_team: bool,
    sees_sensitive: bool,
) -> tuple[Round, ...]:
    given = {
        "landscape_id": landscape_id,
        "round_id": round_id,
        "sees_team": sees_team,
        "sees_sensitive": sees_sensitive,
    }
    result = cursor.execute(sql.query("rounds"), given)
    names = [column[0] for column in result.description]
    rows = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    return tuple(
        Round(**{**row, "evidence": json.loads(row["evidence"]) if row["evidence"] else None})
        for row in rows
    )


def add_round(connection: Connection, landscape_id: str, round_: Round) -> Round:
    """Add a round; draws its id when it has none."""
    added = replace(round_, id=round_.id or draw_id("r"), revision=0)
    given = {
        "landscape_id": landscape_id,
        **{name: getattr(added, name) for name in Round.__dataclass_fields__},
    }

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        if fetch_row(cursor, "landscape", given) is None:
            raise NotFoundError("There is no such landscape.", fix="Choose one from the list.")
        cursor.execute(sql.query("add_round"), sql.parameters("add_round", given))

    connection.write(landscape_id, work)
    return added


def move_round(
    connection: Connection, landscape_id: str, round_id: str, state: str, day: date
) -> Round:
    """Set the state of a round; an anonymous one closes in its own way."""
    given = {"landscape_id": landscape_id, "round_id": round_id, "state": state, "day": day}

    def work(cursor: duckdb.DuckDBPyConnection) -> Round:
        found = find(cursor, landscape_id, round_id)
        # Also by a page that was drawn before somebody else opened it again.
        if found.mode == ANONYMOUS and (state in _OVER or found.state == "open"):
            raise NotAllowedError(
                "An anonymous round is only closed together with what it gives out.",
                fix="Close it on Rounds.",
            )
        try:
            fetch_row(cursor, "set_round_state", given)
        except duckdb.ConstraintException as error:
            raise InvalidValueError(
                f"{state!r} is no state of a round.", fix="Open it, close it or release it."
            ) from error
        return find(cursor, landscape_id, round_id)

    return connection.write(landscape_id, work)


def reopen_round(
    connection: Connection, landscape_id: str, round_id: str, code: str | None, expected: int | None
) -> Round:
    """Open a round again, under a code and with so many raters expected."""
    given = {
        "landscape_id": landscape_id,
        "round_id": round_id,
        "code": code,
        "expected": expected,
    }

    def work(cursor: duckdb.DuckDBPyConnection) -> Round:
        if fetch_row(cursor, "reopen_round", given) is None:
            raise no_round()
        return find(cursor, landscape_id, round_id)

    return connection.write(landscape_id, work)


def read_answers(
    connection: Connection, principal: Principal, landscape_id: str, round_id: str
) -> pd.DataFrame:
    """See :meth:`landscape.store.rounds_base.RoundStore.answers`."""
    return connection.frame("answers", _reader(principal, landscape_id, round_id))


def read_writings(
    connection: Connection, principal: Principal, landscape_id: str, round_id: str
) -> pd.DataFrame:
    """See :meth:`landscape.store.rounds_base.RoundStore.writings`."""
    return connection.frame("writings", _reader(principal, landscape_id, round_id))


def _reader(principal: Principal, landscape_id: str, round_id: str) -> Mapping[str, object]:
    return {
        "landscape_id": landscape_id,
        "round_id": round_id,
        "reader": principal.id,
        "sees_sensitive": principal.sees_sensitive,
    }


def all_releases(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str
) -> tuple[Release, ...]:
    """What an anonymous round gave out at its closings, oldest first."""
    given = {"landscape_id": landscape_id, "round_id": round_id}
    rows = cursor.execute(sql.query("releases"), given).fetchall()
    return tuple(
        Release(number=number, released_on=day, cells=_json(cells)) for number, day, cells in rows
    )


def read_releases(connection: Connection, landscape_id: str, round_id: str) -> tuple[Release, ...]:
    """See :meth:`landscape.store.rounds_base.RoundStore.releases`."""
    with connection.reading() as cursor:
        return all_releases(cursor, landscape_id, round_id)


def _json(text: str) -> Mapping[str, Any]:
    return dict(json.loads(text))


def standing(
    connection: Connection, principal: Principal, landscape_id: str, round_id: str
) -> RoundStanding:
    """How far a round has come; the people of a named one only for those who may know them."""
    given = {"landscape_id": landscape_id, "round_id": round_id}
    with connection.reading() as cursor:
        round_ = find(cursor, landscape_id, round_id)
        row = cursor.execute(sql.query("count_submissions"), given).fetchall()[0]
        begun, finished, answered = row
        rows: Sequence[tuple[Any, ...]] = ()
        if not round_.anonymous and principal.sees_sensitive:
            rows = cursor.execute(sql.query("rater_standing"), given).fetchall()
    return RoundStanding(
        expected=round_.expected,
        begun=begun,
        answered=answered,
        finished=finished,
        people=tuple(
            RaterStanding(
                name=str(name or ""),
                state=_state(submission_id, finished=is_done),
                answered=answered,
            )
            for name, submission_id, is_done, answered in rows
        ),
    )


def _state(submission_id: str | None, *, finished: bool) -> RaterState:
    if submission_id is None:
        return RaterState.INVITED
    return RaterState.FINISHED if finished else RaterState.ANSWERING


def bump(cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str) -> int:
    """Count one more write to a round; returns its revision."""
    row = fetch_row(cursor, "bump_round", {"landscape_id": landscape_id, "round_id": round_id})
    if row is None:
        raise no_round()
    return int(str(row[0]))


def no_round() -> NotFoundError:
    """What is said where a round is not there."""
    return NotFoundError("There is no such round.", fix="Start one on Where we stand.")
