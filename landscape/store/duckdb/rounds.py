"""Assessment rounds: writes bump the round's revision only, and leave no change rows."""

import json
from dataclasses import asdict, replace
from datetime import date

import duckdb
import pandas as pd

from landscape.model.assessment import Answer, Round
from landscape.model.errors import InvalidValueError, NotAllowedError, NotFoundError
from landscape.model.ids import draw_id, pair_id
from landscape.model.principal import Principal
from landscape.store import sql
from landscape.store.duckdb.connection import Connection, fetch_row


def all_rounds(
    connection: Connection, principal: Principal, landscape_id: str
) -> tuple[Round, ...]:
    """The rounds of a landscape, newest first."""
    given = {"landscape_id": landscape_id, "sees_team": principal.sees_team}
    with connection.reading() as cursor:
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
    connection: Connection,
    principal: Principal,
    landscape_id: str,
    round_id: str,
    state: str,
    day: date,
) -> Round:
    """Set the state of a round."""
    given = {"landscape_id": landscape_id, "round_id": round_id, "state": state, "day": day}

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        try:
            moved = fetch_row(cursor, "set_round_state", given)
        except duckdb.ConstraintException as error:
            raise InvalidValueError(
                f"{state!r} is no state of a round.", fix="Open it, close it or release it."
            ) from error
        if moved is None:
            raise _no_round()

    connection.write(landscape_id, work)
    rounds = all_rounds(connection, principal, landscape_id)
    return next(found for found in rounds if found.id == round_id)


def submission_of(
    connection: Connection, landscape_id: str, round_id: str, rater: str | None
) -> str:
    """The id of the rater's submission, added where there is none."""
    given = {"landscape_id": landscape_id, "round_id": round_id, "rater": rater}

    def work(cursor: duckdb.DuckDBPyConnection) -> str:
        found = fetch_row(cursor, "submission_of_rater", given)
        if found is not None:
            return str(found[0])
        if (
            fetch_row(cursor, "bump_round", {"landscape_id": landscape_id, "round_id": round_id})
            is None
        ):
            raise _no_round()
        id_ = draw_id("u")
        cursor.execute(sql.query("add_submission"), {**given, "id": id_})
        return id_

    return connection.write(landscape_id, work)


def put_answer(
    connection: Connection, landscape_id: str, submission_id: str, answer: Answer, day: date
) -> int:
    """Add or replace one answer of an open round; returns the round's revision."""

    def work(cursor: duckdb.DuckDBPyConnection) -> int:
        round_id = _open_round(cursor, landscape_id, submission_id)
        cursor.execute(
            sql.query("put_answer"),
            {
                "landscape_id": landscape_id,
                "id": pair_id(submission_id, answer.item_id),
                "round_id": round_id,
                "submission_id": submission_id,
                "item_id": answer.item_id,
                "level": answer.level,
                "off_scale": answer.off_scale.value if answer.off_scale else None,
                "text_shown": answer.text_shown,
                "language": answer.language,
                "reason": answer.reason,
                "note": answer.note,
                "answered_on": day,
                "confidence": answer.confidence,
                "trend": answer.trend.value if answer.trend else None,
                "target": answer.target,
                "refs": json.dumps([asdict(one) for one in answer.refs]) if answer.refs else None,
            },
        )
        return _bump(cursor, landscape_id, round_id)

    return connection.write(landscape_id, work)


def finish(connection: Connection, landscape_id: str, submission_id: str) -> int:
    """Mark a submission of an open round as finished; returns the round's revision."""

    def work(cursor: duckdb.DuckDBPyConnection) -> int:
        round_id = _open_round(cursor, landscape_id, submission_id)
        given = {"landscape_id": landscape_id, "submission_id": submission_id}
        cursor.execute(sql.query("finish_submission"), given)
        return _bump(cursor, landscape_id, round_id)

    return connection.write(landscape_id, work)


def read_answers(
    connection: Connection, principal: Principal, landscape_id: str, round_id: str
) -> pd.DataFrame:
    """See :meth:`landscape.store.base.Store.answers`."""
    return connection.frame(
        "answers",
        {
            "landscape_id": landscape_id,
            "round_id": round_id,
            "sees_sensitive": principal.sees_sensitive,
        },
    )


def _open_round(cursor: duckdb.DuckDBPyConnection, landscape_id: str, submission_id: str) -> str:
    found = fetch_row(
        cursor,
        "round_of_submission",
        {"landscape_id": landscape_id, "submission_id": submission_id},
    )
    if found is None:
        raise _no_round()
    round_id, state = found
    if state != "open":
        raise NotAllowedError("This round is closed.", fix="Open it again, or start another one.")
    return str(round_id)


def _bump(cursor: duckdb.DuckDBPyConnection, landscape_id: str, round_id: str) -> int:
    row = fetch_row(cursor, "bump_round", {"landscape_id": landscape_id, "round_id": round_id})
    if row is None:
        raise _no_round()
    return int(str(row[0]))


def _no_round() -> NotFoundError:
    return NotFoundError("There is no such round.", fix="Start one on Where we stand.")
