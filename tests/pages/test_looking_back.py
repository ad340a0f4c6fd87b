"""A round begins with what became of the plan; and what was said is taken away on its page."""

import pytest

from landscape.model.plan import PlanStep, StepStatus
from landscape.model.principal import LOCAL
from landscape.services import planning
from tests.pages.opening import checked, opened, press, words
from tests.pages.test_debrief import finished  # noqa: F401  a fixture

ANSWER = "pages/readiness/answer.py"
RESULTS = "pages/readiness/results.py"


@pytest.fixture
def listening(store, small_town):
    step = PlanStep(id="n_1", step="Listen to *five*", owner="Ada", note="Up the valley")
    planning.add_step(LOCAL, store, small_town, step)
    return small_town


def plan(store, landscape_id):
    return planning.steps(store.snapshot(LOCAL, landscape_id, tables=planning.TABLES))


def test_without_a_plan_a_round_begins_with_its_questions(store, small_town, monkeypatch):
    assert "what became" not in words(opened(ANSWER, store, monkeypatch))


@pytest.mark.parametrize(
    ("page", "where"), [(ANSWER, {}), ("pages/readiness/rounds.py", {"round": "begin"})]
)
def test_a_round_begins_with_what_became_of_the_plan(page, where, store, listening, monkeypatch):
    app = opened(page, store, monkeypatch, **where)
    said = words(app)
    assert "First: what became of what you meant to do?" in said
    assert "Listen to *five*" in said
    control = app.radio(key="plan.quick.n_1")
    assert control.value is None  # agreed, and nothing has become of it yet
    app = checked(control.set_value(StepStatus.DONE).run())
    assert plan(store, listening)[0].status is StepStatus.DONE
    assert "First: what became" not in words(app)
    app = press(app, "Undo")
    assert plan(store, listening)[0].status is StepStatus.AGREED


def test_what_was_said_is_taken_away(finished, store, monkeypatch):  # noqa: F811
    app = opened(RESULTS, store, monkeypatch)
    app.session_state["round_take_away"] = True
    app = checked(app.run())
    assert [one.label for one in app.get("download_button")] == [
        "A page to print (HTML)",
        "A report (PDF)",
        "A document to write on (DOCX)",
        "One page for a sponsor (HTML)",
        "A table (CSV)",
        "To come back to Landscape with (JSON)",
    ]
    assert "A copy cannot be recalled. It holds what was answered, and what you wrote." in [
        one.value for one in app.warning
    ]
