"""Proposes what each column of a stakeholder table says."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from landscape.model.scales import Level, StakeholderKind
from landscape.services.importing import signs
from landscape.services.importing.name_columns import name_column, organisations, split_names
from landscape.services.importing.profiles import Profile, says_the_same
from landscape.services.importing.roles import (
    ColumnProposal,
    ColumnRole,
    Confidence,
    TableKind,
    TableProposal,
)
from landscape.services.importing.synonyms import (
    CONTACT_HEADERS,
    STAKEHOLDER_HEADERS,
    header_word,
)
from landscape.services.importing.taking import Taking

R = ColumnRole
_GROUPS_MOST: Final = 100
_PLAIN_ROLES: Final = (
    R.ID,
    R.ROLE,
    R.PLACE,
    R.LATITUDE,
    R.LONGITUDE,
    R.POSITION_X,
    R.POSITION_Y,
    R.INFLUENCE,
    R.INTEREST,
    R.ASKED,
    R.NOTES,
)
_TOGETHER: Final = {
    R.POSITION_X: R.POSITION_Y,
    R.POSITION_Y: R.POSITION_X,
}
_KINDS: Final = {kind.value for kind in StakeholderKind} | {"organization", "individual"}
_LEVELS: Final = {level.value for level in Level} | {"organization"}
_CALLED: Final = frozenset().union(
    *(STAKEHOLDER_HEADERS[role] for role in (R.NAME, R.FIRST_NAME, R.LAST_NAME))
)
_JOBS: Final = frozenset({"jobtitle", "position", "job"})
_TAGS: Final = frozenset({"tags", "tag", "keywords", "schlagworte", "etiquettes", "etiquetas"})


def left_out(column: str, reason: str) -> ColumnProposal:
    """A column that is not read."""
    return ColumnProposal(column=column, role=R.IGNORED, confidence=Confidence.SURE, reason=reason)


def likeness(columns: Mapping[str, Profile]) -> int:
    """How much a table looks like a list of stakeholders; prose comes to little."""
    name = name_column(columns, None)
    split = split_names(columns)
    if name is None and split is None:
        return 0
    headed = name is None or header_word(name) in STAKEHOLDER_HEADERS[R.NAME]
    words = frozenset().union(*STAKEHOLDER_HEADERS.values()) | CONTACT_HEADERS
    others = sum(1 for column in columns if column != name and header_word(column) in words)
    return 2 * headed + min(others, 2) + any(c.grouping and c.words for c in columns.values())


def propose(
    key: str,
    columns: Mapping[str, Profile],
    named: str | None,
    said: Mapping[str, ColumnRole],
    *,
    why: str | None = None,
) -> TableProposal:
    """The roles of a stakeholder table's columns; `named` is the one relationships name them by.

    `said` are the roles that the file itself gives; `why` is the reason for the whole, where
    somebody decided it.
    """
    take = Taking(columns=columns)
    take.said(said)
    _names(take, named)
    _by_header(take)
    _by_values(take)
    _groups(take)
    reason = (
        "The relationships name the stakeholders in it."
        if named
        else "It lists one stakeholder a row."
    )
    return TableProposal(
        table=key,
        kind=TableKind.STAKEHOLDERS,
        reason=why or reason,
        columns=take.all(),
        told_apart_by=_told_apart_by(take, said),
    )


def _names(take: Taking, named: str | None) -> None:
    columns = take.columns
    if not take.roles & {R.NAME, R.FIRST_NAME, R.LAST_NAME}:
        name = name_column(columns, named)
        split = split_names(columns)
        if name is not None:
            headed = header_word(name) in _CALLED
            if name == named:
                reason, confidence = "The relationships name stakeholders by it.", Confidence.SURE
            elif headed:
                reason, confidence = f"It is called {name!r}.", Confidence.SURE
            else:
                reason = "Every row has its own words there."
                confidence = Confidence.LIKELY if likeness(columns) else Confidence.GUESS
            take(name, R.NAME, confidence, reason)
        for role, column in zip((R.FIRST_NAME, R.LAST_NAME), split or (), strict=False):
            if name is None:
                take(column, role, Confidence.SURE, f"It is called {column!r}.")
            elif not take.has(column):
                take(column, R.ATTRIBUTE, Confidence.SURE, "The name of somebody there.")
    if named is not None and not take.has(named) and R.ID not in take.roles:
        take(named, R.ID, Confidence.SURE, "The relationships name stakeholders by it.")


def _by_header(take: Taking) -> None:
    """Roles that a header names and that its contents do not speak against."""
    for role in _PLAIN_ROLES:
        if role in take.roles or not _has_other(take, role):
            continue
        for name, column in take.columns.items():
            if (
                take.has(name)
                or header_word(name) not in STAKEHOLDER_HEADERS[role]
                or not column.rows
            ):
                continue
            if role is R.ID and not column.unique:
                continue
            if role is R.ROLE and header_word(name) in _JOBS and _of_somebody_there(take):
                take(name, R.ATTRIBUTE, Confidence.SURE, "The job of somebody there.")
                continue
            against = signs.against(column, role)
            if against is not None:
                take(name, R.ATTRIBUTE, Confidence.LIKELY, against)
                continue
            take(name, role, Confidence.SURE, f"It is called {name!r}.")
            break


def _of_somebody_there(take: Taking) -> bool:
    """Whether organisations are listed, with somebody to ask in each of them."""
    return R.NAME in take.roles and split_names(take.columns) is not None


def _has_other(take: Taking, role: ColumnRole) -> bool:
    """Whether the column that a role makes no sense without is there, too."""
    other = _TOGETHER.get(role)
    return other is None or any(
        header_word(name) in STAKEHOLDER_HEADERS[other] for name in take.columns
    )


def _by_values(take: Taking) -> None:
    """Kind and level, where the values are the words we have for them."""
    for role, words in ((R.KIND, _KINDS), (R.LEVEL, _LEVELS)):
        for name, column in take.columns.items():
            if (
                role not in take.roles
                and not take.has(name)
                and header_word(name) in STAKEHOLDER_HEADERS[role]
                and column.rows
                and column.distinct <= len(words)
                and column.folded <= words
            ):
                take(name, role, Confidence.SURE, "Its values are words we know.")


def _groups(take: Taking) -> None:
    """The group: few distinct values, in words before numbers; others could be a boundary."""
    _others_of_the_list(take)
    people = organisations(take.columns, take.column(R.NAME) or take.column(R.FIRST_NAME))
    candidates = [
        column
        for name, column in take.columns.items()
        if not take.has(name)
        and header_word(name) not in CONTACT_HEADERS
        and not (column.grouping and signs.is_dated(column))
        and (
            (column.grouping and column.words)
            or (
                header_word(name) in STAKEHOLDER_HEADERS[R.GROUP]
                and 0 < column.distinct <= _GROUPS_MOST
            )
        )
    ]
    if candidates and R.GROUP not in take.roles:
        group = max(candidates, key=lambda column: _group_strength(column, people))
        headed = header_word(group.column) in STAKEHOLDER_HEADERS[R.GROUP]
        several = f", several in a cell parted by {group.parted!r}" if group.parted else ""
        take(
            group.column,
            R.GROUP,
            Confidence.SURE if headed else Confidence.LIKELY,
            f"It has {group.distinct} different values in {group.rows} rows{several}.",
        )
        for name, column in take.columns.items():
            if not take.has(name) and column.grouping and says_the_same(column, group):
                reason = f"It says the same as {group.column!r}, which says it in words."
                take(name, R.ATTRIBUTE, Confidence.LIKELY, reason)
    for column in candidates:
        if not take.has(column.column) and column.grouping:
            take(
                column.column,
                R.ATTRIBUTE,
                Confidence.LIKELY,
                f"It has {column.distinct} different values: it could be a boundary.",
                could_be_boundary=True,
            )


def _others_of_the_list(take: Taking) -> None:
    """Columns that name others of the same list, such as partners, are no groups."""
    name = take.column(R.NAME)
    if name is None or not take.columns[name].unique:
        return
    names = take.columns[name].values
    for other, column in take.columns.items():
        if take.has(other) or not column.grouping or not column.words:
            continue
        if len(column.values.intersection(names, sort=False)) >= max(2, column.distinct / 2):
            take(other, R.ATTRIBUTE, Confidence.LIKELY, f"It names others that {name!r} lists.")


def _group_strength(
    column: Profile, people: list[str]
) -> tuple[bool, bool, bool, bool, bool, float]:
    headed = header_word(column.column) in STAKEHOLDER_HEADERS[R.GROUP]
    return (
        headed and column.words,
        header_word(column.column) not in _TAGS,
        column.column in people,
        column.words,
        3 <= column.distinct <= 20,
        column.filled,
    )


def _told_apart_by(take: Taking, said: Mapping[str, ColumnRole]) -> str | None:
    """The column that tells two of one name apart, where the file means two.

    For Kumu a stakeholder is a label and a type together, for Graph Commons a name and a type; in
    files of relationships between codes each code is one. Other lists may hold one twice.
    """
    name = take.column(R.NAME)
    if name is None or take.columns[name].distinct == take.columns[name].rows:
        return None
    types = {"label": ("type", "elementtype"), "name": ("nodetype",)}.get(header_word(name), ())
    able = [column for column in take.columns if header_word(column) in types]
    code = take.column(R.ID)
    if code is not None and (header_word(name) == "label" or R.ID in said.values()):
        able.append(code)
    names = take.columns[name]
    twins = names.codes[names.codes.duplicated(keep=False) & (names.codes >= 0)]
    for column in able:
        pairs = pd.DataFrame({"name": twins, "by": take.columns[column].codes[twins.index]})
        if (pairs["by"] >= 0).all() and not pairs.duplicated().any():
            return column
    return None
