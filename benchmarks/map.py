"""The map in Chromium, against a bare sigma map of the same bytes in the same run."""

import argparse
import json
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.landscapes import make_database
from scripts import chromium
from scripts.serving import Served, serving

SIZES: Final = (200, 1_000, 5_000, 20_000)
TIMES: Final = 7
FRAMES: Final = 40
HOVERED: Final = 15
RERUNS: Final = 100
RERUNS_AT: Final = 1_000
# Goals as in decisions 23: how many times the bare one may take, and seconds to the panel.
GOAL: Final = 1.2
PANEL_GOAL_MS: Final = 500
LEAK_GOAL_MB: Final = 5.0
# An expression; its first line is a comment.
_HANDS: Final = "\n" + (Path(__file__).parent / "hands.js").read_text(encoding="utf-8")
_PATIENCE: Final = 120_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One opening of a map: milliseconds, and megabytes that its scripts hold."""

    first_frame_ms: float
    pan_frame_ms: float
    hover_ms: float
    heap_mb: float
    panel_ms: float = 0.0


def main(
    sizes: Sequence[int] = SIZES, times: int = TIMES, reruns: int = RERUNS
) -> dict[str, object]:
    """Measure all sizes; the ratios of first frames and of pan frames have a goal."""
    found = chromium.find()
    if found is None:
        raise SystemExit(f"The map needs Chromium. {chromium.HOW_TO_INSTALL}")
    with sync_playwright() as playwright:
        arguments = [*chromium.arguments(), "--enable-precise-memory-info"]
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        measured = {size: _measure(browser, size, times) for size in sizes}
        grown = _growth(browser, min(RERUNS_AT, max(sizes)), reruns)
        browser.close()
    ratios = {
        name: {
            size: round(getattr(ours, name) / getattr(bare, name), 2)
            for size, (ours, bare) in measured.items()
        }
        for name in ("first_frame_ms", "pan_frame_ms", "hover_ms", "heap_mb")
    }
    panel = {size: round(ours.panel_ms) for size, (ours, _) in measured.items()}
    return {
        "ours": {size: _rounded(ours) for size, (ours, _) in measured.items()},
        "bare": {size: _rounded(bare) for size, (_, bare) in measured.items()},
        "ratio": ratios,
        "goal": {"first_frame_ms": GOAL, "pan_frame_ms": GOAL, "panel_ms": PANEL_GOAL_MS},
        "heap_growth_mb": round(grown, 2),
        "heap_growth_after_reruns": reruns,
        "heap_growth_goal_mb": LEAK_GOAL_MB,
        "met": {
            "first_frame": all(ratio <= GOAL for ratio in ratios["first_frame_ms"].values()),
            "pan_frame": all(ratio <= GOAL for ratio in ratios["pan_frame_ms"].values()),
            "panel": all(took <= PANEL_GOAL_MS for took in panel.values()),
            "no_leak": grown <= LEAK_GOAL_MB,
        },
    }


def _rounded(seen: Seen) -> Mapping[str, float]:
    return {one.name: round(getattr(seen, one.name), 1) for one in fields(Seen)}


def _measure(browser: Browser, stakeholders: int, times: int) -> tuple[Seen, Seen]:
    """Medians of our map and of the bare one, taken in turn."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        database = root / "measured.duckdb"
        landscape_id = make_database(database, stakeholders)
        environment = {"LANDSCAPE_DB": str(database), "LANDSCAPE_TEST": "1"}
        ids = [f"s{number}" for number in range(stakeholders)]
        ours, bare = [], []
        with serving(root / "ours", environment=environment) as app:
            for _ in range(times):
                ours.append(_seen(browser, _address(app, landscape_id), ids, has_panel=True))
        with serving(
            root / "bare", script="benchmarks/bare_app.py", environment=environment
        ) as floor:
            for _ in range(times):
                bare.append(_seen(browser, floor.url, ids, has_panel=False))
    return _medians(ours), _medians(bare)


def _medians(seen: Sequence[Seen]) -> Seen:
    return Seen(
        **{
            one.name: statistics.median(getattr(each, one.name) for each in seen)
            for one in fields(Seen)
        }
    )


