"""Boundaries: how many relationships cross one, how many stay within a side, who reaches across."""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from landscape.analysis.coverage import response_by
from landscape.model.scales import Asked

Counts = NDArray[np.int64]


class Silence(StrEnum):
    """What a zero means."""

    NONE_REPORTED = "none reported"
    NOT_ASKED = "not asked"
    NO_PAIR = "no pair"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Crossings:
    """Relationships at one boundary, between every two of its sides.

    Each matrix is symmetric with one row and one column a side, in the order of `sides`; its
    diagonal is about pairs within a side. `relationships` counts relationships, `pairs` the pairs
    of stakeholders there could be, `connected` those with at least one relationship, and
    `answered` those of which at least one end was asked and answered. `response` has one row a
    side (see :func:`landscape.analysis.coverage.response_by`). `unplaced` counts relationships
    with an end on no side.
    """

    sides: tuple[str, ...]
    relationships: Counts
    pairs: Counts
    connected: Counts
    answered: Counts
    response: pd.DataFrame
    unplaced: int

    @property
    def staying(self) -> int:
        """How many relationships stay within a side."""
        return int(np.trace(self.relationships))

    @property
    def crossing(self) -> int:
        """How many relationships cross from one side to another."""
        return int(np.triu(self.relationships, k=1).sum())

    @property
    def ei_index(self) -> float:
        """See :func:`ei_index`."""
        return ei_index(self.crossing, self.staying)

    @property
    def density(self) -> float:
        """The share of pairs on different sides with a relationship; nan without such a pair."""
        possible = int(np.triu(self.pairs, k=1).sum())
        return int(np.triu(self.connected, k=1).sum()) / possible if possible else math.nan

    def silence(self, row: int, column: int) -> Silence | None:
        """What the zero between two sides means, or None where there are relationships.

        A pair without a relationship is "none reported" only if one of its ends answered.
        """
        if self.relationships[row, column]:
            return None
        if not self.pairs[row, column]:
            return Silence.NO_PAIR
        return Silence.NONE_REPORTED if self.answered[row, column] else Silence.NOT_ASKED

    def silences(self, kind: Silence) -> tuple[tuple[str, str], ...]:
        """The pairs of different sides between which there is a silence of this kind."""
        count = len(self.sides)
        return tuple(
            (self.sides[row], self.sides[column])
            for row in range(count)
            for column in range(row + 1, count)
            if self.silence(row, column) is kind
        )


def ei_index(crossing: int, staying: int) -> float:
    r"""External-internal index of the relationships at one boundary.

    .. math:: EI = \frac{E - I}{E + I}

    where :math:`E` counts relationships that cross the boundary and :math:`I` those that stay on
    one side [1]_.

    Parameters
    ----------
    crossing : int
        How many relationships cross.
    staying : int
        How many stay on one side.

    Returns
    -------
    float
        From -1.0 (nobody reaches across) to +1.0 (everybody does), without a unit. ``nan`` when no
        relationship has both ends placed.

    Notes
    -----
    Relationships are counted one by one and their depth is ignored, as in the source. A
    stakeholder on no side takes its relationships out of the count: unplaced is not the same as
    crossing.

    References
    ----------
    .. [1] Krackhardt, D. and Stern, R. N. (1988). Informal networks and organizational crises: an
       experimental simulation. Social Psychology Quarterly 51(2), 123-140.
    """
    placed = crossing + staying
    return (crossing - staying) / placed if placed else math.nan


def crossings(stakeholder: pd.DataFrame, relationship: pd.DataFrame, side: pd.Series) -> Crossings:
    """Count relationships, pairs and answers between every two sides of one boundary.

    Parameters
    ----------
    stakeholder : pandas.DataFrame
        All stakeholders, with `id` and `asked`.
    relationship : pandas.DataFrame
        Live relationships (see :mod:`landscape.analysis.live`), with `source_id` and `target_id`.
    side : pandas.Series
        The side of each placed stakeholder, indexed by stakeholder id; see :func:`sides_of`.

    Returns
    -------
    Crossings
        Its sides are in the order of their names.

    Notes
    -----
    Without anybody placed there are no sides and the matrices are empty. A side with one
    stakeholder has no pair within it. Isolated stakeholders count in the pairs.
    """
    codes, names = pd.factorize(side.astype(str), sort=True)
    count = len(names)
    code_of = pd.Series(codes, index=side.index, dtype="int64")
    placed = code_of.reindex(stakeholder["id"]).fillna(-1).to_numpy("int64")
    on_side = placed >= 0
    heard = stakeholder["asked"].isin([Asked.ANSWERED.value]).to_numpy(bool)
    silent = on_side & ~heard
    members = np.bincount(placed[on_side], minlength=count)
    unheard = np.bincount(placed[silent], minlength=count)
    pairs = _pairs(members)
    source, target = _ends(relationship, code_of)
    both = (source >= 0) & (target >= 0)
    distinct = ~_unordered(relationship).duplicated().to_numpy() & both
    return Crossings(
        sides=tuple(str(name) for name in names),
        relationships=_matrix(source[both], target[both], count),
        pairs=pairs,
        connected=_matrix(source[distinct], target[distinct], count),
        answered=pairs - _pairs(unheard),
        response=response_by(
            stakeholder["asked"], side.reindex(stakeholder["id"]).set_axis(stakeholder.index)
        ),
        unplaced=int((~both).sum()),
    )


