"""Going back to how everything was: choose a moment, see what would change, then do it."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

import streamlit as st

from landscape.model.errors import ConflictError, LandscapeError
from landscape.services import history
from landscape.ui import anatomy, state
from landscape.ui.context import View
from landscape.ui.text import escape, shorten

_CONSIDERED: Final = "revision to go back to"
_DAY: Final = "history.day"
_HOUR: Final = "history.time"


def pick_moment(view: View) -> None:
    """A day and a time to go back to, behind one button; nothing changes by choosing."""
    begun = view.landscape.created_at
    today = datetime.now(_zone()).date()
    # Closed again once something is considered: a popover under another key is a fresh one.
    considered = state.chosen(view.landscape_id, _CONSIDERED) or ""
    with st.popover("Back to how it was", icon=":material/history:", key=f"back.{considered}"):
        st.write("Choose a day and a time. You see first what would change.")
        st.date_input(
            "Day",
            value=today,
            min_value=begun.astimezone(_zone()).date() if begun else None,
            max_value=today,
            key=_DAY,
            format="YYYY-MM-DD",
        )
        st.time_input("Time", value=time(0, 0), key=_HOUR, step=300)
        st.button(
            "Show what would change",
            type="primary",
            icon=":material/visibility:",
            on_click=_look,
            args=(view,),
        )


def consider(view: View, revision: int) -> None:
    """Remember the revision to go back to, until it is done or left."""
    state.choose(view.landscape_id, _CONSIDERED, str(revision))


def offer(view: View) -> None:
    """Say what going back to the moment at hand would do, and do it on request."""
    considered = state.chosen(view.landscape_id, _CONSIDERED)
    if not considered:
        return
    revision = int(considered)
    try:
        with st.spinner("Comparing ..."):
            would = history.what_going_back_does(
                view.principal, view.store, view.landscape_id, revision
            )
    except ConflictError as error:
        _leave(view)
        st.info(f"{error.what} {error.fix}")
        return
    last = view.store.batches(view.principal, view.landscape_id, limit=1, before=revision + 1)
    with st.container(border=True):
        st.subheader("Back to how it was?", anchor=False)
        if last:
            st.markdown(
                f"After **{escape(shorten(last[0].label, 120))}**, "
                f"{anatomy.clock(last[0].changed_at)}. Everything later would be taken back:"
            )
        else:
            st.markdown("Before the first change. Everything would be taken back:")
        st.markdown(
            "\n".join(f"- {escape(sentence)}" for sentence in would)
            or "Nothing: the map is as it was then."
        )
        with st.container(horizontal=True):
            if st.button("Go back", type="primary", icon=":material/history:", disabled=not would):
                _go(view, revision)
            st.button("Leave it as it is", on_click=_leave, args=(view,))
        anatomy.quiet("Going back is a step of its own, and can be undone like any other.")


def _look(view: View) -> None:
    day: date | None = state.value_of(_DAY)
    at: time | None = state.value_of(_HOUR)
    if day is None or at is None:
        return
    # The whole minute counts: what was stored in it is kept.
    moment = datetime.combine(day, at.replace(second=59, microsecond=999_999), tzinfo=_zone())
    consider(view, view.store.revision_at(view.principal, view.landscape_id, moment))


def _go(view: View, revision: int) -> None:
    with st.spinner("Going back ..."):
        try:
            batch = history.restore_to(view.principal, view.store, view.landscape_id, revision)
        except LandscapeError as error:
            state.keep_problem(error)
        else:
            anatomy.saved(batch)
    _leave(view)
    st.rerun()


def _leave(view: View) -> None:
    state.choose(view.landscape_id, _CONSIDERED, "")


def _zone() -> ZoneInfo | None:
    """The reader's own zone, else that of the machine."""
    return ZoneInfo(st.context.timezone) if st.context.timezone else None
