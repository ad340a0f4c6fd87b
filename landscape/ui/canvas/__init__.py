"""The map: draws a payload in the browser and hears what a hand did there."""

import os
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, get_args

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from landscape.charts import palette
from landscape.ui import state
from landscape.ui.canvas.payload import MapPayload, section

# What the map is at least at 1280 x 800: two thirds of the window.
HEIGHT: Final = 600

EventType = Literal["click", "deselect", "move", "open", "walk", "edit"]

_TYPES: Final[tuple[str, ...]] = get_args(EventType)
_PALETTE: Final = {
    "crossing": (palette.CROSSING, palette.CROSSING_DARK),
    "inner": (palette.INNER, palette.INNER),
}
_FURTHEST: Final = 1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class MapEvent:
    """One gesture: a stakeholder was clicked, let go, moved, opened, walked from or edited.

    `id` is None for "deselect"; `x` and `y` are there for "move" only.
    """

    number: int
    type: EventType
    id: str | None = None
    x: float | None = None
    y: float | None = None


def draw_map(
    payload: MapPayload,
    *,
    key: str,
    height: int = HEIGHT,
    selected: str | None = None,
) -> list[MapEvent]:
    """Draw the map and return what was done on it since the run before, oldest first.

    Each gesture is returned once. Handle them in the body of the script and rerun where one
    changed what is drawn. `selected` is the id that the page holds as selected; what is clicked
    on the map is selected there at once, and the page follows by the event.
    """
    handled = int(state.value_of(_handled_key(key), 0))
    head = {
        "rev": payload.rev,
        "ack": handled,
        "key": key,
        "selected": selected,
        "height": height,
        "test": os.environ.get("LANDSCAPE_TEST") == "1",
        "palette": _PALETTE,
    }
    drawn = _component()(
        key=key,
        data=section(head) + payload.body,
        default={"gestures": []},
        on_gestures_change=_hear,
    )
    events = events_after(handled, drawn.get("gestures"))
    if events:
        state.set_value(_handled_key(key), events[-1].number)
    return events


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("landscape.canvas", js="canvas-*.js", css="canvas-*.css")


def events_after(handled: int, gestures: object) -> list[MapEvent]:
    """The gestures numbered above `handled`; what a browser sends is checked one by one."""
    if not isinstance(gestures, list):
        return []
    heard = (_event(gesture) for gesture in gestures)
    fresh = {event.number: event for event in heard if event is not None}
    return [fresh[number] for number in sorted(fresh) if number > handled]


def _event(gesture: object) -> MapEvent | None:
    if not isinstance(gesture, dict):
        return None
    number, kind, id_ = gesture.get("n"), gesture.get("type"), gesture.get("id")
    if type(number) is not int or kind not in _TYPES:
        return None
    if kind == "deselect":
        return MapEvent(number=number, type=kind)
    if not isinstance(id_, str):
        return None
    if kind != "move":
        return MapEvent(number=number, type=kind, id=id_)
    x, y = _coordinate(gesture.get("x")), _coordinate(gesture.get("y"))
    if x is None or y is None:
        return None
    return MapEvent(number=number, type=kind, id=id_, x=x, y=y)


def _coordinate(value: Any) -> float | None:
    if type(value) not in (int, float):
        return None
    place = float(value)
    return place if abs(place) <= _FURTHEST else None


def _handled_key(key: str) -> str:
    return f"{key} handled"


def _hear() -> None:
    """Streamlit keeps a state only where something listens; the script's body handles it."""
