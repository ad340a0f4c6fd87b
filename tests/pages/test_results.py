"""Results: first steps in order with their cautions, the map beside what was said, no total."""

import pytest

from landscape.model.assessment import Answer
from landscape.model.scales import OffScale
from landscape.services import assessing
from tests.pages.opening import opened, words

PAGE = "pages/readiness/results.py"
LEVELS = {
    "D01.1": 3, "D02.1": 1, "D03.1": 4, "D04.1": 2, "D05.1": 5, "D06.1": 4, "D07.1": 4,
    "D08.1": 4, "D09.1": 1, "D11.1": 5, "D12.1": 2,
}  # fmt: skip


@pytest.fixture
def finished(principal, store, small_town):
    round_ = assessing.start_round(principal, store, small_town, readiness_for="this landscape")
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
def app(finished, store, monkeypatch):
    return opened(PAGE, store, monkeypatch)


def test_without_a_round_the_page_leads_to_the_questions(store, small_town, monkeypatch):
    app = opened(PAGE, store, monkeypatch)
    assert [button.label for button in app.button] == ["Answer the questions"]


def test_first_steps_come_in_their_order(app):
    said = words(app)
    steps = [
        "1. Stop meetings for two weeks",  # D02
        "2. Write the call in 60 words",  # D04
        "3. ",  # D09
        "4. ",  # D12, at any time
    ]
    places = [said.index(step) for step in steps]
    assert places == sorted(places)
    assert "5. " not in said


def test_low_power_warns_of_a_big_meeting(app):
    warnings = [warning.value.replace("\\", "") for warning in app.warning]
    assert warnings == [
        "While this is low, a big meeting would reproduce the power there already is."
    ]


def test_the_lowest_sides_are_said_by_name(app):
    assert "Lowest, at level 1: Reading the landscape and Power and accountability." in words(app)


def test_cant_say_yet_becomes_something_to_find_out(app):
    said = words(app)
    assert "1 dimension where you can't say yet: Learning together." in said
    assert "Ask somebody who would know: What does nobody know yet?" in said


def test_the_sentence_that_was_chosen_is_shown(app):
    anchor = assessing.instrument_of().item("D02.1").anchor(1).text
    assert f"You said**  \n{anchor}" in words(app)


def test_the_map_stands_beside_rated_items_only(app):
    said = words(app)
    # E34: public bodies, residents and farmers within two steps of the team, media not
    assert "3 of 4 groups are within two steps of your team." in said
    assert "No path of relationships leads to: Media." in said
    assert "The map looks better than you say. What do you know that it does not?" in said
    # E09 rests on one rated group of four: suppressed
    assert "Where you would be accepted: too little is recorded to say (1 of 4)." in said


def test_there_is_no_total_and_the_page_says_where_it_comes_from(app):
    said = words(app)
    assert "There is no total." in said
    assert "This is not the authors' instrument and it has not been validated" in said
    assert [one.label for one in app.metric] == []


def test_every_answer_stands_in_the_table_as_it_was_shown(app):
    table = next(one.value for one in app.dataframe if "text_shown" in one.value.columns)
    assert len(table) == 12
    assert table.iloc[0]["dimension"] == "A difference that matters to all"
