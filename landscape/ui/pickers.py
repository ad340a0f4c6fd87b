"""Pickers of parts of a landscape; the chosen one can stand in the address."""

from collections.abc import Mapping

import streamlit as st

from landscape.ui import derived, state
from landscape.ui.context import View
from landscape.ui.text import shorten


def pick_boundary(view: View, *, label: str = "Boundary") -> str | None:
    """The id of the boundary to look at; None where there is none."""
    boundaries = derived.snapshot(view, "boundary").boundary
    return _pick(
        view, label, dict(zip(boundaries["id"], boundaries["name"], strict=True)), "boundary"
    )


def pick_stakeholder(view: View, *, label: str = "Stakeholder") -> str | None:
    """The id of the stakeholder to look at, by name; None where there is none."""
    stakeholders = derived.snapshot(view, "stakeholder").stakeholder.sort_values("name")
    named = dict(zip(stakeholders["id"], stakeholders["name"], strict=True))
    return _pick(view, label, named, "stakeholder")


def pick_constituency(view: View, *, label: str = "Group") -> str | None:
    """The id of the group to look at; None where there is none."""
    groups = derived.snapshot(view, "constituency").constituency
    return _pick(view, label, dict(zip(groups["id"], groups["name"], strict=True)), "group")


def _pick(view: View, label: str, named: Mapping[str, str], parameter: str) -> str | None:
    """A picker whose choice outlives a change of page and follows the address.

    Streamlit's own binding would put the name into the address, and two may share a name.
    """
    if not named:
        return None
    key = f"{parameter}.{view.landscape_id}"
    linked = st.query_params.get(parameter)
    if linked in named and state.value_of(key) != linked:
        state.set_value(key, linked)
    elif state.value_of(key) not in named:
        state.set_value(key, next(iter(named)))
    return st.selectbox(
        label,
        list(named),
        format_func=lambda chosen: shorten(named[chosen], 80),
        key=key,
        persist_state="session",
        on_change=_follow,
        args=(key, parameter),
    )


def _follow(key: str, parameter: str) -> None:
    """Name the choice in the address."""
    st.query_params[parameter] = state.value_of(key)
