"""What a round says, item by item and dimension by dimension; never a total."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from landscape.analysis.agreement import Agreement, agreement
from landscape.model.scales import OffScale

# What a comment is about, where it is neither an item nor a dimension: the question that closes a
# form, and anything at all, where too few wrote about the same to tell.
CLOSING: Final = "closing"
POOLED: Final = "pooled"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """The answers to one item: the levels from low to high, and the answers off the scale.

    `centre` is the median, `low` and `high` the quartiles, all nan without a level; `target` is the
    median of the targets that were set, nan without any. `texts` are the sentences as they were
    shown, by level.
    """

    item_id: str
    levels: tuple[int, ...]
    off_scale: Counter[OffScale]
    texts: Mapping[int, str]
    centre: float
    low: float
    high: float
    target: float = math.nan

    @property
    def answered(self) -> int:
        """How many answered it, on the scale or off it."""
        return len(self.levels) + self.off_scale.total() - self.off_scale[OffScale.UNANSWERED]

    @property
    def people(self) -> int:
        """How many it was counted over, with those who chose nothing.

        It can be fewer than answered in the round: what was given out earlier stands as it was.
        """
        return len(self.levels) + self.off_scale.total()

    @property
    def agreement(self) -> Agreement | None:
        """How far apart the levels are; None of fewer than two."""
        return agreement(self.levels)

    @property
    def gap(self) -> float:
        """How far the target lies above the centre, in levels; nan without either."""
        return self.target - self.centre


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionResult:
    """One dimension: the median over persons of each person's median, with quartiles over persons.

    A person counts with at least half of the items that apply to them; `people` is how many count.
    `levels` are all levels given to its items, `off_scale` all other answers.
    """

    dimension_id: str
    people: int
    levels: tuple[int, ...]
    off_scale: Counter[OffScale]
    centre: float
    low: float
    high: float
    target: float = math.nan

    @property
    def agreement(self) -> Agreement | None:
        """How far apart the levels are; None of fewer than two."""
        return agreement(self.levels)

    @property
    def gap(self) -> float:
        """How far the target lies above the centre, in levels; nan without either."""
        return self.target - self.centre


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """Something that is not shown, and why, in a sentence for people."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody wrote about an item or a dimension (`about`), at the end, or about anything."""

    about: str
    text: str
    rater: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All that a round shows. For an anonymous round: what was released of it, and nothing else.

    `dimensions` and `items` hold those that may be shown, in the instrument's order. `by_group`
    holds dimensions by where raters stand (the name of the group), where the threshold allows.
    `raters` names the people of a named round, and is empty for an anonymous one.
    """

    people: int
    dimensions: tuple[DimensionResult, ...]
    items: tuple[ItemResult, ...]
    by_group: Mapping[str, tuple[DimensionResult, ...]] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    raters: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    released: int = 0

    def dimension(self, dimension_id: str) -> DimensionResult | None:
        """One dimension, or None where it is not shown."""
        return next((one for one in self.dimensions if one.dimension_id == dimension_id), None)

    def item(self, item_id: str) -> ItemResult | None:
        """One item, or None where it is not shown."""
        return next((one for one in self.items if one.item_id == item_id), None)
