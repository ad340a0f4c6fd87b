"""Which dimensions come first; expected values by hand."""

import math

import pytest

from landscape.analysis.readiness import contradicts, in_order_of_first_steps, is_low, is_middling
from landscape.analysis.scoring import dimension_results
from landscape.assessments import instruments

INSTRUMENT = instruments()["convening-readiness"]
GATE = instruments()["gathering-gate"]


def test_first_steps_read_the_landscape_before_inviting():
    found = dimension_results(INSTRUMENT, "quick", {})
    order = [one.dimension_id for one in in_order_of_first_steps(INSTRUMENT, found)]
    assert order == [
        "D02", "D03", "D05", "D04", "D06", "D08", "D09", "D07", "D10", "D11", "D01", "D12"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("instrument", "centre", "low", "middling"),
    [
        (INSTRUMENT, 2.0, True, False),
        (INSTRUMENT, 2.5, False, True),
        (INSTRUMENT, 3.0, False, True),
        (INSTRUMENT, 3.5, False, False),
        (GATE, 1.0, True, False),
        (GATE, 1.5, False, True),  # as many for it as against it
        (GATE, 2.0, False, False),
        (INSTRUMENT, math.nan, False, False),  # missing is not low
    ],
)
def test_low_and_middling_are_shares_of_an_instruments_own_levels(
    instrument, centre, low, middling
):
    assert is_low(instrument, centre) is low
    assert is_middling(instrument, centre) is middling


@pytest.mark.parametrize(
    ("centre", "band", "expected"),
    [(4, 2, True), (4, 3, False), (1.5, 3, False), (math.nan, 1, False), (4, None, False)],
)
def test_two_levels_apart_is_worth_a_question(centre, band, expected):
    assert contradicts(centre, band) is expected
