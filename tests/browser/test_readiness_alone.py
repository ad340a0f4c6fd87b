"""One person answers: by keyboard from the first question to the plan, on a phone, with a code."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import OpenWindow
from tests.browser.test_every_page import faults

PHONE = {"width": 390, "height": 844}
SIDEWAYS = "document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth"
FOCUSED = """() => document.activeElement.matches("a, button")
    ? document.activeElement.innerText : "" """
MOST_TABS = 80
# The pause after typing ends while Next is on its way: what it sends bears the address before.
NEXT_AND_KEEP = """async () => {
    const kept = {key: "Enter", keyCode: 13, ctrlKey: true, bubbles: true};
    [...document.querySelectorAll("button")].find((one) => one.innerText === "Next").click();
    await new Promise((soon) => setTimeout(soon, 5));
    document.querySelector("textarea").dispatchEvent(new KeyboardEvent("keydown", kept));
}"""


@pytest.fixture(scope="module")
def app_environment() -> dict[str, str]:
    return {"LANDSCAPE_TEST": "1"}


def reach(page: Page, name: str) -> None:
    """Press Tab until what has this name has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if name in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"{name!r} is not reached with Tab.")


def at_item(page: Page, number: int, of: int = 12) -> None:
    """Wait for an item."""
    expect(page.get_by_text(f"Item {number} of {of}", exact=True)).to_be_visible()
    steps.settled(page)
    page.locator(steps.KEYS_READY).wait_for(state="attached")


def chosen(page: Page, level: int) -> None:
    """Wait until a sentence is chosen and saved."""
    expect(page.get_by_role("radio").nth(level - 1)).to_be_checked()
    expect(page.get_by_text("Add more")).to_be_visible()
    steps.settled(page)


def test_a_lone_convener_goes_from_the_first_question_to_a_plan_by_keyboard(page: Page) -> None:
    page.goto("/answer")
    steps.settled(page)
    expect(page.get_by_role("heading", name="Where do we stand?")).to_be_visible()
    steps.settled(page)
    reach(page, "Begin with the first question")
    page.keyboard.press("Space")
    keys = ["1", "2", "3", "4", "5", "x", "p", "2", "2", "3", "4", "1"]
    for number, key in enumerate(keys, start=1):
        at_item(page, number)
        page.keyboard.press(key)
        if key.isdigit():
            chosen(page, int(key))
        else:
            expect(page.get_by_text(re.compile(r"^Saved \d\d:\d\d$")).last).to_be_visible()
            steps.settled(page)
        page.keyboard.press("Enter")
    expect(page.get_by_text("All 12 items have an answer.")).to_be_visible()
    steps.settled(page)
    page.keyboard.press("f")
    expect(page.get_by_role("heading", name="What we said")).to_be_visible()
    steps.settled(page)

    reach(page, "Plan")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible()
    steps.settled(page)
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("What do you mean to do?")).to_be_visible()
    steps.settled(page)
    while page.evaluate("document.activeElement.tagName") != "TEXTAREA":
        page.keyboard.press("Tab")
    page.keyboard.type("Walk up the valley and listen")
    reach(page, "Put it on the plan")
    page.keyboard.press("Space")
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("Walk up the valley and listen").first).to_be_visible()


def test_each_question_heads_its_screen(page: Page) -> None:
    begin_or_go_on(page)
    heading = page.locator('h3[aria-level="1"]')
    expect(heading).to_have_text("A difference that matters to all")
    page.get_by_role("button", name="Next").click()
    at_item(page, 2)
    expect(heading).to_have_text("Reading the landscape")
    page.get_by_role("button", name="All questions").click()
    expect(heading).to_have_text("All questions")


