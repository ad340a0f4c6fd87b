"""Stakeholders: who is on the map, in a table; look at one, add, change, remove."""

import streamlit as st

from landscape.ui import anatomy, derived, differing, duplicates, stakeholders
from landscape.ui.context import open_landscape
from landscape.ui.pickers import pick_stakeholder
from landscape.ui.stakeholder_form import edit_stakeholder
from landscape.ui.words import MAP_TABS

view = open_landscape()
anatomy.section_tabs(MAP_TABS)
anatomy.head("Stakeholders", "Who is on the map, in which group, and who was asked.")
anatomy.shown_problem()
differing.offer()

with st.container(horizontal=True, vertical_alignment="center"):
    if st.button("Add a stakeholder", type="primary", icon=":material/person_add:"):
        edit_stakeholder(view, None)
    duplicates.way_there(view)
anatomy.undo_offer(view)

if derived.stakeholder_list(view).empty:
    anatomy.empty(
        "Everyone with a stake in it, one a row",
        "Add them one by one, or bring a spreadsheet, or paste names one a line.",
        "pages/data/importing.py",
        "Add many at once",
    )
    st.stop()

table, closer = anatomy.list_and_closer_look()
with table:
    stakeholders.stakeholder_table(view)
with closer:
    chosen = pick_stakeholder(view, label="Look at")
    if chosen:
        stakeholders.closer_look(view, chosen)
