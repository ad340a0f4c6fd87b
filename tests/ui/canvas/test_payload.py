"""Pieces are decoded by hand here, as the browser does in src/columns.ts."""

import json
import struct
from typing import Any

import numpy as np
import pytest

from landscape.analysis.arranged import Arranged, Ground, Region
from landscape.model.errors import InvalidValueError
from landscape.ui.canvas.payload import (
    Gap,
    Ghost,
    Legend,
    LegendEntry,
    MapGroup,
    MapLines,
    MapLooks,
    MapPeople,
    Piece,
    looks_piece,
    people_piece,
    places_piece,
)

GROUP = MapGroup(label="Health", count=2, colour="#332288", colour_dark="#8F86F2", shape="circle")


def decoded(piece: Piece) -> dict[str, Any]:
    (length,) = struct.unpack_from("<I", piece.body)
    index = json.loads(piece.body[4 : 4 + length])
    rest = piece.body[4 + length :]
    columns = {}
    for name, (kind, offset, size) in index.pop("columns").items():
        part = rest[offset : offset + size]
        columns[name] = (
            json.loads(part) if kind == "json" else np.frombuffer(part, f"<{kind}").tolist()
        )
    return index | columns


def people(lines: dict[str, Any] | None = None, **changed: Any) -> Piece:
    given: dict[str, Any] = {
        "ids": ["a", "b"],
        "labels": ["Clinic", '<img src=x onerror="alert(1)">'],
        "relationships": [1, 1],
        "group": [0, -1],
        "groups": [GROUP],
        "hover": [(), ("One of us",)],
        "details": [(), (("Place", "Bay"),)],
    }
    between: dict[str, Any] = {
        "source": [0],
        "target": [1],
        "depth": [np.nan],
        "basis": ["assumed"],
        "status": ["dormant"],
        "directed": [True],
        "kind": ["advice"],
        "disputed": [True],
    }
    return people_piece(MapPeople(**(given | changed)), MapLines(**(between | (lines or {}))))


def arranged(**changed: Any) -> Arranged:
    given: dict[str, Any] = {
        "x": np.array([0.25, np.nan]),
        "y": np.array([-1.0, np.nan]),
        "pinned": np.array([True, False]),
        "part": np.array([0, -1]),
        "regions": (Region(id="r", label="Health", part=0, count=2, x=0.5, y=1.5, radius=3.0),),
        "grounds": (Ground(kind="band", x=0.0, y=1.0, w=2.0, h=3.0, label="Region"),),
        "absent": "1 has no place.",
    }
    return Arranged(**(given | changed))


def looks(**changed: Any) -> Piece:
    given: dict[str, Any] = {
        "colours": [("#111111", "#eeeeee")],
        "colour": [0, 0],
        "shape": [0, 3],
    }
    return looks_piece(MapLooks(**(given | changed)))


def test_who_there_is_comes_out_as_it_went_in() -> None:
    assert decoded(people()) == {
        "groups": [
            {
                "label": "Health",
                "count": 2,
                "colour": "#332288",
                "colour_dark": "#8F86F2",
                "shape": "circle",
            }
        ],
        "kinds": ["advice"],
        "ids": ["a", "b"],
        "labels": ["Clinic", '<img src=x onerror="alert(1)">'],
        "relationships": [1, 1],
        "group": [0, -1],
        "hover": [[], ["One of us"]],
        "details": [[], [["Place", "Bay"]]],
        "source": [0],
        "target": [1],
        "depth": [255],
        "basis": [2],
        "status": [1],
        "directed": [1],
        "kind": [0],
        "disputed": [1],
    }


def test_where_they_stand_comes_out_as_it_went_in() -> None:
    gap = Gap(source=0, target=1, kind="not asked", told="Nobody was asked.", opens=(("", "Ida"),))
    told = decoded(places_piece("town/groups", arranged(), [gap]))
    assert np.isnan(told["x"].pop())
    assert np.isnan(told["y"].pop())
    assert told == {
        "scene": "town/groups",
        "regions": [
            {
                "id": "r",
                "label": "Health",
                "part": 0,
                "count": 2,
                "x": 0.5,
                "y": 1.5,
                "radius": 3.0,
            }
        ],
        "grounds": [{"kind": "band", "x": 0.0, "y": 1.0, "w": 2.0, "h": 3.0, "label": "Region"}],
        "gaps": [
            {
                "source": 0,
                "target": 1,
                "kind": "not asked",
                "told": "Nobody was asked.",
                "opens": [["", "Ida"]],
            }
        ],
        "absent": "1 has no place.",
        "x": [0.25],
        "y": [-1.0],
        "pinned": [1, 0],
        "part": [0, -1],
    }


