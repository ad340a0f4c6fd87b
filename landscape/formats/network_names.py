"""What stakeholders and relationships of a file are called, where it has no place for that."""

from collections.abc import Sequence
from typing import Final

from landscape.formats.two_tables import CAPTION, ID, NAME, WITHIN, Rows

# What other programs call the name of a stakeholder, the surest first.
_NAMES: Final = ("label", "name", "vertexnames", "title")
_MOST_CAPTIONS: Final = 50
_KINDS: Final = frozenset({"kind", "type", "relation", "relationship", "relationship type"})


def name_by_attribute(people: Rows, surest: Sequence[str] = ()) -> None:
    """Take for the name what other programs call so, where the file has no place of its own."""
    if any(people.column(NAME)):
        return
    called = [
        key
        for name in _NAMES
        for key, header in people.headers().items()
        if header.strip().casefold() == name and not key.startswith(" ")
    ]
    held = [key for key in surest if key in people.headers()]
    for key in (*held, *called)[:1]:
        people.replace(NAME, people.column(key))
        people.drop(key)


def captions_for_kinds(relationships: Rows) -> None:
    """Take captions for kinds where no column says the kind, and they are few that come again."""
    headers = {header.strip().casefold() for header in relationships.headers().values()}
    if relationships.has_role("kind") or headers & _KINDS:
        return
    said = [caption for caption in relationships.column(CAPTION) if caption.strip()]
    if 0 < len(set(said)) <= min(_MOST_CAPTIONS, max(1, len(said) // 2)):
        relationships.says(CAPTION, "kind")


def name_those_around(people: Rows) -> None:
    """Say by name, where ids stand, within whom a stakeholder stands."""
    within = people.column(WITHIN)
    if any(within):
        ids, names = people.column(ID), people.column(NAME)
        named = {id_: name or id_ for id_, name in zip(ids, names, strict=True)}
        people.replace(WITHIN, [named.get(id_, id_) for id_ in within])
