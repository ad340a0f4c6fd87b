"""A Kumu project as its backup writes it: all by `_id`, with the places of each map."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from landscape.formats import json_places
from landscape.formats.json_text import json_format, objects, text
from landscape.formats.kumu_json import (
    CAPTION,
    KIND,
    NOTE,
    OF_PEOPLE,
    OF_SAID,
    TAGS,
    left_out,
    loops,
    people_of,
    put,
    relationships_of,
    without_elements,
)
from landscape.formats.table import Finding, Limits, ReadTable
from landscape.formats.two_tables import ID, NAME, ONE_WAY, SOURCE, TARGET, two_tables

TITLE: Final = "Kumu (project)"
_ELEMENT: Final = {
    "_id": ID,
    "label": NAME,
    "element type": KIND,
    "type": KIND,
    "description": NOTE,
    "tags": TAGS,
}
_CONNECTION: Final = {
    "from": SOURCE,
    "to": TARGET,
    "direction": ONE_WAY,
    "connection type": KIND,
    "type": KIND,
    "description": NOTE,
    "tags": TAGS,
    "label": CAPTION,
}
_IN_THE_BIN: Final = ("trashed", "deleted", "trashed_at", "trashedat", "deleted_at", "deletedat")

Record = Mapping[str, Any]
Place = tuple[str, str]


def layout(value: Any, file: str, limits: Limits) -> list[ReadTable] | None:
    """Elements as stakeholders with their places, connections as relationships."""
    if not isinstance(value, dict) or not isinstance(value.get("elements"), list):
        return None
    if "maps" not in value and not any("_id" in one for one in objects(value["elements"])):
        return None
    maps, views = objects(value.get("maps")), objects(value.get("perspectives"))
    elements, thrown = _kept(objects(value["elements"]))
    if not elements:
        raise without_elements(
            file,
            f"It is the definition of a Kumu project with {_count(len(maps), 'map')} and "
            f"{_count(len(views), 'view')}, but 0 elements"
            + (f" besides {len(thrown)} in the bin." if thrown else "."),
        )
    connections, gone = _kept(objects(value.get("connections")))
    between = [c for c in connections if not {text(c.get("from")), text(c.get("to"))} & thrown]
    called = {text(one.get("name")).lower(): text(one.get("name")) for one in _fields(value)}
    people = people_of(file, limits)
    json_places.describe(people)
    places = _places(value, maps)
    for element in elements:
        id_ = text(element.get("_id"))
        put(people, {"_id": id_, **dict(_attributes(element, called))}, _ELEMENT, OF_PEOPLE)
        if id_ in places:
            json_places.put(people, *places[id_])
    relationships = relationships_of(file, limits)
    for connection in between:
        told = {key: text(connection.get(key)) for key in ("from", "to", "direction")}
        flags = {key: "TRUE" for key in ("delayed", "reversed") if connection.get(key) is True}
        fields = dict(_attributes(connection, called))
        put(relationships, told | flags | fields, _CONNECTION, OF_SAID)
    findings = (
        *_in_the_bin(len(thrown), len(gone) + len(connections) - len(between)),
        *loops(value.get("loops")),
    )
    return two_tables(people, relationships, TITLE, findings=findings)


def _kept(records: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], set[str]]:
    """The records that are not in the bin, and the ids of those that are."""
    thrown = {
        text(one.get("_id"))
        for one in records
        if any(held for key, held in one.items() if key.lower() in _IN_THE_BIN)
    }
    return [one for one in records if text(one.get("_id")) not in thrown], thrown


def _fields(value: Record) -> list[dict[str, Any]]:
    return [one for one in objects(value.get("attributes")) if text(one.get("name")).strip()]


def _attributes(record: Record, called: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is recorded, under the names that the project gives its fields."""
    attributes = record.get("attributes")
    for field, held in (attributes if isinstance(attributes, dict) else {}).items():
        key = field.strip().lower()
        own = key in _ELEMENT or key in _CONNECTION
        yield (field if own else called.get(field, field)), text(held)


def _places(value: Record, maps: list[dict[str, Any]]) -> dict[str, Place]:
    """Where each element is on the map that opens first."""
    chosen = text(value.get("defaultMap"))
    first = next((one for one in maps if text(one.get("_id")) == chosen), maps[0] if maps else {})
    places: dict[str, Place] = {}
    for shown in objects(first.get("elements")):
        position = shown.get("position")
        if isinstance(position, dict):
            places[text(shown.get("element"))] = (text(position.get("x")), text(position.get("y")))
    return places


def _in_the_bin(elements: int, connections: int) -> tuple[Finding, ...]:
    if not elements and not connections:
        return ()
    return (
        left_out(
            f"what lies in the bin of the project, {_count(elements, 'element')} and "
            f"{_count(connections, 'connection')}"
        ),
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


FORMAT: Final = json_format(
    name="kumu-project",
    title=TITLE,
    recognises=lambda keys: (
        bool(keys.keys() & {"defaultMap", "perspectives", "attributeRelevance"})
        or {"maps", "elements"} <= keys.keys()
    ),
    layout=layout,
)
