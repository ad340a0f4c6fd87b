"""The silences between the groups of the small town, which stand at the corners of a square.

Public bodies stand at the top left, residents at the top right, farmers at the bottom left and
media at the bottom right; nobody stands in the middle.
"""

import pandas as pd
import pytest

from landscape.model.map_look import Arrangement
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.services.arranging import arranged
from landscape.services.map_silence import SilentGap, gaps
from landscape.store.base import Edit, Store
from tests.services.shown_map import shown

Between = dict[tuple[str, str], SilentGap]


def silences(
    store: Store, landscape_id: str, principal: Principal = LOCAL, *, boundary: str | None = None
) -> Between:
    """The gaps by the labels of the regions on both of their sides."""
    snapshot, map_ = shown(store, landscape_id, principal)
    how = Arrangement.SIDES if boundary else Arrangement.GROUPS
    stand = arranged(snapshot, map_, arrangement=how, boundary_id=boundary, centre_id=None)
    found = gaps(snapshot, map_, stand)
    return {
        (stand.regions[one.source].label, stand.regions[one.target].label): one for one in found
    }


def put(store: Store, landscape_id: str, table: str, **columns: list[object]) -> None:
    frame = pd.DataFrame(columns)
    store.apply(LOCAL, landscape_id, Edit(label="Write", put={table: frame}))


def test_where_nothing_runs_there_is_silence_and_where_something_does_there_is_none(
    store: Store, small_town: str
) -> None:
    """Public bodies are related to the residents and to the farmers."""
    assert set(silences(store, small_town)) == {
        ("Public bodies", "Media"),
        ("Residents", "Farmers"),
        ("Residents", "Media"),
        ("Farmers", "Media"),
    }


def test_none_is_reported_where_somebody_on_one_side_answered(
    store: Store, small_town: str
) -> None:
    gap = silences(store, small_town)["Farmers", "Media"]
    assert gap.kind == "none reported"
    assert gap.told == (
        "None reported between Farmers and Media: 0 of 2 in Farmers and 1 of 1 in Media answered."
    )
    assert gap.opens == ()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "not_asked",
            "Nobody in Farmers or Media was asked. What runs between them is not known.",
        ),
        (
            "asked",
            "Nobody in Farmers or Media answered; 1 was asked. "
            "What runs between them is not known.",
        ),
        (
            None,
            "It is not recorded that anybody in Farmers or Media was asked. "
            "What runs between them is not known.",
        ),
    ],
)
def test_it_is_not_asked_where_nobody_answered(
    store: Store, small_town: str, asked: str | None, told: str
) -> None:
    put(store, small_town, "stakeholder", id=["s_news"], asked=[asked])
    gap = silences(store, small_town)["Farmers", "Media"]
    assert (gap.kind, gap.told) == ("not asked", told)


def test_who_would_open_the_door_is_named(store: Store, small_town: str) -> None:
    put(
        store,
        small_town,
        "legitimacy",
        id=["g2"],
        constituency_id=["c_media"],
        door_opener=["the old <b>editor</b>"],
    )
    gap = silences(store, small_town)["Residents", "Media"]
    assert gap.opens == (("s_ida", "Ida Brook"), ("", "the old <b>editor</b>"))


def test_where_nobody_is_named_those_related_to_both_are(store: Store, small_town: str) -> None:
    put(
        store,
        small_town,
        "relationship",
        id=["r6"],
        source_id=["s_news"],
        target_id=["s_hall"],
    )
    store.apply(LOCAL, small_town, Edit(label="Close", remove={"legitimacy": ["g1"]}))
    gap = silences(store, small_town)["Residents", "Media"]
    assert gap.opens == (("s_hall", "Town hall"),)
    assert gap.told.endswith(" Those named are related to both.")


def test_a_dormant_relationship_breaks_the_silence_and_opens_no_door(
    store: Store, small_town: str
) -> None:
    put(
        store,
        small_town,
        "relationship",
        id=["r6"],
        source_id=["s_news"],
        target_id=["s_hall"],
        status=["dormant"],
    )
    store.apply(LOCAL, small_town, Edit(label="Close", remove={"legitimacy": ["g1"]}))
    found = silences(store, small_town)
    assert ("Public bodies", "Media") not in found
    assert found["Residents", "Media"].opens == ()


def test_who_may_not_read_the_doors_is_told_of_none(store: Store, small_town: str) -> None:
    viewer = Principal(id="ann", role=AccessRole.VIEWER)
    gap = silences(store, small_town, viewer)["Residents", "Farmers"]
    assert gap.opens == ()
    assert gap.kind == "not asked"
    assert gap.told.startswith("It is not recorded that anybody in Residents or Farmers was asked.")


def test_those_in_no_group_have_no_silence(store: Store, small_town: str) -> None:
    put(store, small_town, "stakeholder", id=["s_news"], constituency_id=[None])
    found = silences(store, small_town)
    assert set(found) == {("Residents", "Farmers")}


def test_a_landscape_without_groups_has_none(store: Store, empty_landscape: str) -> None:
    assert silences(store, empty_landscape) == {}
