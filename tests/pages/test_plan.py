"""The plan page: add, change, how far, what became of it; each taken back where it happened."""

from datetime import date

import pytest

from landscape.model.plan import PlanStep, StepStatus
from landscape.model.principal import LOCAL
from landscape.services import planning
from landscape.ui.text import escape
from tests.pages.opening import checked, opened, press, words

PAGE = "pages/readiness/plan.py"
LISTEN = PlanStep(
    id="n_1", step="Listen to *five* people", owner="Ada", due_on=date(2026, 5, 31), round_id="gone"
)


def plan(store, landscape_id):
    return planning.steps(store.snapshot(LOCAL, landscape_id, tables=planning.TABLES))


@pytest.fixture
def listening(store, small_town):
    planning.add_step(LOCAL, store, small_town, LISTEN)
    return small_town


def test_an_empty_plan_leads_to_what_is_suggested(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [button.label for button in app.button] == ["Add a step", "See what is suggested"]


def test_a_step_is_added_by_hand_and_taken_back(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Add a step")
    (field,) = [one for one in app.text_area if one.label == "What do you mean to do?"]
    field.set_value("Walk the river")
    (who,) = [one for one in app.selectbox if one.label == "Who takes it?"]
    assert who.options == ["Ida Brook", "Town hall"]
    app = press(app, "Put it on the plan")
    (step,) = plan(store, small_town)
    assert (step.step, step.owner, step.status) == ("Walk the river", None, StepStatus.AGREED)
    said = words(app)
    assert "Planned: Walk the river" in said
    assert "1 step to take, 0 with somebody who takes it." in said
    press(app, "Undo")
    assert plan(store, small_town) == ()


def test_a_step_without_words_is_not_taken(store, small_town, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Add a step")
    app = press(app, "Put it on the plan")
    assert "Say in a few words what you mean to do." in words(app)
    assert plan(store, small_town) == ()


def test_how_far_a_step_is_changes_at_a_touch(store, listening, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert "Ada takes it, by 31 May 2026, past its date" in words(app)
    app = checked(app.selectbox(key="plan.status.n_1").set_value(StepStatus.DONE).run())
    assert plan(store, listening)[0].status is StepStatus.DONE
    assert [one.label for one in app.expander] == ["What became of earlier steps: 1 done"]
    press(app, "Undo")
    assert plan(store, listening) == (LISTEN,)


def test_what_became_of_a_step_is_written_down(store, listening, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Change")
    app.text_area(key="plan.step.n_1.became").set_value("Three came")
    app.selectbox(key="plan.step.n_1.status").set_value(StepStatus.DROPPED)
    app = press(app, "Save")
    (step,) = plan(store, listening)
    assert (step.status, step.became, step.due_on) == (
        StepStatus.DROPPED, "Three came", date(2026, 5, 31)
    )  # fmt: skip
    assert "What became of it: Three came" in words(app)


def test_a_step_is_taken_off_and_comes_back(store, listening, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Change")
    app = press(app, "Take it off the plan")
    assert plan(store, listening) == ()
    press(app, "Undo")
    assert plan(store, listening) == (LISTEN,)


def test_a_change_of_somebody_else_is_not_overwritten(store, listening, monkeypatch):
    app = press(opened(PAGE, store, monkeypatch), "Change")
    planning.set_status(LOCAL, store, listening, "n_1", StepStatus.DOING)
    app.text_area(key="plan.step.n_1.step").set_value("Mine")
    app = press(app, "Save")
    assert "was changed meanwhile: status" in words(app)
    assert plan(store, listening)[0].step == LISTEN.step


def test_words_from_people_are_text(store, listening, monkeypatch):
    shown = [one.value for one in opened(PAGE, store, monkeypatch).markdown]
    assert any(one.startswith("**Listen to \\*five\\* people**  \n") for one in shown)


def test_a_step_stays_text_where_it_names_a_choice(store, small_town, monkeypatch):
    picture = "![](https://there/a.png) *now*"
    planning.add_step(LOCAL, store, small_town, PlanStep(id="n_2", step=picture))
    app = opened(PAGE, store, monkeypatch)
    assert app.selectbox(key="plan.status.n_2").label == f"How far is it: {escape(picture)}"
    app = opened("pages/readiness/answer.py", store, monkeypatch)
    assert [one.label for one in app.radio if one.key == "plan.quick.n_2"] == [
        f"How far is it: {escape(picture)}"
    ]
