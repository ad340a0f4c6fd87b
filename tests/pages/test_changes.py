"""History: writes newest first, taken back one by one or with those in the way."""

import pandas as pd

from landscape.model.principal import LOCAL
from landscape.store.base import Edit
from tests.pages.opening import opened, press, words

PAGE = "pages/history/changes.py"


def rename(store, landscape_id, name, label):
    frame = pd.DataFrame({"id": ["s_hall"], "name": [name]})
    return store.apply(LOCAL, landscape_id, Edit(label=label, put={"stakeholder": frame}))


def name_of_hall(store, landscape_id):
    people = store.snapshot(LOCAL, landscape_id).stakeholder.set_index("id")
    return people.loc["s_hall", "name"]


def test_writes_are_listed_newest_first_with_what_and_how_many(store, small_town, monkeypatch):
    rename(store, small_town, "City hall", "Called it *City* hall")
    said = words(opened(PAGE, store, monkeypatch))
    assert said.index("Called it *City* hall") < said.index("Set up the small town")
    assert "you · Changed by hand · 1 row" in said


def test_a_write_is_taken_back(store, small_town, monkeypatch):
    rename(store, small_town, "City hall", "Called it City hall")
    app = press(opened(PAGE, store, monkeypatch), "Undo")
    assert name_of_hall(store, small_town) == "Town hall"
    assert "Took back: Called it City hall" in words(app)


def test_what_stands_in_the_way_is_named_and_taken_back_too(store, small_town, monkeypatch):
    first = rename(store, small_town, "City hall", "First name")
    rename(store, small_town, "Old hall", "Second name")
    app = opened(PAGE, store, monkeypatch)
    app.button(key=f"undo.{first.id}").click().run()
    assert name_of_hall(store, small_town) == "Old hall"
    assert "Later changes touch the same rows:\n- Second name" in words(app)
    press(app, "Undo 2 changes, newest first")
    assert name_of_hall(store, small_town) == "Town hall"


def test_what_stands_in_the_way_can_be_left(store, small_town, monkeypatch):
    first = rename(store, small_town, "City hall", "First name")
    rename(store, small_town, "Old hall", "Second name")
    app = opened(PAGE, store, monkeypatch)
    app.button(key=f"undo.{first.id}").click().run()
    app = press(app, "Leave it")
    assert name_of_hall(store, small_town) == "Old hall"
    assert "Later changes touch the same rows" not in words(app)


def test_without_writes_the_page_says_what_will_be_here(store, empty_landscape, monkeypatch):
    assert "Every change, with the way back" in words(opened(PAGE, store, monkeypatch))
