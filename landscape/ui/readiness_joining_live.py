"""A room answers one question at a time: the one that is put up, then all dots together."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from landscape.charts.room_dots import room_dots, room_dots_alt
from landscape.model.instrument import Item
from landscape.services import live
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


def live_item(desk: Desk) -> Item | None:
    """The question that the room is at; None where it is at none."""
    wanted = desk.sitting.round.live_item
    return next((item for item in desk.sitting.items if item.id == wanted), None)


def may_begin(desk: Desk) -> bool:
    """Whether somebody who has just joined waits for the room to begin."""
    return places.is_at_tasks() and not desk.sitting.answers


def by_oneself(read: Callable[[], Desk]) -> Desk:
    """The desk of somebody who answers alone: whatever they do next brings them into the room."""
    desk = read()
    if is_live(desk):
        places.run_whole_page()
    return desk


@st.fragment(run_every=_EVERY)
def room(read: Callable[[], Desk]) -> None:
    """What the room is at: the question to answer, or everybody's dots. It follows by itself."""
    with shown_errors():
        anatomy.shown_problem()
        desk = read()
        item = live_item(desk)
        if item is None:
            st.rerun()
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
    """Notice when the room begins to answer together, or when somebody goes on by themselves."""
    if not places.is_at_tasks() or is_live(read()):
        places.run_whole_page()


@st.fragment(run_every=_AFTERWARDS)
def watch_afterwards(read: Callable[[], Desk]) -> None:
    """Notice when the room begins to answer together after one has finished."""
    if is_live(read()):
        st.rerun()


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
