"""Places are given in the write that adds somebody, and nobody else moves."""

import numpy as np
import pandas as pd
import pytest

from landscape.model.errors import ConflictError, InvalidValueError, NotFoundError
from landscape.model.map_look import Arrangement
from landscape.model.principal import LOCAL
from landscape.services import editing
from landscape.services.placing import (
    is_arranging,
    keep,
    pin,
    pin_together,
    place_for,
    tidy,
    unpin,
    with_places,
)
from landscape.store.base import Edit, Store


def places(store: Store, landscape_id: str) -> dict[str, tuple[float, float]]:
    table = store.snapshot(LOCAL, landscape_id, tables=("placement",)).placement
    return {
        id_: (x, y) for id_, x, y in table[["stakeholder_id", "x", "y"]].itertuples(index=False)
    }


def newcomer(id_: str = "s_new", group: str | None = "c_media") -> Edit:
    row = {"id": [id_], "name": [id_], "constituency_id": [group], "ordinal": [9]}
    return Edit(label="Add", put={"stakeholder": pd.DataFrame(row)})


def test_many_newcomers_get_their_places_in_the_write_that_adds_them(
    store: Store, empty_landscape: str
) -> None:
    names = [f"Mill {number}" for number in range(1_200)]
    many = pd.DataFrame(
        {"id": [f"s_{name}" for name in names], "name": names, "ordinal": range(1_200)}
    )
    edit = with_places(LOCAL, store, empty_landscape, Edit(label="Many", put={"stakeholder": many}))
    assert "placement" not in edit.put
    batch = store.apply(LOCAL, empty_landscape, edit)
    places = store.snapshot(LOCAL, empty_landscape).placement
    assert set(places["stakeholder_id"]) == set(many["id"])
    assert len(places) == 1_200
    assert batch.revision == 1
    store.undo(LOCAL, empty_landscape, batch.id)
    assert store.snapshot(LOCAL, empty_landscape).placement.empty


def test_a_newcomer_is_placed_in_the_group_s_region_and_nobody_else_moves(
    store: Store, small_town: str
) -> None:
    before = places(store, small_town)
    store.apply(LOCAL, small_town, with_places(LOCAL, store, small_town, newcomer()))
    after = places(store, small_town)
    x, y = after.pop("s_new")
    assert after == before
    region = store.snapshot(LOCAL, small_town, tables=("region",)).region.set_index("group_id")
    disc = region.loc["c_media"]
    assert np.hypot(x - disc["x"], y - disc["y"]) <= disc["radius"]


def test_a_first_landscape_is_placed_whole(store: Store, empty_landscape: str) -> None:
    edit = Edit(
        label="First",
        put={
            "constituency": pd.DataFrame({"id": ["c"], "name": ["C"], "ordinal": [0]}),
            "stakeholder": pd.DataFrame(
                {
                    "id": ["a", "b", "z"],
                    "name": ["A", "B", "Z"],
                    "constituency_id": ["c", "c", None],
                    "ordinal": [0, 1, 2],
                }
            ),
            "relationship": pd.DataFrame({"id": ["r"], "source_id": ["a"], "target_id": ["b"]}),
        },
    )
    store.apply(LOCAL, empty_landscape, with_places(LOCAL, store, empty_landscape, edit))
    assert set(places(store, empty_landscape)) == {"a", "b", "z"}
    regions = store.snapshot(LOCAL, empty_landscape, tables=("region",)).region
    assert set(regions["group_id"]) == {"c", ""}


def test_the_place_of_somebody_removed_goes_with_them(store: Store, small_town: str) -> None:
    before = places(store, small_town)
    gone = Edit(label="Remove", remove={"stakeholder": ["s_news"]})
    store.apply(LOCAL, small_town, with_places(LOCAL, store, small_town, gone))
    before.pop("s_news")
    assert places(store, small_town) == before


def test_an_edit_that_adds_nobody_places_nobody(store: Store, small_town: str) -> None:
    edit = Edit(label="x", put={"stakeholder": pd.DataFrame({"id": ["s_hall"], "place": ["a"]})})
    assert set(with_places(LOCAL, store, small_town, edit).put) == {"stakeholder"}


