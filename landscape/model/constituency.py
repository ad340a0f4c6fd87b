"""Constituencies ("groups" on screen): people with an identity and an interest of their own."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from landscape.model.scales import (
    KnowledgeBasis,
    Level,
    Role,
    require_name,
    require_scale,
)

_SCALES: Final = (
    "stake",
    "affected",
    "decides",
    "blocks",
    "funds",
    "defines",
    "identification",
    "confidence",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constituency:
    """A group of people with its own identity, culture and interests in the issue.

    Ratings are on the scales of :mod:`landscape.model.scales`; None is "not recorded".
    `ordinal` fixes the group's colour and shape for good.
    """

    id: str
    name: str
    kind: str | None = None
    level: Level | None = None
    in_scope: bool = True
    roles: tuple[Role, ...] | None = None
    stake: int | None = None
    affected: int | None = None
    decides: int | None = None
    blocks: int | None = None
    funds: int | None = None
    defines: int | None = None
    identification: int | None = None
    knowledge_basis: KnowledgeBasis | None = None
    confidence: int | None = None
    account: str | None = None
    account_told_by: str | None = None
    account_told_on: date | None = None
    account_checked_by: str | None = None
    account_checked_on: date | None = None
    barriers: tuple[str, ...] | None = None
    entry_points: tuple[str, ...] | None = None
    added_by: str | None = None
    ordinal: int = 0

    def __post_init__(self) -> None:
        require_name("group", self.name)
        for label in _SCALES:
            require_scale(label, getattr(self, label), of=self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Legitimacy:
    """How far a constituency accepts a team member (None: the team) as convener: our judgement."""

    id: str
    constituency_id: str
    team_member_id: str | None = None
    level: int | None = None
    door_opener: str | None = None
    door_opener_id: str | None = None
    basis: tuple[str, ...] | None = None
    judged_by: str | None = None
    note: str | None = None
    judged_on: date | None = None

    def __post_init__(self) -> None:
        require_scale("legitimacy", self.level, of=self.constituency_id)
