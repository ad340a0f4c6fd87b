"""Nothing on any page keeps somebody out: axe finds no serious fault, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import OpenWindow
from tests.browser.test_every_page import PAGES, open_page

GRAVE = ("serious", "critical")


def faults(page: Page) -> list[str]:
    """What axe calls serious or critical: the rule, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']} at {', '.join(str(place['target']) for place in one['nodes'][:4])}"
        for one in found
        if one["impact"] in GRAVE
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(open_window: OpenWindow, name: str, theme: str) -> None:
    window = open_window(color_scheme=theme)
    open_page(window, name)
    assert faults(window) == []
