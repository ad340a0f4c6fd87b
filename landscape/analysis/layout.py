"""The regions layout: one disc a group, everybody in theirs, and nobody moves once placed."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from landscape.analysis.arrays import Bools, Floats, Ints
from landscape.analysis.graph import distinct_pairs, parts_of
from landscape.analysis.layout_discs import MANY, arrange, beside, rows_below
from landscape.analysis.layout_drawing import FINE, Draw, by_springs
from landscape.analysis.layout_inside import needs_drawing, shape
from landscape.analysis.layout_seats import (
    MARGIN,
    Disc,
    others_of,
    radius_for,
    seat,
    seat_between,
    toward_neighbours,
    within_disc,
)
from landscape.analysis.layout_spots import seeds

ROOM: Final = 1.25  # a region has spots for a quarter more than its members
_LEAST_SPOTS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceRequest:
    """Who is to be placed: row i of each array belongs to `stakeholder_ids[i]`.

    `group` is "" for those without one. `source` and `target` are rows of the two ends of each
    relationship; one below 0 is nobody here. `x` and `y` are NaN for those without a place.
    `regions` are the discs there are: group to x, y and radius. The groups in `loose` have no disc:
    theirs stand between those of the others.
    """

    stakeholder_ids: tuple[str, ...]
    group: tuple[str, ...]
    source: Ints
    target: Ints
    seed: int
    x: Floats
    y: Floats
    pinned: Bools
    regions: Mapping[str, Disc] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placing:
    """Where everybody is: as in the request for those who had a place.

    `spiralled` names the groups whose members stand in a spiral, as time ran out.
    """

    x: Floats
    y: Floats
    regions: Mapping[str, Disc]
    spiralled: tuple[str, ...] = ()


def place(request: PlaceRequest, draw: Draw = by_springs) -> Placing:
    """Give everybody without a place one, in the region of their group or on a ring around it.

    The same for the same request and seed, whatever the order of its rows, as long as `draw` is.
    """
    people = _People(request)
    discs = people.discs()
    fresh = people.without(discs)
    fine = people.graph.count <= FINE
    shapes = {
        number: shape(people.parts[number], request.seed, draw, fine=fine) for number in fresh
    }
    _add_discs(people, discs, fresh, request.seed, draw)
    for number in fresh:
        wanted = shapes[number]
        if wanted is None:
            wanted = _spiral(people.parts[number].count)
        else:
            wanted = people.turned(number, wanted, discs)
        x, y, radius = discs[people.names[number]]
        people.seat(number, discs, wanted * (radius - MARGIN) + (x, y))
    if np.isnan(people.places).any():
        wanted = toward_neighbours(people.graph, people.places, people.group)
        for number, name in enumerate(people.names):
            mine = wanted[people.members[number]]
            if name in discs:
                people.seat(number, discs, within_disc(mine, discs[name]))
    people.seat_loose(discs)
    places = np.empty_like(people.places)
    places[people.order] = people.places
    return Placing(
        x=places[:, 0].copy(),
        y=places[:, 1].copy(),
        regions=discs,
        spiralled=tuple(people.names[number] for number in fresh if shapes[number] is None),
    )


def asks_to_draw(request: PlaceRequest) -> bool:
    """Whether placing needs a layout by springs, which takes a process of its own."""
    people = _People(request)
    discs = people.discs()
    fresh = people.without(discs)
    several_at_once = not discs and len(fresh) > 1
    return several_at_once or any(needs_drawing(people.parts[number]) for number in fresh)


class _People:
    """Everybody in the order of their ids, by group; `places` fills up as they are seated."""

    def __init__(self, request: PlaceRequest) -> None:
        ids = request.stakeholder_ids
        self.order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
        rank = np.full(len(ids) + 1, -1, dtype=np.int64)  # the last one for nobody, which is -1
        rank[self.order] = np.arange(len(ids))
        self.graph = distinct_pairs(
            len(ids), rank[np.maximum(request.source, -1)], rank[np.maximum(request.target, -1)]
        )
        self.names = sorted(set(request.group))
        code = {name: number for number, name in enumerate(self.names)}
        self.group = np.array([code[request.group[row]] for row in self.order], dtype=np.int64)
        self.members, self.parts = parts_of(self.graph, self.group, len(self.names))
        self.places = np.column_stack([request.x, request.y]).astype(np.float64)[self.order]
        self.places[~np.isfinite(self.places).all(axis=1)] = np.nan
        self._regions = request.regions
        self._loose = request.loose

    def discs(self) -> dict[str, Disc]:
        """The discs that stay: none before anybody has a place, and "" only for its members."""
        if np.isnan(self.places).all():
            return {}
        return {
            name: disc for name, disc in sorted(self._regions.items()) if name or "" in self.names
        }

    def without(self, discs: Mapping[str, Disc]) -> list[int]:
        """The numbers of the groups that are to get a disc."""
        return [
            number
            for number, name in enumerate(self.names)
            if name not in discs and name not in self._loose
        ]

    def related(self) -> Floats:
        """How many relationships there are between each two groups; symmetric."""
        count = len(self.names)
        between = np.zeros((count, count))
        source, target = self.group[self.graph.source], self.group[self.graph.target]
        np.add.at(between, (source, target), 1.0)
        np.fill_diagonal(between, 0.0)
        return between + between.T

    def strays(self, discs: Floats) -> Floats:
        """The places of those who stand in no disc (x, y, radius), shape (people, 2)."""
        outside = ~np.isnan(self.places[:, 0])
        for x, y, radius in discs:
            far = (self.places[:, 0] - x) ** 2 + (self.places[:, 1] - y) ** 2
            outside &= ~(far <= radius**2)
        return self.places[outside]

    def turned(self, number: int, wanted: Floats, discs: Mapping[str, Disc]) -> Floats:
        """A region's shape, turned or mirrored to face the discs its members relate to."""
        middles = np.array([discs.get(name, (np.nan, np.nan))[:2] for name in self.names])
        source = np.concatenate([self.graph.source, self.graph.target])
        target = np.concatenate([self.graph.target, self.graph.source])
        leaving = (self.group[source] == number) & (self.group[target] != number)
        leaving &= ~np.isnan(middles[self.group[target], 0])
        if not leaving.any():
            return wanted
        within = np.searchsorted(self.members[number], source[leaving])
        stands = wanted[within] @ np.array([1.0, 1.0j])
        way = (middles[self.group[target[leaving]]] - middles[number]) @ np.array([1.0, 1.0j])
        way = way / np.abs(way)
        as_is, mirrored = (np.conj(stands) * way).sum(), (stands * way).sum()
        flip = abs(mirrored) > abs(as_is) + 1e-9
        facing = mirrored if flip else as_is
        if abs(facing) < 1e-9:
            return wanted
        points = wanted @ np.array([1.0, -1.0j if flip else 1.0j])
        points = points * facing / abs(facing)
        return np.column_stack([points.real, points.imag])

    def seat(self, number: int, discs: Mapping[str, Disc], wanted: Floats) -> None:
        """Seat the members of one group who have no place, near where `wanted` says."""
        members = self.members[number]
        coming = np.isnan(self.places[members, 0])
        if not coming.any():
            return
        placed = self.places[~np.isnan(self.places[:, 0])]
        name = self.names[number]
        self.places[members[coming]] = seat(
            wanted[coming], discs[name], placed, others_of(discs, name)
        )

    def seat_loose(self, discs: Mapping[str, Disc]) -> None:
        """Seat those who belong in no disc between all discs, near those they relate to."""
        numbers = [number for number, name in enumerate(self.names) if name in self._loose]
        coming = np.isin(self.group, numbers) & np.isnan(self.places[:, 0])
        if not coming.any():
            return
        wanted = toward_neighbours(self.graph, self.places, self.group)[coming]
        placed = self.places[~np.isnan(self.places[:, 0])]
        self.places[coming] = seat_between(wanted, placed, np.array([*discs.values()]))


