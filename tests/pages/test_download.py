"""Share says what a copy cannot carry, and that it cannot be recalled."""

import pytest

from landscape.services.exporting import forms
from landscape.store.duckdb.store import DuckDBStore
from tests.pages.opening import checked, opened, words

PAGE = "pages/sharing/download.py"
PURPOSES = [
    "To open in Excel",
    "To come back to Landscape with everything",
    "For Kumu",
    "For Gephi and others",
]


def test_a_copy_is_chosen_by_what_it_is_for(
    store: DuckDBStore, small_town: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(PAGE, store, monkeypatch)
    assert app.radio[0].options == PURPOSES
    assert app.selectbox[0].options == [
        "Excel workbook, one sheet a table",
        "CSV files in one archive, one a table",
    ]
    assert "The history of changes and the answers of rounds stay behind." in words(app)
    assert "A copy cannot be recalled." in app.warning[0].value
    checked(app.radio[0].set_value(PURPOSES[1]).run())
    assert "It carries everything" in words(app)
    assert len(app.selectbox) == 0


def test_every_form_can_be_chosen_and_says_what_it_cannot_carry(
    store: DuckDBStore, small_town: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(PAGE, store, monkeypatch)
    offered: list[str] = []
    for purpose in PURPOSES:
        checked(app.radio[0].set_value(purpose).run())
        offered += app.selectbox[0].options if len(app.selectbox) else []
    own = "Everything, to come back to Landscape (JSON)"
    assert sorted(offered) == sorted(form.title for form in forms() if form.title != own)
    assert [form.name for form in forms() if not form.cannot_carry] == ["bundle"]


def test_a_blank_workbook_is_there_before_anybody_is(
    store: DuckDBStore, empty_landscape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(PAGE, store, monkeypatch)
    assert "Take a blank workbook." in words(app)
