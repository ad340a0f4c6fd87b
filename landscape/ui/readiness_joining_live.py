"""A room answers one question at a time: the one that is put up, then all dots together."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from landscape.charts.room_dots import room_dots, room_dots_alt
from landscape.model.errors import NotFoundError
from landscape.model.instrument import Item
from landscape.services import live
from landscape.services.assessing import OPEN
from landscape.ui import anatomy, readiness_answer
from landscape.ui import readiness_answer_hands as hands
from landscape.ui import readiness_answer_places as places
from landscape.ui.errors import shown_errors
from landscape.ui.readiness import what_for
from landscape.ui.readiness_answer_desk import Desk
from landscape.ui.text import escape

_EVERY: Final = "2s"
# How often somebody who waits for the room to begin looks: each look costs, and many may wait.
_BEFORE: Final = "5s"
_AFTERWARDS: Final = "30s"


def is_live(desk: Desk) -> bool:
    """Whether the room is at a question."""
    return live_item(desk) is not None


def is_over(desk: Desk) -> bool:
    """Whether nobody can answer any more."""
    return desk.sitting.round.state != OPEN


def live_item(desk: Desk) -> Item | None:
    """The question that the room is at; None where it is at none."""
    wanted = desk.sitting.round.live_item
    return next((item for item in desk.sitting.items if item.id == wanted), None)


def may_begin(desk: Desk) -> bool:
    """Whether somebody who has just joined waits for the room to begin."""
    return places.is_at_tasks() and not desk.sitting.answers


def by_oneself(read: Callable[[], Desk]) -> Desk:
    """The desk of somebody who answers alone.

    Once the room begins, or the round is closed, whatever they do next leads there.
    """
    desk = _still_there(read)
    if is_live(desk) or is_over(desk):
        places.run_whole_page()
    return desk


@st.fragment(run_every=_EVERY)
def room(read: Callable[[], Desk]) -> None:
    """What the room is at: the question to answer, or everybody's dots. It follows by itself."""
    with shown_errors():
        anatomy.shown_problem()
        desk = _still_there(read)
        item = live_item(desk)
        if item is None:
            places.run_whole_page()
        what_for(desk.instrument, desk.sitting.round)
        with hands.top():
            anatomy.quiet("You answer together, one question at a time.")
        st.subheader(escape(desk.dimension(item).title), anchor=False)
        if desk.sitting.round.live_shown:
            _dots(desk, item)
        else:
            _answer(desk, item)
        hands.follow(f"live.{item.id}")


@st.fragment(run_every=_BEFORE)
def watch_before(read: Callable[[], Desk]) -> None:
    """Notice when the room begins, the round is closed, or somebody goes on by themselves."""
    desk = _still_there(read)
    if not places.is_at_tasks() or is_live(desk) or is_over(desk):
        places.run_whole_page()


@st.fragment(run_every=_AFTERWARDS)
def watch_afterwards(read: Callable[[], Desk]) -> None:
    """Notice when the room begins after one has finished, or when the round is closed."""
    desk = _still_there(read)
    if is_live(desk) or is_over(desk):
        places.run_whole_page()


def _still_there(read: Callable[[], Desk]) -> Desk:
    """The desk; where its seat has gone with a round without names, the page says so."""
    try:
        return read()
    except NotFoundError:
        places.run_whole_page()


def _answer(desk: Desk, item: Item) -> None:
    given = desk.sitting.answers.get(item.id)
    readiness_answer.answers(desk, item, given)
    if given is None:
        anatomy.quiet("Choose for yourself. All answers are shown together, here.")
    elif desk.sitting.round.anonymous:
        # One answer that differs from what was shown before would stand out.
        anatomy.quiet("Saved. You can change it until it is shown. What was shown once stands.")
    else:
        anatomy.quiet("Saved. You can change it until all answers are shown.")


def _dots(desk: Desk, item: Item) -> None:
    st.markdown(f"**{escape(item.statement)}**")
    found = live.live_answers(desk.principal, desk.store, desk.landscape_id, desk.sitting.round.id)
    if found is None:
        st.info("Too few have answered for it to be shown. Talk about the question together.")
        return
    alt = room_dots_alt(desk.instrument, found)
    st.plotly_chart(
        room_dots(desk.instrument, found, dark=st.context.theme.type == "dark", narrow=True),
        theme=None,
        config={"displayModeBar": False},
        alt=alt,
        key=f"room_dots.{item.id}",
    )
    mine = desk.sitting.answers.get(item.id)
    if mine is not None and mine.text_shown:
        anatomy.quiet(f"You chose: {escape(mine.text_shown)}")
