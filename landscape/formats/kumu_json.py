"""Kumu's JSON blueprint: elements, the connections between them, and loops."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from landscape.formats.json_text import check, objects, reader, shape, text
from landscape.formats.outline import Outline, OutlineRelationship, OutlineStakeholder
from landscape.formats.plain_words import markdown, plain
from landscape.formats.table import FileRefusedError, Finding, Format, Limits, ReadTable
from landscape.formats.two_tables import ID, NAME, ONE_WAY, SOURCE, TARGET, Rows, two_tables

TITLE: Final = "Kumu (JSON blueprint)"
KIND: Final = " type"
NOTE: Final = " description"
GROUP: Final = " group"
TAGS: Final = " tags"
CAPTION: Final = " label"
_CODE: Final = " id of a connection"
_ELEMENT: Final = {
    "id": ID,
    "label": NAME,
    "type": KIND,
    "description": NOTE,
    "tags": TAGS,
    "group": GROUP,
}
_CONNECTION: Final = {
    "id": _CODE,
    "from": SOURCE,
    "to": TARGET,
    "direction": ONE_WAY,
    "type": KIND,
    "description": NOTE,
    "tags": TAGS,
    "label": CAPTION,
}
OF_PEOPLE: Final = (ID, NAME)
OF_SAID: Final = (SOURCE, TARGET, ONE_WAY)
# Kumu takes no field of these names, whatever their case.
_FORBIDDEN: Final = frozenset({"", "yes", "no", "on", "off", "true", "false"})
_OF_ELEMENTS: Final = frozenset({*_ELEMENT, "image", "further groups"})
_OF_CONNECTIONS: Final = frozenset({*_CONNECTION, "depth", "weight"})


def layout(value: Any, file: str, limits: Limits) -> list[ReadTable] | None:
    """Elements as stakeholders, connections as relationships, by ids where elements have them."""
    if not isinstance(value, dict) or not isinstance(value.get("elements", []), list):
        return None
    elements, connections = objects(value.get("elements")), objects(value.get("connections"))
    if not {"elements", "connections"} & value.keys() or any("_id" in one for one in elements):
        return None
    if not elements and not connections:
        raise without_elements(file, "It is a Kumu blueprint with 0 elements.")
    people = people_of(file, limits)
    for element in elements:
        put(people, {key: text(held) for key, held in element.items()}, _ELEMENT, OF_PEOPLE)
    relationships = relationships_of(file, limits)
    for connection in connections:
        put(
            relationships,
            {key: text(held) for key, held in connection.items()},
            _CONNECTION,
            OF_SAID,
        )
    relationships.drop(_CODE)
    # A file with groups in a field of their own tells kinds by the type; else it may be either.
    if any("group" in map(str.lower, element) for element in elements):
        people.says(KIND, "kind")
        people.says(GROUP, "group")
    by_id = any(people.column(ID))
    if not by_id:
        people.drop(ID)
    return two_tables(people, relationships, TITLE, findings=loops(value.get("loops")), by_id=by_id)


def people_of(file: str, limits: Limits) -> Rows:
    """The rows of elements, with the headers of Kumu's own fields."""
    people = Rows("stakeholders", file, limits)
    people.describe(KIND, "Type")
    people.describe(NOTE, "Description", says="notes")
    people.describe(GROUP, "Group")
    people.describe(TAGS, "Tags")
    return people


def relationships_of(file: str, limits: Limits) -> Rows:
    """The rows of connections, with the headers of Kumu's own fields."""
    relationships = Rows("relationships", file, limits)
    relationships.describe(KIND, "Type", says="kind")
    relationships.describe(NOTE, "Description", says="notes")
    relationships.describe(TAGS, "Tags")
    relationships.describe(CAPTION, "Label")
    return relationships


