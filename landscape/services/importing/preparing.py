"""From tables and decisions to one write: everything that would be stored, and everything in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import pandas as pd

from landscape.formats.table import Finding, SourceTable
from landscape.services.importing import (
    assembling_people,
    assembling_said,
    endpoints,
    mapping,
    people,
    said,
)
from landscape.services.importing.decisions import Decisions, Endpoint, Missing
from landscape.services.importing.ledger import Ledger, shown
from landscape.services.importing.onmap import NOTHING, OnMap
from landscape.services.importing.problems import Problem
from landscape.services.importing.roles import MANY, ColumnRole, TableKind, TableProposal
from landscape.services.importing.summary import ImportSummary, RowCounts
from landscape.store.base import Edit

STAKEHOLDERS_MAX: Final = 25_000
RELATIONSHIPS_MAX: Final = 250_000

Used = tuple[SourceTable, TableProposal]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """What an import would do. `edit` is None while something needs a decision, or nothing is to be stored.

    `missing` maps each name that is not among the stakeholders to names it may stand for; `waiting` are
    those of them without a decision.
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


@dataclass(slots=True, kw_only=True, eq=False)
class _Draft:
    """Working state of one preparation."""

    on_map: OnMap
    decisions: Decisions
    missing: Missing | None
    ledger: Ledger
    merged: int = 0
    resolved: endpoints.Resolved | None = None
    waiting_rows: int = 0
    left_out_rows: int = 0


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
    draft = _Draft(on_map=on_map, decisions=decisions, missing=missing, ledger=ledger)
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
    draft: _Draft, used: Sequence[Used], proposals: tuple[TableProposal, ...], read: int, label: str
) -> Plan:
    persons = _people(draft, used)
    talk = _said(draft, used)
    listed = not persons.empty or len(draft.on_map.names) > 0
    known = draft.on_map.names
    known = known.append(pd.Index(persons["name"])[~pd.Index(persons["name"]).isin(known)])
    talk, names = _resolved(draft, used, talk, known, persons, listed=listed)
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
    put = {**rows.put, **told.put}
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


def _people(draft: _Draft, used: Sequence[Used]) -> pd.DataFrame:
    tables = [
        (table, proposal, people.read_people(table, proposal, draft.ledger))
        for table, proposal in used
        if proposal.kind is TableKind.STAKEHOLDERS
    ]
    if not tables:
        return pd.DataFrame({column: pd.Series(dtype="str") for column in people.FIELDS})
    persons, draft.merged = people.one_each(tables, draft.ledger)
    return persons


def _said(draft: _Draft, used: Sequence[Used]) -> pd.DataFrame:
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


def _resolved(
    draft: _Draft,
    used: Sequence[Used],
    talk: pd.DataFrame,
    known: pd.Index,
    persons: pd.DataFrame,
    *,
    listed: bool,
) -> tuple[pd.DataFrame, pd.Index]:
    """`talk` with positions for names, without the rows whose names are left out, and all names."""
    if talk.empty:
        return talk.assign(source=0, target=0), known
    talk = _codes_as_names(talk, known, persons)
    decided = dict(draft.decisions.endpoints)
    names = pd.Index(pd.unique(pd.concat([talk["source"], talk["target"]])))
    resolved = endpoints.resolve(
        names, known, decided, missing=draft.missing, all_are_new=not listed
    )
    unfit = _unfit(draft, used, talk, resolved.created)
    if unfit and not listed:
        talk = talk[~(talk["source"].isin(unfit) | talk["target"].isin(unfit))]
        names = pd.Index(pd.unique(pd.concat([talk["source"], talk["target"]])))
        resolved = endpoints.resolve(names, known, decided, missing=draft.missing, all_are_new=True)
    elif unfit:
        decided.update(dict.fromkeys(unfit, Endpoint(choice="leave-out")))
        resolved = endpoints.resolve(
            names, known, decided, missing=draft.missing, all_are_new=False
        )
    draft.resolved = resolved
    _tell(draft, used, talk, resolved)
    source = resolved.position.reindex(talk["source"]).to_numpy(dtype=np.int64)
    target = resolved.position.reindex(talk["target"]).to_numpy(dtype=np.int64)
    lost = (source < 0) | (target < 0)
    waits = (
        talk["source"].isin(resolved.waiting) | talk["target"].isin(resolved.waiting)
    ).to_numpy()
    draft.waiting_rows = int((lost & waits).sum())
    draft.left_out_rows = int((lost & ~waits).sum())
    talk = talk.assign(source=source, target=target)[~lost].reset_index(drop=True)
    return talk, known.append(pd.Index(list(resolved.created), dtype="str"))


def _codes_as_names(talk: pd.DataFrame, known: pd.Index, persons: pd.DataFrame) -> pd.DataFrame:
    """Ends given as numbers of the stakeholder table become names, table by table."""
    codes = persons.dropna(subset=["code"]).set_index("code")["name"]
    if codes.empty:
        return talk
    for number in talk["table"].unique():
        here = talk["table"] == number
        ends = pd.concat([talk.loc[here, "source"], talk.loc[here, "target"]])
        named = endpoints.by_code(ends, codes)
        if (named != ends).mean() > ends.isin(known).mean():
            for end in ("source", "target"):
                talk.loc[here, end] = endpoints.by_code(talk.loc[here, end], codes)
    return talk


def _unfit(
    draft: _Draft, used: Sequence[Used], talk: pd.DataFrame, created: Sequence[str]
) -> set[str]:
    """Names that would be added as stakeholders but are no plain names, and were not kept by decision."""
    if not created:
        return set()
    unfit: set[str] = set()
    seen: set[str] = set()
    for number in talk["table"].unique():
        table, proposal = used[int(number)]
        for end, role in (("source", ColumnRole.SOURCE), ("target", ColumnRole.TARGET)):
            names = talk.loc[talk["table"] == number].drop_duplicates(end).set_index("row")[end]
            names = names[names.isin(created) & ~names.isin(seen)]
            seen.update(names)
            for answers in people.check_names(draft.ledger, table, proposal.column(role), names):
                unfit.update(names[answers.index[answers != "keep"]])
    return unfit


def _tell(
    draft: _Draft, used: Sequence[Used], talk: pd.DataFrame, resolved: endpoints.Resolved
) -> None:
    """One problem for each name that is not among the stakeholders letter by letter."""
    for name in [*resolved.missing, *resolved.case_only]:
        at_source = talk["source"] == name
        rows = talk[at_source | (talk["target"] == name)]
        first = rows.iloc[0]
        table, proposal = used[int(first["table"])]
        role = ColumnRole.SOURCE if first["source"] == name else ColumnRole.TARGET
        offers = resolved.nearest.get(name, ())
        meant = resolved.case_only.get(name)
        many = f" {len(rows)} rows name it." if len(rows) > 1 else ""
        draft.ledger.problems.append(
            Problem(
                code="case-only-name" if meant else "missing-endpoint",
                file=table.file,
                sheet=table.sheet,
                table=table.key,
                row=int(first["row"]),
                column=proposal.column(role),
                value=name,
                what=f"{shown(name)} is read as {shown(meant)}."
                if meant
                else f"{shown(name)} is not among the stakeholders.{many}",
                fix="Nothing to do, if they are the same."
                if meant
                else f"Did you mean {shown(offers[0])}? Else add it, or leave its rows out."
                if offers
                else "Add it, or leave its rows out.",
                choices=offers,
                open=name in resolved.waiting,
            )
        )


def _within_limits(
    draft: _Draft, names: pd.Index, told: assembling_said.Rows, used: Sequence[Used]
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
