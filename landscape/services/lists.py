"""Lists to read: stakeholders, relationships, and the reports behind them."""

import pandas as pd

from landscape.store.base import Snapshot


def stakeholder_list(snapshot: Snapshot) -> pd.DataFrame:
    """One row a stakeholder by name: id, name, group, kind, relationships, asked, on_team.

    Needs the tables stakeholder, constituency and relationship.
    """
    ends = pd.concat([snapshot.relationship["source_id"], snapshot.relationship["target_id"]])
    listed = snapshot.stakeholder[["id", "name", "constituency_id", "kind", "asked", "on_team"]]
    listed = listed.assign(
        group=listed["constituency_id"].map(_names(snapshot.constituency)),
        relationships=listed["id"].map(ends.value_counts()).fillna(0).astype("int64"),
    )
    by_name = listed["name"].str.casefold().sort_values(kind="stable").index
    return listed.loc[by_name].reset_index(drop=True)


def relationship_list(snapshot: Snapshot) -> pd.DataFrame:
    """One row a relationship by its names: who, groups, kind, depth, basis, status, reports.

    Columns: id, source, source_group, target, target_group, kind, depth, basis, status,
    last_contact, reports (how many), differ (whether reports name more than one depth).
    Needs the tables stakeholder, constituency, relationship and report.
    """
    people = snapshot.stakeholder.set_index("id")
    groups = people["constituency_id"].map(_names(snapshot.constituency))
    depths = snapshot.report.groupby("relationship_id")["depth"]
    told = snapshot.relationship
    listed = pd.DataFrame(
        {
            "id": told["id"],
            "source_id": told["source_id"],
            "source": told["source_id"].map(people["name"]),
            "source_group": told["source_id"].map(groups),
            "target_id": told["target_id"],
            "target": told["target_id"].map(people["name"]),
            "target_group": told["target_id"].map(groups),
            "kind": told["kind"],
            "depth": told["depth"],
            "basis": told["basis"],
            "status": told["status"],
            "last_contact": told["last_contact"],
            "reports": told["id"].map(depths.size()).fillna(0).astype("int64"),
            "differ": told["id"].map(depths.nunique()).fillna(0) > 1,
        }
    )
    return listed.sort_values(["source", "target", "id"], ignore_index=True)


def reports_of(snapshot: Snapshot, relationship_id: str) -> pd.DataFrame:
    """The reports behind one relationship: rater, depth, kind, reported_on, note, by rater."""
    reports = snapshot.report[snapshot.report["relationship_id"] == relationship_id]
    return reports[["rater", "depth", "kind", "reported_on", "note"]].sort_values(
        "rater", ignore_index=True
    )


def _names(constituency: pd.DataFrame) -> pd.Series:
    return constituency.set_index("id")["name"]
