"""Answering: begin, one question a screen, saved as chosen, the other answers, check, finish."""

import tomllib

import pytest

from landscape.assessments import FOLDER
from landscape.model.assessment import Answer, Reference
from landscape.services import assessing, instruments, rounds
from landscape.services.rounds import Opening
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/readiness/answer.py"


@pytest.fixture
def app(store, small_town, monkeypatch):
    return opened(PAGE, store, monkeypatch)


@pytest.fixture
def first(app):
    return press(app, "Begin with the first question")


def sitting(principal, store, small_town):
    round_ = store.rounds(principal, small_town)[0]
    return assessing.progress(principal, store, small_town, round_)


def answers(principal, store, small_town):
    return sitting(principal, store, small_town).answers


def labelled(widgets, label):
    return next(one for one in widgets if one.label == label)


def choose(app, level):
    return checked(app.radio[0].set_value(level).run())


def pick(app, label, value):
    return checked(labelled(app.radio, label).set_value(value).run())


def begin(app, questions):
    pick(app, "Which questions?", questions)
    if questions == "gathering-gate/full":
        labelled(app.text_input, "Which gathering?").input("The river day")
    return press(app, "Begin with the first question")


def test_a_visitor_is_told_what_it_is_and_that_nothing_is_added_up(app):
    said = words(app)
    assert "This is not the authors' instrument and it has not been validated" in said
    assert "adds nothing up" in said
    assert "https:" in said


def test_there_are_four_ways_to_ask(app):
    asked = [label.split("**")[1] for label in labelled(app.radio, "Which questions?").options]
    assert asked[:4] == ["Quick", "Full", "Before a gathering", "Seen by partners"]


def test_readiness_is_for_something(app, principal, store, small_town):
    pick(app, "What should you be ready for?", "One boundary")
    press(app, "Begin with the first question")
    round_ = store.rounds(principal, small_town)[0]
    assert (round_.readiness_for, round_.boundary_id) == ("the boundary The river", "b_bank")


def test_a_gathering_has_a_name(app, principal, store, small_town):
    pick(app, "What should you be ready for?", "One gathering")
    press(app, "Begin with the first question")
    assert "Say which gathering it is for." in words(app)
    assert store.rounds(principal, small_town) == ()


def test_a_standpoint_is_asked_once_and_may_stay_unsaid(app, principal, store, small_town):
    asked = labelled(app.selectbox, "From where do you look at it?")
    assert asked.options == ["Rather not say", "Public bodies", "Residents", "Farmers", "Media"]
    checked(asked.set_value("Farmers").run())
    press(app, "Begin with the first question")
    assert sitting(principal, store, small_town).standpoint == "Farmers"


def test_with_others_it_goes_on_where_rounds_are_set_up(app):
    pick(app, "Which questions?", "convening-readiness/full")
    pick(app, "Who answers?", "With others")
    press(app, "Set up a round")
    assert labelled(app.radio, "Which questions?").value == "convening-readiness/full"
    assert "How many people do you expect to answer?" in [one.label for one in app.number_input]


def test_partners_never_answer_alone(app):
    pick(app, "Which questions?", "convening-readiness/partners")
    assert "Begin with the first question" not in [button.label for button in app.button]
    assert "Set up a round" in [button.label for button in app.button]


def test_the_prompt_comes_before_the_five_sentences(first):
    assert first.subheader[0].value == "A difference that matters to all"
    assert "What difference would you be glad to have helped make?" in words(first)
    assert len(first.radio[0].options) == 5
    assert first.radio[0].value is None


def test_what_is_chosen_is_saved_at_once(first, principal, store, small_town):
    choose(first, 2)
    kept = answers(principal, store, small_town)["D01.1"]
    assert (kept.level, kept.text_shown) == (2, "We have an aim and assume others share it.")
    assert "Saved" in words(first)


def test_what_is_written_before_rating_is_kept_for_the_dimension(
    first, principal, store, small_town
):
    checked(first.text_area[0].input("We said it twice").run())
    assert sitting(principal, store, small_town).writings == {"D01": "We said it twice"}


