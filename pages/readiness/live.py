"""A question before a room: for the screen at the front, without any name on it."""

import streamlit as st

from landscape.services.instruments import instrument_of
from landscape.ui import anatomy, readiness, readiness_live, readiness_rounds
from landscape.ui.context import open_landscape
from landscape.ui.text import escape
from landscape.ui.words import READINESS_TABS

view = open_landscape()
round_ = readiness_rounds.chosen_round(view)
anatomy.shown_problem()

if round_ is None or round_.state != "open" or round_.code is None:
    anatomy.section_tabs(READINESS_TABS)
    anatomy.head("Answer in a room", "One question at a time, and all answers at once.")
    anatomy.empty(
        "One question on the screen, answered by everybody on their own device",
        "Choose a round that is open and that others can join first.",
        readiness.ROUNDS,
        "See the rounds",
    )
    st.stop()

instrument = instrument_of(view.principal, view.store, view.landscape_id, round_)
readiness_live.how_to_join(round_)
if round_.live_item is None:
    anatomy.quiet(f"Ready for: {escape(round_.readiness_for or 'this landscape')}")
    readiness_live.choose_item(view, round_, instrument)
elif round_.live_shown:
    readiness_live.shown(view, round_, instrument, instrument.item(round_.live_item))
else:
    readiness_live.asked(view, round_, instrument, instrument.item(round_.live_item))
