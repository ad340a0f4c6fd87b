"""A copy of a whole landscape, given on Add data, becomes a landscape of its own."""

import pytest

from landscape.model.principal import LOCAL
from landscape.services.bundle import write_bundle
from landscape.store.duckdb.store import DuckDBStore
from tests.pages.adding import upload
from tests.pages.opening import opened, press, words

PAGE = "pages/data/importing.py"


def test_a_whole_landscape_is_told_and_opened_beside_the_one_at_hand(
    store: DuckDBStore, small_town: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(PAGE, store, monkeypatch)
    data = write_bundle(LOCAL, store, small_town)
    upload(app, ("whole.json", data))
    assert (
        "This is a copy of a whole landscape: **Small town**, with 7 stakeholders, "
        "5 relationships, 4 groups, 1 change and 0 rounds." in words(app)
    )
    assert "Nothing in Small town changes." in words(app)
    press(app, "Open it as a landscape of its own")
    assert [landscape.name for landscape in store.landscapes(LOCAL)] == ["Small town"] * 2
    assert store.landscape(LOCAL, small_town).revision == 1
