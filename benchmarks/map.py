"""The first frame of the map in Chromium, against a bare sigma map of the same bytes; goal 1.2."""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.landscapes import make_database
from scripts import chromium
from scripts.serving import serving

SIZES = (1_000, 5_000, 20_000)
TIMES = 7
GOAL = 1.2
_PATIENCE = 120_000


def main() -> dict[str, object]:
    found = chromium.find()
    if found is None:
        raise SystemExit(f"The map needs Chromium. {chromium.HOW_TO_INSTALL}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=chromium.arguments())
        measured = {size: _measure(browser, size) for size in SIZES}
        browser.close()
    ratios = {size: round(ours / bare, 2) for size, (ours, bare) in measured.items()}
    return {
        "first_frame_ms": {size: round(ours) for size, (ours, _) in measured.items()},
        "bare_sigma_ms": {size: round(bare) for size, (_, bare) in measured.items()},
        "ratio": ratios,
        "goal": GOAL,
        "met": all(ratio <= GOAL for ratio in ratios.values()),
    }


def _measure(browser: Browser, stakeholders: int) -> tuple[float, float]:
    """Medians of first frames, of our map and of the bare one, taken in turn."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        database = root / "measured.duckdb"
        landscape_id = make_database(database, stakeholders)
        environment = {"LANDSCAPE_DB": str(database), "LANDSCAPE_TEST": "1"}
        ours, bare = [], []
        with serving(root / "ours", environment=environment) as app:
            for _ in range(TIMES):
                address = f"{app.url}/map?landscape={landscape_id}"
                ours.append(_first_frame(browser, address, "__landscapeMap"))
        with serving(
            root / "bare", script="benchmarks/bare_app.py", environment=environment
        ) as floor:
            for _ in range(TIMES):
                bare.append(_first_frame(browser, floor.url, "__bareSigma"))
    return statistics.median(ours), statistics.median(bare)


def _first_frame(browser: Browser, address: str, told: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.wait_for_function(f"() => window.{told}?.firstFrame > 0", timeout=_PATIENCE)
    took = float(page.evaluate(f"() => window.{told}.firstFrame"))
    context.close()
    return took
