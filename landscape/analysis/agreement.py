"""Agreement: how far apart the ratings of one item are."""

import math
from collections.abc import Sequence
from enum import StrEnum

import numpy as np


class Agreement(StrEnum):
    """Words for how far apart ratings are."""

    CLOSE = "close"
    MIXED = "mixed"
    SPLIT = "split"


def average_deviation(levels: Sequence[int]) -> float:
    r"""Average deviation of ratings around their median.

    .. math:: AD_{Md} = \frac{1}{n} \sum_i |x_i - \text{median}(x)|

    Parameters
    ----------
    levels : sequence of int
        The ratings of one item, each from 1 to 5.

    Returns
    -------
    float
        In levels, from 0.0 (all the same) to 2.0 (half at 1, half at 5). ``nan`` of fewer than two.

    References
    ----------
    .. [1] Burke, M. J., Finkelstein, L. M. and Dusig, M. S. (1999). On average deviation indices
       for estimating interrater agreement. Organizational Research Methods 2(1), 49-68.
    """
    if len(levels) < 2:
        return math.nan
    return float(np.abs(np.asarray(levels) - np.median(levels)).mean())


def agreement(levels: Sequence[int]) -> Agreement | None:
    """The word for the average deviation: to 0.4 close, to 0.8 mixed, else split; None of one."""
    apart = average_deviation(levels)
    if math.isnan(apart):
        return None
    if apart <= 0.4:
        return Agreement.CLOSE
    return Agreement.MIXED if apart <= 0.8 else Agreement.SPLIT
