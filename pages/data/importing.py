"""Add data: choose a file or paste names, see what was understood, store it."""

import streamlit as st

from landscape.ui import anatomy, importing, importing_decisions, importing_details, importing_draft
from landscape.ui.context import open_landscape

view = open_landscape()
anatomy.head(
    "Add data",
    "Bring your list from Excel or CSV, or paste names. "
    "You see what we understood before anything is stored.",
)
anatomy.shown_problem()

draft = importing_draft.draft_of(view)
if draft.stored is not None and not importing.was_undone(view, draft):
    importing.stored(view, draft, draft.stored)
    st.stop()
if not draft.files:
    importing.choose(view, draft)
    st.stop()

with st.spinner("Reading ...", show_time=True):
    tables, unreadable = importing_draft.read(view, draft)
if unreadable:
    importing.refused(unreadable)
    importing.start_over(view)
    st.stop()

plan = importing_draft.plan_of(view, draft, tables)
importing.understood(tables, plan)
importing.would_store(view, draft, plan)
importing_decisions.decisions(draft, plan)
importing_details.boundaries_offered(draft, plan)
importing_details.details(draft, tables, plan)
