"""The form to put a step on the plan, or to change one."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from landscape.model.ids import draw_id
from landscape.model.plan import LONGEST_NOTE, LONGEST_STEP, PlanStep, StepStatus
from landscape.services import planning
from landscape.services.planning import STATUS_WORDS
from landscape.store.base import Batch
from landscape.ui import derived, forms, state
from landscape.ui.context import View
from landscape.ui.text import plain

_NOBODY_YET: Final = "Nobody yet"


@st.dialog("A step of the plan", width="medium", on_dismiss="rerun")
def edit_step(view: View, step: PlanStep | None) -> None:
    """Put a step on the plan, or change one; only its words are needed."""
    forms.close_when_saved()
    shown = step or PlanStep(id=draw_id("n"), step="?", status=StepStatus.AGREED)
    key = f"plan.step.{step.id}" if step else f"plan.step.new.{view.revision}"
    with st.form(f"{key}.form", border=False):
        st.text_area(
            "What do you mean to do?",
            value=step.step if step else "",
            max_chars=LONGEST_STEP,
            key=f"{key}.step",
            height=90,
            placeholder="Five listening conversations up the valley",
        )
        _who(view, shown, key)
        st.date_input("By when", value=shown.due_on, key=f"{key}.due", min_value="2000-01-01")
        st.selectbox(
            "How far is it?",
            list(StepStatus),
            index=list(StepStatus).index(shown.status),
            format_func=lambda status: STATUS_WORDS[status],
            key=f"{key}.status",
        )
        st.text_area(
            "Note", value=shown.note or "", max_chars=LONGEST_NOTE, key=f"{key}.note", height=80
        )
        if step is not None:
            st.text_area(
                "What became of it?",
                value=shown.became or "",
                max_chars=LONGEST_NOTE,
                key=f"{key}.became",
                height=80,
            )
        st.form_submit_button(
            "Save" if step else "Put it on the plan",
            type="primary",
            on_click=forms.attempt,
            args=(partial(_save, view, step, shown, key),),
        )
    if step is not None:
        st.button(
            "Take it off the plan",
            icon=":material/delete:",
            key=f"{key}.remove",
            help="To drop it and keep what became of it, choose dropped instead.",
            on_click=forms.attempt,
            args=(
                partial(
                    planning.remove_step, view.principal, view.store, view.landscape_id, step.id
                ),
            ),
        )


def _who(view: View, shown: PlanStep, key: str) -> None:
    """Who takes it: one of the team, or a name that is typed."""
    people = derived.snapshot(view, "stakeholder").stakeholder
    team = [] if people.empty else list(people.loc[people["on_team"].astype(bool), "name"])
    names = list(dict.fromkeys([*([shown.owner] if shown.owner else []), *sorted(team)]))
    st.selectbox(
        "Who takes it?",
        names,
        index=0 if shown.owner else None,
        format_func=plain,
        accept_new_options=True,
        placeholder=f"{_NOBODY_YET}. Pick one of your team, or type a name",
        key=f"{key}.owner",
    )


def _save(view: View, seen: PlanStep | None, shown: PlanStep, key: str) -> Batch:
    said = forms.said(f"{key}.step")
    forms.require(said, "Say in a few words what you mean to do.")
    kept = replace(
        shown,
        step=said or "",
        owner=forms.said(f"{key}.owner"),
        due_on=state.value_of(f"{key}.due"),
        status=StepStatus(state.value_of(f"{key}.status")),
        note=forms.said(f"{key}.note"),
        became=forms.said(f"{key}.became") if seen else None,
    )
    here = (view.principal, view.store, view.landscape_id, kept)
    return planning.change_step(*here, seen=seen) if seen else planning.add_step(*here)
