"""An assessment instrument: its dimensions, their items, and five written anchors for each item."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.scales import SCALES, OffScale

FORMS: Final = ("quick", "full")

_LOWEST, _HIGHEST = SCALES["readiness"]
_LEVELS: Final = tuple(range(_LOWEST, _HIGHEST + 1))
_EVIDENCE: Final = frozenset(f"E{number:02}" for number in range(1, 36))
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def source_key(reference: str) -> str:
    """The source that a reference points into: `SEED` for `SEED-L11`, line 11 of it."""
    return reference.partition("-")[0]


def _require_text(what: str, text: str) -> None:
    if not text.strip():
        raise InvalidValueError(f"{what} is {text!r}.", fix="Write it out.")


def _require_unique(what: str, names: Iterable[str]) -> None:
    repeated = sorted(name for name, times in Counter(names).items() if times > 1)
    if repeated:
        raise InvalidValueError(
            f"{what} {repeated[0]!r} stands there more than once.", fix="Let each stand there once."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that an item or a dimension is derived from."""

    key: str
    title: str
    address: str

    def __post_init__(self) -> None:
        _require_text(f"The title of source {self.key!r}", self.title)
        if not self.address.startswith(("https://", "http://")):
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
        _require_text(f"The name of level {self.level}", self.name)
        _require_text(f"The meaning of level {self.level}", self.meaning)


