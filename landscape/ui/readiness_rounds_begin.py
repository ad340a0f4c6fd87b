"""Begin a round with others: what for, which questions, how many, by name or without."""

from functools import partial
from typing import Final

import streamlit as st

from landscape.model.assessment import (
    ANONYMOUS,
    ANONYMOUS_FROM,
    LEAST_THRESHOLD,
    NAMED,
    THRESHOLD,
)
from landscape.services import instruments, rounds
from landscape.services.rounds import Opening
from landscape.ui import (
    anatomy,
    context,
    forms,
    readiness_rounds_codes,
    readiness_what_for,
    state,
)
from landscape.ui.context import View
from landscape.ui.readiness import ROUND, attempt
from landscape.ui.readiness_rounds_words import Choice, choices
from landscape.ui.text import count, escape

# What stands in the address for a round while one is begun.
BEGIN: Final = "begin"
DEBRIEF: Final = "pages/readiness/debrief.py"
_MODES: Final = {NAMED: "By name", ANONYMOUS: "Without names"}
_MODE_TIPS: Final = {
    NAMED: "You see who said what, and talk about it. Good in a small team that trusts each other.",
    ANONYMOUS: "Nobody learns who said what, you neither. Results come out once, when you close.",
}
_LEAST: Final = 2
_MOST: Final = 300


def begin_form(view: View) -> None:
    """Ask what it takes to open a round, and open it."""
    key = f"begin.{view.landscape_id}"
    offered = {
        f"{choice.instrument}/{choice.form}": choice
        for choice in choices(instruments.offered(view.principal, view.store, view.landscape_id))
    }
    with st.container(border=True):
        readiness_what_for.ask(
            view,
            key,
            tip="Ready is always ready for something. Everybody who answers sees it.",
        )
        st.radio(
            "Which questions?",
            list(offered),
            format_func=lambda one: f"**{escape(offered[one].label)}:** {escape(offered[one].tip)}",
            key=f"{key}.questions",
        )
        expected = int(
            st.number_input(
                "How many people do you expect to answer?",
                min_value=_LEAST,
                max_value=_MOST,
                value=5,
                key=f"{key}.expected",
                width=320,
                help="Count yourself if you will answer, too.",
            )
        )
        mode = _mode(expected, key)
        if mode == ANONYMOUS:
            if not _enough(expected, key):
                _talk_instead(expected, key)
                return
        else:
            st.text_area(
                "Their names, one a line",
                key=f"{key}.names",
                height=120,
                placeholder="Leave it empty, and each person says their name when they come in.",
                help="Each gets a code of their own, and you see who has not finished yet.",
            )
        st.text_input(
            "What do you call this round?",
            key=f"{key}.name",
            placeholder="Team day in May",
            help="Left empty, it is called after its questions and the day.",
        )
        st.button(
            "Open the round",
            type="primary",
            icon=":material/meeting_room:",
            on_click=attempt,
            args=(partial(_open, view, key, offered),),
        )
        anatomy.quiet("From then on people can come in and answer. You can close it at any time.")


def talk_together() -> None:
    """The way to a conversation instead."""
    if st.button("Talk it through together", type="primary", icon=":material/forum:"):
        st.switch_page(DEBRIEF, query_params=context.here())


def _mode(expected: int, key: str) -> str:
    many = expected >= ANONYMOUS_FROM
    chosen: str = st.radio(
        "How shall they answer?",
        list(_MODES),
        index=list(_MODES).index(ANONYMOUS if many else NAMED),
        format_func=lambda mode: f"**{_MODES[mode]}:** {_MODE_TIPS[mode]}",
        key=_mode_key(expected, key),
    )
    return chosen


def _mode_key(expected: int, key: str) -> str:
    """A choice of its own below eight and from eight on, as each begins with another answer."""
    return f"{key}.mode.{expected >= ANONYMOUS_FROM}"


def _enough(expected: int, key: str) -> bool:
    """Ask for the threshold; whether so many can be expected to reach it."""
    threshold = int(
        st.number_input(
            "Of how many answers at least may anything be shown?",
            min_value=LEAST_THRESHOLD,
            max_value=_MOST,
            value=THRESHOLD,
            key=f"{key}.threshold",
            width=320,
            help="Of fewer people, one could work out who said what. It stays as you set it now.",
        )
    )
    if expected < threshold:
        return False
    anatomy.quiet(
        f"You get {count(expected, 'slip')} with a code each to hand out. "
        "Landscape knows whether a code was used, never what was said with it. Write down nobody "
        "who took which."
    )
    return True


def _talk_instead(expected: int, key: str) -> None:
    threshold = state.value_of(f"{key}.threshold")
    st.info(
        f"With {count(expected, 'person', 'people')} nothing would ever be shown: it takes "
        f"{threshold} who answer. Talk about the questions together instead, or answer by name.",
        icon=":material/forum:",
    )
    with st.container(horizontal=True):
        talk_together()
        st.button(
            "Answer by name",
            on_click=state.set_value,
            args=(_mode_key(expected, key), NAMED),
        )


def _open(view: View, key: str, offered: dict[str, Choice]) -> None:
    choice = offered[state.value_of(f"{key}.questions")]
    expected = int(state.value_of(f"{key}.expected"))
    mode = state.value_of(_mode_key(expected, key))
    ready_for, boundary_id = readiness_what_for.said(view, key)
    lines = (forms.said(f"{key}.names") or "").splitlines()
    people = rounds.people_in(line for line in lines if line.strip())
    opening = Opening(
        name=forms.said(f"{key}.name") or "",
        readiness_for=ready_for,
        boundary_id=boundary_id,
        instrument=choice.instrument,
        form=choice.form,
        mode=mode,
        # Those who are named are those who are expected.
        expected=max(_LEAST, len(people)) if mode == NAMED and people else expected,
        threshold=int(state.value_of(f"{key}.threshold")) if mode == ANONYMOUS else None,
    )
    round_ = rounds.begin(view.principal, view.store, view.landscape_id, opening)
    st.query_params[ROUND] = round_.id
    if mode == ANONYMOUS:
        readiness_rounds_codes.draw_slips(view, round_, expected)
    elif people:
        readiness_rounds_codes.invite(view, round_, people)
