"""The plan: a step comes back as it was put, changes where nobody else changed it, and goes."""

from dataclasses import replace
from datetime import date

import pytest

from landscape.model.errors import ChangedMeanwhileError, InvalidValueError, NotFoundError
from landscape.model.plan import PlanStep, StepStatus
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.services import planning
from landscape.store.base import Snapshot
from landscape.store.duckdb.store import DuckDBStore

VIEWER = Principal(id="v", role=AccessRole.VIEWER)
LISTEN = PlanStep(
    id="n_listen",
    step="Five listening conversations",
    round_id="R1",
    dimension_id="D02",
    item_id="D02.1",
    owner="Ada",
    due_on=date(2026, 5, 31),
    status=StepStatus.DOING,
    note="Begin up the valley.",
)


def read(store: DuckDBStore, landscape_id: str) -> Snapshot:
    return store.snapshot(LOCAL, landscape_id, tables=planning.TABLES)


def plan(store: DuckDBStore, landscape_id: str) -> list[PlanStep]:
    return list(planning.steps(read(store, landscape_id)))


def test_a_step_comes_back_as_it_was_put(store: DuckDBStore, small_town: str) -> None:
    batch = planning.add_step(LOCAL, store, small_town, LISTEN)
    assert batch.label == "Planned: Five listening conversations"
    assert plan(store, small_town) == [LISTEN]
    store.undo(LOCAL, small_town, batch.id)
    assert plan(store, small_town) == []


def test_blanks_are_nothing(store: DuckDBStore, small_town: str) -> None:
    blank = PlanStep(id="n", step="  Walk ", owner=" ", note="\n", became="")
    planning.add_step(LOCAL, store, small_town, blank)
    assert plan(store, small_town) == [PlanStep(id="n", step="Walk")]


def test_what_is_under_way_comes_first_and_what_is_over_last(
    store: DuckDBStore, small_town: str
) -> None:
    for id_, status, due in (
        ("done", StepStatus.DONE, date(2026, 1, 1)),
        ("idea", StepStatus.IDEA, None),
        ("late", StepStatus.AGREED, date(2026, 7, 1)),
        ("soon", StepStatus.AGREED, date(2026, 6, 1)),
        ("open", StepStatus.AGREED, None),
        ("doing", StepStatus.DOING, None),
    ):
        one = PlanStep(id=id_, step=id_, status=status, due_on=due)
        planning.add_step(LOCAL, store, small_town, one)
    assert [one.id for one in plan(store, small_town)] == [
        "doing", "soon", "late", "open", "idea", "done"
    ]  # fmt: skip


def test_the_same_step_stands_there_once_while_it_is_open(
    store: DuckDBStore, small_town: str
) -> None:
    planning.add_step(LOCAL, store, small_town, LISTEN)
    again = replace(LISTEN, id="n_2", step="five  Listening conversations")
    with pytest.raises(InvalidValueError, match="holds 'five  Listening conversations' already"):
        planning.add_step(LOCAL, store, small_town, again)
    assert planning.planned(read(store, small_town), again.step) == LISTEN
    planning.set_status(LOCAL, store, small_town, "n_listen", StepStatus.DONE)
    assert planning.planned(read(store, small_town), again.step) is None
    planning.add_step(LOCAL, store, small_town, again)
    assert len(plan(store, small_town)) == 2


def test_what_became_of_a_step_is_kept_and_taken_back(store: DuckDBStore, small_town: str) -> None:
    planning.add_step(LOCAL, store, small_town, LISTEN)
    batch = planning.set_status(
        LOCAL, store, small_town, "n_listen", StepStatus.DROPPED, became=" Nobody had time. "
    )
    assert batch.label == "Now dropped: Five listening conversations"
    (after,) = plan(store, small_town)
    assert (after.status, after.became) == (StepStatus.DROPPED, "Nobody had time.")
    assert not after.open
    planning.set_status(LOCAL, store, small_town, "n_listen", StepStatus.DOING)
    assert plan(store, small_town)[0].became == "Nobody had time."
    store.undo(LOCAL, small_town, store.batches(LOCAL, small_town)[0].id)
    store.undo(LOCAL, small_town, batch.id)
    assert plan(store, small_town) == [LISTEN]


