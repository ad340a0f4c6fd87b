"""The plan: steps that a team means to take, and what became of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from landscape.model.errors import InvalidValueError
from landscape.model.scales import require_name

LONGEST_STEP: Final = 400
LONGEST_NOTE: Final = 2_000


class StepStatus(StrEnum):
    """How far a step is."""

    IDEA = "idea"
    AGREED = "agreed"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


CLOSED: Final = frozenset({StepStatus.DONE, StepStatus.DROPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One thing to do, by whom and until when where that is agreed.

    `round_id`, `dimension_id` and `item_id` say what it came from, where it came from answers;
    `became` is what became of it, in the team's own words.
    """

    id: str
    step: str
    round_id: str | None = None
    dimension_id: str | None = None
    item_id: str | None = None
    owner: str | None = None
    due_on: date | None = None
    status: StepStatus = StepStatus.AGREED
    note: str | None = None
    became: str | None = None
    ordinal: int = 0

    def __post_init__(self) -> None:
        require_name("step", self.step)
        for what, text, most in (
            ("step", self.step, LONGEST_STEP),
            ("owner", self.owner or "", LONGEST_STEP),
            ("note", self.note or "", LONGEST_NOTE),
            ("account of what became of it", self.became or "", LONGEST_NOTE),
        ):
            if len(text) > most:
                raise InvalidValueError(
                    f"The {what} of {self.step[:40]!r} has {len(text):,} characters.",
                    fix=f"Say it in at most {most:,}.",
                )

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.status not in CLOSED
