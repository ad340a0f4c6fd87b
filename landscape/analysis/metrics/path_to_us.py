"""E34, a path to us: which groups no chain of relationships joins to the team."""

import igraph
import numpy as np
import pandas as pd

from landscape.analysis.evidence import Evidence, Metric, Picture, places

NEAR = 2


def path_to_us(picture: Picture) -> Evidence:
    r"""Share of constituencies within two steps of the team.

    .. math:: \frac{|\{c : d(c, T) \le 2\}|}{|C|}

    where :math:`d(c, T)` is the fewest live relationships between a stakeholder of :math:`c` and
    somebody on the team.

    Parameters
    ----------
    picture : Picture
        Its constituencies, stakeholders, memberships and live relationships are read.

    Returns
    -------
    Evidence
        Constituencies within two steps, of those with a stakeholder on the map. Names: those
        with no path at all.

    Notes
    -----
    Without a team on the map nothing is recorded. A constituency without stakeholders is in
    neither number. The team's own constituencies are at distance 0.

    References
    ----------
    .. [1] This project's evidence measure E34.
    """
    groups = picture.in_scope
    steps = steps_from_team(picture.stakeholder, picture.relationship)
    of_group = _steps_of_groups(picture, steps).reindex(groups["id"])
    present = of_group.notna().to_numpy()
    if not picture.stakeholder["on_team"].astype(bool).any():
        return Evidence(count=0, base=0, recorded=0, of=len(groups))
    apart = np.isinf(of_group.to_numpy(float))
    return Evidence(
        count=int((of_group <= NEAR).sum()),
        base=int(present.sum()),
        recorded=int(present.sum()),
        of=len(groups),
        names=tuple(groups.loc[apart, "name"].astype(str)),
        places=places("constituency", groups.loc[apart, "id"]),
    )


def steps_from_team(stakeholder: pd.DataFrame, relationship: pd.DataFrame) -> pd.Series:
    """The fewest relationships from each stakeholder to the team, indexed by id; inf for none."""
    index = pd.Index(stakeholder["id"])
    count = len(index)
    team = np.flatnonzero(stakeholder["on_team"].astype(bool).to_numpy())
    source = index.get_indexer(pd.Index(relationship["source_id"]))
    target = index.get_indexer(pd.Index(relationship["target_id"]))
    known = (source >= 0) & (target >= 0)
    edges = np.column_stack([source[known], target[known]])
    # One more vertex joined to the whole team makes it a search from one place.
    hub = np.column_stack([np.full(len(team), count), team])
    graph = igraph.Graph(n=count + 1, edges=np.concatenate([edges, hub]).tolist())
    distance = np.asarray(graph.distances(source=[count])[0][:count], dtype=float)
    return pd.Series(distance - 1, index=index)


def _steps_of_groups(picture: Picture, steps: pd.Series) -> pd.Series:
    belongs = picture.belongs
    return belongs["who"].map(steps).groupby(belongs["where"]).min()


METRIC = Metric(
    code="E34",
    title="A path to us",
    says="{count} of {base} groups are within two steps of your team",
    names_say="No path of relationships leads to",
    needs="Mark who on the map is on the convening team.",
    formula="Groups in scope with a stakeholder at most two live relationships from somebody on "
    "the team, of those with a stakeholder on the map.",
    source="This project's measure E34, designed on public descriptions of systems convening.",
    compute=path_to_us,
)
