"""Excel workbooks of the old kind (.xls), told apart from what else lies in such a container."""

import struct
from array import array
from collections.abc import Iterator
from typing import Final

from landscape.formats import workbook
from landscape.formats.archive_guard import broken, far_cell, locked, too_many_cells
from landscape.formats.guard import SAVE_AS
from landscape.formats.table import FileRefusedError, Format, Limits

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER: Final = 512
_ENTRY: Final = 128
_STREAM: Final = 2
_LAST: Final = 0xFFFFFFFA  # what follows are marks, no sectors
_IN_HEADER: Final = 109
_WORKBOOKS: Final = frozenset({"Workbook", "Book", "WORKBOOK", "BOOK"})
_OTHERS: Final = {
    "EncryptedPackage": "",
    "WordDocument": "a Word document",
    "PowerPoint Document": "a presentation",
    "VisioDocument": "a drawing",
    "__properties_version1.0": "a message",
}
_RECORD: Final = struct.Struct("<HH")
_PLACE: Final = struct.Struct("<HH")
_BEGIN: Final = 0x0809
_LOCKED: Final = 0x002F
_CELLS: Final = frozenset({0x0203, 0x027E, 0x00FD, 0x0204, 0x0006, 0x0406, 0x0205, 0x00D6, 0x0201})
_RUNS: Final = frozenset({0x00BD, 0x00BE})
_SPARSE: Final = 4


class _Container:
    """The streams of a compound file, by following which sector comes after which."""

    def __init__(self, data: bytes, where: str) -> None:
        self._data = data
        self._where = where
        try:
            (shift,) = struct.unpack_from("<H", data, 30)
            self._size = 1 << shift
            directory, mini_from = struct.unpack_from("<I4xI", data, 48)
            self._mini_from = mini_from
            if shift not in (9, 12):
                raise broken(where)
            self._next = self._table()
            entries = b"".join(self._sectors(directory))
        except (struct.error, ValueError) as error:
            raise broken(where) from error
        self.streams = dict(self._named(entries))

    def _sector(self, number: int) -> bytes:
        at = _HEADER + number * self._size if self._size == _HEADER else (number + 1) * self._size
        return self._data[at : at + self._size]

    def _table(self) -> "array[int]":
        """Which sector comes after each; its own sectors are named in the header and beyond it."""
        numbers = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        (further,) = struct.unpack_from("<I", self._data, 68)
        for _ in range(len(self._data) // self._size):
            if further >= _LAST:
                break
            *more, further = array("I", self._sector(further))
            numbers += more
        found = array("I")
        for number in numbers:
            if number < _LAST:
                found.frombytes(self._sector(number)[: self._size // 4 * 4])
        return found

    def _sectors(self, number: int) -> Iterator[bytes]:
        for _ in range(len(self._data) // self._size + 1):
            if number >= _LAST:
                return
            if number >= len(self._next):
                break
            yield self._sector(number)
            number = self._next[number]
        raise broken(self._where)

    def _named(self, entries: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
        for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", entries, at + 64)
            start, size = struct.unpack_from("<II", entries, at + 116)
            name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind:
                yield name, (start, size)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; those of a very small one lie elsewhere, and are not followed."""
        start, size = self.streams[name]
        return b"".join(self._sectors(start))[:size] if size >= self._mini_from else b""


def check(data: bytes, where: str, limits: Limits) -> None:
    """Refuse what is no workbook, is locked, or has cells far apart, without parsing it."""
    container = _Container(data, where)
    book = next((name for name in container.streams if name in _WORKBOOKS), None)
    if book is None:
        what = next((_OTHERS[name] for name in container.streams if name in _OTHERS), None)
        if what == "":
            raise locked(where)
        what = what or "a document of an older kind"
        raise FileRefusedError("not-a-table", where, f"It is {what}, not a table.", fix=SAVE_AS)
    _check_records(container.stream(book), where, limits)


def _check_records(stream: bytes, where: str, limits: Limits) -> None:
    """Walk from record to record, and look only at where cells lie."""
    at = cells = far_row = far_column = 0
    end = len(stream) - _RECORD.size
    while at <= end:
        kind, length = _RECORD.unpack_from(stream, at)
        at += _RECORD.size
        if kind in _CELLS or kind in _RUNS:
            if at + length > len(stream) or length < _PLACE.size:
                raise broken(where)
            row, column = _PLACE.unpack_from(stream, at)
            cells += 1
            if kind in _RUNS:
                cells += length // 6 if kind == 0x00BD else 0
                column = int.from_bytes(stream[at + length - 2 : at + length], "little")
            far_row = row if row > far_row else far_row
            far_column = column if column > far_column else far_column
        elif kind == _LOCKED:
            raise locked(where)
        elif kind == _BEGIN:
            far_row = far_column = 0
        at += length
        if cells > limits.cells * 5 // 4:
            raise too_many_cells(where, limits)
        # A sheet is read as a whole rectangle, so that two cells in far corners fill the memory.
        if far_row * far_column > limits.cells * _SPARSE:
            raise far_cell(where, f"row {far_row + 1:,}, column {far_column + 1:,}", limits)


FORMAT: Final = Format(
    name="xls",
    title="Excel 97-2003",
    recognises=lambda data: data.startswith(SIGNATURE),
    read=workbook.read,
    check=check,
)
