"""What the contents of a column look like, worked out once a column."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from landscape.formats.source import SourceTable
from landscape.services.importing.wording import tidy

_AGREE: Final = 0.95


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
        filled=float((codes >= 0).mean()),
        numeric=float(np.asarray(numeric).mean()) if numeric is not None else 0.0,
        length=float(values.str.len().to_numpy().mean()) if len(values) else 0.0,
    )


def profiles(table: SourceTable) -> dict[str, Profile]:
    """The profile of each column, in their order."""
    return {column: profile(table, column) for column in table.columns}


def goes_with(first: Profile, second: Profile) -> float:
    """The share of rows in which a value of `first` has the value of `second` it mostly has."""
    both = (first.codes >= 0) & (second.codes >= 0)
    if not both.any():
        return 0.0
    pairs = pd.DataFrame({"a": first.codes[both], "b": second.codes[both]}).value_counts(sort=False)
    return float(pairs.groupby(level="a").max().sum() / pairs.sum())


def says_the_same(first: Profile, second: Profile) -> bool:
    """Whether two columns part the rows alike."""
    return goes_with(first, second) >= _AGREE and goes_with(second, first) >= _AGREE
