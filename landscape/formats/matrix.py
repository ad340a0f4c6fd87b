"""Matrices: the same names across and down, and how two of them are related where they cross."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from landscape.formats.derived import RELATIONSHIPS, STAKEHOLDERS, called, derived
from landscape.formats.headers import is_number
from landscape.formats.laid_out import table_of
from landscape.formats.sheets import Row, Sheet, solid
from landscape.formats.table import Finding, Limits, ReadTable, SheetFormat

_HEADER_WITHIN: Final = 4
_FEWEST: Final = 3
_FEWEST_UNNAMED: Final = 4
_HALF: Final = 0.5
_TICKS: Final = frozenset({"x", chr(0x2713), chr(0x2714), "yes", "y", "true"})
_NONE: Final = frozenset({"", "-", chr(0x2013), ".", "no", "n", "false"})
DIRECTED: Final = "Directed"
UNDIRECTED: Final = "Undirected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Names across and down, and the cells between them, one row for each name down."""

    across: Sequence[str]
    down: Sequence[str]
    cells: Sequence[Sequence[str]]


def is_mark(cell: str) -> bool:
    """Whether a cell may stand in a matrix: blank, a number, or a sign such as x."""
    text = cell.strip().casefold()
    return text in _TICKS or text in _NONE or is_number(text)


def says_none(cell: str) -> bool:
    """Whether a cell of a matrix says that there is nothing."""
    text = cell.strip().casefold()
    return text in _NONE or (is_number(text) and not text.strip("0.,+- "))


def grid_of(rows: Iterable[Row], header: int) -> Grid | None:
    """The grid whose names across stand in row `header`, or None where there is none."""
    across: list[str] = []
    down: list[str] = []
    cells: list[list[str]] = []
    first = 0
    for number, row in rows:
        if number < header:
            continue
        if number == header:
            first = next(at for at, cell in enumerate(row) if cell.strip())
            # The corner is blank, or says something over the names down.
            first = max(first, 1)
            across = _trimmed(row[first:])
            continue
        if any(cell.strip() for cell in row[first + len(across) :]):
            return None
        name = row[first - 1].strip() if first <= len(row) else ""
        between = row[first : first + len(across)]
        if not name or not all(map(is_mark, between)):
            return None
        down.append(name)
        cells.append(between + [""] * (len(across) - len(between)))
    if not across or not all(across) or len(set(across)) < len(across):
        return None
    if len(set(down)) < len(down) or not down:
        return None
    return Grid(across=across, down=down, cells=cells)


def _trimmed(row: Sequence[str]) -> list[str]:
    names = [cell.strip() for cell in row]
    while names and not names[-1]:
        names.pop()
    return names


def _promises(sheet: Sheet, at: int) -> bool:
    """Whether the row at this place of the head could hold names that come again down."""
    across = {cell.strip() for cell in sheet.head[at][1] if cell.strip()}
    below = sheet.head[at + 1 :]
    if len(across) < _FEWEST or not below:
        return False
    again = sum(any(cell.strip() in across for cell in cells[:4]) for _, cells in below)
    return again >= _HALF * len(below)


def matrix_of(sheet: Sheet) -> Grid | None:
    """The matrix in a sheet: nearly the same names across and down."""
    for at in range(min(_HEADER_WITHIN, len(sheet.head))):
        if not _promises(sheet, at):
            continue
        grid = grid_of(solid(sheet.rows()), sheet.head[at][0])
        if grid is None:
            continue
        shared = len(set(grid.across) & set(grid.down))
        fewer = min(len(grid.across), len(grid.down))
        # Who did not answer may have no row; who was never named may have no column.
        if shared == fewer >= _FEWEST and shared >= _HALF * len({*grid.across, *grid.down}):
            return grid
    return _half_named(sheet)


def _half_named(sheet: Sheet) -> Grid | None:
    """A square with names only down, or only across, and nothing on its diagonal."""
    rows = [cells for _, cells in islice(solid(sheet.rows()), len(sheet.head) + 1)]
    if len(rows) > len(sheet.head) or len(rows) < _FEWEST_UNNAMED:
        return None
    down = [cells[0].strip() if cells else "" for cells in rows]
    if _is_square([cells[1:] for cells in rows]) and _are_names(down):
        return Grid(across=down, down=down, cells=[cells[1:] for cells in rows])
    across = [cell.strip() for cell in rows[0]]
    if _is_square(rows[1:]) and len(rows) > _FEWEST_UNNAMED and _are_names(across):
        return Grid(across=across, down=across, cells=rows[1:])
    return None


