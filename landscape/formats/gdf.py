"""GDF, the table-like text of GUESS that Gephi writes, too."""

import re
from collections.abc import Sequence
from typing import Final

from landscape.formats.guard import too_many_columns
from landscape.formats.network_names import captions_for_kinds
from landscape.formats.network_text import broken, check, head_of, lines_of
from landscape.formats.table import Format, Limits, ReadTable
from landscape.formats.two_tables import (
    CAPTION,
    DIRECTED,
    ID,
    NAME,
    ONE_WAY,
    SOURCE,
    TARGET,
    UNDIRECTED,
    WEIGHT,
    Rows,
    two_tables,
)

_BEGINS: Final = re.compile(r"\s*+(?:#[^\n]*+\s*+)*+nodedef\s*+>", re.IGNORECASE)
_CELL: Final = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([^,]*))\s*(?:,|$)""")
_HEADERS: Final = ("nodedef", "edgedef")
_OF_PEOPLE: Final = {"name": ID, "label": NAME, "x": " x", "y": " y"}
_OF_RELATIONSHIPS: Final = {
    "node1": SOURCE,
    "node2": TARGET,
    "directed": ONE_WAY,
    "label": CAPTION,
    "weight": WEIGHT,
}
_DRAWN: Final = frozenset(
    {"width", "height", "color", "style", "visible", "labelvisible", "labelcolor", "fixed"}
)


def _cells(line: str, where: str, limits: Limits) -> list[str]:
    cells: list[str] = []
    at = 0
    while at < len(line):
        if len(cells) >= limits.columns:
            raise too_many_columns(where, limits)
        found = _CELL.match(line, at)
        if found is None:  # text goes on behind its closing mark
            cells.append(line[at:].strip())
            break
        cells.append(next((part for part in found.groups() if part is not None), "").strip())
        at = found.end()
    return cells


def _columns(rows: Rows, header: str, known: dict[str, str]) -> list[str]:
    """The key of each column; "" for those that say how something is drawn."""
    keys: list[str] = []
    for cell in header.split(","):
        name = cell.split()[0] if cell.split() else ""
        key = known.get(name.lower(), name)
        keys.append("" if name.lower() in _DRAWN else key)
        if key == name:
            rows.describe(key, name)
    return keys


def _read_row(rows: Rows, keys: Sequence[str], cells: Sequence[str], fixed: Sequence[str]) -> None:
    said = dict(zip(keys, cells, strict=False))
    if ONE_WAY in fixed:
        one_way = said.get(ONE_WAY, "").lower() in ("true", "1")
        said[ONE_WAY] = DIRECTED if one_way else UNDIRECTED
    rows.begin(*(said.get(key, "") for key in fixed))
    for key, cell in said.items():
        if key and cell and key not in fixed:
            rows.put(key, cell)


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """Stakeholders and relationships, with every column that does not say how they are drawn."""
    people = Rows("stakeholders", file, limits)
    people.describe(" x", "x", says="x")
    people.describe(" y", "y", says="y")
    relationships = Rows("relationships", file, limits)
    relationships.describe(CAPTION, "Label")
    relationships.describe(WEIGHT, "Weight", says="weight")
    rows, keys = people, [ID]
    fixed: tuple[str, ...] = (ID, NAME)
    for number, line in lines_of(data, file, limits):
        section, bracket, header = line.partition(">")
        if bracket and section.strip().lower() in _HEADERS:
            of_people = section.strip().lower() == "nodedef"
            rows = people if of_people else relationships
            fixed = (ID, NAME) if of_people else (SOURCE, TARGET, ONE_WAY)
            if header.count(",") >= limits.columns:
                raise too_many_columns(f"{file}, line {number}", limits)
            keys = _columns(rows, header, _OF_PEOPLE if of_people else _OF_RELATIONSHIPS)
            if not set(fixed[:1]) <= set(keys):
                raise broken(f"{file}, line {number}", "the column of names is missing")
        elif not line.startswith("#"):
            _read_row(rows, keys, _cells(line, f"{file}, line {number}", limits), fixed)
    captions_for_kinds(relationships)
    return two_tables(people, relationships, FORMAT.title)


def _recognises(data: bytes) -> bool:
    return _BEGINS.match(head_of(data).removeprefix("\ufeff")) is not None


FORMAT: Final = Format(
    name="gdf", title="GDF", recognises=_recognises, read=read, check=check, suffix=".gdf"
)
