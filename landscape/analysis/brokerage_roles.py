"""Brokerage: between whom of which groups everybody stands, counted without listing the pairs."""

from collections.abc import Iterator
from itertools import pairwise, permutations
from typing import Final

import numpy as np

from landscape.analysis.arrays import Bools, Floats, Ints
from landscape.analysis.graph import Graph, distinct_pairs

# The columns of what `brokered` counts, in the order of Gould and Fernandez.
ROLES: Final = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
_AT_ONCE: Final = 1_000_000  # wedges looked at together; keeps the memory it takes in bounds


def brokered(count: int, source: Ints, target: Ints, group: Ints) -> Floats:
    r"""How many ordered pairs each vertex stands between, by the groups of the three [1]_.

    A vertex :math:`b` brokers for :math:`(a, c)` where :math:`a \to b \to c` and not
    :math:`a \to c`. It is a coordinator where all three are of one group, itinerant where only
    :math:`a` and :math:`c` are, a gatekeeper where only :math:`b` and :math:`c` are, a
    representative where only :math:`a` and :math:`b` are, and a liaison where all differ.

    Parameters
    ----------
    count : int
        How many vertices there are.
    source, target : Ints
        The directed pairs; one that goes both ways is there twice.
    group : Ints
        The group of each vertex, -1 where none is recorded.

    Returns
    -------
    Floats
        Shape (count, 5), one column a role of ROLES, in pairs from 0 up. A row is ``nan`` where
        the vertex has no group.

    Notes
    -----
    A pair with an end without a group is not counted: no role can be told. All ways from a to c
    are counted from the sums of what comes in and goes out, and those that are closed (a to c is
    there) taken away again by going through the triangles.

    References
    ----------
    .. [1] Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach to
       brokerage in transaction networks. Sociological Methodology 19, 89-126.
    """
    known = (group[source] >= 0) & (group[target] >= 0) & (source != target)
    keys = np.unique(source[known].astype(np.int64) * count + target[known])
    source, target = keys // max(count, 1), keys % max(count, 1)
    found = _ways_through(count, source, target, group)
    for a, b, c in _closed(count, source, target, keys):
        role = _role(group[a], group[b], group[c])
        found -= np.bincount(b * 5 + role, minlength=count * 5).reshape(count, 5)
    found[group < 0] = np.nan
    return found


def _ways_through(count: int, source: Ints, target: Ints, group: Ints) -> Floats:
    """All ways from one through each vertex to another, by role, closed or not."""
    same = group[source] == group[target]
    come = np.bincount(target, minlength=count).astype(np.float64)
    go = np.bincount(source, minlength=count).astype(np.float64)
    come_own = np.bincount(target[same], minlength=count).astype(np.float64)
    go_own = np.bincount(source[same], minlength=count).astype(np.float64)
    back = np.isin(source * count + target, target * count + source)
    back_own = np.bincount(target[back & same], minlength=count)
    back_other = np.bincount(target[back & ~same], minlength=count)
    alike = _alike(count, source, target, group) - come_own * go_own
    return np.column_stack(
        [
            come_own * go_own - back_own,
            alike - back_other,
            (come - come_own) * go_own,
            come_own * (go - go_own),
            (come - come_own) * (go - go_own) - alike,
        ]
    )


def _alike(count: int, source: Ints, target: Ints, group: Ints) -> Floats:
    """For each vertex the ways in and out whose two far ends are of the same group."""
    groups = int(group.max(initial=0)) + 1
    come, how_many = np.unique(target * groups + group[source], return_counts=True)
    go, as_many = np.unique(source * groups + group[target], return_counts=True)
    both, at_come, at_go = np.intersect1d(come, go, assume_unique=True, return_indices=True)
    ways = how_many[at_come].astype(np.float64) * as_many[at_go]
    found = np.bincount(both // groups, weights=ways, minlength=count)
    return np.asarray(found, dtype=np.float64)


def _closed(
    count: int, source: Ints, target: Ints, keys: Ints
) -> Iterator[tuple[Ints, Ints, Ints]]:
    """All (a, b, c) with a to b, b to c and a to c, some at a time."""
    for corners in _triangles(distinct_pairs(count, source, target)):
        there = {
            (one, other): _is_in(keys, corners[one] * count + corners[other])
            for one, other in permutations(range(3), 2)
        }
        for a, b, c in permutations(range(3), 3):
            closed = there[a, b] & there[b, c] & there[a, c]
            yield corners[a][closed], corners[b][closed], corners[c][closed]


def _triangles(graph: Graph) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Every triangle once, some at a time.

    Pairs point from the vertex with the lower degree to the other, so that none points to many
    and the wedges to look at stay few.
    """
    rank = np.argsort(np.lexsort((np.arange(graph.count), graph.degree))).astype(np.int64)
    one, other = rank[graph.source], rank[graph.target]
    low, high = np.minimum(one, other), np.maximum(one, other)
    pairs = np.sort(low * graph.count + high)
    low, high = pairs // max(graph.count, 1), pairs % max(graph.count, 1)
    end = np.searchsorted(low, low, side="right")
    wedges = end - np.arange(len(low)) - 1  # each pair with those after it from the same vertex
    vertex = np.argsort(rank)
    cuts = np.searchsorted(np.cumsum(wedges), np.arange(0, int(wedges.sum()), _AT_ONCE))
    for begin, stop in pairwise([*cuts, len(low)]):
        sizes = wedges[begin:stop]
        first = np.repeat(np.arange(begin, stop), sizes)
        before = np.cumsum(sizes) - sizes
        second = first + 1 + np.arange(len(first)) - np.repeat(before, sizes)
        closed = _is_in(pairs, high[first] * graph.count + high[second])
        first, second = first[closed], second[closed]
        yield vertex[low[first]], vertex[high[first]], vertex[high[second]]


def _is_in(keys: Ints, wanted: Ints) -> Bools:
    """Whether each is among the sorted keys."""
    at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
    return keys[at] == wanted if len(keys) else np.zeros(len(wanted), dtype=bool)


def _role(a: Ints, b: Ints, c: Ints) -> Ints:
    """The column of each three groups."""
    one_of = (
        (a == b) & (b == c),
        (a == c) & (a != b),
        (a != b) & (b == c),
        (a == b) & (b != c),
    )
    return np.select(one_of, [0, 1, 2, 3], default=4).astype(np.int64)
