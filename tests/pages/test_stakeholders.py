"""The stakeholders page: list, look at one, add, change, remove with undo."""

import pandas as pd

from landscape.model.principal import LOCAL
from landscape.services.checks import row_with_id
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


def test_what_another_changed_meanwhile_is_shown_not_overwritten(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch, stakeholder="s_hall"), "Change")
    elsewhere = pd.DataFrame({"id": ["s_hall"], "place": ["Market"]})
    store.apply(LOCAL, small_town, Edit(label="x", put={"stakeholder": elsewhere}))
    app.text_input(key="stakeholder.s_hall.place").set_value("Mill Lane")
    app = press(app, "Save")
    assert [error.value.split("\\.")[0] for error in app.error] == [
        "**Changed since.** \\'Town hall\\' was changed meanwhile\\: place"
    ]
    assert stored(store, small_town, "s_hall")["place"] == "Market"


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
