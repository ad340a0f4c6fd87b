"""Bytes over the websocket for each change of the map: a piece goes again only where it differs."""

import argparse
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pandas as pd
from playwright.sync_api import Browser, Page, WebSocket, sync_playwright
from streamlit.logger import set_log_level

from benchmarks.landscapes import make_database
from benchmarks.map import settle
from landscape.model.map_look import MapLook
from landscape.model.principal import LOCAL
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore
from landscape.ui import derived_map
from landscape.ui.context import View
from scripts import chromium
from scripts.serving import serving

SIZES: Final = (1_000, 5_000, 20_000)
# What a rerun may send beside the pieces that differ: the widgets of the page.
BESIDE: Final = 30_000
_PATIENCE: Final = 120_000


class Counter:
    """Counts what comes and goes over the websockets of a page."""

    def __init__(self, page: Page) -> None:
        """Listen from the page's first socket on."""
        self.came = 0
        self.went = 0
        page.on("websocket", self._follow)

    def _follow(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._receive)
        socket.on("framesent", self._send)

    def _receive(self, payload: str | bytes) -> None:
        self.came += len(payload)

    def _send(self, payload: str | bytes) -> None:
        self.went += len(payload)

    def take(self) -> dict[str, int]:
        """What was counted since the last time."""
        counted = {"received": self.came, "sent": self.went}
        self.came = self.went = 0
        return counted


def main(sizes: Sequence[int] = SIZES) -> dict[str, object]:
    """Measure all sizes; another colour must bring no places, and a click no piece at all."""
    found = chromium.find()
    if found is None:
        raise SystemExit(f"The map needs Chromium. {chromium.HOW_TO_INSTALL}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=chromium.arguments())
        measured = {size: _measure(browser, size) for size in sizes}
        browser.close()
    return {
        "pieces": {size: pieces for size, (pieces, _) in measured.items()},
        "bytes": {size: counted for size, (_, counted) in measured.items()},
        "met": {
            "a click brings no piece": all(
                counted["click"]["received"] <= BESIDE for _, counted in measured.values()
            ),
            "another colour brings looks only": all(
                counted["another colour"]["received"] <= pieces["looks"] + BESIDE
                for pieces, counted in measured.values()
            ),
            "another arrangement brings places only": all(
                counted["another arrangement"]["received"] <= pieces["places"] + BESIDE
                for pieces, counted in measured.values()
            ),
        },
    }


def _measure(
    browser: Browser, stakeholders: int
) -> tuple[Mapping[str, int], dict[str, dict[str, int]]]:
    """The sizes of the pieces, and what each change sends."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        database = root / "measured.duckdb"
        landscape_id = make_database(database, stakeholders)
        pieces = _prepare(database, landscape_id)
        environment = {"LANDSCAPE_DB": str(database), "LANDSCAPE_TEST": "1"}
        with serving(root / "app", environment=environment) as app:
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            page = context.new_page()
            page.set_default_timeout(_PATIENCE)
            counter = Counter(page)
            page.goto(f"{app.url}/map?landscape={landscape_id}")
            page.wait_for_function("() => window.__landscapeMap?.frames > 0")
            settle(page)
            counted = {"opening": counter.take()}
            for name, change in _CHANGES.items():
                change(page)
                settle(page)
                counted[name] = counter.take()
            context.close()
    return pieces, {name: told for name, told in counted.items() if not name.startswith("(")}


def _prepare(database: Path, landscape_id: str) -> dict[str, int]:
    """Put some of us on the map, so that it can be seen from there; how large its pieces are."""
    set_log_level("ERROR")  # what is cached for pages is kept for this process only
    store = DuckDBStore.open(database)
    us = pd.DataFrame({"id": [f"s{number}" for number in range(5)], "on_team": True})
    store.apply(LOCAL, landscape_id, Edit(label="Us", put={"stakeholder": us}))
    landscape = store.landscape(LOCAL, landscape_id)
    view = View(
        store=store,
        principal=LOCAL,
        landscape_id=landscape_id,
        landscape=landscape,
        revision=landscape.revision,
    )
    payload = derived_map.payload(view, MapLook())
    store.close()
    pieces = {"people": payload.people, "places": payload.places, "looks": payload.looks}
    return {name: len(piece.body) for name, piece in pieces.items()}


def _click(page: Page) -> None:
    box = page.locator(".stage").bounding_box()
    at = page.evaluate("() => window.__landscapeMap.at('s7')")
    assert box is not None
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


def _open_look(page: Page) -> None:
    page.get_by_test_id("stPopoverButton").filter(has_text="Look").click()
    page.get_by_role("combobox", name="Colour").wait_for()


def _colour(page: Page) -> None:
    page.get_by_role("combobox", name="Colour").click()
    page.get_by_role("option", name="Number of relationships").click()


def _close_look(page: Page) -> None:
    page.keyboard.press("Escape")


def _arrange(page: Page) -> None:
    page.get_by_role("radiogroup", name="Arrange by").get_by_text("From where we stand").click()


# What is in brackets only leads to the next.
_CHANGES: Final[Mapping[str, Callable[[Page], None]]] = {
    "click": _click,
    "(open look)": _open_look,
    "another colour": _colour,
    "(close look)": _close_look,
    "another arrangement": _arrange,
}


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    print(json.dumps(main(asked.parse_args().sizes), indent=1))
