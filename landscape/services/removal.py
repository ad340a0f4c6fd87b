"""Taking stakeholders off the map with all that hangs on them, so that nothing refers to them."""

from collections.abc import Collection
from typing import Protocol

import pandas as pd

from landscape.services.checks import ids_where


class Holds(Protocol):
    """The tables in which a stakeholder may be named, such as those of a snapshot."""

    @property
    def membership(self) -> pd.DataFrame:
        """Further groups."""

    @property
    def relationship(self) -> pd.DataFrame:
        """Relationships."""

    @property
    def report(self) -> pd.DataFrame:
        """Who said what about them."""

    @property
    def legitimacy(self) -> pd.DataFrame:
        """Who would open the door."""


def without(
    map_: Holds, leaving: Collection[str]
) -> tuple[dict[str, list[str]], dict[str, pd.DataFrame]]:
    """What to remove, and which rows to put, so that nothing refers to the stakeholders `leaving`.

    What others said stays, in words: the name of who said it, and who would open the door.
    """
    relationships = ids_where(map_.relationship, "source_id", leaving) | ids_where(
        map_.relationship, "target_id", leaving
    )
    reports = ids_where(map_.report, "relationship_id", relationships)
    legitimacy = ids_where(map_.legitimacy, "team_member_id", leaving)
    remove = {
        "stakeholder": list(leaving),
        "relationship": sorted(relationships),
        "report": sorted(reports),
        "membership": sorted(ids_where(map_.membership, "stakeholder_id", leaving)),
        "legitimacy": sorted(legitimacy),
    }
    rated = _naming(map_.report, "rater_id", leaving, reports)
    opened = _naming(map_.legitimacy, "door_opener_id", leaving, legitimacy)
    return remove, {"report": rated, "legitimacy": opened}


def _naming(
    table: pd.DataFrame, column: str, leaving: Collection[str], gone: Collection[str]
) -> pd.DataFrame:
    """The rows that stay and name one of `leaving` in `column`, without the id."""
    if table.empty:
        return table
    named = table[table[column].isin(list(leaving)) & ~table["id"].isin(list(gone))]
    return named.assign(**{column: None})
