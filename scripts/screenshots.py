"""Draws the pictures of the documentation: the first sample, as a newcomer meets it."""

import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from scripts import chromium
from scripts.serving import Served, serving

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
DRAWN = """() => {
    const map = window.__landscapeMap;
    return map !== undefined && map.frames > 0 && map.size?.height > 1;
}"""

Scheme = Literal["light", "dark"]

# picture, address, colours, width, height
PLAIN: tuple[tuple[str, str, Scheme, int, int], ...] = (
    ("overview", "/", "light", 1280, 800),
    ("map", "/map", "light", 1280, 800),
    ("map-dark", "/map", "dark", 1280, 800),
    ("map-tablet", "/map", "light", 820, 1180),
    ("map-rings", "/map?view=from-us", "light", 1280, 800),
    ("walk", "/walk", "light", 1280, 800),
    ("groups", "/groups", "light", 1280, 800),
    ("boundaries", "/boundaries", "light", 1280, 800),
    ("crossings", "/crossings", "light", 1280, 800),
    ("add-data", "/importing", "light", 1280, 800),
    ("where-we-stand", "/answer", "light", 1280, 800),
    ("what-we-said", "/results", "light", 1280, 1280),
    ("our-standing", "/standing", "light", 1280, 1000),
    ("talk-it-through", "/debrief", "light", 1280, 1000),
    ("plan", "/plan", "light", 1280, 800),
)

MESSY = {
    "valley.csv": "Name,Sector,Influence,Town\nHarbour trust,Water,4,Ash\n"
    "Mill cooperative,Trade,9,Elm\nFerry company,Transport,3,Elm\n"
    "School council,Education,2,Ash\nHarbor trust,Water,4,Ash\n",
    "contacts.csv": "From,To,How deep\nHarbour trust,Mill cooperative,coordination\n"
    "Ferry company,School council,communication\n"
    "School council,Mill co-operative,communication\n",
}


def main() -> None:
    """Draw every picture anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    found = chromium.find()
    if found is None:
        raise SystemExit(f"Pictures need Chromium. {chromium.HOW_TO_INSTALL}")
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder), environment={"LANDSCAPE_TEST": "1"}) as app,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=found, args=chromium.arguments())
        for name, address, scheme, width, height in PLAIN:
            _draw(browser, app, name, address, scheme, width, height)
        _draw_adding(browser, app)
        browser.close()


def _draw(
    browser: Browser,
    app: Served,
    name: str,
    address: str,
    scheme: Scheme,
    width: int,
    height: int,
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(app.url + address)
    page.locator(READY).wait_for()
    if address == "/" or address.startswith("/map"):
        page.wait_for_function(DRAWN)
    _settle(page)
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"docs/pictures/{name}.png")
    context.close()


def _draw_adding(browser: Browser, app: Served) -> None:
    """A list with a few mistakes in it, as it stands on Add data before anything is stored."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 1000}, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{app.url}/importing")
    page.locator(READY).wait_for()
    page.locator('input[type="file"]').set_input_files(
        [
            {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
            for name, text in MESSY.items()
        ]
    )
    page.get_by_text("What needs a decision").wait_for()
    page.locator(READY).wait_for()
    _settle(page)
    page.screenshot(path=PICTURES / "adding.png")
    print("docs/pictures/adding.png")
    context.close()


def _settle(page: Page) -> None:
    """Wait until fonts are there, and until two pictures in a row are the same."""
    page.evaluate("() => document.fonts.ready.then(() => true)")
    before = b""
    for _ in range(40):
        page.wait_for_timeout(250)
        now = page.screenshot()
        if now == before:
            return
        before = now


if __name__ == "__main__":
    main()
