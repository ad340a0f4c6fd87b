"""Places are given in the write that adds somebody, and nobody else moves."""

import numpy as np
import pandas as pd
import pytest

from landscape.model.errors import NotFoundError
from landscape.model.principal import LOCAL
from landscape.services.placing import pin, tidy, with_places
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
