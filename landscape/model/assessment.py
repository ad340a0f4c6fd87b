"""Assessment rounds: who rated what, on which version of which instrument."""

from dataclasses import dataclass
from datetime import date

from landscape.model.errors import InvalidValueError
from landscape.model.scales import OffScale, require_name, require_scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One assessment round on one version of one instrument. `revision` counts its own writes."""

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

    def __post_init__(self) -> None:
        require_name("round", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One rater's answer to one item: a level with the text as shown, or an off-scale code."""

    item_id: str
    level: int | None = None
    off_scale: OffScale | None = None
    text_shown: str | None = None
    language: str = "en"
    reason: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        require_scale("readiness", self.level, of=self.item_id)
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
