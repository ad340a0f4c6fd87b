"""Proposes what each table holds: as the file says, from headers, and from what is in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from landscape.formats.source import SourceTable
from landscape.services.importing import (
    ends,
    membership_columns,
    relationship_columns,
    setting_aside,
    stakeholder_columns,
)
from landscape.services.importing.ends import Ends, Listing
from landscape.services.importing.membership_columns import TakingPart
from landscape.services.importing.name_columns import name_column
from landscape.services.importing.profiles import Looked, Profile
from landscape.services.importing.roles import ROLES, ColumnRole, TableKind, TableProposal
from landscape.services.importing.synonyms import STAKEHOLDER_HEADERS, header_word
from landscape.services.importing.taking import FILE_SAYS

_YOU_SAID: Final = "You said so."
_HELD: Final[Mapping[str, TableKind]] = {
    "stakeholders": TableKind.STAKEHOLDERS,
    "relationships": TableKind.RELATIONSHIPS,
    "memberships": TableKind.MEMBERSHIPS,
    "aside": TableKind.ASIDE,
}
_TWO_MODE: Final = frozenset({TableKind.MEMBERSHIPS, TableKind.SHARED})


@dataclass(slots=True, kw_only=True, eq=False)
class _Found:
    """What was found out about the tables so far; `settled` is what a file or somebody says."""

    tables: Mapping[str, SourceTable]
    looked: Mapping[str, Mapping[str, Profile]]
    settled: Mapping[str, TableKind]
    decided: Mapping[str, TableKind]
    listings: Sequence[Listing]
    ends: dict[str, Ends] = field(default_factory=dict)
    parts: dict[str, TakingPart] = field(default_factory=dict)
    code_books: set[str] = field(default_factory=set)

    def open(self, key: str) -> bool:
        """Whether nothing is known of a table yet."""
        found = (self.settled, self.ends, self.parts, self.code_books)
        return all(key not in known for known in found)

    def why(self, key: str) -> str | None:
        """Who settled what a table holds, if anybody."""
        if key in self.decided:
            return _YOU_SAID
        return FILE_SAYS if key in self.settled else None

    def said(self, key: str, kind: TableKind) -> dict[str, ColumnRole]:
        """The roles that the file itself gives, as far as they fit what the table holds."""
        roles = {name: ColumnRole(word) for name, word in self.tables[key].says.items()}
        return {name: role for name, role in roles.items() if role in ROLES[kind]}


def propose(
    tables: Sequence[SourceTable],
    known: Sequence[str] = (),
    *,
    kinds: Mapping[str, TableKind] | None = None,
    looked: Looked | None = None,
) -> tuple[TableProposal, ...]:
    """A proposal for each table, in their order.

    `known` are the names on the map already; `kinds` says what a table holds where somebody
    decided. `looked` keeps what was seen in the tables for the next time.
    """
    look = looked if looked is not None else Looked()
    columns = {table.key: look.of(table) for table in tables}
    decided = dict(kinds or {})
    asked = (
        tuple((t.key, t.holds, tuple(t.says.items()), t.by_id) for t in tables),
        tuple(sorted(decided.items())),
    )
    all_columns = [column for of_table in columns.values() for column in of_table.values()]
    names = tuple(known)
    before = look.before(asked, all_columns, names)
    if before is not None:
        return before
    told = {table.key: _HELD[table.holds] for table in tables if table.holds is not None}
    found = _Found(
        tables={table.key: table for table in tables},
        looked=columns,
        settled={**told, **decided},
        decided=decided,
        listings=ends.listings(columns, known),
    )
    _find_code_books(found)
    _find_ends(found)
    _find_parts(found)
    chosen = _stakeholder_tables(found)
    proposals = tuple(_proposal(found, key, chosen) for key in columns)
    look.keep(asked, all_columns, names, proposals)
    return proposals


def _find_code_books(found: _Found) -> None:
    headers = {key: {name.casefold() for name in found.looked[key]} for key in found.looked}
    for key, columns in found.looked.items():
        elsewhere = frozenset().union(*(words for other, words in headers.items() if other != key))
        if found.open(key) and setting_aside.is_code_book(columns, elsewhere):
            found.code_books.add(key)


def _find_ends(found: _Found) -> None:
    """Tables of relationships; who took part in what, by its header, comes before likeness."""
    for key, columns in found.looked.items():
        asked = found.settled.get(key) is TableKind.RELATIONSHIPS
        if not asked and not found.open(key):
            continue
        these = ends.find(key, columns, found.listings, asked=asked)
        if these is None:
            continue
        part = membership_columns.by_header(key, columns, found.listings)
        if part is not None and not these.headed and not asked:
            found.parts[key] = part
        else:
            found.ends[key] = these


def _find_parts(found: _Found) -> None:
    for key, columns in found.looked.items():
        if not found.open(key) and found.settled.get(key) not in _TWO_MODE:
            continue
        lone = len(found.looked) == 1
        part = membership_columns.by_header(
            key, columns, found.listings
        ) or membership_columns.by_contents(key, columns, found.listings, lone=lone)
        if part is not None:
            found.parts[key] = part


def _proposal(found: _Found, key: str, chosen: Sequence[str]) -> TableProposal:
    columns, why = found.looked[key], found.why(key)
    settled = found.settled.get(key)
    if key in found.ends:
        kind = TableKind.RELATIONSHIPS
        said = found.said(key, kind)
        listed, by_id = _told(found, found.ends[key], chosen)
        file_says = found.tables[key].holds == "relationships" and bool(said)
        return relationship_columns.propose(
            key,
            columns,
            found.ends[key],
            listed,
            said,
            by_id=found.tables[key].by_id if file_says else by_id,
            why=why,
        )
    if settled in _TWO_MODE or key in found.parts:
        kind = settled if settled in _TWO_MODE else TableKind.MEMBERSHIPS
        part, said = found.parts.get(key), found.said(key, kind)
        return membership_columns.propose(key, columns, kind, part, said, why=why)
    if key in chosen:
        said = found.said(key, TableKind.STAKEHOLDERS)
        return stakeholder_columns.propose(key, columns, _named(found, key), said, why=why)
    left = "You left it aside." if found.decided.get(key) is TableKind.ASIDE else why
    return setting_aside.propose(key, columns, code_book=key in found.code_books, why=left)


def _named(found: _Found, key: str) -> str | None:
    """The column by which relationships name the stakeholders of a table."""
    named = [
        these.listing.column
        for these in found.ends.values()
        if these.listing is not None and these.listing.table == key
    ]
    return named[-1] if named else None


def _told(found: _Found, these: Ends, chosen: Sequence[str]) -> tuple[str | None, bool]:
    """Where the names of the ends are listed, and whether by number."""
    listing = these.listing
    if listing is None:
        return None, False
    if listing.table not in found.looked or listing.table not in chosen:
        return "the map" if not listing.table else None, False
    said = found.said(listing.table, TableKind.STAKEHOLDERS)
    if listing.column in said:
        return listing.table, said[listing.column] is ColumnRole.ID
    name = name_column(found.looked[listing.table], listing.column)
    by_id = name is not None and name != listing.column
    return listing.table, by_id and header_word(listing.column) not in (
        STAKEHOLDER_HEADERS[ColumnRole.NAME] - STAKEHOLDER_HEADERS[ColumnRole.ID]
    )


def _stakeholder_tables(found: _Found) -> list[str]:
    """The tables that list stakeholders: those that relationships name, else the likeliest one."""
    looked = found.looked
    settled = [key for key in looked if found.settled.get(key) is TableKind.STAKEHOLDERS]
    rest = [key for key in looked if found.open(key)]
    named = [
        key
        for key in rest
        if any(
            these.listing is not None and these.listing.table == key
            for these in found.ends.values()
        )
    ]
    if not named and not settled:
        # A workbook with relationships may hold prose beside them; only a plain list joins these.
        least = 2 if found.ends or len(looked) > 1 else 0
        able = [
            (score, key)
            for key in rest
            for score in [stakeholder_columns.likeness(looked[key])]
            if score >= least and (score or name_column(looked[key], None) is not None)
        ]
        named = [max(able, key=lambda scored: scored[0])[1]] if able else []
    first = (named + settled)[:1]
    headers = {header_word(c) for key in first for c in [name_column(looked[key], None)] if c}
    alike = [
        key
        for key in rest
        if key not in named
        and any(header_word(c) in headers and looked[key][c].unique for c in looked[key])
    ]
    return [key for key in looked if key in {*settled, *named, *alike}]
