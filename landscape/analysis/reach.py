"""Reach: how many steps over relationships it takes from some stakeholders to every other."""

from dataclasses import dataclass

import numpy as np

from landscape.analysis.arrays import Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Neighbours:
    """Who is beside whom: those beside vertex i are `others` from `first[i]` to `first[i + 1]`.

    `via` is the row of the pair that each of `others` comes from.
    """

    first: Ints
    others: Ints
    via: Ints

    def beside(self, vertices: Ints) -> Ints:
        """Where in `others` the neighbours of these vertices stand, one vertex after the other."""
        starts = self.first[vertices]
        sizes = self.first[vertices + 1] - starts
        before = np.cumsum(sizes) - sizes
        return np.repeat(starts - before, sizes) + np.arange(int(sizes.sum()))


def neighbours_of(count: int, source: Ints, target: Ints) -> Neighbours:
    """Read pairs of `count` vertices both ways; each row is one pair, however often it comes."""
    near = np.concatenate([source, target]).astype(np.int64)
    far = np.concatenate([target, source]).astype(np.int64)
    order = np.argsort(near, kind="stable")
    first = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(near, minlength=count), out=first[1:])
    rows = np.arange(len(source), dtype=np.int64)
    return Neighbours(first=first, others=far[order], via=np.concatenate([rows, rows])[order])


def steps_from(neighbours: Neighbours, start: Ints, most: int | None = None) -> Ints:
    """The fewest steps from any of `start` to each vertex.

    Parameters
    ----------
    neighbours : Neighbours
        Who is beside whom.
    start : Ints
        Vertices to start from; each is at 0 steps.
    most : int or None
        Go no further than this many steps; None is as far as one gets.

    Returns
    -------
    Ints
        Shape (count,): 0 or more, and -1 where no chain leads within `most` steps.

    Notes
    -----
    Breadth first, a whole step at once, so it takes as long as there are pairs to look at.
    Without any start nobody is reached.
    """
    steps = np.full(len(neighbours.first) - 1, -1, dtype=np.int64)
    frontier = np.unique(start).astype(np.int64)
    steps[frontier] = 0
    taken = 0
    while len(frontier) and (most is None or taken < most):
        taken += 1
        found = neighbours.others[neighbours.beside(frontier)]
        frontier = np.unique(found[steps[found] < 0])
        steps[frontier] = taken
    return steps
