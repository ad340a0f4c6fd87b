"""Your profile: written to, saved at once, private, taken along."""

from datetime import date

from landscape.model.principal import LOCAL
from landscape.services import profiles
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/readiness/profile.py"


def test_the_ten_prompts_stand_open_and_say_that_they_are_private(
    store, empty_landscape, monkeypatch
):
    app = opened(PAGE, store, monkeypatch)
    assert len(app.text_area) == 10
    assert "Only you see this page." in words(app)
    assert "0 of 10 prompts are written to." in words(app)


def test_what_is_written_is_saved_when_it_is_left(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    app = checked(app.text_area[5].set_value("That they call each other first.").run())
    assert profiles.profile(LOCAL, store, small_town).said == {
        "change": "That they call each other first."
    }
    assert "1 of 10 prompts are written to." in words(app)
    assert "Saved" in words(app)


def test_it_is_there_again_on_another_visit_and_can_be_erased(store, small_town, monkeypatch):
    profiles.say(LOCAL, store, small_town, "name", "Ida", on=date(2026, 11, 1))
    app = opened(PAGE, store, monkeypatch)
    assert app.text_area[0].value == "Ida"
    app = press(app, "Erase all of it")
    assert profiles.profile(LOCAL, store, small_town).is_empty
    assert app.text_area[0].value == ""
