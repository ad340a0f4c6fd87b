"""Proposes what each table holds: from headers, and from which columns hold names of another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from landscape.formats.source import SourceTable
from landscape.services.importing import relationship_columns, stakeholder_columns
from landscape.services.importing.profiles import Profile, profiles
from landscape.services.importing.roles import ColumnRole, TableKind, TableProposal
from landscape.services.importing.synonyms import (
    RELATIONSHIP_HEADERS,
    SOURCE_AND_REPORTER,
    STAKEHOLDER_HEADERS,
    plain,
)
from landscape.services.importing.wording import whole

_HOLDS: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A column that lists stakeholders, each once: by name or by number."""

    table: str
    column: str
    values: pd.Index
    words: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The two columns of a table that name stakeholders, and the listing they name them from."""

    columns: tuple[str, ...]
    listing: Listing | None


def propose(
    tables: Sequence[SourceTable],
    known: Sequence[str] = (),
    *,
    kinds: Mapping[str, TableKind] | None = None,
) -> tuple[TableProposal, ...]:
    """A proposal for each table, in their order.

    `known` are the names on the map already; `kinds` says what a table holds where somebody
    decided.
    """
    kinds = kinds or {}
    looked = {table.key: profiles(table) for table in tables}
    listings = _listings(looked, known)
    found = {
        key: _ends(key, columns, listings, asked=kinds.get(key) is TableKind.RELATIONSHIPS)
        for key, columns in looked.items()
        if kinds.get(key, TableKind.RELATIONSHIPS) is TableKind.RELATIONSHIPS
    }
    ends = {key: these for key, these in found.items() if these is not None}
    chosen = _stakeholder_tables(looked, ends, kinds)
    named = {
        these.listing.table: these.listing.column
        for these in ends.values()
        if these.listing is not None
    }
    proposals: list[TableProposal] = []
    for key, columns in looked.items():
        if key in ends:
            proposals.append(
                relationship_columns.propose(key, columns, *_told(ends[key], looked, chosen))
            )
        elif key in chosen:
            proposals.append(
                stakeholder_columns.propose(
                    key, columns, named.get(key), forced=kinds.get(key) is TableKind.STAKEHOLDERS
                )
            )
        else:
            proposals.append(_aside(key, columns, decided=key in kinds))
    return tuple(proposals)


def _aside(key: str, columns: Mapping[str, Profile], *, decided: bool) -> TableProposal:
    reason = (
        "You left it aside."
        if decided
        else "No column in it names stakeholders, as far as we can tell."
    )
    return TableProposal(
        table=key,
        kind=TableKind.ASIDE,
        reason=reason,
        columns=tuple(
            stakeholder_columns.left_out(column, "The table is left aside.") for column in columns
        ),
    )


def _told(
    ends: Ends, looked: Mapping[str, Mapping[str, Profile]], chosen: Sequence[str]
) -> tuple[tuple[str, ...], str | None, bool]:
    """The ends of a relationship table, where their names are listed, and whether by number."""
    if ends.listing is None:
        return ends.columns, None, False
    if ends.listing.table not in looked or ends.listing.table not in chosen:
        return ends.columns, "the map" if not ends.listing.table else None, False
    name = stakeholder_columns.name_column(looked[ends.listing.table], None)
    by_id = name is not None and name != ends.listing.column
    by_id = by_id and plain(ends.listing.column) not in STAKEHOLDER_HEADERS[ColumnRole.NAME]
    return ends.columns, ends.listing.table, by_id


def _listings(looked: Mapping[str, Mapping[str, Profile]], known: Sequence[str]) -> list[Listing]:
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


def _ends(
    key: str, columns: Mapping[str, Profile], listings: Sequence[Listing], *, asked: bool
) -> Ends | None:
    """The columns that name two stakeholders a row: by contents, by header, or by likeness."""
    by_listing = [
        (sum(map(len, found)), Ends(columns=tuple(name for name, _ in found), listing=listing))
        for listing in listings
        if listing.table != key
        for found in [_held(columns, listing)]
        if len(found) >= 2
    ]
    headed = _by_header(columns)
    if headed is not None:
        for _, ends in sorted(by_listing, key=lambda scored: -len(scored[1].columns)):
            if set(headed) <= set(ends.columns):
                return Ends(columns=headed, listing=ends.listing)
        return Ends(columns=headed, listing=_best_listing(columns, headed, listings, key))
    if by_listing:
        return max(by_listing, key=lambda scored: _strength(columns, scored[1]))[1]
    alike = _alike(columns)
    if alike is not None:
        return Ends(columns=alike, listing=None)
    if asked:
        texts = [name for name, column in columns.items() if column.words and column.filled > 0.5]
        return Ends(columns=tuple((texts + list(columns))[:2]), listing=None)
    return None


def _strength(columns: Mapping[str, Profile], ends: Ends) -> tuple[bool, int]:
    """Names beat numbers, many values beat few: 1 to 11 are found in any column of numbers."""
    words = all(columns[name].words for name in ends.columns)
    return words, sum(columns[name].distinct for name in ends.columns)


def _held(columns: Mapping[str, Profile], listing: Listing) -> list[tuple[str, float]]:
    """The columns whose values are mostly in the listing; numbers may be so by chance."""
    found: list[tuple[str, float]] = []
    for name, column in columns.items():
        if not column.words or column.filled < _HOLDS or (column.unique and column.rows > 2):
            continue
        share = _share(column, listing)
        if share >= _HOLDS:
            found.append((name, share))
    return found


def _share(column: Profile, listing: Listing) -> float:
    """The share of the column's rows whose value is in the listing."""
    held = _among(column.values, listing.values)
    if not held.any() and not listing.words:
        held = _among(*(pd.Index(whole(v.to_series())) for v in (column.values, listing.values)))
    codes = column.codes[column.codes >= 0]
    return float(held[codes.to_numpy()].mean()) if len(codes) else 0.0


