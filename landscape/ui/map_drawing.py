"""Packs who is on the map, with the words of cards and panel, and where they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd

from landscape.analysis.arranged import Arranged
from landscape.charts.palette import group_style
from landscape.services.map_ghosts import ghosts
from landscape.services.map_silence import SilentGap
from landscape.services.mapping import Map, attributes_of
from landscape.store.base import Snapshot
from landscape.ui.canvas.payload import (
    Gap,
    Ghost,
    MapGroup,
    MapLines,
    MapPeople,
    Piece,
    people_piece,
    places_piece,
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


def group_labels(shown: Map) -> list[str]:
    """What the groups are called on the map, cleaned of what cannot be seen."""
    return [plain(name) or NO_GROUP for name in shown.groups["name"]]


def people_of(shown: Map) -> Piece:
    """Who there is and what runs between them; names are cleaned of what cannot be seen."""
    people, lines = shown.people, shown.lines
    told = MapPeople(
        ids=people["id"].tolist(),
        labels=[plain(name) for name in people["name"]],
        relationships=people["relationships"].to_numpy(),
        group=people["group"].to_numpy(),
        groups=[
            _group(row, label)
            for row, label in zip(_rows(shown.groups), group_labels(shown), strict=True)
        ],
        hover=[_hover(row) for row in _rows(people[["role", "kind", "on_team"]])],
        details=[_details(row) for row in _rows(people[[*_PAIRS, "attributes"]])],
    )
    between = MapLines(
        source=lines["source"].to_numpy(),
        target=lines["target"].to_numpy(),
        depth=lines["depth"].astype("float64").to_numpy(na_value=np.nan),
        basis=lines["basis"].map(_BASES).tolist(),
        status=lines["status"].tolist(),
        directed=lines["directed"].to_numpy(dtype=bool),
        kind=_each(plain, lines["kind"].fillna("")),
        disputed=lines["disputed"].to_numpy(dtype=bool),
    )
    return people_piece(told, between)


def places_of(scene: str, arranged: Arranged, silent: Sequence[SilentGap] = ()) -> Piece:
    """Where they stand, and the silences between; names are cleaned of what cannot be seen."""
    told = replace(
        arranged,
        regions=tuple(replace(one, label=plain(one.label)) for one in arranged.regions),
        grounds=tuple(replace(one, label=plain(one.label)) for one in arranged.grounds),
        absent=plain(arranged.absent),
    )
    gaps = [
        Gap(
            source=one.source,
            target=one.target,
            kind=one.kind,
            told=plain(one.told),
            opens=tuple((id_, plain(name)) for id_, name in one.opens),
        )
        for one in silent
    ]
    return places_piece(scene, told, gaps)


def ghosts_of(snapshot: Snapshot) -> list[Ghost]:
    """The roles that nobody has, as the map draws them."""
    return [Ghost(key=one.key, label=one.label, told=one.told) for one in ghosts(snapshot)]


def _each(work: Any, values: Iterable[str]) -> list[str]:
    """`work` done on every value, once for each that differs."""
    codes, different = pd.factorize(np.asarray(list(values), dtype=object))
    done = [work(value) for value in different]
    return [done[code] for code in codes]


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


def _hover(row: dict[str, Any]) -> tuple[str, ...]:
    said = tuple(plain(row[column]) for column in ("role", "kind") if row[column])
    return said[:1] + (("One of us",) if row["on_team"] else ())


def _details(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    pairs = [
        (label, plain(str(_IN_WORDS.get(column, {}).get(row[column], row[column]))))
        for column, label in _PAIRS.items()
        if row[column] is not None
    ]
    pairs += [(plain(key), plain(text)) for key, text in attributes_of(row["attributes"]).items()]
    return tuple(pairs) or (("Recorded", NOT_RECORDED),)
