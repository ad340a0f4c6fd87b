"""Rounds with others: begun, opened, watched, closed, opened again, put away."""

import pytest

from landscape.model.assessment import Answer
from landscape.model.scales import OffScale
from landscape.services import assessing, rounds
from tests.pages.holding_rounds import TEAM, answer, begin, begin_without_names
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/readiness/rounds.py"


def labels(app):
    return [button.label for button in app.button]


def the(widgets, label):
    return next(widget for widget in widgets if widget.label == label)


def codes(app):
    return [code.value for code in app.code]


@pytest.fixture
def form(store, small_town, monkeypatch):
    return press(opened(PAGE, store, monkeypatch), "Begin a round with others")


@pytest.fixture
def named(store, small_town):
    return begin(store, small_town)


@pytest.fixture
def unnamed(store, small_town):
    return begin_without_names(store, small_town)


def chosen(store, monkeypatch, round_):
    return opened(PAGE, store, monkeypatch, round=round_.id)


def state_of(store, principal, small_town):
    return store.rounds(principal, small_town)[0].state


def test_without_any_round_it_says_what_one_is(store, empty_landscape, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert app.subheader[0].value == "No round yet"
    assert "Begin a round with others" in labels(app)


def test_all_rounds_are_listed_with_what_for_who_and_state(
    store, small_town, monkeypatch, named, unnamed
):
    said = words(opened(PAGE, store, monkeypatch))
    assert said.count("**Spring round** · open to answers") == 2
    assert "Ready for: this landscape" in said
    assert "Quick, 5 people, by name, since" in said
    assert "Quick, 9 people, without names, since" in said


def test_a_round_is_chosen_from_the_list_and_left_again(store, small_town, monkeypatch, named):
    app = press(opened(PAGE, store, monkeypatch), "Look at it")
    assert app.title[0].value == "Spring round"
    assert app.query_params["round"] == named.id
    assert press(app, "All rounds").title[0].value == "Rounds"


def test_an_unknown_round_in_the_address_is_said_so(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch, round="r_gone")
    assert "The round in the address is not in this landscape." in words(app)


def test_four_kinds_of_questions_are_offered(form):
    options = the(form.radio, "Which questions?").options[:4]
    assert [option.split(":**")[0].strip("*") for option in options] == [
        "Quick",
        "Full",
        "Before a gathering",
        "Seen by partners",
    ]


def test_a_round_by_name_gives_each_person_a_code_that_is_shown_once(
    form, store, principal, small_town, monkeypatch
):
    the(form.text_area, "Their names, one a line").input("Ana\n Ben \n\nCleo")
    the(form.text_input, "What do you call this round?").input("Spring *round*")
    app = press(form, "Open the round")
    round_ = store.rounds(principal, small_town)[0]
    assert (round_.name, round_.mode, round_.expected) == ("Spring *round*", "named", 3)
    said = words(app)
    assert "The codes, shown only now" in said
    assert [f"**{name}**" in said for name in ("Ana", "Ben", "Cleo")] == [True] * 3
    text = next(code for code in codes(app) if code.startswith("Hello Ben"))
    assert f"/joining?code={codes(app)[2]}\nYour code: {codes(app)[2]}" in text
    assert "The codes, shown only now" not in words(press(app, "I have them"))
    assert "The codes, shown only now" not in words(chosen(store, monkeypatch, round_))


@pytest.mark.parametrize(
    ("expected", "mode"), [(7, "By name"), (8, "Without names"), (300, "Without names")]
)
def test_from_eight_people_on_a_round_is_without_names(form, expected, mode):
    app = checked(
        the(form.number_input, "How many people do you expect to answer?").set_value(expected).run()
    )
    radio = the(app.radio, "How shall they answer?")
    assert radio.options[radio.index].startswith(f"**{mode}:**")


def test_a_round_without_names_gives_slips_and_asks_for_no_name(form, store, principal, small_town):
    app = checked(
        the(form.number_input, "How many people do you expect to answer?").set_value(9).run()
    )
    assert [area.label for area in app.text_area] == []
    assert "You get 9 slips" in words(app)
    assert "knows whether a code was used, never what was said with it" in words(app)
    app = press(app, "Open the round")
    round_ = store.rounds(principal, small_town)[0]
    assert (round_.mode, round_.expected, round_.threshold) == ("anonymous", 9, 5)
    drawn = next(code for code in codes(app) if code.count("\n") == 8)
    assert len(set(drawn.split())) == 9


def test_the_threshold_can_be_set_before_opening_and_not_under_three(
    form, store, principal, small_town
):
    app = checked(
        the(form.number_input, "How many people do you expect to answer?").set_value(9).run()
    )
    threshold = the(app.number_input, "Of how many answers at least may anything be shown?")
    assert threshold.min == 3
    checked(threshold.set_value(3).run())
    press(app, "Open the round")
    assert store.rounds(principal, small_town)[0].threshold == 3


def test_too_few_without_names_are_told_beforehand_that_nothing_will_be_shown(form):
    app = checked(
        the(form.number_input, "How many people do you expect to answer?").set_value(4).run()
    )
    app = checked(the(app.radio, "How shall they answer?").set_value("anonymous").run())
    assert "With 4 people nothing would ever be shown: it takes 5 who answer." in words(app)
    assert "Talk it through together" in labels(app)
    assert "Open the round" not in labels(app)
    app = press(app, "Answer by name")
    assert the(app.radio, "How shall they answer?").value == "named"
    assert "Open the round" in labels(app)


def test_a_round_for_a_boundary_keeps_which(form, store, principal, small_town):
    app = checked(the(form.radio, "What should you be ready for?").set_value("One boundary").run())
    press(app, "Open the round")
    round_ = store.rounds(principal, small_town)[0]
    assert (round_.boundary_id, round_.readiness_for) == ("b_bank", "the boundary The river")


def test_a_gathering_has_a_name(form, store, principal, small_town):
    app = checked(the(form.radio, "What should you be ready for?").set_value("One gathering").run())
    app = press(app, "Open the round")
    assert "Say which gathering it is for." in words(app)
    assert store.rounds(principal, small_town) == ()


def test_the_room_code_and_the_address_to_join_are_shown(store, monkeypatch, named):
    app = chosen(store, monkeypatch, named)
    assert [metric.value for metric in app.metric] == [named.code]
    assert any(code.endswith(f"/joining?code={named.code}") for code in codes(app))
    assert "Only this machine can open it." in words(app)


def test_a_reminder_can_be_copied(store, monkeypatch, named):
    assert any("Spring round" in code for code in codes(chosen(store, monkeypatch, named)))


def test_a_round_by_name_says_who_has_not_finished(
    store, principal, small_town, monkeypatch, named
):
    rounds.invite(principal, store, small_town, named.id, TEAM)
    answer(store, named, [3], name="Ana")
    answer(store, named, [3], name="Ben", finished=False)
    app = chosen(store, monkeypatch, named)
    assert "1 of 5 have finished" in words(app)
    assert "Not finished yet: Ben, Cleo, Dara and Eli." in words(app)


def test_who_holds_the_round_is_you_among_those_who_have_not_finished(
    store, principal, small_town, monkeypatch, named
):
    rounds.invite(principal, store, small_town, named.id, ["Ana"])
    sitting = assessing.progress(principal, store, small_town, named)
    given = Answer(item_id=sitting.items[0].id, level=2)
    assessing.save_answer(principal, store, small_town, sitting, given)
    said = words(chosen(store, monkeypatch, named))
    assert "Not finished yet: You and Ana." in said
    assert "local" not in said


def test_a_round_without_names_says_how_many_and_never_who(store, monkeypatch, unnamed):
    answer(store, unnamed, [3])
    answer(store, unnamed, [3], finished=False)
    said = words(chosen(store, monkeypatch, unnamed))
    assert "1 of 9 have finished" in said
    assert "2 people have begun" in said
    assert "Not finished yet" not in said


def test_no_answer_is_shown_before_closing(store, monkeypatch, named):
    answer(store, named, [3], name="Ana")
    app = chosen(store, monkeypatch, named)
    assert "See what you said" not in labels(app)


def test_closing_by_name_lets_results_out(store, principal, small_town, monkeypatch, named):
    answer(store, named, [3], name="Ana")
    app = press(chosen(store, monkeypatch, named), "Close the round")
    assert state_of(store, principal, small_town) == "released"
    assert "**results are out**" in words(app)
    assert "See what you said" in labels(app)


def test_closing_without_names_over_the_threshold_lets_results_out(
    store, principal, small_town, monkeypatch, unnamed
):
    for level in (1, 2, 3, 4, 5):
        answer(store, unnamed, [level])
    app = chosen(store, monkeypatch, unnamed)
    assert "comes out at once, shuffled" in words(app)
    press(app, "Close the round")
    assert state_of(store, principal, small_town) == "released"


def test_closing_under_the_threshold_says_that_nothing_is_shown_and_what_to_do(
    store, principal, small_town, monkeypatch, unnamed
):
    answer(store, unnamed, [3])
    answer(store, unnamed, [OffScale.CANT_SAY])
    app = chosen(store, monkeypatch, unnamed)
    assert "nothing will be shown: 2 of the 5 who are needed have answered." in words(app)
    assert "Wait for 3 more people" in words(app)
    app = press(app, "Close the round")
    assert state_of(store, principal, small_town) == "closed"
    assert "Fewer than 5 people answered, so nothing is shown" in words(app)
    assert "Talk it through together" in labels(app)
    assert "See what you said" not in labels(app)


def test_those_who_came_in_and_said_nothing_do_not_count_towards_closing(
    store, principal, small_town, monkeypatch, unnamed
):
    for levels in ([3], [3], [], [], []):
        answer(store, unnamed, levels, finished=False)
    at = rounds.standing(principal, store, small_town, unnamed.id)
    assert (at.begun, at.answered) == (5, 2)
    app = chosen(store, monkeypatch, unnamed)
    assert "nothing will be shown: 2 of the 5 who are needed have answered." in words(app)


def test_opened_again_it_says_how_many_it_takes_to_change_what_is_out(
    store, principal, small_town, monkeypatch, unnamed
):
    for level in (1, 2, 3, 4, 5):
        answer(store, unnamed, [level])
    rounds.close(principal, store, small_town, unnamed.id, None)
    again = rounds.reopen(principal, store, small_town, unnamed.id)
    answer(store, again, [3])
    said = words(chosen(store, monkeypatch, again))
    assert "What 5 people said is out already. If you close it now, it stays as it is" in said
    assert "it takes 3 more who answer, and 1 has since. Wait for 2 more people." in said
    answer(store, again, [3])
    answer(store, again, [3])
    said = words(chosen(store, monkeypatch, again))
    assert "What is out already is told anew, of 8 people." in said


def test_a_closed_round_can_be_opened_again(store, principal, small_town, monkeypatch, unnamed):
    rounds.close(principal, store, small_town, unnamed.id, None)
    press(chosen(store, monkeypatch, unnamed), "Open it again")
    assert state_of(store, principal, small_town) == "open"


def test_a_round_can_be_put_away(store, principal, small_town, monkeypatch, named):
    rounds.close(principal, store, small_town, named.id, None)
    app = press(chosen(store, monkeypatch, named), "Put it away")
    assert state_of(store, principal, small_town) == "archived"
    assert "Open it again" not in labels(app)
    assert "Put away: 1 round" in [one.label for one in press(app, "All rounds").expander]


def test_an_open_round_without_names_is_not_put_away_and_closing_is_offered(
    store, principal, small_town, monkeypatch, unnamed
):
    rounds.close(principal, store, small_town, unnamed.id, None)
    app = chosen(store, monkeypatch, unnamed)
    rounds.reopen(principal, store, small_town, unnamed.id)
    app = press(app, "Put it away")
    assert "An anonymous round is only closed together with what it gives out." in words(app)
    assert "Close it on Rounds." in words(app)
    assert state_of(store, principal, small_town) == "open"
    assert "Put it away" not in labels(app)
    press(app, "Close the round")
    assert state_of(store, principal, small_town) == "closed"


def test_more_codes_can_be_drawn_while_the_round_is_open(store, monkeypatch, named):
    app = chosen(store, monkeypatch, named)
    the(app.text_area, "Names, one a line").input("Finn")
    app = press(app, "Draw the codes")
    assert "**Finn**" in words(app)


def test_a_code_needs_a_name_in_a_round_by_name(store, monkeypatch, named):
    app = press(chosen(store, monkeypatch, named), "Draw the codes")
    assert "Write at least one name." in words(app)
