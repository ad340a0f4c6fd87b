"""The one gate: what each role may do. Redaction of single columns happens in the read queries."""

from enum import StrEnum
from typing import Final

from landscape.model.errors import NotAllowedError
from landscape.model.principal import AccessRole, Principal


class Action(StrEnum):
    """What a call does to a landscape."""

    READ = "look at this landscape"
    WRITE = "change this landscape"
    ANSWER = "answer in this round"
    OWN = "delete or restore this landscape"
    COPY = "take or bring a copy of all of a landscape"


_ALLOWED: Final[dict[Action, frozenset[AccessRole]]] = {
    Action.READ: frozenset(AccessRole) - {AccessRole.RESPONDENT},
    Action.WRITE: frozenset({AccessRole.OWNER, AccessRole.EDITOR, AccessRole.CONTRIBUTOR}),
    Action.ANSWER: frozenset({AccessRole.OWNER, AccessRole.EDITOR, AccessRole.RESPONDENT}),
    Action.OWN: frozenset({AccessRole.OWNER}),
    Action.COPY: frozenset({AccessRole.OWNER}),
}


def require(principal: Principal, action: Action) -> None:
    """Raise NotAllowedError unless the principal's role allows the action."""
    if principal.role not in _ALLOWED[action]:
        raise NotAllowedError(f"You may not {action.value}.", fix="Ask its owner.")
