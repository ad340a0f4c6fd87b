"""The stakeholders page: list, look at one, add, change, remove with undo."""

import pandas as pd

from landscape.model.principal import LOCAL
from landscape.services.checks import row_with_id
from landscape.services.editing import remove_stakeholders
from landscape.store.base import Edit
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/mapping/stakeholders.py"


def stored(store, landscape_id, stakeholder_id):
    return row_with_id(store.snapshot(LOCAL, landscape_id).stakeholder, stakeholder_id)


def test_the_list_has_a_row_for_each_by_name(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    (table,) = app.dataframe
    assert list(table.value["name"]) == [
        "Ida Brook",
        "Mill <b>Lane</b> residents",
        "Town hall",
        "Upper farms",
        "Valley news",
        "Vineyard circle",
        "Water board",
    ]
    assert list(table.value["relationships"]) == [1, 2, 2, 2, 0, 1, 2]


def test_silence_says_whether_they_were_asked(store, small_town, monkeypatch):
    said = words(opened(PAGE, store, monkeypatch, stakeholder="s_news"))
    assert "They were asked, and named none." in said


def test_a_stakeholder_is_added_into_a_group_that_is_typed(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Add a stakeholder")
    app.text_input(key="stakeholder.new.name").set_value("Beekeepers")
    app.selectbox(key="stakeholder.new.kind").set_value("group")
    app = press(app, "Save")
    people = store.snapshot(LOCAL, small_town).stakeholder
    assert list(people.loc[people["name"] == "Beekeepers", "kind"]) == ["group"]
    assert "Added Beekeepers" in words(app)


def test_a_stakeholder_without_a_name_is_refused(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Add a stakeholder")
    app = press(app, "Save")
    assert [error.value for error in app.error] == [
        "**A value does not fit.** A stakeholder has no name\\. Give it one\\."
    ]
    assert len(store.snapshot(LOCAL, small_town).stakeholder) == 7


def test_a_stakeholder_is_changed_and_keeps_the_rest(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, stakeholder="s_mill")
    app = press(app, "Change")
    app.text_input(key="stakeholder.s_mill.role").set_value("live by the mill")
    press(app, "Save")
    row = stored(store, small_town, "s_mill")
    assert (row["role"], row["asked"], row["attributes"]) == (
        "live by the mill",
        "answered",
        '{"bank": "right"}',
    )


def both_change_the_town_hall(store, small_town, monkeypatch):
    """The form after somebody else wrote a place and a role, and I another place and a note."""
    app = press(opened(PAGE, store, monkeypatch, stakeholder="s_hall"), "Change")
    elsewhere = pd.DataFrame({"id": ["s_hall"], "place": ["Market"], "role": ["hosts us"]})
    store.apply(LOCAL, small_town, Edit(label="x", put={"stakeholder": elsewhere}))
    app.text_input(key="stakeholder.s_hall.place").set_value("Mill Lane")
    app.text_area(key="stakeholder.s_hall.notes").set_value("Ask for Ida.")
    return press(app, "Save")


def shown_choice(app):
    table = app.dataframe[-1].value
    return {row["field"]: tuple(row)[1:] for _, row in table.iterrows()}


def test_what_two_changed_is_shown_field_by_field_and_asked_about(store, small_town, monkeypatch):
    app = both_change_the_town_hall(store, small_town, monkeypatch)
    assert "Somebody else changed Town hall while you were writing." in words(app).replace("*", "")
    assert shown_choice(app) == {
        "Place": ("not recorded", "Market", "Mill Lane", "you both"),
        "What they do": ("not recorded", "hosts us", "not recorded", ""),
        "Notes": ("not recorded", "not recorded", "Ask for Ida.", ""),
    }
    assert stored(store, small_town, "s_hall")["place"] == "Market"


def test_keeping_theirs_stores_nothing_of_mine(store, small_town, monkeypatch):
    app = press(both_change_the_town_hall(store, small_town, monkeypatch), "Keep theirs")
    row = stored(store, small_town, "s_hall")
    assert (row["place"], row["role"], row["notes"]) == ("Market", "hosts us", None)
    app = press(app, "Change")
    assert app.text_input(key="stakeholder.s_hall.place").value == "Market"


def test_writing_mine_keeps_what_only_they_changed(store, small_town, monkeypatch):
    press(both_change_the_town_hall(store, small_town, monkeypatch), "Write mine")
    row = stored(store, small_town, "s_hall")
    assert (row["place"], row["role"], row["notes"]) == ("Mill Lane", "hosts us", "Ask for Ida.")
    assert row["attributes"] == '{"bank": "left"}'


def test_changing_again_begins_with_both_and_loses_nothing(store, small_town, monkeypatch):
    app = press(both_change_the_town_hall(store, small_town, monkeypatch), "Change again")
    assert app.text_input(key="stakeholder.s_hall.1.place").value == "Mill Lane"
    assert app.text_input(key="stakeholder.s_hall.1.role").value == "hosts us"
    assert app.text_area(key="stakeholder.s_hall.1.notes").value == "Ask for Ida."
    assert "They wrote Place: **Market**. Your words stand below." in words(app)
    app.text_input(key="stakeholder.s_hall.1.place").set_value("Market and Mill Lane")
    press(app, "Save")
    row = stored(store, small_town, "s_hall")
    assert (row["place"], row["role"], row["notes"]) == (
        "Market and Mill Lane",
        "hosts us",
        "Ask for Ida.",
    )


def test_whoever_changes_it_meanwhile_once_more_is_shown_again(store, small_town, monkeypatch):
    app = both_change_the_town_hall(store, small_town, monkeypatch)
    third = pd.DataFrame({"id": ["s_hall"], "place": ["Square"]})
    store.apply(LOCAL, small_town, Edit(label="x", put={"stakeholder": third}))
    app = press(app, "Write mine")
    assert shown_choice(app)["Place"] == ("not recorded", "Square", "Mill Lane", "you both")
    assert stored(store, small_town, "s_hall")["place"] == "Square"


def test_who_was_removed_meanwhile_can_be_added_again_as_written(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch, stakeholder="s_hall"), "Change")
    remove_stakeholders(LOCAL, store, small_town, ["s_hall"])
    app.text_input(key="stakeholder.s_hall.place").set_value("Mill Lane")
    app = press(app, "Save")
    assert "Somebody else removed Town hall" in words(app).replace("*", "")
    press(app, "Add it again as I wrote it")
    row = stored(store, small_town, "s_hall")
    assert (row["name"], row["place"]) == ("Town hall", "Mill Lane")


def test_a_group_that_was_typed_is_not_lost_in_the_choice(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch, stakeholder="s_hall"), "Change")
    elsewhere = pd.DataFrame({"id": ["s_hall"], "constituency_id": ["c_media"]})
    store.apply(LOCAL, small_town, Edit(label="x", put={"stakeholder": elsewhere}))
    typed = app.selectbox(key="stakeholder.s_hall.group")
    typed.options.append("Town people")
    typed.set_value("Town people")
    app = press(app, "Save")
    assert shown_choice(app)["Group"] == ("Public bodies", "Media", "Town people", "you both")
    app = press(app, "Change again")
    assert app.selectbox(key="stakeholder.s_hall.1.group").value == "Town people"


def test_a_stakeholder_is_removed_and_taken_back_on_the_spot(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch, stakeholder="s_ida"), "Remove")
    assert stored(store, small_town, "s_ida") is None
    assert "Removed Ida Brook" in words(app)
    app = press(app, "Undo")
    assert stored(store, small_town, "s_ida")["name"] == "Ida Brook"
    assert len(store.snapshot(LOCAL, small_town).relationship) == 5


def test_an_empty_landscape_says_what_will_be_here(store, empty_landscape, monkeypatch):
    app = checked(opened(PAGE, store, monkeypatch))
    assert [button.label for button in app.button] == ["Add a stakeholder", "Add many at once"]
