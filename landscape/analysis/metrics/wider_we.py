"""E20, the wider we: which groups say "we" about more than themselves."""

from landscape.analysis.evidence import Evidence, Metric, Picture, places

IN_IT_WITH_THEM = 3


def wider_we(picture: Picture) -> Evidence:
    r"""Share of rated constituencies that identify with something wider.

    .. math:: \frac{|\{c : \text{identification}(c) \ge 3\}|}{|\{c : \text{rated}\}|}

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope are read, with `identification`.

    Returns
    -------
    Evidence
        Constituencies at level 3 or 4, of those rated. Names: those below.

    Notes
    -----
    A constituency without a rating is in neither number; 0 is a stated "not our business".

    References
    ----------
    .. [1] This project's evidence measure E20.
    """
    groups = picture.in_scope
    rated = groups[groups["identification"].notna()]
    wide = (rated["identification"] >= IN_IT_WITH_THEM).astype(bool)
    return Evidence(
        count=int(wide.sum()),
        base=len(rated),
        recorded=len(rated),
        of=len(groups),
        names=tuple(rated.loc[~wide, "name"].astype(str)),
        places=places("constituency", rated.loc[~wide, "id"]),
    )


METRIC = Metric(
    code="E20",
    title="A wider we",
    says='{count} of {base} groups would say "we are in it with them"',
    names_say="Not yet",
    needs="Record how far each group sees itself in something wider.",
    formula="Groups in scope with identification 3 or 4 (0 not our business to 4 we speak for the "
    "whole), of those rated.",
    source="This project's measure E20, designed on public descriptions of systems convening.",
    compute=wider_we,
)
