"""The map: everybody, in their groups or otherwise, and with whom they have to do."""

import streamlit as st

from landscape.ui import (
    anatomy,
    derived_map,
    map_controls,
    map_editing,
    map_look_state,
    map_words,
    mapping,
)
from landscape.ui.context import open_landscape
from landscape.ui.words import MAP_TABS

view = open_landscape()
asked = map_look_state.look(view)
with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
    st.title("Map", anchor=False, width="content")
    anatomy.section_tabs(MAP_TABS)
    map_controls.show_everything(view, asked)
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

map_controls.row(view, asked)
mapping.whole_map(view, asked)
map_words.in_force(view, asked)
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(map_words.in_words(view, asked), width="content")
    mapping.tidy_button(view, asked)
map_editing.buttons(view, asked, mapping.selected(view))
anatomy.undo_offer(view)
map_words.worked_out(asked)
