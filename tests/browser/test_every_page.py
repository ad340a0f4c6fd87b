"""Every page opens cold by its address, asks nothing of anyone else and keeps nobody out."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import steps

FILES = (Path(__file__).resolve().parents[2] / "pages").glob("*/*.py")
# The door leads guests on, and is no page of the owner's.
PAGES = sorted({path.stem for path in FILES} - {"door"})
FIRST = "overview"
GRAVE = ("serious", "critical")
GROUND = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"


def open_page(window: Page, name: str) -> None:
    window.goto("/" if name == FIRST else f"/{name}")
    ready = '[data-testid="stApp"][data-test-script-state="notRunning"]'
    window.locator(ready).wait_for()
    expect(window.locator("h1").first).to_be_visible()
    expect(window.get_by_test_id("stException")).to_have_count(0)


def faults(page: Page) -> list[str]:
    """What axe calls serious or critical: the rule, and where."""
    return [
        f"{one['id']} at {', '.join(str(place['target']) for place in one['nodes'][:4])}"
        for one in Axe().run(page).response["violations"]
        if one["impact"] in GRAVE
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_cold_by_its_address_and_is_at_home_in_the_dark_and_upright(
    page: Page, name: str
) -> None:
    open_page(page, name)
    assert faults(page) == []
    light = page.evaluate(GROUND)
    page.set_viewport_size({"width": 820, "height": 1180})
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"(light) => ({GROUND})() !== light", arg=light)
    steps.settled(page)
    too_wide = "() => document.scrollingElement.scrollWidth - window.innerWidth"
    assert page.evaluate(too_wide) <= 0
    assert faults(page) == []
