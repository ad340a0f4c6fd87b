"""`landscape import`: files into a landscape, with what was decided about such files before."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from landscape.cli.naming import named
from landscape.cli.progress import Progress, stopped_by_ctrl_c
from landscape.cli.showing import DONE, REFUSED, read_bytes, show, write_bytes
from landscape.cli.whole import bring_back
from landscape.formats.source import SourceTable
from landscape.model.principal import LOCAL
from landscape.services.bundle import is_bundle
from landscape.services.exporting import as_csv
from landscape.services.importing import remembering
from landscape.services.importing.decisions import Decisions, read_mapping
from landscape.services.importing.importing import SourceFile, apply, plan_for, read_files
from landscape.services.importing.plan import Plan
from landscape.services.importing.summary import ImportSummary, RowCounts
from landscape.services.landscapes import create_empty
from landscape.store.base import Store
from landscape.store.duckdb.store import DuckDBStore


def run(store: Store, asked: Namespace) -> int:
    """Read, plan and store; nothing is stored when something is open or it is a dry run."""
    files = [SourceFile(name=path.name, data=read_bytes(path)) for path in asked.files]
    there = named(store, asked.landscape)
    progress = Progress(asked)
    progress.say(f"Reading {', '.join(file.name for file in files)} ...")
    with stopped_by_ctrl_c() as stop:

        def say(done: int, whole: int) -> None:
            if not stop.is_set():
                progress.read(done, whole)

        tables, unreadable = read_files(files, progress=say, stop=stop)
    if unreadable:
        return _tell(asked, ImportSummary(problems=tuple(unreadable), refused=True))
    if is_bundle(tables):
        return _tell(asked, bring_back(store, asked, tables))
    decisions = _decided(asked, tables)
    if there is not None:
        decisions = decisions.on_top_of(remembering.recalled(LOCAL, store, there.id, tables))
    progress.say("Planning ...")
    plan = _plan(asked, store, there.id if there else None, tables, decisions)
    if asked.save_decisions:
        told = remembering.as_json(tables, decisions)
        write_bytes(asked.save_decisions, told.encode())
    if asked.rejected:
        write_bytes(asked.rejected, as_csv(plan.rejected))
    summary = plan.summary
    if not asked.dry_run and not summary.refused:
        progress.say("Storing ...")
        target = there or create_empty(LOCAL, store, asked.landscape)
        summary = apply(LOCAL, store, target.id, _called(plan, target.name))
    return _tell(asked, summary, rejected=len(plan.rejected))


def _called(plan: Plan, name: str) -> Plan:
    """The plan, with the landscape's name as it was given: a copy brings one of its own."""
    if plan.edit is None or "name" not in plan.edit.landscape:
        return plan
    own = {**plan.edit.landscape, "name": name}
    return replace(plan, edit=replace(plan.edit, landscape=own))


def _decided(asked: Namespace, tables: Sequence[SourceTable]) -> Decisions:
    """What the options say, and below it what the file of decisions says."""
    decisions = Decisions(
        roles=read_mapping(asked.map),
        differing=asked.differing,
        remove_absent=asked.remove_absent,
        conflicting=asked.conflicting,
    )
    if asked.decisions is None:
        return decisions
    text = read_bytes(asked.decisions).decode("utf-8", errors="replace")
    return decisions.on_top_of(remembering.from_json(tables, text))


def _plan(
    asked: Namespace,
    store: Store,
    landscape_id: str | None,
    tables: Sequence[SourceTable],
    decisions: Decisions,
) -> Plan:
    """The plan; a landscape that is not there is only made once it is clear what goes in."""
    if landscape_id is not None:
        return plan_for(
            LOCAL, store, landscape_id, tables, decisions=decisions, missing=asked.missing
        )
    aside = DuckDBStore.open(None)
    try:
        empty = create_empty(LOCAL, aside, asked.landscape)
        return plan_for(LOCAL, aside, empty.id, tables, decisions=decisions, missing=asked.missing)
    finally:
        aside.close()


def _tell(asked: Namespace, summary: ImportSummary, *, rejected: int = 0) -> int:
    told = summary if summary.stored else replace(summary, stored=False)
    show(asked, told.as_json(), _lines(asked, told, rejected))
    return REFUSED if summary.refused else DONE


def _lines(asked: Namespace, summary: ImportSummary, rejected: int) -> list[str]:
    rows = summary.rows
    opening = "Stored" if summary.stored else "Would be stored" if asked.dry_run else ""
    lines = [
        f"{opening or 'Nothing stored'}: {summary.stakeholders} stakeholders, "
        f"{summary.relationships} relationships, {summary.reports} reports.",
        f"On the map already: {summary.changed} changed, {summary.unchanged} as they were, "
        f"{summary.removed} removed.",
        *_sum(rows),
        f"Left aside: {summary.self_rows} rows with the same name at both ends, "
        f"{summary.duplicates} exact repeats, {summary.missing_endpoints} missing names.",
    ]
    if asked.rejected and rejected:
        lines.append(f"Rows that were not stored are in {asked.rejected}.")
    # What is open comes last, where somebody at a terminal looks first.
    ordered = sorted(summary.problems, key=lambda problem: problem.open)
    return lines + [str(problem) for problem in ordered]


def _sum(rows: RowCounts) -> list[str]:
    """Where every row went, where there were any."""
    if not rows.read:
        return []
    further = f" (+ {rows.further} further statements in them)" if rows.further else ""
    return [
        f"Rows read: {rows.read}{further} = {rows.stored} stored + {rows.merged} merged + "
        f"{rows.rejected} rejected + {rows.left_out} left out + {rows.waiting} waiting."
    ]
