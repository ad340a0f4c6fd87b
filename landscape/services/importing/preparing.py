"""From tables and decisions to one write: all that would be stored, and all that is in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.formats.table import Finding
from landscape.services.importing import (
    assembling_people,
    assembling_said,
    mapping,
    naming,
    people,
    said,
)
from landscape.services.importing.decisions import Decisions, Missing
from landscape.services.importing.draft import Draft, Used
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.onmap import NOTHING, OnMap
from landscape.services.importing.problems import Problem
from landscape.services.importing.roles import MANY, ColumnRole, TableKind, TableProposal
from landscape.services.importing.summary import ImportSummary, RowCounts
from landscape.store.base import Edit

STAKEHOLDERS_MAX: Final = 25_000
RELATIONSHIPS_MAX: Final = 250_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """What an import would do. `edit` is None while something is open, or nothing is to be stored.

    `missing` maps each name that is not among the stakeholders to those it may stand for;
    `waiting` are those of them without a decision.
    """

    proposals: tuple[TableProposal, ...]
    problems: tuple[Problem, ...]
    summary: ImportSummary
    edit: Edit | None
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()

    @property
    def open(self) -> tuple[Problem, ...]:
        """The problems that still need a decision."""
        return tuple(problem for problem in self.problems if problem.open)


def prepare(
    tables: Sequence[SourceTable],
    on_map: OnMap = NOTHING,
    decisions: Decisions | None = None,
    *,
    missing: Missing | None = None,
    label: str | None = None,
) -> Plan:
    """Everything the tables come to, given what was decided so far. Nothing is stored."""
    decisions = decisions or Decisions()
    tables = [_corrected(table, decisions) for table in tables]
    proposals, against = mapping.agreed(tables, list(on_map.names), decisions)
    ledger = Ledger(decisions=decisions, problems=list(against))
    draft = Draft(on_map=on_map, decisions=decisions, missing=missing, ledger=ledger)
    used = [
        (_without_rows(table, decisions), proposal)
        for table, proposal in zip(tables, proposals, strict=True)
        if proposal.kind is not TableKind.ASIDE
    ]
    _notes(tables, proposals, ledger)
    read = sum(
        len(t.frame)
        for t, p in zip(tables, proposals, strict=True)
        if p.kind is not TableKind.ASIDE
    )
    ledger.left_out = read - sum(len(table.frame) for table, _ in used)
    if against:
        return Plan(
            proposals=proposals,
            problems=tuple(ledger.problems),
            summary=ImportSummary(
                mapping=_roles(proposals),
                problems=tuple(ledger.problems),
                refused=True,
                rows=RowCounts(read=read, left_out=ledger.left_out, waiting=read - ledger.left_out),
            ),
            edit=None,
        )
    return _assembled(draft, used, proposals, read, label or _label(tables))


def _corrected(table: SourceTable, decisions: Decisions) -> SourceTable:
    """The table with the cells that somebody put right."""
    cells = {
        (row, column): text
        for (key, row, column), text in decisions.cells.items()
        if key == table.key and row in table.frame.index and column in table.frame.columns
    }
    if not cells:
        return table
    frame = table.frame.copy()
    for (row, column), text in cells.items():
        frame.loc[row, column] = text
    return replace(table, frame=frame)


def _without_rows(table: SourceTable, decisions: Decisions) -> SourceTable:
    rows = {row for key, row in decisions.rows if key == table.key}
    answered = {
        finding.row
        for finding in table.findings
        if finding.code in ("extra-cells", "open-quote")
        and finding.row is not None
        and decisions.answer_to(
            f"{finding.code}|{table.key}|{finding.row}|{finding.column or ''}", finding.code
        )
        == "leave-out"
    }
    gone = table.frame.index.intersection(list(rows | answered))
    return replace(table, frame=table.frame.drop(index=gone)) if len(gone) else table


def _notes(
    tables: Sequence[SourceTable], proposals: Sequence[TableProposal], ledger: Ledger
) -> None:
    """What was noticed in the tables that are read, and which ones are not."""
    for table, proposal in zip(tables, proposals, strict=True):
        if proposal.kind is not TableKind.ASIDE:
            for finding in table.findings:
                ledger.note(table, finding)
        elif len(tables) > 1:
            ledger.note(
                table,
                Finding(
                    code="left-aside",
                    what=f"This table is left aside. {proposal.reason}",
                    fix="Say what it holds, if it names stakeholders or relationships.",
                ),
            )


def _assembled(
    draft: Draft, used: Sequence[Used], proposals: tuple[TableProposal, ...], read: int, label: str
) -> Plan:
    persons = _people(draft, used)
    talk = _said(draft, used)
    listed = not persons.empty or len(draft.on_map.names) > 0
    known = draft.on_map.names
    known = known.append(pd.Index(persons["name"])[~pd.Index(persons["name"]).isin(known)])
    talk, names = naming.resolved(draft, used, talk, known, persons, listed=listed)
    ids = assembling_people.ids_of(draft.on_map, names)
    told = assembling_said.assemble(draft.on_map, names, ids, talk)
    groups = pd.concat(
        [talk.set_index("source")["source_group"], talk.set_index("target")["target_group"]]
    ).dropna()
    rows = assembling_people.assemble(
        draft.on_map,
        names,
        ids,
        persons,
        groups[~groups.index.duplicated()],
        told.answered,
        [column for _, proposal in used for column in proposal.all_of(ColumnRole.BOUNDARY)],
    )
    put = {table: _said_columns(frame) for table, frame in {**rows.put, **told.put}.items()}
    _within_limits(draft, names, told, used)
    ledger = draft.ledger
    left_out = ledger.left_out + draft.left_out_rows
    from_tables = len(persons) - rows.met
    counts = RowCounts(
        read=read,
        stored=from_tables + told.reports,
        merged=draft.merged + rows.met + told.duplicates,
        rejected=told.self_rows,
        left_out=left_out,
        waiting=read
        - from_tables
        - rows.met
        - told.reports
        - draft.merged
        - told.duplicates
        - told.self_rows
        - left_out,
    )
    resolved = draft.resolved
    summary = ImportSummary(
        stakeholders=rows.added,
        relationships=told.relationships,
        reports=told.reports,
        self_rows=told.self_rows,
        duplicates=told.duplicates,
        missing_endpoints=len(resolved.missing) if resolved else 0,
        mapping=_roles(proposals),
        problems=tuple(ledger.problems),
        rows=counts,
        groups=len(put.get("constituency", ())),
        merged_stakeholders=rows.met,
        refused=ledger.open,
    )
    return Plan(
        proposals=proposals,
        problems=tuple(ledger.problems),
        summary=summary,
        edit=Edit(label=label, kind="import", put=put) if put and not ledger.open else None,
        missing=resolved.nearest if resolved else {},
        waiting=resolved.waiting if resolved else frozenset(),
    )


def _said_columns(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` without columns in which no row says anything: the store has defaults for them."""
    blank = [
        column
        for column in frame.columns
        if frame[column].isna().all() or (column == "attributes" and frame[column].eq("{}").all())
    ]
    return frame.drop(columns=blank)


