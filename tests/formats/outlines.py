"""Outlines to write and read back, with names as odd as people give them."""

import math
import re
from collections.abc import Mapping

import pandas as pd
from hypothesis import strategies as st

from landscape.formats.cleaning import clean
from landscape.formats.outline import Outline, OutlineRelationship, OutlineStakeholder
from landscape.formats.source import SourceTable, from_bytes
from landscape.formats.table import Format, Limits, to_bytes

ODD_NAMES = (
    "مجلس المدينة",
    "🌱 Sprout",
    '"The" O\'Neill & Sons <Ltd>',
    "two\nlines\r\nand\ra third\t",
    "=1+1",
    "mill",
    "Mill",
    " Mill ",
    "n" * 300,
    "]]>",
    "&amp;",
    "A|B",
    "NA",
    "007",
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(ODD_NAMES)
filled = texts.filter(lambda text: bool(held(text).strip()))
titles = st.sampled_from(
    ["Sector", "sector", "Label", "Id", "Kind", "Source", "Weight", "x", "Größe"]
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
values = filled | st.integers(-(2**40), 2**40) | numbers | st.booleans()
attributes = st.dictionaries(titles, values, max_size=3)


def held(text: str) -> str:
    """What of a text XML can hold and readers keep: nothing unseen."""
    return clean(re.sub("[\ufffe\uffff]", "", text))


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """A landscape of a few stakeholders, whose names may be the same."""
    count = draw(st.integers(1, 5))
    people = [
        OutlineStakeholder(
            id=f"s{number}",
            name=draw(filled),
            kind=draw(st.none() | filled),
            group=draw(st.none() | filled),
            further_groups=draw(st.lists(st.sampled_from(["Town", "Hill farmers"]), unique=True)),
            notes=draw(st.none() | filled),
            attributes=draw(attributes),
            x=(x := draw(st.none() | numbers)),
            y=None if x is None else draw(numbers),
        )
        for number in range(count)
    ]
    ends = st.integers(0, count - 1).map(lambda number: f"s{number}")
    relationships = [
        OutlineRelationship(
            id=f"r{number}",
            source=draw(ends),
            target=draw(ends),
            directed=draw(st.booleans()),
            kind=draw(st.none() | filled),
            depth=draw(st.none() | st.integers(0, 4)),
            weight=draw(st.none() | numbers),
            note=draw(st.none() | filled),
            attributes=draw(attributes),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    return Outline(
        name=draw(texts),
        challenge=draw(st.none() | texts),
        stakeholders=people,
        relationships=relationships,
    )


def tables_of(form: Format, data: bytes, **limits: int) -> dict[str | None, SourceTable]:
    """The tables that a format reads, by sheet, as the rest of the code takes them."""
    assert form.recognises(data)
    assert form.read is not None
    told = Limits(**limits)
    if form.check is not None:
        form.check(data, "file", told)
    return {table.sheet: table for table in from_bytes(to_bytes(form.read(data, "file", told)))}


def written(form: Format, outline: Outline) -> bytes:
    """The outline in a format."""
    assert form.write is not None
    return form.write(outline)


def said_of_stakeholders(outline: Outline) -> list[dict[str, object]]:
    """What an outline says of its stakeholders, as text, by role or attribute; no blanks."""
    return [
        _said(
            {
                "id": one.id,
                "name": one.name,
                "kind": one.kind,
                "group": one.group,
                "notes": one.notes,
                "x": one.x,
                "y": one.y,
                "attribute Further groups": "|".join(one.further_groups),
            },
            one.attributes,
        )
        for one in outline.stakeholders
    ]


def said_of_relationships(outline: Outline) -> list[dict[str, object]]:
    """What an outline says of its relationships, as text, by role or attribute; no blanks."""
    return [
        _said(
            {
                "source": one.source,
                "target": one.target,
                "directed": "Directed" if one.directed else "Undirected",
                "kind": one.kind,
                "depth": one.depth,
                "weight": one.weight,
                "notes": one.note,
            },
            one.attributes,
        )
        for one in outline.relationships
    ]


def said_in(table: SourceTable | None) -> list[dict[str, object]]:
    """What a table says, by role or attribute; no blanks, and not what is left out."""
    if table is None:
        return []
    said = {header: role for header, role in table.says.items() if role != "attribute"}
    frame: pd.DataFrame = table.frame
    return [
        {
            said.get(header, f"attribute {header}"): cell
            for header, cell in row.items()
            if cell and said.get(str(header)) != "ignored"
        }
        for row in frame.to_dict("records")
    ]


def _said(own: Mapping[str, object], attributes: Mapping[str, object]) -> dict[str, object]:
    everything = dict(own) | {f"attribute {title}": value for title, value in attributes.items()}
    as_text = {key: _text(value) for key, value in everything.items()}
    return {key: text for key, text in as_text.items() if text}


def _text(value: object) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return held(value) if isinstance(value, str) else repr(value)
