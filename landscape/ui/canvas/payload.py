"""The columns that the map draws, packed once a revision into the bytes that the browser reads."""

import hashlib
import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike

from landscape.charts.palette import Shape
from landscape.model.errors import InvalidValueError

BASES: Final = ("validated", "reported by one side", "assumed")
STATUSES: Final = ("live", "dormant", "broken")

_NOT_RECORDED: Final = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class MapGroup:
    """One entry of the legend."""

    label: str
    count: int
    colour: str
    colour_dark: str
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRegion:
    """A disc with a name; `group` is the index of its legend entry, None where it has none."""

    id: str
    label: str
    count: int
    x: float
    y: float
    radius: float
    group: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapStakeholder:
    """One mark; y grows downwards. `hover` and `details` are shown as plain text."""

    id: str
    label: str
    x: float
    y: float
    relationships: int
    group: int | None = None
    pinned: bool = False
    hover: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRelationship:
    """One line between the stakeholders at two indices; `crosses` draws it as a crossing."""

    source: int
    target: int
    crosses: bool
    depth: int | None = None
    basis: str = "validated"
    status: str = "live"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPayload:
    """Everything that one map shows; `rev` differs where and only where `body` does.

    `scene` names the landscape and its arrangement: the viewport is kept while it stays the same.
    """

    rev: str
    scene: str
    body: bytes = field(repr=False)


def encode(
    *,
    scene: str,
    stakeholders: Sequence[MapStakeholder],
    relationships: Sequence[MapRelationship] = (),
    groups: Sequence[MapGroup] = (),
    regions: Sequence[MapRegion] = (),
) -> MapPayload:
    """The payload of a map; cache it under (landscape, revision, parameters, role)."""
    _check(stakeholders, relationships, groups)
    columns: dict[str, tuple[str, bytes]] = {
        "ids": _text([one.id for one in stakeholders]),
        "labels": _text([one.label for one in stakeholders]),
        "x": _numbers("f4", [one.x for one in stakeholders]),
        "y": _numbers("f4", [one.y for one in stakeholders]),
        "relationships": _numbers("u4", [one.relationships for one in stakeholders]),
        "group": _numbers("i4", [_index(one.group) for one in stakeholders]),
        "pinned": _numbers("u1", [one.pinned for one in stakeholders]),
        "source": _numbers("u4", [one.source for one in relationships]),
        "target": _numbers("u4", [one.target for one in relationships]),
        "depth": _numbers("u1", [_depth(one.depth) for one in relationships]),
        "basis": _numbers("u1", [BASES.index(one.basis) for one in relationships]),
        "status": _numbers("u1", [STATUSES.index(one.status) for one in relationships]),
        "crossing": _numbers("u1", [one.crosses for one in relationships]),
        "hover": _text([one.hover for one in stakeholders]),
        "details": _text([one.details for one in stakeholders]),
    }
    places: dict[str, tuple[str, int, int]] = {}
    offset = 0
    for name, (kind, packed) in columns.items():
        places[name] = (kind, offset, len(packed))
        offset += len(packed)
    index = {
        "scene": scene,
        "groups": [_group(one) for one in groups],
        "regions": [_region(one) for one in regions],
        "columns": places,
    }
    body = section(index) + b"".join(packed for _, packed in columns.values())
    rev = hashlib.sha256(body).hexdigest()[:16]
    return MapPayload(rev=rev, scene=scene, body=body)


def section(value: dict[str, Any]) -> bytes:
    """JSON with its length before it."""
    text = _json(value)
    return struct.pack("<I", len(text)) + text


def _check(
    stakeholders: Sequence[MapStakeholder],
    relationships: Sequence[MapRelationship],
    groups: Sequence[MapGroup],
) -> None:
    ids = {one.id for one in stakeholders}
    if len(ids) != len(stakeholders):
        raise InvalidValueError(
            f"{len(stakeholders)} stakeholders have {len(ids)} different ids.",
            fix="Give each stakeholder its own id.",
        )
    for one in stakeholders:
        if not np.isfinite(one.x) or not np.isfinite(one.y):
            raise InvalidValueError(
                f"{one.label!r} has no place on the map.", fix="Place everybody before drawing."
            )
        if one.group is not None and not 0 <= one.group < len(groups):
            raise InvalidValueError(
                f"{one.label!r} is in group {one.group!r} of {len(groups)}.",
                fix="Give the index of a group that is in the legend.",
            )
    for line in relationships:
        if not 0 <= min(line.source, line.target) <= max(line.source, line.target) < len(ids):
            raise InvalidValueError(
                f"A relationship ends at {line.source!r} and {line.target!r} of {len(ids)}.",
                fix="Give the indices of two stakeholders on the map.",
            )


def _json(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # A lone surrogate in a name is shown as the replacement character.
    return text.encode("utf-8", errors="replace")


def _text(values: Sequence[Any]) -> tuple[str, bytes]:
    return "json", _json(values)


def _numbers(kind: str, values: ArrayLike) -> tuple[str, bytes]:
    return kind, np.asarray(values, dtype=f"<{kind}").tobytes()


def _index(group: int | None) -> int:
    return -1 if group is None else group


def _depth(depth: int | None) -> int:
    return _NOT_RECORDED if depth is None else depth


def _group(group: MapGroup) -> dict[str, Any]:
    return {
        "label": group.label,
        "count": group.count,
        "colour": group.colour,
        "colour_dark": group.colour_dark,
        "shape": group.shape,
    }


def _region(region: MapRegion) -> dict[str, Any]:
    return {
        "id": region.id,
        "label": region.label,
        "count": region.count,
        "x": region.x,
        "y": region.y,
        "radius": region.radius,
        "group": _index(region.group),
    }
