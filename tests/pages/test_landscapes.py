"""The chooser: open, begin empty, begin with a template or a sample, restore."""

from landscape.model.principal import LOCAL
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/landscape/landscapes.py"


def held(store):
    return [landscape.name for landscape in store.landscapes(LOCAL)]


def test_an_empty_landscape_is_begun_with_a_name(store, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    app.text_input(key="begin_empty.name").set_value("Our valley")
    app = press(app, "Begin an empty landscape")
    assert held(store) == ["Our valley"]
    assert [title.value for title in app.title] == ["Our valley"]


def test_a_landscape_without_a_name_is_refused_with_the_fix(store, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Begin an empty landscape")
    assert [error.value for error in app.error] == [
        "**A value does not fit.** A landscape has no name\\. Give it one\\."
    ]
    assert held(store) == []


def test_a_template_is_begun_with_its_questions(store, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    app = checked(app.button(key="template.one-conversation").click().run())
    app.text_input(key="template.one-conversation.name").set_value("Two sides")
    app.text_area(key="template.one-conversation.challenge").set_value("Silence")
    app = press(app, "Begin")
    (landscape,) = store.landscapes(LOCAL)
    assert (landscape.name, landscape.challenge) == ("Two sides", "Silence")
    assert len(store.snapshot(LOCAL, landscape.id).stakeholder) == 8


def test_a_sample_opens_ready(store, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    app = checked(app.button(key="sample.cancer-pathway").click().run())
    assert [title.value.replace("\\", "") for title in app.title] == [
        "Wrenfield: from first worry to an answer"
    ]


def test_a_landscape_is_opened_by_its_card(store, empty_landscape, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    app = checked(app.button(key=f"open.{empty_landscape}").click().run())
    assert [title.value for title in app.title] == ["Empty valley"]


def test_a_deleted_landscape_is_restored(store, small_town, monkeypatch):
    store.delete_landscape(LOCAL, small_town)
    app = opened(PAGE, store, monkeypatch)
    assert "There is none yet. Begin one below." in words(app)
    app = press(app, "Restore")
    assert held(store) == ["Small town"]
