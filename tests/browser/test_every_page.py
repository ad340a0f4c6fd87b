"""Every page opens cold, by its address alone, and asks nothing of anyone else."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenWindow

PAGES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "pages").glob("*/*.py"))
FIRST = "overview"


def open_page(window: Page, name: str) -> None:
    window.goto("/" if name == FIRST else f"/{name}")
    ready = '[data-testid="stApp"][data-test-script-state="notRunning"]'
    window.locator(ready).wait_for()
    expect(window.locator("h1").first).to_be_visible()
    expect(window.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_cold_by_its_address(page: Page, name: str) -> None:
    open_page(page, name)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_does_not_scroll_sideways(open_window: OpenWindow, name: str) -> None:
    narrow = open_window(width=820, height=1180, color_scheme="dark")
    open_page(narrow, name)
    too_wide = "() => document.scrollingElement.scrollWidth - window.innerWidth"
    assert narrow.evaluate(too_wide) <= 0
