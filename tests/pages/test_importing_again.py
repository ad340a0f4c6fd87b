"""Adding data to a map that holds some: what changes, what stays, and what is remembered."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from landscape.model.principal import LOCAL
from landscape.services import bundle, exporting
from landscape.store.duckdb.store import DuckDBStore
from landscape.ui import context
from tests.pages.adding import PAGE, press, said, upload

ROOT = Path(__file__).resolve().parents[2]
SPRING = (
    b"name,sector,town,influence\nMill trust,water,Ash,3\nFerry company,transport,Elm,2\n"
    b"Inn,trade,Ash,\nQuay guild,trade,Elm,5\n"
)
SUMMER = (
    b"name,sector,town,influence\nMill trust,water,Elm,4\nFerry company,transport,Elm,2\n"
    b"Quay guild,trade,Elm,5\nSchool,education,Ash,1\n"
)


@pytest.fixture
def app(store: DuckDBStore, empty_landscape: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(context, "open_store", lambda: store)
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return opened.switch_page(PAGE).run()


@pytest.fixture
def again(app: AppTest) -> AppTest:
    """The page with the spring list stored, and the summer list chosen for the same landscape."""
    press(press(upload(app, ("spring.csv", SPRING)), "Store it"), "Add more")
    return upload(app, ("summer.csv", SUMMER))


def towns(store: DuckDBStore, landscape_id: str) -> dict[str, str]:
    stakeholders = store.snapshot(LOCAL, landscape_id).stakeholder
    return dict(zip(stakeholders["name"], stakeholders["place"], strict=True))


def test_every_value_that_differs_stands_beside_the_one_on_the_map(again: AppTest) -> None:
    assert "**2 values on the map differ from the files**" in said(again)
    assert "**Mill trust**  \nPlace" in said(again)
    assert "Ash \u2192 **Elm**" in said(again)
    assert "3 \u2192 **4**" in said(again)
    assert "1 stakeholder and 1 group will be stored. On the map: 1 changed and 2 as before." in (
        said(again)
    )


def test_a_value_on_the_map_can_be_kept(
    again: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    (keep,) = [box for box in again.checkbox if box.label == "Keep Ash"]
    keep.check().run()
    assert "**Ash** stays, not Elm" in said(again)
    press(again, "Store it")
    stakeholders = store.snapshot(LOCAL, empty_landscape).stakeholder.set_index("name")
    assert stakeholders.loc["Mill trust", ["place", "influence"]].tolist() == ["Ash", 4]


def test_all_values_on_the_map_can_be_kept_at_once(
    again: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    (which,) = [radio for radio in again.radio if radio.label == "Which counts?"]
    which.set_value("map").run()
    press(again, "Store it")
    assert towns(store, empty_landscape) == {
        "Mill trust": "Ash",
        "Ferry company": "Elm",
        "Inn": "Ash",
        "Quay guild": "Elm",
        "School": "Ash",
    }


def test_who_is_no_longer_in_the_files_stays_unless_it_is_asked_for(
    again: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    (box,) = [box for box in again.checkbox if box.label.startswith("Also take out")]
    assert (box.label, box.value) == ("Also take out what is no longer in the files (1)", False)
    assert "On the map, and not in the files; they stay (1)" in [e.label for e in again.expander]
    box.check().run()
    assert "These will be taken out (1)" in [e.label for e in again.expander]
    press(again, "Store it")
    assert "Inn" not in towns(store, empty_landscape)
    press(again, "Undo")
    assert towns(store, empty_landscape)["Inn"] == "Ash"


def test_the_same_file_again_changes_nothing(again: AppTest) -> None:
    press(press(again, "Store it"), "Add more")
    upload(again, ("summer.csv", SUMMER))
    assert "All of this is on the map already." in said(again)


def test_what_was_decided_is_remembered_and_can_be_forgotten(app: AppTest) -> None:
    rated = b"name,influence\nMill,9\nFerry,3\n"
    upload(app, ("rated.csv", rated))
    app.text_input[0].set_value("4")
    press(press(press(app, "Keep these choices"), "Store it"), "Add more")
    upload(app, ("rated again.csv", rated + b"Inn,2\n"))
    assert "We used what you decided last time (1 thing)." in said(app)
    assert "What needs a decision" not in said(app)
    press(app, "Begin without it")
    assert "What needs a decision" in said(app)
    assert "We used what you decided" not in said(app)


def test_a_decision_can_be_taken_again(app: AppTest) -> None:
    upload(app, ("rated.csv", b"name,influence\nMill,9\nFerry,3\n"))
    press(app, "Go on without this value")
    assert "Rows and values left out, kept or made one (1)" in said(app)
    press(app, "Decide again")
    assert "1 decision left" in said(app)


def test_rows_that_are_not_stored_can_be_taken_away(app: AppTest) -> None:
    upload(app, ("rated.csv", b"name,influence\nMill,9\nFerry,3\n"))
    press(press(app, "Leave the row out"), "Store it")
    assert app.success[0].value == "1 stakeholder stored. 2 rows = 1 stored + 1 left out."
    assert [button.label for button in app.get("download_button")] == [
        "Take the 1 row that was not stored",
        "Take what you decided",
    ]


def test_ten_of_many_questions_are_on_the_page_and_nothing_typed_is_lost(app: AppTest) -> None:
    rows = "".join(f"Body {number},{9 if number < 13 else 3}\n" for number in range(20))
    upload(app, ("rated.csv", ("name,influence\n" + rows).encode()))
    assert "13 decisions left" in said(app)
    assert len(app.text_input) == 10
    app.text_input[0].set_value("4")
    press(app, "Next 3")
    assert "12 decisions left" in said(app)
    assert [box.value for box in app.text_input] == ["9", "9", "9"]
    press(app, "Back to the first")
    assert len(app.text_input) == 10
    press(app, "Go on without this value: all 12")
    assert "What needs a decision" not in said(app)


def test_raters_who_contradict_themselves_raise_a_question_with_a_default(app: AppTest) -> None:
    said_twice = (
        b"respondent,from,to,depth\nR1,Mill,Ferry,coordination\nR1,Mill,Ferry,collaboration\n"
        b"R2,Ferry,Inn,communication\nR3,Inn,Mill,communication\n"
    )
    upload(app, ("said.csv", said_twice))
    (what,) = [radio for radio in app.radio if radio.label == "What counts?"]
    assert what.value == "all"
    what.set_value("deepest").run()
    assert "1 left out" in said(app)
    press(app, "Store it")
    assert [button.label for button in app.get("download_button")] == [
        "Take the 1 row that was not stored",
        "Take what you decided",
    ]


def test_a_copy_that_was_taken_comes_back_and_what_differs_is_shown(
    store: DuckDBStore, small_town: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context, "open_store", lambda: store)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run().switch_page(PAGE).run()
    upload(app, ("town.xlsx", exporting.write_copy(LOCAL, store, small_town, suffix=".xlsx")))
    assert "This is a copy that was taken here. Every row goes back as it was." in said(app)
    assert "All of this is on the map already." in said(app)


def test_a_copy_of_a_whole_landscape_becomes_one_of_its_own(
    store: DuckDBStore, small_town: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context, "open_store", lambda: store)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run().switch_page(PAGE).run()
    upload(app, ("town.json", bundle.write_bundle(LOCAL, store, small_town)))
    assert "This is a copy of a whole landscape: **Small town**" in said(app)
    press(app, "Open it as a landscape of its own")
    assert [landscape.name for landscape in store.landscapes(LOCAL)] == ["Small town"] * 2
