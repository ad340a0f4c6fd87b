"""Seats: where in or around a disc somebody goes who has no place yet."""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from landscape.analysis.arrays import Bools, Floats, Ints
from landscape.analysis.graph import Graph
from landscape.analysis.layout_spots import is_near, match, radius_of, seeds, seeds_within

Disc = tuple[float, float, float]

MARGIN: Final = 0.8  # from the last spot to the rim
_APART: Final = 1.05  # the least distance between two stakeholders
_CLOSE: Final = 0.64  # spacing of the seeds between those that are taken
_RIM: Final = 0.3  # what these keep from the rim
_ROUNDS: Final = 8


def radius_for(spots: int) -> float:
    """Radius of a disc that has this many spots."""
    return radius_of(spots) + MARGIN


def seat(wanted: Floats, disc: Disc, placed: Floats, others: Floats) -> Floats:
    """A spot for each row of `wanted`, shape (rows, 2), within the disc as long as there are any.

    Parameters
    ----------
    wanted : array of float, shape (rows, 2)
        Where they would best be; NaN for no matter where, which becomes the outermost free spot.
    disc : (x, y, radius)
    placed : array of float, shape (others, 2)
        Everybody who has a place, wherever that is.
    others : array of float, shape (discs, 3)
        The other discs, which no ring may reach into.
    """
    given = np.full(wanted.shape, np.nan)
    for spots in _offers(disc, others, len(wanted)):
        left = np.flatnonzero(np.isnan(given[:, 0]))
        if not len(left):
            break
        taken = np.concatenate([placed, given[~np.isnan(given[:, 0])]])
        _hand_out(given, left, wanted, spots[~is_near(spots, taken, _APART)])
    return given


def _offers(disc: Disc, others: Floats, count: int) -> Iterator[Floats]:
    """Spots to try, in turn: the disc's own, those between them, and rings farther and farther."""
    middle = np.array(disc[:2])
    radius = disc[2]
    yield middle + seeds(0, seeds_within(radius - MARGIN + 1e-9))
    yield middle + seeds(0, seeds_within(radius - _RIM, _CLOSE), _CLOSE)
    yield from _around(middle, seeds_within(radius + MARGIN), others, max(count, 32))


def seat_between(wanted: Floats, placed: Floats, discs: Floats) -> Floats:
    """A spot outside of all discs for each row of `wanted`, the middle for NaN.

    `placed` is everybody who has a place.
    """
    discs = discs.reshape(-1, 3)
    middle = discs[:, :2].mean(axis=0) if len(discs) else np.zeros(2)
    wanted = np.where(np.isnan(wanted), middle, wanted)
    far = np.hypot(*(discs[:, :2] - middle).T) + discs[:, 2]
    # All of the room between the discs is offered at once, so that each can be near who they know.
    room = seeds_within(float(far.max(initial=0.0)) + MARGIN)
    given = np.full(wanted.shape, np.nan)
    for spots in _around(middle, 0, discs, max(room, len(wanted), 32)):
        left = np.flatnonzero(np.isnan(given[:, 0]))
        if not len(left):
            break
        taken = np.concatenate([placed, given[~np.isnan(given[:, 0])]])
        _hand_out(given, left, wanted, spots[~is_near(spots, taken, _APART)])
    return given


def _around(middle: Floats, start: int, others: Floats, more: int) -> Iterator[Floats]:
    """Seeds from `start` on, as far as they lie in none of the `others`, farther and farther."""
    while True:
        ring = middle + seeds(start, start + more)
        for x, y, reach in others[_reached(others, middle, radius_of(start + more))]:
            ring = ring[np.hypot(ring[:, 0] - x, ring[:, 1] - y) > reach + MARGIN]
        yield ring
        start, more = start + more, 2 * more


def _reached(others: Floats, middle: Floats, reach: float) -> Bools:
    far = np.hypot(others[:, 0] - middle[0], others[:, 1] - middle[1])
    return np.asarray(far < reach + others[:, 2] + MARGIN)


def _hand_out(given: Floats, left: Ints, wanted: Floats, spots: Floats) -> None:
    """Give spots to those in `left`, as far as there are any."""
    heading = left[~np.isnan(wanted[left, 0])][: len(spots)]
    chosen = match(wanted[heading], spots)
    given[heading] = spots[chosen]
    rest = left[np.isnan(wanted[left, 0])]
    free = np.delete(spots, chosen, axis=0)[::-1][: len(rest)]
    given[rest[: len(free)]] = free


def toward_neighbours(graph: Graph, places: Floats, group: Ints) -> Floats:
    """The middle of those each vertex has a relationship with, shape (count, 2).

    Neighbours in the same group come first, as the others are in another disc. Somebody whose
    neighbours have no place yet follows them; NaN for those nobody leads to.
    """
    wanted = places.copy()
    source = np.concatenate([graph.source, graph.target])
    target = np.concatenate([graph.target, graph.source])
    inside = group[source] == group[target]
    for _ in range(_ROUNDS):
        lost = np.isnan(wanted[:, 0])
        if not lost.any():
            break
        led = lost[source] & ~lost[target]
        for among in (led & inside, led):
            means = _means(source[among], wanted[target[among]], graph.count)
            fill = np.isnan(wanted[:, 0]) & ~np.isnan(means[:, 0])
            wanted[fill] = means[fill]
    return wanted


def _means(which: Ints, points: Floats, count: int) -> Floats:
    many = np.bincount(which, minlength=count)
    total = np.column_stack(
        [
            np.bincount(which, points[:, 0], minlength=count),
            np.bincount(which, points[:, 1], minlength=count),
        ]
    )
    return np.where(many[:, None] > 0, total / np.maximum(many, 1)[:, None], np.nan)


def within_disc(wanted: Floats, disc: Disc) -> Floats:
    """The points, drawn straight toward the disc's middle where they lie outside of it."""
    away = wanted - disc[:2]
    far = np.hypot(away[:, 0], away[:, 1])
    reach = max(disc[2] - MARGIN, 0.1)
    return np.asarray(disc[:2] + away * np.minimum(1.0, reach / np.maximum(far, 1e-9))[:, None])


def others_of(discs: Mapping[str, Disc], name: str) -> Floats:
    """All discs but one, shape (discs, 3)."""
    rows = [disc for other, disc in discs.items() if other != name]
    return np.array(rows, dtype=np.float64).reshape(-1, 3)
