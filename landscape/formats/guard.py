"""The door: looks at a file's bytes without parsing it, and refuses what no good file needs."""

import csv
import io
from typing import Final

from landscape.formats.decoding import marked, unmarked_utf16
from landscape.formats.table import FileRefusedError, Limits

HEAD_BYTES: Final = 64 * 1024
SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "a document of an older kind"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"SQLite format 3", "a database"),
)
SAVE_AS: Final = "Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV."


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
            raise FileRefusedError("not-a-table", where, f"It is {what}, not a table.", fix=SAVE_AS)
    if marked(head):
        return
    if unmarked_utf16(head):
        head = head.replace(b"\0", b"")
    if head.count(0) > len(head) // 4:
        raise FileRefusedError(
            "unknown-encoding",
            where,
            "Its text is in an encoding that is not known, or it is no text at all.",
            fix="Save it as CSV with UTF-8 encoding.",
        )
    controls = sum(head.count(code) for code in range(32) if code not in (9, 10, 13))
    if controls > max(16, len(head) // 50):
        raise FileRefusedError("not-a-table", where, "It is no text.", fix=SAVE_AS)


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
