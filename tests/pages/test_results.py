"""Results: words first, one dimension closer, the map beside what was said, steps; no total."""

import pytest

from landscape.model.assessment import Answer
from landscape.model.scales import OffScale
from landscape.services import assessing
from tests.pages.opening import opened, words
from tests.services.holding import lone_round

PAGE = "pages/readiness/results.py"
LEVELS = {
    "D01.1": 3, "D02.1": 1, "D03.1": 4, "D04.1": 2, "D05.1": 5, "D06.1": 4, "D07.1": 4,
    "D08.1": 4, "D09.1": 1, "D11.1": 5, "D12.1": 2,
}  # fmt: skip


@pytest.fixture
def finished(principal, store, small_town):
    round_ = lone_round(store, small_town)
    sitting = assessing.progress(principal, store, small_town, round_)
    for item_id, level in LEVELS.items():
        assessing.save_answer(
            principal, store, small_town, sitting, Answer(item_id=item_id, level=level)
        )
    assessing.save_answer(
        principal, store, small_town, sitting, Answer(item_id="D10.1", off_scale=OffScale.CANT_SAY)
    )
    return assessing.finish(principal, store, small_town, sitting)


@pytest.fixture
def part(finished, store, monkeypatch):
    return lambda label: opened(PAGE, store, monkeypatch, part=label)


def test_without_a_round_the_page_leads_to_the_questions(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [button.label for button in app.button] == ["Answer the questions"]


def test_the_lowest_sides_are_said_by_name(part):
    said = words(part("At a glance"))
    assert (
        "Lowest, at level 1 (Not yet): Reading the landscape and Power and accountability." in said
    )
    assert "You can't say yet: Learning together. That is a finding, too." in said


def test_first_steps_come_in_their_order(part):
    said = words(part("What to do first"))
    steps = [
        "1. Reading the landscape",
        "2. The convening call",
        "3. Power and accountability",
        "4. Sustaining the convening",  # at any time
    ]
    places = [said.index(step) for step in steps]
    assert places == sorted(places)
    assert "5. " not in said


def test_low_power_warns_of_a_big_meeting(part):
    warnings = [warning.value.replace("\\", "") for warning in part("What to do first").warning]
    assert warnings == [
        "While this is low, a big meeting would reproduce the power there already is."
    ]


def test_cant_say_yet_becomes_something_to_find_out(part):
    said = words(part("What to do first"))
    assert "Learning together · You can't say yet." in said
    assert "Find out from somebody who would know: " in said
