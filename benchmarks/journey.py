"""From choosing two files to the drawn map: the waits between a click and the next usable screen.

The upload itself and the time a person takes do not count. Goal: two seconds on an idle machine.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from scripts import chromium
from scripts.serving import serving
from tests.browser import steps
from tests.formats import kelp_like

GOAL_S = 2.0
SURVEY = Path(__file__).resolve().parents[2] / "shared" / "samples" / "kelp-forest-governance"


def main() -> dict[str, object]:
    found = chromium.find()
    if found is None:
        raise SystemExit(f"The journey needs Chromium. {chromium.HOW_TO_INSTALL}")
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "app", environment={"LANDSCAPE_TEST": "1"}) as app,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=found, args=chromium.arguments())
        page = browser.new_context(
            base_url=app.url, viewport={"width": 1280, "height": 800}, reduced_motion="reduce"
        ).new_page()
        page.goto("/map")
        steps.drawn(page)
        waits = _waits(page, _files(Path(folder)))
        browser.close()
    total = sum(waits.values())
    return {
        "waits_s": {step: round(wait, 2) for step, wait in waits.items()},
        "total_s": round(total, 2),
        "goal_s": GOAL_S,
        "met": total <= GOAL_S,
    }


def _files(folder: Path) -> list[Path]:
    """The real survey where it lies beside the repository, else its written twin."""
    if SURVEY.is_dir():
        return [SURVEY / "organizations.csv", SURVEY / "reported-ties.csv"]
    people, said = folder / "bodies.csv", folder / "answers.csv"
    people.write_bytes(kelp_like.as_csv(kelp_like.people()))
    said.write_bytes(kelp_like.as_csv(kelp_like.said()))
    return [people, said]


def _waits(page: Page, files: list[Path]) -> dict[str, float]:
    steps.go(page, "Add data", "Add data")
    # Locators wait frame by frame; the assertions of tests would look four times a second only.
    store = page.locator("button", has_text="Store it")
    ready = page.locator("button:enabled", has_text="Store it")
    draw = page.locator("button", has_text="Draw the landscape")

    def uploaded() -> None:
        page.locator("input[type=file]").set_input_files(files)

    def shown() -> None:
        page.wait_for_function(steps.DRAWN)

    waits = {"understood": _wait(uploaded, store.wait_for)}
    leave = page.get_by_role("button", name="Leave all their rows out")
    waits["decided"] = _wait(leave.click, ready.wait_for)
    waits["stored"] = _wait(store.click, draw.wait_for)
    steps.forget_map(page)
    waits["drawn"] = _wait(draw.click, shown)
    return waits


def _wait(act: Callable[[], None], until: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    until()
    return time.perf_counter() - began
