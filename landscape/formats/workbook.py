"""Workbooks of any kind as python-calamine reads them: their sheets as cells of text."""

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from landscape.formats.laid_out import read_sheets
from landscape.formats.sheets import Sheet, head_of
from landscape.formats.table import FileRefusedError, Limits, ReadTable

_EXACT: Final = 1e15
_KEPT_CELLS: Final = 500_000
_IGNORED: Final = "(ignore)"


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """The tables of a workbook; sheets without a row below a header are left aside."""
    try:
        tables = read_sheets(_sheets(_Book(data), file, limits), limits)
    except CalamineError as error:
        raise FileRefusedError(
            "broken-workbook",
            file,
            "It is damaged.",
            fix="Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV.",
        ) from error
    if not tables:
        raise FileRefusedError(
            "header-only",
            file,
            "No sheet has a row below a header.",
            fix="Add at least one row, or choose another file.",
        )
    return tables


class _Book:
    """A workbook that keeps small sheets at hand, and of large ones only the last asked for."""

    def __init__(self, data: bytes) -> None:
        self._workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        self._kept: dict[str, CalamineSheet] = {}
        self._large: tuple[str, CalamineSheet] | None = None
        self._room = _KEPT_CELLS
        self.sheets = [
            (about.name, about.visible != SheetVisibleEnum.Visible)
            for about in self._workbook.sheets_metadata
            if about.typ == SheetTypeEnum.WorkSheet and _IGNORED not in about.name
        ]

    def sheet(self, name: str) -> CalamineSheet:
        """The sheet of this name, with all its cells in memory."""
        if name in self._kept:
            return self._kept[name]
        if self._large is not None and self._large[0] == name:
            return self._large[1]
        self._large = None  # let go of before the next one is unpacked
        sheet = self._workbook.get_sheet_by_name(name)
        cells = sheet.height * sheet.width
        if cells <= self._room:
            self._room -= cells
            self._kept[name] = sheet
        else:
            self._large = (name, sheet)
        return sheet


def _sheets(book: _Book, file: str, limits: Limits) -> list[Sheet]:
    sheets: list[Sheet] = []
    for name, hidden in book.sheets:
        rows = partial(_rows, book, name, f"{file}, sheet {name}", limits)
        sheets.append(Sheet(file=file, name=name, head=head_of(rows()), rows=rows, hidden=hidden))
    return sheets


def cell_text(cell: object) -> str:
    """A cell as text: whole numbers without a fraction, dates as 2026-05-31, TRUE and FALSE."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)
    if isinstance(cell, datetime.datetime):
        midnight = cell.time() == datetime.time()
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ")
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell)


def _rows(book: _Book, name: str, where: str, limits: Limits) -> Iterator[list[str]]:
    sheet = book.sheet(name)
    rows = _texts(sheet, where, limits)
    merged = [(top, left, bottom) for (top, left), (bottom, _) in sheet.merged_cell_ranges or ()]
    return _filled_down(rows, [one for one in merged if one[2] > one[0]]) if merged else rows


def _filled_down(
    rows: Iterator[list[str]], merged: Sequence[tuple[int, int, int]]
) -> Iterator[list[str]]:
    """The rows, with the text of a cell that is merged over several of them in each."""
    begin: dict[int, list[tuple[int, int]]] = {}
    for top, left, bottom in merged:
        begin.setdefault(top, []).append((left, bottom))
    going: dict[int, tuple[str, int]] = {}
    for number, cells in enumerate(rows):
        for column, (text, bottom) in list(going.items()):
            if number > bottom:
                del going[column]
            elif column < len(cells) and not cells[column]:
                cells[column] = text
        for column, bottom in begin.get(number, ()):
            if column < len(cells):
                going[column] = (cells[column], bottom)
        yield cells


def _texts(sheet: CalamineSheet, where: str, limits: Limits) -> Iterator[list[str]]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = [cell if type(cell) is str else cell_text(cell) for cell in cells]
        if max(map(len, row), default=0) > limits.cell_bytes:
            raise FileRefusedError(
                "cell-too-long",
                f"{where}, row {number}",
                f"A cell holds more than {limits.cell_bytes // 1048576} MB of text.",
                fix="Shorten it.",
            )
        yield row
