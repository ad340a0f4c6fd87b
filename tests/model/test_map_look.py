"""A look is kept as JSON, and what comes back from elsewhere may be anything."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landscape.model.errors import InvalidValueError
from landscape.model.map_look import (
    Arrangement,
    FieldFilter,
    LineFilter,
    MapLook,
    PathAsk,
    as_plain,
    from_plain,
)
from landscape.model.scales import Basis, Status

WORD = st.text(max_size=20)
NUMBER = st.none() | st.floats(allow_nan=False, allow_infinity=False)
FILTERS = st.builds(
    FieldFilter,
    field=WORD,
    values=st.lists(WORD, max_size=3).map(tuple),
    least=NUMBER,
    most=NUMBER,
    missing=st.booleans(),
)
LINES = st.builds(
    LineFilter,
    kinds=st.lists(WORD, max_size=3).map(tuple),
    depth=st.none() | st.integers(0, 4),
    bases=st.lists(st.sampled_from(Basis), max_size=3).map(tuple),
    statuses=st.lists(st.sampled_from(Status), max_size=3).map(tuple),
    since=st.none() | st.dates(),
)
LOOKS = st.builds(
    MapLook,
    arrangement=st.sampled_from(Arrangement),
    boundary_id=WORD.filter(bool),
    centre_id=st.none() | WORD,
    colour=WORD,
    size=WORD,
    shape=WORD,
    border=WORD,
    filters=st.lists(FILTERS, max_size=3).map(tuple),
    lines=LINES,
    focus=st.lists(WORD, max_size=3).map(tuple),
    steps=st.integers(1, 4),
    path=st.none() | st.builds(PathAsk, source_id=WORD, target_id=WORD),
    ghosts=st.booleans(),
    highlight_id=st.none() | WORD,
)


@given(look=LOOKS)
def test_every_look_comes_back_from_its_json(look: MapLook) -> None:
    assert from_plain(json.loads(json.dumps(as_plain(look)))) == look


def test_the_first_picture_is_written_as_nothing() -> None:
    assert as_plain(MapLook()) == {}
    assert from_plain({}) == MapLook()


def test_only_what_differs_from_the_first_picture_is_written() -> None:
    look = MapLook(colour="kind", lines=LineFilter(since=date(2026, 1, 2)))
    assert as_plain(look) == {
        "colour": "kind",
        "lines": {"kinds": (), "depth": None, "bases": (), "statuses": (), "since": "2026-01-02"},
    }


def test_a_name_from_a_later_version_is_left_out() -> None:
    assert from_plain({"colour": "kind", "weather": "rain"}) == MapLook(colour="kind")


@pytest.mark.parametrize(
    "hostile",
    [
        None,
        [],
        "groups",
        {"arrangement": "spiral"},
        {"arrangement": "sides"},
        {"colour": 7},
        {"colour": "x" * 501},
        {"steps": 0},
        {"steps": True},
        {"steps": 10**9},
        {"focus": "everybody"},
        {"focus": [1]},
        {"focus": ["a"] * 501},
        {"filters": [{}] * 21},
        {"filters": [{"values": ["a"]}]},
        {"filters": [{"field": "kind", "least": float("nan")}]},
        {"filters": [{"field": "kind", "least": "1"}]},
        {"lines": {"bases": ["rumour"]}},
        {"lines": {"since": "yesterday"}},
        {"path": {"source_id": "a"}},
    ],
)
def test_what_is_no_look_is_refused(hostile: Any) -> None:
    with pytest.raises(InvalidValueError):
        from_plain(hostile)


def test_sides_without_a_boundary_and_a_focus_without_end_are_no_looks() -> None:
    with pytest.raises(InvalidValueError, match="The sides of which boundary"):
        MapLook(arrangement=Arrangement.SIDES)
    with pytest.raises(InvalidValueError, match="A focus reaches 5 steps"):
        replace(MapLook(), steps=5)
