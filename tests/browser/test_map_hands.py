"""What hands change on the map, with a mouse, with keys and with fingers; nothing of it is lost."""

import re

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import OpenWindow

Spot = tuple[float, float]
# Beside it stand the tools, below it the panel of those who are selected.
TOOLS, UNCOVERED = 80, 320
MOVED_TWO = re.compile("Move 2 stakeholders")


@pytest.fixture(scope="module")
def app_environment() -> dict[str, str]:
    return {"LANDSCAPE_TEST": "1"}


def opened(page: Page) -> list[str]:
    """Open the map of the sample; gives the ids of some whom no panel will cover."""
    page.goto("/map")
    told = steps.drawn(page)
    wide = told["size"]["width"] - TOOLS
    found = {label["id"]: on_map(page, label["id"]) for label in told["labels"]}
    return [id_ for id_, (x, y) in found.items() if x < wide and y < UNCOVERED]


def spot(page: Page, id_: str) -> Spot:
    """Where somebody stands in the window."""
    stage = page.locator(".stage").bounding_box()
    place = page.evaluate("(id) => window.__landscapeMap.at(id)", id_)
    assert stage is not None
    return stage["x"] + place["x"], stage["y"] + place["y"]


def on_map(page: Page, id_: str) -> Spot:
    """Where somebody stands on the map, whatever stands above it on the page."""
    place = page.evaluate("(id) => window.__landscapeMap.at(id)", id_)
    return round(place["x"], 1), round(place["y"], 1)


def drag(page: Page, *spots: Spot) -> None:
    page.mouse.move(*spots[0])
    page.mouse.down()
    for place in spots[1:]:
        page.mouse.move(*place, steps=6)
    page.mouse.up()


def tool(page: Page, name: str | re.Pattern[str]) -> None:
    """Wait until a tool is called so, which Python says once it has done what was asked."""
    expect(page.locator(".tools").get_by_role("button", name=name)).to_be_visible()
    steps.settled(page)


def free_ground(page: Page) -> Spot:
    """A place of the map where nobody stands, well away from its edges."""
    told = page.evaluate("""() => {
        const { size, regions } = window.__landscapeMap;
        let best = [0, 0, -Infinity];
        for (let x = 380; x < size.width - 90; x += 10) {
            for (let y = 80; y < size.height - 60; y += 10) {
                const beyond = (disc) => Math.hypot(disc.x - x, disc.y - y) - disc.r;
                const free = Math.min(...regions.map(beyond));
                if (free > best[2]) best = [x, y, free];
            }
        }
        return best;
    }""")
    stage = page.locator(".stage").bounding_box()
    assert stage is not None
    return stage["x"] + told[0], stage["y"] + told[1]


def pick_two(page: Page, one: str, other: str) -> None:
    page.keyboard.down("Shift")
    page.mouse.click(*spot(page, one))
    page.mouse.click(*spot(page, other))
    page.keyboard.up("Shift")
    expect(page.get_by_role("heading", name="2 selected")).to_be_visible()


def test_those_who_are_dragged_together_come_back_together(page: Page) -> None:
    one, other, *_ = opened(page)
    before = [on_map(page, one), on_map(page, other)]
    pick_two(page, one, other)
    x, y = spot(page, other)
    drag(page, (x, y), (x - 24, y + 16))
    tool(page, MOVED_TWO)
    moved = [pytest.approx((x - 24, y + 16)) for x, y in before]
    assert [on_map(page, one), on_map(page, other)] == moved
    page.get_by_role("application").focus()
    page.keyboard.press("Control+z")
    tool(page, re.compile("^Redo: Move 2 stakeholders"))
    assert [on_map(page, one), on_map(page, other)] == before
    page.keyboard.press("Control+Shift+z")
    tool(page, "Nothing to redo")
    assert [on_map(page, one), on_map(page, other)] == moved
    page.reload()
    steps.drawn(page)
    assert [on_map(page, one), on_map(page, other)] == moved
    # Nobody is left standing on somebody else, for the tests after this one.
    page.get_by_role("application").focus()
    page.keyboard.press("Control+z")
    tool(page, re.compile("^Redo: Move 2 stakeholders"))


def test_somebody_is_added_where_the_ground_was_pressed_twice(page: Page) -> None:
    opened(page)
    before = page.evaluate("() => window.__landscapeMap.counts.stakeholders")
    page.mouse.dblclick(*free_ground(page))
    form = page.get_by_role("dialog")
    form.get_by_label("Name").fill("Kelda Marsh")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    page.wait_for_function(
        "(before) => window.__landscapeMap.counts.stakeholders === before + 1", arg=before
    )
    page.get_by_role("combobox", name="Find a stakeholder").fill("Kelda")
    expect(page.locator(".landscape").get_by_role("option", name="Kelda Marsh")).to_be_visible()


