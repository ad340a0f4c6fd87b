"""One stakeholder made of two: what the kept one says wins, gaps are filled, the rest is kept."""

import json
from collections.abc import Mapping
from typing import Any, Final

Row = dict[str, Any]

ALSO_CALLED: Final = "Also called"
BETWEEN: Final = "; "
FIELD_WORDS: Final[Mapping[str, str]] = {
    "kind": "Kind",
    "role": "What they do",
    "level": "Level of scale",
    "place": "Place",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "influence": "Influence",
    "interest": "Interest",
    "location_note": "From where they look",
    "interests_declared": "What is at stake for them here",
}
_ASKED: Final = (None, "not_asked", "asked", "answered")
_SPOT: Final = ("latitude", "longitude")


def one_of_two(
    kept: Row, gone: Row, *, name: str | None = None, values: Mapping[str, object] | None = None
) -> Row:
    """The row of the stakeholder that both are: `kept`'s id, place in the list and values.

    `name` and `values` (by column) win over what either has. Further groups, relationships and
    the rest of the map are not looked at here.
    """
    row = dict(kept)
    row["name"] = name or kept["name"]
    ours, theirs = _texts(kept), _texts(gone)
    called = [
        *ours.pop(ALSO_CALLED, "").split(BETWEEN),
        str(kept["name"]),
        str(gone["name"]),
        *theirs.pop(ALSO_CALLED, "").split(BETWEEN),
    ]
    attributes = _united(ours, theirs, str(gone["name"]))
    for field in (*FIELD_WORDS, "constituency_id"):
        row[field] = _chosen(field, kept, gone, values or {})
        if field in FIELD_WORDS:
            for other in (kept, gone):
                if other[field] is not None and other[field] != row[field]:
                    _put(attributes, f"{FIELD_WORDS[field]} ({other['name']})", str(other[field]))
    also = [one for one in dict.fromkeys(called) if one and one != row["name"]]
    if also:
        attributes[ALSO_CALLED] = BETWEEN.join(also)
    row["attributes"] = json.dumps(attributes, ensure_ascii=False)
    row["notes"] = joined_notes(kept["notes"], gone["notes"])
    row["on_team"] = bool(kept["on_team"]) or bool(gone["on_team"])
    row["asked"] = max(kept["asked"], gone["asked"], key=_ASKED.index)
    row["roles"] = _both_lists(kept["roles"], gone["roles"])
    return row


def with_note(row: Row, note: str) -> Row:
    """The row with a note after the ones it has."""
    return {**row, "notes": joined_notes(row["notes"], note)}


def with_attribute(row: Row, key: str, text: str) -> Row:
    """The row with one more attribute; one of the same key is never overwritten."""
    attributes = _texts(row)
    _put(attributes, key, text)
    return {**row, "attributes": json.dumps(attributes, ensure_ascii=False)}


def united_attributes(kept: Row, gone: Row, called: str) -> str:
    """The attributes of two rows as JSON text; where they differ, the second's name its owner."""
    return json.dumps(_united(_texts(kept), _texts(gone), called), ensure_ascii=False)


def joined_notes(first: str | None, second: str | None) -> str | None:
    """Both notes, one a paragraph; one that the other holds already is not said twice."""
    if not first or not second:
        return first or second
    held = first.split("\n\n")
    return first if second in held or second == first else f"{first}\n\n{second}"


def _chosen(field: str, kept: Row, gone: Row, values: Mapping[str, object]) -> object:
    if field in values:
        return values[field]
    if field in _SPOT:
        # Half a place of one and half of the other would be a third place.
        owner = kept if any(kept[half] is not None for half in _SPOT) else gone
        return owner[field]
    return kept[field] if kept[field] is not None else gone[field]


def _texts(row: Row) -> dict[str, str]:
    return dict(json.loads(row["attributes"] or "{}"))


def _united(kept: dict[str, str], gone: Mapping[str, str], called: str) -> dict[str, str]:
    united = dict(kept)
    for key, text in gone.items():
        if united.setdefault(key, text) != text:
            _put(united, f"{key} ({called})", text)
    return united


def _put(attributes: dict[str, str], key: str, text: str) -> None:
    """Add under `key`, or under `key` with a number where something else stands there."""
    free, number = key, 2
    while attributes.get(free, text) != text:
        free, number = f"{key} {number}", number + 1
    attributes[free] = text


def _both_lists(first: str | None, second: str | None) -> str | None:
    if first is None or second is None:
        return second if first is None else first
    both = dict.fromkeys((*json.loads(first), *json.loads(second)))
    return json.dumps(list(both), ensure_ascii=False)
