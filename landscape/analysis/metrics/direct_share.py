"""E16, direct share: how much of what crosses boundaries runs without the team."""

import numpy as np

from landscape.analysis.boundaries import sides_of
from landscape.analysis.evidence import Evidence, Metric, Picture, places
from landscape.model.scales import Asked


def direct_share(picture: Picture) -> Evidence:
    r"""Share of the live relationships across boundaries with neither end on the team.

    .. math:: \frac{|\{r \in X : u \notin T \wedge v \notin T\}|}{|X|}, \quad
              X = \bigcup_b \{r \in R^* : \text{ends on different sides of } b\}

    Parameters
    ----------
    picture : Picture
        Its stakeholders, live relationships, boundaries and sides are read.

    Returns
    -------
    Evidence
        Relationships across any boundary without the team, of all across any. Names: the
        boundaries across which none runs without the team. Also the count for each boundary.

    Notes
    -----
    A relationship that crosses several boundaries counts once. Without a team on the map
    nothing is recorded. If nobody outside the team was asked, `also` says so: what others have
    among themselves may be missing then.

    References
    ----------
    .. [1] This project's evidence measure E16.
    """
    team = picture.team["id"]
    rows = picture.relationship
    direct = ~(rows["source_id"].isin(team) | rows["target_id"].isin(team)).to_numpy(dtype=bool)
    any_boundary = np.zeros(len(rows), dtype=bool)
    without, also = [], []
    for at, boundary_id in enumerate(picture.boundary["id"]):
        side = sides_of(picture.sides, str(boundary_id))
        near, far = rows["source_id"].map(side), rows["target_id"].map(side)
        across = (near.notna() & far.notna() & (near != far)).to_numpy(dtype=bool)
        any_boundary |= across
        if not across.any():
            continue
        among_others = int((across & direct).sum())
        name = str(picture.boundary["name"].iloc[at])
        also.append(f"{name}: {among_others} of {int(across.sum())} without you.")
        if not among_others:
            without.append((name, str(boundary_id)))
    if team.empty:
        return Evidence(count=0, base=0, recorded=0, of=int(any_boundary.sum()))
    others = picture.stakeholder[~picture.stakeholder["on_team"].astype(bool)]
    if any_boundary.any() and not others["asked"].isin([Asked.ANSWERED.value]).any():
        also.append("Nobody outside your team was asked, so what others have may be missing.")
    return Evidence(
        count=int((any_boundary & direct).sum()),
        base=int(any_boundary.sum()),
        recorded=int(any_boundary.sum()),
        of=int(any_boundary.sum()),
        names=tuple(name for name, _ in without),
        places=places("boundary", [boundary_id for _, boundary_id in without]),
        also=tuple(also),
    )


METRIC = Metric(
    code="E16",
    title="They talk without you",
    says="{count} of {base} relationships across boundaries run without anybody of you",
    names_say="All contact runs through you across",
    needs="Mark the convening team, and put groups on the sides of your boundaries.",
    formula="Live relationships whose ends are on different sides of a boundary and neither of "
    "which is on the team, of all such relationships.",
    source="This project's measure E16, designed on public descriptions of systems convening.",
    compute=direct_share,
)