def _spiral(count: int) -> Floats:
    """Seeds of a sunflower in a disc of radius 1, as far apart as they can be."""
    return seeds(0, count) / math.sqrt(count + 2.0)


def _add_discs(
    people: _People, discs: dict[str, Disc], fresh: list[int], seed: int, draw: Draw
) -> None:
    """Add a disc for each group in `fresh`."""
    if not fresh:
        return
    radii = np.array(
        [
            radius_for(max(_LEAST_SPOTS, math.ceil(ROOM * people.parts[number].count)))
            for number in fresh
        ]
    )
    if discs and len(discs) + len(fresh) <= MANY:
        _add_beside(people, discs, fresh, radii)
        return
    if discs:
        everything = np.array(list(discs.values()))
        middles = rows_below(radii, everything, people.places)
    else:
        related = np.zeros((0, 0))
        if len(fresh) <= MANY:
            related = people.related()[np.ix_(fresh, fresh)]
        middles = arrange(radii, related, seed, draw)
        middles += _toward_pins(people, fresh, middles)
    for number, middle, radius in zip(fresh, middles.tolist(), radii.tolist(), strict=True):
        discs[people.names[number]] = (middle[0], middle[1], radius)


def _add_beside(people: _People, discs: dict[str, Disc], fresh: list[int], radii: Floats) -> None:
    related = people.related()
    code = {name: number for number, name in enumerate(people.names)}
    for one in np.argsort(-radii, kind="stable"):
        number = fresh[one]
        there = np.array(list(discs.values()))
        ties = np.array([related[number, code[name]] if name in code else 0.0 for name in discs])
        middle = beside(float(radii[one]), ties, there, people.strays(there))
        discs[people.names[number]] = (float(middle[0]), float(middle[1]), float(radii[one]))


def _toward_pins(people: _People, fresh: list[int], middles: Floats) -> Floats:
    """How far to move all discs so that pinned people are in theirs, as near as may be."""
    pinned = ~np.isnan(people.places[:, 0]) & np.isin(people.group, fresh)
    if not pinned.any():
        return np.zeros(2)
    away = people.places[pinned] - middles[np.searchsorted(fresh, people.group[pinned])]
    return np.asarray(np.median(away, axis=0))
