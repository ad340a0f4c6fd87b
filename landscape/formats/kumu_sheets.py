"""Kumu's sheets: elements under "Label", connections under "From" and "To"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

import pyarrow.compute as pc

from landscape.formats.headers import plain, roles, words
from landscape.formats.laid_out import table_of
from landscape.formats.sheets import Sheet
from landscape.formats.table import Limits, ReadTable, SheetFormat

# What Kumu itself puts beside a label, and beside the two ends.
_OF_ELEMENTS: Final = frozenset({"type", "description", "tags", "image", "url"})
_OF_CONNECTIONS: Final = frozenset(
    {"type", "direction", "label", "description", "tags", "strength"}
)
# The type of an element is a kind to some and a group to others, and a strength may be a word:
# what these say is left to their values.
_ELEMENTS: Final = {"id": "id", "label": "name", "description": "notes"}
# Several names in one cell of "To" stand for as many connections; the importer parts them.
_CONNECTIONS: Final = {
    "from": "source",
    "to": "target",
    "direction": "directed",
    "type": "kind",
    "description": "notes",
}
_CLEAR: Final = 2

Kind = Literal["stakeholders", "relationships"]


def _kind(sheet: Sheet) -> Kind | None:
    if not sheet.head:
        return None
    headers = words(sheet.head[0][1])
    if headers[:1] == ["id"]:
        headers = headers[1:]
    if headers[:2] == ["from", "to"]:
        return "relationships"
    return "stakeholders" if headers[:1] == ["label"] else None


def _clear(sheet: Sheet, kind: Kind) -> bool:
    """Whether a sheet alone is surely Kumu's."""
    headers = set(words(sheet.head[0][1]))
    if kind == "relationships":
        return "direction" in headers or len(headers & _OF_CONNECTIONS) >= _CLEAR
    return len(headers & _OF_ELEMENTS) >= _CLEAR


def read(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable] | None:
    """Elements and connections of the visible sheets; other sheets stay what they are."""
    visible = [sheet for sheet in sheets if not sheet.hidden]
    kinds = [_kind(sheet) for sheet in visible]
    found = [(sheet, kind) for sheet, kind in zip(visible, kinds, strict=True) if kind is not None]
    both = len({kind for _, kind in found}) == 2
    if not both and not any(_clear(sheet, kind) for sheet, kind in found):
        return None
    tables: list[ReadTable] = []
    for sheet, kind in zip(visible, kinds, strict=True):
        table = table_of(sheet, limits)
        if table is None:
            continue
        if kind == "stakeholders":
            table = replace(table, holds=kind, says=roles(table.columns, _ELEMENTS))
        elif kind == "relationships":
            table = replace(table, holds=kind, says=roles(table.columns, _CONNECTIONS))
        tables.append(table)
    if any(map(_has_ids, tables)):
        tables = [
            replace(table, by_id=True) if table.holds == "relationships" else table
            for table in tables
        ]
    return tables


def _has_ids(table: ReadTable) -> bool:
    """Whether every element has an id, which then is what connections name it by."""
    if table.holds != "stakeholders":
        return False
    return any(
        plain(column) == "id" and pc.all(pc.not_equal(pc.utf8_trim_whitespace(text), "")).as_py()
        for column, text in zip(table.columns, table.texts, strict=True)
    )


FORMAT: Final = SheetFormat(name="kumu-sheets", title="Kumu", read=read)
