"""Expected centres by hand, on the convening-readiness instrument."""

import math

import pandas as pd
import pytest

from landscape.analysis.readiness import contradicts, in_order_of_first_steps, read_round
from landscape.assessments import instruments
from landscape.model.scales import OffScale

INSTRUMENT = instruments()["convening-readiness"]


def answers(rows):
    frame = pd.DataFrame(
        [(who, item, *(_split(given))) for who, item, given in rows],
        columns=["submission_id", "item_id", "level", "off_scale"],
    )
    return frame.astype({"level": "Int64"})


def _split(given):
    return (given, None) if isinstance(given, int) else (None, given)


def reading(rows, dimension_id, form="quick"):
    found = read_round(INSTRUMENT, form, answers(rows))
    return next(one for one in found if one.dimension.id == dimension_id)


def test_one_persons_quick_answer_is_the_centre():
    found = reading([("one", "D05.1", 2)], "D05")
    assert found.levels == (2,)
    assert found.centre == 2
    assert found.low
    assert not found.middling


def test_what_nobody_answered_has_no_centre_and_is_not_low():
    found = reading([("one", "D05.1", 2)], "D06")
    assert math.isnan(found.centre)
    assert not found.low
    assert found.off_scale == {OffScale.UNANSWERED: 1}


def test_cant_say_leaves_the_centre_and_is_counted():
    found = reading([("one", "D05.1", 4), ("two", "D05.1", "cant_say")], "D05")
    assert found.centre == 4
    assert found.off_scale == {OffScale.CANT_SAY: 1}


def test_the_centre_is_the_median_of_persons_not_of_answers():
    ids = [item.id for item in INSTRUMENT.items_of("D05")]
    first = [("one", item, 1) for item in ids]
    rest = [(who, item, 5) for who in ("two", "three") for item in ids[: (len(ids) + 1) // 2]]
    assert reading(first + rest, "D05", "full").centre == 5


def test_a_person_with_less_than_half_answered_does_not_count():
    ids = [item.id for item in INSTRUMENT.items_of("D05")]
    assert math.isnan(reading([("one", ids[0], 1)], "D05", "full").centre)


def test_items_that_do_not_apply_do_not_count_against_a_person():
    ids = [item.id for item in INSTRUMENT.items_of("D05")]
    rows = [("one", ids[0], 3), *(("one", item, "not_applicable") for item in ids[1:])]
    assert reading(rows, "D05", "full").centre == 3


def test_first_steps_read_the_landscape_before_inviting():
    found = read_round(INSTRUMENT, "quick", answers([]))
    order = [one.dimension.id for one in in_order_of_first_steps(INSTRUMENT, found)]
    assert order == [
        "D02", "D03", "D05", "D04", "D06", "D08", "D09", "D07", "D10", "D11", "D01", "D12"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("centre", "band", "expected"),
    [(4, 2, True), (4, 3, False), (1.5, 3, False), (math.nan, 1, False), (4, None, False)],
)
def test_two_levels_apart_is_worth_a_question(centre, band, expected):
    assert contradicts(centre, band) is expected
