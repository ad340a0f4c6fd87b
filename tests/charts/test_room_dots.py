"""What a room sees of one question, read back from the figure."""

import math
from collections import Counter

import pytest

from landscape.analysis.results import ItemResult
from landscape.assessments import instruments
from landscape.charts.room_dots import room_dots, room_dots_alt
from landscape.model.scales import OffScale

INSTRUMENT = instruments()["convening-readiness"]
ITEM = INSTRUMENT.items[0]


def found(*levels: int, aside: Counter[OffScale] | None = None, centre: float) -> ItemResult:
    return ItemResult(
        item_id=ITEM.id,
        levels=levels,
        off_scale=aside or Counter(),
        texts={},
        centre=centre,
        low=math.nan,
        high=math.nan,
    )


def test_every_answer_is_a_dot_beside_its_sentence_and_none_hides_another():
    dots = room_dots(INSTRUMENT, found(2, 2, 5, centre=2.0), dark=False).data[0]
    assert list(zip(dots.x, dots.y, strict=True)) == [(1, 2), (2, 2), (1, 5)]


def test_the_sentences_stand_whole_beside_the_dots():
    axis = room_dots(INSTRUMENT, found(2, centre=2.0), dark=False).layout.yaxis
    assert list(axis.tickvals) == [1, 2, 3, 4, 5]
    shown = [text.replace("<br>", " ") for text in axis.ticktext]
    assert shown == [f"{anchor.level} · {anchor.text}" for anchor in ITEM.anchors]


def test_other_answers_are_hollow_and_below_the_sentences():
    aside = Counter({OffScale.CANT_SAY: 2})
    figure = room_dots(INSTRUMENT, found(3, aside=aside, centre=3.0), dark=False)
    hollow = figure.data[1]
    assert hollow.marker.symbol == "circle-open"
    assert list(zip(hollow.x, hollow.y, strict=True)) == [(1, 0), (2, 0)]
    assert figure.layout.yaxis.ticktext[-1] == "Can't say yet"


@pytest.mark.parametrize(("centre", "lines"), [(2.5, [2.5]), (math.nan, [])])
def test_a_line_stands_at_the_median_where_there_is_one(centre, lines):
    shapes = room_dots(INSTRUMENT, found(2, 3, centre=centre), dark=True).layout.shapes
    assert [shape.y0 for shape in shapes] == lines


def test_the_picture_is_told_in_words():
    said = room_dots_alt(
        INSTRUMENT, found(1, 1, 2, aside=Counter({OffScale.NO_ANSWER: 1}), centre=1.0)
    )
    first, second = (anchor.text.rstrip(".") for anchor in ITEM.anchors[:2])
    assert said == (f"{ITEM.statement} 2 at 1, {first}; 1 at 2, {second}; 1 prefer not to say.")


def test_on_a_phone_sentences_run_in_short_lines_and_stay_whole():
    figure = room_dots(INSTRUMENT, found(2, centre=2.0), dark=False, narrow=True)
    lines = [line for text in figure.layout.yaxis.ticktext for line in text.split("<br>")]
    assert max(map(len, lines)) <= 24
    shown = [text.replace("<br>", " ") for text in figure.layout.yaxis.ticktext]
    assert shown == [f"{anchor.level} · {anchor.text}" for anchor in ITEM.anchors]


def test_in_a_large_room_dots_are_smaller_so_that_none_hides_another():
    few = room_dots(INSTRUMENT, found(*[3] * 12, centre=3.0), dark=False).data[0].marker.size
    many = room_dots(INSTRUMENT, found(*[3] * 48, centre=3.0), dark=False).data[0].marker.size
    assert (few, many) == (24.0, 6.0)
