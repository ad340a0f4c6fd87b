"""E06, openings: groups on different sides of a boundary that no relationship joins."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from landscape.analysis.evidence import Evidence, Metric, Picture, places
from landscape.model.scales import Asked

MOST_GROUPS = 1_000
MOST_NAMED = 8


def openings(picture: Picture) -> Evidence:
    r"""Pairs of constituencies on different sides of a boundary without a live relationship.

    .. math:: \text{score}(u, v) = w(u) \, w(v) \, (1 + |N(u) \cap N(v)|)

    where :math:`w` is the stake and :math:`N` are the constituencies joined to one by a live
    relationship.

    Parameters
    ----------
    picture : Picture
        Its constituencies in scope (`stake`), stakeholders (`asked`), live relationships,
        boundaries and sides are read.

    Returns
    -------
    Evidence
        Pairs with none reported, of the pairs on different sides where somebody of either
        answered. Names: the eight with the highest score, each with the boundary and the
        groups that both know; those without a recorded stake come last.

    Notes
    -----
    A pair of which nobody was asked is in neither number; the recorded share says so. A
    constituency is on a side where all its placed stakeholders are. Shared practices are not
    recorded and count nothing. Of more than 1,000 groups the first 1,000 are read. There is no
    band: many openings are neither good nor bad.

    References
    ----------
    .. [1] This project's evidence measure E06.
    """
    groups = picture.in_scope.sort_values("ordinal").head(MOST_GROUPS)
    index = pd.Index(groups["id"].astype(str))
    apart = _apart(picture, index)
    joined = _joined(picture, index)
    asked = _answered(picture, index)
    heard = asked[:, None] | asked[None, :]
    upper = np.triu(np.ones_like(joined), k=1) & (apart >= 0)
    first, second = np.nonzero(upper & heard & ~joined)
    # Floating numbers are multiplied many times faster, and counts this small stay whole.
    near = joined.astype(np.float32)
    common = near @ near
    stake = groups["stake"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    score = stake[first] * stake[second] * (1 + common[first, second])
    order = np.argsort(np.where(np.isnan(score), np.inf, -score), kind="stable")[:MOST_NAMED]
    named = groups["name"].astype(str).to_list()
    boundary = picture.boundary["name"].astype(str).to_list()
    pairs = [(int(first[at]), int(second[at])) for at in order]
    return Evidence(
        count=len(first),
        base=int((upper & heard).sum()),
        recorded=int((upper & heard).sum()),
        of=int(upper.sum()),
        names=tuple(
            _said(named, one, other, boundary[apart[one, other]], joined) for one, other in pairs
        ),
        places=places("constituency", [index[one] for one, _ in pairs]),
    )


def _said(
    named: Sequence[str], one: int, other: int, boundary: str, joined: NDArray[np.bool_]
) -> str:
    between = [named[at] for at in np.flatnonzero(joined[one] & joined[other]).tolist()]
    known = f"; both know {between[0]}" if len(between) == 1 else ""
    known = f"; both know {between[0]} and {len(between) - 1} more" if len(between) > 1 else known
    return f"{named[one]} with {named[other]} ({boundary}{known})"


def _apart(picture: Picture, index: pd.Index) -> NDArray[np.int64]:
    """For every two groups the place of the first boundary they are apart at; -1 without any."""
    found = np.full((len(index), len(index)), -1, dtype=np.int64)
    belongs = picture.belongs.set_index("who")["where"].astype(str)
    for number, boundary_id in reversed(list(enumerate(picture.boundary["id"]))):
        here = picture.sides[picture.sides["boundary_id"] == boundary_id]
        placed = here.set_index("stakeholder_id")["side"].astype(str)
        stands = belongs[belongs.index.isin(placed.index)]
        sides = pd.DataFrame({"where": stands.to_numpy(), "side": placed[stands.index].to_numpy()})
        by_group = sides.groupby("where")["side"].agg(["nunique", "first"])
        side = by_group.loc[by_group["nunique"] == 1, "first"].reindex(index)
        codes, _ = pd.factorize(side)
        on_side = codes >= 0
        different = codes[:, None] != codes[None, :]
        found[different & on_side[:, None] & on_side[None, :]] = number
    return found


def _joined(picture: Picture, index: pd.Index) -> NDArray[np.bool_]:
    """Which two groups have a live relationship between people of theirs."""
    belongs = picture.belongs.assign(where=lambda frame: frame["where"].astype(str))
    ends = picture.relationship[["source_id", "target_id"]]
    ends = ends.merge(belongs, left_on="source_id", right_on="who")
    ends = ends.merge(belongs, left_on="target_id", right_on="who", suffixes=("", "_too"))
    near = index.get_indexer(pd.Index(ends["where"]))
    far = index.get_indexer(pd.Index(ends["where_too"]))
    known = (near >= 0) & (far >= 0) & (near != far)
    joined = np.zeros((len(index), len(index)), dtype=bool)
    joined[near[known], far[known]] = joined[far[known], near[known]] = True
    return joined


def _answered(picture: Picture, index: pd.Index) -> NDArray[np.bool_]:
    """In which groups somebody answered when asked about relationships."""
    people = picture.stakeholder
    answered = people.loc[people["asked"].isin([Asked.ANSWERED.value]), "id"]
    belongs = picture.belongs
    return index.isin(belongs.loc[belongs["who"].isin(answered), "where"].astype(str))


METRIC = Metric(
    code="E06",
    title="Openings",
    says="{count} of {base} pairs of groups across a boundary have no relationship",
    names_say="Most is at stake for",
    needs="Put groups on the sides of your boundaries, and ask them whom they work with.",
    formula="Pairs of groups in scope on different sides of a boundary with no live relationship "
    "between their people, of those where somebody of either answered. In order of: stake of one x "
    "stake of the other x (1 + groups that both know).",
    source="This project's measure E06, designed on public descriptions of systems convening.",
    compute=openings,
    banded=False,
)
