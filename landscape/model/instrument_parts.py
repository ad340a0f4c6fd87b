"""What an instrument is made of: sources, levels, answers off the scale, dimensions, items."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from landscape.model.errors import InvalidValueError
from landscape.model.scales import OffScale

FEWEST_LEVELS: Final = 2
MOST_LEVELS: Final = 5

_EVIDENCE: Final = frozenset(f"E{number:02}" for number in range(1, 36))


class ChangeKind(StrEnum):
    """What a change does to the answers that were given before it."""

    EDITORIAL = "editorial"
    CLARIFIED = "clarified"
    CHANGED = "changed"
    RETIRED = "retired"


def source_key(reference: str) -> str:
    """The source that a reference points into: `SEED` for `SEED-L11`, line 11 of it."""
    return reference.partition("-")[0]


def require_text(what: str, text: str) -> None:
    """Raise InvalidValueError when `text` holds nothing that can be read."""
    if not text.strip():
        raise InvalidValueError(f"{what} is {text!r}.", fix="Write it out.")


def require_unique(what: str, names: Iterable[str]) -> None:
    """Raise InvalidValueError when one of `names` stands there twice."""
    repeated = sorted(name for name, times in Counter(names).items() if times > 1)
    if repeated:
        raise InvalidValueError(
            f"{what} {repeated[0]!r} stands there more than once.", fix="Let each stand there once."
        )


def require_counted(what: str, levels: tuple[int, ...]) -> None:
    """Raise InvalidValueError unless `levels` counts from 1 to between 2 and 5."""
    most = min(max(len(levels), FEWEST_LEVELS), MOST_LEVELS)
    expected = list(range(1, most + 1))
    if list(levels) != expected:
        raise InvalidValueError(
            f"{what} {list(levels)!r}.",
            fix=f"Write {FEWEST_LEVELS} to {MOST_LEVELS} of them, counted from 1, in this order.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What an item or a dimension is derived from: a text on the web, or work of one's own."""

    key: str
    title: str
    address: str | None = None

    @property
    def cited(self) -> str:
        """The title, with the address where there is one."""
        return self.title if self.address is None else f"{self.title}, {self.address}"

    def __post_init__(self) -> None:
        require_text(f"The title of source {self.key!r}", self.title)
        if self.address is not None and not self.address.startswith(("https://", "http://")):
            raise InvalidValueError(
                f"The address of source {self.key!r} is {self.address!r}.",
                fix="Begin it with https:// or http://.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelMeaning:
    """What a level means in general; each item says it in its own anchors."""

    level: int
    name: str
    meaning: str

    def __post_init__(self) -> None:
        require_text(f"The name of level {self.level}", self.name)
        require_text(f"The meaning of level {self.level}", self.meaning)


@dataclass(frozen=True, slots=True, kw_only=True)
class OffScaleAnswer:
    """An answer that is not a level, in the words people choose it by."""

    code: OffScale
    name: str
    meaning: str
    needs_reason: bool

    def __post_init__(self) -> None:
        require_text(f"The name of {self.code.value!r}", self.name)
        require_text(f"The meaning of {self.code.value!r}", self.meaning)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What one level of one item looks like in practice."""

    level: int
    text: str

    def __post_init__(self) -> None:
        require_text(f"The anchor for level {self.level}", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One observable statement with an anchor for each level, chosen by reading.

    `evidence` names the measures of the map that may stand beside a rating; when it is empty,
    only people can judge. `first_step` is offered to those who choose a low level. `supersedes` is
    the item of an earlier version that this one stands for since its meaning changed.
    """

    id: str
    dimension_id: str
    statement: str
    anchors: tuple[Anchor, ...]
    sources: tuple[str, ...]
    evidence: tuple[str, ...]
    quick: bool
    first_step: str
    supersedes: str | None = None

    def __post_init__(self) -> None:
        require_text("The statement", self.statement)
        require_text("The first step", self.first_step)
        require_counted(
            "It has anchors for the levels", tuple(anchor.level for anchor in self.anchors)
        )
        require_unique("The anchor", (anchor.text for anchor in self.anchors))
        if not self.sources:
            raise InvalidValueError("It names no source.", fix="Say what it is derived from.")
        unknown = [measure for measure in self.evidence if measure not in _EVIDENCE]
        if unknown:
            raise InvalidValueError(
                f"Its evidence {unknown[0]!r} is not a measure.",
                fix="Name measures from E01 to E35.",
            )

    def anchor(self, level: int) -> Anchor:
        """The anchor for `level`."""
        if not 1 <= level <= len(self.anchors):
            raise InvalidValueError(
                f"The level of {self.id!r} is {level!r}.",
                fix=f"Choose one from 1 to {len(self.anchors)}.",
            )
        return self.anchors[level - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A side of readiness, with questions to think about before rating.

    `low` is what to do first where the middle of the ratings is 1 or 2, `middling` where it is 3,
    `on_the_map` what to look at there; `caution`, where given, is said while it is low.
    """

    id: str
    title: str
    group: str
    area: str
    sources: tuple[str, ...]
    prompts: tuple[str, ...]
    low: str
    middling: str
    on_the_map: str
    caution: str | None = None

    def __post_init__(self) -> None:
        for label, text in (
            ("title", self.title),
            ("group", self.group),
            ("area", self.area),
            ("advice for a low one", self.low),
            ("advice for a middling one", self.middling),
            ("look at the map", self.on_the_map),
        ):
            require_text(f"The {label}", text)
        if not self.prompts:
            raise InvalidValueError("It has no prompt.", fix="Write a question to open with.")
        if not self.sources:
            raise InvalidValueError("It names no source.", fix="Say what it is derived from.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of an item or a dimension since the version before, and why, in words."""

    about: str
    kind: ChangeKind
    words: str

    def __post_init__(self) -> None:
        require_text(f"What changed in {self.about!r}", self.words)