def test_two_are_connected_from_the_rim_of_a_mark_and_by_keys(page: Page) -> None:
    one, other, third, *_ = opened(page)
    x, y = spot(page, one)
    page.mouse.move(x, y)
    for beside in range(6, 32):
        page.mouse.move(x + beside, y)
        if page.locator(".stage.aiming").count():
            break
    page.mouse.down()
    page.mouse.move(*spot(page, other), steps=8)
    page.mouse.up()
    form = page.get_by_role("dialog")
    expect(form.get_by_role("heading", name="Relationship")).to_be_visible()
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    steps.settled(page)
    page.mouse.click(*spot(page, third))
    page.get_by_role("application").focus()
    page.keyboard.press("c")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".spoken[aria-live]")).to_contain_text("Enter connects them")
    page.keyboard.press("Enter")
    expect(form.get_by_role("heading", name="Relationship")).to_be_visible()


def test_those_within_a_line_are_removed_and_undo_brings_them_back(page: Page) -> None:
    opened(page)
    disc = page.evaluate("() => window.__landscapeMap.regions.at(-1)")
    before = page.evaluate("() => window.__landscapeMap.counts.stakeholders")
    stage = page.locator(".stage").bounding_box()
    assert stage is not None
    x, y, r = stage["x"] + disc["x"], stage["y"] + disc["y"], disc["r"]
    page.get_by_role("button", name="Select several").click()
    drag(page, *[(x + r * a, y + r * b) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))])
    heading = page.get_by_role("heading", name=re.compile(r"^\d+ selected$"))
    expect(heading).to_be_visible()
    count = int(heading.inner_text().split()[0])
    page.get_by_role("application").focus()
    page.keyboard.press("Delete")
    tool(page, re.compile(f"^Undo: .*{count} stakeholders"))
    assert page.evaluate("() => window.__landscapeMap.counts.stakeholders") == before - count
    page.locator(".tools").get_by_role("button", name=re.compile("^Undo: ")).click()
    tool(page, re.compile(f"^Redo: .*{count} stakeholders"))
    assert page.evaluate("() => window.__landscapeMap.counts.stakeholders") == before


def test_a_gesture_just_before_the_page_changes_arrives(page: Page) -> None:
    one, *_ = opened(page)
    x, y = on_map(page, one)
    at = spot(page, one)
    drag(page, at, (at[0] + 20, at[1] - 12))
    page.get_by_role("link", name="History").first.click()
    expect(page.get_by_role("heading", name="History").first).to_be_visible()
    steps.settled(page)
    steps.forget_map(page)
    page.get_by_role("link", name="Map").first.click()
    steps.drawn(page)
    tool(page, re.compile("^Undo: Move "))
    assert on_map(page, one) == pytest.approx((x + 20, y - 12), abs=0.2)


def test_fingers_pan_zoom_select_and_pick_many(open_window: OpenWindow) -> None:
    page = open_window(width=820, height=1180, touch=True)
    one, other, *_ = opened(page)
    fingers = page.context.new_cdp_session(page)

    def touch(kind: str, *spots: Spot) -> None:
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(spots)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    before, (x, y) = on_map(page, one), free_ground(page)
    touch("touchStart", (x, y))
    for k in range(1, 9):
        touch("touchMove", (x + 5 * k, y + 3 * k))
    touch("touchEnd")
    page.wait_for_function(
        "([id, x]) => Math.abs(window.__landscapeMap.at(id).x - x) > 20", arg=[one, before[0]]
    )
    ratio = page.evaluate("() => window.__landscapeMap.camera.ratio")
    touch("touchStart", (x - 20, y), (x + 20, y))
    for k in range(1, 9):
        touch("touchMove", (x - 20 - 6 * k, y - 4 * k), (x + 20 + 6 * k, y + 4 * k))
    touch("touchEnd")
    page.wait_for_function("(ratio) => window.__landscapeMap.camera.ratio < ratio / 2", arg=ratio)
    assert page.evaluate("() => window.__landscapeMap.camera.angle") == 0
    page.get_by_role("button", name="Show everything").first.tap()
    page.wait_for_function(
        "(ratio) => window.__landscapeMap.camera.ratio >= ratio / 1.1", arg=ratio
    )

    touch("touchStart", spot(page, one))
    expect(page.get_by_role("heading", name="1 selected")).to_be_visible()
    touch("touchEnd")
    touch("touchStart", spot(page, other))
    touch("touchEnd")
    expect(page.get_by_role("heading", name="2 selected")).to_be_visible()
    for button in page.locator(".tools button, .controls button").all():
        box = button.bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) >= (44, 44)


def test_the_small_map_changes_nothing(page: Page) -> None:
    page.goto("/")
    one, other = (label["id"] for label in steps.drawn(page)["labels"][:2])
    assert page.locator(".tools button:visible").count() == 1
    page.mouse.click(*spot(page, one))
    expect(page.get_by_role("button", name="Walk from here")).to_be_visible()
    assert page.locator(".panel").get_by_role("button", name="Edit").count() == 0
    apart = np.subtract(on_map(page, one), on_map(page, other))
    for key in ("Delete", "c", "n", "Control+a", "Control+z", "Space"):
        page.keyboard.press(key)
    x, y = spot(page, one)
    drag(page, (x, y), (x + 15, y + 10))
    steps.settled(page)
    assert page.get_by_role("dialog").count() == 0
    assert np.subtract(on_map(page, one), on_map(page, other)) == pytest.approx(apart, abs=0.2)
    assert page.locator(".panel h2").inner_text() != "1 selected"
