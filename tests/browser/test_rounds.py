"""Rounds with others, each person in a browser of their own: by name, without names, in a room."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser import steps
from tests.browser.conftest import PATIENCE, OpenWindow

TEAM = ("Ana", "Ben", "Cleo", "Dara", "Eli")
# What stands below an answer that is kept; what is written says "Saved while you type".
KEPT = re.compile(r"^Saved(?: \d\d:\d\d|\.)")
CODE = re.compile(r"^[A-Z2-9]{4}-[A-Z2-9]{4}$", re.MULTILINE)


def seen(what: Locator) -> None:
    """Wait for it as long as a slow machine may take."""
    expect(what.first).to_be_visible(timeout=PATIENCE)


def begin_form(page: Page) -> None:
    page.goto("/rounds")
    page.get_by_role("button", name="Begin a round with others").click()
    seen(page.get_by_role("heading", name="Begin a round with others"))
    steps.settled(page)


def open_round(page: Page) -> None:
    page.get_by_role("button", name="Open the round").click()
    seen(page.get_by_role("heading", name=re.compile(r"\d+ of \d+ have finished")))
    steps.settled(page)


def open_nameless_round(page: Page) -> list[str]:
    """Open a round of nine without names; gives the codes of its slips."""
    begin_form(page)
    expected = page.get_by_role("spinbutton", name="How many people do you expect")
    expected.fill("9")
    expected.press("Tab")
    seen(page.get_by_text("You get 9 slips with a code each"))
    open_round(page)
    page.get_by_text("The codes, to copy").click()
    return drawn_codes(page)


def by_name(page: Page, people: tuple[str, ...]) -> dict[str, str]:
    """Open a round by name; gives each person's code."""
    begin_form(page)
    names = page.get_by_role("textbox", name="Their names, one a line")
    names.fill("\n".join(people))
    names.press("Tab")
    steps.settled(page)
    open_round(page)
    codes = drawn_codes(page)
    assert len(codes) == len(people)
    return dict(zip(people, codes, strict=True))


def drawn_codes(page: Page) -> list[str]:
    seen(page.get_by_role("heading", name="The codes, shown only now"))
    expect(page.get_by_test_id("stCode").first).to_have_text(CODE, timeout=PATIENCE)
    shown = page.get_by_test_id("stCode").all_text_contents()
    return [code for text in shown for code in CODE.findall(text)]


def come_in(window: Page, code: str) -> Page:
    """Somebody opens the address with the code in it, and takes the seat."""
    window.goto(f"/joining?code={code}")
    window.get_by_role("button", name="Begin").click()
    seen(window.get_by_role("heading", name="All questions"))
    steps.settled(window)
    return window


def go_on(window: Page) -> Page:
    """Go to the first question that is open."""
    window.get_by_role("button", name="Go on").click()
    seen(window.get_by_role("radiogroup"))
    steps.settled(window)
    return window


def answer(window: Page, said: str) -> None:
    """Answer the question at hand by keyboard, and wait until it is kept."""
    if said == "X":
        window.get_by_role("button", name="Can't say yet").press("Enter")
    else:
        chosen = window.get_by_role("radio").nth(int(said) - 1)
        chosen.press("Space")
        expect(chosen).to_be_checked(timeout=PATIENCE)
    seen(window.get_by_text(KEPT))
    steps.settled(window)


def finish(window: Page) -> None:
    """Leave the other questions open, and finish."""
    window.goto(re.sub("item=[^&]+", "item=check", window.url))
    seen(window.get_by_role("heading", name="Check your answers"))
    steps.settled(window)
    window.get_by_role("button", name="Finish").click()
    seen(window.get_by_role("heading", name="Thank you"))


def close(page: Page) -> None:
    page.get_by_role("button", name="Close the round").click()


def see_what_was_said(page: Page) -> None:
    page.get_by_role("button", name="See what you said").click()
    seen(page.get_by_role("heading", name="What we said"))
    steps.settled(page)


