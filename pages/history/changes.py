"""History: what was changed, by whom and when, newest first, and the way back."""

import streamlit as st

from landscape.ui import anatomy, changes, undoing
from landscape.ui.context import open_landscape

view = open_landscape()
anatomy.head("History", "What was changed and when, newest first. Each step can be taken back.")
anatomy.shown_problem()

batches = view.store.batches(view.principal, view.landscape_id)
if not batches:
    anatomy.empty(
        "Every change, with the way back",
        "Once something is on the map, each step is listed here: who, when and what.",
        "pages/data/importing.py",
        "Add who is here",
    )
    st.stop()

undoing.conflict_offer(view)
changes.batch_list(view, batches)
anatomy.quiet(
    "What was removed stays in this history, so removing is not erasing. "
    "Answers about where you stand are not listed here."
)
