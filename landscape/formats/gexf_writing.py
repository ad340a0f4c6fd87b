"""Writes GEXF 1.3, which Gephi opens with attributes, positions, kinds and directions."""

from collections.abc import Iterator, Sequence
from typing import Final

from landscape.formats.outline import Outline
from landscape.formats.outline_columns import (
    Column,
    Value,
    positions,
    recorded,
    relationship_columns,
    stakeholder_columns,
)
from landscape.formats.xml_writing import DECLARATION, element, text_element

CANNOT_CARRY: Final = (
    "Boundaries, reports by rater, conversations, rounds and history stay behind, "
    "further groups become an attribute, and characters that XML cannot hold are dropped."
)
_TYPES: Final = {str: "string", int: "long", float: "double", bool: "boolean"}
_NAMESPACES: Final = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz"}


def write(outline: Outline) -> bytes:
    """The outline as GEXF, one element a line."""
    of_people = stakeholder_columns(outline.stakeholders)
    of_relationships = relationship_columns(outline.relationships, without=("Kind", "Weight"))
    # Some readers take relationships of one direction only, and go by this.
    one_way = all(one.directed for one in outline.relationships)
    way = "directed" if outline.relationships and one_way else "undirected"
    drawn = element(
        "graph",
        {"defaultedgetype": way, "mode": "static"},
        (
            _described("node", of_people),
            _described("edge", of_relationships),
            element("nodes", {}, _stakeholders(outline, of_people)),
            element("edges", {}, _relationships(outline, of_relationships)),
        ),
    )
    whole = element("gexf", {**_NAMESPACES, "version": "1.3"}, (_about(outline), drawn))
    return (DECLARATION + whole).encode()


def _about(outline: Outline) -> str:
    said = [text_element("creator", {}, "Landscape"), text_element("title", {}, outline.name)]
    if outline.challenge:
        said.append(text_element("description", {}, outline.challenge))
    return element("meta", {}, said)


def _described(of: str, columns: Sequence[Column]) -> str:
    if not columns:
        return ""
    titles = (
        element("attribute", {"id": one.key, "title": one.title, "type": one.type_in(_TYPES)})
        for one in columns
    )
    return element("attributes", {"class": of}, titles)


def _values(columns: Sequence[Column], row: int) -> str:
    values = (
        element("attvalue", {"for": column.key, "value": value})
        for column in columns
        if (value := column.values[row]) is not None
    )
    inner = "".join(values)
    return element("attvalues", {}, (inner,)) if inner else ""


def _stakeholders(outline: Outline, columns: Sequence[Column]) -> Iterator[str]:
    places = positions(outline.stakeholders)
    for row, (one, place) in enumerate(zip(outline.stakeholders, places, strict=True)):
        within = [_values(columns, row)]
        if place is not None:
            x, y = place
            within.append(element("viz:position", {"x": x, "y": y, "z": 0.0}))
        yield element("node", {"id": one.id, "label": one.name}, within)


def _relationships(outline: Outline, columns: Sequence[Column]) -> Iterator[str]:
    for row, one in enumerate(outline.relationships):
        said: dict[str, Value] = {"id": one.id, "source": one.source, "target": one.target}
        said["type"] = "directed" if one.directed else "undirected"
        for key, value in (("kind", recorded(one.kind)), ("weight", recorded(one.weight))):
            if value is not None:
                said[key] = value
        yield element("edge", said, (_values(columns, row),))
