"""Finds the two columns of a table that name stakeholders: by header, by contents, by likeness."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from landscape.services.importing import end_headers, signs
from landscape.services.importing.depth import DEPTH_OF
from landscape.services.importing.name_columns import name_column, split_names
from landscape.services.importing.profiles import Profile, equal_rows, goes_with
from landscape.services.importing.roles import ColumnRole
from landscape.services.importing.synonyms import (
    CAPTION_HEADERS,
    CONNECTED_HEADERS,
    NAME_HEADERS,
    SOURCE_AND_REPORTER,
    STAKEHOLDER_HEADERS,
    header_word,
)
from landscape.services.importing.values import DIRECTIONS, NO, RATING_WORDS, YES
from landscape.services.importing.wording import whole

HOLDS: Final = 0.5
_SHORT: Final = 120
_COMPARED: Final = 40
_ANSWERS: Final = 3
_EQUAL: Final = 0.3
_NO_NAMES: Final = frozenset(RATING_WORDS) | DIRECTIONS | YES | NO | frozenset(DEPTH_OF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A column that lists stakeholders, each once: by name or by number."""

    table: str
    column: str
    values: pd.Index
    words: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The two columns of a table that name stakeholders, and the listing they name them from.

    `headed` says that their headers tell so.
    """

    columns: tuple[str, ...]
    listing: Listing | None
    headed: bool = False


def listings(looked: Mapping[str, Mapping[str, Profile]], known: Sequence[str]) -> list[Listing]:
    """Every column that has a value of its own in each row, and the names on the map."""
    found = [
        Listing(table=key, column=column.column, values=column.values, words=column.words)
        for key, columns in looked.items()
        for column in columns.values()
        if column.unique and column.distinct > 1
    ]
    if known:
        found.append(Listing(table="", column="", values=pd.Index(list(known), dtype="str")))
    return found


def find(
    key: str, columns: Mapping[str, Profile], among: Sequence[Listing], *, asked: bool
) -> Ends | None:
    """The columns that name two stakeholders a row; with `asked` there must be some."""
    others = [listing for listing in among if listing.table != key]
    by_listing = [
        Ends(columns=tuple(name for name, _ in found), listing=listing)
        for listing in others
        for found in [_held(columns, listing)]
        if len(found) >= 2
    ]
    headed = _by_header(columns, others)
    if headed is not None:
        for ends in sorted(by_listing, key=lambda ends: -len(ends.columns)):
            if set(headed) <= set(ends.columns):
                return Ends(columns=headed, listing=ends.listing, headed=True)
        listing = best_listing(columns, headed, others)
        return Ends(columns=headed, listing=listing, headed=True)
    if by_listing:
        return max(by_listing, key=lambda ends: _strength(columns, ends))
    connected = _connected(key, columns)
    if connected is not None:
        return Ends(columns=connected, listing=None, headed=True)
    alike = _alike(columns)
    if alike is not None:
        return Ends(columns=alike, listing=None)
    if asked:
        texts = [name for name, column in columns.items() if column.words and column.filled > 0.5]
        chosen = tuple(dict.fromkeys((*texts, *columns)))[:2]
        return Ends(columns=chosen, listing=None) if len(chosen) == 2 else None
    return None


def _strength(columns: Mapping[str, Profile], ends: Ends) -> tuple[bool, int]:
    """Names beat numbers, many values beat few: 1 to 11 are found in any column of numbers."""
    words = all(columns[name].words for name in ends.columns)
    return words, sum(columns[name].distinct for name in ends.columns)


def _held(columns: Mapping[str, Profile], listing: Listing) -> list[tuple[str, float]]:
    """The columns whose values are mostly in the listing; numbers may be so by chance."""
    found: list[tuple[str, float]] = []
    for name, column in columns.items():
        if not column.words or column.filled < HOLDS or (column.unique and column.rows > 2):
            continue
        share = share_in(column, listing)
        if share >= HOLDS:
            found.append((name, share))
    return found


def share_in(column: Profile, listing: Listing) -> float:
    """The share of the column's rows whose value, or first of several, is in the listing."""
    values = column.values
    held = _among(values, listing.values)
    if not held.any() and not listing.words:
        held = _among(*(pd.Index(whole(v.to_series())) for v in (values, listing.values)))
    sign = column.parted if not held.any() else None
    if sign is not None:
        first = column.texts.str.split(sign, n=1, regex=False).str[0].str.strip()
        held = _among(pd.Index(first), listing.values)
    codes = column.codes[column.codes >= 0]
    return float(held[codes.to_numpy()].mean()) if len(codes) else 0.0


