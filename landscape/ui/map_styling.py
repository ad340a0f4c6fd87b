"""How the map looks: the colour, shape, size and border of every mark, and the legends of these."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from landscape.analysis.arrays import Ints
from landscape.charts import palette
from landscape.charts.palette import SHAPES, Shape
from landscape.model.map_look import MapLook
from landscape.services.map_asking import Seen, Values
from landscape.services.map_fields import MapField, in_words
from landscape.services.mapping import Map
from landscape.ui.canvas.payload import (
    BORDERS,
    Ghost,
    Legend,
    LegendEntry,
    MapLooks,
    Means,
)
from landscape.ui.map_coding import (
    MISSING,
    Coding,
    coding_of_groups,
    coding_of_kinds,
    coding_of_steps,
)
from landscape.ui.text import plain

RELATIONSHIPS: Final = "relationships"
GROUP: Final = "group"

# The factor on the radius of an ordinary mark, of each of five steps and of what is not recorded.
_SIZES: Final = (0.7, 0.95, 1.2, 1.5, 1.85)
_SIZE_MISSING: Final = 0.5
_LEVELS: Final = 5


def looks(
    map_: Map,
    look: MapLook,
    seen: Seen,
    values: Values,
    fields: Sequence[MapField],
    ghosts: Sequence[Ghost] = (),
) -> MapLooks:
    """How everybody and everything on `map_` looks by `look`.

    `values` gives the values of a field by its key. A field that is not among `fields` says
    nothing, as if none were chosen.
    """
    means = _means_of(look, {GROUP, *(field.key for field in fields)})
    codings = {key: coding(map_, key, values, fields) for key in means}
    tips = {field.key: field.tip for field in fields if field.group == "analyst"}
    colours, colour = _colour(codings.get(look.colour), len(map_.people))
    return MapLooks(
        colours=colours,
        colour=colour,
        shape=_seats(codings, look.shape, "shape", look, len(map_.people)),
        size=_size(codings.get(look.size), look, len(map_.people)),
        border=_seats(codings, look.border, "border", look, len(map_.people))
        if look.border in codings
        else None,
        shown=None if seen.shown.all() else seen.shown,
        line_shown=None if seen.line_shown.all() else seen.line_shown,
        strong=seen.strong,
        line_strong=seen.line_strong,
        legends=[
            *(
                _legend(codings[key], _said_by(codings[key], which, look), look, tips.get(key, ""))
                for key, which in means.items()
            ),
            *_legend_of_relationships(look),
        ],
        ghosts=ghosts,
        words=[plain(sentence) for sentence in seen.words],
    )


def coding(map_: Map, key: str, values: Values, fields: Sequence[MapField]) -> Coding:
    """What the values of one field become on the map."""
    if key == GROUP:
        return coding_of_groups("Group", map_)
    field = next(one for one in fields if one.key == key)
    make = coding_of_kinds if field.kind == "categorical" else coding_of_steps
    return make(key, field.label, values(key), lambda value: in_words(key, value))


def _means_of(look: MapLook, known: set[str]) -> dict[str, list[Means]]:
    """By field, what says it; the number of relationships is drawn by the map itself."""
    means: dict[str, list[Means]] = {}
    for name in ("colour", "shape", "border", "size"):
        key = getattr(look, name)
        if key in known and not (name == "size" and key == RELATIONSHIPS):
            means.setdefault(key, []).append(name)
    return means


def _said_by(coded: Coding, means: Sequence[Means], look: MapLook) -> tuple[Means, ...]:
    """What tells the marks apart: not the shape where all have the same."""
    shapes = {_seat(coded, at, "shape", look) for at in range(len(coded.marks))}
    return tuple(one for one in means if one != "shape" or len(shapes) > 1 or len(means) == 1)


def _colour(coded: Coding | None, people: int) -> tuple[list[tuple[str, str]], Ints]:
    if coded is None:
        return [_level(2, 5)], np.zeros(people, dtype=np.int64)
    return [_paint(coded, at) for at in range(len(coded.marks))] or [_level(2, 5)], coded.code


def _paint(coded: Coding, at: int) -> tuple[str, str]:
    """The colour of a mark on light and dark pages."""
    mark = coded.marks[at]
    if coded.is_ordered and mark.key != MISSING:
        return _level(at, len(coded.recorded))
    return mark.style.colour, mark.style.colour_dark


def _level(at: int, steps: int) -> tuple[str, str]:
    """The colour of a step, lowest first; few steps lie as far apart as five do."""
    level = _spread(at, steps) + 1
    return palette.ordinal(level, dark=False), palette.ordinal(level, dark=True)


def _spread(at: int, steps: int) -> int:
    return _LEVELS // 2 if steps < 2 else round(at * (_LEVELS - 1) / (steps - 1))


def _size(coded: Coding | None, look: MapLook, people: int) -> Any:
    if look.size == RELATIONSHIPS:
        return None
    if coded is None:
        return np.ones(people)
    return np.array([_factor(coded, at) for at in range(len(coded.marks))], dtype=float)[coded.code]


def _factor(coded: Coding, at: int) -> float:
    if coded.marks[at].key == MISSING:
        return _SIZE_MISSING
    return _SIZES[_spread(at, len(coded.recorded))]


def _seats(codings: dict[str, Coding], key: str, by: Means, look: MapLook, people: int) -> Ints:
    """The number of the shape or border of everybody."""
    coded = codings.get(key)
    if coded is None:
        return np.zeros(people, dtype=np.int64)
    seats = np.array([_seat(coded, at, by, look) for at in range(len(coded.marks))], dtype=np.int64)
    return seats[coded.code] if len(seats) else np.zeros(people, dtype=np.int64)


def _seat(coded: Coding, at: int, by: Means, look: MapLook) -> int:
    """Which shape or border a mark has: its own while there are enough, the last one beyond."""
    if by == "shape" and look.shape == look.colour and not coded.is_ordered:
        return SHAPES.index(coded.marks[at].style.shape)
    if by == "shape" and look.shape == look.colour:
        return 0
    return min(at, (len(SHAPES) if by == "shape" else len(BORDERS)) - 1)


def _legend(coded: Coding, means: tuple[Means, ...], look: MapLook, tip: str) -> Legend:
    asked = next((one for one in look.filters if one.field == coded.field), None)
    entries = []
    for at, mark in enumerate(coded.marks):
        colour, colour_dark = _paint(coded, at) if "colour" in means else ("", "")
        shape: Shape = SHAPES[_seat(coded, at, "shape", look)] if "shape" in means else "circle"
        entries.append(
            LegendEntry(
                key=mark.key,
                label=mark.label,
                count=mark.count,
                colour=colour,
                colour_dark=colour_dark,
                shape=shape,
                size=_factor(coded, at) if "size" in means else 1.0,
                border=BORDERS[_seat(coded, at, "border", look)] if "border" in means else "plain",
                hidden=mark.is_hidden(asked),
            )
        )
    return Legend(
        title=coded.title,
        field=coded.field,
        means=means,
        entries=tuple(entries),
        note=" ".join(said for said in (tip, _note(coded, means, look)) if said),
    )


def _note(coded: Coding, means: tuple[Means, ...], look: MapLook) -> str:
    """Where there are more values than shapes or borders, which of them look alike."""
    few = {"shape": len(SHAPES), "border": len(BORDERS)}
    for name in means:
        alone = name == "border" or (name == "shape" and look.shape != look.colour)
        if alone and len(coded.marks) > few[name]:
            return f"From the fourth on, all have the same {name}."
    return ""


def _legend_of_relationships(look: MapLook) -> list[Legend]:
    if look.size != RELATIONSHIPS:
        return []
    return [
        Legend(
            title="Number of relationships",
            field=RELATIONSHIPS,
            means=("size",),
            entries=(),
            note="A larger mark has more relationships.",
        )
    ]
