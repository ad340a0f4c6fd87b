"""Several tables below one another in one sheet, each after blank rows and with its own header."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from landscape.formats.headers import known_header, words
from landscape.formats.sheets import Sheet, head_of, solid

# Stacked tables are made by hand; longer sheets are not gone through twice.
_LOOK_AT: Final = 5_000
_HEADER_WITHIN: Final = 20
_TABLE: Final = 2  # rows with more than one cell


def sections(sheet: Sheet) -> list[Sheet]:
    """The tables of a sheet as sheets of their own, or the sheet itself where it is only one.

    A section begins with a row that is surely a header, below a blank row and a table. Rows keep
    their numbers.
    """
    starts = _starts(sheet) if sheet.gaps else []
    if len(starts) < 2:
        return [sheet]
    ends = [*(start - 1 for start in starts[1:]), None]
    return [
        replace(
            below(sheet, start, end),
            name=f"part {number}" if sheet.name is None else f"{sheet.name}, part {number}",
            quickly=None,
        )
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]


def below(sheet: Sheet, start: int, end: int | None = None) -> Sheet:
    """The sheet with nothing in the rows before `start` and none after `end`."""

    def rows() -> Iterator[list[str]]:
        for number, cells in enumerate(islice(sheet.rows(), end), start=1):
            yield cells if number >= start else []

    return replace(sheet, head=head_of(rows()), rows=rows)


def _starts(sheet: Sheet) -> list[int]:
    """The first row of each section; the first section begins with the first row there is."""
    starts: list[int] = []
    last = rows = 0
    header: list[str] = []
    for number, cells in solid(islice(sheet.rows(), _LOOK_AT)):
        if not starts:
            starts.append(number)
        elif (
            number - last > 1 and rows >= _TABLE and known_header(cells) and words(cells) != header
        ):
            starts.append(number)
            rows = 0
            header = words(cells)
        if rows < _TABLE:
            rows += sum(1 for cell in cells if cell.strip()) >= 2
        if not header and number - starts[-1] < _HEADER_WITHIN and known_header(cells):
            header = words(cells)
        last = number
    return starts if rows >= _TABLE else starts[:-1]
