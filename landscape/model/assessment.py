"""Assessment rounds: who rated what, on which version of which instrument."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from landscape.model.errors import InvalidValueError
from landscape.model.scales import OffScale, require_name, require_scale

NAMED: Final = "named"
ANONYMOUS: Final = "anonymous"
THRESHOLD: Final = 5
LEAST_THRESHOLD: Final = 3
# So many more answers it takes to change anything that an anonymous round gave out.
LEAST_CHANGE: Final = 3
# From so many expected raters on a round is anonymous unless somebody says otherwise.
ANONYMOUS_FROM: Final = 8


class Trend(StrEnum):
    """How something has gone since last time."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A part of the map that an answer rests on."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One assessment round on one version of one instrument. `revision` counts its own writes.

    `threshold` is how many answers an anonymous round needs before anything of it is shown;
    `expected` how many raters are expected. `code` lets people in a room join. `live_item` is what
    the room answers at the moment, `live_shown` whether it sees the answers. `evidence` is what the
    map showed when the round was closed.
    """

    id: str
    name: str
    instrument: str
    version: int
    digest: str
    form: str
    readiness_for: str | None = None
    mode: str = "named"
    state: str = "open"
    revision: int = 0
    opened_on: date | None = None
    closed_on: date | None = None
    boundary_id: str | None = None
    threshold: int | None = None
    expected: int | None = None
    code: str | None = None
    live_item: str | None = None
    live_shown: bool = False
    evidence: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        require_name("round", self.name)
        if self.mode == ANONYMOUS and self.threshold is None:
            object.__setattr__(self, "threshold", THRESHOLD)
        if self.threshold is not None and self.threshold < LEAST_THRESHOLD:
            raise InvalidValueError(
                f"The threshold of {self.name!r} is {self.threshold!r}.",
                fix=f"Let nothing be shown of fewer than {LEAST_THRESHOLD} answers.",
            )

    @property
    def anonymous(self) -> bool:
        """Whether nobody may learn who said what."""
        return self.mode == ANONYMOUS

    @property
    def for_oneself(self) -> bool:
        """Whether one person answers it alone, and sees the answers at once."""
        return not self.anonymous and (
            self.expected == 1 or (self.expected is None and self.code is None)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One rater's answer to one item: a level with the text as shown, or an off-scale code.

    `confidence` is from 1 to 5, `target` a level; `refs` are what on the map it rests on.
    """

    item_id: str
    level: int | None = None
    off_scale: OffScale | None = None
    text_shown: str | None = None
    language: str = "en"
    reason: str | None = None
    note: str | None = None
    confidence: int | None = None
    trend: Trend | None = None
    target: int | None = None
    refs: tuple[Reference, ...] = ()

    def __post_init__(self) -> None:
        require_scale("readiness", self.level, of=self.item_id)
        require_scale("confidence", self.confidence, of=self.item_id)
        require_scale("readiness", self.target, of=self.item_id)
        if (self.level is None) == (self.off_scale is None):
            raise InvalidValueError(
                f"The answer to {self.item_id!r} is neither one level nor one other answer.",
                fix="Choose one of the sentences, or one of the answers below them.",
            )
        if self.off_scale is OffScale.NOT_APPLICABLE and not (self.reason or "").strip():
            raise InvalidValueError(
                "'Not applicable' has no reason.",
                fix="Say in a few words why it does not apply.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One rater's own part of a round: what they answered and wrote, and where they stand.

    `writings` are what they wrote, by the id of a dimension or "closing".
    """

    id: str
    round: Round
    answers: tuple[Answer, ...]
    writings: Mapping[str, str]
    standpoint: str | None = None
    finished: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What an anonymous round gave out at one closing, once and for all: counts of answers."""

    number: int
    released_on: date
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where a code leads: a round, and in it the seat of somebody by name, or of whoever comes."""

    landscape_id: str
    round: Round
    seat_name: str | None
    personal: bool
    used: bool
    groups: tuple[str, ...]


class RaterState(StrEnum):
    """How far somebody has come in a round."""

    INVITED = "invited"
    ANSWERING = "answering"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class RaterStanding:
    """How far one person has come in a named round, without what they said."""

    name: str
    state: RaterState
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStanding:
    """How far a round has come, without what anybody said; `people` only of a named round.

    `begun` are those who came in, `answered` those of them with at least one answer.
    """

    expected: int | None
    begun: int
    answered: int
    finished: int
    people: tuple[RaterStanding, ...] = ()
