"""What the map shows of a landscape: who stands where, in which group, with whom."""

import json
from dataclasses import dataclass
from typing import Final

import pandas as pd

from landscape.services.lists import stakeholder_list
from landscape.services.placing import GROUPS
from landscape.store.base import Snapshot

# What a snapshot must hold for :func:`map_of`.
TABLES: Final = ("constituency", "stakeholder", "relationship", "report", "placement", "region")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Map:
    """The map as tables.

    `people` has one row a placed stakeholder: the columns of stakeholder with x, y, pinned,
    relationships (count) and group (row in `groups`). `lines` has id, source and target (rows in
    `people`), depth, basis, status, directed, kind, last_contact, disputed (raters differ on how
    deep it goes), crosses (between two groups). `groups` has id ("" for those in none), name,
    ordinal, count, and the disc x, y, radius (NaN where there is none).
    """

    people: pd.DataFrame
    lines: pd.DataFrame
    groups: pd.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCounts:
    """How many stakeholders the map shows, and relationships between and within groups."""

    stakeholders: int
    crossing: int
    within: int


def map_of(snapshot: Snapshot) -> Map:
    """The map by groups; a dormant or broken relationship is on it, marked by its status."""
    counts = stakeholder_list(snapshot).set_index("id")["relationships"]
    places = snapshot.placement[snapshot.placement["arrangement"] == GROUPS]
    people = snapshot.stakeholder.merge(
        places[["stakeholder_id", "x", "y", "pinned"]], left_on="id", right_on="stakeholder_id"
    )
    group_ids = people["constituency_id"].fillna("")
    groups = _groups(snapshot, group_ids)
    people = people.assign(
        relationships=people["id"].map(counts).astype("int64"),
        group=pd.Index(groups["id"]).get_indexer(pd.Index(group_ids)),
    )
    at = pd.Index(people["id"])
    told = snapshot.relationship
    lines = pd.DataFrame(
        {
            "id": told["id"],
            "source": at.get_indexer(pd.Index(told["source_id"])),
            "target": at.get_indexer(pd.Index(told["target_id"])),
            "depth": told["depth"],
            "basis": told["basis"].fillna("assumed"),
            "status": told["status"].fillna("live"),
            "directed": told["directed"].astype(bool),
            "kind": told["kind"],
            "last_contact": told["last_contact"],
            "disputed": told["id"].isin(_disputed(snapshot.report)),
        }
    )
    lines = lines[(lines["source"] >= 0) & (lines["target"] >= 0)].reset_index(drop=True)
    group = people["group"].to_numpy()
    lines["crosses"] = group[lines["source"]] != group[lines["target"]]
    return Map(people=people, lines=lines, groups=groups)


def counts_of(shown: Map) -> MapCounts:
    """How many there are of what the map shows."""
    crossing = int(shown.lines["crosses"].sum())
    return MapCounts(
        stakeholders=len(shown.people), crossing=crossing, within=len(shown.lines) - crossing
    )


def attributes_of(text: str) -> dict[str, str]:
    """The further columns that a spreadsheet had, in its order, where there is something."""
    return {key: str(value) for key, value in json.loads(text).items() if str(value).strip()}


def _disputed(report: pd.DataFrame) -> pd.Index:
    """The relationships of which two reports say different depths."""
    depths = report.groupby("relationship_id")["depth"].nunique()
    return depths.index[depths > 1]


def _groups(snapshot: Snapshot, group_ids: pd.Series) -> pd.DataFrame:
    known = snapshot.constituency[["id", "name", "ordinal"]]
    if (group_ids == "").any():
        known = pd.concat([known, pd.DataFrame({"id": [""], "name": [""], "ordinal": [pd.NA]})])
    discs = snapshot.region[snapshot.region["arrangement"] == GROUPS]
    return known.merge(
        discs[["group_id", "x", "y", "radius"]], left_on="id", right_on="group_id", how="left"
    ).assign(count=lambda table: table["id"].map(group_ids.value_counts()).fillna(0).astype(int))
