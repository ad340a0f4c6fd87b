"""Walk: the landscape seen from one stakeholder, two steps out, and from there to the next."""

import streamlit as st

from landscape.ui import anatomy, derived, walk
from landscape.ui.context import open_landscape
from landscape.ui.pickers import pick_stakeholder
from landscape.ui.words import MAP_TABS

view = open_landscape()
anatomy.section_tabs(MAP_TABS)
anatomy.head("Walk", "See the landscape from where somebody stands, and walk to the next.")
if walk.nobody_here(view):
    st.stop()

walk.begin_with_us(view)
centre = pick_stakeholder(view, label="Seen from")
if centre is None:
    st.stop()
walk.trail(view, centre)
around = derived.around(view, centre)
walk.where_one_stands(view, around)
drawing, listing = st.columns([3, 2], gap="medium")
with drawing:
    walk.picture(view, around)
with listing:
    walk.near(view, around)
