"""The shape of one region: its largest component in the middle, the smaller ones around it."""

import math
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


def shape(graph: Graph, seed: int, draw: Draw) -> Floats | None:
    """Where each vertex should go in a disc of radius 1, shape (count, 2); None for out of time.

    Only directions and the order outwards count: vertices are spread evenly over the disc.
    """
    pieces = _by_component(graph)
    wanted = np.zeros((graph.count, 2))
    inner = 0.0
    angle = 0.0
    row = 0.0
    related = [piece for piece in pieces if piece[1].count > 1]
    for number, (within, part) in enumerate(related):
        drawn = _component(part, seed, draw)
        if drawn is None:
            return None
        size = math.sqrt(len(within))
        if number == 0:
            wanted[within] = drawn * size
            inner = size
            continue
        width = 2 * math.asin(min(1.0, size / (inner + size)))
        if angle + width > 2 * math.pi + 1e-9:
            inner, angle, row = inner + 2 * row, 0.0, 0.0
        row = max(row, size)
        turn = angle + width / 2
        middle = (inner + size) * np.array([math.cos(turn), math.sin(turn)])
        wanted[within] = drawn * size + middle
        angle += width
    alone = np.flatnonzero(graph.degree == 0)
    outside = inner + 2 * row
    turns = np.arange(len(alone)) * GOLDEN_ANGLE
    reach = outside + 1.0 + np.sqrt(np.arange(len(alone)))
    wanted[alone] = np.column_stack([reach * np.cos(turns), reach * np.sin(turns)])
    return spread(wanted)


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


def _component(part: Graph, seed: int, draw: Draw) -> Floats | None:
    if part.count <= _TINY:
        turn = np.arange(part.count) * 2 * math.pi / part.count
        return 0.6 * np.column_stack([np.cos(turn), np.sin(turn)])
    drawn = draw(part, seed)
    return None if drawn is None else spread(drawn - drawn.mean(axis=0))
