"""What the dot strip shows, read back from the figure."""

import math
from collections import Counter

from landscape.analysis.results import DimensionResult, ItemResult
from landscape.assessments import instruments
from landscape.charts.dotstrip import Row, dot_strip, dot_strip_alt, of_dimension, of_item
from landscape.model.scales import OffScale

INSTRUMENT = instruments()["convening-readiness"]
FIRST, SECOND = INSTRUMENT.dimensions[:2]


def row(*levels, name="Reading", centre=math.nan, low=math.nan, high=math.nan, **others):
    return Row(
        name=name,
        levels=levels,
        off_scale=Counter({OffScale(code): many for code, many in others.items()}),
        centre=centre,
        low=low,
        high=high,
    )


ROWS = [
    row(2, 2, 5, name="Calling", centre=2.0),
    row(4, name="Learning", centre=4.0, cant_say=2),
]


def test_every_answer_is_a_dot_on_its_level_and_none_hides_another():
    dots = dot_strip(INSTRUMENT, ROWS, dark=False).data[0]
    assert [round(x) for x in dots.x] == [2, 2, 5, 4]
    assert len(set(zip(dots.x, dots.y, strict=True))) == 4


def test_answers_off_the_scale_are_hollow_and_beyond_it():
    figure = dot_strip(INSTRUMENT, ROWS, dark=False)
    aside = figure.data[1]
    assert aside.marker.symbol == "circle-open"
    assert [round(x, 3) for x in aside.x] == [6.005, 6.195]
    assert figure.layout.xaxis.ticktext[-1] == "Can't say<br>yet"


def test_the_median_is_a_tick_where_more_than_one_answer_is_given():
    shapes = dot_strip(INSTRUMENT, ROWS, dark=False).layout.shapes
    assert [shape.x0 for shape in shapes if shape.line.width == 3] == [2.0]


def test_the_middle_half_is_a_band_from_four_answers_on():
    rows = [row(1, 2, 4, 5, centre=3.0, low=1.75, high=4.25), row(1, 2, 5, centre=2, low=1, high=5)]
    shapes = dot_strip(INSTRUMENT, rows, dark=False).layout.shapes
    assert [(one.x0, one.x1) for one in shapes if one.type == "rect"] == [(1.75, 4.25)]


def test_up_to_twelve_on_one_level_stand_in_lines_of_four():
    dots = dot_strip(INSTRUMENT, [row(*(3,) * 12, centre=3.0)], dark=False).data[0]
    assert len(set(zip(dots.x, dots.y, strict=True))) == 12
    assert len({round(y, 3) for y in dots.y}) == 3
    assert max(abs(x - 3) for x in dots.x) < 0.4


def test_of_a_hundred_a_count_stands_on_each_level():
    many = row(*(2,) * 60, *(3,) * 40, centre=2.0, low=2.0, high=3.0, cant_say=15)
    figure = dot_strip(INSTRUMENT, [many], dark=False)
    assert list(figure.data[0].text) == ["60", "40"]
    assert list(figure.data[0].x) == [2.0, 3.0]
    assert [trace.text for trace in figure.data if trace.mode == "markers+text"][1] == ("  15",)


def test_an_instrument_of_two_levels_has_two():
    gate = instruments()["gathering-gate"]
    figure = dot_strip(gate, [row(1, 2, 2, cant_say=1)], dark=True)
    assert figure.layout.xaxis.ticktext == ("1<br>Not yet", "2<br>Yes", "Can't say<br>yet")
    assert list(figure.data[1].x) == [3.1]


def test_the_words_say_what_the_picture_shows():
    assert dot_strip_alt(INSTRUMENT, ROWS) == (
        "Answers by dimension. Calling: 2 at 2 (Starting), 1 at 5 (Shared), median 2; "
        "Learning: 1 at 4 (Broad and checked), 2 can't say yet."
    )


def test_no_answers_are_an_empty_strip():
    empty = row(name="Calling", unanswered=1)
    assert list(dot_strip(INSTRUMENT, [empty], dark=True).data[0].x) == []
    assert dot_strip_alt(INSTRUMENT, [empty]).endswith("Calling: 1 not answered.")


def test_a_row_is_called_by_its_dimension_or_its_statement():
    parts = {"levels": (2,), "off_scale": Counter(), "centre": 2.0, "low": 2.0, "high": 2.0}
    dimension = DimensionResult(dimension_id=FIRST.id, people=1, **parts)
    assert of_dimension(INSTRUMENT, dimension).name == FIRST.title
    item = INSTRUMENT.items[0]
    assert (
        of_item(INSTRUMENT, ItemResult(item_id=item.id, texts={}, **parts)).name == item.statement
    )


def test_what_is_called_by_people_is_no_markup():
    figure = dot_strip(INSTRUMENT, [row(2, name="<b>Calling</b>")], dark=False)
    assert figure.layout.yaxis.ticktext == ("\u2039b\u203aCalling\u2039/b\u203a",)
