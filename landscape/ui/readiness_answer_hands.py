"""What hands do while somebody answers: see answering_hands/answering-hands.js."""

from functools import cache
from typing import Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer
from streamlit.delta_generator import DeltaGenerator

# The keys of the places that the script looks for; Streamlit makes a class of each.
_TYPING: Final = "typing"
_SENTENCES: Final = "sentences"
_PRESSED_BY: Final = "pressed-by"
_TOP: Final = "answering-top"


def follow(place: str) -> None:
    """Follow hands at this place of the way through the questions."""
    with st.container(key="answering-hands", gap=None):
        _component()(key="answering_hands", data={"place": place})


def typing(key: str) -> DeltaGenerator:
    """Where a text box keeps what is typed in it after a pause."""
    return st.container(key=f"{_TYPING}-{key}", gap="small")


def sentences(key: str) -> DeltaGenerator:
    """Where digits choose among sentences."""
    return st.container(key=f"{_SENTENCES}-{key}")


def pressed_by(key: str) -> DeltaGenerator:
    """Where a key presses the button.

    Streamlit writes the key of a shortcut on the button, too faint to read on the primary one.
    """
    return st.container(key=f"{_PRESSED_BY}-{key}", width="content")


def top() -> DeltaGenerator:
    """Where the next question begins."""
    return st.container(key=_TOP)


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("landscape.answering_hands", js="answering-hands.js")