def test_what_is_typed_is_kept_when_next_is_pressed_at_once(first, principal, store, small_town):
    first.text_area[0].input("We said it twice")
    press(first, "Next")
    assert sitting(principal, store, small_town).writings == {"D01": "We said it twice"}
    press(first, "Back")
    assert first.text_area[0].value == "We said it twice"


@pytest.mark.parametrize(
    ("label", "code"), [(r"Can\'t say yet", "cant_say"), ("Prefer not to say", "no_answer")]
)
def test_another_answer_takes_the_place_of_a_sentence(
    first, principal, store, small_town, label, code
):
    choose(first, 3)
    press(first, label)
    assert first.radio[0].value is None
    assert answers(principal, store, small_town)["D01.1"].off_scale == code


def test_not_applicable_is_saved_with_its_reason(first, principal, store, small_town):
    press(first, "Not applicable")
    assert answers(principal, store, small_town) == {}
    assert "It is saved once you give a reason." in words(first)
    checked(labelled(first.text_input, "Why does it not apply?").input("Only one group").run())
    kept = answers(principal, store, small_town)["D01.1"]
    assert (kept.off_scale, kept.reason) == ("not_applicable", "Only one group")
    press(first, "Next")
    press(first, "Back")
    assert labelled(first.text_input, "Why does it not apply?").value == "Only one group"


@pytest.mark.parametrize(("level", "asks"), [(1, True), (2, True), (3, False), (5, False)])
def test_a_low_level_asks_why(first, level, asks):
    choose(first, level)
    why = "What makes it so? If you like."
    assert (why in [one.label for one in first.text_input]) is asks


def test_why_it_is_low_stays_with_another_low_level_and_goes_with_a_high_one(
    first, principal, store, small_town
):
    choose(first, 1)
    why = labelled(first.text_input, "What makes it so? If you like.")
    checked(why.input("Nobody asked").run())
    choose(first, 2)
    assert answers(principal, store, small_town)["D01.1"].reason == "Nobody asked"
    choose(first, 4)
    assert answers(principal, store, small_town)["D01.1"].reason is None


def test_what_an_answer_rests_on_is_said_under_add_more(first, principal, store, small_town):
    choose(first, 3)
    mine = sitting(principal, store, small_town).submission_id
    first.session_state[f"answer.{mine}.D01.1.more"] = True
    more = checked(first.run())
    checked(labelled(more.multiselect, "Stakeholders").set_value(["s_hall"]).run())
    checked(labelled(more.multiselect, "Relationships of theirs").set_value(["r1"]).run())
    checked(labelled(more.multiselect, "Boundaries").set_value(["b_bank"]).run())
    note = "What does it rest on? An example, a meeting, a document."
    checked(labelled(more.text_area, note).input("The meeting in May").run())
    checked(labelled(more.selectbox, "How sure are you?").set_value(4).run())
    checked(labelled(more.selectbox, "Since last time").set_value("better").run())
    checked(labelled(more.selectbox, "Where do you want to be?").set_value(5).run())
    kept = answers(principal, store, small_town)["D01.1"]
    assert kept == Answer(
        item_id="D01.1",
        level=3,
        text_shown="We have checked it with some groups and changed the wording.",
        note="The meeting in May",
        confidence=4,
        trend="better",
        target=5,
        refs=(
            Reference(kind="stakeholder", id="s_hall"),
            Reference(kind="relationship", id="r1"),
            Reference(kind="boundary", id="b_bank"),
        ),
    )
    choose(more, 4)
    assert answers(principal, store, small_town)["D01.1"].note == "The meeting in May"


