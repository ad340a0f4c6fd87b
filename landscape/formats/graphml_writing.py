"""Writes GraphML with typed attributes, which yEd, Gephi, igraph and networkx open."""

from collections.abc import Iterator, Sequence
from typing import Final

from landscape.formats.outline import Outline
from landscape.formats.outline_columns import (
    Column,
    positions,
    relationship_columns,
    stakeholder_columns,
)
from landscape.formats.xml_writing import DECLARATION, element, text_element

CANNOT_CARRY: Final = (
    "Boundaries, reports by rater, conversations, rounds and history stay behind, "
    "further groups become an attribute, and characters that XML cannot hold are dropped."
)
_TYPES: Final = {str: "string", int: "long", float: "double", bool: "boolean"}
_NAMESPACE: Final = {"xmlns": "http://graphml.graphdrawing.org/xmlns"}


def write(outline: Outline) -> bytes:
    """The outline as GraphML, one element a line."""
    names = Column(
        key="landscape.name",
        title="label",
        values=[one.name or None for one in outline.stakeholders],
    )
    of_people = [names, *stakeholder_columns(outline.stakeholders), *_places(outline)]
    of_relationships = relationship_columns(outline.relationships)
    one_way = all(one.directed for one in outline.relationships)
    way = "directed" if outline.relationships and one_way else "undirected"
    whole = element(
        "graphml",
        _NAMESPACE,
        (
            text_element("desc", {}, outline.name),
            *_described("node", of_people),
            *_described("edge", of_relationships),
            element(
                "graph",
                {"edgedefault": way},
                (*_stakeholders(outline, of_people), *_relationships(outline, of_relationships)),
            ),
        ),
    )
    return (DECLARATION + whole).encode()


def _places(outline: Outline) -> Iterator[Column]:
    places = positions(outline.stakeholders)
    if any(places):
        for number, axis in enumerate("xy"):
            values = [None if place is None else place[number] for place in places]
            yield Column(key=f"landscape.{axis}", title=axis, values=values)


def _described(of: str, columns: Sequence[Column]) -> Iterator[str]:
    for one in columns:
        kind = one.type_in(_TYPES)
        yield element("key", {"id": one.key, "for": of, "attr.name": one.title, "attr.type": kind})


def _values(columns: Sequence[Column], row: int) -> Iterator[str]:
    for column in columns:
        value = column.values[row]
        if value is not None:
            yield text_element("data", {"key": column.key}, value)


def _stakeholders(outline: Outline, columns: Sequence[Column]) -> Iterator[str]:
    for row, one in enumerate(outline.stakeholders):
        yield element("node", {"id": one.id}, _values(columns, row))


def _relationships(outline: Outline, columns: Sequence[Column]) -> Iterator[str]:
    for row, one in enumerate(outline.relationships):
        ends = {"id": one.id, "source": one.source, "target": one.target}
        yield element("edge", {**ends, "directed": one.directed}, _values(columns, row))
