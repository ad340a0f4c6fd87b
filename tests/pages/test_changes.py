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
    app.button(key=f"undo.listed.{first.id}").click().run()
    assert name_of_hall(store, small_town) == "Old hall"
    assert "Later changes touch the same rows:\n- Second name" in words(app)
    press(app, "Undo 2 changes, newest first")
    assert name_of_hall(store, small_town) == "Town hall"


def test_what_stands_in_the_way_can_be_left(store, small_town, monkeypatch):
    first = rename(store, small_town, "City hall", "First name")
    rename(store, small_town, "Old hall", "Second name")
    app = opened(PAGE, store, monkeypatch)
    app.button(key=f"undo.listed.{first.id}").click().run()
    app = press(app, "Leave it")
    assert name_of_hall(store, small_town) == "Old hall"
    assert "Later changes touch the same rows" not in words(app)


def test_without_writes_the_page_says_what_will_be_here(store, empty_landscape, monkeypatch):
    assert "Every change, with the way back" in words(opened(PAGE, store, monkeypatch))


def test_a_write_that_was_taken_back_is_brought_back(store, small_town, monkeypatch):
    rename(store, small_town, "City hall", "Called it City hall")
    app = press(opened(PAGE, store, monkeypatch), "Undo")
    assert "Called it City hall" in words(app)
    app = press(app, "Redo")
    assert name_of_hall(store, small_town) == "City hall"
    assert "Brought back: Called it City hall" in words(app)


def test_what_stands_in_the_way_of_a_redo_is_taken_back_first(store, small_town, monkeypatch):
    first = rename(store, small_town, "City hall", "First name")
    store.undo(LOCAL, small_town, first.id)
    rename(store, small_town, "Old hall", "Second name")
    app = opened(PAGE, store, monkeypatch)
    app.button(key=f"redo.listed.{first.id}").click().run()
    assert "Later changes touch the same rows:\n- Second name" in words(app)
    press(app, "Undo 1 change, then redo this one")
    assert name_of_hall(store, small_town) == "City hall"


def test_a_write_opens_to_show_what_it_did_in_names(store, small_town, monkeypatch):
    rename(store, small_town, "[City](http://x.y) hall", "Called it so")
    app = press(opened(PAGE, store, monkeypatch), "What it did")
    said = words(app).replace("\u2060", "")
    assert "- [City](http://x.y) hall: name Town hall → [City](http://x.y) hall." in said
    assert "name Town hall" not in words(press(app, "Close"))


def test_everything_goes_back_to_a_step_after_it_was_shown_what_changes(
    store, small_town, monkeypatch
):
    first = rename(store, small_town, "City hall", "First name")
    rename(store, small_town, "Old hall", "Second name")
    app = opened(PAGE, store, monkeypatch)
    app = app.button(key=f"look.{first.id}").click().run()
    app = press(app, "Back to how everything was after this")
    assert "- 1 stakeholder changes back." in words(app)
    assert name_of_hall(store, small_town) == "Old hall"
    app = press(app, "Go back")
    assert name_of_hall(store, small_town) == "City hall"
    assert "Back to how it was after: First name" in words(app)
    app = press(app, "Undo")
    assert name_of_hall(store, small_town) == "Old hall"


def test_going_back_to_a_moment_can_be_left(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Show what would change")
    said = words(app)
    assert "Before the first change. Everything would be taken back:" in said
    assert "- 7 stakeholders are taken away." in said
    app = press(app, "Leave it as it is")
    assert "Back to how it was?" not in words(app)
    assert len(store.snapshot(LOCAL, small_town).stakeholder) == 7


def test_writes_of_one_kind_are_listed_alone(store, small_town, monkeypatch):
    first = rename(store, small_town, "City hall", "By hand")
    store.undo(LOCAL, small_town, first.id)
    app = opened(PAGE, store, monkeypatch)
    app = app.selectbox(key="history.kind").select("undo").run()
    assert "Took back: By hand" in words(app)
    assert "Set up the small town" not in words(app)
    app = app.selectbox(key="history.kind").select("import").run()
    assert "There is no change of this kind. Choose another above." in words(app)


def test_older_writes_are_listed_on_demand(store, small_town, monkeypatch):
    for number in range(20):
        rename(store, small_town, f"Hall {number}", f"Name {number}")
    app = opened(PAGE, store, monkeypatch)
    assert "Set up the small town" not in words(app)
    assert "Set up the small town" in words(press(app, "Show older changes"))


def test_a_write_of_very_many_rows_is_taken_back_and_brought_back(store, small_town, monkeypatch):
    ids = [f"s_{number}" for number in range(20_000)]
    many = pd.DataFrame({"id": ids, "name": ids, "ordinal": 9})
    store.apply(LOCAL, small_town, Edit(label="Many", put={"stakeholder": many}))
    app = press(opened(PAGE, store, monkeypatch), "Undo")
    assert len(store.snapshot(LOCAL, small_town).stakeholder) == 7
    assert "Taken back: Many" in words(app)
    press(app, "Redo")
    assert len(store.snapshot(LOCAL, small_town).stakeholder) == 20_007
