"""The watch over the windows of browser tests sees what it is there to see."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from scripts.serving import Served
from tests.browser.conftest import Watch

HEALTH = "/_stcore/health"


@pytest.mark.parametrize(
    ("script", "event", "seen"),
    [
        ("fetch('http://localhost:9/away').catch(() => {})", "request", "left the origin"),
        ("new Image().src = 'http://127.0.0.1:9/dot.png'", "request", "left the origin"),
        ("new WebSocket('ws://localhost:9/away')", "websocket", "left the origin"),
        ("console.error('broken')", "console", "console: broken"),
        ("setTimeout(() => { throw new Error('broken') })", "pageerror", "script failed"),
    ],
    ids=["fetch", "image", "socket", "console", "script"],
)
def test_trouble_in_a_window_is_seen(
    page: Page,
    watch: Watch,
    script: str,
    event: Literal["request", "websocket", "console", "pageerror"],
    seen: str,
) -> None:
    page.goto(HEALTH)
    assert watch.troubles == []
    with page.expect_event(event):
        page.evaluate(f"() => {{ {script} }}")
    assert [trouble for trouble in watch.troubles if trouble.startswith(seen)] != []
    page.close()
    watch.troubles.clear()


def test_the_app_starts_with_no_data_and_nobody_at_home(page: Page, app: Served) -> None:
    response = page.goto(HEALTH)
    assert response is not None
    assert response.text() == "ok"
    assert app.database.parent == app.folder
    assert "Traceback" not in app.said()


def test_the_map_can_draw(page: Page) -> None:
    """Chromium has WebGL, in software where there is no graphics card."""
    page.goto(HEALTH)
    webgl = "() => document.createElement('canvas').getContext('webgl2') instanceof Object"
    assert page.evaluate(webgl) is True
