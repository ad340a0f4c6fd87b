"""E08, team spread: in how many groups somebody on the team belongs."""

from landscape.analysis.evidence import Evidence, Metric, Picture, places


def team_spread(picture: Picture) -> Evidence:
    r"""Share of constituencies that somebody on the team belongs to.

    .. math:: \frac{|C \cap \bigcup_{t \in T} \text{memberships}(t)|}{|C|}

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope, stakeholders, memberships, boundaries and sides are read.

    Returns
    -------
    Evidence
        Constituencies with a team member, of all in scope. Names: those without one. Also at
        how many boundaries there is somebody from the team on every side.

    Notes
    -----
    Nothing is recorded as long as no team member has a constituency. Former memberships do not
    count.

    References
    ----------
    .. [1] This project's evidence measure E08.
    """
    groups, team = picture.in_scope, picture.team
    belongs = picture.belongs
    ours = belongs.loc[belongs["who"].isin(team["id"]), "where"]
    if ours.empty:
        return Evidence(count=0, base=0, recorded=0, of=len(groups))
    with_us = groups["id"].isin(ours).to_numpy(dtype=bool)
    apart = groups[~with_us]
    return Evidence(
        count=int(with_us.sum()),
        base=len(groups),
        recorded=len(groups),
        of=len(groups),
        names=tuple(apart["name"].astype(str)),
        places=places("constituency", apart["id"]),
        also=_both_sides(picture),
    )


def _both_sides(picture: Picture) -> tuple[str, ...]:
    sides = picture.sides
    of_all = sides.groupby("boundary_id")["side"].nunique()
    ours = sides[sides["stakeholder_id"].isin(picture.team["id"])]
    of_us = ours.groupby("boundary_id")["side"].nunique().reindex(of_all.index, fill_value=0)
    divided = of_all >= 2
    if not divided.any():
        return ()
    everywhere = int((of_us[divided] == of_all[divided]).sum())
    return (f"At {everywhere} of {int(divided.sum())} boundaries you have somebody on every side.",)


METRIC = Metric(
    code="E08",
    title="Where the team belongs",
    says="Somebody of you belongs to {count} of {base} groups",
    names_say="Nobody of you belongs to",
    needs="Mark the convening team, and note which groups each of them belongs to.",
    formula="Groups in scope that somebody on the team belongs to, first or further, of all in "
    "scope.",
    source="This project's measure E08, designed on public descriptions of systems convening.",
    compute=team_spread,
)
