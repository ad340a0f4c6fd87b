"""E12, thin legitimacy: how many doors hang on one person."""

from landscape.analysis.evidence import Evidence, Metric, Picture, places
from landscape.analysis.metrics.legitimacy_cover import ACCEPTED


def thin_legitimacy(picture: Picture) -> Evidence:
    r"""Share of the constituencies that would accept us where only one of us is accepted.

    .. math:: \frac{|\{c : \text{exactly one } t \text{ has level} \ge 3\}|}{|\{c : L(c) \ge 3\}|}

    Parameters
    ----------
    picture : Picture
        Its constituencies, stakeholders and legitimacies are read.

    Returns
    -------
    Evidence
        Constituencies that hang on one person, of those that accept a named one of us.
        Names: these constituencies. Also the person most of them hang on.

    Notes
    -----
    A level of the team as a whole does not say on whom it rests: a constituency with only such
    a level is not in the base, and the recorded share says so.

    References
    ----------
    .. [1] This project's evidence measure E12.
    """
    groups = picture.in_scope
    rows = picture.judgements
    accepted = (rows["level"] >= ACCEPTED).fillna(value=False).astype(bool)
    rows = rows[rows["constituency_id"].isin(groups["id"]) & accepted]
    named = rows[rows["team_member_id"].notna()]
    carriers = named.groupby("constituency_id")["team_member_id"].agg(["nunique", "first"])
    thin = carriers[carriers["nunique"] == 1]
    return Evidence(
        count=len(thin),
        base=len(carriers),
        recorded=len(carriers),
        of=rows["constituency_id"].nunique(),
        names=tuple(groups.loc[groups["id"].isin(thin.index), "name"].astype(str)),
        places=places("constituency", groups.loc[groups["id"].isin(thin.index), "id"]),
        also=_heaviest(picture, [str(member) for member in thin["first"]]),
    )


def _heaviest(picture: Picture, members: list[str]) -> tuple[str, ...]:
    if not members:
        return ()
    heaviest = max(sorted(set(members)), key=members.count)
    names = picture.stakeholder.set_index("id")["name"]
    groups = f"{members.count(heaviest)} group" + ("s" if members.count(heaviest) > 1 else "")
    return (f"{names.get(heaviest, heaviest)} is the only one accepted in {groups}.",)


METRIC = Metric(
    code="E12",
    title="Doors that hang on one person",
    says="{count} of {base} groups that would accept you know only one of you",
    names_say="Only one of you is accepted in",
    needs="Record who of you each group would accept.",
    formula="Groups where exactly one team member is at level 3 or higher, of those where at least "
    "one is. A higher share is a weaker position.",
    source="This project's measure E12, designed on public descriptions of systems convening.",
    compute=thin_legitimacy,
    inverted=True,
)
