"""Where everybody stands in one arrangement, and what is drawn on the ground beneath them."""

from dataclasses import dataclass
from typing import Literal

from landscape.analysis.arrays import Bools, Floats, Ints

GroundKind = Literal["ring", "cell", "band", "line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A disc with a name: a group, or a side of a boundary. `part` is the number of its members.

    `id` is a constituency's id, or a side's name; "" is for those in none. `count` is how many
    stand in it. y grows downwards, as in every place on the map.
    """

    id: str
    label: str
    part: int
    count: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A shape beneath the marks, with a `label` that is written at it where there is one.

    A ring around (x, y) of radius w; a rectangle (cell, band) of width w and height h whose left
    upper corner is (x, y); or a line from (x, y) to (x + w, y + h).
    """

    kind: GroundKind
    x: float
    y: float
    w: float
    h: float = 0.0
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arranged:
    """Row i of each array belongs to row i of the people who were to be arranged.

    `x` and `y` are NaN for those who have no place in this arrangement. `part` numbers the
    groups, or the sides: a relationship between two parts is drawn as one that crosses. Below 0 is
    in none, and no relationship of theirs crosses. `absent` says in
    words who has no place and why, "" when all have one.
    """

    x: Floats
    y: Floats
    pinned: Bools
    part: Ints
    regions: tuple[Region, ...] = ()
    grounds: tuple[Ground, ...] = ()
    absent: str = ""