def test_what_is_said_beside_an_answer_goes_with_what_was_chosen_on_another_device(
    first, principal, store, small_town
):
    choose(first, 2)
    mine = sitting(principal, store, small_town)
    first.session_state[f"answer.{mine.submission_id}.D01.1.more"] = True
    laptop = checked(first.run())
    on_the_phone = Answer(item_id="D01.1", level=4, note="Said on the phone", confidence=4)
    assessing.save_answer(principal, store, small_town, mine, on_the_phone)
    checked(labelled(laptop.multiselect, "Stakeholders").set_value(["s_hall"]).run())
    kept = answers(principal, store, small_town)["D01.1"]
    assert (kept.level, kept.note, kept.confidence) == (4, "Said on the phone", 4)
    assert kept.refs == (Reference(kind="stakeholder", id="s_hall"),)
    assert laptop.radio[0].value == 4


def test_another_sentence_keeps_what_was_said_beside_it_on_another_device(
    first, principal, store, small_town
):
    choose(first, 2)
    mine = sitting(principal, store, small_town)
    on_the_phone = Answer(item_id="D01.1", level=2, note="Said on the phone")
    assessing.save_answer(principal, store, small_town, mine, on_the_phone)
    choose(first, 5)
    kept = answers(principal, store, small_town)["D01.1"]
    assert (kept.level, kept.note) == (5, "Said on the phone")


def test_back_shows_what_was_chosen(first):
    choose(first, 5)
    press(first, "Next")
    assert first.subheader[0].value == "Reading the landscape"
    press(first, "Back")
    assert first.radio[0].value == 5


def test_back_from_the_first_question_leads_to_all_questions(first):
    choose(first, 5)
    press(first, "Back")
    assert first.subheader[0].value == "All questions"
    assert "1 of 12 items answered." in words(first)
    press(first, "Go on")
    assert first.subheader[0].value == "Reading the landscape"


def test_a_round_can_be_left_open_for_another_and_gone_on_with(first, principal, store, small_town):
    choose(first, 5)
    press(first, "All questions")
    press(first, "Leave it open and begin another")
    assert first.title[0].value == "Where do we stand?"
    press(first, "Answer in it")
    assert first.subheader[0].value == "Reading the landscape"
    assert len(store.rounds(principal, small_town)) == 1


def test_one_can_jump_to_any_dimension(first):
    press(first, "All questions")
    press(first, "Knowing where we stand")
    assert first.subheader[0].value == "Knowing where we stand"


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
    assert "Which question did we forget?" in words(first)
    labelled(first.text_area, "One last thing, if you like").input("Who pays?")
    round_ = store.rounds(principal, small_town)[0]
    press(first, "Finish")
    closed = store.rounds(principal, small_town)[0]
    assert closed.state in {"closed", "released"}
    assert closed.evidence is not None
    assert first.title[0].value == "What we said"
    rounds.reopen(principal, store, small_town, round_.id)
    assert sitting(principal, store, small_town).writings == {"closing": "Who pays?"}


def test_in_the_full_form_a_dimension_begins_with_a_screen_to_write_on(
    app, principal, store, small_town
):
    begin(app, "convening-readiness/full")
    assert "Part 1 of 12" in words(app)
    assert len(app.radio) == 0
    app.text_area[0].input("We began with the mill")
    press(app, "Next")
    assert sitting(principal, store, small_town).writings == {"D01": "We began with the mill"}
    assert len(app.radio[0].options) == 5
    assert len(app.text_area) == 0


def test_all_49_are_checked_by_dimension(app):
    begin(app, "convening-readiness/full")
    press(app, "All questions")
    press(app, "Check your answers")
    assert "49 items not answered. You can leave it at that." in words(app)
    assert len([button for button in app.button if button.label == "Change"]) == 12


def test_the_gate_has_ten_items_of_two_levels_for_a_gathering(app, principal, store, small_town):
    begin(app, "gathering-gate/full")
    round_ = store.rounds(principal, small_town)[0]
    assert round_.readiness_for == "the gathering The river day"
    for number in range(10):
        assert len(app.radio[0].options) == 2
        choose(app, 1 + number % 2)
        press(app, "Check your answers" if number == 9 else "Next")
    press(app, "Finish")
    assert app.title[0].value == "What we said"


