"""Add data: choose files or paste, see what was understood, decide what is open, store it."""

import streamlit as st

from landscape.ui import (
    anatomy,
    importing,
    importing_bundle,
    importing_changes,
    importing_choosing,
    importing_decisions,
    importing_details,
    importing_draft,
    importing_rows,
    importing_stored,
    importing_twins,
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
if draft.stored is not None and not importing_stored.was_undone(view, draft):
    importing_stored.stored(view, draft, draft.stored)
    st.stop()
if not draft.files or draft.is_stopped:
    importing_choosing.choose(view, draft)
    st.stop()

read = importing_choosing.read(view, draft)
if read[1] and not draft.without:
    importing.refused(view, draft, read)
    st.stop()
if importing_bundle.is_whole(read[0]):
    importing_bundle.offer(view, read[0])
    st.stop()

with st.spinner("Working out what would change ...", show_time=True):
    plan = importing_draft.plan_of(view, draft, read[0])
importing.store_agreed(view, draft, plan)

rows = importing_rows.Rows(read[0], plan)
importing_details.understood(draft, read[0], plan)
importing.noticed(draft, read, plan)
importing_decisions.decisions(draft, plan, rows)
importing_twins.conflicting(draft, plan)
importing_twins.twins(view, draft, plan, rows)
importing_changes.changes(draft, plan)
importing.would_store(view, draft, plan, rows)
