"""An outline as the two tables that Kumu takes: elements and connections."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from landscape.formats.free_headers import free_headers
from landscape.formats.outline import Outline
from landscape.formats.safe_cells import Value

CANNOT_CARRY: Final = (
    "Boundaries, reports by rater, places on the map, conversations, rounds and history stay "
    "behind. Kumu reads text with | as several values."
)
# Kumu refuses fields of the first six names, and takes the last three for its own.
_KEPT: Final = ("yes", "no", "on", "off", "true", "false", "id", "tags", "image")
_ELEMENTS: Final = ("Label", "Type", "Group", "Further groups", "Description")
_CONNECTIONS: Final = ("From", "To", "Type", "Direction", "Depth", "Strength", "Description")

Table = tuple[Sequence[str], Sequence[Sequence[Value]]]


def tables(outline: Outline) -> dict[str, Table]:
    """Elements and connections; by ids where the names alone would not do."""
    ids = _needs_ids(outline)
    ends = {one.id: one.id if ids else one.name for one in outline.stakeholders}
    of_elements = free_headers(
        (one.attributes for one in outline.stakeholders), (*_KEPT, *_ELEMENTS)
    )
    of_connections = free_headers(
        (one.attributes for one in outline.relationships), (*_KEPT, *_CONNECTIONS)
    )
    elements = [
        [
            *([one.id] if ids else []),
            one.name,
            one.kind,
            one.group,
            "|".join(name.replace("|", "/") for name in one.further_groups) or None,
            one.notes,
            *(one.attributes.get(attribute) for attribute in of_elements),
        ]
        for one in outline.stakeholders
    ]
    connections = [
        [
            ends[one.source],
            ends[one.target],
            one.kind,
            "directed" if one.directed else "undirected",
            one.depth,
            one.weight,
            one.note,
            *(one.attributes.get(attribute) for attribute in of_connections),
        ]
        for one in outline.relationships
    ]
    return {
        "Elements": (
            [*(["ID"] if ids else []), *_ELEMENTS, *of_elements.values()],
            elements,
        ),
        "Connections": ([*_CONNECTIONS, *of_connections.values()], connections),
    }


def _needs_ids(outline: Outline) -> bool:
    """Whether Kumu would take two stakeholders for one by their labels, or split one."""
    labels = Counter(one.name.strip().casefold() for one in outline.stakeholders)
    return any(times > 1 for times in labels.values()) or any(
        "|" in one.name or one.name != one.name.strip() for one in outline.stakeholders
    )
