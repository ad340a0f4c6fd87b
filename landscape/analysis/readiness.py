"""Readiness: what the answers of a round say about each dimension; never a total."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, Protocol, TypeVar

import pandas as pd

from landscape.model.instrument import Dimension, Instrument, Item
from landscape.model.scales import OffScale

# Of five levels: to LOW something should be done first, to MIDDLING there is room to stretch.
LOW: Final = 2.0
MIDDLING: Final = 3.0
TOGETHER_IN_DOUBT: Final = 2


class OfDimension(Protocol):
    """Something that is said of one dimension."""

    @property
    def dimension_id(self) -> str:
        """The dimension that it is said of."""


Of = TypeVar("Of", bound=OfDimension)


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionReading:
    """The answers to one dimension: every level given, their centre, and the answers off the scale.

    `centre` is the median over persons of the median of each person's levels; nan when nobody
    answered at least half of the items that apply to them.
    """

    dimension: Dimension
    levels: tuple[int, ...]
    centre: float
    off_scale: Counter[OffScale]

    @property
    def dimension_id(self) -> str:
        """The dimension that was answered."""
        return self.dimension.id

    @property
    def low(self) -> bool:
        """Whether something should be done here first."""
        return self.centre <= LOW

    @property
    def middling(self) -> bool:
        """Whether there is room to stretch."""
        return LOW < self.centre <= MIDDLING


def read_round(
    instrument: Instrument, form: str, answers: pd.DataFrame
) -> tuple[DimensionReading, ...]:
    """One reading a dimension, in the instrument's order.

    Parameters
    ----------
    instrument : Instrument
        The version that the round was held on.
    form : str
        The form of the round, "quick" or "full".
    answers : pandas.DataFrame
        One row an answer, with `submission_id`, `item_id`, `level` and `off_scale`.

    Returns
    -------
    tuple of DimensionReading
        A person's dimension counts in the centre when they gave a level to at least half of the
        items that apply to them. Items without an answer are counted as unanswered. Nothing is
        imputed and nothing is added up over dimensions.

    References
    ----------
    .. [1] This project's rules for readiness: ordinal data have a median, and missing is not low.
    """
    submissions = sorted(set(answers["submission_id"].astype(str)))
    given = {
        (str(submission), str(item)): _answered(level, code)
        for submission, item, level, code in zip(
            answers["submission_id"],
            answers["item_id"],
            answers["level"],
            answers["off_scale"],
            strict=True,
        )
    }
    return tuple(
        _reading(dimension, instrument.items_of(dimension.id, form), submissions, given)
        for dimension in instrument.dimensions
    )


def _answered(level: object, code: object) -> int | OffScale:
    return OffScale(code) if isinstance(code, str) else int(str(level))


def _reading(
    dimension: Dimension,
    items: Sequence[Item],
    submissions: Sequence[str],
    given: Mapping[tuple[str, str], int | OffScale],
) -> DimensionReading:
    every: list[int] = []
    centres: list[float] = []
    off_scale: Counter[OffScale] = Counter()
    for submission in submissions:
        said = [given.get((submission, item.id), OffScale.UNANSWERED) for item in items]
        levels = [answer for answer in said if isinstance(answer, int)]
        codes = [answer for answer in said if isinstance(answer, OffScale)]
        every += levels
        off_scale.update(codes)
        applicable = len(said) - codes.count(OffScale.NOT_APPLICABLE)
        if levels and 2 * len(levels) >= applicable:
            centres.append(median(levels))
    return DimensionReading(
        dimension=dimension,
        levels=tuple(every),
        centre=median(centres) if centres else math.nan,
        off_scale=off_scale,
    )


def in_order_of_first_steps(instrument: Instrument, dimensions: Sequence[Of]) -> tuple[Of, ...]:
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
