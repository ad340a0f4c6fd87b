"""The door: looks at a file's bytes without parsing it, and refuses what no good file needs."""

import csv
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from landscape.formats.table import FileRefusedError, Limits

HEAD_BYTES: Final = 64 * 1024
_CHUNK: Final = 1024 * 1024
_OVERLAP: Final = 64
_SMALL_PART: Final = 1024 * 1024
_CELL: Final = re.compile(rb"<(?:\w+:)?c[\s/>]")
_REFERENCE: Final = re.compile(rb"""[\s]r\s*=\s*["']\s*\$?([A-Za-z]{1,8})\$?(\d{1,12})\s*["']""")
_FAR_REFERENCE: Final = re.compile(
    rb"""[\s]r\s*=\s*["']\s*\$?(?:[A-Za-z]{2,8}\$?\d{1,12}|[A-Za-z]\$?\d{5,12})\s*["']"""
)
_LOCAL: Final = struct.Struct("<4s5H3I2H")

SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "a workbook of the old kind (.xls) or locked with a password"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"SQLite format 3", "a database"),
)
_SAVE_AS: Final = "Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV."


def check_size(data: bytes, where: str, limits: Limits) -> None:
    """Refuse a file that is empty or too large."""
    if not data.strip(b"\x00\xff\xfe\xef\xbb\xbf \t\r\n"):
        raise FileRefusedError(
            "empty-file",
            where,
            "There is nothing in it.",
            fix="Choose a file with a header row and at least one row below it.",
        )
    if len(data) > limits.file_bytes:
        raise FileRefusedError(
            "file-too-large",
            where,
            f"It has {len(data) / 1048576:.0f} MB; "
            f"up to {limits.file_bytes // 1048576} MB can be read.",
            fix="Split it into several files, or leave out columns you do not need.",
        )