def _among(values: pd.Index, others: pd.Index) -> np.ndarray:
    """Which of `values` are among `others`."""
    held = pc.is_in(pa.array(values, pa.large_string()), pa.array(others, pa.large_string()))
    found: np.ndarray = held.to_numpy(zero_copy_only=False)
    return found


def _by_header(columns: Mapping[str, Profile], others: Sequence[Listing]) -> tuple[str, str] | None:
    """The columns headed as source and target, unless their cells speak against it."""
    able: list[tuple[str, str]] = []
    for source, target in end_headers.pairs(list(columns)):
        if not columns[source].rows or not columns[target].rows:
            continue
        if columns[source].words and columns[target].words:
            able.insert(0, (source, target))
            break
        listed = any(
            min(share_in(columns[end], listing) for end in (source, target)) >= HOLDS
            for listing in others
        )
        if listed or not _names_a_row(columns):
            able.append((source, target))
        if listed:
            break  # else "From" and "To" of a list of names: years or amounts
    if not able:
        return None
    source, target = able[0]
    if header_word(source) in SOURCE_AND_REPORTER:
        source = _spoken_for(columns, source, target)
    return source, target


def _names_a_row(columns: Mapping[str, Profile]) -> bool:
    """Whether each row has a name of its own, whole or in two parts; a caption is no name."""
    names = STAKEHOLDER_HEADERS[ColumnRole.NAME] - CAPTION_HEADERS
    named = any(c.words and c.unique and header_word(name) in names for name, c in columns.items())
    return named or split_names(columns) is not None


def _rates(column: Profile) -> bool:
    """Whether the values are words such as high and low, or yes and no."""
    return column.distinct <= len(RATING_WORDS) and column.folded <= _NO_NAMES


def _spoken_for(columns: Mapping[str, Profile], respondent: str, target: str) -> str:
    """The column with the organisation that each respondent speaks for, else the respondent."""
    for name, column in columns.items():
        if (
            name not in (respondent, target)
            and any(header_word(name) in words for words in (NAME_HEADERS[0], NAME_HEADERS[2]))
            and column.filled >= HOLDS
            and column.words
            and columns[respondent].distinct >= column.distinct
            and goes_with(columns[respondent], column) == 1.0
        ):
            return name
    return respondent


def best_listing(
    columns: Mapping[str, Profile], ends: tuple[str, ...], others: Sequence[Listing]
) -> Listing | None:
    """The listing that holds most of both ends; columns headed as names or numbers win."""
    best: tuple[float, float, Listing] | None = None
    for listing in others:
        share = min(share_in(columns[end], listing) for end in ends)
        header = header_word(listing.column)
        headed = float(
            header in STAKEHOLDER_HEADERS[ColumnRole.NAME]
            or header in STAKEHOLDER_HEADERS[ColumnRole.ID]
        )
        if share > 0 and (best is None or (share, headed) > best[:2]):
            best = (share, headed, listing)
    return best[2] if best else None


def _connected(key: str, columns: Mapping[str, Profile]) -> tuple[str, str] | None:
    """The name of each row and whom it is related to, where that names others of the list."""
    target = next((name for name in columns if header_word(name) in CONNECTED_HEADERS), None)
    if target is None or not columns[target].rows:
        return None
    name = name_column({c: columns[c] for c in columns if c != target}, None)
    if name is None or not columns[name].words:
        return None
    listing = Listing(table=key, column=name, values=columns[name].values)
    return (name, target) if share_in(columns[target], listing) >= HOLDS else None


def _alike(columns: Mapping[str, Profile]) -> tuple[str, str] | None:
    """The two columns of words that share the most values: who names, and who is named."""
    if _names_a_row(columns):
        return None
    names = [
        name
        for name, column in columns.items()
        if column.words
        and not _rates(column)
        and column.filled > 0.5
        and 1 < column.length <= _SHORT
        and not (column.unique and column.rows > 4)
    ]
    most = sorted(names, key=lambda name: -columns[name].distinct)[:_COMPARED]
    names = [name for name in names if name in most and not signs.is_dated(columns[name])]
    sharing = [
        (shared, (first, second))
        for at, first in enumerate(names)
        for second in names[at + 1 :]
        for shared in [_shared(columns[first], columns[second])]
        if shared
    ]
    for _, pair in sorted(sharing, key=lambda found: -found[0]):
        # What many columns share are the answers of a form; so is what is often the same in both.
        partners = sum(pair[0] in others for _, others in sharing)
        if partners < _ANSWERS and equal_rows(columns[pair[0]], columns[pair[1]]) <= _EQUAL:
            return pair
    return None


def _shared(first: Profile, second: Profile) -> int:
    """How many values two columns share, 0 where these are too few."""
    shared = len(first.values.intersection(second.values, sort=False))
    return shared if shared >= max(2, min(first.distinct, second.distinct) * HOLDS) else 0
