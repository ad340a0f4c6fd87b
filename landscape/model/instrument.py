"""An assessment instrument: its dimensions, their items, and written anchors for each item."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.instrument_parts import (
    Anchor,
    Change,
    ChangeKind,
    Dimension,
    Item,
    LevelMeaning,
    OffScaleAnswer,
    Source,
    require_counted,
    require_text,
    require_unique,
    source_key,
)
from landscape.model.scales import OffScale

__all__ = [
    "FORMS",
    "FULL",
    "PARTNERS",
    "QUICK",
    "Anchor",
    "Change",
    "ChangeKind",
    "Dimension",
    "Instrument",
    "Item",
    "LevelMeaning",
    "OffScaleAnswer",
    "Source",
    "source_key",
]

QUICK: Final = "quick"
FULL: Final = "full"
PARTNERS: Final = "partners"
FORMS: Final = (QUICK, FULL, PARTNERS)

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A version of an instrument, as published in one file; `digest` is the file's sha256.

    `honest` says what the instrument is and is not, and stands wherever results do.
    `first_steps_order` is the order in which low dimensions offer their first steps;
    a dimension that is missing from it may come at any time. `levels` are 2 to 5, and every item
    has as many anchors. `changes` says what became of what stood in the version before;
    `extends` is the instrument that this one adds to, `words` says what uncommon words mean.
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
    changes: tuple[Change, ...] = ()
    extends: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.version < 1:
            raise InvalidValueError(f"The version is {self.version!r}.", fix="Count from 1.")
        if not _LANGUAGE.fullmatch(self.language):
            raise InvalidValueError(
                f"The language is {self.language!r}.", fix="Give a code such as 'en'."
            )
        require_text("The title", self.title)
        require_text("The honest sentence", self.honest)
        self._require_whole_scale()
        require_unique("The dimension", (dimension.id for dimension in self.dimensions))
        require_unique("The item", (item.id for item in self.items))
        self._require_known_sources()
        self._require_one_quick_item_a_dimension()
        self._require_known_order()

    def _require_whole_scale(self) -> None:
        require_counted("The levels are", tuple(meaning.level for meaning in self.levels))
        for item in self.items:
            if len(item.anchors) != len(self.levels):
                raise InvalidValueError(
                    f"Item {item.id!r} has {len(item.anchors)} anchors"
                    f" for {len(self.levels)} levels.",
                    fix="Write one for each level, the lowest first.",
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
        asked = {item.dimension_id for item in self.items}
        for dimension in self.dimensions:
            if dimension.id not in asked:
                raise InvalidValueError(
                    f"Dimension {dimension.id!r} has no item.", fix="Write one, or take it out."
                )
        quick = Counter(item.dimension_id for item in self.items if item.quick)
        for dimension in self.dimensions:
            if quick and quick[dimension.id] != 1:
                raise InvalidValueError(
                    f"Dimension {dimension.id!r} has {quick[dimension.id]} quick items.",
                    fix="Mark exactly one of its items as quick, or none in any dimension.",
                )

    def _require_known_order(self) -> None:
        require_unique("In the order of first steps,", self.first_steps_order)
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

    @property
    def has_quick_items(self) -> bool:
        """Whether there is a short form, of one item a dimension."""
        return any(item.quick for item in self.items)

    def items_of(self, dimension_id: str, form: str = FULL) -> tuple[Item, ...]:
        """The items of one dimension in a form, in the instrument's order."""
        return tuple(item for item in self.form(form) if item.dimension_id == dimension_id)

    def form(self, name: str) -> tuple[Item, ...]:
        """The items of a form: one a dimension in "quick", all in "full", the quick of partners.

        Partners are asked all items of an instrument that has no quick ones.
        """
        if name not in FORMS:
            raise NotFoundError(f"There is no form {name!r}.", fix=f"Choose one of {FORMS!r}.")
        if name == QUICK and not self.has_quick_items:
            raise NotFoundError(
                f"{self.id!r} has no quick items.", fix=f"Choose the form {FULL!r}."
            )
        whole = name == FULL or not self.has_quick_items
        return tuple(item for item in self.items if item.quick or whole)

    def words_in(self, *texts: str) -> dict[str, str]:
        """The uncommon words that occur in `texts`, with what they mean, in the order of words."""
        said = " ".join(texts)
        return {word: tip for word, tip in self.words.items() if _occurs(word, said)}

    def off_scale_answer(self, code: str) -> OffScaleAnswer:
        """The words of an answer that is not a level."""
        for answer in self.off_scale:
            if answer.code == code:
                return answer
        raise NotFoundError(
            f"There is no answer {code!r}.", fix=f"Use one of {[c.value for c in OffScale]!r}."
        )


def _occurs(word: str, text: str) -> bool:
    """Whether a form of `word` stands in `text`: "boundary" in "across boundaries"."""
    stem = re.escape(word.rstrip("ey"))
    return re.search(rf"\b{stem}\w{{0,4}}\b", text, re.IGNORECASE) is not None
