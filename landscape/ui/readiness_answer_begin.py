"""Beginning to answer: which questions, ready for what, alone or with others, and from where."""

from functools import partial
from typing import Final

import streamlit as st

from landscape.model.assessment import NAMED
from landscape.services import assessing, instruments, rounds
from landscape.services.instruments import GATE
from landscape.services.rounds import Opening
from landscape.ui import anatomy, context, derived, forms, readiness_rounds_begin, state
from landscape.ui import readiness_answer_hands as hands
from landscape.ui import readiness_answer_places as places
from landscape.ui.context import View
from landscape.ui.readiness import ROUND, ROUNDS, attempt
from landscape.ui.readiness_answer_desk import NOT_SAID
from landscape.ui.readiness_rounds_words import Choice, choices
from landscape.ui.text import escape, told_apart

_LANDSCAPE: Final = "This landscape"
_BOUNDARY: Final = "One boundary"
_GATHERING: Final = "One gathering"
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
        _what_for(view, chosen, key)
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


def _what_for(view: View, chosen: Choice, key: str) -> None:
    names = _boundaries(view)
    ways = [_LANDSCAPE, _BOUNDARY, _GATHERING] if names else [_LANDSCAPE, _GATHERING]
    if chosen.instrument == GATE:
        ways = [_GATHERING]
    else:
        st.radio(
            "What should you be ready for?",
            ways,
            key=f"{key}.way",
            horizontal=True,
            help="Ready is always ready for something. Keep it in mind in every answer.",
        )
    way = _way(chosen, key)
    if way == _BOUNDARY:
        st.selectbox(
            "Which boundary?",
            list(names),
            format_func=told_apart(names, 60).__getitem__,
            key=f"{key}.boundary",
        )
    if way == _GATHERING:
        st.text_input(
            "Which gathering?", key=f"{key}.gathering", placeholder="The river day in May"
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
    ready_for, boundary_id = _said_what_for(view, chosen, key)
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
    state.set_value(f"{there}.way", _way(chosen, key))
    for part in ("boundary", "gathering"):
        said = state.value_of(f"{key}.{part}")
        if said:
            state.set_value(f"{there}.{part}", said)


def _way(chosen: Choice, key: str) -> str:
    if chosen.instrument == GATE:
        return _GATHERING
    return str(state.value_of(f"{key}.way", _LANDSCAPE))


def _said_what_for(view: View, chosen: Choice, key: str) -> tuple[str, str | None]:
    """What readiness is for in words, and the boundary where it is for one."""
    way = _way(chosen, key)
    if way == _BOUNDARY:
        boundary_id = state.value_of(f"{key}.boundary")
        return f"the boundary {_boundaries(view)[boundary_id]}", boundary_id
    if way == _GATHERING:
        gathering = forms.said(f"{key}.gathering")
        forms.require(gathering, "Say which gathering it is for.")
        return f"the gathering {gathering}", None
    return "this landscape", None


def _in_words(label: str, tip: str) -> str:
    return f"**{escape(label)}** :small[:gray[{escape(tip)}]]"


def _boundaries(view: View) -> dict[str, str]:
    boundary = derived.snapshot(view, "boundary").boundary
    return dict(zip(boundary["id"], boundary["name"], strict=True))
