"""The plan: what the team means to do next, who takes it, and what became of it."""

import streamlit as st

from landscape.ui import anatomy, readiness_plan, readiness_plan_form
from landscape.ui.context import open_landscape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
anatomy.head("Plan", "What you mean to do next, who takes it, and what became of it.")
anatomy.shown_problem()

if st.button("Add a step", type="primary", icon=":material/add:", shortcut="A"):
    readiness_plan_form.edit_step(view, None)
anatomy.undo_offer(view)

if not readiness_plan.steps(view):
    anatomy.empty(
        "One next step, with somebody who takes it",
        "Add a step of your own, or look at what your answers suggest and put one on the plan.",
        "pages/readiness/debrief.py",
        "See what is suggested",
    )
    st.stop()

readiness_plan.open_steps(view)
readiness_plan.closed_steps(view)
st.subheader("Take the plan away", anchor=False)
readiness_plan.take_away(view)
anatomy.quiet("A calendar puts a later file in place of an earlier one. Text stays text.")
