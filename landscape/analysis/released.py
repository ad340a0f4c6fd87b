"""What a release of an anonymous round says, in the shape that all results have."""

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

from landscape.analysis.results import (
    POOLED,
    Comment,
    DimensionResult,
    ItemResult,
    Results,
    Withheld,
)
from landscape.analysis.scoring import middle, quartiles
from landscape.model.errors import InvalidValueError
from landscape.model.instrument import Instrument
from landscape.model.scales import OffScale


def released_results(instrument: Instrument, form: str, cells: Mapping[str, Any]) -> Results:
    """The results in the cells of a release; see :mod:`landscape.analysis.release`.

    A dimension's levels are those of its items that are given out. Groups have middles only.
    """
    items = {
        item.id: _item(item.id, cells["items"][item.id], cells["targets"]["items"].get(item.id))
        for item in instrument.form(form)
        if item.id in cells["items"]
    }
    dimensions: list[DimensionResult] = []
    by_group: dict[str, list[DimensionResult]] = {}
    for dimension in instrument.dimensions:
        id_ = dimension.id
        here = [items[one.id] for one in instrument.items_of(id_, form) if one.id in items]
        if (cell := cells["dimensions"].get(id_)) is not None:
            dimensions.append(_dimension(id_, cell, here, cells["targets"]["dimensions"].get(id_)))
        for group, theirs in cells["groups"].get(id_, {"shown": {}})["shown"].items():
            by_group.setdefault(group, []).append(_dimension(id_, theirs, [], None))
    return Results(
        people=_whole(cells["people"]),
        dimensions=tuple(dimensions),
        items=tuple(items.values()),
        by_group={group: tuple(found) for group, found in sorted(by_group.items())},
        comments=_comments(cells["comments"]),
        withheld=_withheld(cells["withheld"]),
        released=_whole(cells["number"]),
    )


def require_sound(cells: Any) -> None:
    """Raise InvalidValueError unless `cells` can be read as a release, or as what a room saw.

    For cells that come from a file, whoever wrote it.
    """
    try:
        if "item" in cells:
            _item(_text(cells["item"]), {"of": 0, "texts": {}, **cells}, None)
            return
        for id_, cell in cells["items"].items():
            _item(id_, cell, cells["targets"]["items"].get(id_))
        for id_, cell in cells["dimensions"].items():
            _dimension(id_, cell, [], cells["targets"]["dimensions"].get(id_))
        for split in cells["groups"].values():
            for group, cell in split["shown"].items():
                _dimension(_text(group), cell, [], None)
        _comments(cells["comments"])
        _withheld(cells["withheld"])
        _whole(cells["people"])
        _whole(cells["number"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _unreadable() from error


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _unreadable()
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _unreadable()
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _unreadable()
    return value


def _unreadable() -> InvalidValueError:
    return InvalidValueError(
        "What an anonymous round gave out cannot be read.",
        fix="Take the copy once more, or ask whoever gave it to you for an unaltered one.",
    )


def _withheld(told: Any) -> tuple[Withheld, ...]:
    return tuple(Withheld(what=_text(one["what"]), why=_text(one["why"])) for one in told)


def _item(item_id: str, cell: Mapping[str, Any], aim: Mapping[str, Any] | None) -> ItemResult:
    counted = sorted((int(level), _whole(times)) for level, times in cell["levels"].items())
    levels = tuple(level for level, times in counted for _ in range(times))
    codes = Counter({OffScale(code): _whole(n) for code, n in cell["off_scale"].items()})
    silent = max(0, _whole(cell["of"]) - len(levels) - codes.total())
    low, high = quartiles(levels)
    return ItemResult(
        item_id=item_id,
        levels=levels,
        off_scale=codes + Counter({OffScale.UNANSWERED: silent}),
        texts={int(level): _text(text) for level, text in cell["texts"].items()},
        centre=middle(levels),
        low=low,
        high=high,
        target=math.nan if aim is None else _number(aim["centre"]),
    )


def _dimension(
    dimension_id: str,
    cell: Mapping[str, Any],
    items: list[ItemResult],
    aim: Mapping[str, Any] | None,
) -> DimensionResult:
    return DimensionResult(
        dimension_id=dimension_id,
        people=_whole(cell["people"]),
        levels=tuple(sorted(level for item in items for level in item.levels)),
        off_scale=sum((item.off_scale for item in items), Counter()),
        centre=_number(cell["centre"]),
        low=_number(cell.get("low", math.nan)),
        high=_number(cell.get("high", math.nan)),
        target=math.nan if aim is None else _number(aim["centre"]),
    )


def _comments(cells: Mapping[str, Any]) -> tuple[Comment, ...]:
    told = [(about, cell["texts"]) for about, cell in sorted(cells["about"].items())]
    if cells["pooled"] is not None:
        told.append((POOLED, cells["pooled"]["texts"]))
    return tuple(Comment(about=about, text=_text(text)) for about, texts in told for text in texts)