def test_questions_of_ones_own_bring_no_picture_and_no_link(
    principal, store, small_town, monkeypatch
):
    picture = "![](p.png)"
    text = (FOLDER / "gathering-gate.toml").read_text(encoding="utf-8")
    gate = tomllib.loads(text)
    asked, (off, *_) = gate["closing_question"], gate["off_scale"]
    for said in (asked, off["name"], off["meaning"]):
        assert f'"{said}"' in text
        text = text.replace(f'"{said}"', f'"{picture}"')
    text = text.replace('id = "gathering-gate"', 'id = "our-gate"', 1)
    own = instruments.add_own(principal, store, small_town, "our-gate.toml", text.encode())
    opening = Opening(
        name="Ours",
        readiness_for="this landscape",
        instrument=own.id,
        form="full",
        expected=1,
    )
    round_ = rounds.begin(principal, store, small_town, opening)
    app = opened(PAGE, store, monkeypatch, round=round_.id)
    mine = sitting(principal, store, small_town)
    first = f"answer.{mine.submission_id}.{mine.items[0].id}"
    other = app.button(key=f"{first}.press.{off['code']}")
    assert (picture in other.label, picture in other.help) == (False, False)
    assert other.label.startswith(r"\!\[\]")
    press(app, "All questions")
    press(app, "Check your answers")
    parts = [*app.markdown, *(one for one in app.text_area)]
    assert picture in words(app)
    assert [one for one in parts if picture in getattr(one, "label", "") + str(one.value)] == []


def test_a_finished_round_can_be_changed_by_who_answered_in_it(
    first, principal, store, small_town, monkeypatch
):
    choose(first, 3)
    assessing.finish(principal, store, small_town, sitting(principal, store, small_town))
    again = press(opened(PAGE, store, monkeypatch), "Change my answers")
    assert "Check your answers" in words(again)
    assert store.rounds(principal, small_town)[0].state == "open"


def test_a_closed_round_with_others_is_not_opened_again_from_here(
    principal, store, small_town, monkeypatch
):
    opening = Opening(
        name="Team day",
        readiness_for="this landscape",
        instrument="convening-readiness",
        form="quick",
        expected=3,
    )
    round_ = rounds.begin(principal, store, small_town, opening)
    mine = sitting(principal, store, small_town)
    assessing.save_answer(principal, store, small_town, mine, Answer(item_id="D01.1", level=2))
    rounds.close(principal, store, small_town, round_.id, None)
    app = opened(PAGE, store, monkeypatch)
    assert "You have answered: Team day" in words(app).replace("**", "")
    assert "Change my answers" not in [button.label for button in app.button]


def test_a_round_with_others_is_chosen_and_begins_with_all_questions(
    principal, store, small_town, monkeypatch
):
    opening = Opening(
        name="Team day",
        readiness_for="this landscape",
        instrument="convening-readiness",
        form="quick",
        expected=3,
    )
    rounds.begin(principal, store, small_town, opening)
    app = press(opened(PAGE, store, monkeypatch), "Answer in it")
    assert app.subheader[0].value == "All questions"
    asked = labelled(app.selectbox, "From where do you look at it?")
    checked(asked.set_value("Media").run())
    assert sitting(principal, store, small_town).standpoint == "Media"
    press(app, "Check your answers")
    press(app, "Finish")
    assert "Your answers are in." in words(app)
    assert store.rounds(principal, small_town)[0].state == "open"


def test_an_anonymous_round_is_not_answered_from_here(principal, store, small_town, monkeypatch):
    opening = Opening(
        name="Whole valley",
        readiness_for="this landscape",
        instrument="convening-readiness",
        form="quick",
        mode="anonymous",
        expected=9,
        threshold=5,
    )
    rounds.begin(principal, store, small_town, opening)
    app = opened(PAGE, store, monkeypatch)
    assert "Answer in it" not in [button.label for button in app.button]
    assert "Begin with the first question" in [button.label for button in app.button]