def _address(app: Served, landscape_id: str) -> str:
    return f"{app.url}/map?landscape={landscape_id}"


def _seen(browser: Browser, address: str, ids: Sequence[str], *, has_panel: bool) -> Seen:
    """Open a map afresh, and do with it what a hand does."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    first = _open(page, address)
    heap = _heap(context.new_cdp_session(page))
    marks = list(ids[:: max(1, len(ids) // HOVERED)][:HOVERED])
    hover = float(page.evaluate(f"(marks) => {_HANDS}.hover(marks)", marks))
    pan = float(page.evaluate(f"([ids, n]) => {_HANDS}.pan(ids, n)", [list(ids), FRAMES]))
    panel = _panel(page, marks) if has_panel else 0.0
    context.close()
    return Seen(
        first_frame_ms=first, pan_frame_ms=pan, hover_ms=hover, heap_mb=heap, panel_ms=panel
    )


def _open(page: Page, address: str) -> float:
    """Milliseconds from the component's first call to its first frame, once the page has run."""
    page.goto(address)
    told = "(window.__landscapeMap ?? window.__bareSigma)"
    page.wait_for_function(f"() => {told}?.firstFrame > 0", timeout=_PATIENCE)
    settle(page)
    return float(page.evaluate(f"() => {told}.firstFrame"))


def settle(page: Page) -> None:
    """Wait until the page has run and is drawn."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(
        timeout=_PATIENCE
    )
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))")


def _panel(page: Page, marks: Sequence[str]) -> float:
    """Milliseconds from a click on somebody to their panel, on the screen."""
    at = page.evaluate(
        f"""(marks) => {{
            const hands = {_HANDS};
            const box = hands.stage().getBoundingClientRect();
            for (const id of marks) {{
                const mark = hands.told().at(id);
                const [x, y] = [box.x + mark.x, box.y + mark.y];
                if (hands.seenAt(x, y)?.closest(".stage")) return {{x, y}};
            }}
            return null;
        }}""",
        marks,
    )
    page.evaluate(
        f"""() => {{
            const panel = {_HANDS}.stage().parentElement.querySelector(".panel");
            const told = window.__landscapeMap;
            addEventListener("mousedown", () => (told.pressed = performance.now()), true);
            const look = () => {{
                if (panel.hidden) requestAnimationFrame(look);
                else requestAnimationFrame(() => (told.opened = performance.now()));
            }};
            look();
        }}"""
    )
    page.mouse.click(at["x"], at["y"])
    page.wait_for_function("() => window.__landscapeMap.opened > 0", timeout=_PATIENCE)
    return float(
        page.evaluate("() => window.__landscapeMap.opened - window.__landscapeMap.pressed")
    )


def _growth(browser: Browser, stakeholders: int, reruns: int) -> float:
    """Megabytes that scripts hold more after a legend entry was pressed again and again."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        database = root / "measured.duckdb"
        landscape_id = make_database(database, stakeholders)
        environment = {"LANDSCAPE_DB": str(database), "LANDSCAPE_TEST": "1"}
        with serving(root / "ours", environment=environment) as app:
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            page = context.new_page()
            _open(page, _address(app, landscape_id))
            session = context.new_cdp_session(page)
            _press(page, 10)
            before = _heap(session)
            _press(page, reruns)
            after = _heap(session)
            context.close()
    return after - before


def _press(page: Page, times: int) -> None:
    """Leave a group out and bring it back, each time a rerun with other looks."""
    entry = page.get_by_role("button", name="Group 1 ").first
    for _ in range(times):
        pressed = entry.get_attribute("aria-pressed")
        entry.click()
        other = "false" if pressed == "true" else "true"
        page.locator(f'[aria-pressed="{other}"]').filter(has_text="Group 1").first.wait_for()
        settle(page)


def _heap(session: CDPSession) -> float:
    """Megabytes that scripts hold, once what is not needed is gone."""
    session.send("HeapProfiler.enable")
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"]
    session.send("HeapProfiler.disable")
    return float(used) / 1e6


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    asked.add_argument("--times", type=int, default=TIMES)
    asked.add_argument("--reruns", type=int, default=RERUNS)
    given = asked.parse_args()
    print(json.dumps(main(given.sizes, given.times, given.reruns), indent=1))
