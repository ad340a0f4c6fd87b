"""NodeXL workbooks: captions in the first row, headers in the second, settings on hidden sheets."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

import pyarrow as pa

from landscape.formats.headers import plain, roles, words
from landscape.formats.laid_out import table_of
from landscape.formats.sections import below
from landscape.formats.sheets import Sheet
from landscape.formats.table import Limits, ReadTable, SheetFormat

_HEADER_WITHIN: Final = 3
_SETTINGS_WITHIN: Final = 2_000
_DIRECTEDNESS: Final = "graphdirectedness"
_DIRECTED: Final = "Directed"
_LOOKS: Final = dict.fromkeys(
    (
        *("color", "width", "style", "opacity", "visibility", "labeltextcolor", "labelfontsize"),
        *("shape", "size", "imagefile", "labelfillcolor", "labelposition", "layoutorder"),
        *("locked", "polarr", "polarangle", "id", "dynamicfilter", "addyourowncolumnshere"),
        *("vertexcolor", "vertexshape", "collapsed", "collapsedx", "collapsedy", "vertexid"),
    ),
    "ignored",
)
_EDGES: Final = {
    **_LOOKS,
    "vertex1": "source",
    "vertex2": "target",
    "relationship": "kind",
    "edgeweight": "weight",
}
_VERTICES: Final = {**_LOOKS, "vertex": "name", "x": "x", "y": "y", "tooltip": "notes"}
_MEMBERS: Final = {**_LOOKS, "vertex": "name", "group": "group"}


def _headed(sheet: Sheet, first: Sequence[str]) -> Sheet | None:
    """The sheet from its header on, where one of the first rows begins with these headers."""
    for number, cells in sheet.head[:_HEADER_WITHIN]:
        if words(cells)[: len(first)] == list(first):
            return below(sheet, number)
    return None


def _table(sheet: Sheet | None, limits: Limits) -> ReadTable | None:
    return table_of(sheet, limits) if sheet is not None else None


def read(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable] | None:
    """Relationships, stakeholders and who is in which group; what else is visible is left aside."""
    by_name = {plain(sheet.name or ""): sheet for sheet in sheets}
    edges = by_name.get("edges")
    headed = _headed(edges, ("vertex1", "vertex2")) if edges is not None else None
    if headed is None:
        return None
    relationships = table_of(headed, limits)
    tables: list[ReadTable] = []
    for sheet in sheets:
        name = plain(sheet.name or "")
        if name == "vertices":
            table = _table(_headed(sheet, ("vertex",)), limits)
            if table is not None:
                said = roles(table.columns, _VERTICES)
                tables.append(replace(table, holds="stakeholders", says=said))
        elif name == "edges" and relationships is not None:
            tables.append(_told(relationships, _directedness(sheets)))
        elif name == "groupvertices":
            table = _table(_headed(sheet, ("group", "vertex")), limits)
            if table is not None:
                said = roles(table.columns, _MEMBERS)
                tables.append(replace(table, holds="memberships", says=said))
        elif not sheet.hidden and (table := table_of(sheet, limits)) is not None:
            tables.append(replace(table, holds="aside"))
    return tables


def _told(table: ReadTable, directedness: str) -> ReadTable:
    """The relationships, with a column that says whether they go one way where the file does."""
    said = roles(table.columns, _EDGES)
    if not directedness or _DIRECTED in table.columns:
        return replace(table, holds="relationships", says=said)
    every = pa.chunked_array([pa.array([directedness] * len(table.rows), pa.large_string())])
    return replace(
        table,
        columns=(*table.columns, _DIRECTED),
        texts=(*table.texts, every),
        holds="relationships",
        says={**said, _DIRECTED: "directed"},
    )


def _directedness(sheets: Sequence[Sheet]) -> str:
    """What stands beside or below the name of the setting on a hidden sheet, or ""."""
    for sheet in sheets:
        if not sheet.hidden:
            continue
        under: int | None = None
        for cells in islice(sheet.rows(), _SETTINGS_WITHIN):
            if under is not None and under < len(cells) and cells[under].strip():
                return cells[under].strip()
            for column, cell in enumerate(cells):
                if plain(cell) == _DIRECTEDNESS:
                    beside = cells[column + 1].strip() if column + 1 < len(cells) else ""
                    if plain(beside) in {"directed", "undirected"}:
                        return beside
                    under = column
    return ""


FORMAT: Final = SheetFormat(name="nodexl", title="NodeXL", read=read, order=20)
