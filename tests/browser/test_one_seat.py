"""One person takes one seat, however often they tap, and finds back to it with the browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import OpenWindow
from tests.browser.test_rounds import PATIENCE, open_nameless_round, seen


@pytest.fixture(scope="module")
def app_environment() -> dict[str, str]:
    return {"LANDSCAPE_TEST": "1"}


def test_a_double_tap_and_back_lead_to_the_seat_that_one_has(
    page: Page, open_window: OpenWindow
) -> None:
    code = open_nameless_round(page)[0]

    phone = open_window()
    phone.goto(f"/joining?code={code}")
    begin = phone.get_by_role("button", name="Begin")
    seen(begin)
    steps.settled(phone)
    before = phone.evaluate("history.length")
    begin.dblclick()
    seen(phone.get_by_role("heading", name="All questions"))
    steps.settled(phone)
    seat = phone.url.partition("seat=")[2].partition("&")[0]
    assert len(seat) == 22
    phone.evaluate("before => history.go(before - history.length)", before)
    back = phone.get_by_role("button", name="Go on with your answers")
    expect(back).to_be_visible(timeout=PATIENCE)
    back.click()
    seen(phone.get_by_role("heading", name="All questions"))
    assert f"seat={seat}" in phone.url
