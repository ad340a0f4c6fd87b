"""What a person does, step by step, in a window of the browser tests."""

from itertools import combinations
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Page, expect

OTHER_ANSWERS = {"X": "Can't say yet", "P": "Prefer not to say"}
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
KEYS_READY = "body[data-answering-hands]"
DRAWN = """() => {
    const map = window.__landscapeMap;
    return map !== undefined && map.frames > 0 && map.size?.height > 1;
}"""
# Turns of the browser are counted too: a slow machine may take long over a single frame.
AT_REST = """() => {
    const {frames} = window.__landscapeMap;
    const rest = window.__rest ??= {turns: 0};
    if (rest.frames !== frames) Object.assign(rest, {frames, since: performance.now(), turns: 0});
    rest.turns += 1;
    return rest.turns > 3 && performance.now() - rest.since >= 300;
}"""


def settled(page: Page) -> None:
    """Wait until the page has run."""
    page.locator(READY).wait_for()
    expect(page.get_by_test_id("stException")).to_have_count(0)


expect.set_options(timeout=15_000)


def go(page: Page, link: str, heading: str) -> None:
    """Follow a link and wait until the page it leads to stands there."""
    page.get_by_role("link", name=link).first.click()
    expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    settled(page)


def forget_map(page: Page) -> None:
    """Forget the picture at hand, so that the next one is waited for."""
    page.evaluate("() => { window.__landscapeMap = undefined; }")


def drawn(page: Page) -> dict[str, Any]:
    """What the map says of its picture, once it stands still."""
    page.wait_for_function(DRAWN)
    settled(page)
    page.evaluate("() => { window.__rest = undefined; }")
    page.wait_for_function(AT_REST, polling="raf")
    told: dict[str, Any] = page.evaluate("() => ({...window.__landscapeMap, at: undefined})")
    return told


def places(page: Page, ids: list[str]) -> dict[str, tuple[float, float]]:
    """Where stakeholders stand on the screen."""
    told: dict[str, Any] = page.evaluate(
        "(ids) => Object.fromEntries(ids.map((id) => [id, window.__landscapeMap.at(id)]))", ids
    )
    return {id_: (round(spot["x"], 3), round(spot["y"], 3)) for id_, spot in told.items()}


def require_readable(told: dict[str, Any]) -> None:
    """Hold a first picture to what "readable" is settled to mean."""
    width, height = told["size"]["width"], told["size"]["height"]
    assert height >= 533
    wanted = {region["label"] for region in told["regions"]}
    named = {name["text"].rsplit(" (", 1)[0] for name in told["names"]}
    assert named == wanted, "every region has its name"
    for name in told["names"]:
        assert not name["cut"]
        assert 0 <= name["x"] <= width - name["w"]
        assert 0 <= name["y"] <= height - name["h"]
    boxes = [*told["names"], *told["labels"]]
    for one, other in combinations(boxes, 2):
        aside = one["x"] >= other["x"] + other["w"] or other["x"] >= one["x"] + one["w"]
        below = one["y"] >= other["y"] + other["h"] or other["y"] >= one["y"] + one["h"]
        assert aside or below, f"{one['text']!r} lies over {other['text']!r}"
    assert told["overlappingRegions"] == 0
    assert all(label["text"].endswith("…") for label in told["labels"] if label["cut"])
    assert told["opacity"]["within"] <= 0.2


def add_files(page: Page, files: list[Path], *, called: str) -> None:
    """Choose files on Add data, for a landscape of their own."""
    go(page, "Add data", "Add data")
    page.get_by_label("What shall it be called?").fill(called)
    page.get_by_label("What shall it be called?").press("Enter")
    settled(page)
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_role("button", name="Store it")).to_be_visible()


def choose_files(page: Page, *files: FilePayload) -> None:
    """Choose files that exist only here, for the landscape at hand."""
    page.locator("input[type=file]").first.set_input_files(list(files))
    expect(page.get_by_role("heading", name="What we understood")).to_be_visible()
    settled(page)


def begin_its_own(page: Page, *, called: str) -> None:
    """On Add data, say that what comes makes a landscape of its own."""
    go(page, "Add data", "Add data")
    page.get_by_text("Into a landscape of its own").click()
    page.get_by_label("What shall it be called?").fill(called)
    page.get_by_label("What shall it be called?").press("Enter")
    settled(page)


def paste(page: Page, text: str) -> None:
    """Paste a table."""
    page.get_by_role("tab", name="Paste names or a table").click()
    page.get_by_label("Names, one a line").fill(text)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="What we understood")).to_be_visible()
    settled(page)


def store(page: Page) -> None:
    """Store what was understood, and stay."""
    page.get_by_role("button", name="Store it").click()
    expect(page.get_by_role("button", name="Draw the landscape")).to_be_visible()
    settled(page)


def leave_missing_names_out(page: Page) -> None:
    """Decide the one thing that needs a decision."""
    page.get_by_role("button", name="Leave all their rows out").click()


def store_and_draw(page: Page) -> dict[str, Any]:
    """Store what was understood, and go to the map."""
    page.get_by_role("button", name="Store it").click()
    expect(page.get_by_role("button", name="Draw the landscape")).to_be_visible()
    forget_map(page)
    page.get_by_role("button", name="Draw the landscape").click()
    return drawn(page)


def select_by_keyboard(page: Page) -> str:
    """Walk to a stakeholder with the arrow keys; gives what is said aloud."""
    stage = page.get_by_role("application")
    stage.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    said = page.locator(".spoken")
    expect(said).not_to_be_empty()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Walk from here")).to_be_visible()
    return said.inner_text()


def add_boundary(page: Page, name: str, sides: dict[str, str]) -> None:
    """Make a boundary whose sides are one group each."""
    go(page, "Boundaries", "Boundaries")
    page.get_by_role("button", name="Add a boundary").click()
    page.get_by_label("What do you call it?").fill(name)
    page.get_by_label("What do you call it?").press("Tab")
    for number, (side, group) in enumerate(sides.items(), start=1):
        called = page.get_by_label(f"Side {number} is called")
        called.fill(side)
        called.press("Tab")
        settled(page)
        picker = page.get_by_label(f"Groups on side {number}")
        picker.click()
        picker.press_sequentially(group)
        page.get_by_role("option", name=group).first.click()
        page.keyboard.press("Tab")  # closes the list
        settled(page)
    page.get_by_role("button", name="Save the boundary").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)


def answer_by_keyboard(page: Page) -> None:
    """Answer the twelve items without a mouse: sentences, and each of the other answers."""
    go(page, "Where we stand", "Where do we stand?")
    page.get_by_role("button", name="Begin with the first question").click()
    keys = ["1", "2", "3", "4", "5", "X", "P", "2", "2", "3", "4", "1"]
    for number, key in enumerate(keys, start=1):
        expect(page.get_by_text(f"Item {number} of 12")).to_be_visible()
        settled(page)
        page.locator(KEYS_READY).wait_for(state="attached")
        page.keyboard.press(key)
        if key.isdigit():
            expect(page.get_by_role("radio").nth(int(key) - 1)).to_be_checked()
        else:
            chosen = page.get_by_test_id("stBaseButton-primary")
            expect(chosen.filter(has_text=OTHER_ANSWERS[key]).first).to_be_visible()
        settled(page)
        page.keyboard.press("Enter")
    expect(page.get_by_text("All 12 items have an answer.")).to_be_visible()
    settled(page)
    page.keyboard.press("f")
    expect(page.get_by_role("heading", name="What we said")).to_be_visible()
    settled(page)