@dataclass(frozen=True, slots=True, kw_only=True)
class OffScaleAnswer:
    """An answer that is not a level, in the words people choose it by."""

    code: OffScale
    name: str
    meaning: str
    needs_reason: bool

    def __post_init__(self) -> None:
        _require_text(f"The name of {self.code.value!r}", self.name)
        _require_text(f"The meaning of {self.code.value!r}", self.meaning)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What one level of one item looks like in practice."""

    level: int
    text: str

    def __post_init__(self) -> None:
        _require_text(f"The anchor for level {self.level}", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One observable statement with five anchors, chosen by reading.

    `evidence` names the measures of the map that may stand beside a rating; when it is empty,
    only people can judge. `first_step` is offered to those who choose level 1 or 2.
    """

    id: str
    dimension_id: str
    statement: str
    anchors: tuple[Anchor, ...]
    sources: tuple[str, ...]
    evidence: tuple[str, ...]
    quick: bool
    first_step: str

    def __post_init__(self) -> None:
        _require_text("The statement", self.statement)
        _require_text("The first step", self.first_step)
        levels = tuple(anchor.level for anchor in self.anchors)
        if levels != _LEVELS:
            raise InvalidValueError(
                f"It has anchors for the levels {list(levels)!r}.",
                fix=f"Write one for each of {list(_LEVELS)!r}, in this order.",
            )
        _require_unique("The anchor", (anchor.text for anchor in self.anchors))
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
        if level not in _LEVELS:
            raise InvalidValueError(
                f"The level of {self.id!r} is {level!r}.",
                fix=f"Choose one from {_LOWEST} to {_HIGHEST}.",
            )
        return self.anchors[level - _LOWEST]


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
            _require_text(f"The {label}", text)
        if not self.prompts:
            raise InvalidValueError("It has no prompt.", fix="Write a question to open with.")
        if not self.sources:
            raise InvalidValueError("It names no source.", fix="Say what it is derived from.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A version of an instrument, as published in one file; `digest` is the file's sha256.

    `honest` says what the instrument is and is not, and stands wherever results do.
    `first_steps_order` is the order in which low dimensions offer their first steps;
    a dimension that is missing from it may come at any time.
    """

    id: str
    version: int
    language: str
    title: str
    name: str
    honest: str
    closing_question: str
    first_steps_order: tuple[str, ...]
    levels: tuple[LevelMeaning, ...]
    off_scale: tuple[OffScaleAnswer, ...]
    sources: Mapping[str, Source]
    dimensions: tuple[Dimension, ...]
    items: tuple[Item, ...]
    digest: str

    def __post_init__(self) -> None:
        if self.version < 1:
            raise InvalidValueError(f"The version is {self.version!r}.", fix="Count from 1.")
        if not _LANGUAGE.fullmatch(self.language):
            raise InvalidValueError(
                f"The language is {self.language!r}.", fix="Give a code such as 'en'."
            )
        _require_text("The title", self.title)
        _require_text("The honest sentence", self.honest)
        self._require_whole_scale()
        _require_unique("The dimension", (dimension.id for dimension in self.dimensions))
        _require_unique("The item", (item.id for item in self.items))
        self._require_known_sources()
        self._require_one_quick_item_a_dimension()
        self._require_known_order()

    def _require_whole_scale(self) -> None:
        levels = tuple(meaning.level for meaning in self.levels)
        if levels != _LEVELS:
            raise InvalidValueError(
                f"The levels are {list(levels)!r}.", fix=f"Name {list(_LEVELS)!r}, in this order."
            )
        codes = [answer.code.value for answer in self.off_scale]
        expected = [code.value for code in OffScale]
        if sorted(codes) != sorted(expected):
            raise InvalidValueError(
                f"The answers off the scale are {codes!r}.", fix=f"Name {expected!r}, each once."
            )

    def _require_known_sources(self) -> None:
        parts: tuple[Dimension | Item, ...] = (*self.dimensions, *self.items)
        for part in parts:
            for reference in part.sources:
                if source_key(reference) not in self.sources:
                    raise InvalidValueError(
                        f"{part.id!r} is derived from {reference!r}, which is not in the sources.",
                        fix=f"Add a source {source_key(reference)!r} with its title and address.",
                    )

    def _require_one_quick_item_a_dimension(self) -> None:
        known = {dimension.id for dimension in self.dimensions}
        for item in self.items:
            if item.dimension_id not in known:
                raise InvalidValueError(
                    f"Item {item.id!r} belongs to {item.dimension_id!r}, which is no dimension.",
                    fix="Add the dimension, or name one that is there.",
                )
        quick = Counter(item.dimension_id for item in self.items if item.quick)
        for dimension in self.dimensions:
            if quick[dimension.id] != 1:
                raise InvalidValueError(
                    f"Dimension {dimension.id!r} has {quick[dimension.id]} quick items.",
                    fix="Mark exactly one of its items as quick.",
                )

    def _require_known_order(self) -> None:
        _require_unique("In the order of first steps,", self.first_steps_order)
        known = {dimension.id for dimension in self.dimensions}
        for dimension_id in self.first_steps_order:
            if dimension_id not in known:
                raise InvalidValueError(
                    f"The order of first steps names {dimension_id!r}, which is not a dimension.",
                    fix="Name dimensions that are there.",
                )

    def item(self, item_id: str) -> Item:
        """The item with this id."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise NotFoundError(
            f"There is no item {item_id!r} in {self.id!r}, version {self.version}.",
            fix=f"Use an id such as {self.items[0].id!r}.",
        )

    def dimension(self, dimension_id: str) -> Dimension:
        """The dimension with this id."""
        for dimension in self.dimensions:
            if dimension.id == dimension_id:
                return dimension
        raise NotFoundError(
            f"There is no dimension {dimension_id!r} in {self.id!r}, version {self.version}.",
            fix=f"Use an id such as {self.dimensions[0].id!r}.",
        )

    def items_of(self, dimension_id: str, form: str = "full") -> tuple[Item, ...]:
        """The items of one dimension in a form, in the instrument's order."""
        return tuple(item for item in self.form(form) if item.dimension_id == dimension_id)

    def form(self, name: str) -> tuple[Item, ...]:
        """The items of a form: one a dimension in "quick", all of them in "full"."""
        if name not in FORMS:
            raise NotFoundError(f"There is no form {name!r}.", fix=f"Choose one of {FORMS!r}.")
        return tuple(item for item in self.items if item.quick or name == "full")

    def off_scale_answer(self, code: str) -> OffScaleAnswer:
        """The words of an answer that is not a level."""
        for answer in self.off_scale:
            if answer.code == code:
                return answer
        raise NotFoundError(
            f"There is no answer {code!r}.", fix=f"Use one of {[c.value for c in OffScale]!r}."
        )
