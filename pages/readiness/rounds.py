"""Rounds: who answers together, how far they are, and closing it."""

import streamlit as st

from landscape.ui import (
    anatomy,
    readiness_plan,
    readiness_rounds,
    readiness_rounds_back,
    readiness_rounds_begin,
    readiness_rounds_codes,
    readiness_rounds_open,
)
from landscape.ui.context import open_landscape
from landscape.ui.readiness_rounds_words import OVER
from landscape.ui.words import READINESS_TABS

view = open_landscape()
anatomy.section_tabs(READINESS_TABS)
anatomy.shown_problem()
round_ = readiness_rounds.chosen_round(view)

if readiness_rounds.begins():
    readiness_rounds.all_rounds_button()
    anatomy.head("Begin a round with others", "The same questions, each for themselves.")
    readiness_plan.what_became(view)
    anatomy.undo_offer(view)
    readiness_rounds_begin.begin_form(view)
    st.stop()

if round_ is None:
    anatomy.head("Rounds", "Who answers, how far they are, and what came of it.")
    readiness_rounds.begin_button()
    readiness_rounds.round_list(view)
    readiness_rounds_back.bring_back(view)
    st.stop()

readiness_rounds.all_rounds_button()
readiness_rounds.head_of(view, round_)
if round_.state in OVER:
    if round_.anonymous and round_.state == "closed":
        readiness_rounds_open.nothing_shown(round_)
    else:
        readiness_rounds.see_results(round_)
    readiness_rounds_open.after(view, round_)
    st.stop()

readiness_rounds_codes.shown_once(round_)
readiness_rounds_open.progress(view, round_)
readiness_rounds.ways_to_answer(round_)
readiness_rounds_open.how_to_come_in(view, round_)
readiness_rounds_open.closing(view, round_)
