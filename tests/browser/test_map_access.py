"""The map without mouse or eyes: the whole job by keyboard, in words, in anyone's colours."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps

MOST_TABS = 120

# What has the focus, within the map's own root too, and the ring that shows it.
FOCUSED = """() => {
    let at = document.activeElement;
    let inMap = false;
    while (at?.shadowRoot?.activeElement) { at = at.shadowRoot.activeElement; inMap = true; }
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const name = at.getAttribute("aria-label") ?? at.innerText ?? "";
    return { name, inMap, ring: outlineStyle === "none" ? 0 : parseFloat(outlineWidth) };
}"""
# The lowest contrast of a text on the map's own elements with what lies behind it.
LOWEST_CONTRAST = """() => {
    const part = (x) => (x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgba = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = ([r, g, b, a], below) => [r, g, b].map((x, i) => x * a + below[i] * (1 - a));
    const weights = [0.2126, 0.7152, 0.0722];
    const light = (c) => c.reduce((sum, x, i) => sum + part(x / 255) * weights[i], 0);
    let lowest = { ratio: 21, text: "" };
    for (const host of document.querySelectorAll("*")) {
        if (!host.shadowRoot?.querySelector(".landscape")) continue;
        for (const at of host.shadowRoot.querySelectorAll(".landscape *, .twin *")) {
            const own = [...at.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
            const off = at.closest("[disabled], [aria-disabled='true'], .spoken, .told, caption");
            if (!own || off || !at.checkVisibility()) continue;
            const chain = [];
            for (let up = at; up; up = up.parentElement) chain.unshift(getComputedStyle(up));
            const paper = chain[0].getPropertyValue("--st-background-color");
            let ground = over(rgba(paper), [255, 255, 255]);
            let seen = 1;
            for (const style of chain) {
                seen *= Number(style.opacity);
                ground = over(rgba(style.backgroundColor), ground);
            }
            const [r, g, b, a] = rgba(getComputedStyle(at).color);
            const [one, other] = [light(over([r, g, b, a * seen], ground)), light(ground)];
            const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            if (ratio < lowest.ratio) lowest = { ratio, text: at.innerText };
        }
    }
    return lowest;
}"""

# Red, green and blue together, of the brightest full pixel of the layers around the marks.
BRIGHTEST = """(layers) => Math.max(...layers.map((layer) => {
    const { data } = layer.getContext("2d").getImageData(0, 0, layer.width, layer.height);
    let most = 0;
    for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 255) most = Math.max(most, data[at] + data[at + 1] + data[at + 2]);
    }
    return most;
}))"""


@pytest.fixture(scope="module")
def app_environment() -> dict[str, str]:
    return {"LANDSCAPE_TEST": "1"}


def open_map(page: Page) -> dict[str, Any]:
    page.goto("/map")
    return steps.drawn(page)


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press Tab until what is called so has the focus; on the map each stop must be seen."""
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        at = page.evaluate(FOCUSED)
        if at["inMap"]:
            assert at["ring"] >= 2, f"nobody sees that {at['name']!r} has the focus"
        if at["name"].strip().startswith(name):
            return
    pytest.fail(f"{name!r} is not reached in {MOST_TABS} presses")


