"""Rounds: the list of all, and one that is chosen, with what can be done in its state."""

from typing import Final

import streamlit as st

from landscape.model.assessment import Round
from landscape.model.instrument import Instrument
from landscape.services.instruments import instrument_of
from landscape.ui import anatomy, context
from landscape.ui.context import CODE, View
from landscape.ui.readiness import ANSWER, RESULTS, ROUND
from landscape.ui.readiness_rounds_begin import BEGIN
from landscape.ui.readiness_rounds_words import STATES, form_words, state_line, when, who
from landscape.ui.text import count, escape

LIVE: Final = "pages/readiness/live.py"
PAPER: Final = "pages/readiness/paper.py"


def chosen_round(view: View) -> Round | None:
    """The round in the address; None without one. An unknown one is said so and let go."""
    named = st.query_params.get(ROUND)
    if named is None or named == BEGIN:
        return None
    rounds = view.store.rounds(view.principal, view.landscape_id)
    found = next((round_ for round_ in rounds if round_.id == named), None)
    if found is None:
        st.query_params.pop(ROUND)
        st.info("The round in the address is not in this landscape. Here are all rounds.")
    return found


def begins() -> bool:
    """Whether a round is being begun."""
    return st.query_params.get(ROUND) == BEGIN


def begin_button(*, primary: bool = True) -> None:
    """The way to begin a round with others."""
    st.button(
        "Begin a round with others",
        type="primary" if primary else "secondary",
        icon=":material/add:",
        on_click=go_to_round,
        args=(BEGIN,),
    )


def all_rounds_button() -> None:
    """The way back to the list."""
    st.button("All rounds", icon=":material/arrow_back:", type="tertiary", on_click=leave_round)


def round_list(view: View) -> None:
    """All rounds, newest first; those put away behind a disclosure."""
    rounds = view.store.rounds(view.principal, view.landscape_id)
    if not rounds:
        with st.container(border=True):
            st.subheader("No round yet", anchor=False)
            st.markdown(
                "In a round, several people answer the same questions, each for themselves. Then "
                "you look at all answers together. Alone, answer under *Answer*."
            )
        return
    at_hand = [round_ for round_ in rounds if round_.state != "archived"]
    for round_ in at_hand:
        _listed(view, round_)
    put_away = [round_ for round_ in rounds if round_.state == "archived"]
    if put_away:
        with st.expander(f"Put away: {count(len(put_away), 'round')}"):
            for round_ in put_away:
                _listed(view, round_)


def head_of(view: View, round_: Round) -> None:
    """The round's name, what it is for, who answers what, and its state among all states."""
    words = form_words(_instrument(view, round_), round_.form)
    anatomy.head(
        escape(round_.name),
        f"Ready for: {escape(round_.readiness_for or 'this landscape')}. "
        f"{escape(words)}, {who(round_)}.",
    )
    st.markdown(state_line(round_))
    anatomy.quiet(_dates(round_))


def ways_to_answer(round_: Round) -> None:
    """Answer oneself, put it up for a room, type in a paper form."""
    here = {**context.here(), ROUND: round_.id}
    # Without names you are one of those who come in with a code, and nobody knows which.
    desk, to_desk = (
        (context.JOINING, {CODE: round_.code or ""}) if round_.anonymous else (ANSWER, here)
    )
    with st.container(horizontal=True):
        st.page_link(desk, label="Answer yourself", icon=":material/edit:", query_params=to_desk)
        st.page_link(
            LIVE, label="Put it up for a room", icon=":material/co_present:", query_params=here
        )
        st.page_link(
            PAPER, label="Type in a paper form", icon=":material/keyboard:", query_params=here
        )


def see_results(round_: Round) -> None:
    """The way to what was said."""
    if st.button("See what you said", type="primary", icon=":material/arrow_forward:"):
        st.switch_page(RESULTS, query_params={**context.here(), ROUND: round_.id})


def go_to_round(round_id: str) -> None:
    """Name a round in the address, from a callback."""
    st.query_params[ROUND] = round_id


def leave_round() -> None:
    """Back to the list, from a callback."""
    st.query_params.pop(ROUND, None)


def _listed(view: View, round_: Round) -> None:
    words = form_words(_instrument(view, round_), round_.form)
    with st.container(border=True):
        about, look = st.columns([6, 1], vertical_alignment="center")
        about.markdown(
            f"**{escape(round_.name)}** · {STATES[round_.state]}  \n"
            f"Ready for: {escape(round_.readiness_for or 'this landscape')}  \n"
            f":small[:gray[{escape(words)}, {who(round_)}, {when(round_)}]]"
        )
        look.button(
            "Look at it",
            key=f"look.{round_.id}",
            on_click=go_to_round,
            args=(round_.id,),
        )


def _dates(round_: Round) -> str:
    said = when(round_)
    return f"{said[:1].upper()}{said[1:]}" if said else "Not open yet"


def _instrument(view: View, round_: Round) -> Instrument:
    return instrument_of(view.principal, view.store, view.landscape_id, round_)
