"""A lone convener's round, on a real store."""

import pytest

from landscape.assessments import instruments
from landscape.model.assessment import Answer
from landscape.model.errors import InvalidValueError, NotAllowedError
from landscape.model.scales import OffScale
from landscape.services import assessing
from tests.services.holding import lone_round

INSTRUMENT = instruments()["convening-readiness"]


@pytest.fixture
def sitting(principal, store, small_town):
    round_ = lone_round(store, small_town)
    return assessing.progress(principal, store, small_town, round_)


def again(principal, store, small_town, sitting):
    return assessing.progress(principal, store, small_town, sitting.round)


def test_a_round_names_the_instrument_its_version_and_its_digest(sitting):
    assert sitting.round.instrument == "convening-readiness"
    assert sitting.round.version == INSTRUMENT.version
    assert sitting.round.digest == INSTRUMENT.digest
    assert sitting.round.readiness_for == "this landscape"
    assert len(sitting.items) == 12


def test_an_answer_keeps_the_sentence_as_it_was_shown(principal, store, small_town, sitting):
    assessing.save_answer(
        principal, store, small_town, sitting, Answer(item_id="D05.1", level=2, note="Two of us")
    )
    kept = again(principal, store, small_town, sitting).answers["D05.1"]
    assert kept.level == 2
    assert kept.text_shown == INSTRUMENT.item("D05.1").anchor(2).text
    assert kept.note == "Two of us"


def test_answers_off_the_scale_are_codes_and_not_levels(principal, store, small_town, sitting):
    given = [
        Answer(item_id="D01.1", off_scale=OffScale.CANT_SAY),
        Answer(item_id="D02.1", off_scale=OffScale.NOT_APPLICABLE, reason="One side only"),
        Answer(item_id="D03.1", off_scale=OffScale.NO_ANSWER),
    ]
    for answer in given:
        assessing.save_answer(principal, store, small_town, sitting, answer)
    kept = again(principal, store, small_town, sitting).answers
    assert [kept[one.item_id].off_scale for one in given] == [one.off_scale for one in given]
    assert all(kept[one.item_id].level is None for one in given)
    assert kept["D02.1"].reason == "One side only"
    assert kept["D01.1"].text_shown == "Can't say yet"


def test_not_applicable_needs_a_reason():
    with pytest.raises(InvalidValueError, match="no reason"):
        Answer(item_id="D02.1", off_scale=OffScale.NOT_APPLICABLE, reason=" ")


def test_answering_again_replaces_and_bumps_only_the_round(principal, store, small_town, sitting):
    before = store.landscape(principal, small_town).revision
    first = assessing.save_answer(
        principal, store, small_town, sitting, Answer(item_id="D01.1", level=1)
    )
    second = assessing.save_answer(
        principal, store, small_town, sitting, Answer(item_id="D01.1", level=4)
    )
    assert second == first + 1
    assert again(principal, store, small_town, sitting).answers["D01.1"].level == 4
    assert store.landscape(principal, small_town).revision == before


def test_one_goes_on_at_the_first_item_without_an_answer(principal, store, small_town, sitting):
    assert sitting.next_item.id == "D01.1"
    for item in sitting.items[:3]:
        assessing.save_answer(
            principal, store, small_town, sitting, Answer(item_id=item.id, level=3)
        )
    later = again(principal, store, small_town, sitting)
    assert later.next_item == sitting.items[3]
    assert later.answered == 3
    assert later.submission_id == sitting.submission_id


def test_a_finished_round_takes_no_answers_until_it_is_opened_again(
    principal, store, small_town, sitting
):
    closed = assessing.finish(principal, store, small_town, sitting)
    assert closed.state == "released"
    with pytest.raises(NotAllowedError):
        assessing.save_answer(
            principal, store, small_town, sitting, Answer(item_id="D01.1", level=1)
        )
    assert assessing.reopen(principal, store, small_town, sitting.round.id).state == "open"
    assessing.save_answer(principal, store, small_town, sitting, Answer(item_id="D01.1", level=1))


def test_an_item_of_another_instrument_is_refused(principal, store, small_town, sitting):
    with pytest.raises(assessing.NotFoundError):
        assessing.save_answer(principal, store, small_town, sitting, Answer(item_id="X99", level=1))
