"""What a Kumu blueprint can carry comes back as it was."""

import json
import string
from collections import Counter
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.formats.kumu_json import FORMAT
from landscape.formats.outline import Outline, OutlineRelationship, OutlineStakeholder
from tests.formats.reading import records, tables

ODD = [
    *("שלום עולם", "🌱🌍", 'He said "no"', "two\nlines", "=1+1", "x" * 300),
    *("mill", "Mill", "A|B", "'", "<b>"),
]
FORBIDDEN = {"yes", "no", "on", "off", "true", "false"}
WORDS = st.text(
    st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="|"), min_size=1
).filter(lambda word: word.strip() == word != "")
NAMES = st.sampled_from(ODD) | WORDS
FIELDS = st.sampled_from(["Town", "label", "Type", "yes", "Über", "group", "x"]) | st.text(
    string.ascii_letters + " ", min_size=1
).map(lambda field: " ".join(field.split())).filter(bool)
VALUES = NAMES | st.integers(-(10**12), 10**12) | st.booleans()
ATTRIBUTES = st.dictionaries(FIELDS, VALUES, max_size=3)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    count = draw(st.integers(1, 6))
    people = [
        OutlineStakeholder(
            id=f"s{number}",
            name=draw(NAMES),
            kind=draw(st.none() | WORDS),
            group=draw(st.none() | NAMES),
            further_groups=draw(st.lists(WORDS, max_size=2)),
            notes=draw(st.none() | NAMES),
            attributes=draw(ATTRIBUTES),
        )
        for number in range(count)
    ]
    said = [
        OutlineRelationship(
            id=f"r{number}",
            source=f"s{draw(st.integers(0, count - 1))}",
            target=f"s{draw(st.integers(0, count - 1))}",
            directed=draw(st.booleans()),
            kind=draw(st.none() | NAMES),
            depth=draw(st.none() | st.integers(0, 4)),
            weight=draw(st.none() | st.floats(0.5, 9.0)),
            note=draw(st.none() | NAMES),
            attributes=draw(ATTRIBUTES),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    return Outline(name="Valley", stakeholders=people, relationships=said)


def as_text(value: object) -> str:
    return str(value).upper() if isinstance(value, bool) else str(value)


def recorded(**fields: object) -> dict[str, str]:
    return {field: as_text(value) for field, value in fields.items() if value is not None}


def are_in(attributes: Mapping[str, object], row: dict[str, str], own: set[str]) -> bool:
    """Whether all attributes are in a row, under their names where Kumu has no such field."""
    rest = {field: cell for field, cell in row.items() if field not in own}
    spellings = Counter(map(str.lower, attributes))
    taken = {*map(str.lower, own), "tags", "image", "id", "label", "from", "to", "direction"}
    named = {
        field: as_text(value)
        for field, value in attributes.items()
        if spellings[field.lower()] == 1 and field.lower() not in taken | FORBIDDEN
    }
    return sorted(rest.values()) == sorted(map(as_text, attributes.values())) and (
        named.items() <= rest.items()
    )


@settings(max_examples=100, deadline=None)
@given(outlines())
def test_what_is_written_is_read_as_the_same(outline: Outline) -> None:
    assert FORMAT.write is not None
    people, *rest = tables(FORMAT.write(outline), "map.json")
    own = {"Id", "Label", "Type", "Group", "Description", "further groups"}
    for one, row in zip(outline.stakeholders, records(people), strict=True):
        told = {key: cell for key, cell in row.items() if key in own}
        further = "|".join(one.further_groups) or None
        assert told == recorded(
            Id=one.id, Label=one.name, Type=one.kind, Group=one.group, Description=one.notes
        ) | ({"further groups": further} if further else {})
        assert are_in(one.attributes, row, own)
    assert people.says["Label"] == "name"
    assert {people.says.get("Type", "kind"), people.says.get("Group", "group")} == {"kind", "group"}
    own = {"Source", "Target", "Directed", "Type", "depth", "weight", "Description"}
    said = records(rest[0]) if rest else []
    for told_of, row in zip(outline.relationships, said, strict=True):
        told = {key: cell for key, cell in row.items() if key in own}
        assert told == recorded(
            Source=told_of.source,
            Target=told_of.target,
            Directed="directed" if told_of.directed else "undirected",
            Type=told_of.kind,
            depth=told_of.depth,
            weight=told_of.weight,
            Description=told_of.note,
        )
        assert are_in(told_of.attributes, row, own)
    assert all(table.by_id for table in rest)


def test_kumu_gets_fields_under_names_that_it_takes() -> None:
    attributes = {"YES": 1, "type": 2, "Type": 3, " ": 4, "share": float("nan")}
    one = OutlineStakeholder(id="s1", name="Mill", attributes=attributes)
    assert FORMAT.write is not None
    written = json.loads(FORMAT.write(Outline(name="Valley", stakeholders=[one])))
    assert written == {
        "elements": [
            {
                "id": "s1",
                "label": "Mill",
                "group": None,
                "field YES": 1,
                "type (2)": 2,
                "Type (3)": 3,
                "field": 4,
            }
        ],
        "connections": [],
    }


def test_notes_are_written_as_the_markdown_that_kumu_shows() -> None:
    one = OutlineStakeholder(id="s1", name="Mill", notes="2 * 3 * 4 <b>")
    assert FORMAT.write is not None
    written = json.loads(FORMAT.write(Outline(name="Valley", stakeholders=[one])))
    assert written["elements"][0]["description"] == r"2 \* 3 \* 4 \<b\>"
