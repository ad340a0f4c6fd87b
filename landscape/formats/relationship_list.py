"""Writes a plain list of relationships as CSV: who, with whom, and what is known of it."""

from typing import Final

from landscape.formats.free_headers import free_headers
from landscape.formats.outline import Outline
from landscape.formats.safe_cells import csv_file
from landscape.formats.table import Format

_HEADERS: Final = ("Source", "Target", "Kind", "Depth", "Weight", "Directed", "Notes")


def write(outline: Outline) -> bytes:
    """One row a relationship, by the names of its ends."""
    names = {one.id: one.name for one in outline.stakeholders}
    further = free_headers((one.attributes for one in outline.relationships), _HEADERS)
    rows = (
        [
            names[one.source],
            names[one.target],
            one.kind,
            one.depth,
            one.weight,
            one.directed,
            one.note,
            *(one.attributes.get(name) for name in further),
        ]
        for one in outline.relationships
    )
    return csv_file([*_HEADERS, *further.values()], rows)


FORMAT: Final = Format(
    name="relationship-list",
    title="List of relationships (CSV)",
    write=write,
    suffix=".csv",
    mime="text/csv",
    cannot_carry="Stakeholders without a relationship, groups, boundaries, places on the map and "
    "everything else that is known of stakeholders stay behind; those of one name become one. "
    "Text that begins like a formula gets an apostrophe.",
)
