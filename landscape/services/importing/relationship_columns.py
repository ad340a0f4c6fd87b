"""Proposes what each column of a relationship table says."""

from collections.abc import Mapping
from typing import Final

from landscape.services.importing import end_headers, signs
from landscape.services.importing.depth import DEPTH_OF
from landscape.services.importing.ends import Ends
from landscape.services.importing.profiles import Profile, goes_with, says_the_same
from landscape.services.importing.reporters import reporter_of
from landscape.services.importing.roles import (
    ColumnRole,
    Confidence,
    TableKind,
    TableProposal,
)
from landscape.services.importing.synonyms import (
    ATTENDEE_HEADERS,
    CAPTION_HEADERS,
    CONNECTED_HEADERS,
    MEETING_DAY_HEADERS,
    NAME_HEADERS,
    ORGANISER_HEADERS,
    RELATIONSHIP_HEADERS,
    SOURCE_AND_REPORTER,
    STAKEHOLDER_HEADERS,
    header_word,
)
from landscape.services.importing.taking import Taking
from landscape.services.importing.values import DIRECTIONS

R = ColumnRole
_AGREE: Final = 0.95
_REPEATS: Final = 3
_HEADED: Final = (
    R.REPORTER,
    R.DEPTH,
    R.DIRECTED,
    R.WEIGHT,
    R.STATUS,
    R.LAST_CONTACT,
    R.REPORTED_ON,
    R.SOURCE_GROUP,
    R.TARGET_GROUP,
    R.NOTES,
    R.KIND,
)
_OF_ENDS: Final = {
    R.SOURCE_GROUP: tuple(first for first, _ in end_headers.PREFIXES),
    R.TARGET_GROUP: tuple(second for _, second in end_headers.PREFIXES),
}
_GROUPS: Final = STAKEHOLDER_HEADERS[R.GROUP] | NAME_HEADERS[2]


def propose(
    key: str,
    columns: Mapping[str, Profile],
    ends: Ends,
    listed: str | None,
    said: Mapping[str, ColumnRole],
    *,
    by_id: bool,
    why: str | None = None,
) -> TableProposal:
    """The roles of a relationship table's columns; `ends` are those that name stakeholders.

    `said` are the roles that the file itself gives; `why` is the reason for the whole, where
    somebody decided it.
    """
    take = Taking(columns=columns)
    take.said(said)
    if R.SOURCE not in take.roles or R.TARGET not in take.roles:
        _ends(take, ends, listed, by_id=by_id)
    source, target = take.column(R.SOURCE), take.column(R.TARGET)
    assert source is not None  # noqa: S101 (both were just taken)
    assert target is not None  # noqa: S101
    reason = f"{source!r} and {target!r} name two stakeholders in each row."
    if header_word(source) in ORGANISER_HEADERS and header_word(target) in ATTENDEE_HEADERS:
        reason = "Each row is a meeting: who called it, and who came."
        _meetings(take)
    _by_values(take)
    _by_header(take)
    _captions(take)
    _end_groups(take, source, target)
    if header_word(source) in SOURCE_AND_REPORTER or R.REPORTER in take.roles:
        _answers(take)
    return TableProposal(
        table=key,
        kind=TableKind.RELATIONSHIPS,
        reason=why or reason,
        columns=take.all(),
        by_id=by_id,
    )


def _ends(take: Taking, ends: Ends, listed: str | None, *, by_id: bool) -> None:
    """Source, target and who reported."""
    source, target, reporter = _which_is_which(take.columns, ends.columns)
    where = "the stakeholder table" if listed and listed != "the map" else listed
    for role, column in ((R.SOURCE, source), (R.TARGET, target)):
        headed = header_word(column) in RELATIONSHIP_HEADERS[role] | SOURCE_AND_REPORTER
        if where:
            reason = f"Its values are {'numbers or codes' if by_id else 'names'} in {where}."
        elif headed or ends.headed:
            reason = f"It is called {column!r}."
        else:
            reason = "It shares values with the other end."
        sure = Confidence.SURE if where or headed or ends.headed else Confidence.LIKELY
        take(column, role, sure, reason)
    if reporter is not None:
        number = take.columns[reporter].distinct
        take(
            reporter,
            R.REPORTER,
            Confidence.LIKELY,
            f"Each of its {number} values goes with one {source!r}.",
        )


def _meetings(take: Taking) -> None:
    """When those who meet were last in contact."""
    for name, column in take.columns.items():
        if (
            header_word(name) in MEETING_DAY_HEADERS
            and not take.has(name)
            and signs.is_dated(column)
        ):
            unsure = signs.unsure(column, R.LAST_CONTACT)
            take(name, R.LAST_CONTACT, Confidence.LIKELY, unsure or "They met on that day.")
            return


