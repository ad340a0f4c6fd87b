"""Walk: the landscape seen from one stakeholder or from us, and from there to the next."""

import streamlit as st

from landscape.ui import anatomy, derived, walk, walk_choosing
from landscape.ui.context import open_landscape
from landscape.ui.words import MAP_TABS

view = open_landscape()
with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
    st.title("Walk", anchor=False, width="content")
    anatomy.section_tabs(MAP_TABS)
if walk.nobody_here(view):
    st.stop()

walk_choosing.begin_with_us(view)
with st.container(horizontal=True, vertical_alignment="bottom", key="walk_controls"):
    centres = walk_choosing.pick_centre(view)
    steps = walk_choosing.pick_steps(view)
    around = derived.around(view, centres, steps)
    looked_at = walk_choosing.pick_boundary(view, walk.boundaries_met(view, around))
walk.where_one_stands(view, around)
walk_choosing.trail(view, centres)
drawn, listed = anatomy.list_and_closer_look()
with drawn:
    walk.picture(view, around, looked_at)
    walk.across_in_words(view, around, looked_at)
with listed:
    walk.near(view, around, looked_at)
anatomy.worked_out(
    "Live relationships are walked in both directions, whatever their kind. A step is one "
    "relationship. Across a boundary stands whoever is on another side than those one looks from.",
    "The landscape's own records.",
    "Nobody is across a boundary on which no side of theirs is recorded.",
)
