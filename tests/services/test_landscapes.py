"""Landscapes as wholes: begun, renamed, put away and taken back."""

import pytest

from landscape.model.errors import ConflictError, InvalidValueError
from landscape.model.principal import LOCAL
from landscape.services.landscapes import change_landscape, create_empty
from landscape.store.duckdb.store import DuckDBStore


def test_an_empty_landscape_has_a_name_and_nothing_else(store: DuckDBStore) -> None:
    landscape = create_empty(LOCAL, store, " Our valley ")
    assert (landscape.name, landscape.challenge, landscape.revision) == ("Our valley", None, 0)
    assert store.batches(LOCAL, landscape.id) == ()


def test_a_landscape_without_a_name_is_refused(store: DuckDBStore) -> None:
    with pytest.raises(InvalidValueError, match=r"A landscape has no name\. Give it one\."):
        create_empty(LOCAL, store, " ")


def test_what_it_is_about_is_one_change_that_can_be_taken_back(
    store: DuckDBStore, empty_landscape: str
) -> None:
    batch = change_landscape(
        LOCAL,
        store,
        empty_landscape,
        name="Full valley",
        challenge="Floods",
        difference_sought=None,
        scope=None,
        out_of_scope=None,
    )
    after = store.landscape(LOCAL, empty_landscape)
    assert (after.name, after.challenge, after.revision) == ("Full valley", "Floods", 1)
    store.undo(LOCAL, empty_landscape, batch.id)
    before = store.landscape(LOCAL, empty_landscape)
    assert (before.name, before.challenge) == ("Empty valley", None)


def test_a_deleted_landscape_can_be_restored_with_its_map(
    store: DuckDBStore, small_town: str
) -> None:
    store.delete_landscape(LOCAL, small_town)
    assert store.landscapes(LOCAL) == ()
    assert [found.id for found in store.landscapes(LOCAL, deleted=True)] == [small_town]
    store.restore_landscape(LOCAL, small_town)
    assert len(store.snapshot(LOCAL, small_town).stakeholder) == 7


def test_what_another_window_wrote_meanwhile_is_not_overwritten(
    store: DuckDBStore, empty_landscape: str
) -> None:
    seen = store.landscape(LOCAL, empty_landscape)
    said = {"difference_sought": None, "scope": None, "out_of_scope": None}
    change_landscape(
        LOCAL, store, empty_landscape, name=seen.name, challenge="Floods", seen=seen, **said
    )
    with pytest.raises(ConflictError) as conflict:
        change_landscape(
            LOCAL, store, empty_landscape, name="Dry valley", challenge=None, seen=seen, **said
        )
    assert conflict.value.what == "'Empty valley' was changed meanwhile: challenge."
    after = store.landscape(LOCAL, empty_landscape)
    assert (after.name, after.challenge) == ("Empty valley", "Floods")
