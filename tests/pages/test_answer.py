"""Answering: one question a screen, chosen is saved, the other answers, Back, check, finish."""

from datetime import date

import pytest

from landscape.model.assessment import Answer
from landscape.services import assessing
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/readiness/answer.py"


@pytest.fixture
def app(store, small_town, monkeypatch):
    return opened(PAGE, store, monkeypatch)


@pytest.fixture
def first(app):
    return press(app, "Begin with the first question")


def answers(principal, store, small_town):
    round_ = store.rounds(principal, small_town)[0]
    rows = store.answers(principal, small_town, round_.id)
    return {answer.item_id: answer for answer in assessing.answers_in(rows)}


def choose(app, level):
    return checked(app.radio[0].set_value(level).run())


def test_it_says_what_the_questions_are_and_that_there_is_no_total(app):
    said = words(app)
    assert "This is not the authors' instrument and it has not been validated" in said
    assert "nothing is added up" in said


def test_readiness_is_for_something(app, principal, store, small_town):
    checked(app.radio[0].set_value("One boundary").run())
    press(app, "Begin with the first question")
    assert store.rounds(principal, small_town)[0].readiness_for == "the boundary The river"


def test_a_gathering_has_a_name(app, principal, store, small_town):
    checked(app.radio[0].set_value("One gathering").run())
    press(app, "Begin with the first question")
    assert "Say which gathering it is for." in words(app)
    assert store.rounds(principal, small_town) == ()


def test_the_prompt_comes_before_the_five_sentences(first):
    assert first.subheader[0].value == "A difference that matters to all"
    assert "What difference would you be glad to have helped make?" in words(first)
    assert len(first.radio[0].options) == 5
    assert first.radio[0].value is None


def test_what_is_chosen_is_saved_at_once(first, principal, store, small_town):
    first.text_area[0].input("We said it twice")
    choose(first, 2)
    kept = answers(principal, store, small_town)["D01.1"]
    assert (kept.level, kept.note) == (2, "We said it twice")
    assert "Saved" in words(first)


def test_a_key_for_a_sentence_chooses_it(first, principal, store, small_town):
    press(first, "Sentence 4")
    assert first.radio[0].value == 4
    assert answers(principal, store, small_town)["D01.1"].level == 4


@pytest.mark.parametrize(
    ("label", "code"), [("Can't say yet", "cant_say"), ("Prefer not to say", "no_answer")]
)
def test_another_answer_takes_the_place_of_a_sentence(
    first, principal, store, small_town, label, code
):
    choose(first, 3)
    press(first, label)
    assert first.radio[0].value is None
    assert answers(principal, store, small_town)["D01.1"].off_scale == code


def test_not_applicable_asks_why_and_is_saved_with_a_reason(first, principal, store, small_town):
    press(first, "Not applicable")
    assert answers(principal, store, small_town) == {}
    press(first, "Save the reason")
    assert "has no reason" in words(first)
    reason = next(one for one in first.text_input if one.label == "Why does it not apply?")
    reason.input("Only one group")
    press(first, "Save the reason")
    kept = answers(principal, store, small_town)["D01.1"]
    assert (kept.off_scale, kept.reason) == ("not_applicable", "Only one group")
    assert "It does not apply: Only one group" in words(first)


def test_back_shows_what_was_chosen(first):
    choose(first, 5)
    press(first, "Next")
    assert first.subheader[0].value == "Reading the landscape"
    press(first, "Back")
    assert first.radio[0].value == 5


def test_an_item_can_be_left_unanswered(first, principal, store, small_town):
    press(first, "Next")
    press(first, "Next")
    assert answers(principal, store, small_town) == {}
    assert first.subheader[0].value == "Knowing where we stand"


def test_one_goes_on_where_one_was(first, store, monkeypatch):
    choose(first, 3)
    press(first, "Next")
    choose(first, 3)
    later = opened(PAGE, store, monkeypatch)
    assert later.subheader[0].value == "Knowing where we stand"


def test_twelve_answers_are_checked_and_finished(first, principal, store, small_town):
    for number in range(12):
        choose(first, number % 5 + 1)
        press(first, "Check your answers" if number == 11 else "Next")
    assert "All 12 items have an answer." in words(first)
    press(first, "Finish")
    assert store.rounds(principal, small_town)[0].state == "closed"
    assert first.title[0].value == "What we said"


def test_a_finished_round_can_be_changed_by_who_answered_in_it(
    first, principal, store, small_town, monkeypatch
):
    choose(first, 3)
    round_ = assessing.open_round(principal, store, small_town)
    sitting = assessing.progress(principal, store, small_town, round_)
    assessing.finish(principal, store, small_town, sitting)
    again = press(opened(PAGE, store, monkeypatch), "Change my answers")
    assert "Check your answers" in words(again)
    assert store.rounds(principal, small_town)[0].state == "open"


def test_a_round_that_others_answered_is_not_opened_again(
    principal, store, small_town, monkeypatch
):
    round_ = assessing.start_round(principal, store, small_town, readiness_for="this landscape")
    other = store.open_submission(principal, small_town, round_.id, rater="somebody else")
    given = Answer(item_id="D01.1", level=2, text_shown="As it was shown")
    store.save_answer(principal, small_town, other, given, date(2026, 5, 1))
    store.set_round_state(principal, small_town, round_.id, "closed", date(2026, 5, 2))
    app = opened(PAGE, store, monkeypatch)
    assert "See what you said" in [button.label for button in app.button]
    assert "Change my answers" not in [button.label for button in app.button]
