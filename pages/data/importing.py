"""Add data: choose files or paste, see what was understood, decide what is open, store it."""

import streamlit as st

from landscape.ui import (
    anatomy,
    importing,
    importing_choosing,
    importing_decisions,
    importing_details,
    importing_draft,
)
from landscape.ui.context import open_landscape

view = open_landscape()
anatomy.head(
    "Add data",
    "Bring your lists as they are, or paste names. "
    "You see what we understood before anything is stored.",
)
anatomy.shown_problem()

draft = importing_draft.draft_of(view)
if draft.stored is not None and not importing.was_undone(view, draft):
    importing.stored(view, draft, draft.stored)
    st.stop()
if not draft.files or draft.is_stopped:
    importing_choosing.choose(view, draft)
    st.stop()

with st.spinner("Reading ..."):
    read = importing_draft.read(view, draft)
if read is None:
    importing_choosing.reading(draft)
    st.stop()
tables, unreadable = read
if unreadable and not draft.without:
    importing.refused(view, draft, read)
    st.stop()

with st.spinner("Working out what would change ...", show_time=True):
    plan = importing_draft.plan_of(view, draft, tables)
if draft.is_agreed:
    with st.spinner("Storing ...", show_time=True):
        importing_draft.store(view, draft, plan)
    st.rerun()

st.subheader("What we understood", anchor=False)
importing_details.details(draft, tables, plan)
importing.noticed(draft, read, plan)
importing_details.boundaries_offered(draft, plan)
importing_decisions.decisions(draft, plan)
st.subheader("What will change", anchor=False)
importing.would_store(view, draft, plan)
