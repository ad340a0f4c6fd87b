"""Beginning to answer: which questions, ready for what, alone or with others, and from where."""

from functools import partial
from typing import Final

import streamlit as st

from landscape.model.assessment import NAMED
from landscape.services import assessing, instruments, rounds
from landscape.services.instruments import GATE
from landscape.services.rounds import Opening
from landscape.ui import (
    anatomy,
    context,
    derived,
    readiness_rounds_begin,
    readiness_what_for,
    state,
)
from landscape.ui import readiness_answer_hands as hands
from landscape.ui import readiness_answer_places as places
from landscape.ui.context import View
from landscape.ui.readiness import ROUND, ROUNDS, attempt
from landscape.ui.readiness_answer_desk import NOT_SAID
from landscape.ui.readiness_rounds_words import Choice, choices
from landscape.ui.text import escape

_ALONE: Final = "Alone"
_WHO: Final = {
    _ALONE: "You see at once what you said.",
    "With others": "Each on their own, then you talk about it.",
}


def begin_form(view: View) -> None:
    """Ask which questions, what readiness is for, and who answers; then begin."""
    key = f"readiness.{view.landscape_id}"
    hands.follow("begin")
    offered = {
        f"{choice.instrument}/{choice.form}": choice
        for choice in choices(instruments.offered(view.principal, view.store, view.landscape_id))
    }
    with st.container(border=True):
        chosen = offered[
            st.radio(
                "Which questions?",
                list(offered),
                format_func=lambda one: _in_words(offered[one].label, offered[one].tip),
                key=f"{key}.questions",
                persist_state="session",
            )
        ]
        readiness_what_for.ask(
            view,
            key,
            tip="Ready is always ready for something. Keep it in mind in every answer.",
            way=_way(chosen),
        )
        if _alone(chosen, key):
            _standpoint(view, key)
            st.button(
                "Begin with the first question",
                type="primary",
                icon=":material/arrow_forward:",
                on_click=attempt,
                args=(partial(_begin, view, chosen, key),),
            )
            anatomy.quiet("You can stop at any time and come back. What you chose is kept.")
        elif st.button("Set up a round", type="primary", icon=":material/group:"):
            _keep_choice(view, chosen, key)
            st.switch_page(
                ROUNDS, query_params={**context.here(), ROUND: readiness_rounds_begin.BEGIN}
            )


def _alone(chosen: Choice, key: str) -> bool:
    if chosen.form == "partners":
        anatomy.quiet("People outside your team answer these: each gets a code from you.")
        return False
    who = st.radio(
        "Who answers?",
        list(_WHO),
        format_func=lambda one: _in_words(one, _WHO[one]),
        key=f"{key}.who",
    )
    return bool(who == _ALONE)


def _standpoint(view: View, key: str) -> None:
    group = derived.snapshot(view, "constituency").constituency
    st.selectbox(
        "From where do you look at it?",
        [NOT_SAID, *dict.fromkeys(group["name"])],
        key=f"{key}.standpoint",
        width=360,
        help="Asked once, and only roughly: the group you are closest to.",
    )


def _begin(view: View, chosen: Choice, key: str) -> None:
    ready_for, boundary_id = readiness_what_for.said(view, key, way=_way(chosen))
    who = (view.principal, view.store, view.landscape_id)
    round_ = rounds.begin(
        *who,
        Opening(
            name=f"{chosen.label}: {ready_for}",
            readiness_for=ready_for,
            boundary_id=boundary_id,
            instrument=chosen.instrument,
            form=chosen.form,
            mode=NAMED,
            expected=1,
            threshold=None,
        ),
    )
    standpoint = state.value_of(f"{key}.standpoint", NOT_SAID)
    if standpoint != NOT_SAID:
        sitting = assessing.progress(*who, round_)
        assessing.keep_standpoint(*who, sitting, standpoint)
    st.query_params[ROUND] = round_.id
    st.query_params.pop(places.ITEM, None)


def _keep_choice(view: View, chosen: Choice, key: str) -> None:
    """Let the Rounds page begin with what was chosen here."""
    there = f"begin.{view.landscape_id}"
    state.set_value(f"{there}.questions", f"{chosen.instrument}/{chosen.form}")
    readiness_what_for.hand_over(key, there, way=_way(chosen))


def _way(chosen: Choice) -> str | None:
    """What some questions are always for."""
    return readiness_what_for.GATHERING if chosen.instrument == GATE else None


def _in_words(label: str, tip: str) -> str:
    return f"**{escape(label)}** :small[:gray[{escape(tip)}]]"
