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
picking, standing = st.columns([1, 2], gap="medium", vertical_alignment="bottom")
with picking:
    centre = pick_stakeholder(view, label="Seen from")
if centre is None:
    st.stop()
around = derived.around(view, centre)
with standing:
    walk.where_one_stands(view, around)
walk.trail(view, centre)
walk.picture(view, around)
walk.near(view, around)
