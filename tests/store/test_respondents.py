"""Somebody in a seat reaches nothing but their own answers, whatever they call."""

import inspect
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from landscape.model.assessment import Answer, Round
from landscape.model.errors import LandscapeError, NotAllowedError, NotFoundError
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.store.base import Edit, Store
from landscape.store.duckdb.store import DuckDBStore

DAY = date(2026, 5, 4)
# Calls that a respondent may make, and what else they need; all others must refuse them.
OPEN_TO_THEM = {
    "submission",
    "save_answer",
    "save_writing",
    "save_standpoint",
    "finish_submission",
    "live_count",
    "live_answers",
    "group_names",
    "own_instruments",
}
GIVEN: dict[str, Any] = {
    "landscape": Landscape(id="l_new", name="New"),
    "landscape_id": "",
    "round_id": "",
    "submission_id": "",
    "edit": Edit(label="x"),
    "on": DAY,
    "moment": None,
    "round_": Round(id="", name="x", instrument="i", version=1, digest="d", form="quick"),
}


def calls() -> list[str]:
    """Every call of the store that says who acts."""
    return [
        name
        for name, call in inspect.getmembers(DuckDBStore, inspect.isfunction)
        if not name.startswith("_") and "principal" in inspect.signature(call).parameters
    ]


def call_with(store: Store, name: str, principal: Principal, given: dict[str, Any]) -> object:
    """Call the store with whatever its arguments are called."""
    call: Callable[..., object] = getattr(store, name)
    asked = [
        parameter
        for parameter in inspect.signature(call).parameters.values()
        if parameter.default is inspect.Parameter.empty and parameter.name != "principal"
    ]
    named = {parameter.name: given.get(parameter.name, "x") for parameter in asked}
    return call(principal=principal, **named)


@pytest.mark.parametrize("name", calls())
def test_a_respondent_is_refused_by_every_call_but_those_for_answering(
    store: DuckDBStore, small_town: str, name: str
) -> None:
    round_ = store.create_round(LOCAL, small_town, GIVEN["round_"])
    submission = store.open_submission(LOCAL, small_town, round_.id, rater="Ida")
    given = {
        **GIVEN,
        "landscape_id": small_town,
        "round_id": round_.id,
        "submission_id": submission,
        "answer": Answer(item_id="D01.1", level=2),
    }
    ida = Principal(id=submission, role=AccessRole.RESPONDENT)
    if name in OPEN_TO_THEM:
        call_with(store, name, ida, given)
    else:
        with pytest.raises(NotAllowedError):
            call_with(store, name, ida, given)


@pytest.mark.parametrize(
    "name", ["submission", "save_answer", "save_writing", "save_standpoint", "finish_submission"]
)
def test_a_respondent_does_not_reach_the_submission_of_another(
    store: DuckDBStore, small_town: str, name: str
) -> None:
    round_ = store.create_round(LOCAL, small_town, GIVEN["round_"])
    mine = store.open_submission(LOCAL, small_town, round_.id, rater="Ida")
    theirs = store.open_submission(LOCAL, small_town, round_.id, rater="Jo")
    ida = Principal(id=mine, role=AccessRole.RESPONDENT)
    given = {
        "landscape_id": small_town,
        "submission_id": theirs,
        "answer": Answer(item_id="D01.1", level=2),
        "on": DAY,
    }
    with pytest.raises(NotAllowedError, match="somebody else's"):
        call_with(store, name, ida, given)
    assert store.submission(Principal(id=theirs, role=ida.role), small_town, theirs).answers == ()


def test_a_seat_in_one_landscape_is_none_in_another(
    store: DuckDBStore, small_town: str, empty_landscape: str
) -> None:
    round_ = store.create_round(LOCAL, small_town, GIVEN["round_"])
    mine = store.open_submission(LOCAL, small_town, round_.id, rater="Ida")
    ida = Principal(id=mine, role=AccessRole.RESPONDENT)
    with pytest.raises(NotFoundError):
        store.save_answer(ida, empty_landscape, mine, Answer(item_id="D01.1", level=2), DAY)


def test_not_even_the_owner_reads_what_somebody_else_has_said_so_far(
    store: DuckDBStore, small_town: str
) -> None:
    round_ = store.create_round(LOCAL, small_town, GIVEN["round_"])
    theirs = store.open_submission(LOCAL, small_town, round_.id, rater="Jo")
    with pytest.raises(LandscapeError, match="somebody else's"):
        store.submission(LOCAL, small_town, theirs)
