"""Editing on the map: each gesture one step that can be undone, and nothing else moves."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from landscape.model.constituency import Constituency
from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.map_look import Arrangement, MapLook
from landscape.model.map_view import MapView
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.model.relationship import Relationship
from landscape.model.stakeholder import Stakeholder
from landscape.services import editing, map_editing, map_views, placing
from landscape.services.checks import row_with_id
from landscape.services.map_editing import Spot
from landscape.store.base import Batch, Edit, Store
from landscape.store.duckdb.store import DuckDBStore
from tests.fixtures import small_town_edit
from tests.store.contract import rows

OTHER = Principal(id="e", role=AccessRole.EDITOR)
BEES = Stakeholder(id="s_bees", name="Beekeepers")
IN_FARMERS = Spot(x=-2.4, y=-3.2)  # the disc of the farmers is around (-2.5, -3)
IN_THE_OPEN = Spot(x=0.0, y=0.0)


def place_of(
    store: Store, landscape_id: str, who: str, arrangement: str = "groups"
) -> dict[str, object]:
    return row_with_id(store.snapshot(LOCAL, landscape_id).placement, f"{arrangement}/{who}") or {}


def places(store: Store, landscape_id: str) -> dict[str, tuple[float, float]]:
    table = store.snapshot(LOCAL, landscape_id).placement
    table = table[table["arrangement"] == "groups"]
    return {
        str(who): (float(x), float(y))
        for who, x, y in table[["stakeholder_id", "x", "y"]].itertuples(index=False)
    }


def groups(store: Store, landscape_id: str) -> dict[str, object]:
    people = store.snapshot(LOCAL, landscape_id).stakeholder
    return dict(
        zip(
            people["id"],
            people["constituency_id"].astype(object).where(people["constituency_id"].notna(), None),
            strict=True,
        )
    )


def test_who_is_added_stands_where_the_hand_pointed_and_nobody_else_moves(
    store: DuckDBStore, small_town: str
) -> None:
    before = places(store, small_town)
    farmer = replace(BEES, constituency_id="c_farm")
    batch = map_editing.add_at(LOCAL, store, small_town, farmer, IN_FARMERS)
    after = places(store, small_town)
    assert after.pop("s_bees") == (-2.4, -3.2)
    assert after == before
    assert place_of(store, small_town, "s_bees")["pinned"] is False
    assert (batch.label, batch.revision) == ("Added Beekeepers", 2)


@pytest.mark.parametrize("group", [None, "c_farm"])
def test_in_the_open_everybody_may_stand(
    store: DuckDBStore, small_town: str, group: str | None
) -> None:
    somebody = replace(BEES, constituency_id=group)
    map_editing.add_at(LOCAL, store, small_town, somebody, IN_THE_OPEN)
    assert places(store, small_town)["s_bees"] == (0.0, 0.0)


@pytest.mark.parametrize("group", [None, "c_media"])
def test_in_the_region_of_others_one_gets_a_place_among_ones_own(
    store: DuckDBStore, small_town: str, group: str | None
) -> None:
    somebody = replace(BEES, constituency_id=group)
    map_editing.add_at(LOCAL, store, small_town, somebody, IN_FARMERS)
    assert places(store, small_town)["s_bees"] != (-2.4, -3.2)


def test_who_is_added_with_a_group_that_was_typed_stands_where_the_hand_pointed(
    store: DuckDBStore, small_town: str
) -> None:
    bees = Constituency(id="c_bees", name="Bees")
    somebody = replace(BEES, constituency_id="c_bees")
    map_editing.add_at(LOCAL, store, small_town, somebody, IN_THE_OPEN, new_group=bees)
    assert places(store, small_town)["s_bees"] == (0.0, 0.0)
    assert groups(store, small_town)["s_bees"] == "c_bees"


def test_where_places_follow_from_what_is_recorded_none_is_kept(
    store: DuckDBStore, small_town: str
) -> None:
    spot = replace(IN_THE_OPEN, arrangement=Arrangement.GRID)
    map_editing.add_at(LOCAL, store, small_town, BEES, spot)
    kept = store.snapshot(LOCAL, small_town).placement
    assert set(kept.loc[kept["stakeholder_id"] == "s_bees", "arrangement"]) == {"groups"}


def with_sides(store: Store, landscape_id: str, boundary_id: str) -> None:
    """Regions of the sides, as they are kept once somebody has arranged by them."""
    sides = {"b_bank": ("left", "right"), "b_office": ("Offices", "Fields")}[boundary_id]
    regions = pd.DataFrame(
        {
            "id": [f"sides:{boundary_id}/{side}" for side in sides],
            "arrangement": f"sides:{boundary_id}",
            "group_id": list(sides),
            "x": [-5.0, 5.0],
            "y": [0.0, 0.0],
            "radius": [2.0, 2.0],
        }
    )
    store.apply(LOCAL, landscape_id, Edit(label="Sides", put={"region": regions}))


@pytest.mark.parametrize(
    ("boundary_id", "x", "begun"),
    [
        ("b_bank", -5.0, {"attributes": {"bank": "left"}}),
        ("b_bank", 5.0, {"attributes": {"bank": "right"}}),
        ("b_office", 5.0, {"constituency_id": "c_farm"}),
        ("b_office", -5.0, {}),  # two groups stand on that side
        ("b_bank", 0.0, {}),
        ("b_lost", 5.0, {}),
    ],
)
def test_the_region_under_a_hand_tells_what_can_be_told(
    store: DuckDBStore, small_town: str, boundary_id: str, x: float, begun: dict[str, object]
) -> None:
    if boundary_id != "b_lost":
        with_sides(store, small_town, boundary_id)
    spot = Spot(x=x, y=0.0, arrangement=Arrangement.SIDES, boundary_id=boundary_id)
    assert map_editing.begun_at(store.snapshot(LOCAL, small_town), spot) == begun


def test_on_its_own_side_a_place_is_kept_in_that_arrangement(
    store: DuckDBStore, small_town: str
) -> None:
    with_sides(store, small_town, "b_bank")
    spot = Spot(x=4.5, y=0.5, arrangement=Arrangement.SIDES, boundary_id="b_bank")
    right = replace(BEES, attributes={"bank": "right"})
    map_editing.add_at(LOCAL, store, small_town, right, spot)
    kept = place_of(store, small_town, "s_bees", "sides:b_bank")
    assert (kept["x"], kept["y"]) == (4.5, 0.5)
    assert "s_bees" in places(store, small_town)


def test_a_group_begins_where_one_points_into_its_region(
    store: DuckDBStore, small_town: str
) -> None:
    snapshot = store.snapshot(LOCAL, small_town)
    assert map_editing.begun_at(snapshot, IN_FARMERS) == {"constituency_id": "c_farm"}
    assert map_editing.begun_at(snapshot, IN_THE_OPEN) == {}


def test_several_are_put_in_a_group_in_one_step(store: DuckDBStore, small_town: str) -> None:
    before = rows(store.snapshot(LOCAL, small_town))
    some = ["s_hall", "s_farm", "s_news"]
    batch = map_editing.put_in_group(LOCAL, store, small_town, some, "c_farm")
    after = groups(store, small_town)
    assert [after[who] for who in some] == ["c_farm"] * 3
    assert batch.label == "Put 2 stakeholders in Farmers"  # the farms were there already
    store.undo(LOCAL, small_town, batch.id)
    assert rows(store.snapshot(LOCAL, small_town)) == before


def test_several_are_put_in_a_group_that_is_added_with_them(
    store: DuckDBStore, small_town: str
) -> None:
    added = Constituency(id="c_bees", name="Bees")
    batch = map_editing.put_in_group(LOCAL, store, small_town, ["s_hall"], added)
    assert groups(store, small_town)["s_hall"] == "c_bees"
    assert batch.label == "Put Town hall in Bees"
    row = row_with_id(store.snapshot(LOCAL, small_town).constituency, "c_bees") or {}
    assert row["ordinal"] == 4


def test_several_are_taken_out_of_their_groups(store: DuckDBStore, small_town: str) -> None:
    map_editing.put_in_group(LOCAL, store, small_town, ["s_hall", "s_water"], None)
    after = groups(store, small_town)
    assert (after["s_hall"], after["s_water"], after["s_mill"]) == (None, None, "c_people")


def test_nothing_to_change_is_said(store: DuckDBStore, small_town: str) -> None:
    with pytest.raises(InvalidValueError, match="All of them are in 'Farmers' already"):
        map_editing.put_in_group(LOCAL, store, small_town, ["s_farm"], "c_farm")
    with pytest.raises(NotFoundError, match="That group is not there any more"):
        map_editing.put_in_group(LOCAL, store, small_town, ["s_farm"], "c_lost")
    with pytest.raises(NotFoundError, match="A stakeholder that you picked"):
        map_editing.put_in_group(LOCAL, store, small_town, ["s_farm", "s_lost"], "c_media")
    named = Constituency(id="c_2", name="farmers")
    with pytest.raises(InvalidValueError, match="There is a group named 'farmers' already"):
        map_editing.put_in_group(LOCAL, store, small_town, ["s_hall"], named)


def renamed(store: Store, landscape_id: str, name: str, principal: Principal = LOCAL) -> Batch:
    row = pd.DataFrame({"id": ["s_hall"], "name": [name]})
    return store.apply(principal, landscape_id, Edit(label=name, put={"stakeholder": row}))


def offered(store: Store, landscape_id: str) -> tuple[str | None, str | None]:
    last = map_editing.last_changes(LOCAL, store, landscape_id)
    return (last.undo and last.undo.label, last.redo and last.redo.label)


def test_undo_and_redo_go_back_and_forth_one_step_at_a_time(
    store: DuckDBStore, small_town: str
) -> None:
    for name in ("A", "B", "C"):
        renamed(store, small_town, name)
    seen = [offered(store, small_town)]
    for press in ("undo", "undo", "redo", "undo", "redo", "redo"):
        last = map_editing.last_changes(LOCAL, store, small_town)
        batch = last.undo if press == "undo" else last.redo
        assert batch is not None
        work = store.undo if press == "undo" else store.redo
        work(LOCAL, small_town, batch.id)
        seen.append(offered(store, small_town))
    assert seen == [
        ("C", None),
        ("B", "C"),
        ("A", "B"),
        ("B", "C"),
        ("A", "B"),
        ("B", "C"),
        ("C", None),
    ]


def test_after_another_change_nothing_is_brought_back(store: DuckDBStore, small_town: str) -> None:
    store.undo(LOCAL, small_town, renamed(store, small_town, "A").id)
    renamed(store, small_town, "B")
    assert offered(store, small_town) == ("B", None)


def test_what_others_did_and_what_files_brought_is_not_taken_back_by_a_press(
    store: DuckDBStore, small_town: str
) -> None:
    renamed(store, small_town, "A")
    renamed(store, small_town, "B", OTHER)
    assert offered(store, small_town) == (None, None)
    store.apply(LOCAL, small_town, Edit(label="Import", kind="import"))
    assert offered(store, small_town) == (None, None)


def test_a_landscape_without_changes_offers_nothing(
    store: DuckDBStore, empty_landscape: str
) -> None:
    assert offered(store, empty_landscape) == (None, None)


def test_more_steps_than_a_page_of_history_can_be_taken_back(
    store: DuckDBStore, small_town: str
) -> None:
    for number in range(34):
        renamed(store, small_town, f"Name {number}")
    for _ in range(33):
        last = map_editing.last_changes(LOCAL, store, small_town).undo
        assert last is not None
        store.undo(LOCAL, small_town, last.id)
    assert offered(store, small_town) == ("Name 0", "Name 1")


def test_choosing_an_arrangement_is_no_change_to_take_back(
    store: DuckDBStore, small_town: str
) -> None:
    renamed(store, small_town, "A")
    placing.place_for(LOCAL, store, small_town, Arrangement.FREE)
    assert offered(store, small_town) == ("A", None)


PEOPLE = ("s_hall", "s_water", "s_mill", "s_ida", "s_farm", "s_vine", "s_news")
SOME = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True)
NUMBERS = st.floats(-5, 5)


@st.composite
def gestures(draw: st.DrawFn) -> tuple[str, tuple[object, ...]]:
    """One gesture on the map with what it is about."""
    kind = draw(
        st.sampled_from(
            (
                "add",
                "connect",
                "remove",
                "group",
                "new group",
                "pin",
                "unpin",
                "view",
                "undo",
                "redo",
            )
        )
    )
    if kind == "add":
        return kind, (draw(NUMBERS), draw(NUMBERS), draw(st.sampled_from((None, "c_farm"))))
    if kind == "connect":
        return kind, tuple(draw(st.permutations(PEOPLE))[:2])
    if kind == "view":
        return kind, (draw(st.sampled_from(("group", "kind"))),)
    return kind, (draw(SOME),)


def do(store: Store, landscape_id: str, kind: str, about: tuple[object, ...]) -> Batch | None:
    """Make a gesture; None where it is refused, as with somebody who has gone."""
    try:
        return attempted(store, landscape_id, kind, about)
    except (InvalidValueError, NotFoundError):
        return None


def attempted(
    store: Store, landscape_id: str, kind: str, about: tuple[object, ...]
) -> Batch | None:
    here = (LOCAL, store, landscape_id)
    match kind, about:
        case "add", (float(x), float(y), group):
            somebody = Stakeholder(id=draw_id("s"), name=draw_id("n"), constituency_id=group)  # type: ignore[arg-type]
            return map_editing.add_at(*here, somebody, Spot(x=x, y=y))
        case "connect", (str(one), str(other)):
            line = Relationship(id=draw_id("r"), source_id=one, target_id=other, kind=draw_id("k"))
            return editing.save_relationship(*here, line)
        case "remove", (list(some),):
            return editing.remove_stakeholders(*here, some)
        case "group", (list(some),):
            return map_editing.put_in_group(*here, some, "c_media")
        case "new group", (list(some),):
            added = Constituency(id=draw_id("c"), name=draw_id("n"))
            return map_editing.put_in_group(*here, some, added)
        case (("pin" | "unpin"), (list(some),)):
            return (placing.keep if kind == "pin" else placing.unpin)(*here, some)
        case "view", (str(colour),):
            view = MapView(id=draw_id("v"), name=draw_id("n"), look=MapLook(colour=colour))
            return map_views.save_view(*here, view)
    return None


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(done=st.lists(gestures(), min_size=1, max_size=7))
def test_any_gestures_taken_back_one_by_one_give_the_same_landscape(
    done: list[tuple[str, tuple[object, ...]]], store: DuckDBStore
) -> None:
    landscape_id = draw_id("l")
    store.create_landscape(LOCAL, Landscape(id=landscape_id, name="Any"))
    store.apply(LOCAL, landscape_id, replace(small_town_edit(), kind="sample"))
    states = [rows(store.snapshot(LOCAL, landscape_id))]
    at = 0
    for kind, about in done:
        last = map_editing.last_changes(LOCAL, store, landscape_id)
        if kind == "undo":
            assert (last.undo is not None) is (at > 0)
            if last.undo is not None:
                store.undo(LOCAL, landscape_id, last.undo.id)
                at -= 1
        elif kind == "redo":
            assert (last.redo is not None) is (at < len(states) - 1)
            if last.redo is not None:
                store.redo(LOCAL, landscape_id, last.redo.id)
                at += 1
        elif do(store, landscape_id, kind, about) is not None:
            states = [*states[: at + 1], rows(store.snapshot(LOCAL, landscape_id))]
            at += 1
        assert rows(store.snapshot(LOCAL, landscape_id)) == states[at]
    while (last := map_editing.last_changes(LOCAL, store, landscape_id)).undo is not None:
        store.undo(LOCAL, landscape_id, last.undo.id)
        at -= 1
        assert rows(store.snapshot(LOCAL, landscape_id)) == states[at]
    assert at == 0
    while (last := map_editing.last_changes(LOCAL, store, landscape_id)).redo is not None:
        store.redo(LOCAL, landscape_id, last.redo.id)
        at += 1
        assert rows(store.snapshot(LOCAL, landscape_id)) == states[at]
    assert at == len(states) - 1
