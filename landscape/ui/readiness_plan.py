"""The plan: its steps with who, when and how far; what became of them; adding from elsewhere."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

import streamlit as st

from landscape.assessments import instruments
from landscape.model.assessment import Round
from landscape.model.days import said_day
from landscape.model.errors import NotFoundError
from landscape.model.plan import PlanStep, StepStatus
from landscape.services import plan_files, planning
from landscape.services.instruments import READINESS, instrument_of
from landscape.services.planning import STATUS_WORDS
from landscape.store.base import Batch
from landscape.ui import anatomy, context, derived, forms, readiness_plan_form, state
from landscape.ui.context import View
from landscape.ui.text import count, escape, plain, shorten

PLAN: Final = "pages/readiness/plan.py"
_LOOKED_BACK: Final = 5
_QUICK: Final = (StepStatus.DOING, StepStatus.DONE, StepStatus.DROPPED)


def steps(view: View) -> tuple[PlanStep, ...]:
    """The steps of the plan, what is under way first."""
    return planning.steps(derived.snapshot(view, *planning.TABLES))


def what_became(view: View) -> bool:
    """Open a round with what became of the steps: a short list with quick status.

    For the pages that begin a round; it draws nothing, and says so, where no step is open.
    Call :func:`landscape.ui.anatomy.undo_offer` on the page, so that each press can be taken back.
    """
    still = [step for step in steps(view) if step.open]
    if not still:
        return False
    with st.container(border=True):
        st.subheader("First: what became of what you meant to do?", anchor=False)
        for step in still[:_LOOKED_BACK]:
            with st.container(horizontal=True, vertical_alignment="center"):
                with st.container(width="stretch"):
                    st.markdown(f"{escape(step.step)}{_who_and_when(step)}")
                _quick_status(view, step)
        if len(still) > _LOOKED_BACK:
            anatomy.quiet(f"And {count(len(still) - _LOOKED_BACK, 'more step')} on the plan.")
        st.page_link(PLAN, label="Open the plan", icon="", query_params=context.here())
    return True


def add_button(
    view: View, step: str, round_: Round | None, dimension_id: str | None, item_id: str | None
) -> None:
    """Beside a suggestion: put it on the plan, or say that it is there.

    Call :func:`landscape.ui.anatomy.undo_offer` on the page, so that the press can be taken back.
    """
    snapshot = derived.snapshot(view, *planning.TABLES)
    there = planning.planned(snapshot, step)
    if there is not None:
        st.page_link(
            PLAN,
            label=f"On the plan: {STATUS_WORDS[there.status]}",
            icon=":material/check:",
            query_params=context.here(),
        )
        return
    round_id = round_.id if round_ else None
    st.button(
        "Put on the plan",
        icon=":material/playlist_add:",
        key=f"plan.add.{round_id}.{dimension_id}.{item_id}.{hash(step)}",
        on_click=forms.attempt,
        args=(partial(_add, view, step, round_id, dimension_id, item_id),),
    )


def open_steps(view: View) -> None:
    """Each step that is still to be done, with its status to change at a touch."""
    still = [step for step in steps(view) if step.open]
    origins = came_from(view)
    today = today_there()
    late = sum(planning.overdue(step, today) for step in still)
    owned = sum(step.owner is not None for step in still)
    told = f"{count(len(still), 'step')} to take, {owned} with somebody who takes it"
    st.markdown(f"{told}{f', {late} past the date' if late else ''}.")
    for step in still:
        with st.container(border=True):
            _step(view, step, origins.get(step.id), today)


def closed_steps(view: View) -> None:
    """What was done or dropped, and what became of it."""
    over = [step for step in steps(view) if not step.open]
    if not over:
        return
    origins = came_from(view)
    done = sum(step.status is StepStatus.DONE for step in over)
    parts = [f"{done} done"] * bool(done) + [f"{len(over) - done} dropped"] * (len(over) > done)
    with st.expander(f"What became of earlier steps: {', '.join(parts)}"):
        for step in over:
            _step(view, step, origins.get(step.id), today_there())


def take_away(view: View) -> None:
    """The plan as a table and as dates, made when they are asked for."""
    plan = steps(view)
    dated = sum(step.due_on is not None for step in plan)
    name = view.landscape.name
    called = "".join(sign if sign.isalnum() else "-" for sign in plain(name))[:60]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Dates for a calendar (ICS)",
            data=lambda: plan_files.as_ics(
                plan,
                name=name,
                landscape_id=view.landscape_id,
                at=datetime.now(UTC),
                origins=came_from(view),
            ),
            file_name=f"{called}-plan.ics",
            mime="text/calendar",
            icon=":material/event:",
            disabled=not dated,
            on_click="ignore",
            key="plan.ics",
            help=None if dated else "Give a step a date first.",
        )
        st.download_button(
            "Table (CSV)",
            data=lambda: plan_files.as_csv(plan, came_from(view)),
            file_name=f"{called}-plan.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="plan.csv",
        )


def came_from(view: View) -> Mapping[str, str]:
    """What each step came from, in plain words, by its id; nothing for one put in by hand."""
    rounds = {one.id: one for one in view.store.rounds(view.principal, view.landscape_id)}
    told: dict[str, str] = {}
    for step in steps(view):
        round_ = rounds.get(step.round_id or "")
        parts = (_dimension(view, round_, step), round_.name if round_ else None)
        if any(parts):
            told[step.id] = ", ".join(filter(None, parts))
    return told


def today_there() -> date:
    """The day where the reader is."""
    zone = ZoneInfo(st.context.timezone) if st.context.timezone else None
    return datetime.now(zone).date()


def _step(view: View, step: PlanStep, origin: str | None, today: date) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch"):
            st.markdown("  \n".join(_said(step, today)))
            if origin:
                anatomy.quiet(f"From {escape(shorten(origin, 120))}")
        _status(view, step)
        if st.button("Change", icon=":material/edit:", key=f"plan.change.{step.id}"):
            readiness_plan_form.edit_step(view, step)


def _said(step: PlanStep, today: date) -> list[str]:
    """The lines of a step, as Markdown."""
    lines = [f"**{escape(step.step)}**"]
    if step.open:
        lines.append(_taken(step) + (", past its date" if planning.overdue(step, today) else ""))
    if step.note:
        lines.append(escape(step.note))
    if step.became:
        lines.append(f"What became of it: {escape(step.became)}")
    return lines


def _taken(step: PlanStep) -> str:
    who = f"{escape(step.owner)} takes it" if step.owner else "Nobody has taken it yet"
    return f"{who}, by {said_day(step.due_on)}" if step.due_on else f"{who}, no date yet"


def _who_and_when(step: PlanStep) -> str:
    parts = [escape(step.owner)] if step.owner else []
    if step.due_on:
        parts.append(f"by {said_day(step.due_on)}")
    return f"  \n:small[:gray[{', '.join(parts)}]]" if parts else ""


def _status(view: View, step: PlanStep) -> None:
    key = f"plan.status.{step.id}"
    st.selectbox(
        f"How far is it: {escape(shorten(step.step, 60))}",
        list(StepStatus),
        format_func=lambda status: STATUS_WORDS[status],
        key=state.showing(key, step.status),
        label_visibility="collapsed",
        width=150,
        on_change=_set_status,
        args=(view, step, key),
    )


def _quick_status(view: View, step: PlanStep) -> None:
    key = f"plan.quick.{step.id}"
    # Not a segmented control: what is chosen in one is too faint in the dark.
    st.radio(
        f"How far is it: {escape(shorten(step.step, 60))}",
        list(_QUICK),
        index=None,
        format_func=lambda status: STATUS_WORDS[status],
        key=state.showing(key, step.status if step.status in _QUICK else None),
        label_visibility="collapsed",
        horizontal=True,
        width="content",
        on_change=_set_status,
        args=(view, step, key),
    )


def _set_status(view: View, step: PlanStep, key: str) -> None:
    chosen = state.value_of(key)
    if chosen is not None and chosen != step.status:
        here = (view.principal, view.store, view.landscape_id, step.id)
        forms.attempt(partial(planning.set_status, *here, StepStatus(chosen)))


def _add(
    view: View, step: str, round_id: str | None, dimension_id: str | None, item_id: str | None
) -> Batch:
    kept = planning.from_suggestion(
        step, round_id=round_id, dimension_id=dimension_id, item_id=item_id
    )
    return planning.add_step(view.principal, view.store, view.landscape_id, kept)


def _dimension(view: View, round_: Round | None, step: PlanStep) -> str | None:
    """The title of what a step came from, in the questions of its round or in today's."""
    if step.dimension_id is None:
        return None
    here = (view.principal, view.store, view.landscape_id)
    try:
        instrument = instrument_of(*here, round_) if round_ else instruments()[READINESS]
        return instrument.dimension(step.dimension_id).title
    except NotFoundError:
        return None
