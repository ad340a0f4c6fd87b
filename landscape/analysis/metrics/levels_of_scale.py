"""E05, levels of scale: how many relationships join people at different levels."""

import pandas as pd

from landscape.analysis.evidence import Evidence, Metric, Picture
from landscape.model.scales import Level


def levels_of_scale(picture: Picture) -> Evidence:
    r"""Share of live relationships whose ends are at different levels of scale.

    .. math:: \frac{|\{r \in R^* : \text{level}(u) \ne \text{level}(v)\}|}{|R^*|}

    Parameters
    ----------
    picture : Picture
        Its stakeholders, constituencies and live relationships are read. A stakeholder without
        a level has that of its constituency, and a constituency without one has those of its
        stakeholders.

    Returns
    -------
    Evidence
        Relationships across levels, of those with both levels recorded. Names: the levels
        nobody in scope is at. Also how many levels there are.

    Notes
    -----
    A relationship with an end at no recorded level is in neither number.

    References
    ----------
    .. [1] This project's evidence measure E05.
    """
    groups, people = picture.constituency, picture.stakeholder
    of_group = groups.set_index("id")["level"]
    inherited = people["constituency_id"].map(of_group)
    own = people["level"].where(people["level"].notna(), inherited)
    level = pd.Series(own.to_numpy(), index=people["id"], dtype="object")
    near = level.reindex(picture.relationship["source_id"]).to_numpy()
    far = level.reindex(picture.relationship["target_id"]).to_numpy()
    both = ~pd.isna(near) & ~pd.isna(far)
    in_scope = picture.in_scope
    placed = people["constituency_id"].isin(in_scope["id"])
    present = {*in_scope["level"].dropna(), *own[placed].dropna()}
    missing = [one.value for one in Level if one.value not in present]
    return Evidence(
        count=int((near[both] != far[both]).sum()),
        base=int(both.sum()),
        recorded=int(both.sum()),
        of=len(both),
        names=tuple(missing),
        also=(f"{len(present)} of {len(Level)} levels of scale are on the map.",),
    )


METRIC = Metric(
    code="E05",
    title="Levels of scale",
    says="{count} of {base} relationships join people at different levels of scale",
    names_say="Levels nobody on the map is at",
    needs="Record the level of scale of groups or stakeholders.",
    formula="Live relationships whose two ends are at different levels, of those with both levels "
    "recorded.",
    source="This project's measure E05, designed on public descriptions of systems convening.",
    compute=levels_of_scale,
)
