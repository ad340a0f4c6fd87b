"""Live relationships (R*): which relationships a measure counts, and the words for that choice."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from landscape.model.days import said_day
from landscape.model.scales import DEPTH_WORDS, Basis, Status

_NOT_LIVE: Final = (Status.DORMANT.value, Status.BROKEN.value)
_BASIS_WORDS: Final = {
    Basis.VALIDATED: "reported by both ends",
    Basis.REPORTED: "reported by one end",
    Basis.ASSUMED: "assumed by us",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveFilter:
    """What narrows the live relationships; the default keeps all of them.

    `kinds` and `bases` keep what is named in them, and everything when they are empty.
    `least_depth` and `since` leave those in for which depth or last contact is not recorded.
    """

    kinds: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    least_depth: int | None = None
    since: date | None = None

    @property
    def words(self) -> str:
        """The filter as it is printed beside every figure, in plain text."""
        parts = []
        if self.kinds:
            parts.append("of kind " + _either(self.kinds))
        if self.least_depth is not None:
            parts.append(f"at least {DEPTH_WORDS[self.least_depth]} where depth is recorded")
        if self.since is not None:
            day = said_day(self.since)
            parts.append(f"with contact since {day} where contact is recorded")
        if self.bases:
            parts.append(_either(tuple(_BASIS_WORDS[basis] for basis in self.bases)))
        if not parts:
            return "All live relationships"
        return "Live relationships " + ", ".join(parts)


def _either(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]


def live_relationships(relationships: pd.DataFrame, chosen: LiveFilter) -> pd.DataFrame:
    """The rows of `relationships` that are live and pass `chosen`, in the same order.

    A relationship is live unless it is dormant or broken, or somebody stated its depth as 0,
    "none".

    Parameters
    ----------
    relationships : pandas.DataFrame
        With `status`, `depth`, `kind`, `basis` and `last_contact`, as read from the store.
    chosen : LiveFilter
        What else must hold.

    Returns
    -------
    pandas.DataFrame
        With the columns and the index of `relationships`.

    Notes
    -----
    Depth and last contact count only where they are recorded: what is not recorded stays in.
    """
    depth = pd.to_numeric(relationships["depth"]).astype("Float64")
    keep = ~relationships["status"].isin(_NOT_LIVE) & ~(depth == 0).fillna(value=False)
    if chosen.least_depth is not None:
        keep &= (depth >= chosen.least_depth).fillna(value=True)
    if chosen.since is not None:
        contact = pd.to_datetime(relationships["last_contact"])
        keep &= contact.isna() | (contact >= pd.Timestamp(chosen.since))
    if chosen.kinds:
        keep &= relationships["kind"].isin(chosen.kinds)
    if chosen.bases:
        keep &= relationships["basis"].isin([basis.value for basis in chosen.bases])
    return relationships[keep.astype(bool)]
