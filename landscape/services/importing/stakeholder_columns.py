"""Proposes what each column of a stakeholder table says."""

from collections.abc import Mapping

from landscape.model.scales import Level, StakeholderKind
from landscape.services.importing.profiles import Profile, says_the_same
from landscape.services.importing.roles import (
    ColumnProposal,
    ColumnRole,
    Confidence,
    TableKind,
    TableProposal,
)
from landscape.services.importing.synonyms import STAKEHOLDER_HEADERS, plain

R = ColumnRole
_GROUPS_MOST = 100
_PLAIN_ROLES = (
    R.ID,
    R.ROLE,
    R.PLACE,
    R.LATITUDE,
    R.LONGITUDE,
    R.INFLUENCE,
    R.INTEREST,
    R.ASKED,
    R.NOTES,
)
_KINDS = {kind.value for kind in StakeholderKind} | {"organization", "individual"}
_LEVELS = {level.value for level in Level} | {"organization"}


def left_out(column: str, reason: str) -> ColumnProposal:
    """A column that is not read."""
    return ColumnProposal(column=column, role=R.IGNORED, confidence=Confidence.SURE, reason=reason)


def name_column(columns: Mapping[str, Profile], named: str | None) -> str | None:
    """The column with the names: as relationships name them, by header, else as it reads."""
    headed = [
        name
        for name, column in columns.items()
        if plain(name) in STAKEHOLDER_HEADERS[R.NAME] and column.filled > 0
    ]
    split = [name for name in columns if plain(name) in STAKEHOLDER_HEADERS[R.FIRST_NAME]]
    if named is not None and columns[named].words and (not headed or named in headed):
        return named
    best = [name for name in headed if columns[name].unique and columns[name].words] or headed
    if best:
        return best[0]
    if split:
        return None
    if named is not None and columns[named].words:
        return named
    reads = [
        column
        for column in columns.values()
        if column.words and column.unique and 1 < column.length <= 80
    ]
    if not reads:
        reads = [c for c in columns.values() if len(columns) == 1 and c.filled > 0]
    return reads[0].column if reads else None


def likeness(columns: Mapping[str, Profile]) -> int:
    """How much a table looks like a list of stakeholders; prose comes to little."""
    name = name_column(columns, None)
    if name is None:
        return 0
    headed = plain(name) in STAKEHOLDER_HEADERS[R.NAME]
    words = frozenset().union(*STAKEHOLDER_HEADERS.values())
    others = sum(1 for column in columns if column != name and plain(column) in words)
    return 2 * headed + min(others, 2) + any(c.grouping and c.words for c in columns.values())


def propose(
    key: str, columns: Mapping[str, Profile], named: str | None, *, forced: bool
) -> TableProposal:
    """The roles of a stakeholder table's columns; `named` is the one relationships name them by."""
    found: dict[str, ColumnProposal] = {}

    def take(column: str, role: ColumnRole, confidence: Confidence, reason: str) -> None:
        found[column] = ColumnProposal(
            column=column, role=role, confidence=confidence, reason=reason
        )

    name = name_column(columns, named)
    if name is not None:
        headed = plain(name) in STAKEHOLDER_HEADERS[R.NAME]
        if name == named:
            reason, confidence = "The relationships name stakeholders by it.", Confidence.SURE
        elif headed:
            reason, confidence = f"It is called {name!r}.", Confidence.SURE
        else:
            reason, confidence = "Every row has its own words there.", Confidence.LIKELY
        take(name, R.NAME, confidence, reason)
    else:
        for role in (R.FIRST_NAME, R.LAST_NAME):
            split = next((c for c in columns if plain(c) in STAKEHOLDER_HEADERS[role]), None)
            if split is not None:
                take(split, role, Confidence.SURE, f"It is called {split!r}.")
    if named is not None and named not in found:
        take(named, R.ID, Confidence.SURE, "The relationships name stakeholders by it.")
    _by_header(columns, found)
    _by_values(columns, found)
    _groups(columns, found)
    for column in columns:
        if column not in found:
            take(column, R.ATTRIBUTE, Confidence.SURE, "Kept as it came.")
    reason = (
        "You said so."
        if forced
        else "The relationships name the stakeholders in it."
        if named
        else "It lists one stakeholder a row."
    )
    return TableProposal(
        table=key,
        kind=TableKind.STAKEHOLDERS,
        reason=reason,
        columns=tuple(found[column] for column in columns),
    )


def _by_header(columns: Mapping[str, Profile], found: dict[str, ColumnProposal]) -> None:
    """Roles that a header names and that its contents do not speak against."""
    taken = {proposal.role for proposal in found.values()}
    for role in _PLAIN_ROLES:
        if role in taken:
            continue
        for name, column in columns.items():
            if name in found or plain(name) not in STAKEHOLDER_HEADERS[role] or not column.rows:
                continue
            if role is R.ID and not column.unique:
                continue
            found[name] = ColumnProposal(
                column=name, role=role, confidence=Confidence.SURE, reason=f"It is called {name!r}."
            )
            break


def _by_values(columns: Mapping[str, Profile], found: dict[str, ColumnProposal]) -> None:
    """Kind and level, where the values are the words we have for them."""
    for role, words in ((R.KIND, _KINDS), (R.LEVEL, _LEVELS)):
        for name, column in columns.items():
            if (
                name not in found
                and plain(name) in STAKEHOLDER_HEADERS[role]
                and column.rows
                and {value.casefold() for value in column.values} <= words
            ):
                found[name] = ColumnProposal(
                    column=name,
                    role=role,
                    confidence=Confidence.SURE,
                    reason="Its values are words we know.",
                )
                break


def _groups(columns: Mapping[str, Profile], found: dict[str, ColumnProposal]) -> None:
    """The group: few distinct values, in words before numbers; others could be a boundary."""
    candidates = [
        column
        for name, column in columns.items()
        if name not in found
        and (
            (column.grouping and column.words)
            or (plain(name) in STAKEHOLDER_HEADERS[R.GROUP] and 0 < column.distinct <= _GROUPS_MOST)
        )
    ]
    if candidates:
        group = max(candidates, key=_group_strength)
        headed = plain(group.column) in STAKEHOLDER_HEADERS[R.GROUP]
        found[group.column] = ColumnProposal(
            column=group.column,
            role=R.GROUP,
            confidence=Confidence.SURE if headed else Confidence.LIKELY,
            reason=f"It has {group.distinct} different values in {group.rows} rows.",
        )
        for name, column in columns.items():
            if name not in found and column.grouping and says_the_same(column, group):
                found[name] = ColumnProposal(
                    column=name,
                    role=R.ATTRIBUTE,
                    confidence=Confidence.LIKELY,
                    reason=f"It says the same as {group.column!r}, which says it in words.",
                )
    for column in candidates:
        if column.column not in found and column.grouping:
            found[column.column] = ColumnProposal(
                column=column.column,
                role=R.ATTRIBUTE,
                confidence=Confidence.LIKELY,
                reason=f"It has {column.distinct} different values: it could be a boundary.",
                could_be_boundary=True,
            )


def _group_strength(column: Profile) -> tuple[bool, bool, bool, float]:
    headed = plain(column.column) in STAKEHOLDER_HEADERS[R.GROUP]
    return headed and column.words, column.words, 3 <= column.distinct <= 20, column.filled
