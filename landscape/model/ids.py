"""Opaque ids: random for what people make, derived where a row stands for a pair."""

import secrets
from collections.abc import Iterator
from typing import Final

_ALPHABET: Final = (
    "abcdefghijkmnpqrstuvwxyz23456789"  # no l, o, 0, 1: ids are read aloud now and then
)


def draw_id(prefix: str) -> str:
    """A random id such as "s_k3x9m2pq7v4w" (60 bits after the prefix)."""
    return prefix + "_" + "".join(secrets.choice(_ALPHABET) for _ in range(12))


def draw_ids(prefix: str, count: int) -> Iterator[str]:
    """`count` ids that share one random stem, so that a large import draws once."""
    stem = draw_id(prefix)
    return (f"{stem}.{number}" for number in range(count))


def pair_id(first: str, second: str) -> str:
    """The id of a row that stands for a pair, such as a membership or a placement."""
    return f"{first}/{second}"
