"""Talk it through: the script holds the round's own answers, no names, and leads to the plan."""

import pytest

from landscape.model.assessment import Answer
from landscape.model.plan import PlanStep
from landscape.model.principal import LOCAL
from landscape.model.scales import OffScale
from landscape.services import assessing, planning
from tests.pages.opening import checked, opened, press, words
from tests.services.holding import lone_round

PAGE = "pages/readiness/debrief.py"


@pytest.fixture
def finished(principal, store, small_town):
    round_ = lone_round(store, small_town, ready_for="the *ford*")
    sitting = assessing.progress(principal, store, small_town, round_)
    for item_id, level in {"D01.1": 3, "D02.1": 1, "D05.1": 2, "D08.1": 1}.items():
        answer = Answer(item_id=item_id, level=level)
        assessing.save_answer(principal, store, small_town, sitting, answer)
    unsure = Answer(item_id="D10.1", off_scale=OffScale.CANT_SAY)
    assessing.save_answer(principal, store, small_town, sitting, unsure)
    return assessing.finish(principal, store, small_town, sitting)


def test_without_a_round_the_page_leads_to_the_questions(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [button.label for button in app.button] == ["Answer the questions"]


def test_the_script_keeps_its_order_and_says_whose_it_is(finished, store, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    titles = [one.value.partition(": ")[2] for one in app.subheader]
    assert [title.replace("\\", "") for title in titles] == [
        "Arrive", "What did you see?", "How was it?", "What does it mean?", "What now?", "Close"
    ]  # fmt: skip
    said = words(app)
    assert "Ready for: the *ford*" in said
    assert "One person has answered. Ask who would choose another sentence, and why." in said
    assert "You can't say yet." in said
    assert "Canadian Institute of Cultural Affairs" in said


def test_low_standing_is_said_before_anybody_is_invited(finished, store, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [one.value.replace("\\", "") for one in app.warning] == [
        "Legitimacy. While this is low, hold one-to-one conversations. A large gathering comes "
        "later."
    ]
    assert "Leave half of the agenda blank" not in words(app)


def test_a_suggestion_goes_on_the_plan_and_comes_off_again(
    finished, store, small_town, monkeypatch
):
    app = press(opened(PAGE, store, monkeypatch), "Put on the plan")
    (step,) = planning.steps(store.snapshot(LOCAL, small_town, tables=planning.TABLES))
    assert (step.dimension_id, step.round_id) == ("D02", finished.id)
    assert "Planned: Stop meetings for two weeks" in words(app)
    press(app, "Undo")
    assert planning.steps(store.snapshot(LOCAL, small_town, tables=planning.TABLES)) == ()


def test_longer_scripts_open_with_the_plan_and_end_with_what_is_weakest(
    finished, store, small_town, monkeypatch
):
    planning.add_step(LOCAL, store, small_town, PlanStep(id="n", step="Walk the river"))
    app = opened(PAGE, store, monkeypatch)
    assert "Walk the river" not in words(app)
    app = checked(app.radio(key="debrief.minutes").set_value(90).run())
    said = words(app)
    assert said.index("What you meant to do") < said.index("Walk the river")
    assert "What is weakest" in said
