"""Where do we stand?: begin, then one question a screen, each saved as it is answered."""

from functools import partial

import streamlit as st

from landscape.services import instruments
from landscape.ui import (
    anatomy,
    readiness,
    readiness_answer,
    readiness_answer_begin,
    readiness_plan,
)
from landscape.ui.context import open_landscape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
round_ = readiness.round_at_hand(view)

if round_ is None:
    anatomy.head("Where do we stand?", "How ready are you to bring people together across this?")
    anatomy.shown_problem()
    readiness.what_it_is(instruments.offered(view.principal, view.store, view.landscape_id)[0])
    finished = readiness.latest_finished(view)
    if finished is not None:
        readiness.finished_round(view, finished)
    readiness.pick_open(view)
    readiness_plan.what_became(view)
    anatomy.undo_offer(view)
    readiness_answer_begin.begin_form(view)
    st.stop()

readiness_answer.screens(partial(readiness.desk_of, view, round_), partial(readiness.finish, view))
