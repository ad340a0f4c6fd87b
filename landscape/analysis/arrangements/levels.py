"""Levels of scale as bands, international above and person below, and one for the rest."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from landscape.analysis.arranged import Ground
from landscape.analysis.arrangements.seats import in_boxes
from landscape.analysis.arrays import Floats, Ints
from landscape.model.scales import Level

# Every band is as high as the others, whoever is in it: one that grew would move those below.
_WIDE: Final = 108.0
_HIGH: Final = 7.0
_GAP: Final = 0.8
_NAME: Final = 13.0  # of a band's width, where its name stands

LEVELS: Final = (*(level.value for level in reversed(Level)), "")
NAMES: Final = (*(level.value.capitalize() for level in reversed(Level)), "Level not recorded")


def bands(levels: Sequence[str]) -> Ints:
    """The number of the band of each, from the top; the last for one that is none of ours."""
    number = {level: band for band, level in enumerate(LEVELS)}
    return np.array([number.get(level, len(LEVELS) - 1) for level in levels], dtype=np.int64)


def seats(ids: Sequence[str], band: Ints) -> Floats:
    """Where each stands in their band, shape (ids, 2); `ids` are in order of arrival."""
    boxes = [(one.x + _NAME, one.y, one.w - _NAME, one.h) for one in grounds()]
    return in_boxes(ids, band, np.array(boxes), sides=0.01, top=0.13, foot=0.13)


def grounds() -> tuple[Ground, ...]:
    """The bands in the order of their numbers."""
    return tuple(
        Ground(kind="band", x=0.0, y=row * (_HIGH + _GAP), w=_WIDE, h=_HIGH, label=name)
        for row, name in enumerate(NAMES)
    )
