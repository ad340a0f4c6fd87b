"""From tables and decisions to one write: all that would be stored, and all that is in the way."""

from collections.abc import Sequence
from dataclasses import replace

from landscape.formats.source import SourceTable
from landscape.formats.table import Finding
from landscape.services.importing import assembling, mapping, rejecting
from landscape.services.importing.decisions import Decisions, Missing
from landscape.services.importing.draft import Draft, Used
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.onmap import NOTHING, OnMap
from landscape.services.importing.plan import Plan
from landscape.services.importing.profiles import Looked
from landscape.services.importing.roles import TableKind, TableProposal
from landscape.services.importing.summary import ImportSummary, RowCounts


def prepare(
    tables: Sequence[SourceTable],
    on_map: OnMap = NOTHING,
    decisions: Decisions | None = None,
    *,
    missing: Missing | None = None,
    label: str | None = None,
    looked: Looked | None = None,
) -> Plan:
    """Everything the tables come to, given what was decided so far. Nothing is stored."""
    decisions = decisions or Decisions()
    # Who was merged into another goes on being that one, under whichever name a file has.
    decisions = replace(decisions, same={**on_map.aliases, **decisions.same})
    tables = [_corrected(table, decisions) for table in tables]
    proposals, against = mapping.agreed(tables, list(on_map.names), decisions, looked=looked)
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
    _leave_rows(tables, used, ledger)
    if against:
        return Plan(
            proposals=proposals,
            problems=tuple(ledger.problems),
            summary=ImportSummary(
                mapping=assembling.roles_of(proposals),
                problems=tuple(ledger.problems),
                refused=True,
                rows=RowCounts(
                    read=read,
                    left_out=len(ledger.left_out),
                    waiting=read - len(ledger.left_out),
                ),
            ),
            edit=None,
        )
    plan = assembling.assembled(draft, used, proposals, read, label or _label(tables))
    return replace(plan, rejected=rejecting.listed(tables, ledger))


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


def _leave_rows(tables: Sequence[SourceTable], used: Sequence[Used], ledger: Ledger) -> None:
    """Note the rows that were left out by themselves, before anything was made of them."""
    read = {table.key: table for table in tables}
    for table, _ in used:
        gone = read[table.key].frame.index.difference(table.frame.index)
        ledger.leave(table.key, gone, "You left the row out.")


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


def _label(tables: Sequence[SourceTable]) -> str:
    files = list(dict.fromkeys(table.file for table in tables))
    return "Import of " + " and ".join(files[:2]) + (" and more" if len(files) > 2 else "")