def check_text(data: bytes, where: str) -> None:
    """Refuse bytes that are no text, however the file is called."""
    head = data[:HEAD_BYTES]
    for signature, what in SIGNATURES:
        if head.startswith(signature):
            raise FileRefusedError(
                "not-a-table", where, f"It is {what}, not a table.", fix=_SAVE_AS
            )
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    if head.count(0) > len(head) // 4:
        raise FileRefusedError(
            "unknown-encoding",
            where,
            "Its text is UTF-16 without a mark that says so, or no text at all.",
            fix="Save it as CSV with UTF-8 encoding.",
        )
    controls = sum(head.count(code) for code in range(32) if code not in (9, 10, 13))
    if controls > max(16, len(head) // 50):
        raise FileRefusedError("not-a-table", where, "It is no text.", fix=_SAVE_AS)


def check_columns(head: str, delimiter: str, where: str, limits: Limits) -> None:
    """Refuse a table with too many columns or too long a cell, from its first 64 KB of text."""
    csv.field_size_limit(limits.cell_bytes)
    if "\n" not in head and "\r" not in head:
        widest, row = head.count(delimiter) + 1, 1
    else:
        widest, row = 0, 1
        for number, cells in enumerate(
            csv.reader(io.StringIO(head, newline=""), delimiter=delimiter), 1
        ):
            if len(cells) > widest:
                widest, row = len(cells), number
    if widest > limits.columns:
        raise too_many_columns(f"{where}, row {row}", limits)


def too_many_columns(where: str, limits: Limits) -> FileRefusedError:
    """The refusal of a table that is too wide."""
    return FileRefusedError(
        "too-many-columns",
        where,
        f"There are more than {limits.columns} columns.",
        fix="Keep the columns with names, groups and relationships, and leave out the rest.",
    )


def check_workbook(data: bytes, where: str, limits: Limits) -> None:
    """Refuse a workbook that unpacks to more than a good one holds, or has cells far away."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _broken(where) from error
    parts = archive.infolist()
    if len(parts) > limits.parts:
        raise FileRefusedError(
            "workbook-too-large", where, f"It is made of {len(parts):,} parts.", fix=_SAVE_AS
        )
    if sum(part.compress_size for part in parts) > len(data):
        raise _broken(where)
    names = [part.filename.replace("\\", "/").lower() for part in parts]
    if len(set(names)) < len(names):
        raise _broken(where)
    if "xl/workbook.xml" not in names:
        raise FileRefusedError(
            "not-a-workbook",
            where,
            "It is an archive, but not an Excel workbook (.xlsx).",
            fix=_SAVE_AS,
        )
    room = limits.unpacked_bytes
    cells = 0
    # A little room: headers, title lines and blank cells with a colour are no cells of the table.
    most = limits.cells * 5 // 4
    for part, name in zip(parts, names, strict=True):
        sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
        size, found = _check_part(data, part, where, limits, room=room, sheet=sheet)
        room -= size
        cells += found
        if cells > most:
            raise FileRefusedError(
                "too-many-cells",
                where,
                f"There are more than {limits.cells:,} cells.",
                fix="Leave out columns and sheets you do not need.",
            )


def _broken(where: str) -> FileRefusedError:
    return FileRefusedError("broken-workbook", where, "It is damaged.", fix=_SAVE_AS)


def _check_part(
    data: bytes, part: zipfile.ZipInfo, where: str, limits: Limits, *, room: int, sheet: bool
) -> tuple[int, int]:
    """Unpacked size and number of cells of one part, unpacked in pieces and never kept."""
    size = cells = 0
    tail = b""
    for piece in _unpacked(data, part, where):
        size += len(piece)
        if size > room or size > max(_SMALL_PART, part.compress_size * limits.ratio):
            raise FileRefusedError(
                "workbook-too-large",
                where,
                f"Its part {part.filename[:60]!r} unpacks to more "
                "than a workbook of this size should hold.",
                fix=_SAVE_AS,
            )
        if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        if not tail and piece[:4].count(0):
            raise _broken(where)
        text = tail + piece
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise FileRefusedError(
                "document-type",
                where,
                f"Its part {part.filename[:60]!r} defines a document type, "
                "which no spreadsheet program writes.",
                fix=_SAVE_AS,
            )
        if sheet:
            cells += len(_CELL.findall(text)) - len(_CELL.findall(tail))
            _check_references(text, where, part.filename, limits)
        tail = text[-_OVERLAP:]
    if size != part.file_size:
        raise _broken(where)
    return size, cells


def _unpacked(data: bytes, part: zipfile.ZipInfo, where: str) -> Iterator[bytes]:
    """The part's bytes as they really are, whatever its headers say."""
    start = part.header_offset
    try:
        fields = _LOCAL.unpack_from(data, start)
    except struct.error as error:
        raise _broken(where) from error
    if fields[0] != b"PK\x03\x04" or part.flag_bits & 0x1 or part.compress_type not in (0, 8):
        raise _broken(where)
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
        raise _broken(where) from error


def _check_references(text: bytes, where: str, part: str, limits: Limits) -> None:
    """Refuse a cell that lies beyond the limits, such as XFD1048576."""
    # Nearly all references are near; only two letters or five digits are worth a closer look.
    for far in _FAR_REFERENCE.finditer(text):
        match = _REFERENCE.fullmatch(far.group())
        if match is None:
            continue
        letters, digits = match.groups()
        column = 0
        for letter in letters.upper():
            column = column * 26 + letter - 64
        # A little room: title lines above a table that has as many rows as are allowed.
        if column > limits.columns or int(digits) > limits.rows + 1_000:
            raise FileRefusedError(
                "far-cell",
                where,
                f"Its part {part[:60]!r} has a cell at {letters.decode()}{digits.decode()}, "
                f"beyond {limits.columns} columns and {limits.rows:,} rows.",
                fix="Delete the empty columns and rows beyond your table, and save it again.",
            )
