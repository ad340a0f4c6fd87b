"""What we said: every answer as a dot, what to do first, and what the map shows beside it."""

import streamlit as st

from landscape.analysis.readiness import read_round
from landscape.services import assessing
from landscape.ui import anatomy, derived, readiness, readiness_results
from landscape.ui.context import open_landscape
from landscape.ui.text import escape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
round_ = readiness.pick_finished(view)
if round_ is None:
    anatomy.head("What we said", "Where you stand, what to do first, and what the map shows.")
    anatomy.empty(
        "Your answers, as dots on five sentences",
        "Answer twelve questions first. Then you see where you stand and what to do first.",
        readiness.ANSWER,
        "Answer the questions",
    )
    st.stop()

instrument = assessing.instrument_of(round_)
answers = derived.answers(view, round_)
readings = read_round(instrument, round_.form, answers)
anatomy.head("What we said", readiness.about(round_))
anatomy.quiet(escape(instrument.honest))
readiness_results.in_words(readings)
readiness_results.dots(instrument, readings)
readiness_results.first_steps(instrument, readings, answers)
readiness_results.find_out(readings, instrument)
readiness_results.beside_the_map(view, instrument, round_.form, readings, answers)
st.subheader(escape(instrument.closing_question), anchor=False)
st.subheader("Every answer in a table", anchor=False)
readiness_results.as_table(instrument, answers)
readiness_results.how_worked_out(instrument)
readiness.what_next(view, round_)
