"""Sentences and orders, worked out by hand on a round of three people and two dimensions."""

import math
from collections import Counter

import pytest

from landscape.analysis.results import DimensionResult, ItemResult, Results
from landscape.analysis.round_findings import (
    Order,
    apart,
    furthest_from_target,
    in_agreement,
    in_order,
    lowest,
    unsure,
    widest_apart,
)
from landscape.assessments import instruments
from landscape.model.scales import OffScale

INSTRUMENT = instruments()["convening-readiness"]
DIFFERENCE, READING = (one.title for one in INSTRUMENT.dimensions[:2])


def item(item_id, *levels, cant_say=0, silent=0):
    codes = {OffScale.CANT_SAY: cant_say, OffScale.UNANSWERED: silent}
    return ItemResult(
        item_id=item_id,
        levels=levels,
        off_scale=+Counter(codes),
        texts={},
        centre=sorted(levels)[len(levels) // 2] if levels else math.nan,
        low=math.nan,
        high=math.nan,
    )


def dimension(dimension_id, centre, target=math.nan):
    return DimensionResult(
        dimension_id=dimension_id,
        people=3,
        levels=(),
        off_scale=Counter(),
        centre=centre,
        low=math.nan,
        high=math.nan,
        target=target,
    )


ROUND = Results(
    people=3,
    dimensions=(
        dimension("D01", 3.0, target=3.5),
        dimension("D02", 2.0),
        dimension("D03", math.nan),
    ),
    items=(item("D01.1", 1, 3, 5), item("D02.1", 2, 2, 3), item("D03.1", cant_say=2, silent=1)),
)
ALONE = Results(
    people=1,
    dimensions=(dimension("D01", 3.0),),
    items=(item("D01.1", 3), item("D02.1", cant_say=1)),
)


def test_the_lowest_is_named_with_its_level():
    assert lowest(INSTRUMENT, ROUND) == f"Lowest, at level 2 (Starting): {READING}."


def test_where_all_are_alike_none_is_the_lowest():
    alike = Results(people=3, dimensions=(dimension("D01", 3.5), dimension("D02", 3.5)), items=())
    assert lowest(INSTRUMENT, alike) == "Every dimension is at level 3.5."


def test_the_widest_apart_is_named_with_its_levels():
    assert widest_apart(INSTRUMENT, ROUND) == (
        f"You differ most on {DIFFERENCE} (from 1 to 5). Talk about what each of you saw."
    )


def test_one_person_differs_from_nobody():
    assert widest_apart(INSTRUMENT, ALONE) is None


def test_close_answers_are_nowhere_far_apart():
    near = Results(people=3, dimensions=(), items=(item("D01.1", 3, 3, 4),))
    assert widest_apart(INSTRUMENT, near) == "You are nowhere far apart."


def test_cant_say_is_counted_among_several_and_told_to_one():
    third = INSTRUMENT.dimensions[2].title
    assert unsure(INSTRUMENT, ROUND) == (
        f"You can't say yet: 2 of 3 on {third}. That is a finding, too."
    )
    assert unsure(INSTRUMENT, ALONE) == f"You can't say yet: {READING}. That is a finding, too."


def test_the_widest_gap_to_a_target_is_named():
    assert furthest_from_target(INSTRUMENT, ROUND) == (
        f"Furthest from where you want to be, by 0.5 levels: {DIFFERENCE}."
    )
    assert furthest_from_target(INSTRUMENT, ALONE) is None


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.INSTRUMENT, ["D01", "D02", "D03"]),
        (Order.APART, ["D01", "D02", "D03"]),  # 4/3 of a level, 1/3 of a level, nobody
        (Order.LOWEST, ["D02", "D01", "D03"]),
        (Order.TARGET, ["D01", "D02", "D03"]),
        (Order.MAP, ["D02", "D01", "D03"]),
    ],
)
def test_dimensions_come_in_the_order_asked_for(order, expected):
    found = in_order(INSTRUMENT, ROUND, order, against_map={"D02.1"})
    assert [one.dimension_id for one in found] == expected


def test_how_far_apart_is_the_widest_of_its_items():
    assert apart(ROUND, "D01", INSTRUMENT) == pytest.approx(4 / 3)
    assert math.isnan(apart(ROUND, "D03", INSTRUMENT))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((3,), None),
        ((3, 3, 3), "You are close together: 1 level was chosen."),
        ((2, 3, 4), "You see it in different ways: 3 levels were chosen."),  # 2/3 of a level
        ((1, 3, 5), "You are split: 3 levels were chosen."),
    ],
)
def test_agreement_is_said_in_words_with_the_number_of_levels(levels, expected):
    assert in_agreement(item("D01.1", *levels)) == expected
