"""What the dot strip shows, read back from the figure."""

from collections import Counter

from landscape.analysis.readiness import DimensionReading
from landscape.assessments import instruments
from landscape.charts.dotstrip import dot_strip, dot_strip_alt
from landscape.model.scales import OffScale

INSTRUMENT = instruments()["convening-readiness"]
FIRST, SECOND = INSTRUMENT.dimensions[:2]
READINGS = [
    DimensionReading(dimension=FIRST, levels=(2, 2, 5), centre=2.0, off_scale=Counter()),
    DimensionReading(
        dimension=SECOND,
        levels=(4,),
        centre=4.0,
        off_scale=Counter({OffScale.CANT_SAY: 2}),
    ),
]


def test_every_answer_is_a_dot_on_its_level_and_none_hides_another():
    dots = dot_strip(INSTRUMENT, READINGS, dark=False).data[0]
    assert [round(x) for x in dots.x] == [2, 2, 5, 4]
    assert len(set(zip(dots.x, dots.y, strict=True))) == 4


def test_answers_off_the_scale_are_hollow_and_beyond_it():
    figure = dot_strip(INSTRUMENT, READINGS, dark=False)
    aside = figure.data[1]
    assert aside.marker.symbol == "circle-open"
    assert min(aside.x) > 5
    assert figure.layout.xaxis.ticktext[-1] == "Can't say<br>yet"


def test_the_median_is_a_tick_where_more_than_one_person_answered():
    shapes = dot_strip(INSTRUMENT, READINGS, dark=False).layout.shapes
    medians = [shape.x0 for shape in shapes if shape.line.width == 3]
    assert medians == [2.0]


def test_the_words_say_what_the_picture_shows():
    assert dot_strip_alt(INSTRUMENT, READINGS) == (
        f"Answers by dimension. {FIRST.title}: 2 at 2 (Starting), 1 at 5 (Shared); "
        f"{SECOND.title}: 1 at 4 (Broad and checked), 2 can't say yet."
    )


def test_many_answers_on_one_level_stand_in_lines_of_five():
    many = DimensionReading(dimension=FIRST, levels=(3,) * 12, centre=3.0, off_scale=Counter())
    dots = dot_strip(INSTRUMENT, [many], dark=False).data[0]
    assert len(set(zip(dots.x, dots.y, strict=True))) == 12
    assert sorted({round(y, 2) for y in dots.y}) == [-0.27, 0.0, 0.27]
    assert max(abs(x - 3) for x in dots.x) < 0.4


def test_no_answers_are_an_empty_strip():
    empty = DimensionReading(
        dimension=FIRST, levels=(), centre=float("nan"), off_scale=Counter({OffScale.UNANSWERED: 1})
    )
    assert list(dot_strip(INSTRUMENT, [empty], dark=True).data[0].x) == []
    assert dot_strip_alt(INSTRUMENT, [empty]).endswith(f"{FIRST.title}: 1 not answered.")