def _which_is_which(
    columns: Mapping[str, Profile], ends: tuple[str, ...]
) -> tuple[str, str, str | None]:
    """Source, target and reporter: a many-valued column each of whose values has one source."""
    targets = RELATIONSHIP_HEADERS[R.TARGET] | CONNECTED_HEADERS
    headed_target = next((c for c in ends if header_word(c) in targets), None)
    headed_source = next(
        (c for c in ends if header_word(c) in RELATIONSHIP_HEADERS[R.SOURCE] | SOURCE_AND_REPORTER),
        None,
    )
    reporter, source = reporter_of(columns, ends)
    if headed_source and headed_target and headed_source != headed_target:
        return headed_source, headed_target, reporter if source == headed_source else None
    if headed_target and len(ends) == 2:
        other = next(c for c in ends if c != headed_target)
        return other, headed_target, reporter if source == other else None
    if source is not None:
        rest = [c for c in ends if c != source]
        return source, max(rest, key=lambda c: columns[c].distinct), reporter
    # Of three columns with names, the two with the most names are the ends; one is kept as it came.
    pair = sorted(ends, key=lambda c: -columns[c].distinct)[:2]
    first, second = [c for c in ends if c in pair]
    return first, second, None


def _by_values(take: Taking) -> None:
    """Depth and direction, where the values are the words we have for them."""
    for name, column in take.columns.items():
        if take.has(name) or not column.rows or column.distinct > 12:
            continue
        words = column.folded
        known = sum(word in DEPTH_OF for word in words)
        if known >= max(1, len(words) / 2):
            role, reason = R.DEPTH, "Its values are words for how deep a relationship goes."
        elif words <= DIRECTIONS:
            role, reason = R.DIRECTED, "Its values say whether a relationship goes one way."
        else:
            continue
        if role not in take.roles:
            take(name, role, Confidence.SURE, reason)


def _by_header(take: Taking) -> None:
    for role in _HEADED:
        if role in take.roles:
            continue
        for name, column in take.columns.items():
            if take.has(name) or not column.rows or not _is_headed(name, role):
                continue
            against = signs.against(column, role)
            if against is not None:
                take(name, R.ATTRIBUTE, Confidence.LIKELY, against)
                continue
            unsure = signs.unsure(column, role)
            take(
                name,
                role,
                Confidence.LIKELY if unsure else Confidence.SURE,
                unsure or f"It is called {name!r}.",
            )
            break


def _is_headed(name: str, role: ColumnRole) -> bool:
    """Whether the header names the role; "Source sector" is the group of the source."""
    word = header_word(name)
    if word in RELATIONSHIP_HEADERS[role]:
        return True
    return any(
        word.startswith(prefix) and word.removeprefix(prefix) in _GROUPS
        for prefix in _OF_ENDS.get(role, ())
    )


def _captions(take: Taking) -> None:
    """A label on a relationship is a caption: its kind, where a few come again and again."""
    for name, column in take.columns.items():
        if take.has(name) or header_word(name) not in CAPTION_HEADERS or not column.rows:
            continue
        kind = take.column(R.KIND)
        if kind is not None and _repeats(column, take.columns[kind]):
            take(name, R.ATTRIBUTE, Confidence.SURE, f"It says the same as {kind!r}.")
        elif kind is None and column.grouping and column.words:
            number = column.distinct
            reason = f"A caption, of which {number} come again and again."
            take(name, R.KIND, Confidence.LIKELY, reason)
        else:
            take(name, R.ATTRIBUTE, Confidence.SURE, "A caption, kept as it came.")


def _repeats(column: Profile, kind: Profile) -> bool:
    """Whether a caption says what the kind says, in other words at most."""
    enough = column.rows - column.distinct >= _REPEATS and column.filled >= _AGREE
    return column.folded <= kind.folded or (enough and says_the_same(column, kind))


def _end_groups(take: Taking, source: str, target: str) -> None:
    """Columns that say of which group an end is: few values, one for each stakeholder."""
    if header_word(target) in CONNECTED_HEADERS and R.SOURCE_GROUP not in take.roles:
        for name, column in take.columns.items():
            if not take.has(name) and header_word(name) in _GROUPS and column.words:
                take(name, R.SOURCE_GROUP, Confidence.SURE, f"It is called {name!r}.")
                break
    for role, end in ((R.SOURCE_GROUP, source), (R.TARGET_GROUP, target)):
        named = take.columns[end]
        if role in take.roles or named.rows - named.distinct < _REPEATS:
            continue
        for name, column in take.columns.items():
            if (
                not take.has(name)
                and column.grouping
                and column.words
                and column.distinct < named.distinct
                and goes_with(named, column) >= _AGREE
            ):
                reason = f"Each value of {end!r} has one value there."
                take(name, role, Confidence.LIKELY, reason)
                break


def _answers(take: Taking) -> None:
    """Of several questions answered from 0 to 4 the first is the depth, the others are kept."""
    asked = [
        name
        for name, column in take.columns.items()
        if not take.has(name) and signs.is_answered(column)
    ]
    if R.DEPTH in take.roles or len(asked) < 2:
        return
    first, rest = asked[0], asked[1:]
    others = f"{rest[0]!r}" + (f" and {len(rest) - 1} more like it" if len(rest) > 1 else "")
    take(
        first,
        R.DEPTH,
        Confidence.GUESS,
        f"Its numbers fit the depths from 0 to 4. Of several such columns it comes first; "
        f"{others} {'are' if len(rest) > 1 else 'is'} kept.",
    )
    for name in rest:
        reason = f"Kept as it came: {first!r} is read as the depth."
        take(name, R.ATTRIBUTE, Confidence.LIKELY, reason)
