"""Who was at what: people down, events or projects across, and a mark where they meet."""

from collections.abc import Sequence
from typing import Final

from landscape.formats.derived import called, derived
from landscape.formats.headers import KNOWN, is_number, plain
from landscape.formats.matrix import Grid, grid_of, says_none
from landscape.formats.sheets import Sheet, solid
from landscape.formats.table import Finding, Limits, ReadTable, SheetFormat

_FEWEST: Final = 3
_TWICE: Final = 2
_FEWEST_WITH_CORNER: Final = 4
_ONE: Final = frozenset({"1", "1.0", "x", chr(0x2713), chr(0x2714), "yes", "y", "true"})
_MEMBERSHIPS: Final = "memberships"


def _grid(sheet: Sheet) -> Grid | None:
    """The grid where it surely is one: a blank corner, nothing but marks, names no header has."""
    if not sheet.head:
        return None
    number, header = sheet.head[0]
    across = [cell.strip() for cell in header if cell.strip()]
    corner = bool(header and header[0].strip())
    if corner:
        across = across[1:]
    fewest = _FEWEST_WITH_CORNER if corner else _FEWEST
    if len(across) < fewest or any(plain(name) in KNOWN or is_number(name) for name in across):
        return None
    grid = None
    for rows in (sheet.head, solid(sheet.rows())):  # a long table is refused by its first rows
        grid = _marks(grid_of(rows, number))
        if grid is None:
            return None
    # Under a corner that is headed, columns of yes and no may be questions about people.
    met = [sum(map(_is_tick, row)) for row in grid.cells] if grid is not None else []
    return grid if sum(met) and (not corner or max(met) >= _TWICE) else None


def _marks(grid: Grid | None) -> Grid | None:
    """The grid if it holds nothing but marks beside names."""
    if grid is None or len(grid.down) < _FEWEST or all(map(is_number, grid.down)):
        return None
    cells = (cell for row in grid.cells for cell in row)
    return grid if all(says_none(cell) or _is_tick(cell) for cell in cells) else None


def _is_tick(cell: str) -> bool:
    return cell.strip().casefold() in _ONE


def read(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable] | None:
    """Who takes part in what, where the only visible sheet is such a list."""
    visible = [sheet for sheet in sheets if not sheet.hidden and sheet.head]
    grid = _grid(visible[0]) if len(visible) == 1 else None
    if grid is None:
        return None
    sheet = visible[0]
    there = [
        (name, group)
        for name, row in zip(grid.down, grid.cells, strict=True)
        for group, cell in zip(grid.across, row, strict=True)
        if not says_none(cell)
    ]
    found = Finding(
        code="incidence",
        what=f"It marks which of {len(grid.down)} names take part in which of {len(grid.across)} "
        f"groups or events; {len(there)} cells are marked.",
        fix="Nothing to do, unless the columns are something else.",
        row=sheet.head[0][0],
    )
    tables = [
        derived(
            {"Name": [name for name, _ in there], "Group": [group for _, group in there]},
            file=sheet.file,
            sheet=called(sheet.name, _MEMBERSHIPS),
            holds="memberships",
            says={"Name": "name", "Group": "group"},
            limits=limits,
            findings=[found],
        )
    ]
    placed = {name for name, _ in there}
    if len(placed) < len(grid.down):
        people = derived(
            {"Name": list(grid.down)},
            file=sheet.file,
            sheet=called(sheet.name, "stakeholders"),
            holds="stakeholders",
            says={"Name": "name"},
            limits=limits,
        )
        tables.insert(0, people)
    return tables


FORMAT: Final = SheetFormat(name="incidence", title="People and events", read=read, order=65)
