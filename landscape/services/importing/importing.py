"""Reads files, prepares one write from them, and stores it: all that was agreed, or nothing."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from landscape.formats.sandbox import read_file
from landscape.formats.source import SourceTable
from landscape.formats.table import FileRefusedError, Limits
from landscape.model.principal import Principal
from landscape.services import placing
from landscape.services.importing import onmap, own_tables, remembering
from landscape.services.importing.decisions import Decisions, Missing
from landscape.services.importing.plan import Plan
from landscape.services.importing.preparing import prepare
from landscape.services.importing.problems import Problem
from landscape.services.importing.profiles import Looked
from landscape.services.importing.summary import ImportSummary
from landscape.services.importing.twins import twins
from landscape.store.base import Store

_AT_ONCE: Final = 2  # children that read at the same time


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file as somebody gave it; `form` names the format where it is known, such as "pasted"."""

    name: str
    data: bytes
    form: str | None = None


def read_files(
    files: Sequence[SourceFile],
    *,
    limits: Limits | None = None,
    progress: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
) -> tuple[list[SourceTable], list[Problem]]:
    """The tables in all files, and why some of them cannot be read.

    `progress` is told how many of how many files are read; once `stop` is set, what is being read
    is given up, and so is what was not begun.
    """
    read: list[list[SourceTable] | Problem] = []
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        for one in pool.map(partial(read_one, limits=limits, stop=stop), told_apart(files)):
            read.append(one)
            if progress is not None:
                progress(len(read), len(files))
    tables = [table for found in read if isinstance(found, list) for table in found]
    return tables, [found for found in read if isinstance(found, Problem)]


def read_one(
    file: SourceFile, *, limits: Limits | None = None, stop: threading.Event | None = None
) -> list[SourceTable] | Problem:
    """The tables in one file, or why it cannot be read."""
    try:
        return read_file(file.data, file.name, form=file.form, limits=limits, stop=stop)
    except FileRefusedError as error:
        return Problem(
            code=error.code, file=error.where, what=error.problem, fix=error.fix, open=True
        )


def told_apart(files: Sequence[SourceFile]) -> list[SourceFile]:
    """The files under names that differ, so that each table can be told from the others."""
    seen: dict[str, int] = {}
    apart: list[SourceFile] = []
    for file in files:
        seen[file.name] = seen.get(file.name, 0) + 1
        times = seen[file.name]
        apart.append(file if times == 1 else replace(file, name=f"{file.name} ({times})"))
    return apart


def plan_for(
    principal: Principal,
    store: Store,
    landscape_id: str,
    tables: Sequence[SourceTable],
    *,
    decisions: Decisions | None = None,
    missing: Missing | None = None,
    look_for_twins: bool = False,
    looked: Looked | None = None,
) -> Plan:
    """What these tables would do to a landscape; our own export is read back by its names.

    What was decided is kept in the same write. With `look_for_twins` the plan holds the names that
    may be one, which takes a while among many; `looked` keeps what was seen in the tables from one
    decision to the next.
    """
    decisions = decisions or Decisions()
    if own_tables.are_ours(tables):
        return own_tables.prepare(principal, store, landscape_id, tables, decisions)
    on_map = onmap.read(principal, store, landscape_id)
    plan = prepare(tables, on_map, decisions, missing=missing, looked=looked)
    if look_for_twins:
        plan = replace(plan, twins=twins(plan.added, list(on_map.names), decisions))
    if plan.edit is None:
        return plan
    kept = remembering.rows(principal, store, landscape_id, tables, decisions)
    if kept.empty:
        return plan
    return replace(plan, edit=replace(plan.edit, put={**plan.edit.put, "import_memory": kept}))


def apply(principal: Principal, store: Store, landscape_id: str, plan: Plan) -> ImportSummary:
    """Store a plan in one write, with places for those who are added."""
    if plan.edit is None:
        return replace(plan.summary, stored=not plan.summary.refused)
    placed = placing.with_places(principal, store, landscape_id, plan.edit)
    batch = store.apply(principal, landscape_id, placed)
    return replace(plan.summary, stored=True, batch_id=batch.id)


def import_files(
    principal: Principal,
    store: Store,
    landscape_id: str,
    files: Sequence[SourceFile],
    *,
    decisions: Decisions | None = None,
    missing: Missing = "leave-out",
    dry_run: bool = False,
) -> ImportSummary:
    """Import files into a landscape, with what was decided there before about such files.

    Nothing is stored when a file cannot be read, when a problem has no decision, or with
    `dry_run`.
    """
    tables, unreadable = read_files(files)
    if unreadable:
        return ImportSummary(problems=tuple(unreadable), refused=True)
    recalled = remembering.recalled(principal, store, landscape_id, tables)
    decisions = decisions.on_top_of(recalled) if decisions else recalled
    plan = plan_for(principal, store, landscape_id, tables, decisions=decisions, missing=missing)
    if dry_run or plan.summary.refused:
        return plan.summary
    return apply(principal, store, landscape_id, plan)