def put(
    rows: Rows, record: Mapping[str, str], own: Mapping[str, str], fixed: Sequence[str]
) -> None:
    """Put a row; Kumu's own fields are told by `own`, whatever their case; `fixed` come first."""
    cells: dict[str, str] = dict.fromkeys(fixed, "")
    for field, held in record.items():
        key = own.get(field.strip().lower(), field.strip() or "Field without a name")
        if cell := plain(held) if key == NOTE else held:
            cells[key] = f"{cells[key]}|{cell}" if cells.get(key) else cell
    rows.begin(*(cells.pop(key) for key in fixed))
    for key, cell in cells.items():
        rows.put(key, cell)


def loops(held: Any) -> tuple[Finding, ...]:
    """Say which loops are left out: a landscape has none."""
    labels = [text(loop.get("label")) or "without a name" for loop in objects(held)]
    if not labels:
        return ()
    return (
        left_out(f"{len(labels)} loop{'s' if len(labels) > 1 else ''}: {'; '.join(labels)[:300]}"),
    )


def left_out(what: str) -> Finding:
    """Say what of a file is not read."""
    return Finding(
        code="part-not-read",
        what=f"Left out: {what}.",
        fix="Nothing to do, unless you need it: write it into the notes of a stakeholder.",
    )


def without_elements(file: str, what: str) -> FileRefusedError:
    """The refusal of a file that is Kumu's and holds nobody."""
    return FileRefusedError(
        "no-stakeholders",
        file,
        what,
        fix="In Kumu, export the elements and connections of the map (Excel, CSV or JSON) "
        "and choose that file.",
    )


def write(outline: Outline) -> bytes:
    """A blueprint that Kumu takes as it is."""
    elements = [_element(one) for one in outline.stakeholders]
    connections = [_connection(one) for one in outline.relationships]
    blueprint = {"elements": elements, "connections": connections}
    return json.dumps(blueprint, ensure_ascii=False, allow_nan=False, indent=1).encode()


def _element(one: OutlineStakeholder) -> dict[str, object]:
    return {
        "id": one.id,
        "label": one.name,
        # Always there, so that Kumu's type is read back as a kind and not as a group.
        "group": one.group,
        **_filled({"type": one.kind}),
        **_filled({"description": markdown(one.notes) if one.notes else None}),
        **_filled({"further groups": list(one.further_groups) or None}),
        **_attributes(one.attributes, _OF_ELEMENTS),
    }


def _connection(one: OutlineRelationship) -> dict[str, object]:
    return {
        "id": one.id,
        "from": one.source,
        "to": one.target,
        "direction": "directed" if one.directed else "undirected",
        **_filled({"type": one.kind, "depth": one.depth, "weight": one.weight}),
        **_filled({"description": markdown(one.note) if one.note else None}),
        **_attributes(one.attributes, _OF_CONNECTIONS),
    }


def _filled(fields: Mapping[str, object]) -> dict[str, object]:
    return {field: held for field, held in fields.items() if held is not None}


def _attributes(
    attributes: Mapping[str, str | int | float | bool], own: frozenset[str]
) -> dict[str, object]:
    """Attributes under names that Kumu takes and that are none of its own, each once."""
    written: dict[str, object] = {}
    taken = set(own)
    for name, held in attributes.items():
        if isinstance(held, float) and not math.isfinite(held):
            continue
        word = name.strip()
        if word.lower() in _FORBIDDEN:
            word = f"field {word}".strip()
        field, number = word, 2
        while field.lower() in taken:
            field, number = f"{word} ({number})", number + 1
        taken.add(field.lower())
        written[field] = held
    return written


FORMAT: Final = Format(
    name="kumu-json",
    title=TITLE,
    recognises=lambda data: (keys := shape(data)).get("elements") == "[" or "connections" in keys,
    read=reader(layout),
    check=check,
    order=52,
    write=write,
    suffix=".json",
    mime="application/json",
    cannot_carry="Places on the picture (Kumu arranges the map by itself), boundaries, "
    "who reported what, and the history stay behind.",
)
