"""Type in paper forms of a round that is open."""

import streamlit as st

from landscape.services.instruments import instrument_of
from landscape.ui import anatomy, readiness, readiness_paper, readiness_rounds
from landscape.ui.context import open_landscape
from landscape.ui.text import escape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
anatomy.shown_problem()
round_ = readiness_rounds.chosen_round(view)

if round_ is None or round_.state != "open":
    anatomy.head("Type in paper forms", "What people wrote on paper, kept as if they typed it.")
    anatomy.empty(
        "One field for each question on the form",
        "Choose a round that is open first.",
        readiness.ROUNDS,
        "See the rounds",
    )
    st.stop()

instrument = instrument_of(view.principal, view.store, view.landscape_id, round_)
readiness_paper.back_to_round(round_)
anatomy.head("Type in paper forms", f"Of the round: {escape(round_.name)}.")
readiness_paper.how_to_type(instrument)
readiness_paper.paper_form_fields(view, round_, instrument)
