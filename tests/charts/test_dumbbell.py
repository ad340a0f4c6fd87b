"""What the dumbbell shows, read back from the figure."""

import math

from landscape.assessments import instruments
from landscape.charts.dumbbell import Pair, dumbbell, dumbbell_alt

INSTRUMENT = instruments()["convening-readiness"]
PAIRS = [
    Pair(name="Calling", start=2.0, end=3.5),
    Pair(name="Learning", start=4.0, end=3.0, broken=True),
    Pair(name="Power", start=math.nan, end=2.0),
    Pair(name="Value", start=3.0, end=3.0),
]


def test_a_line_joins_two_ends_that_mean_the_same():
    lines = dumbbell(INSTRUMENT, PAIRS, dark=False).data[0]
    assert list(lines.x) == [2.0, 3.5, None, 3.0, 3.0, None]
    assert list(lines.y) == [0, 0, None, 3, 3, None]


def test_starts_are_hollow_and_ends_filled():
    _, starts, ends = dumbbell(INSTRUMENT, PAIRS, dark=False).data
    assert (starts.marker.symbol, ends.marker.symbol) == ("circle-open", "circle")
    assert list(starts.x) == [2.0, 4.0, 3.0]
    assert list(ends.x) == [3.5, 3.0, 2.0, 3.0]
    assert starts.marker.size > ends.marker.size


def test_the_words_say_what_the_picture_shows():
    assert dumbbell_alt(PAIRS, start="then", end="now") == (
        "Medians, then and now. Calling: then 2, now 3.5; "
        "Learning: then 4, now 3, not comparable; "
        "Power: then nothing to show, now 2; Value: then 3, now 3."
    )


def test_names_are_no_markup():
    figure = dumbbell(INSTRUMENT, [Pair(name="<i>x</i>", start=1, end=2)], dark=True)
    assert figure.layout.yaxis.ticktext == ("\u2039i\u203ax\u2039/i\u203a",)