@pytest.mark.parametrize("pinned", [False, True])
def test_somebody_who_changes_group_moves_unless_pinned(
    store: Store, small_town: str, pinned: bool
) -> None:
    if pinned:
        pin(LOCAL, store, small_town, "s_vine", 40.0, 41.0)
    before = places(store, small_town)
    move = Edit(
        label="Move",
        put={"stakeholder": pd.DataFrame({"id": ["s_vine"], "constituency_id": ["c_media"]})},
    )
    store.apply(LOCAL, small_town, with_places(LOCAL, store, small_town, move))
    after = places(store, small_town)
    assert (after.pop("s_vine") == before.pop("s_vine")) is pinned
    assert after == before


def test_a_pin_stays_through_tidying_and_undo_brings_everybody_back(
    store: Store, small_town: str
) -> None:
    pin(LOCAL, store, small_town, "s_hall", 12.5, -3.25)
    before = places(store, small_town)
    batch = tidy(LOCAL, store, small_town)
    after = places(store, small_town)
    assert batch.kind == "tidy"
    assert after["s_hall"] == (12.5, -3.25)
    assert after != before
    store.undo(LOCAL, small_town, batch.id)
    assert places(store, small_town) == before


def test_only_somebody_on_the_map_can_be_pinned(store: Store, small_town: str) -> None:
    with pytest.raises(NotFoundError):
        pin(LOCAL, store, small_town, "nobody", 0.0, 0.0)


def test_those_who_are_dragged_together_are_one_step_to_undo(store: Store, small_town: str) -> None:
    before = places(store, small_town)
    spots = {"s_hall": (1.0, 2.0), "s_vine": (3.0, -4.5), "gone": (0.0, 0.0)}
    batch = pin_together(LOCAL, store, small_town, spots)
    assert batch.label == "Move 2 stakeholders"
    after = places(store, small_town)
    assert {id_: after[id_] for id_ in after if after[id_] != before[id_]} == {
        "s_hall": (1.0, 2.0),
        "s_vine": (3.0, -4.5),
    }
    store.undo(LOCAL, small_town, batch.id)
    assert places(store, small_town) == before
    with pytest.raises(NotFoundError):
        pin_together(LOCAL, store, small_town, {"gone": (0.0, 0.0)})


# Every stored arrangement


def stored(store: Store, landscape_id: str) -> dict[str, tuple[float, float, bool]]:
    """The places in all arrangements, by the ids of their rows."""
    table = store.snapshot(LOCAL, landscape_id, tables=("placement",)).placement
    return {
        id_: (x, y, pinned)
        for id_, x, y, pinned in table[["id", "x", "y", "pinned"]].itertuples(index=False)
    }


@pytest.fixture
def arranged_town(store: Store, small_town: str) -> str:
    """The small town, placed by groups, freely and by the sides of both boundaries."""
    place_for(LOCAL, store, small_town, Arrangement.FREE)
    place_for(LOCAL, store, small_town, Arrangement.SIDES, "b_office")
    place_for(LOCAL, store, small_town, Arrangement.SIDES, "b_bank")
    return small_town


def test_a_newcomer_gets_a_place_in_each_arrangement_and_nobody_else_moves(
    store: Store, arranged_town: str
) -> None:
    before = stored(store, arranged_town)
    store.apply(LOCAL, arranged_town, with_places(LOCAL, store, arranged_town, newcomer()))
    after = stored(store, arranged_town)
    assert {id_: after[id_] for id_ in before} == before
    assert sorted(after.keys() - before.keys()) == [
        *("free/s_new", "groups/s_new", "sides:b_bank/s_new", "sides:b_office/s_new")
    ]


def test_many_newcomers_get_their_places_in_each_arrangement(
    store: Store, arranged_town: str
) -> None:
    before = stored(store, arranged_town)
    names = [f"Mill {number}" for number in range(1_100)]
    many = pd.DataFrame(
        {"id": names, "name": names, "ordinal": range(10, 1_110), "constituency_id": "c_farm"}
    ).assign(attributes='{"bank": "left"}')
    edit = with_places(LOCAL, store, arranged_town, Edit(label="Many", put={"stakeholder": many}))
    batch = store.apply(LOCAL, arranged_town, edit)
    after = stored(store, arranged_town)
    assert len(after) == len(before) + 4 * 1_100
    assert {id_: after[id_] for id_ in before} == before
    store.undo(LOCAL, arranged_town, batch.id)
    assert stored(store, arranged_town) == before
    store.redo(LOCAL, arranged_town, batch.id)
    assert stored(store, arranged_town) == after


