"""Every page renders from app.py: without any landscape, on an empty one, and on a small one."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from landscape.store.duckdb.store import DuckDBStore
from landscape.ui import context

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("pages/*/*.py"))


# Where guests come in; tests/pages/test_guests.py tells of it.
DOOR = "pages/readiness/door.py"


@pytest.mark.parametrize("page", [page for page in PAGES if page != DOOR])
@pytest.mark.parametrize("filled", [None, "empty_landscape", "small_town"])
def test_a_page_renders(
    page: str,
    filled: str | None,
    store: DuckDBStore,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if filled:
        request.getfixturevalue(filled)
    monkeypatch.setattr(context, "open_store", lambda: store)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20).run()
    app.switch_page(page).run()
    assert [error.message for error in app.exception] == []
    assert [error.value for error in app.error] == []


def test_every_page_is_named_in_the_app() -> None:
    named = (ROOT / "app.py").read_text(encoding="utf-8")
    assert [page for page in PAGES if f'"{page}"' not in named] == []


def test_no_page_is_longer_than_sixty_lines() -> None:
    lengths = {page: len((ROOT / page).read_text(encoding="utf-8").splitlines()) for page in PAGES}
    assert {page: length for page, length in lengths.items() if length > 60} == {}
