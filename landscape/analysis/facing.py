"""Facing: which discs stand beside each other with nothing between them."""

from typing import Final

import numpy as np

from landscape.analysis.arrays import Bools, Floats, Ints

# Of each disc as many of the nearest are looked at; those further off have others between.
NEAREST: Final = 12


def facing(x: Floats, y: Floats, radius: Floats) -> Ints:
    """The pairs of discs that can be joined from middle to middle without touching a third.

    Parameters
    ----------
    x, y, radius : Floats
        The discs, shape (count,), in one unit.

    Returns
    -------
    Ints
        Shape (pairs, 2), each pair once with the lower number first, in ascending order.

    Notes
    -----
    Of each disc its NEAREST discs are looked at, measured from rim to rim. With fewer than two
    discs there is no pair.
    """
    count = len(x)
    # In a unit in which nothing is far, as squares of what came in a file may know no end.
    unit = max(float(np.abs(one).max(initial=0.0)) for one in (x, y, radius)) or 1.0
    x, y, radius = x / unit, y / unit, radius / unit
    found = [
        (min(one, other), max(one, other))
        for one in range(count)
        for other in _beside(one, x, y, radius)
    ]
    return np.array(sorted(set(found)), dtype=np.int64).reshape(-1, 2)


def _beside(one: int, x: Floats, y: Floats, radius: Floats) -> list[int]:
    """The near discs that can be seen from the middle of disc `one`."""
    rim = np.hypot(x - x[one], y - y[one]) - radius - radius[one]
    rim[one] = np.inf
    near = np.argsort(rim, kind="stable")[: min(NEAREST, len(x) - 1)]
    hidden = _are_between(one, near, x, y, radius).any(axis=1)
    return [int(other) for other in near[~hidden]]


def _are_between(one: int, near: Ints, x: Floats, y: Floats, radius: Floats) -> Bools:
    """Which discs the lines from one middle to others run through; a row a line."""
    along_x, along_y = (x[near] - x[one])[:, None], (y[near] - y[one])[:, None]
    length = np.maximum(along_x**2 + along_y**2, np.finfo(np.float64).tiny)
    along = np.clip(((x - x[one]) * along_x + (y - y[one]) * along_y) / length, 0.0, 1.0)
    away = np.hypot(x - x[one] - along * along_x, y - y[one] - along * along_y)
    through: Bools = away < radius
    through[:, one] = False
    through[np.arange(len(near)), near] = False
    through[np.hypot(along_x, along_y)[:, 0] == 0.0] = False
    return through
