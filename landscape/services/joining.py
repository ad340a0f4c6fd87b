"""Getting into a round: a code leads to a seat, and one's own address keeps it.

A code is used once; taking a seat mints a secret that stands in the rater's own address and is kept
here as its sha256 only. Of an anonymous round nobody can say whose secret it is.
"""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from landscape.model.assessment import Door, Round
from landscape.model.errors import InvalidValueError, NotAllowedError, NotFoundError
from landscape.model.principal import GUEST, LOCAL, AccessRole, Principal
from landscape.services.assessing import OPEN, Progress, progress_of
from landscape.store.base import Store

# No I, L, O, 0 or 1: codes are read off a screen and typed.
ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_SIGNS: Final = 8
_SECRET_BYTES: Final = 16
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a code leads: a round, whose seat it is, and which groups one can say to stand in."""

    landscape_id: str
    round: Round
    seat_name: str | None
    asks_name: bool
    standpoints: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Somebody in their seat: who they are to the store, and how far they have come."""

    principal: Principal
    landscape_id: str
    progress: Progress
    standpoints: tuple[str, ...]


def draw_code() -> str:
    """A random code such as "KT4M-9WQD"."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(_SIGNS))
    return f"{signs[:4]}-{signs[4:]}"


def hash_of(text: str) -> str:
    """The sha256 that is kept of a code or a secret."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def find(store: Store, code: str) -> Found:
    """Where a code leads, typed in whatever way."""
    door = _door(store, code)
    return Found(
        landscape_id=door.landscape_id,
        round=door.round,
        seat_name=door.seat_name,
        asks_name=not door.round.anonymous and not door.personal,
        standpoints=door.groups,
    )


def join(store: Store, code: str, *, name: str | None = None) -> str:
    """Take the seat that a code leads to; returns the secret of the rater's own address."""
    door = _door(store, code)
    said = None if door.round.anonymous or door.personal else _own_name(name)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    store.take_seat(door, hash_of(plain(code)), hash_of(secret), name=said)
    return secret


def is_live(store: Store, secret: str) -> bool:
    """Whether the room of a seat is at a question; one short look, to be asked often."""
    return store.room_is_live(hash_of(secret))


def sitting(store: Store, secret: str) -> Sitting:
    """The seat that one's own address leads to."""
    found = store.seated(hash_of(secret))
    if found is None:
        raise NotFoundError(
            "This address leads to no seat.",
            fix="Look whether all of it is there. If the round is closed, nobody can answer in it.",
        )
    landscape_id, submission_id = found
    principal = Principal(id=submission_id, role=AccessRole.RESPONDENT)
    return Sitting(
        principal=principal,
        landscape_id=landscape_id,
        progress=progress_of(principal, store, landscape_id, submission_id),
        standpoints=store.group_names(principal, landscape_id),
    )


def plain(code: str) -> str:
    """A code as it is kept, however it was typed: small letters, blanks, a missing dash."""
    signs = "".join(sign for sign in code.upper() if sign in ALPHABET)
    return f"{signs[:4]}-{signs[4:]}"


def _door(store: Store, code: str) -> Door:
    typed = plain(code)
    door = store.door(typed, hash_of(typed)) if len(typed) == _SIGNS + 1 else None
    if door is None:
        raise NotFoundError(
            f"No round has the code {code!r}.", fix="Look at it once more: eight signs, no 0 or 1."
        )
    if door.round.state != OPEN:
        raise NotAllowedError(
            "This round is closed.", fix="Ask whoever invited you whether it opens again."
        )
    if door.used and door.round.anonymous:
        raise NotAllowedError(
            "This code has been used.",
            fix="Go on with the address that you got then, or ask for another code.",
        )
    return door


def _own_name(name: str | None) -> str:
    said = " ".join((name or "").split())
    if not said:
        raise InvalidValueError("This round goes by name.", fix="Say who you are.")
    if len(said) > _LONGEST_NAME or said.casefold() in (LOCAL.id, GUEST.id):
        raise InvalidValueError(f"The name {said[:40]!r} cannot be used.", fix="Write your name.")
    return said
