"""What the first page says: who is here, where nothing is recorded, who is missing."""

from dataclasses import dataclass
from enum import Enum

import pandas as pd

from landscape.analysis.coverage import missing_roles, response_by, roles_of_groups
from landscape.model.scales import Role
from landscape.store.base import Snapshot


class NextStep(Enum):
    """The one thing to do next, in the order in which they come up."""

    ADD_STAKEHOLDERS = "add stakeholders"
    SAY_WHO_IS_US = "say who is us"
    ADD_GROUPS = "add groups"
    FILL_CARDS = "fill cards"
    FIND_BOUNDARY = "find a boundary"
    SAY_WHERE_WE_STAND = "say where we stand"
    READ_CROSSINGS = "read crossings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts and names behind the three sentences; names are as people wrote them.

    `groups` has one row a group: id, group, stakeholders, answered, asked, not_asked, not_known.
    In groups `unheard` no one was asked, in `silent` ones no one who was asked answered, and of
    `unknown` ones nothing about asking is recorded. `missing` is None where no role is recorded
    at all, so that nobody can say who is missing.
    """

    stakeholders: int
    relationships: int
    groups: pd.DataFrame
    ungrouped: int
    unheard: tuple[str, ...]
    unknown: tuple[str, ...]
    silent: tuple[str, ...]
    without_door: tuple[str, ...]
    without_stake: tuple[str, ...]
    missing: tuple[Role, ...] | None
    next_step: NextStep


def overview(snapshot: Snapshot, *, has_round: bool) -> Overview:
    """Read the overview from a snapshot of all tables; `has_round` says whether anybody rated."""
    groups = group_counts(snapshot)
    with_members = groups[groups["stakeholders"] > 0]
    nobody_answered = with_members["answered"] == 0
    somebody_asked = with_members["asked"] > 0
    stated = with_members["not_asked"] > 0
    doors = snapshot.legitimacy.loc[
        snapshot.legitimacy["door_opener"].notna() | snapshot.legitimacy["door_opener_id"].notna(),
        "constituency_id",
    ]
    roles = roles_of_groups(snapshot.constituency, snapshot.stakeholder)
    return Overview(
        stakeholders=len(snapshot.stakeholder),
        relationships=len(snapshot.relationship),
        groups=groups,
        ungrouped=int(snapshot.stakeholder["constituency_id"].isna().sum()),
        unheard=tuple(with_members.loc[nobody_answered & ~somebody_asked & stated, "group"]),
        unknown=tuple(with_members.loc[nobody_answered & ~somebody_asked & ~stated, "group"]),
        silent=tuple(with_members.loc[nobody_answered & somebody_asked, "group"]),
        without_door=tuple(groups.loc[~groups["id"].isin(doors), "group"]),
        without_stake=tuple(
            snapshot.constituency.loc[snapshot.constituency["stake"].isna(), "name"]
        ),
        missing=missing_roles(snapshot.constituency, snapshot.stakeholder) if roles else None,
        next_step=_next_step(snapshot, groups, doors, has_round=has_round),
    )


def group_counts(snapshot: Snapshot) -> pd.DataFrame:
    """One row a group in its own order: id, group, stakeholders, and who answered when asked."""
    answered = response_by(snapshot.stakeholder["asked"], snapshot.stakeholder["constituency_id"])
    ordered = snapshot.constituency.sort_values("ordinal")
    counts = answered.reindex(ordered["id"], fill_value=0).rename(
        columns={"members": "stakeholders"}
    )
    counts.insert(0, "group", ordered["name"].to_numpy())
    return counts.rename_axis("id").reset_index()


def _next_step(
    snapshot: Snapshot, groups: pd.DataFrame, doors: pd.Series, *, has_round: bool
) -> NextStep:
    team_is_known = snapshot.stakeholder["on_team"].astype(bool).any()
    asked_who_is_us = "us" in snapshot.landscape.settings
    recorded = snapshot.constituency["stake"].notna().any() or len(doors) > 0
    steps = (
        (snapshot.stakeholder.empty, NextStep.ADD_STAKEHOLDERS),
        (not team_is_known and not asked_who_is_us, NextStep.SAY_WHO_IS_US),
        (groups.empty, NextStep.ADD_GROUPS),
        (not recorded, NextStep.FILL_CARDS),
        (snapshot.boundary.empty, NextStep.FIND_BOUNDARY),
        (not has_round, NextStep.SAY_WHERE_WE_STAND),
    )
    return next((step for due, step in steps if due), NextStep.READ_CROSSINGS)
