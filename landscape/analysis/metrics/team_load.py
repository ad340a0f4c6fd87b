"""E32, load: how much of the team's relationships one person carries."""

import numpy as np
import pandas as pd

from landscape.analysis.evidence import Evidence, Metric, Picture, places
from landscape.analysis.metrics.path_to_us import steps_from_team


def team_load(picture: Picture) -> Evidence:
    r"""Share of the team's live relationships outside it that its busiest person has.

    .. math:: \frac{\max_t |R^*(t)|}{\sum_t |R^*(t)|}

    Parameters
    ----------
    picture : Picture
        Its stakeholders and live relationships are read.

    Returns
    -------
    Evidence
        Relationships of the busiest person, of those of the team with others. Names: this person.
        Also the constituencies in scope that would lose every path to the team without them.

    Notes
    -----
    Relationships within the team are left out. A team of one carries everything by itself,
    and without a team the base is 0. Of people with equally many, the first by name is named.

    References
    ----------
    .. [1] This project's evidence measure E32.
    """
    team = picture.stakeholder[picture.stakeholder["on_team"].astype(bool)].sort_values("name")
    source, target = picture.relationship["source_id"], picture.relationship["target_id"]
    outward = source.isin(team["id"]) ^ target.isin(team["id"])
    ours = pd.concat([source[outward], target[outward]])
    carried = ours[ours.isin(team["id"])].value_counts().reindex(team["id"], fill_value=0)
    total = int(carried.sum())
    busiest = team[team["id"] == carried.idxmax()].head(1) if total else team.head(0)
    return Evidence(
        count=int(carried.max()) if total else 0,
        base=total,
        recorded=total,
        of=total,
        names=tuple(busiest["name"].astype(str)),
        places=places("stakeholder", busiest["id"]),
        also=tuple(_without(picture, str(id_)) for id_ in busiest["id"]),
    )


def _without(picture: Picture, busiest: str) -> str:
    """Which of the groups that have a path to the team have none without this person."""
    rows = picture.relationship
    stays = (rows["source_id"] != busiest) & (rows["target_id"] != busiest)
    left = picture.stakeholder[picture.stakeholder["id"] != busiest]
    now = _with_a_path(picture, picture.stakeholder, rows)
    then = _with_a_path(picture, left, rows[stays.to_numpy(dtype=bool)])
    groups = picture.in_scope
    lost = groups.loc[groups["id"].isin(now - then), "name"].astype(str)
    if lost.empty:
        return "Without them, every group that has a path to you keeps one."
    return f"Without them, no path would lead to you from: {', '.join(lost)}."


def _with_a_path(
    picture: Picture, stakeholder: pd.DataFrame, relationship: pd.DataFrame
) -> set[str]:
    steps = steps_from_team(stakeholder, relationship)
    reached = set(steps.index[np.isfinite(steps.to_numpy(dtype=float))])
    belongs = picture.belongs
    return set(belongs.loc[belongs["who"].isin(reached), "where"].astype(str))


METRIC = Metric(
    code="E32",
    title="One pair of shoulders",
    says="{count} of the {base} relationships your team has with others are one person's",
    names_say="Most are with",
    needs="Mark the convening team and record whom each of them works with.",
    formula="Live relationships of the busiest team member with people outside the team, of "
    "those of the whole team. A higher share is a weaker position.",
    source="This project's measure E32, designed on public descriptions of systems convening.",
    compute=team_load,
    inverted=True,
)
