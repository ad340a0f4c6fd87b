"""OpenDocument spreadsheets (.ods), as LibreOffice writes them."""

import re
from typing import Final

from landscape.formats import workbook
from landscape.formats.archive_guard import (
    ARCHIVE,
    check_archive,
    far_cell,
    locked,
    too_many_cells,
)
from landscape.formats.table import Format, Limits

_KIND: Final = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_LOCKED: Final = b"encrypted-package"
_DIRECTORY_BYTES: Final = 256 * 1024
_LONGEST_ROW: Final = 16 * 1024 * 1024
_ROW_END: Final = b"</table:table-row>"
_SHEET: Final = b"</table:table>"
_CELL: Final = b"<table:table-cell"
_ROWS: Final = re.compile(rb"""number-rows-repeated\s*=\s*["']\s*\+?(\d+)""")
_COLUMNS: Final = re.compile(rb"""number-columns-repeated\s*=\s*["']\s*\+?(\d+)""")
# Quoted text may hold a ">", which ends no tag.
_WITHIN: Final = rb"""(?=[\s/>])([^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>"""
_ROW: Final = re.compile(rb"<table:table-row" + _WITHIN)
_CELLS: Final = re.compile(rb"<table:(?:covered-)?table-cell" + _WITHIN + rb"\s*(<text|[^<\s])?")
_SAYS: Final = (b"value-type", b"formula")


class _ContentLooker:
    """Counts the cells of all sheets as they are once every repetition is written out."""

    def __init__(self, where: str, limits: Limits) -> None:
        self._where = where
        self._limits = limits
        self._rest = b""
        self._row = 0

    def look(self, piece: bytes) -> int:
        """How many cells more there are; refuses one that lies beyond the limits."""
        text = self._rest + piece
        *rows, self._rest = text.split(_ROW_END)
        if len(self._rest) > _LONGEST_ROW:
            raise too_many_cells(self._where, self._limits)
        return sum(map(self._cells_of, rows))

    def _cells_of(self, text: bytes) -> int:
        if _SHEET in text:
            self._row = 0
        repeats = text.count(b"repeated")
        if not repeats or (repeats == 1 and _ends_in_blanks(text)):
            self._row += 1
            self._check_place(text.count(_CELL) - repeats)
            return text.count(_CELL) - repeats
        starts = list(_ROW.finditer(text))
        for row in starts[:-1]:  # rows that close themselves hold nothing
            self._row += _times(_ROWS, row[1])
        if not starts:
            return 0
        times = _times(_ROWS, starts[-1][1])
        column = cells = last = 0
        for cell in _CELLS.finditer(text, starts[-1].end()):
            again = _times(_COLUMNS, cell[1])
            column += again
            if cell[2] or any(word in cell[1] for word in _SAYS):
                cells += again
                last = column
        self._row += times
        if last:
            self._check_place(last)
        return cells * times

    def _check_place(self, column: int) -> None:
        # A little room: title lines above a table that has as many rows as are allowed.
        if column > self._limits.columns or self._row > self._limits.rows + 1_000:
            place = f"row {self._row:,}, column {column:,}" if column else f"row {self._row:,}"
            raise far_cell(self._where, place, self._limits)


def _ends_in_blanks(text: bytes) -> bool:
    """Whether what is repeated is only the blank rest of a row, as in nearly every file."""
    last = text[text.rfind(b"<table:") :]
    blank = last.startswith(_CELL) and last.endswith(b"/>") and b"repeated" in last
    return blank and not any(word in last for word in _SAYS)


def _times(said: re.Pattern[bytes], attributes: bytes) -> int:
    match = said.search(attributes)
    return int(match[1][:12]) if match else 1


class _ManifestLooker:
    """Refuses a workbook whose parts are locked."""

    def __init__(self, where: str) -> None:
        self._where = where

    def look(self, piece: bytes) -> int:
        """Nothing to count here."""
        if b"encryption-data" in piece:
            raise locked(self._where)
        return 0


def check(data: bytes, where: str, limits: Limits) -> None:
    """Refuse a workbook that unpacks to more than a good one holds, or has cells far away."""

    def looker(name: str) -> _ContentLooker | _ManifestLooker | None:
        if name == "content.xml":
            return _ContentLooker(where, limits)
        return _ManifestLooker(where) if name == "meta-inf/manifest.xml" else None

    if _LOCKED in data[-_DIRECTORY_BYTES:]:
        raise locked(where)
    check_archive(data, where, limits, main="content.xml", looker=looker)


def _recognises(data: bytes) -> bool:
    return data.startswith(ARCHIVE) and _KIND in data[:200]


FORMAT: Final = Format(
    name="ods",
    title="OpenDocument",
    recognises=_recognises,
    read=workbook.read,
    check=check,
)
