"""Lists of who is related to whom without a header: one pair a row, or one name and all of its."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from landscape.formats.derived import RELATIONSHIPS, STAKEHOLDERS, called, derived
from landscape.formats.headers import KNOWN, is_number, plain
from landscape.formats.sheets import Sheet, solid
from landscape.formats.table import Finding, Limits, ReadTable, SheetFormat

_FEWEST: Final = 3
_LONGEST: Final = 80
_PAIR: Final = 2
_HALF: Final = 0.5
_SAYS: Final = {"Source": "source", "Target": "target", "Weight": "weight"}


def _trimmed(cells: Sequence[str]) -> list[str]:
    kept = [cell.strip() for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _begins_at_once(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is no header: it names who comes again below, as no tool heads."""
    below = {cell for row in rows[1:] for cell in row}
    return not any(plain(cell) in KNOWN for cell in rows[0]) and any(
        cell in below for cell in rows[0]
    )


def _are_pairs(rows: Sequence[Sequence[str]]) -> bool:
    """Whether every row names two, perhaps with a weight, and some are named on both sides."""
    widths = {len(row) for row in rows}
    if widths not in ({_PAIR}, {_PAIR + 1}):
        return False
    weights = (row[_PAIR] for row in rows if len(row) > _PAIR)
    both = {row[0] for row in rows} & {row[1] for row in rows}
    ends = [row[:_PAIR] for row in rows]
    return (
        bool(both)
        and all(map(is_number, weights))
        and all(map(all, ends))
        and _begins_at_once(ends)
    )


def _are_lists(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of unlike length name one and then others, most of whom come again."""
    widths = {len(row) for row in rows}
    if len(widths) < _PAIR or max(widths) <= _PAIR or not _begins_at_once(rows):
        return False
    cells = [cell for row in rows for cell in row]
    if any(not cell or len(cell) > _LONGEST or is_number(cell) for cell in cells):
        return False
    times = Counter(cells)
    again = sum(times[name] > 1 for name in times)
    return again >= _HALF * len(times) and len({row[0] for row in rows}) == len(rows)


def read(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable] | None:
    """The one visible sheet as relationships, where it surely is such a list."""
    visible = [sheet for sheet in sheets if not sheet.hidden and sheet.head]
    if len(visible) != 1:
        return None
    sheet = visible[0]
    rows = [_trimmed(cells) for _, cells in sheet.head]
    if len(rows) < _FEWEST:
        return None
    if _are_pairs(rows):
        return _pairs(sheet, limits)
    return _lists(sheet, limits) if _are_lists(rows) else None


def _said(sheet: Sheet, what: str) -> Finding:
    return Finding(
        code="no-header",
        what=f"There is no header; {what}.",
        fix="Add a header row to the file if it is meant otherwise.",
        row=sheet.head[0][0],
    )


def _pairs(sheet: Sheet, limits: Limits) -> list[ReadTable] | None:
    """Each row is one relationship, and keeps its number; no row has more than a weight."""
    numbers: list[int] = []
    columns: dict[str, list[str]] = {"Source": [], "Target": [], "Weight": []}
    for number, cells in solid(sheet.rows()):
        row = _trimmed(cells)
        if len(row) > len(columns):
            return None
        numbers.append(number)
        for at, column in enumerate(columns.values()):
            column.append(row[at] if at < len(row) else "")
    if not any(columns["Weight"]):
        del columns["Weight"]
    return [
        derived(
            columns,
            file=sheet.file,
            sheet=sheet.name,
            holds="relationships",
            says={column: _SAYS[column] for column in columns},
            limits=limits,
            findings=[_said(sheet, "each row is read as two names that are related")],
            rows=numbers,
        )
    ]


def _lists(sheet: Sheet, limits: Limits) -> list[ReadTable]:
    """Everybody who is named, and a relationship from the first of a row to each other in it."""
    rows = [_trimmed(cells) for _, cells in solid(sheet.rows())]
    pairs = [(row[0], name) for row in rows for name in row[1:] if name]
    people = derived(
        {"Name": list(dict.fromkeys(name for row in rows for name in row if name))},
        file=sheet.file,
        sheet=called(sheet.name, STAKEHOLDERS),
        holds="stakeholders",
        says={"Name": "name"},
        limits=limits,
        findings=[_said(sheet, "the first name of a row is read as related to each other in it")],
    )
    relationships = derived(
        {"Source": [source for source, _ in pairs], "Target": [target for _, target in pairs]},
        file=sheet.file,
        sheet=called(sheet.name, RELATIONSHIPS),
        holds="relationships",
        says={"Source": "source", "Target": "target"},
        limits=limits,
    )
    return [people, relationships]


FORMAT: Final = SheetFormat(name="headless", title="Pairs without a header", read=read, order=70)
