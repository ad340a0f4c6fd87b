"""An import under way: the files somebody gave, what was decided, and what it would come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from landscape.formats.source import SourceTable
from landscape.model.errors import LandscapeError
from landscape.services.importing import importing
from landscape.services.importing.decisions import Decisions, Endpoint
from landscape.services.importing.importing import SourceFile, told_apart
from landscape.services.importing.preparing import Plan
from landscape.services.importing.problems import Answer, Problem
from landscape.services.importing.roles import ColumnRole, TableKind
from landscape.services.importing.summary import ImportSummary
from landscape.store.base import Batch
from landscape.ui import anatomy, derived, state
from landscape.ui.context import View


@dataclass(slots=True, kw_only=True)
class Draft:
    """`round` counts the files given so far, so that widgets begin anew with each."""

    files: tuple[SourceFile, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    stored: ImportSummary | None = None
    batch: Batch | None = None
    round: int = 0
    plan: Plan | None = None
    planned_for: tuple[int, Decisions] | None = None


def draft_of(view: View) -> Draft:
    """The import under way in this visit, for this landscape."""
    drafts = state.visit().drafts
    key = f"import/{view.landscape_id}"
    if key not in drafts:
        drafts[key] = Draft()
    draft: Draft = drafts[key]
    return draft


def begin(view: View, files: Sequence[SourceFile]) -> None:
    """Start anew with these files; without any, with an empty page."""
    before = draft_of(view)
    state.visit().drafts[f"import/{view.landscape_id}"] = Draft(
        files=tuple(told_apart(files)), round=before.round + 1
    )


def read(view: View, draft: Draft) -> tuple[list[SourceTable], list[Problem]]:
    """The tables of the draft's files, and why some of them cannot be read."""
    return derived.parsed(view, draft.files)


def plan_of(view: View, draft: Draft, tables: Sequence[SourceTable]) -> Plan:
    """What the draft comes to by now."""
    wanted = (view.revision, draft.decisions)
    if draft.plan is None or draft.planned_for != wanted:
        draft.plan = importing.plan_for(
            view.principal, view.store, view.landscape_id, tables, decisions=draft.decisions
        )
        draft.planned_for = wanted
    return draft.plan


def store(view: View, draft: Draft, plan: Plan) -> None:
    """Store the plan, and remember what can be undone."""
    try:
        draft.stored = importing.apply(view.principal, view.store, view.landscape_id, plan)
    except LandscapeError as error:
        state.keep_problem(error)
        return
    draft.files, draft.plan = (), None
    if draft.stored.batch_id is not None:
        (draft.batch,) = view.store.batches(view.principal, view.landscape_id, limit=1)
        anatomy.saved(draft.batch)


def decide_role(draft: Draft, table: str, column: str, role: ColumnRole) -> None:
    """Say what a column is."""
    roles = {**draft.decisions.roles, (table, column): role}
    draft.decisions = replace(draft.decisions, roles=roles)


def decide_kind(draft: Draft, table: str, kind: TableKind) -> None:
    """Say what a table holds; what was said of its columns before no longer counts."""
    roles = {key: role for key, role in draft.decisions.roles.items() if key[0] != table}
    kinds = {**draft.decisions.kinds, table: kind}
    draft.decisions = replace(draft.decisions, kinds=kinds, roles=roles)


def decide_depth(draft: Draft, word: str, depth: int | None) -> None:
    """Say how deep a relationship is that goes by this word."""
    depths = {**draft.decisions.depths, word: depth}
    draft.decisions = replace(draft.decisions, depths=depths)


def decide_endpoints(draft: Draft, choices: Mapping[str, Endpoint]) -> None:
    """Say who is meant by names that are not among the stakeholders."""
    endpoints = {**draft.decisions.endpoints, **choices}
    draft.decisions = replace(draft.decisions, endpoints=endpoints)


def decide_all(draft: Draft, code: str, answer: Answer) -> None:
    """Decide every problem of a kind alike."""
    draft.decisions = replace(
        draft.decisions, all_alike={**draft.decisions.all_alike, code: answer}
    )


def decide_each(
    draft: Draft,
    answers: Mapping[str, Answer],
    cells: Mapping[tuple[str, int, str], str],
) -> None:
    """Keep answers by problem, and cells that were put right."""
    draft.decisions = replace(
        draft.decisions,
        answers={**draft.decisions.answers, **answers},
        cells={**draft.decisions.cells, **cells},
    )