def test_what_is_typed_outlives_next_at_once_and_a_reload(page: Page) -> None:
    begin_or_go_on(page)
    box = page.get_by_role("textbox", name="Write before you rate")
    box.click()
    page.keyboard.type("said and then next")
    page.get_by_role("button", name="Next").click()
    at_item(page, 2)
    page.get_by_role("button", name="Back").click()
    at_item(page, 1)
    expect(box).to_have_value("said and then next")
    box.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(", and left at once")
    page.reload()
    at_item(page, 1)
    expect(box).to_have_value("said and then next, and left at once")
    page.get_by_role("button", name="Next").click()
    at_item(page, 2)
    page.go_back()
    at_item(page, 1)


def test_next_turns_the_page_in_the_moment_that_what_is_typed_is_kept(page: Page) -> None:
    begin_or_go_on(page)
    box = page.get_by_role("textbox", name="Write before you rate")
    for _ in range(2):
        box.click()
        page.keyboard.press("End")
        page.keyboard.type(", and more")
        page.evaluate(NEXT_AND_KEEP)
        at_item(page, 2)
        page.wait_for_timeout(500)  # what was sent beside it has been answered by then
        at_item(page, 2)
        page.get_by_role("button", name="Back").click()
        at_item(page, 1)


def test_keys_work_after_a_sentence_was_clicked_and_rest_while_one_types(page: Page) -> None:
    begin_or_go_on(page)
    page.get_by_text("3 · ").first.click()
    chosen(page, 3)
    page.keyboard.press("Enter")
    at_item(page, 2)
    page.get_by_role("textbox", name="Write before you rate").click()
    page.keyboard.type("12x\nnb")
    expect(page.get_by_role("textbox", name="Write before you rate")).to_have_value("12x\nnb")
    at_item(page, 2)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def begin_or_go_on(page: Page) -> None:
    """The first question, whether or not it was begun before."""
    page.goto("/answer?item=D01.1")
    steps.settled(page)
    fresh = page.get_by_role("button", name="Begin with the first question")
    expect(fresh.or_(page.get_by_text("Item 1 of 12"))).to_be_visible()
    if fresh.is_visible():
        fresh.click()
    at_item(page, 1)


def test_on_a_phone_nothing_scrolls_sideways_and_next_is_in_reach(open_window: OpenWindow) -> None:
    page = open_window(**PHONE, touch=True)
    page.goto("/answer")
    steps.settled(page)
    assert not page.evaluate(SIDEWAYS)
    begin_or_go_on(page)
    assert not page.evaluate(SIDEWAYS)
    onward = page.get_by_role("button", name="Next")
    for number in (1, 2):
        at_item(page, number)
        page.get_by_text("4 · ").first.tap()
        chosen(page, 4)
        onward.scroll_into_view_if_needed()
        box = onward.bounding_box()
        assert box is not None
        assert box["height"] >= 40
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        onward.tap()
        at_item(page, number + 1)
        top = page.get_by_text(f"Item {number + 1} of 12", exact=True).bounding_box()
        assert top is not None
        assert 0 <= top["y"] < PHONE["height"] / 2, "the next question begins at its top"
    page.get_by_role("button", name="All questions").tap()
    expect(page.get_by_role("heading", name="All questions")).to_be_visible()
    assert not page.evaluate(SIDEWAYS)
    page.get_by_role("button", name="Check your answers").tap()
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    assert not page.evaluate(SIDEWAYS)


def test_each_screen_keeps_nobody_out(open_window: OpenWindow) -> None:
    page = open_window(color_scheme="dark")
    begin_or_go_on(page)
    page.keyboard.press("x")
    expect(
        page.get_by_test_id("stBaseButton-primary").filter(has_text="Can't say").first
    ).to_be_visible()
    steps.settled(page)
    assert faults(page) == []
    page.keyboard.press("2")
    chosen(page, 2)
    page.get_by_text("Add more").click()
    expect(page.get_by_text("How sure are you?")).to_be_visible()
    steps.settled(page)
    assert faults(page) == []
    page.get_by_role("button", name="All questions").click()
    expect(page.get_by_role("heading", name="All questions")).to_be_visible()
    steps.settled(page)
    assert faults(page) == []
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    steps.settled(page)
    assert faults(page) == []
