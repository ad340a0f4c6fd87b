"""E07, the team located: who on the team belongs somewhere and has said from where they look."""

from landscape.analysis.evidence import Evidence, Metric, Picture, places


def team_located(picture: Picture) -> Evidence:
    r"""Share of the team with at least one membership and a location note.

    .. math:: \frac{|\{t \in T : \text{member of some } c \text{ and has a note}\}|}{|T|}

    Parameters
    ----------
    picture : Picture
        Its stakeholders and further memberships are read.

    Returns
    -------
    Evidence
        Team members located, of the team. Names: those who are not.

    Notes
    -----
    Without a team the base is 0. Here a missing note is the finding itself, so everything
    counts as recorded.

    References
    ----------
    .. [1] This project's evidence measure E07.
    """
    team = picture.stakeholder[picture.stakeholder["on_team"].astype(bool)]
    member = team["constituency_id"].notna() | team["id"].isin(picture.membership["stakeholder_id"])
    located = member & team["location_note"].notna()
    return Evidence(
        count=int(located.sum()),
        base=len(team),
        recorded=len(team),
        of=len(team),
        names=tuple(team.loc[~located, "name"].astype(str)),
        places=places("stakeholder", team.loc[~located, "id"]),
    )


METRIC = Metric(
    code="E07",
    title="Where the team stands",
    says="{count} of {base} people on the team belong to a group and have said from where "
    "they look",
    names_say="Without a group or a note",
    needs="Mark the convening team, and note from where each of them looks.",
    formula="Team members with at least one group and a location note, of the team.",
    source="This project's measure E07, designed on public descriptions of systems convening.",
    compute=team_located,
)
