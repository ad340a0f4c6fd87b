"""What values become on the map. Expected: steps and filters worked out by hand in each test."""

import numpy as np
import pandas as pd

from landscape.model.map_look import FieldFilter
from landscape.ui.map_coding import Coding, coding_of_kinds, coding_of_steps, toggled


def said(value):
    return str(value)


def kinds(values):
    return coding_of_kinds("kind", "Kind", pd.Series(values, dtype="str"), said)


def steps(values):
    return coding_of_steps("size", "Size", pd.Series(values, dtype="float64"), said)


def told(coding: Coding):
    return [(mark.key, mark.label, mark.count) for mark in coding.marks]


def test_the_value_that_most_have_comes_first_and_what_is_not_recorded_last():
    coding = kinds(["b", "a", None, "b", "c"])
    assert told(coding) == [
        ("b", "b", 2),
        ("a", "a", 1),
        ("c", "c", 1),
        ("", "Not recorded", 1),
    ]
    assert coding.code.tolist() == [0, 1, 3, 0, 2]


def test_kinds_have_the_colours_of_the_palette_and_from_the_tenth_on_another_shape():
    coding = kinds([f"v{at:02}" for at in range(10)])
    styles = [mark.style for mark in coding.marks]
    assert (styles[0].colour, styles[0].shape) == ("#332288", "circle")
    assert (styles[9].colour, styles[9].shape) == ("#332288", "square")


def test_few_different_numbers_are_a_step_each():
    coding = steps([3, 1, 3, np.nan])
    assert told(coding) == [("1.0..1.0", "1.0", 1), ("3.0..3.0", "3.0", 2), ("", "Not recorded", 1)]
    assert coding.code.tolist() == [1, 0, 1, 2]


def test_many_numbers_are_five_steps_with_about_as_many_in_each():
    coding = steps(range(10))
    assert [(mark.label, mark.count) for mark in coding.marks] == [
        ("0 to 1", 2),
        ("2 to 3", 2),
        ("4 to 5", 2),
        ("6 to 7", 2),
        ("8 to 9", 2),
    ]
    assert coding.code.tolist() == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_steps_stay_in_order_where_most_have_the_same_number():
    coding = steps([0.0] * 50 + [1, 2, 3, 4, 5, 6])
    spans = [(mark.least, mark.most) for mark in coding.marks]
    assert spans == [(0.0, 0.0), (1.0, 6.0)]
    assert sum(mark.count for mark in coding.marks) == 56


def test_nothing_recorded_at_all_is_one_mark():
    assert told(steps([np.nan, np.nan])) == [("", "Not recorded", 2)]
    assert told(kinds([None])) == [("", "Not recorded", 1)]
    assert told(kinds([])) == []


def test_pressing_a_kind_hides_it_and_pressing_it_again_brings_all_back():
    coding = kinds(["a", "a", "b", None])
    without = toggled(coding, None, "a")
    assert without == FieldFilter(field="kind", values=("b",), missing=True)
    assert [mark.is_hidden(without) for mark in coding.marks] == [True, False, False]
    assert toggled(coding, without, "a") is None


def test_pressing_what_is_not_recorded_leaves_out_those_without():
    coding = kinds(["a", "b", None])
    recorded = toggled(coding, None, "")
    assert recorded == FieldFilter(field="kind")
    assert [mark.is_hidden(recorded) for mark in coding.marks] == [False, False, True]
    assert toggled(coding, recorded, "") is None


def test_hiding_the_last_one_shows_everybody():
    coding = kinds(["a", "b"])
    assert toggled(coding, FieldFilter(field="kind", values=("b",)), "b") is None


def test_a_step_that_is_pressed_stays_alone_and_pressed_again_brings_all_back():
    coding = steps(range(10))
    alone = toggled(coding, None, "4.0..5.0")
    assert alone == FieldFilter(field="size", least=4.0, most=5.0)
    assert [mark.is_hidden(alone) for mark in coding.marks] == [True, True, False, True, True]
    assert toggled(coding, alone, "4.0..5.0") is None


def test_a_hidden_step_comes_back_with_those_between():
    coding = steps(range(10))
    wider = toggled(coding, FieldFilter(field="size", least=0.0, most=1.0), "4.0..5.0")
    assert wider == FieldFilter(field="size", least=0.0, most=5.0)


def test_a_mark_that_is_not_there_changes_nothing():
    asked = FieldFilter(field="kind", values=("b",))
    assert toggled(kinds(["a", "b"]), asked, "z") == asked
