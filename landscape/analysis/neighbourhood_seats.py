"""Seats around the centre: two rings, a sector for each group, the same at every visit."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from landscape.analysis.neighbourhood import Neighbourhood

Place = tuple[float, float]

# Half the width and half the height of each ring, and of the groups' names outside of them.
_CENTRE: Final = (105.0, 70.0)  # of several who are in the middle together
_RINGS: Final = {1: (270.0, 180.0), 2: (420.0, 275.0)}
_NAMES: Final = (500.0, 335.0)
_PULLED_IN: Final = {1: 0.68, 2: 0.84}
_PULLED_LESS: Final = 0.86  # on the inner ring, where several are in the middle
# Somebody near has a longer name to show and takes as much of a sector as this many far ones.
_NEAR: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Where everybody stands, nearest first, and where the name of each group stands."""

    places: dict[str, Place]
    headings: dict[str, Place]


def seats_around(around: Neighbourhood, group: Mapping[str, str]) -> Seats:
    """Seat those around a centre by group, on a ring for each step.

    Parameters
    ----------
    around : Neighbourhood
        Who is one and two steps away, in the order in which they are drawn.
    group : mapping
        The name of the group of each of them.

    Returns
    -------
    Seats
        `places` from each id to x and y, a centre at (0, 0), several on a small ring around it;
        `headings` from each group with
        somebody on a ring to the middle of its sector. Every second seat of a ring is pulled in, so
        that names of neighbours do not stand in one line.

    Notes
    -----
    A sector is as wide as its members need: each on the inner ring counts for two on the outer one.
    """
    rings: dict[tuple[str, int], list[str]] = {}
    for one, step in around.steps.items():
        if step:
            rings.setdefault((group[one], step), []).append(one)
    names = sorted({name for name, _ in rings})
    weights = {
        name: max(_NEAR * len(rings.get((name, 1), ())), len(rings.get((name, 2), ())), 1.0)
        for name in names
    }
    total = sum(weights.values())
    found: dict[str, Place] = dict(zip(around.centres, _in_the_middle(around), strict=True))
    headings: dict[str, Place] = {}
    pulled_in = _PULLED_IN | ({1: _PULLED_LESS} if len(around.centres) > 1 else {})
    begin = -math.pi / 2
    for name in names:
        width = 2 * math.pi * weights[name] / total
        for step, radii in _RINGS.items():
            for at, one in enumerate(seated := rings.get((name, step), [])):
                angle = begin + width * (at + 0.5) / len(seated)
                found[one] = _on_ring(angle, radii, pulled_in[step] if at % 2 else 1.0)
        headings[name] = _on_ring(begin + width / 2, _NAMES, 1.0)
        begin += width
    return Seats(places={one: found[one] for one in around.steps}, headings=headings)


def _in_the_middle(around: Neighbourhood) -> list[Place]:
    count = len(around.centres)
    if count == 1:
        return [(0.0, 0.0)]
    turn = 2 * math.pi / count
    return [_on_ring(turn * at - math.pi / 2, _CENTRE, 1.0) for at in range(count)]


def _on_ring(angle: float, radii: Place, share: float) -> Place:
    across, down = radii
    return round(across * share * math.cos(angle), 1), round(down * share * math.sin(angle), 1)
