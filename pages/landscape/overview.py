"""The landscape: its challenge, who is here, who was not heard, who is missing, what next."""

import streamlit as st

from landscape.ui import anatomy, derived, mapping, overview
from landscape.ui.context import open_landscape
from landscape.ui.text import escape

view = open_landscape()
challenge = view.landscape.challenge
anatomy.head(
    escape(view.landscape.name),
    escape(challenge)
    if challenge
    else "What is the challenge nobody can solve alone? Write it down under Settings.",
)
said = derived.overview(view)
if not said.stakeholders:
    anatomy.empty(
        "Who has a stake in this?",
        "Once the first names are here, this page says who is here, where nothing is recorded and "
        "who is missing. Bring a spreadsheet, or paste names one a line.",
        "pages/data/importing.py",
        "Add who is here",
    )
    st.stop()

overview.next_step(said)
if "template" in view.landscape.settings:
    overview.first_questions(view)
picture, words = st.columns([3, 2], gap="large")
with picture:
    mapping.small_map(view)
with words:
    overview.who_is_here(said)
    overview.where_nothing_is_recorded(said)
    overview.who_is_missing(said)

st.subheader("Groups", anchor=False)
overview.group_table(said.groups)
anatomy.worked_out(
    "A group counts as heard when at least one of its stakeholders answered when asked about "
    "relationships. A role is missing when no group in scope has it, and none of its stakeholders.",
    "Role cover, a measure of our own (E01).",
    "Whether somebody was asked may not be known; that is kept apart from not asked.",
)
