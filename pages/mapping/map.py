"""The map: everybody, group by group, and with whom they have to do."""

import streamlit as st

from landscape.ui import anatomy, derived_map, map_controls, map_look_state, mapping
from landscape.ui.context import open_landscape
from landscape.ui.words import MAP_TABS

view = open_landscape()
with st.container(horizontal=True, vertical_alignment="center", gap="large"):
    st.title("Map", anchor=False, width="content")
    anatomy.section_tabs(MAP_TABS)
anatomy.shown_problem()

if not derived_map.counts(view).stakeholders:
    anatomy.empty(
        "The landscape, drawn",
        "Once the first names are here, you see them in their groups, with what runs between "
        "them. Bring a spreadsheet, or paste names one a line.",
        "pages/data/importing.py",
        "Add who is here",
    )
    st.stop()

asked = map_look_state.look(view)
map_controls.row(view, asked)
mapping.whole_map(view, asked)
mapping.in_force(view, asked)
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(mapping.in_words(view), width="content")
    mapping.tidy_button(view)
anatomy.undo_offer(view)
mapping.table_twin(view)
anatomy.worked_out(
    "Each group has a disc of its own; groups with more between them stand nearer. A mark is "
    "larger the more relationships a stakeholder has. Above 300 relationships the first picture "
    "shows bands between groups with counts; come closer, or point at somebody, for single lines.",
    "Fruchterman and Reingold (1991), Software: Practice and Experience 21(11), inside each group.",
    "No line between two means that nothing is recorded, not that there is nothing: see Crossings.",
)
