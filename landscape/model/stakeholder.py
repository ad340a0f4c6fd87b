"""Stakeholders: persons, organisations and groups with a stake in the issue."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from landscape.model.scales import Asked, Level, Role, require_name, require_scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder:
    """Someone with a stake in the issue the landscape is about.

    `influence` and `interest` are ratings from 1 to 5. `asked` says whether they were asked about
    their relationships; None is "not known". Of somebody on the team, `location_note` says from
    where they look, and `interests_declared` what is at stake for them here. `attributes` keeps
    every other column of the spreadsheet as it came.
    """

    id: str
    name: str
    kind: str | None = None
    constituency_id: str | None = None
    role: str | None = None
    level: Level | None = None
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    influence: int | None = None
    interest: int | None = None
    roles: tuple[Role, ...] | None = None
    on_team: bool = False
    location_note: str | None = None
    interests_declared: str | None = None
    asked: Asked | None = None
    notes: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    ordinal: int = 0

    def __post_init__(self) -> None:
        require_name("stakeholder", self.name)
        require_scale("influence", self.influence, of=self.name)
        require_scale("interest", self.interest, of=self.name)
