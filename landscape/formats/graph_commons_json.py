"""Graph Commons: signals that make things and what is between them, or a picture with types."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from landscape.formats.json_text import json_format, objects, text
from landscape.formats.plain_words import plain
from landscape.formats.table import Limits, ReadTable
from landscape.formats.two_tables import (
    DIRECTED,
    ID,
    SOURCE,
    TARGET,
    Rows,
    two_tables,
)

TITLE: Final = "Graph Commons (JSON)"
KIND: Final = " type"
NOTE: Final = " description"
_OWN: Final = frozenset(
    {
        *("action", "id", "name", "name_id", "type", "type_id", "description", "properties"),
        *("from", "from_id", "from_name", "from_type", "to", "to_id", "to_name", "to_type"),
    }
)

Record = Mapping[str, Any]
Key = tuple[str, str]


def layout(value: Any, file: str, limits: Limits) -> list[ReadTable] | None:
    """Stakeholders and relationships of the signals, in their order."""
    if not isinstance(value, dict) or not isinstance(value.get("signals"), list):
        return None
    people, relationships = _rows(file, limits)
    made: dict[Key, str] = {}
    for signal in objects(value["signals"]):
        action = text(signal.get("action"))
        if action == "node_create":
            _put_person(people, made, (text(signal.get("type")), text(signal.get("name"))), signal)
        elif action == "edge_create":
            _put_relationship(people, relationships, made, signal)
    names = [name for _, name in made]
    by_id = len(set(names)) < len(names)
    if not by_id:  # a name says who is meant; a code would only stand beside it
        by_code = dict(zip(made.values(), names, strict=True))
        people.drop(ID)
        for end in (SOURCE, TARGET):
            relationships.replace(end, [by_code[code] for code in relationships.column(end)])
    return two_tables(people, relationships, TITLE, by_id=by_id)


def _rows(file: str, limits: Limits) -> tuple[Rows, Rows]:
    people = Rows("stakeholders", file, limits)
    people.describe(KIND, "Type")
    people.describe(NOTE, "Description", says="notes")
    relationships = Rows("relationships", file, limits)
    relationships.describe(KIND, "Type", says="kind")
    relationships.describe(NOTE, "Description", says="notes")
    return people, relationships


def _put_person(people: Rows, made: dict[Key, str], key: Key, signal: Record) -> str:
    """Put one of a type and name that is not there yet, and give its code."""
    if key in made:
        return made[key]
    kind, name = key
    made[key] = f"{kind}: {name}" if kind else name
    people.begin(made[key], name)
    people.put(KIND, kind)
    for field, cell in _further(signal):
        people.put(field, cell)
    return made[key]


def _put_relationship(
    people: Rows, relationships: Rows, made: dict[Key, str], signal: Record
) -> None:
    """Put a relationship; it makes its ends where no signal did, as Graph Commons does."""
    ends = [
        _put_person(
            people, made, (text(signal.get(f"{end}_type")), text(signal.get(f"{end}_name"))), {}
        )
        for end in ("from", "to")
    ]
    relationships.begin(*ends, DIRECTED)
    relationships.put(KIND, text(signal.get("name")))
    for field, cell in _further(signal):
        relationships.put(field, cell)


def _further(signal: Record) -> Iterator[tuple[str, str]]:
    """The description and what is recorded besides."""
    if note := plain(text(signal.get("description"))):
        yield NOTE, note
    properties = signal.get("properties")
    further = {key: held for key, held in signal.items() if key not in _OWN}
    for field, held in (further | (properties if isinstance(properties, dict) else {})).items():
        if cell := text(held):
            yield field, cell


FORMAT: Final = json_format(
    name="graph-commons-json",
    title=TITLE,
    recognises=lambda keys: keys.get("signals") == "[",
    layout=layout,
)
