"""Names that may be one stand side by side: one, two, or another name; or they stay open."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from landscape.model.principal import LOCAL
from landscape.store.duckdb.store import DuckDBStore
from landscape.ui import context
from tests.pages.adding import PAGE, press, said, upload

ROOT = Path(__file__).resolve().parents[2]
TWINS = b"name,sector\nHarbour trust,water\nHarbor trust,water\nFerry,transport\nSchool,education\n"


@pytest.fixture
def app(store: DuckDBStore, empty_landscape: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(context, "open_store", lambda: store)
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return upload(opened.switch_page(PAGE).run(), ("people.csv", TWINS))


def choose(app: AppTest, label: str) -> AppTest:
    (choice,) = [radio for radio in app.radio if radio.label == "One or two?"]
    (choice_at,) = [at for at, option in enumerate(choice.options) if option.startswith(label)]
    choice.set_value(("right", "left", "two")[choice_at])
    return press(app, "Keep these choices")


def names(store: DuckDBStore, landscape_id: str) -> list[str]:
    return sorted(store.snapshot(LOCAL, landscape_id).stakeholder["name"])


def test_two_names_that_may_be_one_stand_side_by_side_and_may_stay_open(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    assert "1 pair left. You can leave them open; then they are two." in said(app)
    assert app.text_input[0].value == "Harbour trust"
    assert "**Harbor trust**" in said(app)
    assert "sector\\: water" in said(app)
    press(app, "Store it")
    assert len(names(store, empty_landscape)) == 4


def test_two_names_are_made_one(app: AppTest, store: DuckDBStore, empty_landscape: str) -> None:
    choose(app, "One: Harbour")
    assert "Are these the same?" not in said(app)
    press(app, "Store it")
    assert names(store, empty_landscape) == ["Ferry", "Harbour trust", "School"]


def test_two_names_are_kept_apart(app: AppTest, store: DuckDBStore, empty_landscape: str) -> None:
    choose(app, "Two different ones")
    assert "Are these the same?" not in said(app)
    press(app, "Store it")
    assert len(names(store, empty_landscape)) == 4


def test_one_of_two_names_is_changed(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    app.text_input[0].set_value("Trust of the old harbour")
    press(app, "Keep these choices")
    press(app, "Store it")
    assert names(store, empty_landscape) == [
        "Ferry", "Harbor trust", "School", "Trust of the old harbour",
    ]  # fmt: skip


def test_a_name_is_held_against_those_on_the_map(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    press(press(choose(app, "Two different ones"), "Store it"), "Add more")
    upload(app, ("more.csv", b"name,sector\nThe Ferry,transport\nMill,trade\nInn,trade\n"))
    assert "On the map" in said(app)
    assert "transport" in said(app)
    (choice,) = [radio for radio in app.radio if radio.label == "One or two?"]
    assert choice.options == ["One: Ferry", "Two different ones"]
    choice.set_value("right")
    press(press(app, "Keep these choices"), "Store it")
    assert "The Ferry" not in names(store, empty_landscape)


def test_names_of_strangers_are_text_wherever_they_stand(
    store: DuckDBStore, empty_landscape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context, "open_store", lambda: store)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run().switch_page(PAGE).run()
    hostile = "![Ferry](http://evil.example/a.png)"
    people = f"name,town\n{hostile},Ash\n{hostile}s,**Elm**\nMill,Ash\nInn,Elm\n"
    contacts = f"from,to\nMill,{hostile} crew\n{hostile},Mill\nInn,{hostile}s\n"
    upload(app, ("people.csv", people.encode()), ("contacts.csv", contacts.encode()))
    assert unescaped(app) == []
    press(press(app, "Leave all their rows out"), "Store it")
    assert unescaped(app) == []
    press(app, "Add more")
    upload(app, ("people.csv", people.replace("Ash", "[x](http://evil.example)").encode()))
    assert len([box for box in app.checkbox if box.label.startswith("Keep")]) == 2
    assert unescaped(app) == []


def unescaped(app: AppTest) -> list[str]:
    """What is in a Markdown position of the page and would be a picture or a link."""
    widgets = [*app.radio, *app.checkbox, *app.button, *app.text_input, *app.expander]
    places = [said(app), *(widget.label for widget in widgets)]
    places += [option for radio in app.radio for option in radio.options]
    return [text for text in places if "](http" in text or "http://" in text]
