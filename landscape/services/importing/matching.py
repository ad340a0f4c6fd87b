"""Which reports of the files are on the map already, word by word or with another depth or note."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

WHOLE: Final = ("source_id", "target_id", "rater", "depth", "kind", "reported_on", "note")
SAME: Final = ("source_id", "target_id", "rater", "kind", "reported_on")


def met(there: pd.DataFrame, reports: pd.DataFrame) -> np.ndarray:
    """For each of `reports` the position in `there` of the report it is, or -1.

    First those that are the same word by word, one for one; then, of what is left over, those by
    the same rater about the same two, of the same kind and day, in their order.
    """
    found = np.full(len(reports), -1, dtype=np.int64)
    if there.empty or reports.empty:
        return found
    for key in (WHOLE, SAME):
        left = np.flatnonzero(found < 0)
        taken = np.zeros(len(there), dtype=bool)
        taken[found[found >= 0]] = True
        free = np.flatnonzero(~taken)
        found[left] = _one_for_one(there, free, reports, left, key)
    return found


def _one_for_one(
    there: pd.DataFrame,
    free: np.ndarray,
    reports: pd.DataFrame,
    left: np.ndarray,
    key: Sequence[str],
) -> np.ndarray:
    """Positions among `free` for the reports at `left`: the first with the first, and so on."""
    columns = list(key)
    before = there[columns].iloc[free]
    before = before.astype({column: reports[column].dtype for column in columns})
    both = pd.concat([before, reports[columns].iloc[left]], ignore_index=True)
    both["group"] = both.groupby(columns, dropna=False, sort=False).ngroup()
    is_there = np.arange(len(both)) < len(before)
    both["turn"] = both.groupby(["group", pd.Series(is_there)]).cumcount()
    paired = both["group"].to_numpy() * (len(both) + 1) + both["turn"].to_numpy()
    at = pd.Series(free, index=paired[is_there]).reindex(paired[~is_there])
    positions: np.ndarray = at.fillna(-1).to_numpy(dtype=np.int64)
    return positions
