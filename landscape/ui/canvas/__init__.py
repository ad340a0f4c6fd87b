"""The map: draws a payload in the browser and hears what a hand did there."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any, Final, Literal, cast

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from landscape.charts import palette
from landscape.ui import state
from landscape.ui.canvas.payload import MapPayload, Piece, section

# What the map is at least at 1280 x 800: two thirds of the window.
HEIGHT: Final = 600

EventType = Literal[
    "click", "deselect", "move", "open", "walk", "edit",
    "add", "connect", "remove", "group", "pin", "unpin", "undo", "redo",
    "filter", "focus", "gap", "keep", "step", "present",
]  # fmt: skip

_PALETTE: Final = {
    "crossing": (palette.CROSSING, palette.CROSSING_DARK),
    "inner": (palette.INNER, palette.INNER),
}
_FURTHEST: Final = 1e9
_LONGEST: Final = 1_000
_MOST: Final = 100_000
_LAST: Final = 2**53 - 1  # the last whole number that a browser counts to
_HALVES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """What part of a map is seen: the place in the middle, and how wide the map is seen there.

    `x`, `y` and `span` are in the map's own measure; `span` is the width of what is seen.
    """

    x: float
    y: float
    span: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapHead:
    """What else the map is told at each run, beside what it draws.

    `camera` is where to look once, when `look_at` is another number than before. `views` are id,
    name and sentence of the saved ones, `at` the one shown. `undo` and `redo` say what can be
    taken back and brought back. `about` goes with every picture that is taken away.
    """

    editable: bool = False
    camera: Camera | None = None
    look_at: str = ""
    views: tuple[tuple[str, str, str], ...] = ()
    at: str | None = None
    present: bool = False
    undo: str | None = None
    redo: str | None = None
    about: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapEvent:
    """One gesture on the map, with what of these belongs to its type.

    `id`: click, move, open, walk, edit, step (a view). `ids`: remove, group, pin, unpin, focus.
    `x` and `y`: move, add. `id` and `other`: connect. `field` and `key`: filter. `source` and
    `target` (numbers of regions): gap. `camera`: keep. `on`: present. deselect, undo and redo have
    nothing.
    """

    number: int
    type: EventType
    id: str | None = None
    ids: tuple[str, ...] = ()
    other: str | None = None
    x: float | None = None
    y: float | None = None
    field: str | None = None
    key: str | None = None
    source: int | None = None
    target: int | None = None
    camera: Camera | None = None
    on: bool = False


def draw_map(
    payload: MapPayload,
    *,
    key: str,
    height: int = HEIGHT,
    selected: str | None = None,
    head: MapHead = MapHead(),
) -> list[MapEvent]:
    """Draw the map and return what was done on it since the run before, oldest first.

    Each gesture is returned once. Handle them in the body of the script and rerun where one
    changed what is drawn. `selected` is the id that the page holds as selected; what is clicked
    on the map is selected there at once, and the page follows by the event.
    """
    handled = int(state.value_of(_handled_key(key), 0))
    with st.container(gap=None, key=f"{key} frame"):
        # One element a piece: Streamlit sends each again only where it differs.
        for name, data in carried(payload, key=key).items():
            _component()(key=f"{key} {name}", data=data)
        drawn = _component()(
            key=key,
            data=told(payload, key=key, height=height, selected=selected, head=head, ack=handled),
            default={"gestures": []},
            on_gestures_change=_hear,
        )
    events = events_after(handled, drawn.get("gestures"))
    if events:
        state.set_value(_handled_key(key), events[-1].number)
    return events


def carried(payload: MapPayload, *, key: str) -> dict[str, bytes]:
    """What each carrier of a piece brings to the map with this key."""
    return {
        name: section({"carries": name, "key": key, "rev": piece.rev}) + piece.body
        for name, piece in _pieces(payload).items()
    }


def told(
    payload: MapPayload,
    *,
    key: str,
    height: int,
    selected: str | None = None,
    head: MapHead = MapHead(),
    ack: int = 0,
) -> bytes:
    """What the map itself is told at a run; gestures up to number `ack` were handled."""
    return section(
        {
            **asdict(head),
            "revs": {name: piece.rev for name, piece in _pieces(payload).items()},
            "scene": payload.scene,
            "ack": ack,
            "key": key,
            "selected": selected,
            "height": height,
            "test": os.environ.get("LANDSCAPE_TEST") == "1",
            "palette": _PALETTE,
        }
    )


def _pieces(payload: MapPayload) -> dict[str, Piece]:
    return {"people": payload.people, "places": payload.places, "looks": payload.looks}


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
    """One gesture with what belongs to its type, or None where any of that is unreadable."""
    if not isinstance(gesture, dict):
        return None
    number, kind = gesture.get("n"), gesture.get("type")
    if type(number) is not int or not 0 < number <= _LAST or not isinstance(kind, str):
        return None
    if kind not in _FIELDS:
        return None
    told = {name: _READ[name](gesture.get(name)) for name in _FIELDS[kind]}
    if any(value is None for value in told.values()):
        return None
    if told.get("id", "") == told.get("other") or told.get("source", -1) == told.get("target"):
        return None
    return MapEvent(number=number, type=cast("EventType", kind), **told)


def _text(value: object) -> str | None:
    """Text that a store can keep: not endless, no NUL, no half of a character."""
    if not isinstance(value, str) or len(value) > _LONGEST or "\0" in value:
        return None
    return value if value.isascii() or not _HALVES.search(value) else None


def _id(value: object) -> str | None:
    return _text(value) or None


def _ids(value: object) -> tuple[str, ...] | None:
    """At least one id, each once."""
    if not isinstance(value, list) or not 0 < len(value) <= _MOST:
        return None
    read = [_id(one) for one in value]
    return tuple(dict.fromkeys(one for one in read if one)) if all(read) else None


def _coordinate(value: object) -> float | None:
    if type(value) is not int and type(value) is not float:
        return None
    # Compared before it is converted: an endless whole number has no float.
    return float(value) if -_FURTHEST <= value <= _FURTHEST else None


def _region(value: object) -> int | None:
    return value if type(value) is int and 0 <= value < _MOST else None


def _camera(value: object) -> Camera | None:
    if not isinstance(value, dict):
        return None
    x, y, span = (_coordinate(value.get(name)) for name in ("x", "y", "span"))
    if x is None or y is None or span is None or span <= 0:
        return None
    return Camera(x=x, y=y, span=span)


def _on(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


# What belongs to each type, and how each of that is read.
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "click": ("id",),
    "deselect": (),
    "move": ("id", "x", "y"),
    "open": ("id",),
    "walk": ("id",),
    "edit": ("id",),
    "add": ("x", "y"),
    "connect": ("id", "other"),
    "remove": ("ids",),
    "group": ("ids",),
    "pin": ("ids",),
    "unpin": ("ids",),
    "undo": (),
    "redo": (),
    "filter": ("field", "key"),
    "focus": ("ids",),
    "gap": ("source", "target"),
    "keep": ("camera",),
    "step": ("id",),
    "present": ("on",),
}
_READ: Final[Mapping[str, Callable[[object], Any]]] = {
    "id": _id,
    "other": _id,
    "ids": _ids,
    "x": _coordinate,
    "y": _coordinate,
    "field": _id,
    "key": _text,
    "source": _region,
    "target": _region,
    "camera": _camera,
    "on": _on,
}


def _handled_key(key: str) -> str:
    return f"{key} handled"


def _hear() -> None:
    """Streamlit keeps a state only where something listens; the script's body handles it."""
