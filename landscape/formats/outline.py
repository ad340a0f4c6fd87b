"""What a landscape comes to in another tool's terms: what formats that are written get to see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineStakeholder:
    """One stakeholder. `attributes` holds every further value; None is "not recorded"."""

    id: str
    name: str
    kind: str | None = None
    group: str | None = None
    further_groups: Sequence[str] = ()
    notes: str | None = None
    attributes: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineRelationship:
    """One relationship, by the ids of its ends."""

    id: str
    source: str
    target: str
    directed: bool = False
    kind: str | None = None
    depth: int | None = None
    weight: float | None = None
    note: str | None = None
    attributes: Mapping[str, str | int | float | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A landscape as a picture of stakeholders and relationships, as far as it may be read."""

    name: str
    challenge: str | None = None
    stakeholders: Sequence[OutlineStakeholder] = ()
    relationships: Sequence[OutlineRelationship] = ()
