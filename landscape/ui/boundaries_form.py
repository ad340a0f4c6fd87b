"""The form that adds or changes a boundary: its sides from groups, or from something recorded."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st

from landscape.model.boundary import Boundary
from landscape.model.errors import InvalidValueError
from landscape.model.ids import draw_id
from landscape.model.scales import BoundaryKind, BoundaryStance
from landscape.services.checks import row_with_id
from landscape.services.editing import save_boundary
from landscape.services.rows import boundary_of
from landscape.store.base import Batch
from landscape.ui import derived, forms, state
from landscape.ui.context import View
from landscape.ui.text import shorten, told_apart

BY_GROUPS: Final = "Groups"
BY_ATTRIBUTE: Final = "Something recorded about each stakeholder"
_MOST_SIDES: Final = 6
_SHOWN: Final = ("name", "attribute", "protects", "costs", "stance", "stance_reason")
STANCES: Final = {
    BoundaryStance.UNDECIDED: "We have not decided",
    BoundaryStance.UNDERSTAND: "Understand it first",
    BoundaryStance.PROTECT: "Protect it",
    BoundaryStance.SUSPEND: "Suspend it for a while",
    BoundaryStance.CROSS: "Cross it",
    BoundaryStance.BRIDGE: "Bridge it",
    BoundaryStance.REFRAME: "Reframe it",
    BoundaryStance.CHANGE: "Change it",
    BoundaryStance.LEAVE: "Leave it alone",
}


@st.dialog("Boundary", width="medium")
def edit_boundary(view: View, boundary_id: str | None) -> None:
    """Add a boundary, or change the one with this id."""
    forms.close_when_saved()
    before = _boundary(view, boundary_id) if boundary_id else None
    key = f"boundary_form.{view.landscape_id}.{boundary_id or 'added'}.{view.revision}"
    st.text_input(
        "What do you call it?",
        value=before.name if before else "",
        key=f"{key}.name",
        placeholder="Upstream and downstream",
    )
    _sides(view, before, key)
    st.multiselect(
        "What is it made of?",
        list(BoundaryKind),
        default=list(before.kinds) if before else [],
        format_func=lambda kind: kind.value,
        key=f"{key}.kinds",
        placeholder="Geographic, professional, rank ...",
    )
    for field, question, asks in (
        ("protects", "What does it protect?", "Craft, trust, a safe place to speak ..."),
        ("costs", "What does it cost?", "What nobody learns because of it ..."),
    ):
        st.text_area(
            question,
            value=(getattr(before, field) if before else None) or "",
            key=f"{key}.{field}",
            placeholder=asks,
            height=72,
        )
    stance = before.stance if before else BoundaryStance.UNDECIDED
    st.selectbox(
        "What do you mean to do with it?",
        list(STANCES),
        index=list(STANCES).index(stance),
        format_func=STANCES.__getitem__,
        key=f"{key}.stance",
        help="Your own judgement; it is not shown to others.",
    )
    st.text_input(
        "Why?", value=(before.stance_reason if before else None) or "", key=f"{key}.stance_reason"
    )
    st.button(
        "Save the boundary",
        type="primary",
        key=f"{key}.save",
        on_click=forms.attempt,
        args=(partial(_save, view, before, key),),
    )


def _sides(view: View, before: Boundary | None, key: str) -> None:
    """Where the sides come from, and for groups, who stands on which."""
    groups = derived.snapshot(view, "constituency").constituency
    names = dict(zip(groups["id"], groups["name"], strict=True))
    ways = [BY_GROUPS, BY_ATTRIBUTE] if names else [BY_ATTRIBUTE]
    chosen = st.radio(
        "What are its sides made of?",
        ways,
        index=ways.index(BY_ATTRIBUTE) if before and before.attribute is not None else 0,
        key=f"{key}.way",
        horizontal=True,
    )
    if chosen == BY_ATTRIBUTE:
        _by_attribute(view, before, key)
    else:
        _by_groups(names, before, key)


def _by_attribute(view: View, before: Boundary | None, key: str) -> None:
    values = derived.dividing_values(view)
    named = before.attribute if before else None
    options = list(values) + ([named] if named is not None and named not in values else [])
    if not options:
        st.info("Nothing recorded about your stakeholders has two different values yet.")
        return
    st.selectbox(
        "Which one? Each different value becomes a side.",
        options,
        index=options.index(named) if named in options else 0,
        format_func=lambda name: _described(name, values.get(name, ())),
        key=f"{key}.attribute",
    )


def _described(name: str, values: tuple[str, ...]) -> str:
    shown = ", ".join(shorten(value, 24) for value in values[:3])
    more = f" and {len(values) - 3} more" if len(values) > 3 else ""
    return f"{shorten(name, 40)}: {shown}{more}"


def _by_groups(names: Mapping[str, str], before: Boundary | None, key: str) -> None:
    there = list(dict.fromkeys(before.sides.values())) if before else []
    number = st.number_input(
        "How many sides?",
        min_value=2,
        max_value=max(_MOST_SIDES, len(there)),
        value=max(2, len(there)),
        key=f"{key}.number",
        width=160,
    )
    for at in range(int(number)):
        side = there[at] if at < len(there) else ""
        called, groups = st.columns([1, 2])
        called.text_input(
            f"Side {at + 1} is called",
            value=side,
            key=f"{key}.side.{at}",
            placeholder="Upstream" if at == 0 else "Downstream" if at == 1 else "",
        )
        standing = [group for group, its in before.sides.items() if its == side] if before else []
        groups.multiselect(
            f"Groups on side {at + 1}",
            list(names),
            default=[group for group in standing if group in names] if side else [],
            format_func=told_apart(names, 40).__getitem__,
            key=f"{key}.groups.{at}",
            placeholder="Pick groups",
        )


def _boundary(view: View, boundary_id: str) -> Boundary | None:
    read = derived.snapshot(view, "boundary", "boundary_side")
    row = row_with_id(read.boundary, boundary_id)
    here = read.boundary_side[read.boundary_side["boundary_id"] == boundary_id]
    sides = dict(zip(here["constituency_id"], here["side"], strict=True))
    return boundary_of(row, sides) if row is not None else None


def _save(view: View, before: Boundary | None, key: str) -> Batch:
    by_attribute = state.value_of(f"{key}.way") == BY_ATTRIBUTE
    if by_attribute:
        forms.require(state.value_of(f"{key}.attribute"), "Choose what divides them.")
    boundary = Boundary(
        id=before.id if before else draw_id("b"),
        name=forms.said(f"{key}.name") or "",
        kinds=tuple(state.value_of(f"{key}.kinds", ())),
        attribute=state.value_of(f"{key}.attribute") if by_attribute else None,
        sides={} if by_attribute else _chosen_sides(key),
        protects=forms.said(f"{key}.protects"),
        costs=forms.said(f"{key}.costs"),
        markers=before.markers if before else None,
        permeability=before.permeability if before else None,
        history_note=before.history_note if before else None,
        stance=BoundaryStance(state.value_of(f"{key}.stance")),
        stance_reason=forms.said(f"{key}.stance_reason"),
        ordinal=before.ordinal if before else 0,
    )
    seen = {column: getattr(before, column) for column in _SHOWN} if before else None
    return save_boundary(view.principal, view.store, view.landscape_id, boundary, seen=seen)


def _chosen_sides(key: str) -> dict[str, str]:
    """The side of each group; a group can stand on one side only."""
    sides: dict[str, str] = {}
    for at in range(int(state.value_of(f"{key}.number", 2))):
        groups = state.value_of(f"{key}.groups.{at}", [])
        name = forms.said(f"{key}.side.{at}")
        forms.require(name or not groups, f"Give side {at + 1} a name.")
        for group in groups:
            if group in sides:
                raise InvalidValueError(
                    "A group stands on two sides.", fix="Take it from one of them."
                )
            sides[group] = str(name)
    return sides
