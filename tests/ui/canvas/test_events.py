"""What comes back from the browser: each gesture once, in order, and nothing that is not one."""

import pytest
from streamlit.testing.v1 import AppTest

from landscape.ui.canvas import MapEvent, events_after


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


@pytest.mark.parametrize(
    "gestures",
    [
        None,
        "click",
        {"n": 1, "type": "deselect"},
        ["click"],
        [{"n": "1", "type": "deselect"}],
        [{"n": True, "type": "deselect"}],
        [{"n": 1, "type": "erase", "id": "a"}],
        [{"n": 1, "type": "click"}],
        [{"n": 1, "type": "click", "id": 7}],
        [{"n": 1, "type": "move", "id": "a", "x": 1}],
        [{"n": 1, "type": "move", "id": "a", "x": float("nan"), "y": 0}],
        [{"n": 1, "type": "move", "id": "a", "x": 1e300, "y": 0}],
        [{"n": 1, "type": "move", "id": "a", "x": "1", "y": 0}],
    ],
)
def test_what_is_no_gesture_is_left_out(gestures: object):
    assert events_after(0, gestures) == []


def page() -> None:
    import streamlit as st

    from landscape.ui.canvas import draw_map
    from landscape.ui.canvas.payload import MapStakeholder, encode

    clinic = MapStakeholder(id="a", label="Clinic", x=0.0, y=0.0, relationships=0)
    events = draw_map(encode(scene="town", stakeholders=[clinic]), key="map", selected=None)
    st.text([(event.number, event.type, event.id) for event in events])


def test_a_page_hears_each_gesture_once():
    at = AppTest.from_function(page)
    at.session_state["map"] = {"gestures": [{"n": 1, "type": "click", "id": "a"}]}
    assert at.run().text[0].value == "[(1, 'click', 'a')]"
    assert at.run().text[0].value == "[]"


def test_a_map_that_nobody_touched_has_nothing_to_say():
    assert AppTest.from_function(page).run().text[0].value == "[]"
