"""The rounds of the DuckDB store: each call passes the gate, and then goes to its table group."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from landscape.model.assessment import Answer, Door, Release, Round, RoundStanding, Submission
from landscape.model.principal import Principal
from landscape.store.duckdb import (
    rounds,
    rounds_answering,
    rounds_closing,
    rounds_joining,
    rounds_live,
    rounds_paper,
)
from landscape.store.duckdb.access import Action, require, require_own
from landscape.store.duckdb.connection import Connection
from landscape.store.rounds_base import ToRelease


class DuckDBRounds:
    """Implements :class:`landscape.store.rounds_base.RoundStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rounds(self, principal: Principal, landscape_id: str) -> tuple[Round, ...]:
        """All rounds, newest first."""
        require(principal, Action.READ)
        return rounds.all_rounds(self._connection, principal, landscape_id)

    def create_round(self, principal: Principal, landscape_id: str, round_: Round) -> Round:
        """Add a round."""
        require(principal, Action.HOLD)
        return rounds.add_round(self._connection, landscape_id, round_)

    def set_round_state(
        self, principal: Principal, landscape_id: str, round_id: str, state: str, on: date
    ) -> Round:
        """Move a round to another state."""
        require(principal, Action.HOLD)
        return rounds.move_round(self._connection, landscape_id, round_id, state, on)

    def close_round(
        self,
        principal: Principal,
        landscape_id: str,
        round_id: str,
        on: date,
        *,
        evidence: Mapping[str, Any] | None = None,
        to_release: ToRelease | None = None,
    ) -> Round:
        """Close an open round; see the protocol."""
        require(principal, Action.HOLD)
        return rounds_closing.close_round(
            self._connection, landscape_id, round_id, on, evidence, to_release
        )

    def reopen_round(
        self,
        principal: Principal,
        landscape_id: str,
        round_id: str,
        *,
        code: str | None,
        expected: int | None,
    ) -> Round:
        """Open a round again."""
        require(principal, Action.HOLD)
        return rounds.reopen_round(self._connection, landscape_id, round_id, code, expected)

    def add_seats(
        self,
        principal: Principal,
        landscape_id: str,
        round_id: str,
        seats: Sequence[tuple[str | None, str]],
    ) -> None:
        """Add seats; see the protocol."""
        require(principal, Action.HOLD)
        rounds_joining.add_seats(self._connection, landscape_id, round_id, seats)

    def round_standing(
        self, principal: Principal, landscape_id: str, round_id: str
    ) -> RoundStanding:
        """How far a round has come."""
        require(principal, Action.HOLD)
        return rounds.standing(self._connection, principal, landscape_id, round_id)

    def show_live_item(
        self,
        principal: Principal,
        landscape_id: str,
        round_id: str,
        item_id: str | None,
        on: date,
        *,
        shown: bool,
    ) -> Round:
        """Let a room answer one item, or see its answers; see the protocol."""
        require(principal, Action.HOLD)
        return rounds_live.show_item(
            self._connection, landscape_id, round_id, item_id, on, shown=shown
        )

    def live_count(self, principal: Principal, landscape_id: str, round_id: str) -> int:
        """How many have answered the item that the room is at."""
        require(principal, Action.ANSWER)
        return rounds_live.count(self._connection, principal, landscape_id, round_id)

    def live_answers(
        self, principal: Principal, landscape_id: str, round_id: str
    ) -> Mapping[str, Any] | None:
        """Counts of the answers to the item that the room is at; see the protocol."""
        require(principal, Action.ANSWER)
        return rounds_live.answers(self._connection, principal, landscape_id, round_id)

    def type_in(
        self,
        principal: Principal,
        landscape_id: str,
        round_id: str,
        on: date,
        *,
        rater: str | None,
        standpoint: str | None,
        answers: Sequence[Answer],
        writings: Mapping[str, str],
    ) -> int:
        """Add all of a paper form as one finished submission."""
        require(principal, Action.HOLD)
        return rounds_paper.type_in(
            self._connection,
            landscape_id,
            round_id,
            on,
            rater=rater,
            standpoint=standpoint,
            answers=answers,
            writings=writings,
        )

    def door(self, code: str, code_hash: str) -> Door | None:
        """Where a code leads."""
        return rounds_joining.behind(self._connection, code, code_hash)

    def take_seat(self, door: Door, code_hash: str, key_hash: str, *, name: str | None) -> str:
        """Take the seat behind a door."""
        return rounds_joining.take_seat(self._connection, door, code_hash, key_hash, name)

    def seated(self, key_hash: str) -> tuple[str, str] | None:
        """The landscape and the submission of whoever holds a secret."""
        return rounds_joining.seated(self._connection, key_hash)

    def room_is_live(self, key_hash: str) -> bool:
        """Whether the open round of whoever holds a secret is at a question."""
        return self._connection.row("room_is_live", {"key_hash": key_hash}) is not None

    def group_names(self, principal: Principal, landscape_id: str) -> tuple[str, ...]:
        """The names of groups that a rater can say to stand in."""
        require(principal, Action.ANSWER)
        return rounds_joining.group_names(self._connection, landscape_id)

    def open_submission(
        self, principal: Principal, landscape_id: str, round_id: str, *, rater: str | None = None
    ) -> str:
        """The id of the rater's submission in a named round."""
        require_own(principal, rater or "")
        return rounds_answering.submission_of(self._connection, landscape_id, round_id, rater)

    def submission(self, principal: Principal, landscape_id: str, submission_id: str) -> Submission:
        """One rater's own part of a round."""
        require_own(principal, submission_id)
        return rounds_answering.read_own(self._connection, principal, landscape_id, submission_id)

    def save_answer(
        self, principal: Principal, landscape_id: str, submission_id: str, answer: Answer, on: date
    ) -> int:
        """Add or replace one answer."""
        require_own(principal, submission_id)
        return rounds_answering.put_answer(
            self._connection, landscape_id, submission_id, answer, on
        )

    def save_writing(
        self, principal: Principal, landscape_id: str, submission_id: str, about: str, text: str
    ) -> int:
        """Keep what a rater wrote."""
        require_own(principal, submission_id)
        return rounds_answering.put_writing(
            self._connection, landscape_id, submission_id, about, text
        )

    def save_standpoint(
        self, principal: Principal, landscape_id: str, submission_id: str, standpoint: str | None
    ) -> int:
        """Keep where a rater stands."""
        require_own(principal, submission_id)
        return rounds_answering.put_standpoint(
            self._connection, landscape_id, submission_id, standpoint
        )

    def finish_submission(self, principal: Principal, landscape_id: str, submission_id: str) -> int:
        """Mark a submission as finished."""
        require_own(principal, submission_id)
        return rounds_answering.finish(self._connection, landscape_id, submission_id)

    def answers(self, principal: Principal, landscape_id: str, round_id: str) -> pd.DataFrame:
        """One row an answer of a named round; see the protocol."""
        require(principal, Action.READ)
        return rounds.read_answers(self._connection, principal, landscape_id, round_id)

    def writings(self, principal: Principal, landscape_id: str, round_id: str) -> pd.DataFrame:
        """What people wrote in a named round; see the protocol."""
        require(principal, Action.READ)
        return rounds.read_writings(self._connection, principal, landscape_id, round_id)

    def releases(
        self, principal: Principal, landscape_id: str, round_id: str
    ) -> tuple[Release, ...]:
        """What an anonymous round gave out, oldest first."""
        require(principal, Action.READ)
        return rounds.read_releases(self._connection, landscape_id, round_id)
