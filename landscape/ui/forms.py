"""Saving from a form: a callback makes the change, the run after it shows what came of it."""

from collections.abc import Callable, Mapping

import streamlit as st

from landscape.model.errors import LandscapeError
from landscape.store.base import Batch
from landscape.ui import anatomy, state


def attempt(change: Callable[[], Batch]) -> None:
    """Make a change from a callback: remember the time and the undo, or the problem to show."""
    try:
        batch = change()
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        anatomy.saved(batch)


def close_when_saved() -> None:
    """At the top of a dialog: close it once its change is stored, else show what went wrong."""
    if state.visit().closing:
        st.rerun()
    anatomy.shown_problem()


def said(key: str) -> str | None:
    """The words in a text field; None when nothing readable is in it."""
    text = str(state.value_of(key) or "").strip()
    return text or None


def choose(
    label: str,
    words: Mapping[int, str] | Mapping[str, str],
    chosen: object,
    *,
    key: str,
    help: str | None = None,  # noqa: A002  Streamlit's own word
) -> None:
    """A choice among words that can also stay open: nothing chosen is "not recorded"."""
    options = list(words)
    st.selectbox(
        label,
        options,
        index=options.index(chosen) if chosen in options else None,
        format_func=lambda option: words[option],
        placeholder="not recorded",
        key=key,
        help=help,
    )
