"""Places to write: before a dimension is rated, and at the end; kept while one types."""

from functools import partial

import streamlit as st

from landscape.model.instrument import Dimension
from landscape.ui import anatomy, readiness_answer_desk, state
from landscape.ui import readiness_answer_hands as hands
from landscape.ui.readiness import attempt
from landscape.ui.readiness_answer_desk import Desk
from landscape.ui.text import escape

_HEIGHT = 72
_APART = 220


def before_rating(desk: Desk, dimension: Dimension, *, apart: bool = False) -> None:
    """A dimension's questions to think about, and a place to write before rating."""
    if apart:
        for prompt in dimension.prompts:
            st.markdown(f"- {escape(prompt)}")
    else:
        st.markdown(escape(" ".join(dimension.prompts)))
    place(
        desk,
        dimension.id,
        "Write before you rate, if you like. It is kept with your answers.",
        height=_APART if apart else _HEIGHT,
    )


def place(desk: Desk, about: str, label: str, *, height: int) -> None:
    """A place to write about something."""
    # No fragment of its own: where two nested ones run at once, what the outer draws is lost.
    key = f"{desk.key(about)}.writing"
    with hands.typing(key):
        st.text_area(
            label,
            value=desk.sitting.writings.get(about, ""),
            key=key,
            height=height,
            persist_state="session",
            on_change=_keep,
            args=(desk, about, key),
        )
        kept_at = state.value_of(f"{key}.kept_at")
        # One line before and after: what stands below does not move while a hand is on its way.
        when = f"Saved {anatomy.clock(kept_at)}" if kept_at else "Saved while you type"
        anatomy.quiet(when)


def _keep(desk: Desk, about: str, key: str) -> None:
    text = str(state.value_of(key) or "").strip()
    attempt(partial(readiness_answer_desk.keep_writing, desk, about, text))
    here = state.visit()
    state.set_value(f"{key}.kept_at", here.saved_at if here.problem is None else None)
