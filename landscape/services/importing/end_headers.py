"""Headers that come in pairs: from and to, von and an, organisation 1 and organisation 2."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from landscape.services.importing import other_languages
from landscape.services.importing.roles import ColumnRole
from landscape.services.importing.synonyms import (
    ATTENDEE_HEADERS,
    NAME_HEADERS,
    ORGANISER_HEADERS,
    RELATIONSHIP_HEADERS,
    SOURCE_AND_REPORTER,
    STAKEHOLDER_HEADERS,
    header_word,
)

PREFIXES: Final = (
    ("from", "to"),
    ("source", "target"),
    ("sending", "receiving"),
    ("ego", "alter"),
    ("primarycollaborator", "secondarycollaborator"),
    ("tieorigin", "tiedestination"),
)
_NUMBERED: Final = (("1", "2", "3"), ("a", "b", "c"), ("i", "j", "k"), ("one", "two", "three"))
_TWO_OF: Final = STAKEHOLDER_HEADERS[ColumnRole.NAME] - NAME_HEADERS[-1]
_PEOPLE_CODES: Final = frozenset({"personid", "employeeid"})
_TRADES: Final = (
    ("sender", "recipient"),
    ("sendername", "recipientname"),
    ("donor", "recipient"),
    ("funder", "grantee"),
    ("funder", "recipient"),
    ("supplier", "customer"),
    ("lender", "borrower"),
    ("giver", "receiver"),
    ("nominator", "nominee"),
    ("provider", "recipient"),
    ("parent", "child"),
    ("parentcompany", "subsidiary"),
    ("tail", "head"),
)

_LEADS: Final = (
    *("leadorganisation", "leadorganization", "leadpartner", "leadagency", "lead", "coordinator"),
)
_PARTNERS: Final = (
    *("partners", "partnerorganisations", "partnerorganizations", "participants", "consortium"),
)


def pairs(headers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of headers that may name who and whom, the plainest first."""
    by_word = {header_word(header): header for header in reversed(headers)}
    seen: set[tuple[str, str]] = set()
    for first, second in _words_of_pairs(list(by_word)):
        found = by_word.get(first), by_word.get(second)
        if found[0] is not None and found[1] is not None and found[0] != found[1]:
            pair = (found[0], found[1])
            if pair not in seen:
                seen.add(pair)
                yield pair


def _words_of_pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    there = list(reversed(words))
    target = _first(there, RELATIONSHIP_HEADERS[ColumnRole.TARGET])
    source = _first(there, RELATIONSHIP_HEADERS[ColumnRole.SOURCE])
    if source and target:
        yield source, target
    yield from _prefixed(there)
    yield from _TRADES
    yield from product(_LEADS, _PARTNERS)
    yield from other_languages.ENDS
    respondent = _first(there, SOURCE_AND_REPORTER)
    if respondent and target:
        yield respondent, target
    yield from _numbered(there)
    organiser, attendees = _first(there, ORGANISER_HEADERS), _first(there, ATTENDEE_HEADERS)
    if organiser and attendees:
        yield organiser, attendees


def _prefixed(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Such as "Source organisation" and "Target organisation": names before codes."""
    people, codes = (*NAME_HEADERS[:2], _PEOPLE_CODES), STAKEHOLDER_HEADERS[ColumnRole.ID]
    for rests in (*people, *NAME_HEADERS[2:], codes):
        for first, second in PREFIXES:
            for word in words:
                rest = word.removeprefix(first)
                if rest != word and rest in rests:
                    yield word, second + rest


def _numbered(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Such as "Organisation 1" and "Organisation 2"; with a third they are a list of several."""
    for first, second, third in _NUMBERED:
        for word in words:
            name = word.removesuffix(first)
            if name != word and name in _TWO_OF and name + third not in words:
                yield word, name + second


def _first(words: Sequence[str], among: frozenset[str]) -> str | None:
    return next((word for word in words if word in among), None)
