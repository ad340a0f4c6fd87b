"""Group cards: one at a time, quick to fill, and what is open is not zero."""

from datetime import UTC, datetime

import pandas as pd

from landscape.model.principal import LOCAL
from landscape.services.checks import row_with_id
from landscape.store.base import Edit
from tests.pages.opening import opened, press, words

PAGE = "pages/mapping/groups.py"


def field(widgets, label):
    return next(widget for widget in widgets if widget.label == label)


def group(store, landscape_id, group_id):
    return row_with_id(store.snapshot(LOCAL, landscape_id).constituency, group_id)


def test_the_list_says_how_much_of_each_card_is_filled(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [option.split("  \n") for option in app.radio[0].options] == [
        ["Public bodies", ":small[:gray[2 of 6 filled]]"],
        ["Residents", ":small[:gray[4 of 6 filled]]"],
        ["Farmers", ":small[:gray[1 of 6 filled]]"],
        ["Media", ":small[:gray[0 of 6 filled]]"],
    ]


def test_a_card_is_saved_with_its_door_in_one_step(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, group="c_farm")
    field(app.radio, "How much do they decide?").set_value(0)
    field(app.text_area, "What do they say, in their own words?").set_value("Let it rain.")
    field(app.selectbox, "Who there would open the door to us?").set_value("s_vine")
    field(app.selectbox, "How do we think they take us?").set_value(-1)
    app = press(app, "Save")
    snapshot = store.snapshot(LOCAL, small_town)
    door = row_with_id(snapshot.legitimacy, "team/c_farm")
    saved = group(store, small_town, "c_farm")
    assert (saved["decides"], saved["affected"], saved["account"]) == (0, None, "Let it rain.")
    assert (door["level"], door["door_opener"], door["door_opener_id"]) == (
        -1,
        "Vineyard circle",
        "s_vine",
    )
    assert snapshot.revision == 2
    assert "Changed the card of Farmers" in words(app)


def test_what_a_card_asks_beyond_the_quick_questions_is_saved(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, group="c_farm")
    field(app.selectbox, "How far could they stop it?").set_value(3)
    field(app.selectbox, "From where do you know them?").set_value("time spent there")
    field(app.text_input, "Who added or confirmed them?").set_value("Water board")
    field(app.text_area, "What keeps them away? One a line.").set_value("harvest\n\n far to go ")
    app = press(app, "Save")
    saved = group(store, small_town, "c_farm")
    assert (saved["blocks"], saved["knowledge_basis"], saved["added_by"]) == (
        3,
        "time spent there",
        "Water board",
    )
    assert (saved["barriers"], saved["funds"]) == ('["harvest", "far to go"]', None)
    assert saved["updated_at"] == datetime.now(UTC).date()


def test_a_group_that_we_added_is_signed_by_us(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    app.text_input(key="add_group.name").set_value("Schools")
    app = press(app, "Add a group")
    assert field(app.text_input, "Who added or confirmed them?").value == "us"
    press(app, "Save")
    groups = store.snapshot(LOCAL, small_town, tables=("constituency",)).constituency
    assert groups.loc[groups["name"] == "Schools", "added_by"].to_list() == ["local"]


def test_save_and_next_goes_on_to_the_next_card_that_is_open(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch, group="c_farm"), "Save and next")
    assert [subheader.value for subheader in app.subheader] == ["Media"]


def test_a_group_is_added_and_its_card_opened(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    app.text_input(key="add_group.name").set_value("Schools")
    app = press(app, "Add a group")
    assert [subheader.value for subheader in app.subheader] == ["Schools"]
    assert "Nobody on the map belongs to it yet." in words(app)


def test_a_group_is_renamed_on_its_card(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, group="c_farm")
    field(app.text_input, "Name").set_value("Upland farmers")
    app = press(app, "Save")
    assert group(store, small_town, "c_farm")["name"] == "Upland farmers"
    assert [subheader.value for subheader in app.subheader] == ["Upland farmers"]


def test_a_group_is_removed_where_its_card_is_and_comes_back_there(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch, group="c_farm"), "Remove this group")
    assert group(store, small_town, "c_farm") is None
    assert "Removed the group Farmers" in words(app)
    app = press(app, "Undo")
    assert group(store, small_town, "c_farm")["name"] == "Farmers"
    assert [subheader.value for subheader in app.subheader] == ["Farmers"]


def test_what_two_wrote_on_a_card_is_shown_and_asked_about(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, group="c_farm")
    theirs = pd.DataFrame({"id": ["c_farm"], "decides": [2], "account": ["Let it rain."]})
    store.apply(LOCAL, small_town, Edit(label="x", put={"constituency": theirs}))
    field(app.text_area, "What do they say, in their own words?").set_value("Dikes first.")
    field(app.selectbox, "How do we think they take us?").set_value(2)
    app = press(app, "Save and next")
    assert [subheader.value for subheader in app.subheader] == ["Farmers"]
    (table,) = app.dataframe
    shown = table.value[["field", "theirs", "mine", "both"]].to_numpy().tolist()
    assert shown == [
        ["What they say", "Let it rain.", "Dikes first.", "you both"],
        ["Decides", "a good part", "not recorded", ""],
        ["How they take us", "not recorded", "they listen to us", ""],
    ]
    app = press(app, "Change again")
    account = field(app.text_area, "What do they say, in their own words?")
    assert account.value == "Dikes first."
    account.set_value("Let it rain. Dikes first.")
    press(app, "Save")
    saved = group(store, small_town, "c_farm")
    assert (saved["decides"], saved["account"]) == (2, "Let it rain. Dikes first.")
    door = row_with_id(store.snapshot(LOCAL, small_town).legitimacy, "team/c_farm")
    assert door["level"] == 2


def test_an_address_with_an_unknown_group_says_so_once(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, group="c_lost")
    assert "The group in the address is not in this landscape. Here is another one." in words(app)
    assert [subheader.value for subheader in app.subheader] == ["Public bodies"]
    assert "in the address" not in words(app.run())


def test_what_stands_in_the_way_of_an_undo_is_named_and_offered(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, group="c_farm")
    field(app.text_input, "Name").set_value("Upland farmers")
    app = press(app, "Save")
    later = pd.DataFrame({"id": ["c_farm"], "name": ["Growers"]})
    store.apply(LOCAL, small_town, Edit(label="Called them growers", put={"constituency": later}))
    app = press(app, "Undo")
    assert "Later changes touch the same rows:\n- Called them growers" in words(app)
    press(app, "Undo 2 changes, newest first")
    assert group(store, small_town, "c_farm")["name"] == "Farmers"


def test_without_groups_the_page_says_what_a_group_is(store, empty_landscape, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert "A constituency: people with an identity" in words(app)
