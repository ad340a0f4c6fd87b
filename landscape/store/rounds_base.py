"""What every store can do for assessment rounds; their writes bump the round's revision only.

Nobody stands in an anonymous round: its seats have no names, nothing leads from a seat to answers,
and its answers are read by nobody but the rater, until they are given out as counts.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

import pandas as pd

from landscape.model.assessment import Answer, Door, Release, Round, RoundStanding, Submission
from landscape.model.principal import Principal

# What an anonymous round gives out: from the round, its answers, its writings, what it gave out
# before, and what a room was shown of single items. None where there is too little.
ToRelease = Callable[
    [Round, pd.DataFrame, pd.DataFrame, Mapping[str, Any] | None, Mapping[str, Any]],
    Mapping[str, Any] | None,
]


class RoundStore(Protocol):
    """Keeps assessment rounds."""

    # Holding a round
    def rounds(self, principal: Principal, landscape_id: str) -> tuple[Round, ...]:
        """All rounds, newest first."""

    def create_round(self, principal: Principal, landscape_id: str, round_: Round) -> Round:
        """Add a round."""

    def set_round_state(
        self,
        principal: Principal,
        landscape_id: str,
        round_id: str,
        state: str,
        on: date,
    ) -> Round:
        """Move a round to another state; an anonymous one is closed by `close_round` only."""

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
        """Close an open round, with what the map shows, in one transaction.

        A named round is released. The rows of an anonymous one are written once more under fresh
        ids, in their order, without their raters' secrets and with the day of closing; what
        `to_release` makes of them is kept. It is released, or only closed where that is None.
        """

    def reopen_round(
        self,
        principal: Principal,
        landscape_id: str,
        round_id: str,
        *,
        code: str | None,
        expected: int | None,
    ) -> Round:
        """Open a round again, under this code and with so many raters expected."""

    def add_seats(
        self,
        principal: Principal,
        landscape_id: str,
        round_id: str,
        seats: Sequence[tuple[str | None, str]],
    ) -> None:
        """Add seats, each by a name or none and the sha256 of its code.

        A name that has a seat gets the fresh code for it. Raises NotAllowedError when an anonymous
        round would have more seats than are expected.
        """

    def round_standing(
        self, principal: Principal, landscape_id: str, round_id: str
    ) -> RoundStanding:
        """How far a round has come, without what anybody said."""

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
        """Let a room answer one item, or see its answers.

        Of an anonymous round nothing is shown of fewer than its threshold, and what was shown of
        an item once stands, whatever is answered later.
        """

    def live_count(self, principal: Principal, landscape_id: str, round_id: str) -> int:
        """How many have answered the item that the room is at."""

    def live_answers(
        self, principal: Principal, landscape_id: str, round_id: str
    ) -> Mapping[str, Any] | None:
        """Counts of the answers to the item that the room is at; None until it is shown.

        `item`, `levels` and `off_scale` (answer -> how many), `texts` (level -> sentence).
        """

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
        """Add all of a paper form as one finished submission; returns the round's revision."""

    # Getting in: by a code, and not on behalf of anybody
    def door(self, code: str, code_hash: str) -> Door | None:
        """Where a code leads; None where nobody gave it out."""

    def take_seat(self, door: Door, code_hash: str, key_hash: str, *, name: str | None) -> str:
        """Take the seat behind a door for whoever holds the secret; the submission's id."""

    def seated(self, key_hash: str) -> tuple[str, str] | None:
        """The landscape and the submission of whoever holds a secret."""

    def room_is_live(self, key_hash: str) -> bool:
        """Whether the open round of whoever holds a secret is at a question."""

    def group_names(self, principal: Principal, landscape_id: str) -> tuple[str, ...]:
        """The names of groups that a rater can say to stand in."""

    # Answering
    def open_submission(
        self,
        principal: Principal,
        landscape_id: str,
        round_id: str,
        *,
        rater: str | None = None,
    ) -> str:
        """The id of the rater's submission in a named round, added where there is none."""

    def submission(self, principal: Principal, landscape_id: str, submission_id: str) -> Submission:
        """One rater's own part of a round."""

    def save_answer(
        self,
        principal: Principal,
        landscape_id: str,
        submission_id: str,
        answer: Answer,
        on: date,
    ) -> int:
        """Add or replace one answer of an open round; returns the round's revision."""

    def save_writing(
        self, principal: Principal, landscape_id: str, submission_id: str, about: str, text: str
    ) -> int:
        """Keep what a rater wrote, nothing where it is empty; returns the round's revision."""

    def save_standpoint(
        self, principal: Principal, landscape_id: str, submission_id: str, standpoint: str | None
    ) -> int:
        """Keep where a rater stands; returns the round's revision."""

    def finish_submission(self, principal: Principal, landscape_id: str, submission_id: str) -> int:
        """Mark a submission as finished; returns the round's revision."""

    # What was said
    def answers(self, principal: Principal, landscape_id: str, round_id: str) -> pd.DataFrame:
        """One row an answer, by submission, then item.

        Of a named round: all once it is closed, before that only the reader's own. Of an anonymous
        round: nothing, ever; see `releases`. Columns: submission_id, rater, finished, item_id,
        level (Int64), off_scale, text_shown, reason, note, answered_on, confidence (Int64), trend,
        target (Int64), refs (JSON text), standpoint.
        """

    def writings(self, principal: Principal, landscape_id: str, round_id: str) -> pd.DataFrame:
        """What people wrote, by submission; by the same rule as `answers`.

        Columns: submission_id, rater, about (a dimension's id, or "closing"), text.
        """

    def releases(
        self, principal: Principal, landscape_id: str, round_id: str
    ) -> tuple[Release, ...]:
        """What an anonymous round gave out, oldest first."""
