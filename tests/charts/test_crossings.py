"""What the matrix shows, read back from the figure."""

import json
from collections import Counter

import pandas as pd

from landscape.analysis.boundaries import crossings
from landscape.charts.crossings import MOST_SIDES, crossings_alt, crossings_matrix
from tests.analysis.frames import relationships, stakeholders

HOSTILE = '<a href="https://evil.example">%{customdata}</a>'


def counted(placed, ends=(), answered=()):
    people = stakeholders(
        {key: {"asked": "answered" if key in answered else "not_asked"} for key in placed}
    )
    return crossings(people, relationships(list(ends)), pd.Series(placed, dtype="str"))


SMALL = counted(
    {"a": "NGO", "b": "NGO", "c": "Media", "d": "Research", "e": "Media"}, ["a d"], answered="a"
)


def texts(figure):
    return [words for trace in figure.data[1:] if trace.mode == "text" for words in trace.text]


def test_counts_stand_in_the_cells_and_silences_say_which_they_are():
    figure = crossings_matrix(SMALL, dark=False)
    assert [list(row) for row in figure.data[0].z] == [
        [None, None, None],
        [None, None, 1],
        [None, 1, None],
    ]
    # Media-Media not asked, Media-NGO none reported, Media-Research not asked, within NGO none ...
    assert Counter(texts(figure)) == {
        "not<br>asked": 3,  # Media within and with Research, both ways
        "none<br>reported": 3,  # NGO within and with Media, both ways
        "one<br>alone": 1,  # Research within
    }


def test_the_title_says_the_finding():
    assert crossings_matrix(SMALL, dark=True).layout.title.text == (
        "Most run between NGO and Research: 1."
    )


def test_cells_that_were_not_asked_are_hatched():
    drawn = crossings_matrix(SMALL, dark=False).data[1:]
    lines = [trace for trace in drawn if trace.mode == "lines"]
    none_reported, not_asked = lines
    assert none_reported.line.dash == "dot"
    assert none_reported.x.count(None) == 3 * 4  # three squares
    assert not_asked.x.count(None) == 3 * (4 + 8)  # three squares with eight strokes each


def test_names_cannot_be_markup_or_templates():
    figure = crossings_matrix(
        counted({"a": HOSTILE, "b": "<img src=x onerror=alert(1)>"}), dark=False
    )
    drawn = json.loads(figure.to_json())
    ours = {"<br>", "<extra></extra>"}
    flat = json.dumps(drawn)
    for mark in ours:
        flat = flat.replace(mark, "")
    assert "<" not in flat
    assert figure.data[0].hovertemplate.count("customdata") == 3


def test_more_sides_than_can_be_read_are_left_to_the_table():
    many = counted({f"s{at}": f"side {at:02}" for at in range(30)})
    assert len(crossings_matrix(many, dark=False).layout.xaxis.ticktext) == MOST_SIDES


def test_the_words_say_what_the_picture_shows():
    assert crossings_alt(SMALL) == (
        "Relationships within and between sides. No one from Media or Research was asked; "
        "1 of 1 relationship reaches across. No relationship is reported between Media and NGO. "
        "Nobody was asked about relationships between Media and Research. "
        "Media: 0 within; NGO: 0 within; Research: 0 within."
    )


def test_nothing_placed_is_a_figure_without_cells():
    assert not crossings_matrix(counted({}), dark=False).data[0].z
