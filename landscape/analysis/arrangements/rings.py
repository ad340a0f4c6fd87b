"""Rings around somebody: so many steps out as relationships lead, each group in its sector."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from landscape.analysis.arranged import Ground
from landscape.analysis.arrangements.seats import heap, in_boxes, spread, taken
from landscape.analysis.arrays import Bools, Floats, Ints

# Rims of the middle and of the rings of 1, 2, 3 and more steps. They never depend on who is there:
# a ring that fills up moves nobody. Most are one or two steps away: these rings have most room.
_RIMS: Final = ((0.0, 8.0), (9.0, 20.0), (20.0, 31.0), (31.0, 38.0), (38.0, 44.0))
FARTHEST: Final = 4  # the ring of all who are at least so many steps away
BEYOND: Final = 5  # the number of those whom no relationship leads to
# A page is wide and rings are round: beside them the rest stand in nobody's way, while a further
# ring for them would make all others smaller.
_BAND: Final = Ground(kind="band", x=48.0, y=-30.0, w=16.0, h=60.0, label="Not connected")
_NAMES: Final = ("", "1 step", "2 steps", "3 steps", "4 steps or more")
_INSET: Final = 0.08  # of a sector and of a ring, on each side, that stays free
_BETWEEN: Final = 2.2  # from one to the next in the middle
# Sectors there are room for: a group that is added gets a free one, until there is none.
_SECTORS: Final = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)


def steps_from(count: int, source: Ints, target: Ints, start: Bools) -> Ints:
    """How many relationships lead from `start` to each, shape (count,); -1 where none do.

    Whichever way a relationship points, it is walked both ways.
    """
    steps = np.where(start, 0, -1).astype(np.int64)
    reached = np.flatnonzero(start)
    ends = np.concatenate([source, target]), np.concatenate([target, source])
    fresh = start.copy()
    step = 0
    while len(reached):
        step += 1
        led = ends[1][fresh[ends[0]]]
        reached = np.unique(led[steps[led] < 0])
        steps[reached] = step
        fresh = np.zeros(count, dtype=bool)
        fresh[reached] = True
    return steps


def rings_of(steps: Ints) -> Ints:
    """The number of the ring of each, shape (steps,): 0 the middle, 5 for those not reached."""
    return np.where(steps < 0, BEYOND, np.minimum(steps, FARTHEST))


def seats(ids: Sequence[str], ring: Ints, sector: Ints, sectors: int) -> Floats:
    """Where each stands around (0, 0), shape (ids, 2), y downwards.

    Parameters
    ----------
    ids : sequence of str
        In order of arrival.
    ring : array of int, shape (ids,)
    sector : array of int, shape (ids,)
        0 is the one at the top, the others follow clockwise.
    sectors : int
        How many there are; some more are kept free for those to come.
    """
    many = next((size for size in _SECTORS if size >= sectors), sectors)
    places = np.empty((len(ids), 2))
    names = np.array(ids, dtype=object)
    middle, beyond = np.flatnonzero(ring == 0), np.flatnonzero(ring == BEYOND)
    alone = np.ones(1, dtype=np.int64)
    places[middle] = heap(
        taken(names[middle].tolist(), np.zeros_like(middle), alone), _BETWEEN, _RIMS[0][1]
    )
    box = np.array([[_BAND.x, _BAND.y, _BAND.w, _BAND.h]])
    places[beyond] = in_boxes(
        names[beyond].tolist(), np.zeros_like(beyond), box, sides=0.1, top=0.06, foot=0.02
    )
    rows = np.flatnonzero((ring > 0) & (ring != BEYOND))
    places[rows] = _in_sectors(names[rows].tolist(), ring[rows], sector[rows], many)
    return places


def _in_sectors(ids: Sequence[str], ring: Ints, sector: Ints, many: int) -> Floats:
    inner, outer = np.array(_RIMS).T
    width = 2 * math.pi / many * (1 - 2 * _INSET)
    across = np.maximum(1, np.round(width * (inner + outer) / 2 / (outer - inner))).astype(np.int64)
    seat = taken(ids, ring * many + sector, np.repeat(across, many))
    at = spread(seat, across[ring], np.ones_like(ring))
    turn = (sector - 0.5 + _INSET + at[:, 0] * (1 - 2 * _INSET)) * 2 * math.pi / many - math.pi / 2
    deep = _INSET + at[:, 1] * (1 - 2 * _INSET)
    # As many to each area: a ring is longer outside than inside.
    low, high = inner[ring] ** 2, outer[ring] ** 2
    far = np.sqrt(low + deep * (high - low))
    return np.column_stack([far * np.cos(turn), far * np.sin(turn)])


def grounds(ring: Ints) -> tuple[Ground, ...]:
    """The rings that somebody stands in and those within them, and the band of the rest."""
    there = set(ring.tolist())
    farthest = max((number for number in there if number < BEYOND), default=0)
    drawn = [
        Ground(kind="ring", x=0.0, y=0.0, w=_RIMS[number][1], label=_NAMES[number])
        for number in range(1, farthest + 1)
    ]
    return (*drawn, _BAND) if BEYOND in there else tuple(drawn)
