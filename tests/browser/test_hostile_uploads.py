"""The running app outlives hostile files: it says what is wrong, and goes on for everybody."""

import pytest
from playwright.sync_api import Page, expect

from scripts.serving import Served
from tests.bad_files.hostile import HOSTILE
from tests.bad_files.unreadable import UNREADABLE
from tests.browser import steps
from tests.browser.conftest import OpenWindow

HEALTH = "/_stcore/health"
FILES = {bad.name: bad for bad in (*HOSTILE, *UNREADABLE)}
TOLD = {
    "corners.xlsx": "It has a cell at",
    "parts.zip": "There are more than",
    "laughs.graphml": "It defines a document type",
    "objects.json": "too deep",
    "cells.csv": "There are more than",
    "ring.xls": "It is damaged",
}


@pytest.mark.parametrize("name", TOLD)
def test_the_server_outlives_a_hostile_file(
    page: Page, open_window: OpenWindow, app: Served, name: str
) -> None:
    other = open_window()
    other.goto("/importing")
    steps.settled(other)
    page.goto("/importing")
    steps.settled(page)
    data = FILES[name].make()
    page.locator("input[type=file]").first.set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    expect(page.get_by_text(TOLD[name])).to_be_visible(timeout=20_000)
    assert page.request.get(HEALTH).text() == "ok"
    steps.go(other, "Settings", "Settings")
    assert "Traceback" not in app.said()
