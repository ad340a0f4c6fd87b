"""Boundaries: where the landscape divides, what each boundary protects and what it costs."""

import streamlit as st

from landscape.ui import anatomy, boundaries, derived
from landscape.ui.context import open_landscape
from landscape.ui.words import BOUNDARY_TABS

view = open_landscape()
anatomy.section_tabs(BOUNDARY_TABS)
anatomy.head(
    "Boundaries",
    "Where shared practice, loyalty, place or rank stops, what that protects and what it costs.",
)
anatomy.shown_problem()
if boundaries.nobody_here(view):
    st.stop()

boundaries.main_action(view)
anatomy.undo_offer(view)
if derived.snapshot(view, "boundary").boundary.empty:
    boundaries.none_yet()
    st.stop()

boundaries.boundary_cards(view)
st.subheader("All boundaries in a table", anchor=False)
boundaries.boundary_table(view)
