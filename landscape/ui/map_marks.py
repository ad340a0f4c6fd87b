"""What marks say: their colour, size, shape and border by any field; measures for analysts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import streamlit as st

from landscape.model.map_look import MapLook
from landscape.services.map_fields import MapField
from landscape.ui import derived_map, map_look_state, map_measures, state
from landscape.ui.anatomy import quiet
from landscape.ui.context import View
from landscape.ui.text import escape, plain, told_apart

NONE: Final = ""
WIDTH: Final = 440
_SAME: Final = "same"
_RECORDED: Final = ("recorded", "boundary", "measure")


def popover(view: View, asked: MapLook) -> None:
    """Choose what colour, size, shape and border say."""
    look = st.popover("Look", key="map_marks", on_change="rerun")
    if not look.open:
        return
    fields = derived_map.fields(view)
    with look.container(width=WIDTH):
        first, second = st.columns(2)
        with first:
            _colour(view, asked, fields)
            _shape(view, asked, fields)
        with second:
            _size(view, asked, fields)
            _border(view, asked, fields)
        _tip(fields, asked.colour)
        map_measures.disclosure(view, asked, fields)
        if asked != map_look_state.with_first_marks(asked):
            st.button(
                "As at first",
                key="first_marks",
                type="tertiary",
                icon=":material/restart_alt:",
                on_click=_as_at_first,
                args=(view,),
            )


def labels(fields: Sequence[MapField]) -> dict[str, str]:
    """What each field is called in a list of them."""
    return {
        field.key: f"Side of {plain(field.label)}" if field.group == "boundary" else field.label
        for field in fields
    }


def _colour(view: View, asked: MapLook, fields: Sequence[MapField]) -> None:
    offered = [one for one in fields if one.for_marks and _is_offered(one, asked.colour)]
    _pick(view, "Colour", {NONE: "One colour for all", **labels(offered)}, asked.colour, _by_colour)


def _size(view: View, asked: MapLook, fields: Sequence[MapField]) -> None:
    offered = [one for one in fields if one.kind != "categorical" and _is_offered(one, asked.size)]
    _pick(view, "Size", {NONE: "All the same", **labels(offered)}, asked.size, _by_size)


def _shape(view: View, asked: MapLook, fields: Sequence[MapField]) -> None:
    offered = [
        one
        for one in fields
        if one.kind == "categorical" and one.for_marks and one.key != asked.colour
    ]
    same = asked.shape == asked.colour
    chosen = NONE if not asked.shape else _SAME if same else asked.shape
    options = {_SAME: "As the colour", NONE: "All round", **labels(offered)}
    _pick(view, "Shape", options, chosen, _by_shape)


def _border(view: View, asked: MapLook, fields: Sequence[MapField]) -> None:
    offered = [one for one in fields if one.for_marks and one.kind != "number"]
    _pick(view, "Border", {NONE: "All plain", **labels(offered)}, asked.border, _by_border)


def _is_offered(field: MapField, chosen: str) -> bool:
    """Measures for analysts are chosen in their own place; the one in force stays in the list."""
    return field.group in _RECORDED or field.key == chosen


def _pick(
    view: View,
    label: str,
    named: Mapping[str, str],
    chosen: str,
    on_change: Callable[[View, str], None],
) -> None:
    key = f"marks.{label}.{view.landscape_id}"
    state.showing(key, chosen if chosen in named else NONE)
    st.selectbox(
        label,
        list(named),
        format_func=told_apart(named, 60).__getitem__,
        key=key,
        on_change=on_change,
        args=(view, key),
    )


def _tip(fields: Sequence[MapField], chosen: str) -> None:
    for field in fields:
        if field.key == chosen:
            quiet(escape(field.tip))


def _by_colour(view: View, key: str) -> None:
    map_look_state.colour_by(view, str(state.value_of(key)))


def _by_size(view: View, key: str) -> None:
    map_look_state.change(view, size=str(state.value_of(key)))


def _by_shape(view: View, key: str) -> None:
    chosen = str(state.value_of(key))
    if chosen == _SAME:
        chosen = map_look_state.look(view).colour
    map_look_state.change(view, shape=chosen)


def _by_border(view: View, key: str) -> None:
    map_look_state.change(view, border=str(state.value_of(key)))


def _as_at_first(view: View) -> None:
    map_look_state.put(view, map_look_state.with_first_marks(map_look_state.look(view)))
