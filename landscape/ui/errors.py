"""Errors as people read them: place, problem, fix."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from landscape.model.errors import LandscapeError
from landscape.ui.text import escape


@contextmanager
def shown_errors() -> Iterator[None]:
    """Show a LandscapeError where it happened; anything else is a bug and is let through."""
    try:
        yield
    except LandscapeError as error:
        show(error)


def show(error: LandscapeError) -> None:
    """One error in three parts: what kind, what is wrong, what to do."""
    st.error(
        f"**{escape(error.title)}.** {escape(error.what)} {escape(error.fix)}",
        icon=":material/error:",
    )
