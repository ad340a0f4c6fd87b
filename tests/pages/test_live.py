"""A question before a room: put up, counted, shown to all at once; never a name."""

import pytest

from landscape.services import live
from tests.pages.holding_rounds import TEAM, answer, begin, begin_without_names
from tests.pages.opening import opened, press, words

PAGE = "pages/readiness/live.py"


def labels(app):
    return [button.label for button in app.button]


@pytest.fixture
def named(store, small_town):
    return begin(store, small_town)


@pytest.fixture
def unnamed(store, small_town):
    return begin_without_names(store, small_town)


def in_front(store, monkeypatch, round_):
    return opened(PAGE, store, monkeypatch, round=round_.id)


def test_without_a_round_it_leads_to_the_rounds(store, empty_landscape, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert app.title[0].value == "Answer in a room"
    assert press(app, "See the rounds").title[0].value == "Rounds"


def test_the_code_and_the_address_stand_large(store, monkeypatch, named):
    app = in_front(store, monkeypatch, named)
    assert app.get("image")[0].proto.imgs[0].alt == f"The code of this room: {named.code}"
    assert app.subheader[0].value.replace("\\", "").endswith("/joining")


def test_one_question_is_put_up_and_nothing_of_the_answers_is_shown(
    store, principal, small_town, monkeypatch, named
):
    app = press(in_front(store, monkeypatch, named), "Put it up")
    assert store.rounds(principal, small_town)[0].live_item == "D01.1"
    answer(store, named, [2], name="Ana", finished=False)
    app = in_front(store, monkeypatch, named)
    assert "1 of 5 have answered" in words(app)
    assert "In the middle" not in words(app)
    assert "Ana" not in words(app)


def test_close_and_show_brings_all_dots_with_the_middle_and_how_close_they_are(
    store, monkeypatch, named
):
    for name, level in zip(TEAM, (1, 2, 2, 5, 5), strict=True):
        answer(store, named, [level], name=name, finished=False)
    app = press(in_front(store, monkeypatch, named), "Put it up")
    app = press(app, "Close and show")
    said = words(app)
    assert "In the middle: 2. You are far apart" in said
    assert [name for name in TEAM if name in said] == []
    assert len(app.get("plotly_chart")) == 1


def test_the_next_question_follows(store, principal, small_town, monkeypatch, named):
    app = press(in_front(store, monkeypatch, named), "Put it up")
    app = press(app, "Close and show")
    app = press(app, "Next question")
    round_ = store.rounds(principal, small_town)[0]
    assert (round_.live_item, round_.live_shown) == ("D02.1", False)
    assert "Question 2 of 12" in words(app)


def test_after_the_last_question_there_is_no_next(store, principal, small_town, monkeypatch, named):
    live.show_item(principal, store, small_town, named.id, "D12.1", shown=True)
    app = in_front(store, monkeypatch, named)
    assert "Next question" not in labels(app)
    assert press(app, "All questions").title[0].value == "Which question do you put up?"
    assert store.rounds(principal, small_town)[0].live_item is None


def test_without_names_nothing_is_shown_under_the_threshold_and_it_says_why(
    store, monkeypatch, unnamed
):
    for level in (1, 2, 3, 4):
        answer(store, unnamed, [level], finished=False)
    app = press(in_front(store, monkeypatch, unnamed), "Put it up")
    app = press(app, "Close and show")
    assert "4 people have answered, and it takes 5 before anything is shown" in words(app)
    assert len(app.get("plotly_chart")) == 0


def test_without_names_all_dots_are_shown_from_the_threshold_on(store, monkeypatch, unnamed):
    for level in (3, 3, 3, 3, 4):
        answer(store, unnamed, [level], finished=False)
    app = press(in_front(store, monkeypatch, unnamed), "Put it up")
    app = press(app, "Close and show")
    assert "In the middle: 3. You are close together." in words(app)
    assert len(app.get("plotly_chart")) == 1


def test_without_names_what_was_shown_stands_and_is_not_answered_again(
    store, monkeypatch, named, unnamed
):
    again = "Let them answer again"
    for level in (3, 3, 3, 3):
        answer(store, unnamed, [level], finished=False)
    app = press(press(in_front(store, monkeypatch, unnamed), "Put it up"), "Close and show")
    assert again in labels(app)
    answer(store, unnamed, [4], finished=False)
    app = press(press(app, again), "Close and show")
    assert "What is shown here stands: answers that come later change nothing" in words(app)
    assert again not in labels(app)
    assert "Next question" in labels(app)
    answer(store, named, [3], name="Ana", finished=False)
    app = press(press(in_front(store, monkeypatch, named), "Put it up"), "Close and show")
    assert again in labels(app)
    assert "What is shown here stands" not in words(app)


def test_where_nobody_answered_it_says_so(store, monkeypatch, named):
    app = press(in_front(store, monkeypatch, named), "Put it up")
    assert "Nobody has answered yet." in words(press(app, "Close and show"))
