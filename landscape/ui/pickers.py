"""Pickers of parts of a landscape; the chosen one can stand in the address."""

from collections.abc import Mapping

import streamlit as st

from landscape.ui import derived, state
from landscape.ui.context import View
from landscape.ui.text import told_apart


def pick_boundary(view: View, *, label: str = "Boundary") -> str | None:
    """The id of the boundary to look at; None where there is none."""
    boundaries = derived.snapshot(view, "boundary").boundary
    return pick_among(
        view,
        label,
        dict(zip(boundaries["id"], boundaries["name"], strict=True)),
        "boundary",
        in_address=True,
    )


def pick_stakeholder(view: View, *, label: str = "Stakeholder") -> str | None:
    """The id of the stakeholder to look at, by name; None where there is none."""
    stakeholders = derived.snapshot(view, "stakeholder").stakeholder.sort_values("name")
    named = dict(zip(stakeholders["id"], stakeholders["name"], strict=True))
    return pick_among(view, label, named, "stakeholder", in_address=True)


def pick_among(
    view: View,
    label: str,
    named: Mapping[str, str],
    what: str,
    *,
    in_address: bool = False,
) -> str | None:
    """The id that was chosen among `named`; the choice of `what` outlives a change of page.

    Streamlit's own binding would put the name into the address, and two may share a name. The
    widget is a fresh one at each revision, because a browser keeps showing a name that changed.
    """
    if not named:
        return None
    key = prepare_choice(view, named, what, in_address=in_address)
    return st.selectbox(
        label,
        list(named),
        format_func=told_apart(named, 80).__getitem__,
        key=key,
        on_change=follow_choice,
        args=(view, what, key),
        kwargs={"in_address": in_address},
    )


def prepare_choice(
    view: View, named: Mapping[str, str], what: str, *, in_address: bool = False
) -> str:
    """The key of a picker, set to the choice in the address, else the last one, else the first."""
    linked = st.query_params.get(what) if in_address else None
    last = state.chosen(view.landscape_id, what)
    # What was chosen here and has gone since needs no words: the page has just said so.
    is_unknown = linked is not None and linked not in named and linked != last
    chosen = next(
        (one for one in (linked, last) if one is not None and one in named), next(iter(named))
    )
    if is_unknown:
        st.query_params.pop(what)
        st.info(f"The {what} in the address is not in this landscape. Here is another one.")
    if is_unknown or linked in named or last is None:
        state.choose(view.landscape_id, what, chosen)
    key = f"{what}.{view.landscape_id}.{view.revision}"
    if state.value_of(key) != chosen:
        state.set_value(key, chosen)
    return key


def choose(view: View, what: str, id_: str, *, in_address: bool = False) -> None:
    """Choose from a callback, as if it had been picked."""
    state.choose(view.landscape_id, what, id_)
    if in_address:
        st.query_params[what] = id_


def follow_choice(view: View, what: str, key: str, *, in_address: bool = False) -> None:
    """Remember what a picker was set to."""
    choose(view, what, state.value_of(key), in_address=in_address)