def _among(values: pd.Index, others: pd.Index) -> np.ndarray:
    """Which of `values` are among `others`."""
    held = pc.is_in(pa.array(values, pa.large_string()), pa.array(others, pa.large_string()))
    found: np.ndarray = held.to_numpy(zero_copy_only=False)
    return found


def _by_header(columns: Mapping[str, Profile]) -> tuple[str, str] | None:
    """The columns headed as source and target."""

    def headed(words: frozenset[str]) -> str | None:
        return next((name for name in columns if plain(name) in words), None)

    target = headed(RELATIONSHIP_HEADERS[ColumnRole.TARGET])
    source = headed(RELATIONSHIP_HEADERS[ColumnRole.SOURCE]) or headed(SOURCE_AND_REPORTER)
    return (source, target) if source and target else None


def _best_listing(
    columns: Mapping[str, Profile],
    ends: tuple[str, str],
    listings: Sequence[Listing],
    key: str,
) -> Listing | None:
    """The listing that holds most of both ends; columns headed as names or numbers win."""
    best: tuple[float, float, Listing] | None = None
    for listing in listings:
        if listing.table == key:
            continue
        share = min(_share(columns[end], listing) for end in ends)
        header = plain(listing.column)
        headed = float(
            header in STAKEHOLDER_HEADERS[ColumnRole.NAME]
            or header in STAKEHOLDER_HEADERS[ColumnRole.ID]
        )
        if share > 0 and (best is None or (share, headed) > best[:2]):
            best = (share, headed, listing)
    return best[2] if best else None


def _alike(columns: Mapping[str, Profile]) -> tuple[str, str] | None:
    """The two columns of words that share the most values: who names, and who is named."""
    best: tuple[int, tuple[str, str]] | None = None
    names = [
        name
        for name, column in columns.items()
        if column.words and column.filled > 0.5 and not (column.unique and column.rows > 4)
    ]
    for at, first in enumerate(names):
        for second in names[at + 1 :]:
            shared = len(columns[first].values.intersection(columns[second].values))
            fewer = min(columns[first].distinct, columns[second].distinct)
            if shared >= max(2, fewer * _HOLDS) and (best is None or shared > best[0]):
                best = (shared, (first, second))
    return best[1] if best else None


def _stakeholder_tables(
    looked: Mapping[str, Mapping[str, Profile]],
    ends: Mapping[str, Ends],
    kinds: Mapping[str, TableKind],
) -> list[str]:
    """The tables that list stakeholders: those that relationships name, else the likeliest one."""
    rest = [
        key
        for key in looked
        if key not in ends and kinds.get(key, TableKind.STAKEHOLDERS) is TableKind.STAKEHOLDERS
    ]
    decided = [key for key in rest if key in kinds]
    named = [
        key
        for key in rest
        if any(found.listing is not None and found.listing.table == key for found in ends.values())
    ]
    if not named and not decided:
        able = [
            (stakeholder_columns.likeness(looked[key]), key)
            for key in rest
            if stakeholder_columns.name_column(looked[key], None) is not None
        ]
        # A workbook with relationships may hold prose beside them; only a plain list joins these.
        able = [scored for scored in able if scored[0] >= (2 if ends or len(looked) > 1 else 0)]
        named = [max(able, key=lambda scored: scored[0])[1]] if able else []
    first = (named + decided)[:1]
    headers = {
        plain(c) for key in first for c in [stakeholder_columns.name_column(looked[key], None)] if c
    }
    alike = [
        key
        for key in rest
        if key not in named
        and key not in decided
        and any(plain(c) in headers and looked[key][c].unique for c in looked[key])
    ]
    return [key for key in looked if key in {*named, *decided, *alike}]
