"""Where we stand: what the questions are and are not, what readiness is for, starting a round."""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from landscape.model.assessment import Round
from landscape.model.errors import LandscapeError
from landscape.model.instrument import Instrument, source_key
from landscape.services import assessing
from landscape.ui import anatomy, context, derived, forms, state
from landscape.ui.context import View
from landscape.ui.text import escape, told_apart

ANSWER: Final = "pages/readiness/answer.py"
RESULTS: Final = "pages/readiness/results.py"
# The part of the address that names the item at hand, and what stands there at the end.
ITEM: Final = "item"
CHECK: Final = "check"
_LANDSCAPE: Final = "This landscape"
_BOUNDARY: Final = "One boundary"
_GATHERING: Final = "One gathering"


def attempt(make: Callable[[], object]) -> None:
    """Save from a callback: remember the time, or the problem to show."""
    try:
        make()
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        anatomy.saved()


def what_it_is(instrument: Instrument) -> None:
    """What the questions are and are not, with where they come from."""
    st.markdown(
        f"{escape(instrument.honest)} Every answer is kept as you choose it, and nothing is added "
        "up: each of the twelve dimensions stands for itself."
    )
    with st.expander("Where the questions come from"):
        for source in instrument.sources.values():
            st.markdown(f"- {escape(source.cited)}")


def sources_of(instrument: Instrument, references: tuple[str, ...]) -> str:
    """The titles that references point into, once each."""
    keys = dict.fromkeys(source_key(reference) for reference in references)
    return "; ".join(instrument.sources[key].title for key in keys)


def start_form(view: View) -> None:
    """Ask what this readiness is for, and start."""
    boundary = derived.snapshot(view, "boundary").boundary
    names = dict(zip(boundary["id"], boundary["name"], strict=True))
    key = f"readiness.{view.landscape_id}"
    ways = [_LANDSCAPE, _BOUNDARY, _GATHERING] if names else [_LANDSCAPE, _GATHERING]
    with st.container(border=True):
        way = st.radio(
            "What should you be ready for?",
            ways,
            key=f"{key}.way",
            help="Ready is always ready for something. Keep it in mind in every answer.",
        )
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
        st.button(
            "Begin with the first question",
            type="primary",
            icon=":material/arrow_forward:",
            on_click=attempt,
            args=(partial(_start, view, key, names),),
        )
        anatomy.quiet("Twelve questions, about ten minutes. You can stop and come back.")


def finished_round(view: View, round_: Round) -> None:
    """Where a round is finished: the way to what was said, and to changing it."""
    with st.container(border=True):
        st.markdown(f"You have answered: **{escape(round_.name)}**. {about(round_)}")
        with st.container(horizontal=True):
            if st.button("See what you said", icon=":material/arrow_forward:"):
                st.switch_page(RESULTS, query_params=context.here())
            change_answers(view, round_)


def change_answers(view: View, round_: Round) -> None:
    """Open a finished round again, where one has answered in it oneself."""
    raters = derived.answers(view, round_)["rater"]
    if not (raters == view.principal.id).any():
        return
    if st.button("Change my answers", icon=":material/edit:", key=f"reopen.{round_.id}"):
        assessing.reopen(view.principal, view.store, view.landscape_id, round_.id)
        st.switch_page(ANSWER, query_params={**context.here(), ITEM: CHECK})


def what_next(view: View, round_: Round) -> None:
    """Change what was answered, or answer afresh."""
    with st.container(horizontal=True):
        change_answers(view, round_)
        if st.button("Start another round", icon=":material/add:"):
            st.switch_page(ANSWER, query_params=context.here())


def what_for(round_: Round) -> None:
    """What to keep in mind while answering."""
    anatomy.quiet(
        f"Where do we stand? Ready for: {escape(round_.readiness_for or 'this landscape')}"
    )


def about(round_: Round) -> str:
    """What a round was for and when, in a sentence of Markdown."""
    day = round_.closed_on or round_.opened_on
    when = f", {day.day} {day:%B %Y}" if day else ""
    return f"Ready for: {escape(round_.readiness_for or 'this landscape')}{when}."


def latest_finished(view: View) -> Round | None:
    """The newest round that is closed; None where there is none."""
    return next(iter(_finished(view)), None)


def pick_finished(view: View) -> Round | None:
    """The finished round to look at, the newest unless another is chosen; None without any."""
    rounds = {round_.id: round_ for round_ in _finished(view)}
    if len(rounds) < 2:
        return next(iter(rounds.values()), None)
    chosen = st.selectbox(
        "Round",
        list(rounds),
        format_func=told_apart(
            {round_id: round_.name for round_id, round_ in rounds.items()}, 60
        ).__getitem__,
        key=f"round.{view.landscape_id}",
        persist_state="session",
        width=360,
    )
    return rounds[chosen]


def _finished(view: View) -> list[Round]:
    rounds = view.store.rounds(view.principal, view.landscape_id)
    return [round_ for round_ in rounds if round_.state not in ("draft", "open")]


def _start(view: View, key: str, names: dict[str, str]) -> None:
    way = state.value_of(f"{key}.way", _LANDSCAPE)
    said = "this landscape"
    if way == _BOUNDARY:
        said = f"the boundary {names[state.value_of(f'{key}.boundary')]}"
    if way == _GATHERING:
        gathering = forms.said(f"{key}.gathering")
        forms.require(gathering, "Say which gathering it is for.")
        said = f"the gathering {gathering}"
    assessing.start_round(view.principal, view.store, view.landscape_id, readiness_for=said)
    st.query_params.pop(ITEM, None)
