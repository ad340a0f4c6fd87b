"""Opening one page of the app in a test, from app.py and on the test's own store."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from landscape.store.duckdb.store import DuckDBStore
from landscape.ui import context

ROOT = Path(__file__).resolve().parents[2]


def opened(
    page: str, store: DuckDBStore, monkeypatch: pytest.MonkeyPatch, **parameters: str
) -> AppTest:
    """The page after its first run; `parameters` stand in the address."""
    monkeypatch.setattr(context, "open_store", lambda: store)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    if page != context.OVERVIEW:
        app.switch_page(page)
    for name, value in parameters.items():
        app.query_params[name] = value
    return checked(app.run())


def checked(app: AppTest) -> AppTest:
    """The same, after making sure that nothing went wrong."""
    assert [error.message for error in app.exception] == []
    return app


def words(app: AppTest) -> str:
    """All that is written on the page, in one text, without Markdown's backslashes."""
    parts = [*app.title, *app.subheader, *app.markdown, *app.caption, *app.error, *app.info]
    return "\n".join(str(part.value) for part in parts).replace("\\", "")


def press(app: AppTest, label: str) -> AppTest:
    """The page after the first button with this label was pressed."""
    button = next(button for button in app.button if button.label == label)
    return checked(button.click().run())
