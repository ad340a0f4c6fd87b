"""E32, load: how much of the team's relationships one person carries."""

import pandas as pd

from landscape.analysis.evidence import Evidence, Metric, Picture


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

    Notes
    -----
    Relationships within the team are left out. A team of one carries everything by itself,
    and without a team the base is 0. Of people with equally many, the first by name is named.

    References
    ----------
    .. [1] This project's evidence measure E32, its first part.
    """
    team = picture.stakeholder[picture.stakeholder["on_team"].astype(bool)].sort_values("name")
    source, target = picture.relationship["source_id"], picture.relationship["target_id"]
    outward = source.isin(team["id"]) ^ target.isin(team["id"])
    ours = pd.concat([source[outward], target[outward]])
    carried = ours[ours.isin(team["id"])].value_counts().reindex(team["id"], fill_value=0)
    total = int(carried.sum())
    busiest = str(team.loc[team["id"] == carried.idxmax(), "name"].iloc[0]) if total else None
    return Evidence(
        count=int(carried.max()) if total else 0,
        base=total,
        recorded=total,
        of=total,
        names=(busiest,) if busiest is not None else (),
    )


METRIC = Metric(
    code="E32",
    title="One pair of shoulders",
    says="{count} of the {base} relationships your team has with others are one person's",
    names_say="Most are with",
    needs="Mark the convening team and record whom each of them works with.",
    formula="Live relationships of the busiest team member with people outside the team, of "
    "those of the whole team. A higher share is a weaker position.",
    source="This project's measure E32 (first part), designed on public descriptions of systems "
    "convening.",
    compute=team_load,
    inverted=True,
)
