"""The one gate: what each role may do. Redaction of single columns happens in the read queries."""

from enum import StrEnum
from typing import Final

from landscape.model.errors import NotAllowedError
from landscape.model.principal import AccessRole, Principal


class Action(StrEnum):
    """What a call does to a landscape."""

    READ = "look at this landscape"
    WRITE = "change this landscape"
    HOLD = "hold a round here"
    ANSWER = "answer in this round"
    OWN = "delete or restore this landscape"
    COPY = "take or bring a copy of all of a landscape"


_ALLOWED: Final[dict[Action, frozenset[AccessRole]]] = {
    Action.READ: frozenset(AccessRole) - {AccessRole.RESPONDENT},
    Action.WRITE: frozenset({AccessRole.OWNER, AccessRole.EDITOR, AccessRole.CONTRIBUTOR}),
    Action.HOLD: frozenset({AccessRole.OWNER, AccessRole.EDITOR}),
    Action.ANSWER: frozenset({AccessRole.OWNER, AccessRole.EDITOR, AccessRole.RESPONDENT}),
    Action.OWN: frozenset({AccessRole.OWNER}),
    Action.COPY: frozenset({AccessRole.OWNER}),
}


def require(principal: Principal, action: Action) -> None:
    """Raise NotAllowedError unless the principal's role allows the action."""
    if principal.role not in _ALLOWED[action]:
        raise NotAllowedError(f"You may not {action.value}.", fix="Ask its owner.")


def require_own(principal: Principal, submission_id: str) -> None:
    """Raise NotAllowedError unless the principal may answer in this submission.

    A respondent is known by the submission they sit in, and may touch no other.
    """
    require(principal, Action.ANSWER)
    if principal.role is AccessRole.RESPONDENT and principal.id != submission_id:
        raise NotAllowedError("These answers are somebody else's.", fix="Answer in your own seat.")