def test_a_team_of_five_holds_a_round_by_name(page: Page, open_window: OpenWindow) -> None:
    codes = by_name(page, TEAM)
    for name, said in zip(TEAM, "12244", strict=True):
        window = go_on(come_in(open_window(), codes[name]))
        answer(window, said)
        if name == "Dara":
            expect(page.get_by_text("Not finished yet: Dara and Eli.")).to_be_visible(
                timeout=PATIENCE
            )
        finish(window)
    seen(page.get_by_role("heading", name="5 of 5 have finished"))
    close(page)
    see_what_was_said(page)
    seen(page.get_by_text(re.compile(r"^5 of 5 answered, by name\.")))
    seen(page.get_by_text("You differ most on A difference that matters to all (from 1 to 4)."))


def test_nine_people_two_abstaining_hold_a_round_without_names(
    page: Page, open_window: OpenWindow
) -> None:
    codes = open_nameless_round(page)
    assert len(set(codes)) == 9
    for code, said in zip(codes, "1223345X", strict=False):
        window = go_on(come_in(open_window(), code))
        answer(window, said)
    waiting = come_in(open_window(), codes[-1])  # and never answers
    seen(page.get_by_text("9 people have begun. Landscape does not say who"))
    seen(page.get_by_text("What all have said comes out at once, shuffled"))
    close(page)
    seen(page.get_by_text("results are out"))
    see_what_was_said(page)
    seen(page.get_by_text("A difference that matters to all"))
    window.keyboard.press("Enter")  # goes on, unless the page has noticed by itself already
    for left in (window, waiting):
        seen(left.get_by_text("It was closed, and its seats are gone with it."))
    for code in codes:
        assert code not in page.content()


def test_a_room_answers_one_question_and_sees_all_dots_together(
    page: Page, open_window: OpenWindow
) -> None:
    codes = by_name(page, TEAM[:3])
    room = page.url.replace("/rounds", "/live")
    front = open_window()
    front.goto(room)
    seen(front.get_by_role("heading", name="Which question do you put up?"))
    hands = [come_in(open_window(width=400), codes[name]) for name in TEAM[:3]]
    go_on(hands[2])  # who has begun alone comes along with whatever they do next
    front.get_by_role("button", name="Put it up").first.click()
    seen(front.get_by_text("0 of 3 have answered"))
    hands[2].get_by_role("button", name="Next").click()
    for hand, said in zip(hands, "224", strict=True):
        seen(hand.get_by_text("You answer together, one question at a time."))
        answer(hand, said)
    seen(front.get_by_text("3 of 3 have answered"))
    expect(front.get_by_text("In the middle")).to_have_count(0)
    front.get_by_role("button", name="Close and show").click()
    seen(front.get_by_text("In the middle: 2. You see it somewhat differently."))
    seen(front.locator(".js-plotly-plot"))
    for name in TEAM[:3]:
        expect(front.get_by_text(name)).to_have_count(0)
    for hand in hands:
        seen(hand.locator(".js-plotly-plot"))
    front.get_by_role("button", name="Next question").click()
    for hand in hands:
        seen(hand.get_by_role("heading", name="Reading the landscape"))


def test_a_paper_form_is_typed_in_by_keyboard(page: Page) -> None:
    by_name(page, ("Ana", "Ben"))
    steps.go(page, "Type in a paper form", "Type in paper forms")
    page.get_by_role("combobox", name="Whose form is it?").click()
    page.get_by_role("option", name="Ana").click()
    page.get_by_role("textbox", name="D01.1").click()
    for typed in ("3 we said it twice", "x", "n only one group", "7"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.get_by_role("button", name="Save and next form").click()
    seen(page.get_by_text("D04.1: '7' is no answer."))
    page.get_by_role("textbox", name="D04.1").fill("p")
    page.get_by_role("textbox", name="D04.1").press("Tab")
    page.get_by_role("button", name="Save and next form").click()
    seen(page.get_by_text("Typed in here: 1 form."))
    expect(page.get_by_role("textbox", name="D01.1")).to_have_value("")
    steps.settled(page)
    page.get_by_role("link", name="Back to the round").click()
    seen(page.get_by_role("heading", name="1 of 2 have finished"))
    seen(page.get_by_text("Not finished yet: Ben."))
