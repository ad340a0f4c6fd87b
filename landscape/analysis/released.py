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
        people=cells["people"],
        dimensions=tuple(dimensions),
        items=tuple(items.values()),
        by_group={group: tuple(found) for group, found in sorted(by_group.items())},
        comments=_comments(cells["comments"]),
        withheld=tuple(Withheld(**one) for one in cells["withheld"]),
        released=cells["number"],
    )


def _item(item_id: str, cell: Mapping[str, Any], aim: Mapping[str, Any] | None) -> ItemResult:
    counted = sorted((int(level), times) for level, times in cell["levels"].items())
    levels = tuple(level for level, times in counted for _ in range(times))
    codes = Counter({OffScale(code): times for code, times in cell["off_scale"].items()})
    silent = cell["of"] - len(levels) - codes.total()
    low, high = quartiles(levels)
    return ItemResult(
        item_id=item_id,
        levels=levels,
        off_scale=codes + Counter({OffScale.UNANSWERED: silent}),
        texts={int(level): text for level, text in cell["texts"].items()},
        centre=middle(levels),
        low=low,
        high=high,
        target=math.nan if aim is None else aim["centre"],
    )


def _dimension(
    dimension_id: str,
    cell: Mapping[str, Any],
    items: list[ItemResult],
    aim: Mapping[str, Any] | None,
) -> DimensionResult:
    return DimensionResult(
        dimension_id=dimension_id,
        people=cell["people"],
        levels=tuple(sorted(level for item in items for level in item.levels)),
        off_scale=sum((item.off_scale for item in items), Counter()),
        centre=cell["centre"],
        low=cell.get("low", math.nan),
        high=cell.get("high", math.nan),
        target=math.nan if aim is None else aim["centre"],
    )


def _comments(cells: Mapping[str, Any]) -> tuple[Comment, ...]:
    told = [(about, cell["texts"]) for about, cell in sorted(cells["about"].items())]
    if cells["pooled"] is not None:
        told.append((POOLED, cells["pooled"]["texts"]))
    return tuple(Comment(about=about, text=text) for about, texts in told for text in texts)
