"""Joining: a code, what one is told before, a seat, the questions, thanks; nothing of the map."""

import pytest
from streamlit.testing.v1 import AppTest

from landscape.services import assessing, joining, live, rounds
from landscape.services.rounds import Opening
from landscape.ui import context
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/readiness/joining.py"


def begin(principal, store, landscape_id, **asked):
    opening = Opening(
        name="Team <b>day</b>",
        readiness_for="the river day",
        instrument="convening-readiness",
        form="quick",
        **{"expected": 5, **asked},
    )
    return rounds.begin(principal, store, landscape_id, opening)


@pytest.fixture
def named(principal, store, small_town):
    return begin(principal, store, small_town)


@pytest.fixture
def anonymous(principal, store, small_town):
    return begin(principal, store, small_town, mode="anonymous", expected=9, threshold=5)


@pytest.fixture
def seat(store, named):
    """The secret of Ada, who joined with the room's code."""
    return joining.join(store, named.code, name="Ada")


def labelled(widgets, label):
    return next(one for one in widgets if one.label == label)


def labels(app):
    return [button.label for button in app.button]


def test_without_a_code_one_is_asked_for_it(store, small_town, named, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    labelled(app.text_input, "The code, from the screen or from your slip").input(
        named.code.lower().replace("-", " ")
    )
    press(app, "Come in")
    assert "Team <b>day</b>" in words(app)


def test_a_code_that_leads_nowhere_says_so_and_asks_again(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, code="AAAA-AAAA")
    assert "No round has the code 'AAAA-AAAA'." in words(app)
    assert "Come in" in labels(app)


def test_a_named_round_says_that_the_name_stands_beside_the_answers(store, named, monkeypatch):
    app = opened(PAGE, store, monkeypatch, code=named.code)
    said = words(app)
    assert "Ready for: the river day" in said
    assert "12 questions." in said
    assert "Your name stands beside your answers" in said
    assert "but for questions that are answered together in the room" in said
    asked = labelled(app.selectbox, "From where do you look at it?")
    assert asked.options == ["Rather not say", "Public bodies", "Residents", "Farmers", "Media"]


def test_an_anonymous_round_says_what_is_not_known_and_how_many_it_takes(
    principal, store, small_town, anonymous, monkeypatch
):
    code = rounds.slips(principal, store, small_town, anonymous.id, 1)[0].code
    app = opened(PAGE, store, monkeypatch, code=code)
    said = words(app)
    assert "Nobody can see who said what" in said
    assert "nothing at all unless at least 5 people answer" in said
    assert "but for questions that are answered together in the room" in said
    assert [one.label for one in app.text_input] == []


def test_joining_by_name_takes_a_seat_and_drops_the_code(store, named, monkeypatch):
    app = opened(PAGE, store, monkeypatch, code=named.code)
    press(app, "Begin")
    assert "Say who you are." in words(app)
    labelled(app.text_input, "Your name").input("Ada")
    checked(labelled(app.selectbox, "From where do you look at it?").set_value("Media").run())
    press(app, "Begin")
    assert "code" not in app.query_params
    found = joining.sitting(store, "".join(app.query_params["seat"]))
    assert found.progress.standpoint == "Media"
    assert app.subheader[0].value == "All questions"
    assert labelled(app.selectbox, "From where do you look at it?").value == "Media"
    assert "Keep the address of this page" in words(app)


def back_with(app, code):
    """The page after the browser's Back, which brings the code into the address again."""
    del app.query_params["seat"]
    if "item" in app.query_params:
        del app.query_params["item"]
    app.query_params["code"] = code
    return checked(app.run())


def begun(principal, store, small_town, round_):
    return rounds.standing(principal, store, small_town, round_.id).begun


def test_who_comes_back_to_the_rooms_code_is_led_to_their_own_seat(
    principal, store, small_town, anonymous, monkeypatch
):
    app = press(opened(PAGE, store, monkeypatch, code=anonymous.code), "Begin")
    seat = "".join(app.query_params["seat"])
    app = back_with(app, anonymous.code)
    assert app.title[0].value == "You have a seat in this round already"
    assert "Begin" not in labels(app)
    press(app, "Go on with your answers")
    assert "".join(app.query_params["seat"]) == seat
    assert begun(principal, store, small_town, anonymous) == 1


def test_who_comes_back_to_a_slip_is_led_to_their_own_seat(
    principal, store, small_town, anonymous, monkeypatch
):
    code = rounds.slips(principal, store, small_town, anonymous.id, 1)[0].code
    app = press(opened(PAGE, store, monkeypatch, code=code), "Begin")
    seat = "".join(app.query_params["seat"])
    press(back_with(app, code), "Go on with your answers")
    assert "".join(app.query_params["seat"]) == seat
    assert begun(principal, store, small_town, anonymous) == 1


def test_a_seat_with_a_name_is_not_taken_for_another_ones(
    principal, store, small_town, named, monkeypatch
):
    ada, ben = rounds.invite(principal, store, small_town, named.id, ["Ada", "Ben"])
    app = press(opened(PAGE, store, monkeypatch, code=ada.code), "Begin")
    app = back_with(app, ben.code)
    assert "This seat is for Ben." in words(app).replace("**", "")
    press(app, "Begin")
    assert begun(principal, store, small_town, named) == 2


def test_a_second_tap_takes_no_second_seat(principal, store, small_town, anonymous, monkeypatch):
    def tapped_twice():
        import streamlit as st

        from landscape.services import joining
        from landscape.ui import context, readiness_joining_seats

        store, code = context.open_store(), st.query_params["code"]
        found = joining.find(store, code)
        first = readiness_joining_seats.take_seat(store, code, found, None)
        st.write(readiness_joining_seats.take_seat(store, code, found, None) == first)

    monkeypatch.setattr(context, "open_store", lambda: store)
    app = AppTest.from_function(tapped_twice, default_timeout=30)
    app.query_params["code"] = anonymous.code
    assert checked(app.run()).markdown[0].value == "`True`"
    assert begun(principal, store, small_town, anonymous) == 1


def test_a_seat_with_a_name_asks_for_none(principal, store, small_town, named, monkeypatch):
    code = rounds.invite(principal, store, small_town, named.id, ["Ben"])[0].code
    app = opened(PAGE, store, monkeypatch, code=code)
    assert "This seat is for Ben." in words(app).replace("**", "")
    press(app, "Begin")
    assert app.subheader[0].value == "All questions"


def test_answers_are_kept_in_the_seat_and_finished_with_thanks(store, seat, monkeypatch):
    app = opened(PAGE, store, monkeypatch, seat=seat)
    press(app, "Go on")
    checked(app.text_area[0].input("We said it twice").run())
    checked(app.radio[0].set_value(2).run())
    kept = joining.sitting(store, seat).progress
    assert kept.answers["D01.1"].level == 2
    assert kept.writings == {"D01": "We said it twice"}
    press(app, "All questions")
    press(app, "Check your answers")
    press(app, "Finish")
    assert app.title[0].value == "Thank you"
    assert "Once the round is closed, you see together" in words(app)
    assert joining.sitting(store, seat).progress.finished
    press(app, "Look at my answers again")
    assert "Check your answers" in words(app)


def test_an_answer_rests_on_words_only_as_the_map_is_not_shown(store, seat, monkeypatch):
    app = opened(PAGE, store, monkeypatch, seat=seat)
    press(app, "Go on")
    checked(app.radio[0].set_value(2).run())
    mine = joining.sitting(store, seat).progress.submission_id
    app.session_state[f"answer.{mine}.D01.1.more"] = True
    checked(app.run())
    assert "What does it rest on?" in "".join(one.label for one in app.text_area)
    assert len(app.multiselect) == 0


def test_nothing_of_the_landscape_is_shown_and_no_landscape_is_opened(store, seat, monkeypatch):
    app = opened(PAGE, store, monkeypatch, seat=seat)

    def refuse():
        raise AssertionError("A respondent opened a landscape.")

    monkeypatch.setattr(context, "open_landscape", refuse)
    monkeypatch.setattr(context, "chosen_landscape", refuse)
    checked(app.run())
    press(app, "Go on")
    said = words(app)
    for hidden in ("Small town", "Floods reach", "Town hall", "Ida Brook", "The river"):
        assert hidden not in said
    assert len(app.get("page_link")) == 0


def test_a_wrong_seat_says_so(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, seat="nobody")
    assert "This address leads to no seat." in words(app)


def test_a_closed_round_says_so(principal, store, small_town, named, seat, monkeypatch):
    rounds.close(principal, store, small_town, named.id, None)
    app = opened(PAGE, store, monkeypatch, seat=seat)
    assert app.title[0].value == "Thank you"
    assert "The round is closed." in words(app)


def test_what_is_chosen_after_a_round_was_closed_is_not_kept_and_that_is_said(
    principal, store, small_town, named, seat, monkeypatch
):
    app = opened(PAGE, store, monkeypatch, seat=seat)
    press(app, "Go on")
    rounds.close(principal, store, small_town, named.id, None)
    checked(app.radio[0].set_value(2).run())
    assert "The round is closed." in words(app)
    assert "What you wrote or chose after that was not kept." in words(app)
    assert len(app.radio) == 0


def test_who_sits_in_a_round_without_names_is_told_that_it_was_closed(
    principal, store, small_town, anonymous, monkeypatch
):
    for _ in range(5):
        mine = joining.join(store, anonymous.code)
    app = opened(PAGE, store, monkeypatch, seat=mine)
    press(app, "Go on")
    rounds.close(principal, store, small_town, anonymous.id, None)
    checked(app.run())
    assert app.title[0].value == "Thank you"
    assert "It was closed, and its seats are gone with it." in words(app)
    assert len(app.error) == 0
    elsewhere = opened(PAGE, store, monkeypatch, seat=mine)
    assert "This address leads to no seat." in words(elsewhere)


def test_in_a_room_one_answers_what_is_put_up_and_then_sees_all_dots(
    principal, store, small_town, named, seat, monkeypatch
):
    live.show_item(principal, store, small_town, named.id, "D02.1", shown=False)
    app = opened(PAGE, store, monkeypatch, seat=seat)
    assert app.subheader[0].value == "Reading the landscape"
    assert "All answers are shown together, here." in words(app)
    checked(app.radio[0].set_value(3).run())
    assert joining.sitting(store, seat).progress.answers["D02.1"].level == 3
    assert "You can change it until all answers are shown." in words(app)
    assert len(app.get("plotly_chart")) == 0
    live.show_item(principal, store, small_town, named.id, "D02.1", shown=True)
    checked(app.run())
    assert len(app.get("plotly_chart")) == 1
    assert "You chose:" in words(app)
    live.show_item(principal, store, small_town, named.id, None, shown=False)
    checked(app.run())
    assert app.subheader[0].value == "A difference that matters to all"


def test_in_a_room_without_names_one_is_told_that_what_was_shown_stands(
    principal, store, small_town, anonymous, monkeypatch
):
    seats = [joining.join(store, anonymous.code) for _ in range(5)]
    live.show_item(principal, store, small_town, anonymous.id, "D01.1", shown=False)
    app = opened(PAGE, store, monkeypatch, seat=seats[0])
    checked(app.radio[0].set_value(3).run())
    assert "You can change it until it is shown. What was shown once stands." in words(app)


def test_partners_are_told_that_they_answer_from_outside(principal, store, small_town, monkeypatch):
    opening = Opening(
        name="Seen by partners",
        readiness_for="this landscape",
        instrument="convening-readiness",
        form="partners",
        expected=4,
    )
    round_ = rounds.begin(principal, store, small_town, opening)
    app = opened(PAGE, store, monkeypatch, code=round_.code)
    assert "You are asked as somebody from outside" in words(app)
    assert round_.state == assessing.OPEN
