"""Talk it through: a conversation about a round's answers, for the time there is."""

import streamlit as st

from landscape.services.instruments import instrument_of
from landscape.ui import anatomy, derived_rounds, readiness, readiness_debrief, readiness_results
from landscape.ui.context import open_landscape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
anatomy.shown_problem()
round_ = readiness_results.pick_round(view)
if round_ is None:
    anatomy.head(
        "Talk it through", "A conversation about your answers: first what you see differently."
    )
    anatomy.empty(
        "A script for 45, 90 or 180 minutes, with your own answers in it",
        "Answer the questions first, alone or with others. Then you talk about what differs.",
        readiness.ANSWER,
        "Answer the questions",
    )
    st.stop()

instrument = instrument_of(view.principal, view.store, view.landscape_id, round_)
results = derived_rounds.results(view, round_)
readiness_debrief.head(round_, results)
if results.people == 0:
    readiness_debrief.nothing_shown(results)
    st.stop()

readiness_debrief.mind(instrument, results)
on = readiness_debrief.ground(view, round_, instrument, results)
with st.container(horizontal=True, vertical_alignment="bottom"):
    script = readiness_debrief.pick_script()
    readiness_debrief.take_away(view, round_, script, on)
readiness_debrief.show(view, round_, script, on)
