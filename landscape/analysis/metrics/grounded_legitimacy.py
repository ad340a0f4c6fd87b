"""E10, legitimacy grounded: which judgements of our standing are not our own guess."""

import pandas as pd

from landscape.analysis.evidence import Evidence, Metric, Picture, places
from landscape.analysis.metrics.others_hand import OURSELVES


def grounded_legitimacy(picture: Picture) -> Evidence:
    r"""Share of ratings of legitimacy with a basis, judged by a member or a third party.

    .. math:: \frac{|\{l : \text{basis} \wedge \text{judged by a member or third party}\}|}
              {|\{l : \text{judge recorded}\}|}

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope and legitimacies (`level`, `basis`, `judged_by`) are read.

    Returns
    -------
    Evidence
        Ratings that are grounded, of those for which it is recorded who judged. Names: the
        constituencies with a rating that is only our guess or rests on nothing, each once.

    Notes
    -----
    A rating without a recorded judge is in neither number; the recorded share says so. A judge
    who is called like somebody on the team is the team.

    References
    ----------
    .. [1] This project's evidence measure E10.
    """
    groups = picture.in_scope
    rows = picture.judgements
    rated = rows[rows["level"].notna() & rows["constituency_id"].isin(groups["id"])]
    judged = rated[rated["judged_by"].notna()]
    ours = {*OURSELVES, *picture.team["name"].str.strip().str.casefold()}
    theirs = ~judged["judged_by"].str.strip().str.casefold().isin(ours).astype(bool)
    grounded = (theirs & has_basis(judged["basis"])).to_numpy(dtype=bool)
    guessed = groups[groups["id"].isin(judged.loc[~grounded, "constituency_id"])]
    return Evidence(
        count=int(grounded.sum()),
        base=len(judged),
        recorded=len(judged),
        of=len(rated),
        names=tuple(guessed["name"].astype(str)),
        places=places("constituency", guessed["id"]),
    )


def has_basis(basis: pd.Series) -> pd.Series:
    """Which JSON lists of grounds hold at least one."""
    return basis.notna() & ~basis.isin(["[]", ""]).astype(bool)


METRIC = Metric(
    code="E10",
    title="Their judgement, not your guess",
    says="{count} of {base} judgements of how you are taken have a reason and come from others",
    names_say="Your own guess, or without a reason",
    needs="Note for each judgement who made it and what it rests on.",
    formula="Judgements with a level, with a basis and judged by a member of the group or by "
    "somebody else outside the team, of those for which it is recorded who judged.",
    source="This project's measure E10, designed on public descriptions of systems convening.",
    compute=grounded_legitimacy,
)
