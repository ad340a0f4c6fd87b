"""The shape of one region: its largest component in the middle, the smaller ones around it."""

import math
from itertools import islice
from typing import Final

import numpy as np

from landscape.analysis.arrays import Floats, Ints
from landscape.analysis.graph import Graph, parts_of
from landscape.analysis.layout_drawing import Draw
from landscape.analysis.layout_spots import GOLDEN_ANGLE

_TINY: Final = 5  # components of up to this many stand in a circle


def needs_drawing(graph: Graph) -> bool:
    """Whether the shape has a component that is too large to stand in a circle."""
    components = graph.components
    return bool(len(components) and np.bincount(components).max() > _TINY)


def shape(graph: Graph, seed: int, draw: Draw, *, fine: bool = False) -> Floats | None:
    """Where each vertex should go in a disc of radius 1, shape (count, 2); None for out of time.

    Only directions and the order outwards count: vertices are spread evenly over the disc.
    """
    wanted = np.zeros((graph.count, 2))
    related = [piece for piece in _by_component(graph) if piece[1].count > 1]
    middles, outside = _packed([math.sqrt(part.count) for _, part in related])
    for (within, part), middle in zip(related, middles, strict=True):
        drawn = _component(part, seed, draw, fine=fine)
        if drawn is None:
            return None
        wanted[within] = drawn * math.sqrt(part.count) + middle
    alone = np.flatnonzero(graph.degree == 0)
    turn = np.arange(len(alone)) * GOLDEN_ANGLE
    far = outside + 1.0 + np.sqrt(np.arange(len(alone)))
    wanted[alone] = np.column_stack([far * np.cos(turn), far * np.sin(turn)])
    return spread(wanted)


def _packed(radii: list[float]) -> tuple[list[Floats], float]:
    """Middles of circles, the first at (0, 0) and the others on rings, and how far they reach."""
    middles = [np.zeros(2)][: len(radii)]
    reach = radii[0] if radii else 0.0
    first = 1
    while first < len(radii):
        far = reach + radii[first]
        widths: list[float] = []
        left = 2 * math.pi
        for radius in islice(radii, first, None):
            width = 2 * math.asin(radius / far)
            if width > left:
                break
            widths.append(width)
            left -= width
        slack = left / len(widths)
        turn = 0.0
        for width in widths:
            turn += (width + slack) / 2
            middles.append(far * np.array([math.cos(turn), math.sin(turn)]))
            turn += (width + slack) / 2
        reach += 2 * radii[first]
        first += len(widths)
    return middles, reach


def spread(points: Floats) -> Floats:
    """The points at their angles, out in their order, evenly over a disc of radius 1."""
    far = np.hypot(points[:, 0], points[:, 1])
    rank = np.empty(len(points))
    rank[np.argsort(far, kind="stable")] = np.arange(len(points))
    radius = np.sqrt((rank + 0.5) / max(len(points), 1))
    angle = np.arctan2(points[:, 1], points[:, 0])
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def _by_component(graph: Graph) -> list[tuple[Ints, Graph]]:
    """The vertices of each component and their pairs, largest first."""
    components = graph.components
    count = int(components.max(initial=-1)) + 1
    pieces = zip(*parts_of(graph, components, count), strict=True)
    return sorted(pieces, key=lambda piece: -piece[1].count)


def _component(part: Graph, seed: int, draw: Draw, *, fine: bool) -> Floats | None:
    if part.count <= _TINY:
        turn = np.arange(part.count) * 2 * math.pi / part.count
        return 0.6 * np.column_stack([np.cos(turn), np.sin(turn)])
    drawn = draw(part, seed, fine=fine)
    return None if drawn is None else spread(drawn - drawn.mean(axis=0))
