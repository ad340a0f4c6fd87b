"""The roles that were agreed on: the proposal, with what somebody decided on top."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from landscape.formats.source import SourceTable
from landscape.services.importing.decisions import ANY_TABLE, Decisions
from landscape.services.importing.problems import Problem
from landscape.services.importing.profiles import Looked
from landscape.services.importing.proposing import propose
from landscape.services.importing.roles import (
    MANY,
    ROLE_WORDS,
    ROLES,
    ColumnProposal,
    ColumnRole,
    Confidence,
    TableKind,
    TableProposal,
)

_MAKES: Final[Mapping[ColumnRole, TableKind]] = {
    ColumnRole.SOURCE: TableKind.RELATIONSHIPS,
    ColumnRole.TARGET: TableKind.RELATIONSHIPS,
    ColumnRole.NAME: TableKind.STAKEHOLDERS,
}


def agreed(
    tables: Sequence[SourceTable],
    known: Sequence[str],
    decisions: Decisions,
    *,
    looked: Looked | None = None,
) -> tuple[tuple[TableProposal, ...], tuple[Problem, ...]]:
    """What each table and column is, and what stands against it.

    `looked` keeps what was seen in the tables from one decision to the next.
    """
    looked = looked if looked is not None else Looked()
    kinds = dict(decisions.kinds)
    proposals = propose(tables, known, kinds=kinds, looked=looked)
    held = {proposal.table: proposal.kind for proposal in proposals}
    before = len(kinds)
    problems: list[Problem] = []
    for (key, column), role in decisions.roles.items():
        where = [t for t in tables if key in (ANY_TABLE, t.key) and column in t.columns]
        if not where:
            problems.append(
                Problem(
                    code="unknown-column",
                    file=key or "the files",
                    column=column,
                    open=True,
                    what=f"There is no column {column!r}.",
                    fix="Name a column as it stands in the header.",
                )
            )
        for table in where:
            if role in _MAKES and role not in ROLES[held[table.key]]:
                kinds.setdefault(table.key, _MAKES[role])
    if len(kinds) > before:
        proposals = propose(tables, known, kinds=kinds, looked=looked)
    proposals = tuple(_decided(proposal, decisions) for proposal in proposals)
    by_key = {table.key: table for table in tables}
    for proposal in proposals:
        problems += _double(by_key[proposal.table], proposal)
    if not any(proposal.kind is not TableKind.ASIDE for proposal in proposals):
        file = tables[0].file if tables else "the files"
        problems.append(
            Problem(
                code="no-names",
                file=file,
                open=True,
                what="No column in it names stakeholders, as far as we can tell.",
                fix="Say which table lists stakeholders or relationships, or choose another file.",
            )
        )
    return proposals, tuple(problems)


def _decided(proposal: TableProposal, decisions: Decisions) -> TableProposal:
    roles = {
        column.column: role
        for column in proposal.columns
        for role in [
            decisions.roles.get(
                (proposal.table, column.column), decisions.roles.get((ANY_TABLE, column.column))
            )
        ]
        if role is not None
    }
    if not roles:
        return proposal
    taken = set(roles.values()) - MANY
    columns: list[ColumnProposal] = []
    for column in proposal.columns:
        if column.column in roles:
            column = replace(
                column, role=roles[column.column], confidence=Confidence.SURE, reason="You said so."
            )
        elif column.role in taken:
            column = replace(
                column,
                role=ColumnRole.ATTRIBUTE,
                confidence=Confidence.SURE,
                reason="Another column says it.",
            )
        columns.append(column)
    return replace(proposal, columns=tuple(columns))


def _double(table: SourceTable, proposal: TableProposal) -> list[Problem]:
    """Roles that two columns have, and roles that a table cannot do without."""
    problems: list[Problem] = []
    for role in dict.fromkeys(column.role for column in proposal.columns):
        columns = proposal.all_of(role)
        if role not in MANY and len(columns) > 1:
            problems.append(
                Problem(
                    code="role-twice",
                    file=table.file,
                    sheet=table.sheet,
                    table=table.key,
                    column=columns[1],
                    what=f"{columns[0]!r} and {columns[1]!r} are both {ROLE_WORDS[role]!r}.",
                    fix="Choose another role for one of them.",
                    open=True,
                )
            )
    needed: tuple[tuple[ColumnRole, ...], ...] = ()
    if proposal.kind is TableKind.RELATIONSHIPS:
        needed = ((ColumnRole.SOURCE,), (ColumnRole.TARGET,))
    elif proposal.kind is TableKind.STAKEHOLDERS:
        needed = ((ColumnRole.NAME, ColumnRole.FIRST_NAME, ColumnRole.LAST_NAME),)
    elif proposal.kind in (TableKind.MEMBERSHIPS, TableKind.SHARED):
        needed = ((ColumnRole.NAME,), (ColumnRole.GROUP,))
    for roles in needed:
        if not any(proposal.column(role) for role in roles):
            problems.append(
                Problem(
                    code="no-names",
                    file=table.file,
                    sheet=table.sheet,
                    table=table.key,
                    open=True,
                    what=f"No column is {ROLE_WORDS[roles[0]]!r}.",
                    fix="Choose the column that is, or leave the table aside.",
                )
            )
    return problems
