"""The plan: add a step by hand or from a suggestion, say how far it is and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pandas as pd

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.ids import draw_id
from landscape.model.plan import LONGEST_NOTE, LONGEST_STEP, PlanStep, StepStatus
from landscape.model.principal import Principal
from landscape.services.checks import next_ordinal, plain_value, require_unchanged, row_with_id
from landscape.store.base import Batch, Edit, Snapshot, Store

TABLES: Final = ("plan_step",)
STATUS_WORDS: Final[Mapping[StepStatus, str]] = {
    StepStatus.IDEA: "an idea",
    StepStatus.AGREED: "agreed",
    StepStatus.DOING: "being done",
    StepStatus.DONE: "done",
    StepStatus.DROPPED: "dropped",
}
# What is under way comes first; what is over comes last.
_ORDER: Final = (
    StepStatus.DOING,
    StepStatus.AGREED,
    StepStatus.IDEA,
    StepStatus.DONE,
    StepStatus.DROPPED,
)
_COLUMNS: Final = (
    "id",
    "step",
    "round_id",
    "dimension_id",
    "item_id",
    "owner",
    "due_on",
    "status",
    "note",
    "became",
    "ordinal",
)
_CHANGEABLE: Final = ("step", "owner", "due_on", "status", "note", "became")


def steps(snapshot: Snapshot) -> tuple[PlanStep, ...]:
    """The steps: under way, agreed, ideas, then those that are over; each by date, then age."""
    if snapshot.plan_step.empty:
        return ()
    known = (_step_of(row) for row in snapshot.plan_step.to_dict("records"))
    return tuple(
        sorted(
            known,
            key=lambda one: (_ORDER.index(one.status), one.due_on or date.max, one.ordinal, one.id),
        )
    )


def find(snapshot: Snapshot, step_id: str) -> PlanStep | None:
    """One step, or None."""
    return next((step for step in steps(snapshot) if step.id == step_id), None)


def overdue(step: PlanStep, today: date) -> bool:
    """Whether a step that is still open should have been done before `today`."""
    return step.open and step.due_on is not None and step.due_on < today


def add_step(principal: Principal, store: Store, landscape_id: str, step: PlanStep) -> Batch:
    """Put a step on the plan, after all others."""
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    kept = replace(_tidy(step), ordinal=next_ordinal(snapshot.plan_step))
    if any(_same(kept, other) for other in steps(snapshot) if other.open):
        raise InvalidValueError(
            f"The plan holds {kept.step!r} already.", fix="Change that step, or say this one anew."
        )
    return _put(principal, store, landscape_id, f"Planned: {kept.step}", _row_of(kept))


def from_suggestion(
    text: str,
    *,
    round_id: str | None,
    dimension_id: str | None,
    item_id: str | None = None,
) -> PlanStep:
    """A step as a round suggests it; nobody has agreed to it yet, so it is an idea."""
    return PlanStep(
        id=draw_id("n"),
        step=text.strip()[:LONGEST_STEP],
        round_id=round_id,
        dimension_id=dimension_id,
        item_id=item_id,
        status=StepStatus.IDEA,
    )


def planned(snapshot: Snapshot, text: str) -> PlanStep | None:
    """The open step that says the same as `text`, or None."""
    wanted = _folded(text[:LONGEST_STEP])
    return next((one for one in steps(snapshot) if one.open and _folded(one.step) == wanted), None)


def change_step(
    principal: Principal,
    store: Store,
    landscape_id: str,
    step: PlanStep,
    *,
    seen: PlanStep | None = None,
) -> Batch:
    """Store another wording, owner, date, status or note, unless it changed since it was `seen`.

    What a step came from, and its place in the order, stay.
    """
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    row = row_with_id(snapshot.plan_step, step.id) if len(snapshot.plan_step) else None
    shown = {column: _row_of(seen)[column] for column in _CHANGEABLE} if seen else None
    require_unchanged(row, shown, what=seen.step if seen else step.step)
    before = find(snapshot, step.id)
    if before is None:
        raise _gone()
    after = _row_of(_tidy(step))
    changed = {column: after[column] for column in _CHANGEABLE}
    label = _said(before, step)
    return _put(principal, store, landscape_id, label, {"id": step.id, **changed})


def set_status(
    principal: Principal,
    store: Store,
    landscape_id: str,
    step_id: str,
    status: StepStatus,
    *,
    became: str | None = None,
) -> Batch:
    """Say how far a step is and, where something is said, what became of it."""
    before = find(store.snapshot(principal, landscape_id, tables=TABLES), step_id)
    if before is None:
        raise _gone()
    said = (became or "").strip() or before.became
    after = replace(before, status=status, became=said)
    return change_step(principal, store, landscape_id, after)


def remove_step(principal: Principal, store: Store, landscape_id: str, step_id: str) -> Batch:
    """Take a step off the plan; dropping it instead keeps what became of it in sight."""
    before = find(store.snapshot(principal, landscape_id, tables=TABLES), step_id)
    if before is None:
        raise _gone()
    edit = Edit(label=f"Took off the plan: {before.step}", remove={"plan_step": [step_id]})
    return store.apply(principal, landscape_id, edit)


def since(plan: Sequence[PlanStep], round_id: str | None) -> tuple[PlanStep, ...]:
    """The steps to look back on at the beginning of a round: those that came before it."""
    return tuple(step for step in plan if step.round_id is None or step.round_id != round_id)


def _put(
    principal: Principal, store: Store, landscape_id: str, label: str, row: Mapping[str, object]
) -> Batch:
    put = pd.DataFrame([dict(row)], dtype=object)
    return store.apply(principal, landscape_id, Edit(label=label, put={"plan_step": put}))


def _said(before: PlanStep, after: PlanStep) -> str:
    if before.status != after.status:
        return f"Now {STATUS_WORDS[after.status]}: {after.step}"
    return f"Changed the step: {after.step}"


def _tidy(step: PlanStep) -> PlanStep:
    """The step with nothing where only blanks were written."""
    return replace(
        step,
        step=step.step.strip(),
        owner=(step.owner or "").strip() or None,
        note=(step.note or "").strip() or None,
        became=(step.became or "").strip() or None,
    )


def _same(one: PlanStep, other: PlanStep) -> bool:
    return _folded(one.step) == _folded(other.step) and one.owner == other.owner


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _step_of(row: Mapping[Any, Any]) -> PlanStep:
    """A step from its row; what a copy that somebody altered says too long is cut."""
    known = {str(column): plain_value(value) for column, value in row.items()}
    status = str(known["status"])
    due = known.get("due_on")
    step = str(known["step"]).strip()[:LONGEST_STEP]
    return PlanStep(
        id=str(known["id"]),
        step=step or "A step without words",
        round_id=_text(known.get("round_id")),
        dimension_id=_text(known.get("dimension_id")),
        item_id=_text(known.get("item_id")),
        owner=_text(known.get("owner"), LONGEST_STEP),
        due_on=due if isinstance(due, date) else None,
        status=StepStatus(status) if status in set(StepStatus) else StepStatus.AGREED,
        note=_text(known.get("note")),
        became=_text(known.get("became")),
        ordinal=int(str(known["ordinal"])),
    )


def _text(value: object, most: int = LONGEST_NOTE) -> str | None:
    return str(value)[:most] if value is not None else None


def _row_of(step: PlanStep) -> dict[str, object]:
    return {column: plain_value(getattr(step, column)) for column in _COLUMNS}


def _gone() -> NotFoundError:
    return NotFoundError(
        "That step is not on the plan any more.",
        fix="Choose another one, or take its removal back under History.",
    )
