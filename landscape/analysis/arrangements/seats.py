"""Seats in cells of a fixed size: who comes later gets a free one, and nobody is asked to move."""

import math
import zlib
from collections.abc import Sequence
from typing import Final

import numpy as np

from landscape.analysis.arrays import Floats, Ints
from landscape.analysis.layout_spots import GOLDEN_ANGLE, seeds, seeds_within

_PROBES: Final = 2  # seats tried before the next level
_FULL: Final = 4  # times as many as there are seats have come: asking for one is in vain
_STIR: Final = 0x9E3779B1
_MIX: Final = 0x85EBCA6B
_WORD: Final = 0xFFFFFFFF


def taken(ids: Sequence[str], cell: Ints, first: Ints) -> Ints:
    """The number of the seat that each takes in their cell, shape (ids,).

    In order of arrival everybody asks for a few seats that follow from their id, and takes the
    first free one: among the `first` of the cell, then among twice as many, and so on. So a
    newcomer moves nobody, and where somebody leaves, at most a few move up.

    Parameters
    ----------
    ids : sequence of str
        In order of arrival.
    cell : array of int, shape (ids,)
    first : array of int, shape (cells,)
        How many seats those who come first choose from.
    """
    occupied: list[set[int]] = [set() for _ in range(len(first))]
    sizes = first.tolist()
    asked = zip(ids, cell.tolist(), strict=True)
    return np.array(
        [_ask(zlib.crc32(id_.encode()), occupied[at], sizes[at]) for id_, at in asked],
        dtype=np.int64,
    )


def _ask(code: int, occupied: set[int], size: int) -> int:
    number = 0
    while size * _FULL < len(occupied):
        size, number = size * 2, number + _PROBES
    while True:
        for _ in range(_PROBES):
            mixed = ((code ^ (number * _STIR & _WORD)) * _MIX) & _WORD
            seat = ((mixed >> 15) ^ mixed) % size
            if seat not in occupied:
                occupied.add(seat)
                return seat
            number += 1
        size *= 2


def spread(seat: Ints, across: Ints, down: Ints) -> Floats:
    r"""Where a seat lies in its cell, from 0 to 1 across and down, shape (seats, 2).

    The cell is cut into `across` times `down` tiles, about square. Seats go round the tiles, and
    in each of them follow the R2 sequence [1]_, of which any first few lie far apart:

    .. math:: (1/2 + k / \rho, \; 1/2 + k / \rho^2) \bmod 1, \quad \rho^3 = \rho + 1

    References
    ----------
    .. [1] Roberts, M. (2018). The unreasonable effectiveness of quasirandom sequences.
    """
    tiles = across * down
    tile, turn = seat % tiles, seat // tiles
    # Neighbouring tiles are not filled one after the other.
    tile = (tile * _steps(tiles)) % tiles
    x = (tile % across + (0.5 + turn * _ACROSS) % 1.0) / across
    # Beside each other none stand at one height: a line between two would run through the rest.
    y = (tile // across + (0.5 + (tile % across) * _STAGGER + turn * _DOWN) % 1.0) / down
    return np.column_stack([x, y])


_ACROSS: Final = 0.7548776662466927
_DOWN: Final = 0.5698402909980532
_STAGGER: Final = 0.382


def _steps(tiles: Ints) -> Ints:
    """A number near 0.618 of `tiles` that has no divisor in common with it."""
    found = {}
    for count in np.unique(tiles).tolist():
        step = max(1, round(count * 0.618))
        while math.gcd(step, count) != 1:
            step += 1
        found[count] = step
    return np.array([found[count] for count in tiles.tolist()], dtype=np.int64)


def in_boxes(
    ids: Sequence[str], box: Ints, boxes: Floats, *, sides: float, top: float, foot: float
) -> Floats:
    """Where each stands in their box, shape (ids, 2); `ids` are in order of arrival.

    `boxes` are x, y, width and height, shape (boxes, 4). What stays free of each on both sides, at
    the top and at the foot is given as a share of its width and height.
    """
    width, height = boxes[:, 2] * (1 - 2 * sides), boxes[:, 3] * (1 - top - foot)
    across = np.maximum(1, np.round(width / height)).astype(np.int64)
    at = spread(taken(ids, box, across), across[box], np.ones_like(box))
    return np.column_stack(
        [
            boxes[box, 0] + boxes[box, 2] * sides + at[:, 0] * width[box],
            boxes[box, 1] + boxes[box, 3] * top + at[:, 1] * height[box],
        ]
    )


def heap(seat: Ints, spacing: float, radius: float) -> Floats:
    """Where a seat lies around a spot, shape (seats, 2): seat 0 on it, the next close by.

    Seeds of a sunflower as long as they lie within `radius`; what comes then lies between them.
    """
    room = seeds_within(radius, spacing)
    sown = seeds(0, room, spacing)
    places = sown[np.minimum(seat, room - 1)]
    more = seat >= room
    if more.any():
        turn = seat[more].astype(np.float64)
        far = radius * np.sqrt((turn * _ACROSS) % 1.0)
        around = turn * GOLDEN_ANGLE
        places[more] = np.column_stack([far * np.cos(around), far * np.sin(around)])
    return places
