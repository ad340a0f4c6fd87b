"""The grid of our standing is filled in by keyboard, saved in one step, and taken back."""

from playwright.sync_api import Page, expect

from tests.browser.steps import settled

CELL = (300, 35 * 3 + 17)  # the third group, the first of us


def test_the_grid_is_filled_in_saved_and_taken_back(page: Page) -> None:
    page.goto("/standing")
    page.get_by_role("heading", name="What this says").wait_for()
    settled(page)
    grid = page.get_by_test_id("stDataFrame").first
    expect(grid.locator("canvas").first).to_be_visible()
    grid.scroll_into_view_if_needed()
    accepted = page.get_by_text("groups that would accept you know only one of you.")
    expect(accepted).to_have_text("3 of 3 groups that would accept you know only one of you.")
    grid.click(position={"x": CELL[0], "y": CELL[1]})
    page.keyboard.press("Enter")
    option = page.get_by_role("option", name="they vouch for us to others")
    expect(option).to_be_visible()
    page.keyboard.type("vouch")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)  # the grid sends its cells a moment after they are left
    page.get_by_role("button", name="Save these judgements").click()
    expect(accepted).to_have_text("4 of 4 groups that would accept you know only one of you.")
    page.get_by_role("button", name="Undo").click()
    expect(accepted).to_have_text("3 of 3 groups that would accept you know only one of you.")
