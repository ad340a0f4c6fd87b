"""What comes back from the browser: each gesture once, in order, and nothing that is not one."""

from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from landscape.ui.canvas import Camera, EventType, MapEvent, events_after


def test_gestures_come_in_the_order_of_their_numbers():
    heard = [
        {"n": 3, "type": "move", "id": "a", "x": 1, "y": -2.5},
        {"n": 2, "type": "click", "id": "a"},
    ]
    assert events_after(0, heard) == [
        MapEvent(number=2, type="click", id="a"),
        MapEvent(number=3, type="move", id="a", x=1.0, y=-2.5),
    ]


def test_what_was_handled_does_not_come_again():
    heard = [{"n": number, "type": "deselect"} for number in (1, 2, 3)]
    assert events_after(2, heard) == [MapEvent(number=3, type="deselect")]


def test_a_gesture_that_is_sent_twice_comes_once():
    assert len(events_after(0, [{"n": 1, "type": "deselect"}] * 2)) == 1


# One of each type, with exactly what belongs to it.
CAMERA = {"x": 1.5, "y": -2.0, "span": 40}
EVERY_TYPE: dict[str, dict[str, object]] = {
    "click": {"id": "a"},
    "deselect": {},
    "move": {"id": "a", "x": 1, "y": -2.5},
    "open": {"id": "a"},
    "walk": {"id": "a"},
    "edit": {"id": "a"},
    "add": {"x": 3.25, "y": 4},
    "connect": {"id": "a", "other": "b"},
    "remove": {"ids": ["a", "b"]},
    "group": {"ids": ["a", "b"]},
    "pin": {"ids": ["a"]},
    "unpin": {"ids": ["a"]},
    "undo": {},
    "redo": {},
    "filter": {"field": "attribute:Sector", "key": ""},
    "focus": {"ids": ["b"]},
    "gap": {"source": 0, "target": 3},
    "keep": {"camera": CAMERA},
    "step": {"id": "view"},
    "present": {"on": False},
}
READ_AS: dict[str, dict[str, object]] = {
    **EVERY_TYPE,
    "remove": {"ids": ("a", "b")},
    "group": {"ids": ("a", "b")},
    "pin": {"ids": ("a",)},
    "unpin": {"ids": ("a",)},
    "focus": {"ids": ("b",)},
    "keep": {"camera": Camera(x=1.5, y=-2.0, span=40.0)},
}
HOSTILE: dict[str, list[object]] = {
    "id": [None, 7, "", "a\0", "a" * 1001, "\ud800", ["a"], {"a": 1}],
    "other": [None, 7, "", "a\0", "a" * 1001, "\ud800", "a"],
    "ids": [None, [], "ab", ["a", 7], ["a", ""], ["a" * 1001], ["a"] * 100_001, {"a": 1}],
    "x": [None, "1", True, float("nan"), float("inf"), -1e300, 10**400, [1]],
    "y": [None, "1", False, float("nan"), float("-inf"), 1e300, -(10**400), {}],
    "field": [None, 7, "", "a\0", "a" * 1001],
    "key": [None, 7, True, "a\0", "\udfff", "a" * 1001],
    "source": [None, "0", True, 1.0, -1, 10**9, 3],
    "target": [None, "3", False, 3.0, -1, 10**9, 0],
    "camera": [None, [1, 2, 3], {}, {**CAMERA, "span": 0}, {**CAMERA, "span": -4}]
    + [{**CAMERA, name: bad} for name in CAMERA for bad in (None, "1", True, float("nan"), 1e300)],
    "on": [None, 1, 0, "true", []],
}


def test_every_type_of_the_map_is_tried_here():
    assert set(EVERY_TYPE) == set(get_args(EventType))


@pytest.mark.parametrize("kind", EVERY_TYPE)
def test_each_type_is_read_with_what_belongs_to_it(kind: Any):
    heard = [{"n": 4, "type": kind, **EVERY_TYPE[kind]}]
    assert events_after(3, heard) == [MapEvent(number=4, type=kind, **READ_AS[kind])]  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", EVERY_TYPE)
def test_what_does_not_belong_to_a_type_is_left_out(kind: Any):
    other = {"id": "z", "ids": ["z"], "other": "y", "x": 9, "y": 9, "field": "f", "key": "k"}
    other |= {
        "source": 8,
        "target": 9,
        "camera": CAMERA,
        "on": True,
        "__class__": "os",
        "number": 1,
    }
    heard = [{**other, "n": 4, "type": kind, **EVERY_TYPE[kind]}]
    assert events_after(3, heard) == [MapEvent(number=4, type=kind, **READ_AS[kind])]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "name", "bad"),
    [
        pytest.param(kind, name, bad, id=f"{kind} {name} {number}")
        for kind, told in EVERY_TYPE.items()
        for name in told
        for number, bad in enumerate(HOSTILE[name])
    ],
)
def test_a_gesture_of_which_a_part_is_unreadable_is_left_out(kind: str, name: str, bad: object):
    told = {**EVERY_TYPE[kind], name: bad}
    assert events_after(0, [{"n": 1, "type": kind, **told}]) == []
    del told[name]
    assert events_after(0, [{"n": 1, "type": kind, **told}]) == []


@pytest.mark.parametrize("number", [None, "1", True, 1.0, 0, -1, 2**53, 10**400])
def test_a_gesture_without_a_number_that_a_browser_counts_to_is_left_out(number: object):
    assert events_after(-5, [{"n": number, "type": "deselect"}]) == []


@pytest.mark.parametrize("kind", [None, 7, "", "erase", "Click", ["click"], {"click": 1}, True])
def test_a_gesture_of_no_known_type_is_left_out(kind: object):
    assert events_after(0, [{"n": 1, "type": kind, "id": "a"}]) == []


@pytest.mark.parametrize(
    "gestures", [None, "click", 7, {"n": 1, "type": "deselect"}, ["click"], [None], [[]]]
)
def test_what_is_no_list_of_gestures_is_left_out(gestures: object):
    assert events_after(0, gestures) == []


def test_one_that_is_unreadable_takes_no_other_with_it():
    heard = [{"n": 1, "type": "move", "id": "a"}, None, {"n": 2, "type": "undo"}]
    assert events_after(0, heard) == [MapEvent(number=2, type="undo")]


def test_each_of_many_is_named_once():
    heard = [{"n": 1, "type": "remove", "ids": ["b", "a", "b"]}]
    assert events_after(0, heard) == [MapEvent(number=1, type="remove", ids=("b", "a"))]


def page() -> None:
    import streamlit as st

    from landscape.ui.canvas import draw_map
    from landscape.ui.canvas.payload import MapPayload, Piece

    piece = Piece(rev="1", body=b"")
    payload = MapPayload(scene="town", people=piece, places=piece, looks=piece)
    events = draw_map(payload, key="map", selected=None)
    st.text([(event.number, event.type, event.id) for event in events])


def test_a_page_hears_each_gesture_once():
    at = AppTest.from_function(page)
    at.session_state["map"] = {"gestures": [{"n": 1, "type": "click", "id": "a"}]}
    assert at.run().text[0].value == "[(1, 'click', 'a')]"
    assert at.run().text[0].value == "[]"


def test_a_map_that_nobody_touched_has_nothing_to_say():
    assert AppTest.from_function(page).run().text[0].value == "[]"
