"""History: what was changed, by whom and when, newest first, and the way back."""

import streamlit as st

from landscape.ui import anatomy, changes, going_back
from landscape.ui.context import open_landscape

view = open_landscape()
anatomy.head("History", "What was changed and when, newest first. Each step can be taken back.")
anatomy.shown_problem()

if not view.store.batches(view.principal, view.landscape_id, limit=1):
    anatomy.empty(
        "Every change, with the way back",
        "Once something is on the map, each step is listed here: who, when and what. "
        "You can take back any of them, or go back to how everything was on a day.",
        "pages/data/importing.py",
        "Add who is here",
    )
    st.stop()

anatomy.undo_offer(view)
with st.container(horizontal=True, horizontal_alignment="distribute"):
    kind = changes.pick_kind()
    going_back.pick_moment(view)
going_back.offer(view)
changes.batch_list(view, kind)
anatomy.quiet(
    "What was removed stays in this history, so removing is not erasing. "
    "Answers about where you stand are not listed here."
)
