"""One rater who says different things of one relationship: told, and settled as decided."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from landscape.services.importing.draft import Draft, Used
from landscape.services.importing.problems import CATALOGUE
from landscape.services.importing.roles import ColumnRole

_ABOUT: Final = ["rater", "source", "target", "kind", "reported_on"]


def settled(
    draft: Draft, used: Sequence[Used], talk: pd.DataFrame, names: pd.Index
) -> pd.DataFrame:
    """`talk` without the reports that do not count, where one rater contradicts themselves."""
    spoken = talk[talk["rater"].notna() & talk["depth"].notna()]
    spoken = spoken[spoken["source"] != spoken["target"]]
    depths = spoken.groupby(_ABOUT, dropna=False, sort=False)["depth"]
    differing = spoken[depths.transform("nunique") > 1]
    if differing.empty:
        return talk
    _tell(draft, used, differing, names)
    if draft.decisions.conflicting == "all":
        return talk
    if draft.decisions.conflicting == "deepest":
        differing = differing.sort_values("depth", kind="stable")
    kept = differing.drop_duplicates(_ABOUT, keep="last").index
    gone = differing.index.difference(kept)
    for number, rows in talk.loc[gone].groupby("table")["row"]:
        key = used[int(str(number))][0].key
        draft.ledger.leave(key, rows, f"{CATALOGUE['conflicting-reports'].title}.")
    return talk.drop(index=gone)


def _tell(draft: Draft, used: Sequence[Used], differing: pd.DataFrame, names: pd.Index) -> None:
    """One problem for each rater and relationship, at the second row that tells of it."""
    told = differing[differing.duplicated(_ABOUT)].drop_duplicates(_ABOUT)
    for number, rows in told.groupby("table", sort=False):
        table, proposal = used[int(str(number))]
        said = rows.set_index("row")
        ends = [pd.Series(names.take(said[end].to_numpy())) for end in ("source", "target")]
        values = (ends[0] + " \u2013 " + ends[1]).set_axis(said.index)
        draft.ledger.ask(
            "conflicting-reports",
            table,
            proposal.column(ColumnRole.DEPTH),
            values,
            lambda v: f"{v} has more than one depth from one rater.",
            "Choose whether all reports count, the deepest, or the last.",
        )
