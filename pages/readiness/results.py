"""What we said: a round at a glance, closer, by group, over time, beside the map; what to do."""

import streamlit as st

from landscape.services.instruments import instrument_of
from landscape.ui import (
    anatomy,
    derived_rounds,
    readiness,
    readiness_out,
    readiness_results,
    readiness_results_gate,
    readiness_results_parts,
)
from landscape.ui.context import open_landscape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
anatomy.shown_problem()
anatomy.undo_offer(view)
round_ = readiness_results.pick_round(view)
if round_ is None:
    readiness_results.nothing_yet(view)
    st.stop()

instrument = instrument_of(view.principal, view.store, view.landscape_id, round_)
results = derived_rounds.results(view, round_)
readiness_results.head(round_, instrument, results)
if readiness_results.nothing_to_show(view, round_, results):
    st.stop()
readiness_out.take_away(view, round_, instrument, results)
if readiness_results_gate.is_gate(round_):
    readiness_results_gate.gate(view, round_, instrument, results)
    st.stop()

readiness_results_parts.parts(view, round_, instrument, results)
readiness_results.withheld(results)
readiness_results.how_worked_out(instrument)
readiness.what_next(view, round_)