def _people(draft: Draft, used: Sequence[Used]) -> pd.DataFrame:
    tables = [
        (table, proposal, people.read_people(table, proposal, draft.ledger))
        for table, proposal in used
        if proposal.kind is TableKind.STAKEHOLDERS
    ]
    if not tables:
        return pd.DataFrame({column: pd.Series(dtype="str") for column in people.FIELDS})
    persons, draft.merged = people.one_each(tables, draft.ledger)
    return persons


def _said(draft: Draft, used: Sequence[Used]) -> pd.DataFrame:
    """All rows about relationships, with the number of their table and their row in it."""
    frames = []
    for number, (table, proposal) in enumerate(used):
        if proposal.kind is TableKind.RELATIONSHIPS:
            frame = said.read_said(table, proposal, draft.ledger)
            frame = frame.assign(table=number)
            frame["row"] = frame.index
            frames.append(frame)
    if not frames:
        return pd.DataFrame(
            {column: pd.Series(dtype="str") for column in (*said.FIELDS, "table", "row")}
        )
    return pd.concat(frames, ignore_index=True)


def _within_limits(
    draft: Draft, names: pd.Index, told: assembling_said.Rows, used: Sequence[Used]
) -> None:
    file = used[0][0].file if used else ""
    relationships = len(draft.on_map.relationship) + told.relationships
    for code, count, most, what in (
        ("too-many-stakeholders", len(names), STAKEHOLDERS_MAX, "stakeholders"),
        ("too-many-relationships", relationships, RELATIONSHIPS_MAX, "relationships"),
    ):
        if count > most:
            draft.ledger.problems.append(
                Problem(
                    code=code,
                    file=file,
                    open=True,
                    what=f"The landscape would have {count:,} {what}; up to {most:,} can be kept.",
                    fix="Split it into several landscapes, or leave out rows you do not need.",
                )
            )


def _roles(proposals: Sequence[TableProposal]) -> dict[str, dict[str, str]]:
    """The column of each role, a table that is read."""
    return {
        proposal.table: {
            column.role.value: column.column
            for column in proposal.columns
            if column.role not in MANY
        }
        for proposal in proposals
        if proposal.kind is not TableKind.ASIDE
    }


def _label(tables: Sequence[SourceTable]) -> str:
    files = list(dict.fromkeys(table.file for table in tables))
    return "Import of " + " and ".join(files[:2]) + (" and more" if len(files) > 2 else "")
