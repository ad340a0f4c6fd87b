"""Relationships between stakeholders, and the reports they rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from landscape.model.errors import InvalidValueError
from landscape.model.scales import Basis, Status, require_scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One relationship per unordered pair and kind; directed only where the file says so."""

    id: str
    source_id: str
    target_id: str
    directed: bool = False
    kind: str | None = None
    depth: int | None = None
    weight: float | None = None
    status: Status | None = None
    basis: Basis | None = None
    trust: int | None = None
    conflict: bool | None = None
    last_contact: date | None = None
    note: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.source_id == self.target_id:
            raise InvalidValueError(
                "A relationship has the same stakeholder at both ends.",
                fix="Pick two different ones.",
            )
        require_scale("depth", self.depth, of="a relationship")
        require_scale("trust", self.trust, of="a relationship")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one rater said about a relationship; several raters may disagree."""

    id: str
    relationship_id: str
    source_id: str
    target_id: str
    rater: str | None = None
    rater_id: str | None = None
    depth: int | None = None
    kind: str | None = None
    reported_on: date | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        require_scale("depth", self.depth, of="a report")


def depth_of(reported: Sequence[int]) -> int | None:
    """The depth that reports come to: their median, the lower of two middles; None without any."""
    return sorted(reported)[(len(reported) - 1) // 2] if reported else None
