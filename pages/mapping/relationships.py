"""Relationships: who is connected to whom, how deeply, and what each relationship rests on."""

import streamlit as st

from landscape.ui import anatomy, derived, differing, relationships
from landscape.ui.context import open_landscape
from landscape.ui.relationship_form import edit_relationship
from landscape.ui.words import MAP_TABS

view = open_landscape()
anatomy.section_tabs(MAP_TABS)
anatomy.head(
    "Relationships", "Who is connected to whom, how deeply, and whether both ends say the same."
)
anatomy.shown_problem()
differing.offer()

listed = relationships.worded(derived.relationship_list(view))
if len(derived.stakeholder_list(view)) > 1 and st.button(
    "Add a relationship", type="primary", icon=":material/add_link:"
):
    edit_relationship(view, None)
anatomy.undo_offer(view)

if listed.empty:
    anatomy.empty(
        "Who works with whom",
        "Ask each stakeholder whom they work with, and bring the answers as a spreadsheet. "
        "Or add the relationships you know of one by one.",
        "pages/data/importing.py",
        "Bring a spreadsheet",
    )
    st.stop()

chosen = relationships.pick_filter(listed).chosen(listed)
table, closer = anatomy.list_and_closer_look()
with table:
    relationships.relationship_table(view, listed, chosen)
with closer:
    picked = relationships.pick_relationship(view, chosen)
    if picked:
        relationships.closer_look(view, picked)
anatomy.worked_out(
    "A relationship stands for all reports of a pair and kind. Its depth is their median, "
    "the lower of two middles. It rests on both ends when both reported it, "
    "else on one side, else on us.",
    "The landscape's own reports.",
    "A pair that is missing was not reported. Stakeholders says who was asked.",
)
