"""Boundaries: where shared practice, loyalty, place, rank or culture stops."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from landscape.model.errors import InvalidValueError
from landscape.model.scales import (
    BoundaryKind,
    BoundaryStance,
    require_name,
    require_scale,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """A boundary, defined by an attribute of stakeholders or by sets of constituencies.

    `attribute` names the attribute whose distinct values are the sides; else `sides` maps a
    constituency id to the name of its side.
    """

    id: str
    name: str
    kinds: tuple[BoundaryKind, ...] = ()
    attribute: str | None = None
    sides: Mapping[str, str] = field(default_factory=dict)
    protects: str | None = None
    costs: str | None = None
    markers: str | None = None
    permeability: int | None = None
    history_note: str | None = None
    stance: BoundaryStance = BoundaryStance.UNDECIDED
    stance_reason: str | None = None
    ordinal: int = 0

    def __post_init__(self) -> None:
        require_name("boundary", self.name)
        require_scale("permeability", self.permeability, of=self.name)
        if self.attribute is None and len(set(self.sides.values())) < 2:
            raise InvalidValueError(
                f"The boundary {self.name!r} has fewer than two sides.",
                fix="Put groups on at least two sides, or choose an attribute.",
            )
