"""Files that hold no table, told by what they are: what each is, and what to do instead."""

import math
import re
import struct
from dataclasses import dataclass
from typing import Final

from landscape.formats.archive_listing import listed
from landscape.formats.table import FileRefusedError, Format, Limits

_TABLE: Final = "Copy the table in it into a spreadsheet, and save that as Excel workbook or CSV."
_UNPACK: Final = "Unpack it, and choose the table in it."
_ANOTHER: Final = "Choose the table it was made of: an Excel workbook or a CSV file."
_EXPORT: Final = "Open it in the program it comes from, and export the table as CSV."
_UCINET: Final = (
    "In UCINET choose Data, Export, DL (or Excel matrix), and choose the file that this writes."
)
_APPLE: Final = "Open it there, choose File, Export To, and CSV or Excel."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    what: str
    fix: str


_BEGINNINGS: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"%PDF", "a PDF document", _TABLE),
    (b"{\\rtf", "a text document (RTF)", _TABLE),
    (b"\x89PNG", "a picture", _ANOTHER),
    (b"\xff\xd8\xff", "a picture", _ANOTHER),
    (b"GIF8", "a picture", _ANOTHER),
    (b"BM\x00", "a picture", _ANOTHER),
    (b"II*\x00", "a picture", _ANOTHER),
    (b"MM\x00*", "a picture", _ANOTHER),
    (b"\x1f\x8b", "a compressed file (.gz)", _UNPACK),
    (b"BZh", "a compressed file (.bz2)", _UNPACK),
    (b"\xfd7zXZ\x00", "a compressed file (.xz)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive (.7z)", _UNPACK),
    (b"Rar!\x1a\x07", "a compressed archive (.rar)", _UNPACK),
    (b"SQLite format 3\x00", "a database", _EXPORT),
    (b"PAR1", "a Parquet file", _EXPORT),
    (b"ARROW1", "an Arrow file", _EXPORT),
    (b"$FL2", "an SPSS file (.sav)", _EXPORT),
    (b"$FL3", "an SPSS file (.zsav)", _EXPORT),
    (b"<stata_dta>", "a Stata file (.dta)", _EXPORT),
    (b"BEGIN:VCARD", "a list of contacts (vCard)", _EXPORT),
    (b"BEGIN:VCALENDAR", "a calendar", _EXPORT),
)
_LATER: Final[tuple[tuple[int, bytes, str, str], ...]] = (
    (257, b"ustar", "an archive (.tar)", _UNPACK),
    (8, b"DUCK", "a database", "Start the app with it, if it is one of Landscape."),
    (8, b"WEBP", "a picture", _ANOTHER),
    (4, b"ftyp", "a picture or a film", _ANOTHER),
)
_PARTS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"word/document\.xml", "a Word document (.docx)", _TABLE),
    (r"ppt/presentation\.xml", "a presentation (.pptx)", _TABLE),
    (r"xl/workbook\.bin", "a binary workbook (.xlsb)", "Save it as Excel workbook (.xlsx) or CSV."),
    (r"visio/.*", "a drawing", _ANOTHER),
    (r"index(/.*\.iwa|\.zip)|index\.(xml|apxl)(\.gz)?", "a file of Numbers or Pages", _APPLE),
    (r"doc\.kml", "a map (.kmz)", _EXPORT),
    (r"meta-inf/container\.xml", "a book (EPUB)", _TABLE),
)  # fmt: skip
_MIME: Final = re.compile(
    rb"mimetypeapplication/vnd\.oasis\.opendocument\.(text|presentation|graphics)"
)
_OPEN: Final = {
    b"text": "a text document (.odt)",
    b"presentation": "a presentation (.odp)",
    b"graphics": "a drawing (.odg)",
}
_HEADER_LINE: Final = re.compile(
    rb"[A-Za-z][A-Za-z0-9-]{1,40}: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*"
)
_OF_MESSAGES: Final = frozenset(
    {b"received", b"return-path", b"delivered-to", b"message-id", b"mime-version", b"x-mailer"}
)
_UCINET_HEADER: Final = re.compile(rb"[\x00-\x20]?.?V?640\d[\x00-\xff]\x00", re.DOTALL)
_UCINET_MISSING: Final = 1e37
_LARGE: Final = 1e6


def _kind(data: bytes) -> _Kind | None:
    """What the file is, where it is something that holds no table."""
    for beginning, what, fix in _BEGINNINGS:
        if data.startswith(beginning):
            return _Kind(what=what, fix=fix)
    for at, later, what, fix in _LATER:
        if data[at : at + len(later)] == later:
            return _Kind(what=what, fix=fix)
    if _UCINET_HEADER.match(data) or _is_ucinet_data(data):
        return _Kind(what="a UCINET file (.##h or .##d)", fix=_UCINET)
    if _is_message(data):
        return _Kind(what="an e-mail", fix="Save what is attached to it, and choose that.")
    if found := _MIME.search(data, 0, 200):
        return _Kind(what=_OPEN[found[1]], fix=_TABLE)
    return _archive(data)


def _archive(data: bytes) -> _Kind | None:
    names = [name.replace("\\", "/").lower() for name in listed(data)]
    for pattern, what, fix in _PARTS:
        if any(re.fullmatch(pattern, name) for name in names):
            return _Kind(what=what, fix=fix)
    return None


def _is_ucinet_data(data: bytes) -> bool:
    """Whether it is nothing but small numbers of four bytes each, as a .##d file is."""
    if len(data) % 4 or len(data) < 16 or not data[:4096].count(0):
        return False
    numbers = struct.unpack(f"<{len(data[:4096]) // 4}f", data[:4096])
    small = [number for number in numbers if number < _UCINET_MISSING]
    return any(small) and all(
        math.isfinite(number) and abs(number) < _LARGE and (number == 0 or abs(number) > 1e-6)
        for number in small
    )


def _is_message(data: bytes) -> bool:
    """Whether it begins with the lines that e-mails begin with."""
    at = 0
    found: set[bytes] = set()
    while (line := _HEADER_LINE.match(data, at)) and at < 65_536:
        found.add(line.group().partition(b":")[0].lower())
        at = line.end()
    return len(found) >= 3 and bool(found & _OF_MESSAGES)


def check(data: bytes, where: str, limits: Limits) -> None:  # noqa: ARG001 - as every check
    """Refuse it by its name."""
    kind = _kind(data)
    if kind is not None:
        raise FileRefusedError(
            "not-a-table", where, f"It is {kind.what}, not a table.", fix=kind.fix
        )


FORMAT: Final = Format(
    name="refused",
    title="What holds no table",
    recognises=lambda data: _kind(data) is not None,
    check=check,
    order=10,
)
