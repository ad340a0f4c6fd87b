"""Filters keep whom they say; compared with looking at one stakeholder after the other."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landscape.model.map_look import FieldFilter
from landscape.services.map_fields import key_of
from landscape.services.map_filters import keeps, keeps_in_words
from landscape.store.base import Store
from tests.services.shown_map import shown

TEXTS = pd.Series(["a", "b", None, "a"], dtype="str")
NUMBERS = pd.Series([1.0, 2.5, math.nan, 0.0])
FEW_TEXTS = st.one_of(st.none(), st.sampled_from(["a", "b", "ab", "1", "not recorded"]))
FEW_NUMBERS = st.one_of(
    st.just(math.nan), st.sampled_from([-1.0, 0.0, 0.1, 1.0, 2.0]), st.floats(-5, 5)
)
BOUND = st.one_of(st.none(), st.sampled_from([-1.0, 0.0, 0.1, 1.0]), st.floats(-5, 5))


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (FieldFilter(field="f", values=("a",)), [True, False, False, True]),
        (FieldFilter(field="f", values=("a",), missing=True), [True, False, True, True]),
        (FieldFilter(field="f", values=("a", "")), [True, False, True, True]),
        (FieldFilter(field="f", values=("gone",)), [False, False, False, False]),
        (FieldFilter(field="f"), [True, True, False, True]),
        (FieldFilter(field="f", missing=True), [False, False, True, False]),
        (FieldFilter(field="f", values=("",)), [False, False, True, False]),
    ],
)
def test_texts(asked: FieldFilter, kept: list[bool]) -> None:
    assert keeps(TEXTS, asked).tolist() == kept


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (FieldFilter(field="f", least=1.0), [True, True, False, False]),
        (FieldFilter(field="f", most=1.0), [True, False, False, True]),
        (FieldFilter(field="f", least=0.0, most=1.0, missing=True), [True, False, True, True]),
        (FieldFilter(field="f", least=9.0), [False, False, False, False]),
        (FieldFilter(field="f", values=("2.5", "0")), [False, True, False, True]),
        (FieldFilter(field="f", values=("many",)), [False, False, False, False]),
    ],
)
def test_numbers(asked: FieldFilter, kept: list[bool]) -> None:
    """A stated zero is a number like any other; what is not recorded is none."""
    assert keeps(NUMBERS, asked).tolist() == kept


@given(
    st.lists(FEW_TEXTS),
    st.lists(st.sampled_from(["a", "b", "1", "c"]), min_size=1),
    st.booleans(),
)
def test_texts_are_kept_one_by_one(
    held: list[str | None], values: list[str], missing: bool
) -> None:
    asked = FieldFilter(field="f", values=tuple(values), missing=missing)
    expected = [missing if one is None else one in values for one in held]
    assert keeps(pd.Series(held, dtype="str"), asked).tolist() == expected


@given(st.lists(FEW_NUMBERS), BOUND, BOUND, st.booleans())
def test_numbers_are_kept_one_by_one(
    held: list[float], least: float | None, most: float | None, missing: bool
) -> None:
    asked = FieldFilter(field="f", least=least, most=most, missing=missing)
    if least is None and most is None:
        expected = [math.isnan(one) == missing for one in held]
    else:
        expected = [
            missing
            if math.isnan(one)
            else (least is None or one >= least) and (most is None or one <= most)
            for one in held
        ]
    assert keeps(pd.Series(held, dtype="float64"), asked).tolist() == expected


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_every_number_is_found_again_by_its_key(held: list[float]) -> None:
    values = pd.Series(held)
    for number in held:
        kept = keeps(values, FieldFilter(field="f", values=(key_of(number),)))
        assert kept.tolist() == [one == number for one in held]


def test_what_two_filters_keep_is_what_both_keep() -> None:
    parts = [FieldFilter(field="f", least=1.0), FieldFilter(field="f", most=2.0)]
    both = np.logical_and.reduce([keeps(NUMBERS, part) for part in parts])
    assert both.tolist() == keeps(NUMBERS, FieldFilter(field="f", least=1.0, most=2.0)).tolist()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (FieldFilter(field="kind", values=("organisation",)), "Only kind: organisation."),
        (
            FieldFilter(field="group", values=("c_media", "c_farm"), missing=True),
            "Only group: Media or Farmers or not recorded.",
        ),
        (FieldFilter(field="influence", least=2.0, most=5.0), "Only influence: from 2 to 5 high."),
        (FieldFilter(field="influence", least=2.0), "Only influence: at least 2."),
        (FieldFilter(field="influence", most=2.0), "Only influence: at most 2."),
        (FieldFilter(field="kind"), "Only kind: recorded."),
        (FieldFilter(field="kind", missing=True), "Only kind: not recorded."),
        (FieldFilter(field="attribute:bank", values=("left",)), "Only bank: left."),
        (FieldFilter(field="side:b_bank", values=("left",)), "Only The river: left."),
        (FieldFilter(field="side:gone", values=("left",)), ""),
    ],
)
def test_a_filter_in_words(store: Store, small_town: str, asked: FieldFilter, words: str) -> None:
    snapshot, map_ = shown(store, small_town)
    assert keeps_in_words(snapshot, map_, asked) == words


def test_many_values_are_counted_and_numbers_read_as_such(store: Store, small_town: str) -> None:
    snapshot, map_ = shown(store, small_town)
    many = FieldFilter(field="attribute:bank", values=("a", "b", "c", "d", "e"))
    assert keeps_in_words(snapshot, map_, many) == "Only bank: a, b, c and 2 more."
    code = FieldFilter(field="attribute:bank", values=("007",))
    assert keeps_in_words(snapshot, map_, code) == "Only bank: 007."
    assert keeps_in_words(snapshot, map_, code, numbers=True) == "Only bank: 7."
