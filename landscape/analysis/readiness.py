"""Readiness: which dimensions come first, and where what people say and the map are apart."""

import math
from collections.abc import Sequence
from typing import Final

from landscape.analysis.results import DimensionResult
from landscape.model.instrument import Instrument

# Of five levels: to LOW something should be done first, to MIDDLING there is room to stretch.
LOW: Final = 2.0
MIDDLING: Final = 3.0
TOGETHER_IN_DOUBT: Final = 2


def in_order_of_first_steps(
    instrument: Instrument, dimensions: Sequence[DimensionResult]
) -> tuple[DimensionResult, ...]:
    """Dimensions in the order in which first steps make sense; any-time ones come last."""
    order = {dimension_id: at for at, dimension_id in enumerate(instrument.first_steps_order)}
    return tuple(sorted(dimensions, key=lambda one: order.get(one.dimension_id, len(order))))


def is_low(instrument: Instrument, centre: float) -> bool:
    """Whether something should be done first: in the lowest quarter of the levels; not where nan.

    That is up to `LOW` of five levels, and below the middle of two.
    """
    return centre <= _at(instrument, LOW)


def is_middling(instrument: Instrument, centre: float) -> bool:
    """Whether there is room to stretch: up to the middle of the levels, and not low."""
    return _at(instrument, LOW) < centre <= _at(instrument, MIDDLING)


def _at(instrument: Instrument, of_five: float) -> float:
    return 1 + (of_five - 1) * (len(instrument.levels) - 1) / 4


def contradicts(centre: float, band: int | None) -> bool:
    """Whether what people said and what the map shows are two levels or more apart."""
    return band is not None and not math.isnan(centre) and abs(centre - band) >= TOGETHER_IN_DOUBT
