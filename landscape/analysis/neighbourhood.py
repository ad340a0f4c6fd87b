"""The neighbourhood of a stakeholder: who is one step away, who is two, and what joins them."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

MOST: Final = 150


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Neighbourhood:
    """Stakeholders around `centre`, nearest first, with the relationships among them.

    `steps` maps each shown stakeholder to its distance: 0 the centre, 1 or 2. `relationships` has
    one row a pair, with `source_id` and `target_id`. `left_out` counts those too many to show.
    """

    centre: str
    steps: dict[str, int]
    relationships: pd.DataFrame
    left_out: int


def neighbourhood(relationship: pd.DataFrame, centre: str, *, most: int = MOST) -> Neighbourhood:
    """The stakeholders within two steps of `centre`, at most `most` with it.

    Parameters
    ----------
    relationship : pandas.DataFrame
        Live relationships, with `source_id` and `target_id`.
    centre : str
        The id of the stakeholder from whom one looks.
    most : int
        How many to show; those with more relationships come first within a step.

    Returns
    -------
    Neighbourhood
        Just the centre for one without relationships.
    """
    ends = relationship[["source_id", "target_id"]].astype(str)
    both = pd.concat(
        [ends, ends.set_axis(["target_id", "source_id"], axis="columns")], ignore_index=True
    ).drop_duplicates()
    degree = both["source_id"].value_counts()
    first = _most_connected(set(both.loc[both["source_id"] == centre, "target_id"]), degree)
    beyond = set(both.loc[both["source_id"].isin(first), "target_id"]) - set(first) - {centre}
    found = [*first, *_most_connected(beyond, degree)]
    shown = found[: most - 1]
    steps = {centre: 0} | {one: 1 if at < len(first) else 2 for at, one in enumerate(shown)}
    inside = both[
        both["source_id"].isin(steps)
        & both["target_id"].isin(steps)
        & (both["source_id"] < both["target_id"])
    ]
    return Neighbourhood(
        centre=centre,
        steps=steps,
        relationships=inside.sort_values(["source_id", "target_id"], ignore_index=True),
        left_out=len(found) - len(shown),
    )


def _most_connected(ids: set[str], degree: pd.Series) -> list[str]:
    return sorted(ids, key=lambda one: (-int(degree.get(one, 0)), one))
