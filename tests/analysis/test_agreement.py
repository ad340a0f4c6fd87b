"""Expected values by hand from Burke, Finkelstein and Dusig (1999)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landscape.analysis.agreement import Agreement, agreement, average_deviation


@pytest.mark.parametrize(
    ("levels", "apart", "word"),
    [
        ([3, 3, 3], 0.0, Agreement.CLOSE),
        ([3, 3, 3, 4, 2], 0.4, Agreement.CLOSE),  # median 3: 1 + 1 over 5
        ([2, 3, 4], 2 / 3, Agreement.MIXED),
        ([1, 5], 2.0, Agreement.SPLIT),  # median 3: 2 + 2 over 2
        ([1, 1, 5, 5], 2.0, Agreement.SPLIT),
    ],
)
def test_average_deviation(levels, apart, word):
    assert average_deviation(levels) == pytest.approx(apart)
    assert agreement(levels) is word


@pytest.mark.parametrize("levels", [[], [4]])
def test_one_rating_agrees_with_nobody(levels):
    assert math.isnan(average_deviation(levels))
    assert agreement(levels) is None


@given(st.lists(st.integers(1, 5), min_size=2))
def test_it_lies_between_none_and_half_the_scale(levels):
    assert 0.0 <= average_deviation(levels) <= 2.0
