"""Shortest paths: all who stand on one between two stakeholders or groups, without listing them."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from landscape.analysis.arrays import Bools, Floats, Ints
from landscape.analysis.reach import neighbours_of, steps_from

# More ways than this are not told apart: they multiply with every step.
MOST_WAYS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ShortestPaths:
    """Everything that lies on a shortest path, or nothing where no path leads there.

    `steps` is -1 without a path. `vertices` and `pairs` say of each vertex, and of each row of the
    pairs, whether it is on one. `ways` counts the paths, at most MOST_WAYS. `one` is the path with
    the lowest vertices, from start to goal.
    """

    steps: int
    vertices: Bools
    pairs: Bools
    ways: int
    one: Ints


def shortest_paths(
    count: int, source: Ints, target: Ints, *, start: Ints, goal: Ints
) -> ShortestPaths:
    """What lies on the shortest paths between any of `start` and any of `goal`.

    Parameters
    ----------
    count : int
        How many vertices there are.
    source, target : Ints
        The two ends of each pair; walked both ways.
    start, goal : Ints
        Vertices. Where the two share some, these are the paths, of no step.

    Returns
    -------
    ShortestPaths
        See there.

    Notes
    -----
    A vertex is on a shortest path where its steps from the start and from the goal add up to
    those between the two. Paths are counted by the vertices they run over: several pairs between
    the same two are one way. Nothing is listed one by one, as there may be millions of paths.

    References
    ----------
    .. [1] Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of
       Mathematical Sociology 25(2), 163-177 (counting shortest paths by layers).
    """
    neighbours = neighbours_of(count, source, target)
    there, back = steps_from(neighbours, start), steps_from(neighbours, goal)
    reached = goal[there[goal] >= 0] if len(goal) else goal
    if not len(reached):
        nothing = np.zeros(0, dtype=np.int64)
        return ShortestPaths(
            steps=-1,
            vertices=np.zeros(count, dtype=bool),
            pairs=np.zeros(len(source), dtype=bool),
            ways=0,
            one=nothing,
        )
    steps = int(there[reached].min())
    vertices = (there >= 0) & (back >= 0) & (there + back == steps)
    pairs = vertices[source] & vertices[target] & (np.abs(there[source] - there[target]) == 1)
    onward = there[source] < there[target]
    near, far = np.where(onward, source, target)[pairs], np.where(onward, target, source)[pairs]
    layers = _layers(there, near, far, steps)
    return ShortestPaths(
        steps=steps,
        vertices=vertices,
        pairs=pairs,
        ways=_ways(vertices & (there == 0), vertices & (back == 0), layers),
        one=_lowest(vertices & (back == 0), layers, there, vertices),
    )


def _layers(there: Ints, near: Ints, far: Ints, steps: int) -> list[tuple[Ints, Ints]]:
    """The distinct pairs on paths, for each step from the start those that it is taken over."""
    distinct = np.unique(np.column_stack([there[near], near, far]), axis=0)
    cuts = np.searchsorted(distinct[:, 0], np.arange(steps + 1))
    return [(distinct[begin:end, 1], distinct[begin:end, 2]) for begin, end in pairwise(cuts)]


def _ways(start: Bools, goal: Bools, layers: list[tuple[Ints, Ints]]) -> int:
    ways: Floats = start.astype(np.float64)
    for near, far in layers:
        np.add.at(ways, far, ways[near])
        # Capped as one goes: whole numbers of paths outgrow every number there is.
        ways[far] = np.minimum(ways[far], MOST_WAYS)
    return int(min(ways[goal].sum(), MOST_WAYS))


def _lowest(goal: Bools, layers: list[tuple[Ints, Ints]], there: Ints, vertices: Bools) -> Ints:
    """The path that takes the lowest vertex at each step; every vertex here leads to a goal."""
    if not layers:
        return np.flatnonzero(goal)[:1]
    at = int(np.flatnonzero(vertices & (there == 0))[0])
    path = [at]
    for near, far in layers:
        at = int(far[near == at].min())
        path.append(at)
    return np.array(path, dtype=np.int64)
