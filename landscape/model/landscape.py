"""A landscape: the root that everything else belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from landscape.model.scales import require_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Landscape:
    """A challenge nobody can solve alone, and the map of those with a stake in it.

    `revision` counts committed writes to the map. `settings` holds small choices of the team,
    such as "us" ("answered" or "skipped" once *Which of these is us?* has been asked).
    """

    id: str
    name: str
    challenge: str | None = None
    difference_sought: str | None = None
    scope: str | None = None
    out_of_scope: str | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    revision: int = 0
    created_at: datetime | None = None
    changed_at: datetime | None = None
    deleted_at: datetime | None = None

    def __post_init__(self) -> None:
        require_name("landscape", self.name)
