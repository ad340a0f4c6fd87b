"""The map is drawn in its own size, even where its styles come after its first frame."""

import pytest
from playwright.sync_api import Page, Route

from tests.browser import steps


@pytest.fixture(scope="module")
def app_environment() -> dict[str, str]:
    return {"LANDSCAPE_TEST": "1"}


def test_the_map_takes_its_room_once_its_styles_are_there(page: Page) -> None:
    held: list[Route] = []
    page.route("**/canvas-*.css", lambda route: held.append(route))
    page.goto("/map")
    page.wait_for_function("() => window.__landscapeMap?.frames > 0")
    assert held != []
    for route in held:
        route.continue_()
    steps.require_readable(steps.drawn(page))
