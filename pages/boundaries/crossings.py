"""Crossings: who reaches across a boundary, who does not, and where nobody was asked."""

import streamlit as st

from landscape.ui import anatomy, boundaries, boundaries_crossings, derived
from landscape.ui.context import open_landscape
from landscape.ui.pickers import pick_boundary
from landscape.ui.words import BOUNDARY_TABS

view = open_landscape()
anatomy.section_tabs(BOUNDARY_TABS)
anatomy.head(
    "Where does the conversation stop?",
    "Who reaches across a boundary, who does not, and where nobody was asked.",
)
if boundaries.nobody_here(view):
    st.stop()
boundary_id = pick_boundary(view)
if boundary_id is None:
    anatomy.empty(
        "Who reaches across",
        "Add a boundary first: from your groups, or from something recorded about stakeholders.",
        "pages/boundaries/boundaries.py",
        "Add a boundary",
    )
    st.stop()

chosen = boundaries_crossings.pick_filter(view)
found = derived.crossings(view, boundary_id, chosen)
boundaries_crossings.finding(found, chosen)
if boundaries_crossings.too_few_sides(found):
    st.stop()

boundaries_crossings.matrix_and_response(found)
boundaries_crossings.who_reaches_across(view, boundary_id, found, chosen)
st.markdown("#### Between every two sides, as a table")
boundaries_crossings.matrix_table(found)
boundaries_crossings.how_worked_out(found, chosen)