def sides_of(sides: pd.DataFrame, boundary_id: str) -> pd.Series:
    """The side of each stakeholder that stands on one at this boundary, indexed by stakeholder id.

    `sides` is the frame of that name in a snapshot: a stakeholder without a side is not in it.
    """
    here = sides[sides["boundary_id"] == boundary_id]
    return here.set_index("stakeholder_id")["side"].astype(str)


def who_reaches_across(
    stakeholder: pd.DataFrame, relationship: pd.DataFrame, side: pd.Series
) -> pd.DataFrame:
    """Who has relationships to other sides of a boundary, how many, and to which.

    Parameters
    ----------
    stakeholder, relationship, side
        As for :func:`crossings`; `stakeholder` also with `name`.

    Returns
    -------
    pandas.DataFrame
        One row a stakeholder that reaches at least one other side: `stakeholder_id`, `name`,
        `side`, `sides_reached` and `relationships` (counts), and `to` (a tuple of the sides
        reached, in the order of their names). Those who reach most sides first, then by
        relationships, then by name.

    Notes
    -----
    Stakeholders on no side are not counted, at either end. A relationship counts at both of its
    ends.
    """
    near = relationship["source_id"].map(side)
    far = relationship["target_id"].map(side)
    across = near.notna() & far.notna() & (near != far)
    ends = pd.DataFrame(
        {
            "stakeholder_id": pd.concat(
                [relationship.loc[across, "source_id"], relationship.loc[across, "target_id"]]
            ).astype(str),
            "reached": pd.concat([far[across], near[across]]).astype(str),
        }
    )
    by_end = ends.groupby("stakeholder_id", sort=True)["reached"]
    ids = by_end.size().index
    reached_by = _tuples(ends)
    of_id = stakeholder.set_index("id")["name"]
    counted = pd.DataFrame(
        {
            "stakeholder_id": ids,
            "name": of_id.reindex(ids).to_numpy(),
            "side": side.reindex(ids).to_numpy(),
            "sides_reached": by_end.nunique().to_numpy(),
            "relationships": by_end.size().to_numpy(),
            "to": [reached_by[stakeholder_id] for stakeholder_id in ids],
        }
    )
    return counted.sort_values(
        by=["sides_reached", "relationships", "name"],
        ascending=[False, False, True],
        ignore_index=True,
    )


def _tuples(ends: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    # A loop over distinct rows: aggregating groups with a Python function is 50 times slower.
    distinct = ends.drop_duplicates().sort_values("reached")
    gathered: dict[str, list[str]] = {}
    for stakeholder_id, reached in zip(
        distinct["stakeholder_id"], distinct["reached"], strict=True
    ):
        gathered.setdefault(stakeholder_id, []).append(reached)
    return {stakeholder_id: tuple(reached) for stakeholder_id, reached in gathered.items()}


def _pairs(members: Counts) -> Counts:
    between = np.outer(members, members).astype(np.int64)
    np.fill_diagonal(between, members * (members - 1) // 2)
    return between


def _ends(relationship: pd.DataFrame, code_of: pd.Series) -> tuple[Counts, Counts]:
    source = code_of.reindex(relationship["source_id"]).fillna(-1).to_numpy("int64")
    target = code_of.reindex(relationship["target_id"]).fillna(-1).to_numpy("int64")
    return source, target


def _unordered(relationship: pd.DataFrame) -> pd.DataFrame:
    source, target = relationship["source_id"].astype(str), relationship["target_id"].astype(str)
    first = source.where(source <= target, target)
    second = target.where(source <= target, source)
    return pd.DataFrame({"first": first, "second": second})


def _matrix(source: Counts, target: Counts, count: int) -> Counts:
    low, high = np.minimum(source, target), np.maximum(source, target)
    upper = np.bincount(low * count + high, minlength=count * count).reshape(count, count)
    return (upper + np.triu(upper, k=1).T).astype(np.int64)
