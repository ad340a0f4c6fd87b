"""Who is missing from the map: the roles in the issue that nobody on it has."""

import json
from dataclasses import dataclass
from typing import Final

from landscape.analysis.coverage import missing_roles, roles_of_groups
from landscape.analysis.findings import listed
from landscape.analysis.metrics.role_cover import WORDS
from landscape.model.scales import Role
from landscape.store.base import Snapshot

# What a snapshot must hold for the functions below.
TABLES: Final = ("constituency", "stakeholder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A role that nobody has; `told` says so, and what to do about it."""

    key: str
    label: str
    told: str


def ghosts(snapshot: Snapshot) -> tuple[Missing, ...]:
    """The roles that no group in scope and nobody has.

    There are none where no role is recorded at all: who is missing is not known then.
    """
    return tuple(
        Missing(
            key=role.value,
            label=WORDS[role],
            told=f"Nobody on the map is among {WORDS[role]}. Who could it be? Add them, or say on "
            "a group's card that it is their part.",
        )
        for role in _missing(snapshot) or ()
    )


def ghosts_in_words(snapshot: Snapshot) -> str:
    """Who is missing, in a sentence."""
    roles = _missing(snapshot)
    if roles is None:
        return "Nobody's part in it is recorded, so it cannot be said who is missing."
    if not roles:
        return "Every part in it is somebody's on the map."
    return f"Nobody on the map is among {listed([WORDS[role] for role in roles], 'or', most=7)}."


def _missing(snapshot: Snapshot) -> tuple[Role, ...] | None:
    """The roles that no group and nobody in one has, None where none is recorded of anybody."""
    held = {
        role
        for written in snapshot.stakeholder["roles"].dropna().unique()
        for role in json.loads(written)
    }
    if not held and not roles_of_groups(snapshot.constituency, snapshot.stakeholder):
        return None
    of_groups = missing_roles(snapshot.constituency, snapshot.stakeholder)
    return tuple(role for role in of_groups if role.value not in held)
