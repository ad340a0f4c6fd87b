"""Saving from a form: a callback makes the change, the run after it shows what came of it."""

from collections.abc import Callable, Mapping

import streamlit as st

from landscape.model.errors import InvalidValueError, LandscapeError
from landscape.model.landscape import Landscape
from landscape.store.base import Batch
from landscape.ui import anatomy, context, state
from landscape.ui.words import NOT_RECORDED


def attempt(change: Callable[[], Batch]) -> None:
    """Make a change from a callback: remember the time and the undo, or the problem to show."""
    try:
        batch = change()
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        anatomy.saved(batch)


def attempt_open(make: Callable[[], Landscape]) -> None:
    """Make or take back a landscape from a callback and open it, or keep the problem to show."""
    try:
        landscape = make()
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        context.go_to(landscape.id)
        state.visit().closing = True


def close_when_saved() -> None:
    """At the top of a dialog: close it once its change is stored, else show what went wrong."""
    if state.visit().closing:
        st.rerun()
    anatomy.shown_problem()


def said(key: str) -> str | None:
    """The words in a text field; None when nothing readable is in it."""
    text = str(state.value_of(key) or "").strip()
    return text or None


def require(holds: object, fix: str) -> None:
    """Raise InvalidValueError with `fix` unless `holds`; for what a form leaves open."""
    if not holds:
        raise InvalidValueError("Something is still open.", fix=fix)


def choose(
    label: str,
    words: Mapping[int, str] | Mapping[str, str],
    chosen: object,
    *,
    key: str,
    placeholder: str = NOT_RECORDED,
    help: str | None = None,  # noqa: A002  Streamlit's own word
) -> None:
    """A choice among words that can also stay open: nothing chosen is "not recorded"."""
    options = list(words)
    st.selectbox(
        label,
        options,
        index=options.index(chosen) if chosen in options else None,
        format_func=lambda option: words[option],
        placeholder=placeholder,
        key=key,
        help=help,
    )
