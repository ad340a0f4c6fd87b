"""Proposes what each column of a relationship table says."""

from collections.abc import Mapping
from typing import Final

from landscape.services.importing.depth import DEPTH_OF
from landscape.services.importing.profiles import Profile, goes_with
from landscape.services.importing.roles import (
    ColumnProposal,
    ColumnRole,
    Confidence,
    TableKind,
    TableProposal,
)
from landscape.services.importing.synonyms import RELATIONSHIP_HEADERS, SOURCE_AND_REPORTER, plain

R = ColumnRole
DIRECTIONS: Final = frozenset({"directed", "undirected", "mixed", "mutual"})
_AGREE: Final = 0.95
_NUMBERS: Final = frozenset({R.WEIGHT})
_HEADED: Final = (
    R.REPORTER,
    R.DEPTH,
    R.DIRECTED,
    R.WEIGHT,
    R.STATUS,
    R.REPORTED_ON,
    R.LAST_CONTACT,
    R.SOURCE_GROUP,
    R.TARGET_GROUP,
    R.NOTES,
    R.KIND,
)


def propose(
    key: str, columns: Mapping[str, Profile], ends: tuple[str, ...], listed: str | None, by_id: bool
) -> TableProposal:
    """The roles of a relationship table's columns; `ends` are those that name stakeholders."""
    found: dict[str, ColumnProposal] = {}
    source, target, reporter = _which_is_which(columns, ends)
    for role, column in ((R.SOURCE, source), (R.TARGET, target)):
        headed = plain(column) in RELATIONSHIP_HEADERS[role] | SOURCE_AND_REPORTER
        where = "the stakeholder table" if listed and listed != "the map" else listed
        reason = (
            f"Its values are names in {where}."
            if where and not by_id
            else f"Its values are numbers in {where}."
            if where
            else f"It is called {column!r}."
            if headed
            else "It shares values with the other end."
        )
        found[column] = ColumnProposal(
            column=column,
            role=role,
            confidence=Confidence.SURE if headed or where else Confidence.LIKELY,
            reason=reason,
        )
    if reporter is not None:
        found[reporter] = ColumnProposal(
            column=reporter,
            role=R.REPORTER,
            confidence=Confidence.LIKELY,
            reason=f"Each of its {columns[reporter].distinct} values goes with one {source!r}.",
        )
    _by_values(columns, found)
    _by_header(columns, found)
    _end_groups(columns, found, source, target)
    for column in columns:
        if column not in found:
            found[column] = ColumnProposal(
                column=column,
                role=R.ATTRIBUTE,
                confidence=Confidence.SURE,
                reason="Kept as it came.",
            )
    return TableProposal(
        table=key,
        kind=TableKind.RELATIONSHIPS,
        reason=f"{source!r} and {target!r} name two stakeholders in each row.",
        columns=tuple(found[column] for column in columns),
        by_id=by_id,
    )


def _which_is_which(
    columns: Mapping[str, Profile], ends: tuple[str, ...]
) -> tuple[str, str, str | None]:
    """Source, target and reporter: a many-valued column each of whose values has one source."""
    headed_target = next((c for c in ends if plain(c) in RELATIONSHIP_HEADERS[R.TARGET]), None)
    headed_source = next(
        (c for c in ends if plain(c) in RELATIONSHIP_HEADERS[R.SOURCE] | SOURCE_AND_REPORTER), None
    )
    reporter, source = _reporter(columns, ends)
    if headed_source and headed_target and headed_source != headed_target:
        return headed_source, headed_target, reporter if source == headed_source else None
    if source is not None:
        rest = [c for c in ends if c != source]
        return source, max(rest, key=lambda c: columns[c].distinct), reporter
    # Of three columns with names, the two with the most names are the ends; one is kept as it came.
    pair = sorted(ends, key=lambda c: -columns[c].distinct)[:2]
    first, second = [c for c in ends if c in pair]
    return first, second, None


def _reporter(
    columns: Mapping[str, Profile], ends: tuple[str, ...]
) -> tuple[str | None, str | None]:
    best: tuple[int, str, str] | None = None
    for name, column in columns.items():
        if name in ends or column.unique or column.filled < 0.5 or _says_something_else(column):
            continue
        for end in ends:
            enough = column.distinct >= max(2, columns[end].distinct)
            if (
                enough
                and goes_with(column, columns[end]) == 1.0
                and (best is None or column.distinct > best[0])
            ):
                best = (column.distinct, name, end)
    return (best[1], best[2]) if best else (None, None)


def _says_something_else(column: Profile) -> bool:
    """Whether header or values tell that a column is no reporter, such as a kind or a weight."""
    header = plain(column.column)
    headed = any(
        header in words for role, words in RELATIONSHIP_HEADERS.items() if role is not R.REPORTER
    )
    words = {value.casefold() for value in column.values[: len(DEPTH_OF)]}
    return headed or (bool(words) and words <= DIRECTIONS | set(DEPTH_OF))


def _by_values(columns: Mapping[str, Profile], found: dict[str, ColumnProposal]) -> None:
    """Depth and direction, where the values are the words we have for them."""
    for name, column in columns.items():
        if name in found or not column.rows:
            continue
        words = [value.casefold() for value in column.values]
        known = sum(word in DEPTH_OF for word in words)
        if column.distinct <= 12 and known >= max(1, len(words) / 2):
            role, reason = R.DEPTH, "Its values are words for how deep a relationship goes."
        elif set(words) <= DIRECTIONS:
            role, reason = R.DIRECTED, "Its values say whether a relationship goes one way."
        else:
            continue
        if all(proposal.role is not role for proposal in found.values()):
            found[name] = ColumnProposal(
                column=name, role=role, confidence=Confidence.SURE, reason=reason
            )


def _by_header(columns: Mapping[str, Profile], found: dict[str, ColumnProposal]) -> None:
    for role in _HEADED:
        if any(proposal.role is role for proposal in found.values()):
            continue
        for name, column in columns.items():
            if name in found or plain(name) not in RELATIONSHIP_HEADERS[role] or not column.rows:
                continue
            if role in _NUMBERS and column.words:
                continue
            found[name] = ColumnProposal(
                column=name, role=role, confidence=Confidence.SURE, reason=f"It is called {name!r}."
            )
            break


def _end_groups(
    columns: Mapping[str, Profile], found: dict[str, ColumnProposal], source: str, target: str
) -> None:
    """Columns that say of which group an end is: few values, one for each stakeholder."""
    for role, end in ((R.SOURCE_GROUP, source), (R.TARGET_GROUP, target)):
        if any(proposal.role is role for proposal in found.values()):
            continue
        for name, column in columns.items():
            if (
                name not in found
                and column.grouping
                and column.words
                and column.distinct < columns[end].distinct
                and goes_with(columns[end], column) >= _AGREE
            ):
                found[name] = ColumnProposal(
                    column=name,
                    role=role,
                    confidence=Confidence.LIKELY,
                    reason=f"Each value of {end!r} has one value there.",
                )
                break
