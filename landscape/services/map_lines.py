"""Which relationships of a map are shown, which of them a measure counts, and that in words."""

from typing import Final

import numpy as np
import pandas as pd

from landscape.analysis.arrays import Bools, Floats
from landscape.analysis.findings import listed
from landscape.model.days import said_day
from landscape.model.map_look import LineFilter
from landscape.model.scales import DEPTH_WORDS, Basis, Status

_BASES: Final = {
    Basis.VALIDATED: "both ends said so",
    Basis.REPORTED: "one side said so",
    Basis.ASSUMED: "we assume it",
}
_STATUSES: Final = {
    Status.LIVE: "alive",
    Status.DORMANT: "dormant",
    Status.BROKEN: "broken off",
}


def line_shown(lines: pd.DataFrame, asked: LineFilter) -> Bools:
    """Which relationships a filter keeps, by row; the kind "" is what is not recorded."""
    kept = np.ones(len(lines), dtype=bool)
    if asked.kinds:
        kept &= lines["kind"].fillna("").isin(asked.kinds).to_numpy(dtype=bool)
    if asked.depth is not None:
        kept &= _depth(lines) >= asked.depth
    if asked.bases:
        kept &= lines["basis"].isin([basis.value for basis in asked.bases]).to_numpy(dtype=bool)
    if asked.statuses:
        named = [status.value for status in asked.statuses]
        kept &= lines["status"].isin(named).to_numpy(dtype=bool)
    if asked.since is not None:
        contact = pd.to_datetime(lines["last_contact"])
        kept &= (contact >= pd.Timestamp(asked.since)).to_numpy(dtype=bool)
    return kept


def counted(lines: pd.DataFrame, asked: LineFilter) -> Bools:
    """Which of the shown ones measures and connections go by: live ones, and none of no depth.

    Where a filter asks for a standing, dormant say, it is the one that counts.
    """
    kept = line_shown(lines, asked)
    if not asked.statuses:
        kept &= (lines["status"] == Status.LIVE.value).to_numpy(dtype=bool)
    kept &= _depth(lines) != 0
    return kept


def lines_in_words(asked: LineFilter) -> str:
    """A filter of relationships as a sentence; "" for one that asks nothing."""
    parts = []
    if asked.kinds:
        parts.append("of kind " + listed([kind or "not recorded" for kind in asked.kinds], "or"))
    if asked.depth is not None:
        parts.append(f"at least {DEPTH_WORDS[asked.depth]}")
    if asked.bases:
        parts.append("where " + listed([_BASES[basis] for basis in asked.bases], "or"))
    if asked.statuses:
        parts.append("that are " + listed([_STATUSES[one] for one in asked.statuses], "or"))
    if asked.since is not None:
        parts.append(f"with contact since {said_day(asked.since)}")
    return f"Only relationships {', '.join(parts)}." if parts else ""


def _depth(lines: pd.DataFrame) -> Floats:
    depth = lines["depth"].astype("Float64").to_numpy(dtype=np.float64, na_value=np.nan)
    return np.asarray(depth, dtype=np.float64)
