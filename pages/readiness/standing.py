"""Our standing: who convenes, from where each of us looks, and how each group takes us."""

import streamlit as st

from landscape.ui import anatomy, differing
from landscape.ui import readiness_standing as standing
from landscape.ui.context import open_landscape
from landscape.ui.readiness_standing_cover import cover
from landscape.ui.readiness_standing_grid import grid
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
anatomy.head(
    "Our standing", "Who of us is known where, on what grounds, and from where each of us looks."
)
anatomy.shown_problem()
differing.offer()
standing.private_notice()

snapshot = standing.read(view)
if standing.nobody_yet(view, snapshot):
    anatomy.undo_offer(view)
    st.stop()

standing.members(view, snapshot)
anatomy.undo_offer(view)
if snapshot.constituency.empty:
    anatomy.empty(
        "How each group takes each of you",
        "For each group on the map you can say here who of you would be heard there.",
        "pages/mapping/groups.py",
        "Add groups",
    )
    st.stop()

grid(view, snapshot)
cover(view, snapshot)
