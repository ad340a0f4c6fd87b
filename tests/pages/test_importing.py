"""Adding data: a clean file goes from choosing to stored; what needs a decision is asked first."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from landscape.model.principal import LOCAL
from landscape.store.duckdb.store import DuckDBStore
from landscape.ui import context
from tests.formats import kelp_like
from tests.pages.adding import PAGE, opened_table, press, said, upload

ROOT = Path(__file__).resolve().parents[2]
CLEAN = (
    b"name,sector,town\nMill trust,water,Ash\nFerry,transport,Elm\nInn,trade,Ash\nQuay,trade,Elm\n"
)


@pytest.fixture
def app(store: DuckDBStore, empty_landscape: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(context, "open_store", lambda: store)
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return opened.switch_page(PAGE).run()


def kelp_files() -> list[tuple[str, bytes]]:
    return [
        ("organizations.csv", kelp_like.as_csv(kelp_like.people())),
        ("reported-ties.csv", kelp_like.as_csv(kelp_like.said())),
    ]


def test_a_clean_file_goes_from_choosing_over_the_preview_to_stored(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    upload(app, ("people.csv", CLEAN))
    assert "**4 stakeholders and 3 groups will be stored.**" in said(app)
    assert "What needs a decision" not in said(app)
    press(app, "Store it")
    assert app.success[0].value == ("4 stakeholders and 3 groups stored. 4 rows = 4 stored.")
    assert "Which of these is us?" in said(app)
    stakeholders = store.snapshot(LOCAL, empty_landscape).stakeholder
    assert stakeholders["name"].tolist() == ["Mill trust", "Ferry", "Inn", "Quay"]


def test_an_import_is_taken_back_whole_where_it_happened(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    press(upload(app, ("people.csv", CLEAN)), "Store it")
    press(app, "Undo")
    assert store.snapshot(LOCAL, empty_landscape).stakeholder.empty
    assert len(app.file_uploader) == 1


def test_who_is_us_can_be_skipped(app: AppTest, store: DuckDBStore, empty_landscape: str) -> None:
    press(upload(app, ("people.csv", CLEAN)), "Store it")
    press(app, "Skip")
    assert store.landscape(LOCAL, empty_landscape).settings["us"] == "skipped"
    assert "Which of these is us?" not in said(app)


def test_names_can_be_pasted_one_a_line(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    app.text_area[0].set_value("Mill trust\nSmith, Ann\n")
    press(press(app, "Read it"), "Store it")
    stakeholders = store.snapshot(LOCAL, empty_landscape).stakeholder
    assert stakeholders["name"].tolist() == ["Mill trust", "Smith, Ann"]


def test_a_name_nobody_knows_is_asked_and_the_nearest_is_offered(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    upload(app, *kelp_files())
    assert [button.disabled for button in app.button if button.label == "Store it"] == [True]
    assert app.radio[0].options == [
        f"It is {kelp_like.MEANT}", "Add it as a stakeholder", "Leave its rows out",
    ]  # fmt: skip
    app.radio[0].set_value(0)
    press(press(app, "Keep these choices"), "Store it")
    snapshot = store.snapshot(LOCAL, empty_landscape)
    assert (len(snapshot.stakeholder), len(snapshot.relationship)) == (12, 13)


def test_all_unknown_names_can_be_left_out_at_once(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    upload(app, *kelp_files())
    press(press(app, "Leave all their rows out"), "Store it")
    snapshot = store.snapshot(LOCAL, empty_landscape)
    assert (len(snapshot.stakeholder), len(snapshot.report)) == (12, kelp_like.REPORTS)
    assert f"Rows left out, because nobody is called that: {kelp_like.ACRONYM}." in said(app)


def test_a_cell_is_put_right_in_place(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    upload(app, ("people.csv", b"name,influence\nMill,9\nFerry,3\n"))
    assert "influence is '9'" in said(app).replace("\\", "")
    app.text_input[0].set_value("4")
    press(press(app, "Keep these choices"), "Store it")
    assert store.snapshot(LOCAL, empty_landscape).stakeholder["influence"].tolist() == [4, 3]


def test_a_role_can_be_changed(app: AppTest, store: DuckDBStore, empty_landscape: str) -> None:
    opened_table(upload(app, ("people.csv", CLEAN)), 0)
    (place,) = [box for box in app.selectbox if box.label == "town is"]
    place.set_value(next(role for role in place.options if role == "Group"))
    app.run()
    press(app, "Store it")
    groups = store.snapshot(LOCAL, empty_landscape).constituency
    assert groups["name"].tolist() == ["Ash", "Elm"]


def test_a_further_grouping_can_become_a_boundary(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    rows = [
        f"B{n},{'water' if n % 3 else 'trade'},{'north' if n % 2 else 'south'}" for n in range(12)
    ]
    upload(app, ("people.csv", ("name,sector,bank\n" + "\n".join(rows)).encode()))
    app.checkbox[0].check()
    app.run()
    press(app, "Store it")
    boundary = store.snapshot(LOCAL, empty_landscape, tables=("boundary", "sides"))
    assert boundary.boundary["attribute"].tolist() == ["bank"]
    assert sorted(set(boundary.sides["side"])) == ["north", "south"]


def test_reading_can_be_stopped_and_the_files_stay_at_hand(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    many = [(f"people {n}.csv", CLEAN.replace(b"Inn", b"Inn %d" % n), "text/csv") for n in range(9)]
    app.file_uploader[0].set_value(many)
    app.run()  # nine children take longer than a page waits
    press(app, "Stop")
    assert "You stopped reading. people 0\\.csv, people 1\\.csv" in said(app)
    assert store.snapshot(LOCAL, empty_landscape).stakeholder.empty
    press(press(app, "Read again"), "Store it")
    assert len(store.snapshot(LOCAL, empty_landscape).stakeholder) == 12


def test_files_that_can_be_read_go_on_without_the_one_that_cannot(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    upload(app, ("people.csv", CLEAN), ("header.csv", b"name,town\n"))
    assert len(app.error) == 1
    assert "people\\.csv can be read, and stays at hand." in said(app)
    press(app, "Go on without it")
    assert "Left out, because it cannot be read: header\\.csv." in said(app)
    press(app, "Store it")
    assert len(store.snapshot(LOCAL, empty_landscape).stakeholder) == 4


def test_a_file_is_added_to_those_at_hand(
    app: AppTest, store: DuckDBStore, empty_landscape: str
) -> None:
    first, second = kelp_files()
    upload(app, first)
    assert app.expander[0].label.startswith("**organizations")
    upload(app, second)
    press(press(app, "Leave all their rows out"), "Store it")
    assert len(store.snapshot(LOCAL, empty_landscape).relationship) == kelp_like.PAIRS


def test_what_was_pasted_is_still_there_for_whoever_goes_back(app: AppTest) -> None:
    app.text_area[0].set_value("Mill trust\nFerry\n")
    press(app, "Read it")
    press(app, "Choose other files")
    assert app.text_area[0].value == "Mill trust\nFerry\n"


def test_a_file_that_cannot_be_read_says_where_what_and_how_to_mend_it(app: AppTest) -> None:
    upload(app, ("header.csv", b"name,town\n"))
    assert app.error[0].value.replace("\\", "") == (
        "**header.csv**: There is no row below the header. "
        "Add at least one row, or choose another file."
    )
    press(app, "Choose other files")
    assert len(app.file_uploader) == 1


def test_names_that_are_markup_are_shown_as_text(app: AppTest) -> None:
    upload(app, ("<b>x.csv", b"name,sector\n<img src=x onerror=alert(1)>,a\nMill,b\n"))
    assert "\\<img" in said(app)
    assert "<" not in said(app).replace("\\<", "")


def test_a_copy_can_be_taken_and_cannot_be_recalled(
    store: DuckDBStore, small_town: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context, "open_store", lambda: store)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20).run()
    app.switch_page("pages/sharing/download.py").run()
    assert "A copy cannot be recalled." in app.warning[0].value
    assert app.dataframe[0].value["What"].tolist()[:2] == ["Groups", "Stakeholders"]
