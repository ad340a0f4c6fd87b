"""A rater's own part of a round: what they answer and write; nobody else's rows are read."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import duckdb

from landscape.model.assessment import Answer, Reference, Submission, Trend
from landscape.model.errors import NotAllowedError
from landscape.model.ids import draw_id, pair_id
from landscape.model.principal import AccessRole, Principal
from landscape.model.scales import OffScale
from landscape.store import sql
from landscape.store.duckdb.connection import Connection, fetch_row
from landscape.store.duckdb.rounds import bump, find, no_round
from landscape.store.duckdb.rounds_live import require_unseen


def submission_of(
    connection: Connection, landscape_id: str, round_id: str, rater: str | None
) -> str:
    """The id of the rater's submission, added where there is none; for named rounds."""
    given = {"landscape_id": landscape_id, "round_id": round_id, "rater": rater}
    found = connection.row("submission_of_rater", given)
    if found is not None:
        return str(found[0])

    def work(cursor: duckdb.DuckDBPyConnection) -> str:
        again = fetch_row(cursor, "submission_of_rater", given)
        if again is not None:
            return str(again[0])
        if find(cursor, landscape_id, round_id).anonymous:
            raise NotAllowedError(
                "Nobody has a name in an anonymous round, not even you.",
                fix="Join it by its code, like everybody else.",
            )
        bump(cursor, landscape_id, round_id)
        return add_submission(cursor, landscape_id, round_id, rater=rater)

    return connection.write(landscape_id, work)


def add_submission(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    round_id: str,
    *,
    rater: str | None = None,
    key_hash: str | None = None,
    standpoint: str | None = None,
    typed_in: bool = False,
) -> str:
    """Add a submission; returns its id."""
    id_ = draw_id("u")
    cursor.execute(
        sql.query("add_submission"),
        {
            "landscape_id": landscape_id,
            "id": id_,
            "round_id": round_id,
            "rater": rater,
            "key_hash": key_hash,
            "standpoint": standpoint,
            "typed_in": typed_in,
        },
    )
    return id_


def read_own(
    connection: Connection, principal: Principal, landscape_id: str, submission_id: str
) -> Submission:
    """The rater's own submission with its round, read in one go."""
    given = {"landscape_id": landscape_id, "submission_id": submission_id}
    with connection.reading() as cursor:
        own = fetch_row(cursor, "own_submission", given)
        if own is None:
            raise no_round()
        round_id, standpoint, finished, rater = own
        result = cursor.execute(sql.query("own_answers"), given)
        names = [column[0] for column in result.description]
        answers = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
        writings = cursor.execute(sql.query("own_writings"), given).fetchall()
        round_ = find(cursor, landscape_id, str(round_id), sees_team=False)
    if principal.role is not AccessRole.RESPONDENT and (
        round_.anonymous or rater not in (None, principal.id)
    ):
        raise NotAllowedError("These answers are somebody else's.", fix="Answer in your own seat.")
    return Submission(
        id=submission_id,
        round=round_,
        answers=tuple(_answer(row) for row in answers),
        writings=dict(writings),
        standpoint=None if standpoint is None else str(standpoint),
        finished=bool(finished),
    )


def _answer(row: Mapping[str, Any]) -> Answer:
    refs = json.loads(row["refs"]) if row["refs"] else ()
    return Answer(
        **{
            **row,
            "off_scale": OffScale(row["off_scale"]) if row["off_scale"] else None,
            "trend": Trend(row["trend"]) if row["trend"] else None,
            "refs": tuple(Reference(kind=one["kind"], id=one["id"]) for one in refs),
        }
    )


def put_answer(
    connection: Connection, landscape_id: str, submission_id: str, answer: Answer, day: date
) -> int:
    """Add or replace one answer of an open round; returns the round's revision."""

    def work(cursor: duckdb.DuckDBPyConnection) -> int:
        round_id, revision = _bump_open(cursor, landscape_id, submission_id)
        require_unseen(cursor, landscape_id, round_id, answer.item_id)
        write_answer(cursor, landscape_id, round_id, submission_id, answer, day)
        return revision

    return connection.write(landscape_id, work)


def write_answer(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    round_id: str,
    submission_id: str,
    answer: Answer,
    day: date,
) -> None:
    """Add or replace the row of one answer."""
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


def put_writing(
    connection: Connection, landscape_id: str, submission_id: str, about: str, text: str
) -> int:
    """Keep what a rater wrote, or take it away where it is empty."""

    def write(cursor: duckdb.DuckDBPyConnection, round_id: str) -> None:
        write_writing(cursor, landscape_id, round_id, submission_id, about, text)

    return _in_open_round(connection, landscape_id, submission_id, write)


def write_writing(
    cursor: duckdb.DuckDBPyConnection,
    landscape_id: str,
    round_id: str,
    submission_id: str,
    about: str,
    text: str,
) -> None:
    """Add, replace or take away the row of something written."""
    given = {
        "landscape_id": landscape_id,
        "id": pair_id(submission_id, about),
        "round_id": round_id,
        "submission_id": submission_id,
        "about": about,
        "text": text,
    }
    name = "put_writing" if text.strip() else "remove_writing"
    cursor.execute(sql.query(name), sql.parameters(name, given))


def put_standpoint(
    connection: Connection, landscape_id: str, submission_id: str, standpoint: str | None
) -> int:
    """Keep where a rater stands."""
    given = {
        "landscape_id": landscape_id,
        "submission_id": submission_id,
        "standpoint": standpoint,
    }
    return _in_open_round(
        connection,
        landscape_id,
        submission_id,
        lambda cursor, _: cursor.execute(sql.query("set_standpoint"), given),
    )


def finish(connection: Connection, landscape_id: str, submission_id: str) -> int:
    """Mark a submission of an open round as finished; returns the round's revision."""
    given = {"landscape_id": landscape_id, "submission_id": submission_id}
    return _in_open_round(
        connection,
        landscape_id,
        submission_id,
        lambda cursor, _: cursor.execute(sql.query("finish_submission"), given),
    )


def _in_open_round(
    connection: Connection,
    landscape_id: str,
    submission_id: str,
    write: Callable[[duckdb.DuckDBPyConnection, str], object],
) -> int:
    """One write to a submission whose round is open; returns the round's revision."""

    def work(cursor: duckdb.DuckDBPyConnection) -> int:
        round_id, revision = _bump_open(cursor, landscape_id, submission_id)
        write(cursor, round_id)
        return revision

    return connection.write(landscape_id, work)


def _bump_open(
    cursor: duckdb.DuckDBPyConnection, landscape_id: str, submission_id: str
) -> tuple[str, int]:
    """Count one more write to the round of a submission, which must be open: its id, revision."""
    given = {"landscape_id": landscape_id, "submission_id": submission_id}
    bumped = fetch_row(cursor, "bump_open_round", given)
    if bumped is not None:
        return str(bumped[0]), int(str(bumped[1]))
    if fetch_row(cursor, "own_submission", given) is None:
        raise no_round()
    raise closed()


def closed() -> NotAllowedError:
    """What is said where a round takes no answers."""
    return NotAllowedError("This round is closed.", fix="Open it again, or start another one.")
