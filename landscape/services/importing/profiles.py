"""What the contents of a column look like, worked out once a column."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from landscape.formats.source import SourceTable
from landscape.services.importing.roles import TableProposal
from landscape.services.importing.wording import tidy

_AGREE: Final = 0.95
_KEPT: Final = 4
_PARTED: Final = ("|", ";")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """One column: its tidy text as codes into `values`, and a few shares of the filled cells."""

    column: str
    codes: pd.Series
    values: pd.Index
    filled: float
    numeric: float
    length: float

    @property
    def distinct(self) -> int:
        """How many different values there are."""
        return len(self.values)

    @property
    def rows(self) -> int:
        """How many cells are filled."""
        return int((self.codes >= 0).sum())

    @property
    def unique(self) -> bool:
        """Whether nearly every row has a value of its own."""
        return self.filled >= 0.9 and self.distinct >= _AGREE * self.rows

    @property
    def words(self) -> bool:
        """Whether the values are words rather than numbers."""
        return self.numeric < 0.5

    @property
    def grouping(self) -> bool:
        """Whether a few different short values come again and again."""
        most = max(2.0, min(60.0, self.rows / 2))
        return self.rows > 0 and 2 <= self.distinct <= most and self.length <= 60

    @property
    def folded(self) -> frozenset[str]:
        """The different values in lower case; only sensible where there are few."""
        return frozenset(value.casefold() for value in self.values)

    @property
    def texts(self) -> pd.Series:
        """The different values as a column."""
        return pd.Series(self.values, dtype="str")

    @property
    def parted(self) -> str | None:
        """The sign that parts several values in one cell, where a fifth of the values have it."""
        for sign in _PARTED:
            if self.distinct and self.texts.str.contains(sign, regex=False).mean() >= 0.2:
                return sign
        return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Proposed:
    """What was proposed for tables of these profiles, beside these names on the map."""

    profiles: tuple[Profile, ...]
    known: Sequence[str]
    proposals: tuple[TableProposal, ...]


@dataclass(slots=True, kw_only=True, eq=False)
class Looked:
    """What was seen in the tables of one reading, kept for as long as somebody decides about them.

    A table that comes again, even as a copy, is looked at only where a column differs, and what was
    proposed is proposed again while nothing differs.
    """

    seen: dict[str, dict[str, tuple[pd.Series, Profile]]] = field(default_factory=dict)
    proposed: dict[object, Proposed] = field(default_factory=dict)

    def of(self, table: SourceTable) -> dict[str, Profile]:
        """The profile of each column of a table, in their order."""
        before = self.seen.get(table.key, {})
        found: dict[str, tuple[pd.Series, Profile]] = {}
        for column in table.columns:
            cells = table.frame[column]
            known = before.get(column)
            same = known is not None and (known[0] is cells or known[0].equals(cells))
            found[column] = known if known is not None and same else (cells, profile(table, column))
        self.seen[table.key] = found
        return {column: kept for column, (_, kept) in found.items()}

    def before(
        self, asked: object, columns: Sequence[Profile], known: Sequence[str]
    ) -> tuple[TableProposal, ...] | None:
        """What was proposed when the same was asked about the same columns and names."""
        kept = self.proposed.get(asked)
        if kept is None or len(kept.profiles) != len(columns) or kept.known != known:
            return None
        same = all(one is other for one, other in zip(kept.profiles, columns, strict=True))
        return kept.proposals if same else None

    def keep(
        self,
        asked: object,
        columns: Sequence[Profile],
        known: Sequence[str],
        proposals: tuple[TableProposal, ...],
    ) -> None:
        """Keep what was proposed, and little more than the last of it."""
        if len(self.proposed) >= _KEPT:
            self.proposed.clear()
        self.proposed[asked] = Proposed(
            profiles=tuple(columns), known=tuple(known), proposals=proposals
        )


def profile(table: SourceTable, column: str) -> Profile:
    """The profile of one column."""
    texts = tidy(table.frame[column])
    codes, values = pd.factorize(texts.mask(texts == ""))
    values = pd.Index(values, dtype="str")
    numeric = values.str.fullmatch(r"[-+]?\d+([.,]\d+)?%?") if len(values) else None
    return Profile(
        column=column,
        codes=pd.Series(codes, index=texts.index),
        values=values,
        filled=float((codes >= 0).mean()) if len(codes) else 0.0,
        numeric=float(np.asarray(numeric).mean()) if numeric is not None else 0.0,
        length=float(values.str.len().to_numpy().mean()) if len(values) else 0.0,
    )


def profiles(table: SourceTable) -> dict[str, Profile]:
    """The profile of each column, in their order."""
    return {column: profile(table, column) for column in table.columns}


def goes_with(first: Profile, second: Profile) -> float:
    """The share of rows in which a value of `first` has the value of `second` it mostly has."""
    pairs, counts = _pairs(first, second)
    if not len(pairs):
        return 0.0
    of_first = pairs // (second.distinct + 1)
    starts = np.flatnonzero(np.r_[True, of_first[1:] != of_first[:-1]])
    return float(np.maximum.reduceat(counts, starts).sum() / counts.sum())


def _pairs(first: Profile, second: Profile) -> tuple[np.ndarray, np.ndarray]:
    """Each pair of values that stands in a row, in order of the first value, and how often."""
    one, other = first.codes.to_numpy(dtype=np.int64), second.codes.to_numpy(dtype=np.int64)
    both = (one >= 0) & (other >= 0)
    pairs, counts = np.unique(one[both] * (second.distinct + 1) + other[both], return_counts=True)
    return pairs, counts


def says_the_same(first: Profile, second: Profile) -> bool:
    """Whether two columns part the rows alike."""
    return goes_with(first, second) >= _AGREE and goes_with(second, first) >= _AGREE


def distinct_rows(first: Profile, second: Profile) -> float:
    """The share of the rows with both that have a pair of values of their own."""
    pairs, counts = _pairs(first, second)
    return len(pairs) / int(counts.sum()) if len(pairs) else 0.0


def equal_rows(first: Profile, second: Profile) -> float:
    """The share of the rows with both in which they are the same."""
    pairs, counts = _pairs(first, second)
    if not len(pairs):
        return 0.0
    one, other = np.divmod(pairs, second.distinct + 1)
    same = first.values.take(one) == second.values.take(other)
    return float(counts[same].sum() / counts.sum())
