"""What readiness is for: asked wherever a round begins, alone or with others."""

from typing import Final

import streamlit as st

from landscape.ui import derived, forms, state
from landscape.ui.context import View
from landscape.ui.text import told_apart

GATHERING: Final = "One gathering"
_LANDSCAPE: Final = "This landscape"
_BOUNDARY: Final = "One boundary"


def ask(view: View, key: str, *, tip: str, way: str | None = None) -> None:
    """Ask what for, then which one; where a `way` is given, only which one."""
    names = _boundaries(view)
    if way is None:
        st.radio(
            "What should you be ready for?",
            [_LANDSCAPE, _BOUNDARY, GATHERING] if names else [_LANDSCAPE, GATHERING],
            key=f"{key}.way",
            horizontal=True,
            help=tip,
        )
    chosen = way or _way(key)
    if chosen == _BOUNDARY:
        st.selectbox(
            "Which boundary?",
            list(names),
            format_func=told_apart(names, 60).__getitem__,
            key=f"{key}.boundary",
        )
    if chosen == GATHERING:
        st.text_input(
            "Which gathering?", key=f"{key}.gathering", placeholder="The river day in May"
        )


def said(view: View, key: str, *, way: str | None = None) -> tuple[str, str | None]:
    """What readiness is for in words, and the id of the boundary where it is for one.

    Raises LandscapeError when no gathering is named.
    """
    chosen = way or _way(key)
    if chosen == _BOUNDARY:
        boundary_id = state.value_of(f"{key}.boundary")
        return f"the boundary {_boundaries(view)[boundary_id]}", boundary_id
    if chosen == GATHERING:
        gathering = forms.said(f"{key}.gathering")
        forms.require(gathering, "Say which gathering it is for.")
        return f"the gathering {gathering}", None
    return "this landscape", None


def hand_over(key: str, to: str, *, way: str | None = None) -> None:
    """Let another form begin with what was chosen in this one."""
    state.set_value(f"{to}.way", way or _way(key))
    for part in ("boundary", "gathering"):
        chosen = state.value_of(f"{key}.{part}")
        if chosen:
            state.set_value(f"{to}.{part}", chosen)


def _way(key: str) -> str:
    return str(state.value_of(f"{key}.way", _LANDSCAPE))


def _boundaries(view: View) -> dict[str, str]:
    boundary = derived.snapshot(view, "boundary").boundary
    return dict(zip(boundary["id"], boundary["name"], strict=True))