def test_who_changes_sides_moves_there_only(store: Store, arranged_town: str) -> None:
    before = stored(store, arranged_town)
    crossing = Edit(
        label="x",
        put={"stakeholder": pd.DataFrame({"id": ["s_hall"], "attributes": ['{"bank": "right"}']})},
    )
    store.apply(LOCAL, arranged_town, with_places(LOCAL, store, arranged_town, crossing))
    after = stored(store, arranged_town)
    assert {id_ for id_ in after if after[id_] != before[id_]} == {"sides:b_bank/s_hall"}


def test_places_go_with_stakeholders_and_with_boundaries(store: Store, arranged_town: str) -> None:
    editing.remove_stakeholders(LOCAL, store, arranged_town, ["s_news"])
    assert not any(id_.endswith("/s_news") for id_ in stored(store, arranged_town))
    before = stored(store, arranged_town)
    batch = editing.remove_boundary(LOCAL, store, arranged_town, "b_office")
    here = store.snapshot(LOCAL, arranged_town)
    assert set(here.placement["arrangement"]) == {"groups", "free", "sides:b_bank"}
    assert set(here.region["arrangement"]) == {"groups", "free", "sides:b_bank"}
    store.undo(LOCAL, arranged_town, batch.id)
    assert stored(store, arranged_town) == before


@pytest.mark.parametrize(
    ("arrangement", "boundary_id", "row"),
    [
        (Arrangement.FREE, None, "free/s_hall"),
        (Arrangement.SIDES, "b_office", "sides:b_office/s_hall"),
    ],
)
def test_tidying_one_arrangement_leaves_the_others_and_who_is_pinned(
    store: Store, arranged_town: str, arrangement: Arrangement, boundary_id: str | None, row: str
) -> None:
    where = {"arrangement": arrangement, "boundary_id": boundary_id}
    pin(LOCAL, store, arranged_town, "s_hall", 12.5, -3.25, **where)
    before = stored(store, arranged_town)
    assert before[row] == (12.5, -3.25, True)
    batch = tidy(LOCAL, store, arranged_town, **where)
    after = stored(store, arranged_town)
    name = row.removesuffix("/s_hall")
    assert {id_.rsplit("/", 1)[0] for id_ in after if after[id_] != before[id_]} <= {name}
    assert after[row] == (12.5, -3.25, True)
    store.undo(LOCAL, arranged_town, batch.id)
    assert stored(store, arranged_town) == before


def test_who_is_pinned_where_they_stand_can_be_let_go(store: Store, arranged_town: str) -> None:
    before = stored(store, arranged_town)
    asked = {"arrangement": Arrangement.FREE}
    batch = keep(LOCAL, store, arranged_town, ["s_hall", "s_mill"], **asked)
    assert batch.label == "Pin 2 stakeholders"
    held = stored(store, arranged_town)
    assert [id_ for id_ in held if held[id_][2]] == ["free/s_hall", "free/s_mill"]
    assert {id_: place[:2] for id_, place in held.items()} == {
        id_: place[:2] for id_, place in before.items()
    }
    assert unpin(LOCAL, store, arranged_town, ["s_hall"], **asked).label == "Let Town hall go"
    assert [id_ for id_, place in stored(store, arranged_town).items() if place[2]] == [
        "free/s_mill"
    ]
    with pytest.raises(NotFoundError):
        keep(LOCAL, store, arranged_town, ["nobody"], **asked)


@pytest.mark.parametrize("arrangement", [Arrangement.GRID, Arrangement.RINGS])
def test_nobody_is_moved_where_places_follow_from_what_is_recorded(
    store: Store, small_town: str, arrangement: Arrangement
) -> None:
    with pytest.raises(InvalidValueError):
        pin(LOCAL, store, small_town, "s_hall", 0.0, 0.0, arrangement=arrangement)


def test_a_boundary_that_is_gone_cannot_be_arranged_by(store: Store, small_town: str) -> None:
    with pytest.raises(NotFoundError):
        place_for(LOCAL, store, small_town, Arrangement.SIDES, "b_gone")


def test_taking_back_who_was_added_names_the_arrangement_they_got_a_place_in_since(
    store: Store, small_town: str
) -> None:
    added = store.apply(LOCAL, small_town, with_places(LOCAL, store, small_town, newcomer()))
    later = place_for(LOCAL, store, small_town, Arrangement.FREE)
    assert later is not None
    with pytest.raises(ConflictError) as refused:
        store.undo(LOCAL, small_town, added.id)
    assert refused.value.batches == (later.id,)
    assert (is_arranging(later), is_arranging(added)) == (True, False)
