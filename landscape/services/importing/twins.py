"""Names of an import that may be one: with each other, or with somebody on the map."""

from collections.abc import Sequence
from typing import Final

from landscape.analysis.likeness import likely_same
from landscape.services.importing.changes import Twin
from landscape.services.importing.decisions import Decisions

MOST: Final = 100


def twins(added: Sequence[str], on_map: Sequence[str], decisions: Decisions) -> tuple[Twin, ...]:
    """Pairs of names that nobody has decided about, the likest first.

    `added` are the names that an import adds, `on_map` those that are there already.
    """
    among = [
        Twin(
            left=added[pair.left],
            right=added[pair.right],
            likeness=pair.likeness,
            on_map=False,
            why=pair.why,
        )
        for pair in likely_same(added)
    ]
    beside = [
        Twin(
            left=added[pair.left],
            right=on_map[pair.right],
            likeness=pair.likeness,
            on_map=True,
            why=pair.why,
        )
        for pair in likely_same(added, others=on_map)
    ]
    found = [twin for twin in among + beside if not decisions.are_apart(twin.left, twin.right)]
    return tuple(sorted(found, key=lambda twin: -twin.likeness)[:MOST])
