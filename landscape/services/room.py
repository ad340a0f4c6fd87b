"""Landscape opened to a room: who of its visitors is the owner, and where the others go.

By itself Landscape is reached from its own machine only, and whoever reaches it is its owner.
Opened to a room, others on the same network can reach it: then only a browser that holds the
owner's key is the owner's, and everybody else can do nothing but answer.
"""

import hmac
import os
from typing import Final

KEY_VARIABLE: Final = "LANDSCAPE_ROOM_KEY"
ADDRESS_VARIABLE: Final = "LANDSCAPE_ADDRESS"
COOKIE: Final = "landscape_owner"


def room_key() -> str | None:
    """The owner's key of this run; None where Landscape is not open to a room."""
    return os.environ.get(KEY_VARIABLE) or None


def is_owner(key: str | None) -> bool:
    """Whether a visitor with this key, or with none, is the owner."""
    wanted = room_key()
    if wanted is None:
        return True
    return hmac.compare_digest((key or "").encode(), wanted.encode())


def room_address() -> str | None:
    """Where others in the room reach Landscape, such as http://192.168.1.20:8501."""
    return os.environ.get(ADDRESS_VARIABLE) or None