def test_nobody_overwrites_another(store: DuckDBStore, small_town: str) -> None:
    planning.add_step(LOCAL, store, small_town, LISTEN)
    mine = replace(LISTEN, owner="Bo", due_on=None, note=None)
    batch = planning.change_step(LOCAL, store, small_town, mine, seen=LISTEN)
    assert batch.label == "Changed the step: Five listening conversations"
    assert plan(store, small_town) == [mine]
    with pytest.raises(ChangedMeanwhileError, match="changed meanwhile: owner, due on, note"):
        planning.change_step(LOCAL, store, small_town, replace(LISTEN, owner="Cy"), seen=LISTEN)
    store.undo(LOCAL, small_town, batch.id)
    assert plan(store, small_town) == [LISTEN]


def test_where_a_step_came_from_stays(store: DuckDBStore, small_town: str) -> None:
    planning.add_step(LOCAL, store, small_town, LISTEN)
    other = PlanStep(id="n_listen", step="Other words")
    planning.change_step(LOCAL, store, small_town, other)
    (after,) = plan(store, small_town)
    assert (after.round_id, after.dimension_id, after.item_id) == ("R1", "D02", "D02.1")


def test_a_step_is_taken_off(store: DuckDBStore, small_town: str) -> None:
    planning.add_step(LOCAL, store, small_town, LISTEN)
    batch = planning.remove_step(LOCAL, store, small_town, "n_listen")
    assert plan(store, small_town) == []
    for work in (planning.remove_step, lambda *a: planning.set_status(*a, StepStatus.DONE)):
        with pytest.raises(NotFoundError, match="not on the plan any more"):
            work(LOCAL, store, small_town, "n_listen")
    with pytest.raises(ChangedMeanwhileError, match="was removed meanwhile"):
        planning.change_step(LOCAL, store, small_town, LISTEN, seen=LISTEN)
    store.undo(LOCAL, small_town, batch.id)
    assert plan(store, small_town) == [LISTEN]


def test_a_suggestion_is_an_idea_until_somebody_agrees() -> None:
    step = planning.from_suggestion(
        " Walk across the map. ", round_id="R1", dimension_id="D02", item_id="D02.1"
    )
    assert replace(step, id="n") == PlanStep(
        id="n",
        step="Walk across the map.",
        round_id="R1",
        dimension_id="D02",
        item_id="D02.1",
        status=StepStatus.IDEA,
    )


def test_a_round_looks_back_on_what_came_before_it() -> None:
    plan = [LISTEN, PlanStep(id="n_2", step="By hand"), replace(LISTEN, id="n_3", round_id="R2")]
    assert [step.id for step in planning.since(plan, "R2")] == ["n_listen", "n_2"]


@pytest.mark.parametrize(
    ("status", "due", "late"),
    [
        (StepStatus.AGREED, date(2026, 5, 31), True),
        (StepStatus.AGREED, date(2026, 6, 1), False),
        (StepStatus.AGREED, None, False),
        (StepStatus.DONE, date(2026, 5, 31), False),
    ],
)
def test_a_step_is_late_the_day_after(status: StepStatus, due: date | None, late: bool) -> None:
    step = replace(LISTEN, status=status, due_on=due)
    assert planning.overdue(step, date(2026, 6, 1)) is late


def test_words_have_an_end() -> None:
    with pytest.raises(InvalidValueError, match="has 401 characters"):
        PlanStep(id="n", step="x" * 401)
    with pytest.raises(InvalidValueError, match="A step has no name"):
        PlanStep(id="n", step=" ")


def test_those_outside_the_team_see_no_plan(store: DuckDBStore, small_town: str) -> None:
    planning.add_step(LOCAL, store, small_town, LISTEN)
    assert planning.steps(store.snapshot(VIEWER, small_town, tables=planning.TABLES)) == ()
