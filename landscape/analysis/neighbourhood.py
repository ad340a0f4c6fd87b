"""The neighbourhood of one or several: who is one step away, who is two, and what joins them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

MOST: Final = 150
FARTHEST: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Neighbourhood:
    """Stakeholders around `centres`, nearest first, with the relationships among them.

    `steps` maps each shown stakeholder to its distance: 0 a centre, 1 or 2. `relationships` has
    one row a pair, with `source_id` and `target_id`. `left_out` maps those too many to show to
    their distance, in the same order.
    """

    centres: tuple[str, ...]
    steps: dict[str, int]
    relationships: pd.DataFrame
    left_out: dict[str, int]


def neighbourhood(
    relationship: pd.DataFrame,
    centres: Sequence[str],
    *,
    reach: int = FARTHEST,
    most: int = MOST,
) -> Neighbourhood:
    """The stakeholders within `reach` steps of any of `centres`, at most `most` with these.

    Parameters
    ----------
    relationship : pandas.DataFrame
        Live relationships, with `source_id` and `target_id`.
    centres : sequence of str
        The ids of those from whom one looks.
    reach : int
        How many steps one looks, 1 or 2.
    most : int
        How many to show; those with more relationships come first within a step.

    Returns
    -------
    Neighbourhood
        Just the centres for those without relationships.
    """
    ends = relationship[["source_id", "target_id"]].astype(str)
    both = pd.concat(
        [ends, ends.set_axis(["target_id", "source_id"], axis="columns")], ignore_index=True
    ).drop_duplicates()
    degree = both["source_id"].value_counts()
    found = dict.fromkeys(dict.fromkeys(centres), 0)
    last = list(found)
    for step in range(1, reach + 1):
        beyond = set(both.loc[both["source_id"].isin(last), "target_id"]) - set(found)
        last = _most_connected(beyond, degree)
        found |= dict.fromkeys(last, step)
    shown = list(found.items())[: max(most, len(centres))]
    steps = dict(shown)
    inside = both[
        both["source_id"].isin(steps)
        & both["target_id"].isin(steps)
        & (both["source_id"] < both["target_id"])
    ]
    return Neighbourhood(
        centres=tuple(dict.fromkeys(centres)),
        steps=steps,
        relationships=inside.sort_values(["source_id", "target_id"], ignore_index=True),
        left_out=dict(list(found.items())[len(steps) :]),
    )


def _most_connected(ids: set[str], degree: pd.Series) -> list[str]:
    return sorted(ids, key=lambda one: (-int(degree.get(one, 0)), one))
