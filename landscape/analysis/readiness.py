"""Readiness: what the answers of a round say about each dimension; never a total."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import pandas as pd

from landscape.model.instrument import Dimension, Instrument, Item
from landscape.model.scales import OffScale

LOW: Final = 2.0
MIDDLING: Final = 3.0
TOGETHER_IN_DOUBT: Final = 2


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


def in_order_of_first_steps(
    instrument: Instrument, readings: Sequence[DimensionReading]
) -> tuple[DimensionReading, ...]:
    """Readings in the order in which first steps make sense; any-time ones come last."""
    order = {dimension_id: at for at, dimension_id in enumerate(instrument.first_steps_order)}
    return tuple(sorted(readings, key=lambda reading: order.get(reading.dimension.id, len(order))))


def contradicts(centre: float, band: int | None) -> bool:
    """Whether what people said and what the map shows are two levels or more apart."""
    return band is not None and not math.isnan(centre) and abs(centre - band) >= TOGETHER_IN_DOUBT