def _are_names(names: Sequence[str]) -> bool:
    return all(names) and len(set(names)) == len(names) and not any(map(is_number, names))


def _is_square(cells: Sequence[Sequence[str]]) -> bool:
    size = len(cells)
    return all(
        len(row) == size and all(map(is_mark, row)) and says_none(row[at])
        for at, row in enumerate(cells)
    )


def read(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable] | None:
    """Everybody in a matrix, and its relationships; several sheets are several kinds."""
    visible = [sheet for sheet in sheets if not sheet.hidden and sheet.head]
    grids = [matrix_of(sheet) for sheet in visible]
    if not any(grids):
        return None
    several = sum(grid is not None for grid in grids) > 1
    tables: list[ReadTable] = []
    for sheet, grid in zip(visible, grids, strict=True):
        if grid is not None:
            kind = sheet.name if several else None
            tables += _tables(sheet, grid, kind, limits)
        elif (table := table_of(sheet, limits)) is not None:
            tables.append(table)
    return tables


def _tables(sheet: Sheet, grid: Grid, kind: str | None, limits: Limits) -> list[ReadTable]:
    names = list(dict.fromkeys([*grid.across, *grid.down]))
    at = {name: place for place, name in enumerate(names)}
    said = {
        (at[source], at[target]): cell.strip()
        for source, row in zip(grid.down, grid.cells, strict=True)
        for target, cell in zip(grid.across, row, strict=True)
    }
    there = {ends: cell for ends, cell in said.items() if not says_none(cell)}
    own = sum(source == target for source, target in there)
    there = {ends: cell for ends, cell in there.items() if ends[0] != ends[1]}
    mutual = _goes_both_ways(said, there)
    if mutual:
        there = {(min(ends), max(ends)): cell for ends, cell in there.items()}
    columns = {
        "Source": [names[source] for source, _ in there],
        "Target": [names[target] for _, target in there],
        DIRECTED: [UNDIRECTED if mutual else DIRECTED] * len(there),
    }
    says = {"Source": "source", "Target": "target", DIRECTED: "directed"}
    values = {cell.casefold() for cell in there.values()}
    if len(values) > 1 or (values != {"1"} and all(map(is_number, values))):
        columns["Weight"] = list(there.values())
        says["Weight"] = "weight"
    if kind is not None:
        columns["Kind"] = [kind] * len(there)
        says["Kind"] = "kind"
    found = Finding(
        code="matrix",
        what=f"It is a matrix of {len(names)} names; {len(there)} of its cells say that two "
        f"are related{', and ' + str(own) + ' stand for one and the same name' if own else ''}.",
        fix="Nothing to do, unless these are no names.",
        row=sheet.head[0][0],
    )
    people = derived(
        {"Name": names},
        file=sheet.file,
        sheet=called(sheet.name, STAKEHOLDERS),
        holds="stakeholders",
        says={"Name": "name"},
        limits=limits,
        findings=[found],
    )
    if not there:
        return [people]
    relationships = derived(
        columns,
        file=sheet.file,
        sheet=called(sheet.name, RELATIONSHIPS),
        holds="relationships",
        says=says,
        limits=limits,
    )
    return [people, relationships]


def _goes_both_ways(
    said: Mapping[tuple[int, int], str], there: Mapping[tuple[int, int], str]
) -> bool:
    """Whether both sides of the diagonal say the same, or one of them is left blank."""
    if all(said.get((target, source)) == cell for (source, target), cell in there.items()):
        return bool(there)
    sides = ([cell for ends, cell in said.items() if ends[0] < ends[1]],
             [cell for ends, cell in said.items() if ends[0] > ends[1]])  # fmt: skip
    return any(side and not any(side) for side in sides)


FORMAT: Final = SheetFormat(name="matrix", title="Matrix", read=read, order=60)
