"""What the first page says; expected values were counted by hand in the small town."""

import pandas as pd

from landscape.model.principal import LOCAL
from landscape.model.scales import Role
from landscape.services.overview import NextStep, overview
from landscape.store.base import Edit


def read(store, landscape_id, *, has_round=False):
    return overview(store.snapshot(LOCAL, landscape_id), has_round=has_round)


def test_groups_are_counted_with_who_answered(store, small_town):
    groups = read(store, small_town).groups
    assert groups.to_dict("list") == {
        "id": ["c_public", "c_people", "c_farm", "c_media"],
        "group": ["Public bodies", "Residents", "Farmers", "Media"],
        "stakeholders": [2, 2, 2, 1],
        "answered": [2, 2, 0, 1],
        "asked": [0, 0, 0, 0],
        "not_asked": [0, 0, 2, 0],
        "not_known": [0, 0, 0, 0],
    }


def test_not_asked_silent_and_not_known_are_kept_apart(store, small_town):
    people = pd.DataFrame(
        {
            "id": ["s_farm", "s_vine", "s_news"],
            "asked": [None, None, "asked"],
        }
    )
    assert read(store, small_town).unheard == ("Farmers",)
    store.apply(LOCAL, small_town, Edit(label="x", put={"stakeholder": people}))
    said = read(store, small_town)
    assert (said.unheard, said.silent, said.unknown) == ((), ("Media",), ("Farmers",))


def test_groups_without_a_door_or_a_stake_are_named(store, small_town):
    said = read(store, small_town)
    assert said.without_door == ("Public bodies", "Farmers", "Media")
    assert said.without_stake == ("Media",)


def test_who_is_missing_is_said_only_where_roles_are_recorded(store, small_town):
    assert read(store, small_town).missing is None
    groups = pd.DataFrame(
        {"id": ["c_public", "c_people"], "roles": ['["decides", "funds"]', '["affected"]']}
    )
    store.apply(LOCAL, small_town, Edit(label="x", put={"constituency": groups}))
    assert read(store, small_town).missing == (
        Role.DELIVERS,
        Role.KNOWS,
        Role.OPPOSES,
        Role.BRIDGES,
    )


def test_the_next_step_goes_from_names_to_crossings(store, empty_landscape, small_town):
    assert read(store, empty_landscape).next_step is NextStep.ADD_STAKEHOLDERS
    assert read(store, small_town).next_step is NextStep.SAY_WHERE_WE_STAND
    assert read(store, small_town, has_round=True).next_step is NextStep.READ_CROSSINGS
