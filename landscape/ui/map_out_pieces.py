"""The pieces of a map with those only who are seen: what a copy shows is all that it holds."""

import hashlib
import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from landscape.analysis.arrays import Bools
from landscape.ui.canvas.payload import MapPayload, Piece, section

_PEOPLE: Final = ("ids", "labels", "relationships", "group", "hover", "details")
_LINES: Final = ("source", "target", "depth", "basis", "status", "directed", "kind", "disputed")
_PLACES: Final = ("x", "y", "pinned", "part")
_MARKS: Final = ("colour", "shape", "size", "border", "shown", "strong")
_STROKES: Final = ("line_shown", "line_strong")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Unpacked:
    index: dict[str, Any]
    columns: dict[str, tuple[str, bytes]]

    def numbers(self, name: str) -> np.ndarray[Any, Any]:
        kind, packed = self.columns[name]
        return np.frombuffer(packed, dtype=f"<{kind}")


def only_seen(payload: MapPayload) -> MapPayload:
    """The same map without whom a filter leaves out, or who has no place in its arrangement.

    How many there are in groups and legends stays as it was counted.
    """
    people, places, looks = map(_unpack, (payload.people, payload.places, payload.looks))
    kept = ~np.isnan(places.numbers("x"))
    if "shown" in looks.columns:
        kept &= looks.numbers("shown").astype(bool)
    source, target = people.numbers("source"), people.numbers("target")
    lines = kept[source] & kept[target]
    if "line_shown" in looks.columns:
        lines &= looks.numbers("line_shown").astype(bool)
    ids = json.loads(people.columns["ids"][1])
    there = {id_ for id_, keeps in zip(ids, kept, strict=True) if keeps}
    row = np.cumsum(kept) - 1
    ends: dict[str, Callable[[bytes], bytes]] = {
        name: lambda packed: row[np.frombuffer(packed, "<u4")].astype("<u4").tobytes()
        for name in ("source", "target")
    }
    return MapPayload(
        scene=payload.scene,
        people=_pack(people.index, _thin(people, {_PEOPLE: kept, _LINES: lines}), ends),
        places=_pack(
            {**places.index, "gaps": [_gap(gap, there) for gap in places.index["gaps"]]},
            _thin(places, {_PLACES: kept}),
        ),
        looks=_pack(
            {**looks.index, "legends": [_legend(one) for one in looks.index["legends"]]},
            _thin(looks, {_MARKS: kept, _STROKES: lines}),
        ),
    )


def _legend(legend: Mapping[str, Any]) -> dict[str, Any]:
    """A legend whose entries can all be left out and brought back: nobody else is in the copy.

    The entries stay in their places, because colours go by their number.
    """
    gone = {"count": 0, "hidden": False}
    entries = [{**one, **gone} if one["hidden"] else one for one in legend["entries"]]
    return {**legend, "entries": entries}


def _gap(gap: Mapping[str, Any], there: set[str]) -> dict[str, Any]:
    """A silence without the names of those who are not in the copy."""
    return {**gap, "opens": [pair for pair in gap["opens"] if pair[0] in there]}


def _thin(piece: _Unpacked, kept: dict[tuple[str, ...], Bools]) -> dict[str, tuple[str, bytes]]:
    """Every column with the entries only that are kept."""
    by_name = {name: keeps for names, keeps in kept.items() for name in names}
    thinned = {}
    for name, (kind, packed) in piece.columns.items():
        keeps = by_name[name]
        if kind == "json":
            some = [one for one, stays in zip(json.loads(packed), keeps, strict=True) if stays]
            thinned[name] = kind, _json(some)
        else:
            thinned[name] = kind, np.frombuffer(packed, f"<{kind}")[keeps].tobytes()
    return thinned


def _unpack(piece: Piece) -> _Unpacked:
    (length,) = struct.unpack_from("<I", piece.body)
    index = json.loads(piece.body[4 : 4 + length])
    body = piece.body[4 + length :]
    columns = {
        name: (kind, body[offset : offset + size])
        for name, (kind, offset, size) in index.pop("columns").items()
    }
    return _Unpacked(index=index, columns=columns)


def _pack(
    index: Mapping[str, Any],
    columns: Mapping[str, tuple[str, bytes]],
    changed: Mapping[str, Callable[[bytes], bytes]] | None = None,
) -> Piece:
    places: dict[str, tuple[str, int, int]] = {}
    parts: list[bytes] = []
    offset = 0
    for name, (kind, given) in columns.items():
        packed = changed[name](given) if changed and name in changed else given
        places[name] = (kind, offset, len(packed))
        parts.append(packed)
        offset += len(packed)
    body = section({**index, "columns": places}) + b"".join(parts)
    return Piece(rev=hashlib.sha256(body).hexdigest()[:16], body=body)


def _json(value: list[Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
