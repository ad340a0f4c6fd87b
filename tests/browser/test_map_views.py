"""Saved views and edits of two people, in windows of their own."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import OpenWindow


@pytest.fixture(scope="module")
def app_environment() -> dict[str, str]:
    return {"LANDSCAPE_TEST": "1"}


def on_screen(page: Page, ids: list[str]) -> dict[str, tuple[int, int]]:
    """Where they stand in the window, to the nearest point of it."""
    return {id_: (round(x), round(y)) for id_, (x, y) in steps.places(page, ids).items()}


def keep(page: Page, name: str, sentence: str) -> str:
    """Keep what the map shows from where it is seen; gives the address of the view."""
    page.locator(".landscape").get_by_role("button", name="Keep this view").click()
    form = page.get_by_role("dialog")
    form.get_by_role("textbox", name="Name").fill(name)
    form.get_by_role("textbox", name="What it says, in a sentence").fill(sentence)
    form.get_by_role("button", name="Keep it", exact=True).last.click()
    expect(form).to_have_count(0)
    expect(page).to_have_url(re.compile("view=v_"))
    steps.drawn(page)
    return page.url


def test_a_view_is_the_same_in_anybodys_window_and_steps_on_in_a_presentation(
    page: Page, open_window: OpenWindow
) -> None:
    page.goto("/map")
    ids = [label["id"] for label in steps.drawn(page)["labels"]][:3]
    keep(page, "Everybody", "Who is here?")
    page.get_by_text("From where we stand", exact=True).click()
    steps.drawn(page)
    page.locator(".landscape").get_by_role("button", name="Zoom in").click()
    steps.drawn(page)
    seen = on_screen(page, ids)
    address = keep(page, "From us", "Two steps away from us.")
    assert on_screen(page, ids) == seen

    other = open_window()
    other.goto(address)
    steps.drawn(other)
    assert on_screen(other, ids) == seen
    other.locator(".views").get_by_role("button", name="Present").click()
    caption = other.locator(".caption")
    expect(caption).to_contain_text("Two steps away from us.")
    other.keyboard.press("ArrowLeft")
    expect(caption).to_contain_text("Who is here?")
    expect(other).not_to_have_url(address)
    other.keyboard.press("Escape")
    expect(caption).to_be_hidden()


def test_on_a_tablet_the_search_and_the_views_stand_apart_beside_a_panel(
    open_window: OpenWindow,
) -> None:
    page = open_window(width=820, height=1180)
    page.goto("/map")
    steps.drawn(page)
    page.get_by_role("combobox", name="Find a stakeholder").fill("Ines")
    page.keyboard.press("Enter")
    expect(page.locator(".panel h2")).to_have_text("Ines Okafor")
    expect(page.locator(".views")).to_have_css("right", "352px")  # it goes where the panel leaves
    search, views = (page.locator(one).bounding_box() for one in (".search input", ".views"))
    assert search is not None
    assert views is not None
    beside = views["x"] >= search["x"] + search["width"]
    assert beside or views["y"] >= search["y"] + search["height"]


def test_an_address_with_an_unknown_view_says_so(page: Page) -> None:
    page.goto("/map?view=v_nowhere")
    steps.drawn(page)
    expect(page.get_by_text("The view in the address is not in this landscape.")).to_be_visible()


def test_two_people_who_change_the_same_are_asked_whose_words_count(
    page: Page, open_window: OpenWindow
) -> None:
    both = [page, open_window()]
    for window in both:
        window.goto("/stakeholders")
        window.get_by_role("button", name="Change", exact=True).click()
        expect(window.get_by_role("dialog")).to_be_visible()
        steps.settled(window)
    other = both[1].get_by_role("dialog")
    other.get_by_role("textbox", name="What they do in the issue").fill("look after orchards")
    other.get_by_role("button", name="Save").click()
    expect(other).to_have_count(0)
    form = page.get_by_role("dialog")
    form.get_by_role("textbox", name="What they do in the issue").fill("write forecasts")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_text("while you were writing.")).to_be_visible()
    form.get_by_role("button", name="Change again").click()
    expect(form.get_by_text("They wrote What they do: look after orchards.")).to_be_visible()
    said = form.get_by_role("textbox", name="What they do in the issue")
    expect(said).to_have_value("write forecasts")
    said.fill("look after orchards, write forecasts")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    expect(page.get_by_text("look after orchards, write forecasts").first).to_be_visible()
