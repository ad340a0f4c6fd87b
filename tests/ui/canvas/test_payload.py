"""Columns are decoded by hand here, as the browser does in src/columns.ts."""

import json
import struct
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from landscape.model.errors import InvalidValueError
from landscape.ui.canvas.payload import (
    MapGroup,
    MapPayload,
    MapRegion,
    MapRelationship,
    MapStakeholder,
    encode,
)

GROUP = MapGroup(label="Health", count=2, colour="#332288", colour_dark="#8F86F2", shape="circle")
REGION = MapRegion(id="r", label="Health", count=2, x=0.5, y=1.5, radius=3.0, group=0)
CLINIC = MapStakeholder(id="a", label="Clinic", x=0.25, y=-1.0, relationships=1, group=0)
COUNCIL = MapStakeholder(
    id="b",
    label='<img src=x onerror="alert(1)">',
    x=2.0,
    y=3.0,
    relationships=1,
    pinned=True,
    hover=("One of us",),
    details=(("Place", "Bay"),),
)
LINE = MapRelationship(source=0, target=1, crosses=True, basis="assumed", status="dormant")


def payload(**changed: Any) -> MapPayload:
    given: dict[str, Any] = {
        "scene": "town",
        "stakeholders": [CLINIC, COUNCIL],
        "relationships": [LINE],
        "groups": [GROUP],
        "regions": [REGION],
    }
    return encode(**(given | changed))


def decoded(body: bytes) -> dict[str, Any]:
    (length,) = struct.unpack_from("<I", body)
    index = json.loads(body[4 : 4 + length])
    rest = body[4 + length :]
    columns = {}
    for name, (kind, offset, size) in index.pop("columns").items():
        part = rest[offset : offset + size]
        columns[name] = (
            json.loads(part) if kind == "json" else np.frombuffer(part, f"<{kind}").tolist()
        )
    return index | columns


def test_every_column_comes_out_as_it_went_in():
    assert decoded(payload().body) == {
        "scene": "town",
        "groups": [
            {
                "label": "Health",
                "count": 2,
                "colour": "#332288",
                "colour_dark": "#8F86F2",
                "shape": "circle",
            }
        ],
        "regions": [
            {
                "id": "r",
                "label": "Health",
                "count": 2,
                "x": 0.5,
                "y": 1.5,
                "radius": 3.0,
                "group": 0,
            }
        ],
        "ids": ["a", "b"],
        "labels": ["Clinic", '<img src=x onerror="alert(1)">'],
        "x": [0.25, 2.0],
        "y": [-1.0, 3.0],
        "relationships": [1, 1],
        "group": [0, -1],
        "pinned": [0, 1],
        "source": [0],
        "target": [1],
        "depth": [255],
        "basis": [2],
        "status": [1],
        "crossing": [1],
        "hover": [[], ["One of us"]],
        "details": [[], [["Place", "Bay"]]],
    }


def test_a_stated_depth_of_zero_is_not_the_same_as_none_recorded():
    assert decoded(payload(relationships=[replace(LINE, depth=0)]).body)["depth"] == [0]


def test_an_empty_landscape_has_empty_columns():
    empty = decoded(encode(scene="town", stakeholders=[]).body)
    assert {name for name, column in empty.items() if column != []} == {"scene"}


def test_the_same_map_has_the_same_rev():
    assert payload() == payload()


def test_a_moved_stakeholder_changes_the_rev():
    moved = payload(stakeholders=[replace(CLINIC, x=0.5), COUNCIL])
    assert moved.rev != payload().rev


def test_a_lone_surrogate_in_a_name_does_not_stop_the_map():
    odd = payload(stakeholders=[replace(CLINIC, label="Cl\ud800nic"), COUNCIL])
    assert decoded(odd.body)["labels"][0] == "Cl?nic"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"stakeholders": [CLINIC, CLINIC]},
            "2 stakeholders have 1 different ids. Give each stakeholder its own id.",
        ),
        (
            {"stakeholders": [CLINIC, replace(COUNCIL, y=float("nan"))]},
            "'<img src=x onerror=\"alert(1)\">' has no place on the map."
            " Place everybody before drawing.",
        ),
        (
            {"stakeholders": [replace(CLINIC, group=1), COUNCIL]},
            "'Clinic' is in group 1 of 1. Give the index of a group that is in the legend.",
        ),
        (
            {"relationships": [replace(LINE, target=2)]},
            "A relationship ends at 0 and 2 of 2. Give the indices of two stakeholders on the map.",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused(changed: dict[str, Any], said: str):
    with pytest.raises(InvalidValueError) as refused:
        payload(**changed)
    assert str(refused.value) == said
