"""The columns that the map draws, packed into bytes: who there is, where they stand, how they look.

Each piece travels by itself and only when it differs: another colour brings no places along.
"""

import hashlib
import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import ArrayLike

from landscape.analysis.arranged import Arranged
from landscape.charts.palette import Shape
from landscape.model.errors import InvalidValueError

BASES: Final = ("validated", "reported by one side", "assumed")
STATUSES: Final = ("live", "dormant", "broken")
BORDERS: Final = ("plain", "double", "dashed", "heavy")

Means = Literal["colour", "size", "shape", "border"]

_NOT_RECORDED: Final = 255
_NO_KIND: Final = 65_535


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of what a map shows; `rev` differs where and only where `body` does."""

    rev: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPayload:
    """Everything that one map shows.

    `scene` names the landscape and its arrangement: the viewport is kept while it stays the same.
    """

    scene: str
    people: Piece
    places: Piece
    looks: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class MapGroup:
    """A group, as panel, card and table name it."""

    label: str
    count: int
    colour: str
    colour_dark: str
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapPeople:
    """Who there is: one entry of each column a stakeholder, as plain text.

    `group` is the number of the group, -1 for none; `hover` are the card's lines, `details` pairs.
    """

    ids: Sequence[str]
    labels: Sequence[str]
    relationships: ArrayLike
    group: ArrayLike
    groups: Sequence[MapGroup]
    hover: Sequence[Sequence[str]]
    details: Sequence[Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapLines:
    """What runs between them: one entry of each column a relationship.

    `source` and `target` are rows of the people. `depth` is NaN where it is not recorded, `basis`
    and `status` are words of BASES and STATUSES, `kind` is "" where none is recorded, `disputed`
    says that raters differ.
    """

    source: ArrayLike
    target: ArrayLike
    depth: ArrayLike
    basis: Sequence[str]
    status: Sequence[str]
    directed: ArrayLike
    kind: Sequence[str]
    disputed: ArrayLike


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A silence between two regions, by their numbers: `told` says which it is.

    `opens` are those who could open the door: id ("" where not on the map) and name.
    """

    source: int
    target: int
    kind: Literal["none reported", "not asked"]
    told: str
    opens: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One value that marks show, and how it looks; `key` is what a filter by it would ask for.

    `hidden` says that a filter leaves its stakeholders out.
    """

    key: str
    label: str
    count: int
    colour: str = ""
    colour_dark: str = ""
    shape: Shape = "circle"
    size: float = 1.0
    border: Literal["plain", "double", "dashed", "heavy"] = "plain"
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What the marks of a map say by one means or several; `field` is a key of its fields."""

    title: str
    field: str
    means: tuple[Means, ...]
    entries: tuple[LegendEntry, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ghost:
    """A role that nobody has, drawn as an empty mark in the margin; `told` says what to do."""

    key: str
    label: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapLooks:
    """How it looks: an entry a stakeholder in the columns, an entry a relationship in `line_...`.

    `colours` are pairs for light and dark pages, and `colour` numbers of them. `size` is a factor
    on the radius of an ordinary mark; None is by the number of relationships. `shape` and `border`
    are numbers of SHAPES and BORDERS. `shown` and `line_shown` are None where all are; `strong`
    and `line_strong` bring out some before the others, None brings out none. `words` say in
    sentences what is shown and left out.
    """

    colours: Sequence[tuple[str, str]]
    colour: ArrayLike
    shape: ArrayLike
    size: ArrayLike | None = None
    border: ArrayLike | None = None
    shown: ArrayLike | None = None
    line_shown: ArrayLike | None = None
    strong: ArrayLike | None = None
    line_strong: ArrayLike | None = None
    legends: Sequence[Legend] = ()
    ghosts: Sequence[Ghost] = ()
    words: Sequence[str] = ()


def people_piece(people: MapPeople, lines: MapLines) -> Piece:
    """Who there is and what runs between them; differs only with the landscape."""
    count = len(people.ids)
    if len(set(people.ids)) != count:
        raise InvalidValueError(
            f"{count} stakeholders have {len(set(people.ids))} different ids.",
            fix="Give each stakeholder its own id.",
        )
    _within("group", people.group, -1, len(people.groups))
    _within("source", lines.source, 0, count)
    _within("target", lines.target, 0, count)
    kinds = sorted({kind for kind in lines.kind if kind})
    number = {kind: at for at, kind in enumerate(kinds)} | {"": _NO_KIND}
    depth = np.asarray(lines.depth, dtype=float)
    return _piece(
        {"groups": [asdict(one) for one in people.groups], "kinds": kinds},
        {
            "ids": _text(people.ids),
            "labels": _text(people.labels),
            "relationships": _numbers("u4", people.relationships),
            "group": _numbers("i4", people.group),
            "hover": _text(people.hover),
            "details": _text(people.details),
            "source": _numbers("u4", lines.source),
            "target": _numbers("u4", lines.target),
            "depth": _numbers("u1", np.where(np.isnan(depth), _NOT_RECORDED, depth)),
            "basis": _numbers("u1", [BASES.index(one) for one in lines.basis]),
            "status": _numbers("u1", [STATUSES.index(one) for one in lines.status]),
            "directed": _numbers("u1", lines.directed),
            "kind": _numbers("u2", [number[one] for one in lines.kind]),
            "disputed": _numbers("u1", lines.disputed),
        },
    )


def places_piece(scene: str, arranged: Arranged, gaps: Sequence[Gap] = ()) -> Piece:
    """Where they stand; `scene` is the one of the payload."""
    for name, places in (("x", arranged.x), ("y", arranged.y)):
        if np.isinf(places).any():
            raise InvalidValueError(
                f"A place on the map has an endless {name}.", fix="Place everybody before drawing."
            )
    return _piece(
        {
            "scene": scene,
            "regions": [asdict(one) for one in arranged.regions],
            "grounds": [asdict(one) for one in arranged.grounds],
            "gaps": [asdict(one) for one in gaps],
            "absent": arranged.absent,
        },
        {
            "x": _numbers("f4", arranged.x),
            "y": _numbers("f4", arranged.y),
            "pinned": _numbers("u1", arranged.pinned),
            "part": _numbers("i4", arranged.part),
        },
    )


def looks_piece(looks: MapLooks) -> Piece:
    """How it all looks."""
    _within("colour", looks.colour, 0, len(looks.colours))
    _within("border", [] if looks.border is None else looks.border, 0, len(BORDERS))
    given = {
        "colour": ("u2", looks.colour),
        "shape": ("u1", looks.shape),
        "size": ("f4", looks.size),
        "border": ("u1", looks.border),
        "shown": ("u1", looks.shown),
        "line_shown": ("u1", looks.line_shown),
        "strong": ("u1", looks.strong),
        "line_strong": ("u1", looks.line_strong),
    }
    return _piece(
        {
            "colours": [list(pair) for pair in looks.colours],
            "legends": [asdict(one) for one in looks.legends],
            "ghosts": [asdict(one) for one in looks.ghosts],
            "words": list(looks.words),
        },
        {
            name: _numbers(kind, values)
            for name, (kind, values) in given.items()
            if values is not None
        },
    )


def section(value: Mapping[str, Any]) -> bytes:
    """JSON with its length before it."""
    text = _json(value)
    return struct.pack("<I", len(text)) + text


def _piece(index: dict[str, Any], columns: Mapping[str, tuple[str, bytes]]) -> Piece:
    places: dict[str, tuple[str, int, int]] = {}
    offset = 0
    for name, (kind, packed) in columns.items():
        places[name] = (kind, offset, len(packed))
        offset += len(packed)
    parts = [section({**index, "columns": places}), *(packed for _, packed in columns.values())]
    body = b"".join(parts)
    return Piece(rev=hashlib.sha256(body).hexdigest()[:16], body=body)


def _within(what: str, values: ArrayLike, least: int, below: int) -> None:
    numbers = np.asarray(values)
    if len(numbers) and not (least <= numbers.min() and numbers.max() < below):
        raise InvalidValueError(
            f"{what} goes from {int(numbers.min())!r} to {int(numbers.max())!r} of {below}.",
            fix="Give the numbers of what is there.",
        )


def _json(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # A lone surrogate in a name is shown as the replacement character.
    return text.encode("utf-8", errors="replace")


def _text(values: Sequence[Any]) -> tuple[str, bytes]:
    return "json", _json(values)


def _numbers(kind: str, values: ArrayLike) -> tuple[str, bytes]:
    return kind, np.asarray(values, dtype=f"<{kind}").tobytes()
