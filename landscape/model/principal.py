"""Who acts: the first argument of every service and store call."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class AccessRole(StrEnum):
    """What a principal may do in a landscape."""

    OWNER = "owner"
    EDITOR = "editor"
    CONTRIBUTOR = "contributor"
    RESPONDENT = "respondent"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """Somebody who reads or writes, with the role they have in the landscape at hand."""

    id: str
    role: AccessRole

    @property
    def sees_team(self) -> bool:
        """Whether columns of class "team" are read out to this principal."""
        return self.role in (
            AccessRole.OWNER,
            AccessRole.EDITOR,
            AccessRole.CONTRIBUTOR,
        )

    @property
    def sees_sensitive(self) -> bool:
        """Whether columns of class "sensitive" and "author" are read out to this principal."""
        return self.role is AccessRole.OWNER

    @property
    def may_write(self) -> bool:
        """Whether this principal may change the map."""
        return self.role in (
            AccessRole.OWNER,
            AccessRole.EDITOR,
            AccessRole.CONTRIBUTOR,
        )


LOCAL: Final = Principal(id="local", role=AccessRole.OWNER)
# Somebody of whom nothing is known yet: may do nothing but take a seat in a round.
GUEST: Final = Principal(id="guest", role=AccessRole.RESPONDENT)
