"""Arrangements: seats follow from what is said of each, and nobody moves when somebody is added."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.arranged import Arranged
from landscape.model.boundary import Boundary
from landscape.model.landscape import Landscape
from landscape.model.map_look import Arrangement
from landscape.model.principal import LOCAL
from landscape.model.scales import Level
from landscape.services import arranging, editing, placing
from landscape.services.arranging import arranged, offered
from landscape.services.mapping import Map, map_of
from landscape.store.base import Edit, Snapshot, Store

WORKED_OUT = (Arrangement.RINGS, Arrangement.GRID, Arrangement.LEVELS, Arrangement.PLACES)
EMPTY = pd.DataFrame({"arrangement": [], "stakeholder_id": []})
PERSON = {
    "influence": st.one_of(st.none(), st.integers(1, 5)),
    "interest": st.one_of(st.none(), st.integers(1, 5)),
    "level": st.one_of(st.none(), st.sampled_from([level.value for level in Level])),
    # A few places that many share, in a frame that the corners hold open.
    "latitude": st.one_of(st.none(), st.sampled_from([-30.0, 0.0, 12.5, 30.0])),
    "longitude": st.one_of(st.none(), st.sampled_from([-30.0, 0.25, 30.0])),
    "on_team": st.booleans(),
    "group": st.integers(0, 3),
}
GROUPS_OF_TOWN = [0, 0, 1, 1, 2, 2, 3]
CORNERS = [
    dict.fromkeys(PERSON) | {"latitude": -31.0, "longitude": -31.0, "on_team": True, "group": 0},
    dict.fromkeys(PERSON) | {"latitude": 31.0, "longitude": 31.0, "on_team": False, "group": 1},
]


def rings_that_hold(found: Arranged) -> list[int]:
    """The ring on which each stands: 0 the middle, 5 the band of those not reached."""
    rims = [one.w for one in found.grounds if one.kind == "ring"]
    band = [one.x for one in found.grounds if one.kind == "band"]
    far = np.hypot(found.x, found.y)
    beside = np.array([bool(band) and x >= band[0] for x in found.x])
    inner = 8.0  # of those in the middle
    return np.where(beside, 5, np.searchsorted([inner, *rims], far)).tolist()


def a_map(people: Sequence[dict[str, object]], ends: Sequence[tuple[int, int]] = ()) -> Map:
    rows = pd.DataFrame([*CORNERS, *people], columns=list(PERSON))
    for column in ("influence", "interest"):
        rows[column] = rows[column].astype("Int64")
    rows["id"] = [f"s_{number}" for number in range(len(rows))]
    rows["ordinal"] = range(len(rows))
    lines = pd.DataFrame(list(ends), columns=["source", "target"], dtype="int64")
    return Map(
        people=rows,
        lines=lines.assign(depth=pd.array([2] * len(lines), dtype="Int64"), status="live"),
        groups=pd.DataFrame({"id": ["c_0", "c_1", "c_2", ""]}),
    )


def whole(store_snapshot: Snapshot, map_: Map, arrangement: Arrangement) -> Arranged:
    return arranged(store_snapshot, map_, arrangement=arrangement)


def at(map_: Map, found: Arranged) -> dict[str, tuple[float, float]]:
    places = zip(found.x.tolist(), found.y.tolist(), strict=True)
    return dict(zip(map_.people["id"], places, strict=True))


NOTHING = Snapshot(
    landscape=Landscape(id="l", name="A"),
    **{name: pd.DataFrame() for name in Snapshot.__slots__ if name != "landscape"},
)


@pytest.mark.parametrize("arrangement", WORKED_OUT)
@settings(max_examples=40, deadline=None)
@given(
    people=st.lists(st.fixed_dictionaries(PERSON), max_size=40),
    newcomer=st.fixed_dictionaries(PERSON | {"on_team": st.just(False)}),
    ends=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), max_size=2),
)
def test_somebody_who_is_added_moves_nobody(
    arrangement: Arrangement,
    people: list[dict[str, object]],
    newcomer: dict[str, object],
    ends: list[tuple[int, int]],
) -> None:
    before, after = a_map(people, ends), a_map([*people, newcomer], ends)
    first = at(before, whole(NOTHING, before, arrangement))
    second = at(after, whole(NOTHING, after, arrangement))
    assert {id_: second[id_] for id_ in first} == first
    assert np.isfinite([*second.values()]).all()


@pytest.mark.parametrize("arrangement", WORKED_OUT)
@settings(max_examples=20, deadline=None)
@given(
    people=st.lists(st.fixed_dictionaries(PERSON), max_size=30),
    shuffling=st.randoms(use_true_random=False),
)
def test_places_do_not_depend_on_the_order_of_the_rows(
    arrangement: Arrangement, people: list[dict[str, object]], shuffling: object
) -> None:
    map_ = a_map(people, [(0, 1)])
    order = list(range(len(map_.people)))
    shuffling.shuffle(order)  # type: ignore[attr-defined]
    rank = np.argsort(np.array(order))
    other = replace(
        map_,
        people=map_.people.iloc[order].reset_index(drop=True),
        lines=map_.lines.assign(
            source=rank[map_.lines["source"]], target=rank[map_.lines["target"]]
        ),
    )
    assert at(other, whole(NOTHING, other, arrangement)) == at(
        map_, whole(NOTHING, map_, arrangement)
    )


@pytest.mark.parametrize("arrangement", WORKED_OUT)
@settings(max_examples=20, deadline=None)
@given(people=st.lists(st.fixed_dictionaries(PERSON), min_size=1, max_size=60))
def test_nobody_stands_on_another(
    arrangement: Arrangement, people: list[dict[str, object]]
) -> None:
    map_ = a_map(people)
    places = at(map_, whole(NOTHING, map_, arrangement)).values()
    assert len({(round(x, 6), round(y, 6)) for x, y in places}) == len(map_.people)


@pytest.mark.parametrize(
    ("arrangement", "expected"),
    [
        (Arrangement.RINGS, [(0.0, 0.0), (-5.998, 17.518), (56.0, 1.2), (52.862, -22.545)]),
        (Arrangement.GRID, [(10.36, 56.63), (94.64, 58.697), (25.48, 15.7), (22.4, 55.228)]),
        (
            Arrangement.LEVELS,
            [(78.603, 55.945), (104.464, 60.659), (63.086, 5.769), (26.881, 56.878)],
        ),
        (Arrangement.PLACES, [(-31.0, 32.634), (31.0, -32.634), (0.25, -12.6), (-3.674, -9.006)]),
    ],
)
def test_places_are_the_same_on_every_machine(
    arrangement: Arrangement, expected: list[tuple[float, float]]
) -> None:
    told = {"influence": 4, "interest": 2, "level": "international", "on_team": False, "group": 2}
    here = {"latitude": 12.5, "longitude": 0.25}
    map_ = a_map(
        [told | here, dict.fromkeys(PERSON) | here | {"on_team": False, "group": 3}], [(0, 1)]
    )
    found = at(map_, whole(NOTHING, map_, arrangement))
    assert [(round(x, 3), round(y, 3)) for x, y in found.values()] == expected


# From the store


def read(store: Store, landscape_id: str) -> tuple[Snapshot, Map]:
    snapshot = store.snapshot(LOCAL, landscape_id, tables=arranging.TABLES)
    return snapshot, map_of(snapshot)


def test_groups_stand_as_they_are_stored(store: Store, small_town: str) -> None:
    snapshot, map_ = read(store, small_town)
    found = arranged(snapshot, map_, arrangement=Arrangement.GROUPS)
    assert at(map_, found)["s_hall"] == (-3.0, 3.0)
    assert [(one.id, one.label, one.part, one.count) for one in found.regions] == [
        ("c_public", "Public bodies", 0, 2),
        ("c_people", "Residents", 1, 2),
        ("c_farm", "Farmers", 2, 2),
        ("c_media", "Media", 3, 1),
    ]
    assert found.part.tolist() == GROUPS_OF_TOWN
    assert found.absent == ""


def test_sides_are_placed_the_first_time_they_are_chosen(store: Store, small_town: str) -> None:
    snapshot, map_ = read(store, small_town)
    asked = {"arrangement": Arrangement.SIDES, "boundary_id": "b_office"}
    assert placing.needs_placing(snapshot, Arrangement.SIDES, "b_office")
    absent = arranged(snapshot, map_, **asked)
    assert np.isnan(absent.x).all()
    assert absent.absent == "7 stakeholders have no place here."
    batch = placing.place_for(LOCAL, store, small_town, Arrangement.SIDES, "b_office")
    assert batch is not None
    assert (batch.kind, batch.label) == (
        "tidy",
        "Arrange the map by the sides of Offices and fields",
    )
    snapshot, map_ = read(store, small_town)
    assert not placing.needs_placing(snapshot, Arrangement.SIDES, "b_office")
    assert placing.place_for(LOCAL, store, small_town, Arrangement.SIDES, "b_office") is None
    found = arranged(snapshot, map_, **asked)
    assert [(one.id, one.label, one.part, one.count) for one in found.regions] == [
        ("", "On no side", -2, 1),
        ("Fields", "Fields", 0, 3),
        ("Offices", "Offices", 1, 3),
    ]
    assert found.part.tolist() == [1, 1, -2, 0, 0, 0, 1]  # Ida belongs to the Farmers as well
    for part, x, y in zip(found.part, found.x, found.y, strict=True):
        disc = next(one for one in found.regions if one.part == part)
        assert np.hypot(x - disc.x, y - disc.y) < disc.radius


def test_who_stands_on_two_sides_stands_between_them(store: Store, small_town: str) -> None:
    also = pd.DataFrame(
        {"id": ["s_hall/c_farm"], "stakeholder_id": ["s_hall"], "constituency_id": ["c_farm"]}
    )
    store.apply(LOCAL, small_town, Edit(label="x", put={"membership": also}))
    placing.place_for(LOCAL, store, small_town, Arrangement.SIDES, "b_office")
    snapshot, map_ = read(store, small_town)
    found = arranged(snapshot, map_, arrangement=Arrangement.SIDES, boundary_id="b_office")
    assert found.part[0] == -1
    for disc in found.regions:
        assert np.hypot(found.x[0] - disc.x, found.y[0] - disc.y) > disc.radius


def test_the_free_arrangement_has_no_regions(store: Store, small_town: str) -> None:
    placing.place_for(LOCAL, store, small_town, Arrangement.FREE)
    found = arranged(*read(store, small_town), arrangement=Arrangement.FREE)
    assert found.regions == ()
    assert np.isfinite(found.x).all()
    assert found.part.tolist() == GROUPS_OF_TOWN


def test_what_a_file_drew_is_turned_downwards(store: Store, small_town: str) -> None:
    drawn = pd.DataFrame(
        {
            "id": ["drawn/s_hall", "drawn/s_mill"],
            "arrangement": "drawn",
            "stakeholder_id": ["s_hall", "s_mill"],
            "x": [10.0, 1e300],
            "y": [20.0, -5.0],
        }
    )
    store.apply(LOCAL, small_town, Edit(label="x", put={"placement": drawn}))
    snapshot, map_ = read(store, small_town)
    found = arranged(snapshot, map_, arrangement=Arrangement.DRAWN)
    assert at(map_, found)["s_hall"] == (10.0, -20.0)
    assert at(map_, found)["s_mill"] == (1e9, 5.0)
    assert found.absent == "5 stakeholders have no place here."
    placing.pin(LOCAL, store, small_town, "s_hall", 11.0, -21.0, arrangement=Arrangement.DRAWN)
    snapshot, map_ = read(store, small_town)
    again = arranged(snapshot, map_, arrangement=Arrangement.DRAWN)
    assert at(map_, again)["s_hall"] == (11.0, -21.0)
    assert again.pinned.tolist() == [True] + [False] * 6


@pytest.mark.parametrize(
    ("centre", "stand"),
    [(None, [0, 1, 1, 0, 2, 3, 5]), ("s_news", [5, 5, 5, 5, 5, 5, 0])],
)
def test_rings_count_steps_from_us_or_from_anyone(
    store: Store, small_town: str, centre: str | None, stand: list[int]
) -> None:
    found = arranged(*read(store, small_town), arrangement=Arrangement.RINGS, centre_id=centre)
    assert rings_that_hold(found) == stand
    assert found.part.tolist() == GROUPS_OF_TOWN


def test_a_relationship_that_is_broken_leads_nowhere(store: Store, small_town: str) -> None:
    broken = pd.DataFrame({"id": ["r5"], "status": ["broken"]})
    store.apply(LOCAL, small_town, Edit(label="x", put={"relationship": broken}))
    found = arranged(*read(store, small_town), arrangement=Arrangement.RINGS)
    assert rings_that_hold(found) == [0, 1, 1, 0, 2, 5, 5]


@pytest.mark.parametrize(
    ("centre", "words"),
    [
        (None, "Nobody is marked as one of us. Say first which of these is us."),
        ("gone", "Whom you look from is not on the map any more. Choose somebody else."),
    ],
)
def test_rings_around_nobody_say_why_nobody_has_a_place(
    store: Store, small_town: str, centre: str | None, words: str
) -> None:
    editing.mark_team(LOCAL, store, small_town, [])
    found = arranged(*read(store, small_town), arrangement=Arrangement.RINGS, centre_id=centre)
    assert np.isnan(found.x).all()
    assert found.absent == words


def test_what_is_offered_says_what_is_missing(store: Store, small_town: str) -> None:
    told = {one.arrangement: one for one in offered(read(store, small_town)[0])}
    assert [one for one, offer in told.items() if offer.enough] == [
        *(Arrangement.GROUPS, Arrangement.SIDES, Arrangement.RINGS, Arrangement.FREE),
    ]
    assert told[Arrangement.LEVELS].why_not == "Nobody's level of scale is recorded."
    assert told[Arrangement.GROUPS].why_not == ""


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_nobody_needs_no_place(
    store: Store, empty_landscape: str, arrangement: Arrangement
) -> None:
    snapshot, map_ = read(store, empty_landscape)
    found = arranged(snapshot, map_, arrangement=arrangement, boundary_id="b")
    assert len(found.x) == len(found.y) == len(found.part) == len(found.pinned) == 0
    assert found.regions == ()


def test_a_change_of_sides_moves_those_and_nobody_else(store: Store, small_town: str) -> None:
    placing.place_for(LOCAL, store, small_town, Arrangement.SIDES, "b_office")
    asked = {"arrangement": Arrangement.SIDES, "boundary_id": "b_office"}
    before = at(read(store, small_town)[1], arranged(*read(store, small_town), **asked))
    boundary = Boundary(
        id="b_office",
        name="Offices and fields",
        sides={"c_public": "Offices", "c_media": "Fields", "c_farm": "Fields"},
    )
    editing.save_boundary(LOCAL, store, small_town, boundary)
    snapshot, map_ = read(store, small_town)
    assert not placing.needs_placing(snapshot, Arrangement.SIDES, "b_office")
    after = at(map_, arranged(snapshot, map_, **asked))
    assert {id_ for id_ in after if after[id_] != before[id_]} == {"s_news"}