def test_a_look_that_says_the_same_of_all_sends_no_column_for_it() -> None:
    assert decoded(looks()) == {
        "colours": [["#111111", "#eeeeee"]],
        "legends": [],
        "ghosts": [],
        "words": [],
        "colour": [0, 0],
        "shape": [0, 3],
    }


def test_all_that_a_look_may_say_comes_out() -> None:
    entry = LegendEntry(key="x", label="Health", count=2, colour="#111111", hidden=True)
    told = decoded(
        looks(
            size=[0.5, 2.0],
            border=[0, 2],
            shown=[True, False],
            line_shown=[False],
            strong=[False, True],
            line_strong=[True],
            legends=[Legend(title="Group", field="group", means=("colour",), entries=(entry,))],
            ghosts=[Ghost(key="funds", label="Who pays", told="Nobody on the map pays.")],
            words=["Only Health."],
        )
    )
    assert (told["size"], told["border"], told["shown"]) == ([0.5, 2.0], [0, 2], [1, 0])
    assert (told["line_shown"], told["strong"], told["line_strong"]) == ([0], [0, 1], [1])
    assert told["legends"][0]["entries"][0]["hidden"] is True
    assert told["ghosts"] == [
        {"key": "funds", "label": "Who pays", "told": told["ghosts"][0]["told"]}
    ]
    assert told["words"] == ["Only Health."]


def test_a_stated_depth_of_zero_is_not_the_same_as_none_recorded() -> None:
    assert decoded(people({"depth": [0.0]}))["depth"] == [0]


def test_a_kind_that_is_not_recorded_is_none_of_the_kinds() -> None:
    told = decoded(people({"kind": [""]}))
    assert (told["kinds"], told["kind"]) == ([], [65535])


def test_an_empty_landscape_has_empty_columns() -> None:
    none: list[Any] = []
    empty = people_piece(
        MapPeople(
            ids=none, labels=none, relationships=none, group=none, groups=none, hover=none,
            details=none,
        ),
        MapLines(
            source=none, target=none, depth=none, basis=none, status=none, directed=none, kind=none,
            disputed=none,
        ),
    )  # fmt: skip
    assert [column for column in decoded(empty).values() if column != []] == []


def test_each_piece_has_another_rev_where_and_only_where_it_differs() -> None:
    assert people() == people()
    assert people(labels=["Clinic", "Council"]).rev != people().rev
    there = places_piece("town/groups", arranged())
    assert places_piece("town/groups", arranged()) == there
    assert places_piece("town/groups", arranged(x=np.array([0.5, np.nan]))).rev != there.rev
    assert looks(colour=[0, 0]) == looks()
    assert looks(shape=[1, 1]).rev != looks().rev


def test_a_lone_surrogate_in_a_name_does_not_stop_the_map() -> None:
    assert decoded(people(labels=["Cl\ud800nic", "b"]))["labels"][0] == "Cl?nic"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            lambda: people(ids=["a", "a"]),
            "2 stakeholders have 1 different ids. Give each stakeholder its own id.",
        ),
        (
            lambda: people(group=[1, 0]),
            "group goes from 0 to 1 of 1. Give the numbers of what is there.",
        ),
        (
            lambda: people({"target": [2]}),
            "target goes from 2 to 2 of 2. Give the numbers of what is there.",
        ),
        (
            lambda: places_piece("town/groups", arranged(x=np.array([np.inf, 0.0]))),
            "A place on the map has an endless x. Place everybody before drawing.",
        ),
        (
            lambda: looks(colour=[0, 1]),
            "colour goes from 0 to 1 of 1. Give the numbers of what is there.",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused(made: Any, said: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        made()
    assert str(refused.value) == said
