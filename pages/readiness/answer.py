"""Where do we stand?: twelve questions, one a screen, each saved as it is answered."""

import streamlit as st

from landscape.services import assessing
from landscape.ui import anatomy, readiness, readiness_answer
from landscape.ui.context import open_landscape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
round_ = assessing.open_round(view.principal, view.store, view.landscape_id)
anatomy.shown_problem()

if round_ is None:
    anatomy.head("Where do we stand?", "How ready are you to bring people together across this?")
    readiness.what_it_is(assessing.instrument_of())
    finished = readiness.latest_finished(view)
    if finished is not None:
        readiness.finished_round(view, finished)
    readiness.start_form(view)
    st.stop()

sitting = assessing.progress(view.principal, view.store, view.landscape_id, round_)
item = readiness_answer.at_hand(sitting)
readiness.what_for(round_)
if item is None:
    readiness_answer.check(view, sitting)
else:
    readiness_answer.question(view, sitting, item)