def test_everything_is_found_and_selected_by_keyboard(page: Page) -> None:
    open_map(page)
    said = page.locator(".spoken")

    tab_to(page, "Find a stakeholder or a group")
    page.keyboard.type("lowmarsh")
    expect(page.get_by_role("option")).to_have_count(4)
    expect(page.get_by_role("option").first).to_have_text(
        "Lowmarsh Drainage BoardWater and environment agencies"
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    chosen = page.get_by_role("combobox", name="Find a stakeholder or a group").input_value()
    expect(said).to_contain_text(chosen)
    steps.settled(page)

    tab_to(page, "The same as a table")
    page.keyboard.press("Enter")
    expect(page.locator("tr[aria-current] th")).to_have_text(chosen)
    tab_to(page, "Filter by name or group")
    page.keyboard.type("farmers")
    expect(page.locator(".twin tbody tr")).to_have_count(10)
    tab_to(page, "Name")
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Name")
    names = page.locator(".twin tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold)

    tab_to(page, chosen)  # the row of who is selected is where Tab leads
    page.keyboard.press("Home")
    assert page.evaluate(FOCUSED)["name"] == names[0]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(said).to_contain_text(names[1])
    expect(page.locator("tr[aria-current] th")).to_have_text(names[1])
    steps.settled(page)
    page.keyboard.press("ArrowRight")
    neighbour = page.evaluate(FOCUSED)["name"]
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED)["name"] == neighbour, "a neighbour leads to their row"


def test_a_legend_filters_by_keyboard_and_the_focus_stays(page: Page) -> None:
    open_map(page)
    told = page.locator(".told")
    expect(told).to_contain_text("60 stakeholders and")
    tab_to(page, "Farmers and landowners")
    page.keyboard.press("Enter")
    entry = page.locator(".legend button", has_text="Farmers and landowners")
    expect(entry).to_have_attribute("aria-pressed", "false")
    expect(told).to_contain_text("50 of 60 stakeholders and")
    expect(told).to_contain_text("Farmers and landowners (0 of 10)")
    expect(page.locator(".spoken")).to_contain_text("50 of 60 stakeholders")
    expect(page.locator(".notes")).to_contain_text("50 of 60")
    steps.settled(page)
    assert page.evaluate(FOCUSED)["name"].startswith("Farmers and landowners")
    page.keyboard.press("Enter")
    expect(entry).to_have_attribute("aria-pressed", "true")
    expect(told).to_contain_text("60 stakeholders and")
    expect(page.locator(".notes")).to_be_hidden()


def test_the_stage_is_described_by_what_it_shows(page: Page) -> None:
    open_map(page)
    stage = page.get_by_role("application")
    expect(stage).to_have_attribute("aria-describedby", "told")
    for sentence in (
        "They stand by groups.",
        "There are Community groups (11), Farmers and landowners (10),",
        "Most connected: Ossel Rivers Authority (",
        "No relationship is reported between",
    ):
        expect(page.locator("#told")).to_contain_text(sentence)


def test_views_are_presented_and_stepped_through_by_keyboard(page: Page) -> None:
    open_map(page)
    for name in ("Where we begin", "Who is missing"):
        page.locator(".landscape").get_by_role("button", name="Keep this view").press("Enter")
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_role("textbox", name="What it says, in a sentence").fill(
            f"This is {name.lower()}."
        )
        page.get_by_role("button", name="Keep it", exact=True).click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        steps.settled(page)

    strip = page.get_by_role("navigation", name="Saved views")
    expect(strip).to_contain_text("Who is missing")
    page.get_by_role("button", name="Present", exact=True).last.focus()
    page.keyboard.press("Enter")
    caption = page.get_by_role("region", name="Presentation")
    expect(caption.get_by_role("heading")).to_have_text("Who is missing")
    expect(caption).to_contain_text("This is who is missing.")
    expect(caption).to_contain_text("6 of 6")
    box = page.locator(".landscape").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (1280, 800), "it fills the window"

    steps.settled(page)
    page.keyboard.press("PageUp")
    expect(caption.get_by_role("heading")).to_have_text("Where we begin")
    expect(caption).to_contain_text("5 of 6")
    steps.settled(page)
    page.keyboard.press("ArrowRight")
    expect(caption.get_by_role("heading")).to_have_text("Who is missing")
    steps.settled(page)
    page.keyboard.press("Escape")
    expect(caption).to_be_hidden()
    steps.settled(page)
    expect(page.locator(".landscape.presenting")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_on_the_map_are_read_against_what_lies_behind(open_window: Any, scheme: str) -> None:
    page = open_window(color_scheme=scheme)
    open_map(page)
    steps.select_by_keyboard(page)
    page.locator(".twin > summary").click()
    lowest = page.evaluate(LOWEST_CONTRAST)
    assert lowest["ratio"] >= 4.5, lowest


def test_colours_that_a_visitor_sets_hold_on_the_map_too(page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    open_map(page)
    brightest = page.locator(".landscape > canvas.layer").evaluate_all(BRIGHTEST)
    assert brightest == 3 * 255, "names are written in the text colour of the system"
    border = page.locator(".legend details").evaluate("(at) => getComputedStyle(at).borderTopWidth")
    assert border == "1px"


def test_who_wants_no_motion_gets_none(page: Page) -> None:
    open_map(page)
    steps.select_by_keyboard(page)
    name = page.locator(".panel").evaluate("(at) => getComputedStyle(at).animationName")
    assert name == "none"
