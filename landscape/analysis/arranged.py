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
    """A shape beneath the marks: a ring around (x, y) of radius w, a rectangle (cell, band) whose
    left upper corner is (x, y) with width w and height h, or a line from (x, y) to (x+w, y+h).

    `label` is written at it; "" is none.
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

    `x` and `y` are NaN for those who have no place in this arrangement. `part` numbers what people
    stand in (a group, a side, a ring, a cell, a band): a relationship between two parts is drawn
    as one that crosses; -1 is in none, and no relationship of theirs crosses. `absent` says in
    words who has no place and why, "" when all have one.
    """

    x: Floats
    y: Floats
    pinned: Bools
    part: Ints
    regions: tuple[Region, ...] = ()
    grounds: tuple[Ground, ...] = ()
    absent: str = ""
