"""Evidence: what the map shows beside a rating, how much is recorded, and the names behind."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Literal

import pandas as pd

from landscape.model.scales import Centrality

# Shares are suppressed on a smaller base, and bands when less than this share is recorded.
SMALLEST_BASE: Final = 4
LEAST_RECORDED: Final = 0.6
PlaceKind = Literal["stakeholder", "constituency", "boundary", "relationship"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The spot of a landscape that a name stands for."""

    kind: PlaceKind
    id: str


def places(kind: PlaceKind, ids: Iterable[object]) -> tuple[Place, ...]:
    """A place of one kind for each id."""
    return tuple(Place(kind=kind, id=str(id_)) for id_ in ids)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """The frames of a landscape that measures read; `relationship` holds live ones only.

    Columns are those of a snapshot; see :class:`landscape.store.base.Snapshot`. `today` is the
    day that "in the last 12 months" ends with.
    """

    constituency: pd.DataFrame
    stakeholder: pd.DataFrame
    membership: pd.DataFrame
    relationship: pd.DataFrame
    report: pd.DataFrame
    boundary: pd.DataFrame
    sides: pd.DataFrame
    legitimacy: pd.DataFrame
    today: date

    @property
    def in_scope(self) -> pd.DataFrame:
        """The constituencies that are in scope, in their own order."""
        return self.constituency[self.constituency["in_scope"].astype(bool)]

    @property
    def team(self) -> pd.DataFrame:
        """The stakeholders on the convening team."""
        return self.stakeholder[self.stakeholder["on_team"].astype(bool)]

    @property
    def judgements(self) -> pd.DataFrame:
        """Legitimacies of the team as a whole and of those on it; of everybody without a team."""
        rows, team = self.legitimacy, self.team["id"]
        ours = rows["team_member_id"].isna() | rows["team_member_id"].isin(team)
        return rows if team.empty else rows[ours.to_numpy(dtype=bool)]

    @property
    def belongs(self) -> pd.DataFrame:
        """Who belongs to which constituency (`who`, `where`), first and further ones.

        Former members are left out.
        """
        columns = ["who", "where"]
        first = self.stakeholder[["id", "constituency_id"]].set_axis(columns, axis="columns")
        former = self.membership["centrality"].isin([Centrality.FORMER.value])
        further = self.membership.loc[~former, ["stakeholder_id", "constituency_id"]]
        further = further.set_axis(columns, axis="columns")
        return pd.concat([first, further]).dropna().drop_duplicates()

    def within(self, days: pd.Series, most: int) -> pd.Series:
        """Which of the days (missing: not recorded, so no) are at most `most` days back."""
        earliest = pd.Timestamp(self.today - timedelta(days=most))
        return (pd.to_datetime(days) >= earliest).fillna(value=False).astype(bool)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One measure of one landscape: `count` of `base`, of which `recorded` of `of` are known.

    `share` is given where it is not simply count by base. `names` are those behind the figure, as
    the measure's `names_say` puts it; `also` holds further sentences. `places` are the spots behind
    the names, in their order, or empty where names are no spots of the landscape.
    """

    count: int
    base: int
    recorded: int
    of: int
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    weighted: float | None = None
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        if self.places and len(self.places) != len(self.names):
            raise ValueError(f"{len(self.names)} names, but {len(self.places)} places.")

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
    lower band; a share that is not `banded` stands for no level at all.
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
    banded: bool = True

    def sentence(self, evidence: Evidence) -> str:
        """What the map shows, in words with counts."""
        return self.says.format(count=evidence.count, base=evidence.base)

    def band(self, evidence: Evidence) -> int | None:
        """The level from 1 to 5 that a share stands for in conversation, or None if it must not.

        Each fifth of the way from 0 to 1 is a level; a share on the line between two is the higher.
        """
        if not self.banded or not evidence.holds:
            return None
        share = 1 - evidence.share if self.inverted else evidence.share
        # Shares such as 3/5 must not fall below their line by a rounding error.
        return min(5, int(share * 5 + 1e-9) + 1)
