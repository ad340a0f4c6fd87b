"""The map as it is drawn: colours, shapes and the words of cards and panel."""

import math
from typing import Any, Final

from landscape.charts.palette import group_style
from landscape.services.mapping import Map, attributes_of
from landscape.ui.canvas.payload import (
    MapGroup,
    MapPayload,
    MapRegion,
    MapRelationship,
    MapStakeholder,
    encode,
)
from landscape.ui.text import plain
from landscape.ui.words import ASKED_WORDS, NOT_RECORDED, RATING_WORDS

NO_GROUP: Final = "No group recorded"
_BASES: Final = {
    "validated": "validated",
    "reported": "reported by one side",
    "assumed": "assumed",
}
_PAIRS: Final = {
    "kind": "Kind",
    "role": "What they do in the issue",
    "place": "Place",
    "level": "Level of scale",
    "asked": "Asked about relationships",
    "influence": "Influence",
    "interest": "Interest",
    "notes": "Notes",
}
_IN_WORDS: Final[dict[str, dict[Any, str]]] = {
    "asked": ASKED_WORDS,
    "influence": dict(RATING_WORDS),
    "interest": dict(RATING_WORDS),
}


def payload_of(scene: str, shown: Map) -> MapPayload:
    """The columns that the map draws; names are cleaned of what cannot be seen."""
    labels = [plain(name) or NO_GROUP for name in shown.groups["name"]]
    people = shown.people
    return encode(
        scene=scene,
        groups=[_group(row, label) for row, label in zip(_rows(shown.groups), labels, strict=True)],
        regions=[
            _region(row, label, number)
            for number, (row, label) in enumerate(zip(_rows(shown.groups), labels, strict=True))
            if row["count"] and not math.isnan(row["radius"])
        ],
        stakeholders=[_stakeholder(row) for row in _rows(people)],
        relationships=[
            MapRelationship(
                source=line["source"],
                target=line["target"],
                crosses=bool(line["crosses"]),
                depth=None if line["depth"] is None else int(line["depth"]),
                basis=_BASES[line["basis"]],
                status=line["status"],
            )
            for line in _rows(shown.lines)
        ],
    )


def _rows(table: Any) -> list[dict[str, Any]]:
    """The rows of a table as plain values, None where nothing is recorded."""
    whole = table.astype(object)
    rows: list[dict[str, Any]] = whole.where(whole.notna(), None).to_dict("records")
    return rows


def _group(row: dict[str, Any], label: str) -> MapGroup:
    style = group_style(row["ordinal"])
    return MapGroup(
        label=label,
        count=row["count"],
        colour=style.colour,
        colour_dark=style.colour_dark,
        shape=style.shape,
    )


def _region(row: dict[str, Any], label: str, number: int) -> MapRegion:
    return MapRegion(
        id=row["id"],
        label=label,
        count=row["count"],
        x=row["x"],
        y=row["y"],
        radius=row["radius"],
        group=number,
    )


def _stakeholder(row: dict[str, Any]) -> MapStakeholder:
    pairs = [
        (label, plain(str(_IN_WORDS.get(column, {}).get(row[column], row[column]))))
        for column, label in _PAIRS.items()
        if row[column] is not None
    ]
    pairs += [(plain(key), plain(text)) for key, text in attributes_of(row["attributes"]).items()]
    hover = tuple(plain(row[column]) for column in ("role", "kind") if row[column])
    return MapStakeholder(
        id=row["id"],
        label=plain(row["name"]),
        x=row["x"],
        y=row["y"],
        relationships=row["relationships"],
        group=row["group"],
        pinned=bool(row["pinned"]),
        hover=hover[:1] + (("One of us",) if row["on_team"] else ()),
        details=tuple(pairs) or (("Recorded", NOT_RECORDED),),
    )
