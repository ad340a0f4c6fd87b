"""`landscape measure`: what reaches across a boundary, and where the conversation stops."""

import math
from argparse import Namespace
from collections.abc import Mapping

from landscape.analysis.boundaries import Crossings
from landscape.cli.naming import required
from landscape.cli.showing import DONE, show
from landscape.model.errors import NotFoundError
from landscape.model.principal import LOCAL
from landscape.services.reading import ALL_LIVE, BOUNDARY_TABLES, crossings_at
from landscape.store.base import Store


def run(store: Store, asked: Namespace) -> int:
    """Count what crosses the boundary, between each two of its sides."""
    landscape = required(store, asked.landscape)
    tables = store.snapshot(LOCAL, landscape.id, tables=("boundary", *BOUNDARY_TABLES))
    names = tables.boundary.loc[tables.boundary["name"] == asked.boundary, "id"]
    if names.empty:
        known = ", ".join(repr(name) for name in tables.boundary["name"])
        raise NotFoundError(
            f"{landscape.name!r} has no boundary {asked.boundary!r}.",
            fix=f"Name one of: {known}." if known else "Add one on Boundaries.",
        )
    counted = crossings_at(tables, names.iloc[0])
    told = {
        "landscape": landscape.name,
        "boundary": asked.boundary,
        "filter": ALL_LIVE.words,
        **_measured(counted),
    }
    show(asked, told, _lines(told, counted))
    return DONE


def _measured(counted: Crossings) -> dict[str, object]:
    count = len(counted.sides)
    pairs = [(row, column) for row in range(count) for column in range(row, count)]
    index = counted.ei_index
    return {
        "crossing": counted.crossing,
        "staying": counted.staying,
        "unplaced": counted.unplaced,
        "ei_index": None if math.isnan(index) else index,
        "sides": [
            {
                "from": counted.sides[row],
                "to": counted.sides[column],
                "relationships": int(counted.relationships[row, column]),
                "pairs": int(counted.pairs[row, column]),
                "answered": int(counted.answered[row, column]),
                "silence": counted.silence(row, column),
            }
            for row, column in pairs
        ],
    }


def _lines(told: Mapping[str, object], counted: Crossings) -> list[str]:
    lines = [
        f"{told['landscape']}: {told['boundary']}",
        f"{told['filter']}: {counted.crossing} cross, {counted.staying} stay on one side.",
    ]
    for row, name in enumerate(counted.sides):
        for column in range(row + 1, len(counted.sides)):
            found = counted.silence(row, column) or counted.relationships[row, column]
            lines.append(f"  {name} - {counted.sides[column]}: {found}")
    return lines
