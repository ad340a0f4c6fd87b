"""Files that must be refused whole, made at the moment they are needed."""

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import xlsxwriter

WORKBOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


@dataclass(frozen=True, kw_only=True)
class Unreadable:
    name: str
    code: str
    make: Callable[[], bytes]


def archive(parts: dict[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return packed.getvalue()


def book(sheet: str, **parts: str) -> bytes:
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": WORKBOOK,
            "xl/worksheets/sheet1.xml": SHEET.format(sheet),
        }
        | {f"xl/{name}.xml": content for name, content in parts.items()}
    )


def header_only_book() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as made:
        made.add_worksheet("People").write_row(0, 0, ["name", "town"])
    return packed.getvalue()


def two_far_corners() -> bytes:
    return book(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )


def shared_strings_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", WORKBOOK)
        made.writestr(
            "xl/worksheets/sheet1.xml",
            SHEET.format('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        )
        with made.open("xl/sharedStrings.xml", "w") as part:
            piece = b"<si><t>" + b"A" * 1_000_000 + b"</t></si>"
            for _ in range(400):
                part.write(piece)
    return packed.getvalue()


def many_cells() -> bytes:
    rows = (
        "".join(f"<c><v>{row * 7_919 + cell}</v></c>" for cell in range(400))
        for row in range(6_500)
    )
    return book("".join(f"<row>{cells}</row>" for cells in rows))


def wrong_size_in_header() -> bytes:
    made = bytearray(book("<row/>"))
    at = made.index(b"PK\x01\x02")
    made[at + 24 : at + 28] = (1).to_bytes(4, "little")
    return bytes(made)


def locked_part() -> bytes:
    made = bytearray(book(""))
    at = made.index(b"PK\x01\x02")
    made[at + 8] |= 1
    return bytes(made)


def utf16_sheet() -> bytes:
    return archive(
        {
            "xl/workbook.xml": WORKBOOK,
            "xl/worksheets/sheet1.xml": SHEET.format('<row r="1"><c r="XFD1048576"/></row>').encode(
                "utf-16"
            ),
        }
    )


def long_cell() -> bytes:
    return b"name,notes\nHarbour trust," + b"x" * (5 * 1024 * 1024) + b"\n"


def late_long_row() -> bytes:
    rows = b"name,town\n" + b"Mill trust,Ash\n" * 10_000
    return rows + b",".join([b"x"] * 600) + b"\n"


def utf32_without_mark() -> bytes:
    return "name,town\nA,B\n".encode("utf-32-le")


def hundred_thousand_columns() -> bytes:
    return b",".join([b"c"] * 100_000) + b"\n1\n"


def open_quote() -> bytes:
    return b'name,town\n"Mill' + b"\nx,y" * 400_000


def noise_in_an_archive() -> bytes:
    return b"PK\x03\x04" + random.Random(3).randbytes(4_000)


def png() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


UNREADABLE = (
    Unreadable(name="empty.csv", code="empty-file", make=lambda: b""),
    Unreadable(name="blank.csv", code="empty-file", make=lambda: b"\xef\xbb\xbf \r\n\r\n"),
    Unreadable(name="header.csv", code="header-only", make=lambda: b"name,town\r\n"),
    Unreadable(name="picture.csv", code="not-a-table", make=png),
    Unreadable(name="program.csv", code="not-a-table", make=lambda: b"MZ" + bytes(2_000)),
    Unreadable(name="noise.csv", code="not-a-table", make=lambda: bytes(range(1, 256)) * 400),
    Unreadable(name="old.xls", code="not-a-table", make=lambda: b"\xd0\xcf\x11\xe0" + bytes(512)),
    Unreadable(name="utf32.csv", code="unknown-encoding", make=utf32_without_mark),
    Unreadable(name="columns.csv", code="too-many-columns", make=hundred_thousand_columns),
    Unreadable(name="million.csv", code="too-many-columns", make=lambda: b"c," * 1_000_000),
    Unreadable(name="late.csv", code="too-many-columns", make=late_long_row),
    Unreadable(name="cell.csv", code="cell-too-long", make=long_cell),
    Unreadable(name="quote.csv", code="cell-too-long", make=open_quote),
    Unreadable(name="large.csv", code="file-too-large", make=lambda: b"a,b\n" * (11 * 1024 * 1024)),
    Unreadable(name="rows.csv", code="too-many-rows", make=lambda: b"a,b\n" + b"c,d\n" * 250_001),
    Unreadable(name="cells.csv", code="too-many-cells", make=lambda: (b"a," * 40 + b"\n") * 60_000),
    Unreadable(name="archive.xlsx", code="not-a-workbook", make=lambda: archive({"a.txt": "a"})),
    Unreadable(name="cut.xlsx", code="broken-workbook", make=lambda: book("")[:-40]),
    Unreadable(name="noise.xlsx", code="broken-workbook", make=noise_in_an_archive),
    Unreadable(name="sheetless.xlsx", code="broken-workbook", make=lambda: book("")),
    Unreadable(name="bare.xlsx", code="header-only", make=header_only_book),
    Unreadable(name="corners.xlsx", code="far-cell", make=two_far_corners),
    Unreadable(name="strings.xlsx", code="workbook-too-large", make=shared_strings_bomb),
    Unreadable(name="cells.xlsx", code="too-many-cells", make=many_cells),
    Unreadable(
        name="parts.xlsx", code="workbook-too-large",
        make=lambda: archive({f"xl/{n}.xml": "<a/>" for n in range(2_100)}),
    ),
    Unreadable(
        name="doctype.xlsx", code="document-type",
        make=lambda: book("", sharedStrings='<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>'),
    ),
    Unreadable(name="header.xlsx", code="broken-workbook", make=wrong_size_in_header),
    Unreadable(name="locked.xlsx", code="broken-workbook", make=locked_part),
    Unreadable(name="encoded.xlsx", code="broken-workbook", make=utf16_sheet),
)  # fmt: skip
