"""E09, legitimacy cover: in which groups we would be accepted as conveners."""

from landscape.analysis.evidence import Evidence, Metric, Picture, places

ACCEPTED = 3
KNOWN = 1


def legitimacy_cover(picture: Picture) -> Evidence:
    r"""Share of rated constituencies, weighted by stake, that would accept us as convener.

    .. math:: \frac{\sum_c w(c) [L(c) \ge 3]}{\sum_c w(c)}

    over constituencies in scope with a rating, where :math:`L(c)` is the highest level that
    anybody on the team has there.

    Parameters
    ----------
    picture : Picture
        Its constituencies (`stake`) and legitimacies (`level`) are read.

    Returns
    -------
    Evidence
        Constituencies that would accept us, of those rated; the share is weighted by stake.
        Names: those at level 1 or lower.

    Notes
    -----
    A constituency without a rating is in neither number. Where stake is not recorded for all
    rated ones, each counts once, and `also` says so.

    References
    ----------
    .. [1] This project's evidence measure E09.
    """
    groups = picture.in_scope
    best = picture.judgements.groupby("constituency_id")["level"].max()
    level = groups["id"].map(best)
    rated = groups[level.notna().to_numpy()]
    reached = level[level.notna()].astype("int64")
    accepted = (reached >= ACCEPTED).to_numpy()
    weighted: float | None = None
    also: tuple[str, ...] = ()
    if len(rated) and rated["stake"].notna().all():
        weight = rated["stake"].astype("int64").to_numpy()
        weighted = float(weight[accepted].sum() / weight.sum())
    elif len(rated):
        also = ("Stake is not recorded for all of them, so each group counts once.",)
    return Evidence(
        count=int(accepted.sum()),
        base=len(rated),
        recorded=len(rated),
        of=len(groups),
        names=tuple(rated.loc[(reached <= KNOWN).to_numpy(), "name"].astype(str)),
        places=places("constituency", rated.loc[(reached <= KNOWN).to_numpy(), "id"]),
        also=also,
        weighted=weighted,
    )


METRIC = Metric(
    code="E09",
    title="Where you would be accepted",
    says="{count} of {base} groups would accept you as convener, in your own judgement",
    names_say="They know you at most",
    needs="Answer the door question for each group: who there would open the door to you?",
    formula="Groups in scope where somebody on the team is at level 3 or higher, weighted by stake "
    "(1 to 3), of those rated.",
    source="This project's measure E09, designed on public descriptions of systems convening.",
    compute=legitimacy_cover,
)
