"""JSON of a network, as D3, sigma.js, vis.js, Cytoscape, NetworkX and others write it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from landscape.formats import json_places
from landscape.formats.json_text import json_format, objects, text, too_many_rows
from landscape.formats.table import Limits, ReadTable
from landscape.formats.two_tables import (
    DIRECTED,
    ID,
    UNDIRECTED,
    Rows,
    two_tables,
)

TITLE: Final = "JSON of D3 and others"
_PEOPLE: Final = ("nodes", "vertices")
_SAID: Final = ("links", "edges", "relationships")
_WITHIN: Final = ("elements", "graph", "network", "data")
_INNER: Final = ("attributes", "data", "properties", "metadata")
_IDS: Final = ("id", "key", "_id", "uuid")
_NAMES: Final = ("label", "name", "title", "caption", "full name", "fullname")
_ENDS: Final = (
    ("source", "target"),
    ("from", "to"),
    ("start", "end"),
    ("source_id", "target_id"),
    ("sourceid", "targetid"),
    ("src", "dst"),
)
_UNSAID: Final = frozenset({"vx", "vy", "fx", "fy", "index"})
_UNKEPT: Final = frozenset({*_IDS, "directed", "undirected", "isDirected", "index"})
_ONE_WAY: Final = {"TRUE": DIRECTED, "directed": DIRECTED, "1": DIRECTED}
_BOTH_WAYS: Final = {"FALSE": UNDIRECTED, "undirected": UNDIRECTED, "0": UNDIRECTED}

Record = dict[str, Any]


def layout(value: Any, file: str, limits: Limits) -> list[ReadTable] | None:
    """Stakeholders and relationships, wherever the two lists lie."""
    return tables(value, file, limits, form=TITLE)


def tables(value: Any, file: str, limits: Limits, *, form: str) -> list[ReadTable] | None:
    """The two tables of a picture, or None where the two lists are not there."""
    picture = _picture(value)
    if picture is None:
        return None
    vertices, said = (_listed(picture, keys, file, limits) for keys in (_PEOPLE, _SAID))
    counted = bool(vertices) and not any(_first(record, _IDS) for record in vertices)
    ends = _ends(said)
    counted = counted and all(_end(record, end).isdigit() for record in said for end in ends)
    people = Rows("stakeholders", file, limits)
    json_places.describe(people)
    upwards = bool(picture.get("attributes") or picture.get("options"))  # graphology counts upwards
    for number, record in enumerate(vertices):
        _put_person(people, record, str(number) if counted else None, upwards=upwards)
    by_id = any(people.column(ID))
    if not by_id:
        people.drop(ID)
    one_way = _directedness(picture) or _directedness(value)
    relationships = Rows("relationships", file, limits)
    for record in said:
        _put_relationship(relationships, record, ends, one_way)
    return two_tables(people, relationships, form, by_id=by_id)


def _picture(value: Any) -> Record | None:
    """The object that holds the two lists: the outermost, or one within it."""
    for held in (value, *(value.get(key) for key in _WITHIN)) if isinstance(value, dict) else ():
        if isinstance(held, dict) and any(
            isinstance(held.get(key), list | dict) for key in _PEOPLE
        ):
            return held
    return None


def _listed(
    picture: Mapping[str, Any], keys: Sequence[str], file: str, limits: Limits
) -> list[Record]:
    """The records of a list, of names alone, or of an object by their ids; all in one layer."""
    held: Any = next(
        (picture[key] for key in keys if isinstance(picture.get(key), list | dict)), []
    )
    if len(held) > limits.rows:
        raise too_many_rows(file, limits)
    if isinstance(held, dict):
        held = [{"id": key} | (one if isinstance(one, dict) else {}) for key, one in held.items()]
    named = [{"id": part} if isinstance(part, str) else part for part in held]
    return [_one_layer(record) for record in objects(named)]


def _one_layer(record: Record) -> Record:
    """The record with its attributes beside its own keys, which win."""
    inner: Record = {}
    for key in _INNER:
        if isinstance(record.get(key), dict):
            inner |= record[key]
    if isinstance(record.get("data"), dict):  # beside it Cytoscape writes how things are drawn
        return inner | {key: record[key] for key in ("position", "classes") if key in record}
    own = {key for key, held in record.items() if key not in _INNER or not isinstance(held, dict)}
    return inner | {key: record[key] for key in record if key in own}


def _first(record: Record, keys: Sequence[str]) -> str:
    """The key that the record has, of `keys` in their order; "" where it has none."""
    lower = {key.lower(): key for key in reversed(list(record))}
    return next((lower[key] for key in keys if key in lower and text(record[lower[key]])), "")


def _put_person(people: Rows, record: Record, number: str | None, *, upwards: bool) -> None:
    id_key, name_key = _first(record, _IDS), _first(record, _NAMES)
    people.begin(
        number if number is not None else text(record.get(id_key)), text(record.get(name_key))
    )
    place = record.get("position")
    place = place if isinstance(place, dict) else record
    placed = json_places.put(people, text(place.get("x")), text(place.get("y")), upwards=upwards)
    taken = {id_key, name_key} | ({"x", "y", "z", "position"} if placed else set())
    for key, held in record.items():
        if key not in taken and key not in _UNSAID and (cell := text(held)):
            people.put(key, cell)


def _ends(said: Sequence[Record]) -> tuple[str, str]:
    """What the two ends are called; of the first record that has both."""
    for record in said:
        for ends in _ENDS:
            source, target = (_first(record, (end,)) for end in ends)
            if source and target:
                return source, target
    return "source", "target"


def _end(record: Record, end: str) -> str:
    held = record.get(end)
    if isinstance(held, dict):  # D3 puts the whole record where its id was
        return text(held.get(_first(held, (*_IDS, *_NAMES, "index"))))
    return text(held)


def _directedness(record: Any) -> str:
    """What a picture or a relationship says of going one way; "" where it says nothing."""
    if not isinstance(record, dict):
        return ""
    options = record.get("options")
    kind = options.get("type") if isinstance(options, dict) else None
    said = text(record.get("directed", record.get("isDirected", kind)))
    if record.get("undirected") is True:
        return UNDIRECTED
    return _ONE_WAY.get(said) or _BOTH_WAYS.get(said) or ""


def _put_relationship(
    relationships: Rows, record: Record, ends: tuple[str, str], one_way: str
) -> None:
    source, target = (_end(record, end) for end in ends)
    relationships.begin(source, target, _directedness(record) or one_way)
    for key, held in record.items():
        if key in ends or key in _UNKEPT:
            continue
        if cell := text(held):
            relationships.put(key, cell)


FORMAT: Final = json_format(
    name="network-json",
    title=TITLE,
    recognises=lambda keys: (
        keys.keys() & {*_PEOPLE} != set()
        or keys.get("elements") == "{"
        or (keys.get("graph") == "{" and len(keys) <= 3)
    ),
    layout=layout,
    order=55,
)
