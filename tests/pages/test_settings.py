"""Settings: rename, say who is us, put away and take back."""

from landscape.model.principal import LOCAL
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/landscape/settings.py"


def field(widgets, label):
    return next(widget for widget in widgets if widget.label == label)


def test_a_landscape_is_renamed_and_that_is_taken_back_on_the_spot(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    field(app.text_input, "Name").set_value("Mill town")
    app = press(app, "Save")
    assert store.landscape(LOCAL, small_town).name == "Mill town"
    assert "Changed what Mill town is about" in words(app)
    press(app, "Undo")
    assert store.landscape(LOCAL, small_town).name == "Small town"


def test_a_landscape_without_a_name_is_refused_and_nothing_stored(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    field(app.text_input, "Name").set_value("")
    app = press(app, "Save")
    assert [error.value for error in app.error] == [
        "**A value does not fit.** A landscape has no name\\. Give it one\\."
    ]
    assert store.landscape(LOCAL, small_town).revision == 1


def test_who_is_us_is_picked_among_the_stakeholders(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    us = field(app.multiselect, "Which of these is us?")
    assert us.value == ["s_hall", "s_ida"]
    us.set_value(["s_water"])
    press(app, "Save who is us")
    people = store.snapshot(LOCAL, small_town).stakeholder
    assert list(people.loc[people["on_team"], "id"]) == ["s_water"]


def test_a_landscape_is_deleted_with_undo_right_there(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Delete this landscape")
    assert store.landscapes(LOCAL) == ()
    assert [title.value for title in app.title] == ["Deleted: Small town"]
    app = press(app, "Undo")
    assert [landscape.id for landscape in store.landscapes(LOCAL)] == [small_town]
    assert "What it is about" in words(checked(app))
