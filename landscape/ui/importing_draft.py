"""An import under way: the files somebody gave, what was decided, and what it would come to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.model.errors import LandscapeError
from landscape.services.importing import importing, remembering
from landscape.services.importing.decisions import Conflicting, Decisions, Differing, Endpoint
from landscape.services.importing.importing import SourceFile, told_apart
from landscape.services.importing.plan import Plan
from landscape.services.importing.problems import Answer
from landscape.services.importing.profiles import Looked
from landscape.services.importing.roles import ColumnRole, TableKind
from landscape.services.importing.summary import ImportSummary
from landscape.store.base import Batch
from landscape.ui import anatomy, derived, state
from landscape.ui.context import View
from landscape.ui.importing_reading import Read, Reading, StillReadingError


@dataclass(slots=True, kw_only=True)
class Draft:
    """`round` counts the files given so far, so that widgets begin anew with each.

    `pasted` is what was typed or pasted last, kept for whoever goes back to it. `without` says to
    go on without the files that cannot be read; `begins_at` which of many problems of a kind is
    the first on the page. `looked` keeps what was seen in the tables. `recalled` counts what was
    decided the last time; `rejected` and `decided` are to take away once it is stored.
    """

    files: tuple[SourceFile, ...] = ()
    pasted: str = ""
    reading: Reading | None = None
    read: Read | None = None
    is_stopped: bool = False
    without: bool = False
    decisions: Decisions = field(default_factory=Decisions)
    looked: Looked = field(default_factory=Looked)
    plan: Plan | None = None
    planned_for: tuple[int, Decisions] | None = None
    is_agreed: bool = False
    begins_at: dict[str, int] = field(default_factory=dict)
    recalled: int = 0
    stored: ImportSummary | None = None
    rejected: pd.DataFrame | None = None
    decided: str = ""
    batch: Batch | None = None
    round: int = 0


def draft_of(view: View) -> Draft:
    """The import under way in this visit, for this landscape."""
    drafts = state.visit().drafts
    key = f"import/{view.landscape_id}"
    if key not in drafts:
        drafts[key] = Draft()
    draft: Draft = drafts[key]
    return draft


def begin(view: View, files: Sequence[SourceFile], *, pasted: str | None = None) -> None:
    """Start anew with these files; without any, with an empty page."""
    before = draft_of(view)
    _let_go(before)
    state.visit().drafts[f"import/{view.landscape_id}"] = Draft(
        files=tuple(told_apart(files)),
        pasted=before.pasted if pasted is None else pasted,
        round=before.round + 1,
    )


def add_files(draft: Draft, files: Sequence[SourceFile]) -> None:
    """Read further files beside those at hand; what was decided stays."""
    _let_go(draft)
    draft.files = tuple(told_apart([*draft.files, *files]))
    draft.read = draft.plan = None
    draft.without = False
    draft.round += 1


def read_again(draft: Draft) -> None:
    """Read the files whose reading was stopped."""
    draft.is_stopped = False


def stop(draft: Draft) -> None:
    """Stop reading; the files stay at hand."""
    _let_go(draft)
    draft.is_stopped = True


def _let_go(draft: Draft) -> None:
    if draft.reading is not None:
        draft.reading.stop()
        draft.reading = None


def read(view: View, draft: Draft) -> Read | None:
    """The tables of the draft's files, and why some cannot be read; None while it goes on."""
    if draft.read is None:
        try:
            draft.read = derived.parsed(view, draft.files, partial(_read, draft))
        except StillReadingError:
            return None
        _recall(view, draft, draft.read[0])
    return draft.read


def _recall(view: View, draft: Draft, tables: Sequence[SourceTable]) -> None:
    """Begin with what was decided the last time, unless something was decided already."""
    if draft.decisions == Decisions():
        draft.decisions = remembering.recalled(
            view.principal, view.store, view.landscape_id, tables
        )
        draft.recalled = remembering.count_of(draft.decisions)


def forget(draft: Draft) -> None:
    """Begin without what was decided the last time, or since."""
    draft.decisions = Decisions()
    draft.recalled = 0


def _read(draft: Draft) -> Read:
    reading = draft.reading or Reading(draft.files)
    draft.reading = None  # what ends in a bug is read anew
    try:
        return reading.wait()
    except StillReadingError:
        draft.reading = reading
        raise


def go_on_without(draft: Draft) -> None:
    """Go on with the files that can be read."""
    draft.without = True


def plan_of(view: View, draft: Draft, tables: Sequence[SourceTable]) -> Plan:
    """What the draft comes to by now."""
    wanted = (view.revision, draft.decisions)
    if draft.plan is None or draft.planned_for != wanted:
        draft.plan = importing.plan_for(
            view.principal,
            view.store,
            view.landscape_id,
            tables,
            decisions=draft.decisions,
            look_for_twins=True,
            looked=draft.looked,
        )
        draft.planned_for = wanted
    return draft.plan


def agree(draft: Draft) -> None:
    """Agree to what the plan would change; the run that follows stores it."""
    draft.is_agreed = True


def store(view: View, draft: Draft, plan: Plan) -> None:
    """Store the plan, and remember what can be undone."""
    draft.is_agreed = False
    try:
        draft.stored = importing.apply(view.principal, view.store, view.landscape_id, plan)
    except LandscapeError as error:
        state.keep_problem(error)
        return
    tables = draft.read[0] if draft.read else []
    if remembering.count_of(draft.decisions):
        draft.decided = remembering.as_json(tables, draft.decisions)
    draft.rejected = plan.rejected
    draft.files, draft.read, draft.plan, draft.pasted = (), None, None, ""
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


def decide_twins(draft: Draft, same: Mapping[str, str], apart: Collection[tuple[str, str]]) -> None:
    """Say which names mean another one, and which pairs are two."""
    draft.decisions = replace(
        draft.decisions,
        same={**draft.decisions.same, **same},
        apart=draft.decisions.apart | set(apart),
    )


def decide_conflicting(draft: Draft, counts: Conflicting) -> None:
    """Say which reports count where one rater says different things."""
    draft.decisions = replace(draft.decisions, conflicting=counts)


def decide_differing(draft: Draft, counts: Differing) -> None:
    """Say whose value counts where the files and the map both have one."""
    draft.decisions = replace(draft.decisions, differing=counts)


def keep(draft: Draft, change: str, *, is_kept: bool) -> None:
    """Keep one value as it is on the map, or take the one of the files after all."""
    kept = draft.decisions.kept | {change} if is_kept else draft.decisions.kept - {change}
    draft.decisions = replace(draft.decisions, kept=kept)


def decide_removal(draft: Draft, *, is_asked: bool) -> None:
    """Take out what is no longer in the files, or let it stay."""
    draft.decisions = replace(draft.decisions, remove_absent=is_asked)


def decide_again(draft: Draft, *fields: str) -> None:
    """Take back what was decided of these kinds."""
    plain = Decisions()
    draft.decisions = replace(draft.decisions, **{name: getattr(plain, name) for name in fields})
