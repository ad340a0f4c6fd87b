"""The door for workbooks that are archives: unpacks in pieces, keeps nothing, and counts."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from landscape.formats.guard import SAVE_AS
from landscape.formats.table import FileRefusedError, Limits

ARCHIVE: Final = b"PK\x03\x04"
_CHUNK: Final = 1024 * 1024
_OVERLAP: Final = 64
_SMALL_PART: Final = 1024 * 1024
_CELL: Final = re.compile(rb"<(?:\w+:)?(?:c|mergeCell)[\s/>]")
# Both begin with a letter: a search for one is ten times as fast over blanks as one for a blank.
_REFERENCE: Final = re.compile(rb"""r\s*=\s*["']\s*\$?([A-Za-z]{1,8})\$?(\d{1,12})\s*["']""")
_FAR_REFERENCE: Final = re.compile(
    rb"""r\s*=\s*["']\s*\$?(?:[A-Za-z]{2,8}\$?\d{1,12}|[A-Za-z]\$?\d{5,12})\s*["']"""
)
_LOCAL: Final = struct.Struct("<4s5H3I2H")


class Looker(Protocol):
    """Counts the cells in one part of a workbook as its pieces come by."""

    def look(self, piece: bytes) -> int:
        """How many cells more there are; refuses a cell that lies too far away."""


def check_archive(
    data: bytes, where: str, limits: Limits, *, main: str, looker: Callable[[str], Looker | None]
) -> None:
    """Refuse a workbook that unpacks to more than a good one holds, or has cells far away.

    `main` is the part that makes it a workbook of its kind; `looker` gives who looks at a part,
    called by its lower-case name.
    """
    directory = data.count(b"PK\x01\x02")  # before anything is made of them
    if directory > limits.parts:
        raise FileRefusedError(
            "workbook-too-large", where, f"It is made of {directory:,} parts.", fix=SAVE_AS
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise broken(where) from error
    parts = archive.infolist()
    if sum(part.compress_size for part in parts) > len(data):
        raise broken(where)
    names = [part.filename.replace("\\", "/").lower() for part in parts]
    if len(set(names)) < len(names):
        raise broken(where)
    if main not in names:
        raise FileRefusedError(
            "not-a-workbook", where, "It is an archive, but not a workbook.", fix=SAVE_AS
        )
    room = limits.unpacked_bytes
    cells = 0
    # A little room: headers, title lines and blank cells with a colour are no cells of the table.
    most = limits.cells * 5 // 4
    for part, name in zip(parts, names, strict=True):
        size = 0
        here = looker(name)
        for piece in _checked(data, part, where, limits, room=room):
            size += len(piece)
            cells += here.look(piece) if here else 0
            if cells > most:
                raise too_many_cells(where, limits)
        room -= size


def broken(where: str) -> FileRefusedError:
    """The refusal of a workbook that is damaged."""
    return FileRefusedError("broken-workbook", where, "It is damaged.", fix=SAVE_AS)


def locked(where: str) -> FileRefusedError:
    """The refusal of a workbook that opens only with a password."""
    return FileRefusedError(
        "locked-workbook",
        where,
        "It is locked with a password.",
        fix="Open it in a spreadsheet program, take the password off, and save it again.",
    )


def too_many_cells(where: str, limits: Limits) -> FileRefusedError:
    """The refusal of a workbook that holds more cells than can be read."""
    return FileRefusedError(
        "too-many-cells",
        where,
        f"There are more than {limits.cells:,} cells.",
        fix="Leave out columns and sheets you do not need.",
    )


def far_cell(where: str, cell: str, limits: Limits) -> FileRefusedError:
    """The refusal of a workbook with a cell far away from its table."""
    return FileRefusedError(
        "far-cell",
        where,
        f"It has a cell at {cell}, beyond {limits.columns} columns and {limits.rows:,} rows.",
        fix="Delete the empty columns and rows beyond your table, and save it again.",
    )


def _checked(
    data: bytes, part: zipfile.ZipInfo, where: str, limits: Limits, *, room: int
) -> Iterator[bytes]:
    """The pieces of one part, unpacked and never kept."""
    size = 0
    tail = b""
    written = part.filename.lower().endswith((".xml", ".rels", ".vml"))
    for piece in _unpacked(data, part, where):
        size += len(piece)
        if size > room or size > max(_SMALL_PART, part.compress_size * limits.ratio):
            raise FileRefusedError(
                "workbook-too-large",
                where,
                f"Its part {part.filename[:60]!r} unpacks to more "
                "than a workbook of this size should hold.",
                fix=SAVE_AS,
            )
        if written:
            if not tail and piece[:4].count(0):
                raise broken(where)
            text = tail + piece
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise FileRefusedError(
                    "document-type",
                    where,
                    f"Its part {part.filename[:60]!r} defines a document type, "
                    "which no spreadsheet program writes.",
                    fix=SAVE_AS,
                )
            tail = text[-_OVERLAP:]
        yield piece
    if size != part.file_size:
        raise broken(where)


def _unpacked(data: bytes, part: zipfile.ZipInfo, where: str) -> Iterator[bytes]:
    """The part's bytes as they really are, whatever its headers say."""
    start = part.header_offset
    try:
        fields = _LOCAL.unpack_from(data, start)
    except struct.error as error:
        raise broken(where) from error
    if fields[0] != ARCHIVE or part.flag_bits & 0x1 or part.compress_type not in (0, 8):
        raise broken(where)
    start += _LOCAL.size + fields[-2] + fields[-1]
    packed = memoryview(data)[start : start + part.compress_size]
    if part.compress_type == 0:
        for at in range(0, len(packed), _CHUNK):
            yield bytes(packed[at : at + _CHUNK])
        return
    inflate = zlib.decompressobj(-15)
    piece: bytes | memoryview = packed
    try:
        while not inflate.eof:
            out = inflate.decompress(piece, _CHUNK)
            piece = inflate.unconsumed_tail
            if not out and not piece:
                break
            yield out
    except zlib.error as error:
        raise broken(where) from error


class SheetLooker:
    """Looks at a sheet of an Excel workbook: its cells, and where they lie."""

    def __init__(self, where: str, limits: Limits) -> None:
        self._where = where
        self._limits = limits
        self._tail = b""

    def look(self, piece: bytes) -> int:
        """How many cells more there are; refuses one that lies beyond the limits."""
        text = self._tail + piece
        cells = len(_CELL.findall(text)) - len(_CELL.findall(self._tail))
        # Nearly all references are near; only two letters or five digits are worth a closer look.
        for far in _FAR_REFERENCE.finditer(text):
            before = text[max(0, far.start() - 1) : far.start()]
            match = _REFERENCE.fullmatch(far.group())
            if match is not None and before.isspace():
                self._check_reference(*match.groups())
        self._tail = text[-_OVERLAP:]
        return cells

    def _check_reference(self, letters: bytes, digits: bytes) -> None:
        column = 0
        for letter in letters.upper():
            column = column * 26 + letter - 64
        # A little room: title lines above a table that has as many rows as are allowed.
        if column > self._limits.columns or int(digits) > self._limits.rows + 1_000:
            raise far_cell(self._where, f"{letters.decode()}{digits.decode()}", self._limits)
