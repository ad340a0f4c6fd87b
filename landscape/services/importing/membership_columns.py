"""Finds tables that say who took part in what, and proposes what their columns say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from landscape.services.importing.ends import HOLDS, Listing, share_in
from landscape.services.importing.name_columns import name_column
from landscape.services.importing.profiles import Profile, distinct_rows, goes_with
from landscape.services.importing.roles import ColumnRole, Confidence, TableKind, TableProposal
from landscape.services.importing.synonyms import (
    ATTENDEE_HEADERS,
    NAME_HEADERS,
    OCCASION_HEADERS,
    RELATIONSHIP_HEADERS,
    STAKEHOLDER_HEADERS,
    SUBJECT_HEADERS,
    header_word,
)
from landscape.services.importing.taking import Taking

R = ColumnRole
_PAIRS: Final = 0.9
_SHORT: Final = 60
_LEAST_ROWS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPart:
    """The column with stakeholders, and the one with what they take part in."""

    who: str
    what: str
    confidence: Confidence
    reason: str


def by_header(
    key: str, columns: Mapping[str, Profile], listings: Sequence[Listing]
) -> TakingPart | None:
    """Who took part in what, where a header tells of events, meetings, projects or groups."""
    for what, occasion in columns.items():
        if (
            header_word(what) not in OCCASION_HEADERS
            or not occasion.words
            or occasion.filled < HOLDS
        ):
            continue
        rest = {name: column for name, column in columns.items() if name != what}
        who = next((name for name in rest if header_word(name) in ATTENDEE_HEADERS), None)
        who = who or _listed(key, rest, listings) or name_column(rest, None)
        if who is None or not columns[who].words or columns[who].filled < HOLDS:
            continue
        person = columns[who]
        if person.parted or _again_and_again(person, occasion):
            reason = f"It is called {what!r}."
            return TakingPart(who=who, what=what, confidence=Confidence.SURE, reason=reason)
    return None


def by_contents(
    key: str, columns: Mapping[str, Profile], listings: Sequence[Listing], *, lone: bool
) -> TakingPart | None:
    """Who took part in what, where stakeholders come again and again beside other words."""
    words = [
        name
        for name, column in columns.items()
        if column.words
        and column.filled >= _PAIRS
        and 1 < column.length <= _SHORT
        and not column.unique
    ]
    who = _listed(key, {name: columns[name] for name in words}, listings)
    if who is not None:
        others = [name for name in words if name != who]
        if len(others) == 1 and _again_and_again(columns[who], columns[others[0]]):
            reason = "It stands beside stakeholders that come again and again."
            return TakingPart(who=who, what=others[0], confidence=Confidence.LIKELY, reason=reason)
    headed = _again_beside_name(columns, words)
    if headed is not None:
        return headed
    if lone and len(columns) == 2 and len(words) == 2:
        first, second = words
        fits = _again_and_again(columns[first], columns[second])
        if fits and columns[first].rows >= _LEAST_ROWS:
            reason = "Each row puts two words together, and both come again and again."
            return TakingPart(who=first, what=second, confidence=Confidence.GUESS, reason=reason)
    return None


def _again_beside_name(columns: Mapping[str, Profile], words: Sequence[str]) -> TakingPart | None:
    """Names that come again, each with several of another column: companies, directors."""
    who = name_column(columns, None)
    others = [name for name in words if name != who]
    if who is None or who not in words or len(others) != 1:
        return None
    what = others[0]
    if goes_with(columns[who], columns[what]) >= _PAIRS:
        return None
    if not _again_and_again(columns[who], columns[what]):
        return None
    if header_word(what) in NAME_HEADERS[1]:
        who, what = what, who
    reason = f"{who!r} and {what!r} both come again and again, seldom twice together."
    return TakingPart(who=who, what=what, confidence=Confidence.LIKELY, reason=reason)


def _listed(key: str, columns: Mapping[str, Profile], listings: Sequence[Listing]) -> str | None:
    """The column whose values are mostly those of a list of names elsewhere."""
    for name, column in columns.items():
        if column.unique or not column.words:
            continue
        if any(
            listing.table != key and listing.words and share_in(column, listing) >= HOLDS
            for listing in listings
        ):
            return name
    return None


def _again_and_again(person: Profile, occasion: Profile) -> bool:
    """Whether both come several times, but seldom twice together."""
    return (
        person.rows - person.distinct >= 2
        and person.distinct < _PAIRS * person.rows
        and occasion.distinct < occasion.rows
        and distinct_rows(person, occasion) >= _PAIRS
    )


def propose(
    key: str,
    columns: Mapping[str, Profile],
    kind: TableKind,
    part: TakingPart | None,
    said: Mapping[str, ColumnRole],
    *,
    why: str | None = None,
) -> TableProposal:
    """The roles of a table that says who took part in what."""
    take = Taking(columns=columns)
    take.said(said)
    if R.NAME not in take.roles:
        who = part.who if part else _any_who(columns)
        if who is not None:
            reason = part.reason if part and part.confidence is not Confidence.SURE else ""
            confidence = part.confidence if part else Confidence.GUESS
            take(who, R.NAME, confidence, reason or "It names who takes part.")
    if R.GROUP not in take.roles:
        what = part.what if part else _any_what(columns, take)
        if what is not None and not take.has(what):
            confidence = part.confidence if part else Confidence.GUESS
            take(what, R.GROUP, confidence, part.reason if part else "It is the other column.")
    role = R.ROLE if kind is TableKind.MEMBERSHIPS else R.REPORTED_ON
    headers = (STAKEHOLDER_HEADERS if role is R.ROLE else RELATIONSHIP_HEADERS)[role]
    for name, column in columns.items():
        if role not in take.roles and not take.has(name) and header_word(name) in headers:
            if column.rows:
                take(name, role, Confidence.SURE, f"It is called {name!r}.")
        elif not take.has(name):
            reason = "Only who takes part in what is read from such a table."
            take(name, R.IGNORED, Confidence.SURE, reason)
    named, group = take.column(R.NAME), take.column(R.GROUP)
    reason = "Each row says who takes part in what."
    if named and group:
        reason = f"Each row puts {named!r} with what they take part in, {group!r}."
    return TableProposal(table=key, kind=kind, reason=why or reason, columns=take.all())


def _any_who(columns: Mapping[str, Profile]) -> str | None:
    """The likeliest column with stakeholders, where somebody said that there is one."""
    attendees = (name for name in columns if header_word(name) in ATTENDEE_HEADERS)
    names = (name for name in columns if header_word(name) in STAKEHOLDER_HEADERS[R.NAME])
    rest = (name for name, column in columns.items() if column.words and column.rows)
    return next(iter((*attendees, *names, *rest)), None)


def _any_what(columns: Mapping[str, Profile], take: Taking) -> str | None:
    able = [name for name, column in columns.items() if not take.has(name) and column.rows]
    for words in (OCCASION_HEADERS, SUBJECT_HEADERS, STAKEHOLDER_HEADERS[R.GROUP]):
        for name in able:
            if header_word(name) in words:
                return name
    texts = [name for name in able if columns[name].words]
    return next(iter(texts or able), None)
