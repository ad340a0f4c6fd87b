"""Evidence: what the map shows beside a rating, how much is recorded, and the names behind."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

# Shares are suppressed on a smaller base, and bands when less than this share is recorded.
SMALLEST_BASE: Final = 4
LEAST_RECORDED: Final = 0.6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """The frames of a landscape that measures read; `relationship` holds live ones only.

    Columns are those of a snapshot; see :class:`landscape.store.base.Snapshot`.
    """

    constituency: pd.DataFrame
    stakeholder: pd.DataFrame
    membership: pd.DataFrame
    relationship: pd.DataFrame
    boundary: pd.DataFrame
    sides: pd.DataFrame
    legitimacy: pd.DataFrame

    @property
    def in_scope(self) -> pd.DataFrame:
        """The constituencies that are in scope, in their own order."""
        return self.constituency[self.constituency["in_scope"].astype(bool)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One measure of one landscape: `count` of `base`, of which `recorded` of `of` are known.

    `share` is given where it is not simply count by base. `names` are those behind the figure, as
    the measure's `names_say` puts it; `also` holds further sentences.
    """

    count: int
    base: int
    recorded: int
    of: int
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    weighted: float | None = None

    @property
    def share(self) -> float:
        """From 0.0 to 1.0; nan on a base under 4."""
        if self.base < SMALLEST_BASE:
            return math.nan
        return self.count / self.base if self.weighted is None else self.weighted

    @property
    def recorded_share(self) -> float:
        """How much of what the measure needs is recorded, from 0.0 to 1.0; nan of nothing."""
        return self.recorded / self.of if self.of else math.nan

    @property
    def holds(self) -> bool:
        """Whether enough is recorded to stand beside a rating."""
        return self.base >= SMALLEST_BASE and self.recorded_share >= LEAST_RECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A measure, found by being in the package `metrics`.

    `says` is a sentence with {count} and {base}; `names_say` comes before the names behind the
    figure; `needs` says what to record when too little is. Where `inverted`, a higher share is a
    lower band.
    """

    code: str
    title: str
    says: str
    names_say: str
    needs: str
    formula: str
    source: str
    compute: Callable[[Picture], Evidence] = field(repr=False)
    inverted: bool = False

    def sentence(self, evidence: Evidence) -> str:
        """What the map shows, in words with counts."""
        return self.says.format(count=evidence.count, base=evidence.base)

    def band(self, evidence: Evidence) -> int | None:
        """The level from 1 to 5 that a share stands for in conversation, or None if it must not.

        Each fifth of the way from 0 to 1 is a level; a share on the line between two is the higher.
        """
        if not evidence.holds:
            return None
        share = 1 - evidence.share if self.inverted else evidence.share
        # Shares such as 3/5 must not fall below their line by a rounding error.
        return min(5, int(share * 5 + 1e-9) + 1)
