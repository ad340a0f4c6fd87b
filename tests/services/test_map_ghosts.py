"""Roles are missing where nobody has them, and unknown where none is recorded."""

import pandas as pd

from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.services.map_ghosts import ghosts, ghosts_in_words
from landscape.store.base import Edit, Store
from tests.services.shown_map import shown


def put(store: Store, landscape_id: str, table: str, **roles: str) -> None:
    frame = pd.DataFrame({"id": list(roles), "roles": list(roles.values())})
    store.apply(LOCAL, landscape_id, Edit(label="Write", put={table: frame}))


def test_where_no_role_is_recorded_nobody_is_missing_as_nothing_is_known(
    store: Store, small_town: str
) -> None:
    snapshot, _ = shown(store, small_town)
    assert ghosts(snapshot) == ()
    assert ghosts_in_words(snapshot) == (
        "Nobody's part in it is recorded, so it cannot be said who is missing."
    )


def test_the_roles_of_groups_and_of_single_stakeholders_are_there(
    store: Store, small_town: str
) -> None:
    """The public bodies have a role of their own; the mayor's stands beside it."""
    put(store, small_town, "constituency", c_public='["decides"]', c_people='["affected"]')
    put(store, small_town, "stakeholder", s_hall='["funds", "bridges"]', s_farm='["delivers"]')
    snapshot, _ = shown(store, small_town)
    assert [(one.key, one.label) for one in ghosts(snapshot)] == [
        ("knows", "those who know it well"),
        ("opposes", "those against it"),
    ]
    assert ghosts(snapshot)[0].told == (
        "Nobody on the map is among those who know it well. Who could it be? Add them, or say on "
        "a group's card that it is their part."
    )
    assert ghosts_in_words(snapshot) == (
        "Nobody on the map is among those who know it well or those against it."
    )


def test_nobody_is_missing_where_every_role_is_somebody_s(store: Store, small_town: str) -> None:
    every = '["decides", "funds", "delivers", "affected", "knows", "opposes", "bridges"]'
    put(store, small_town, "stakeholder", s_hall=every)
    snapshot, _ = shown(store, small_town)
    assert ghosts(snapshot) == ()
    assert ghosts_in_words(snapshot) == "Every part in it is somebody's on the map."


def test_who_may_not_read_roles_is_told_of_none(store: Store, small_town: str) -> None:
    put(store, small_town, "stakeholder", s_hall='["decides"]')
    snapshot, _ = shown(store, small_town, Principal(id="ann", role=AccessRole.VIEWER))
    assert ghosts(snapshot) == ()
