"""The grid of influence and interest: a cell for each two ratings, and a band for the rest."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from landscape.analysis.arranged import Ground
from landscape.analysis.arrangements.seats import in_boxes
from landscape.analysis.arrays import Floats, Ints

RATINGS: Final = 5
BESIDE: Final = RATINGS * RATINGS  # the number of the band of those without both ratings
# The frame is about as wide as a page. A cell has its size whoever stands in it, as one that grew
# would move those in the others.
_WIDE: Final = 21.0
_HIGH: Final = 10.0
_BAND_HIGH: Final = 9.0
_GAP: Final = 1.5
_SIDE: Final = 0.07  # of a cell's width that stays free on each side
_TOP: Final = 0.24  # of a cell's height, for its name
_FOOT: Final = 0.1
_WORDS: Final = ("1 low", "2", "3", "4", "5 high")


def cells(influence: Floats, interest: Floats) -> Ints:
    """The number of the cell of each, row by row from influence 5 and interest 1.

    :data:`BESIDE` for those of whom one of both is not recorded.
    """
    known = np.isfinite(influence) & np.isfinite(interest)
    row = RATINGS - np.where(known, influence, 1).astype(np.int64)
    column = np.where(known, interest, 1).astype(np.int64) - 1
    return np.where(known, row * RATINGS + column, BESIDE)


def seats(ids: Sequence[str], cell: Ints) -> Floats:
    """Where each stands in their cell, shape (ids, 2); `ids` are in order of arrival."""
    boxes = np.array([(one.x, one.y, one.w, one.h) for one in grounds()])
    return in_boxes(ids, cell, boxes, sides=_SIDE, top=_TOP, foot=_FOOT)


def grounds() -> tuple[Ground, ...]:
    """The cells in the order of their numbers, and the band below them."""
    drawn = [
        Ground(
            kind="cell",
            x=column * _WIDE,
            y=row * _HIGH,
            w=_WIDE,
            h=_HIGH,
            label=_label(RATINGS - row, column + 1),
        )
        for row in range(RATINGS)
        for column in range(RATINGS)
    ]
    band = Ground(
        kind="band",
        x=0.0,
        y=RATINGS * _HIGH + _GAP,
        w=RATINGS * _WIDE,
        h=_BAND_HIGH,
        label="Influence or interest not recorded",
    )
    return (*drawn, band)


def _label(influence: int, interest: int) -> str:
    """What the cell says: both ratings are named once, along the left side and along the foot."""
    said = []
    if interest == 1:
        said.append(f"Influence {_WORDS[influence - 1]}")
    if influence == 1:
        said.append(f"interest {_WORDS[interest - 1]}")
    words = ", ".join(said)
    return words[:1].upper() + words[1:]
