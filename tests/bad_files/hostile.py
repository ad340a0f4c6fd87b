"""Files that somebody made to do harm, made at the moment they are needed."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bad_files.unreadable import SHEET, WORKBOOK, archive, book

LAUGHS = (
    '<!DOCTYPE r [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
QUADRATIC = f'<!DOCTYPE r [<!ENTITY a "{"x" * 50_000}">]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
OTHER_DTD = '<!DOCTYPE r SYSTEM "http://attacker.test/r.dtd">'
OPEN_SHEET = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="S">{}</table:table></office:spreadsheet>'
    "</office:body></office:document-content>"
)
OPEN_CELL = '<table:table-cell office:value-type="string" {}><text:p>x</text:p></table:table-cell>'


@dataclass(frozen=True, kw_only=True)
class Hostile:
    """`code` is what it must be refused with, where that is known beforehand."""

    name: str
    make: Callable[[], bytes]
    code: str | None = None


def of_parts(parts: Iterator[tuple[str, Iterator[bytes]]]) -> bytes:
    """An archive whose parts are written piece by piece, so that making it takes no memory."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, pieces in parts:
            with made.open(name, "w") as part:
                for piece in pieces:
                    part.write(piece)
    return packed.getvalue()


def large_part(name: str, piece: bytes, times: int) -> Callable[[], bytes]:
    def make() -> bytes:
        begin, end = SHEET.format("|").encode().split(b"|")
        sheet = (begin, *([piece] * times), end) if "sheet" in name else (begin, end)
        parts = {
            "[Content_Types].xml": (b"<Types/>",),
            "xl/workbook.xml": (WORKBOOK.encode(),),
            "xl/worksheets/sheet1.xml": sheet,
            **({} if "sheet" in name else {name: (piece,) * times}),
        }
        return of_parts((part, iter(pieces)) for part, pieces in parts.items())

    return make


def nested(depth: int) -> bytes:
    """Archives within archives, each holding ten of the one within."""
    inner = archive({"0.csv": b"0" * 1_000_000})
    for _ in range(depth):
        inner = archive({f"{number}.zip": inner for number in range(10)})
    return inner


def overlapping() -> bytes:
    """Many names for the very same bytes."""
    packed = zlib.compress(b"a" * 4_000_000)[2:-4]
    name = b"xl/sharedStrings.xml"
    crc = zlib.crc32(b"a" * 4_000_000)
    local = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(packed), 4_000_000, len(name), 0
    )
    body = local + name + packed
    entries = b"".join(
        struct.pack(
            "<4s6H3I5H2I",
            b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(packed), 4_000_000, 8, 0, 0, 0, 0, 0, 0,
        ) + f"p{number:07}".encode()
        for number in range(500)
    )  # fmt: skip
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 500, 500, len(entries), len(body), 0)
    return body + entries + end


def open_document(rows: str, before: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet",
            compress_type=zipfile.ZIP_STORED,
        )
        made.writestr("content.xml", before + OPEN_SHEET.format(rows))
    return packed.getvalue()


def open_rows(rows: int, columns: int) -> bytes:
    cell = OPEN_CELL.format(f'table:number-columns-repeated="{columns}"')
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    return open_document(row)


def xml(kind: str, before: str, inside: str = "&i;") -> bytes:
    if kind == "graphml":
        return (
            f'<?xml version="1.0"?>{before}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
            f'<graph><node id="a"><data key="k">{inside}</data></node></graph></graphml>'
        ).encode()
    return (
        f'<?xml version="1.0"?>{before}<gexf xmlns="http://gexf.net/1.3"><graph><nodes>'
        f'<node id="a" label="{inside}"/></nodes></graph></gexf>'
    ).encode()


def many(kind: str, count: int) -> bytes:
    """A file of so many stakeholders, each as short as can be."""
    if kind == "graphml":
        return b"<graphml><graph>" + b'<node id="a"/>' * count + b"</graph></graphml>"
    return b"<gexf><graph><nodes>" + b'<node id="a"/>' * count + b"</nodes></graph></gexf>"


def deep(kind: str, depth: int) -> bytes:
    if kind == "graphml":
        return b"<graphml>" + b'<graph><node id="a">' * depth
    return b"<gexf><graph><nodes>" + b'<node id="a"><nodes>' * depth


def looping_container() -> bytes:
    """A compound file whose sectors follow each other in a ring."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", header, 44, 1)
    struct.pack_into("<IIIIIII", header, 48, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header[76:512] = b"\xff" * 436
    struct.pack_into("<I", header, 76, 0)
    table = struct.pack("<128I", *(number for number in range(128)))
    return bytes(header) + table + bytes(512 * 20)


def records(count: int, fields: int) -> bytes:
    one = "{" + ",".join(f'"k{number}":1' for number in range(fields)) + "}"
    return ("[" + ",".join([one] * count) + "]").encode()


ARCHIVES = (
    Hostile(
        name="rows.xlsx",
        make=large_part("xl/worksheets/sheet1.xml", b"<row><c><v>1</v></c></row>" * 40_000, 80),
        code="too-many-cells",
    ),
    Hostile(
        name="spaces.xlsx",
        make=large_part("xl/worksheets/sheet1.xml", b" " * 1_000_000, 400),
        code="workbook-too-large",
    ),
    Hostile(
        name="strings.xlsx",
        make=large_part("xl/sharedStrings.xml", b"<si><t/></si>" * 80_000, 300),
        code="workbook-too-large",
    ),
    Hostile(
        name="styles.xlsx",
        make=large_part("xl/styles.xml", b"<xf/>" * 200_000, 300),
        code="workbook-too-large",
    ),
    Hostile(
        name="picture.xlsx",
        make=large_part("xl/media/image1.png", bytes(1_000_000), 400),
        code="workbook-too-large",
    ),
    Hostile(name="nested.xlsx", make=lambda: book("", sharedStrings="") + nested(2)),
    Hostile(name="nested.zip", make=lambda: nested(3)),
    Hostile(
        name="nested-with-table.zip",
        make=lambda: archive({"a.csv": "name\nMill\n", "b.zip": nested(2)}),
        code="broken-file",
    ),
    Hostile(
        name="parts.xlsx",
        make=lambda: archive(
            {"xl/workbook.xml": WORKBOOK} | {f"xl/{n}.xml": "" for n in range(10_000)}
        ),
        code="workbook-too-large",
    ),
    Hostile(
        name="parts.zip",
        make=lambda: archive({f"{n}.csv": "name\n" for n in range(10_000)}),
        code="archive-too-large",
    ),
    Hostile(
        name="bomb.zip",
        make=lambda: archive({"a.csv": b"name\n" + b"a" * 50_000_000}),
        code="archive-too-large",
    ),
    Hostile(
        name="many-bombs.zip",
        make=lambda: archive({f"{n}.csv": b"name\n" + b"ab\n" * 1_000_000 for n in range(40)}),
        code="archive-too-large",
    ),
    Hostile(name="overlap.xlsx", make=overlapping),
    Hostile(
        name="laughs.xlsx",
        make=lambda: book("", sharedStrings=LAUGHS + "<sst>&i;</sst>"),
        code="document-type",
    ),
    Hostile(
        name="quadratic.xlsx",
        make=lambda: book("", sharedStrings=QUADRATIC + f"<sst>{'&a;' * 50_000}</sst>"),
        code="document-type",
    ),
    Hostile(
        name="outside.xlsx",
        make=lambda: book("", sharedStrings=OUTSIDE + "<sst>&a;</sst>"),
        code="document-type",
    ),
    Hostile(
        name="column.xlsx",
        make=lambda: book('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
        code="far-cell",
    ),
    Hostile(
        name="row.xlsx",
        make=lambda: book('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'),
        code="far-cell",
    ),
    Hostile(
        name="beyond.xlsx",
        make=lambda: book('<row r="1"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>'),
        code="far-cell",
    ),
    Hostile(
        name="merged.xlsx",
        make=lambda: archive(
            {
                "xl/workbook.xml": WORKBOOK,
                "xl/worksheets/sheet1.xml": SHEET.format("")
                + '<mergeCell ref="A1:B2"/>' * 3_000_000,
            }
        ),
    ),
    Hostile(name="rows.ods", make=lambda: open_rows(1_000_000_000, 1)),
    Hostile(name="columns.ods", make=lambda: open_rows(1, 1_000_000_000)),
    Hostile(name="both.ods", make=lambda: open_rows(100_000, 500)),
    Hostile(name="laughs.ods", make=lambda: open_document("", LAUGHS), code="document-type"),
    Hostile(
        name="large.ods",
        make=lambda: open_document(
            f"<table:table-row>{OPEN_CELL.format('') * 2_000_000}</table:table-row>"
        ),
    ),
)

XML = (
    *(
        Hostile(name=f"{what}.{kind}", make=make, code="document-type")
        for kind in ("graphml", "gexf")
        for what, make in (
            ("laughs", lambda kind=kind: xml(kind, LAUGHS)),
            ("quadratic", lambda kind=kind: xml(kind, QUADRATIC, "&a;" * 50_000)),
            ("outside", lambda kind=kind: xml(kind, OUTSIDE, "&a;")),
            ("other-dtd", lambda kind=kind: xml(kind, OTHER_DTD, "a")),
            ("wide", lambda kind=kind: xml(kind, LAUGHS).decode().encode("utf-16")),
        )
    ),
    *(
        Hostile(name=f"{what}.{kind}", make=make)
        for kind in ("graphml", "gexf")
        for what, make in (
            ("crowd", lambda kind=kind: many(kind, 1_500_000)),
            ("deep", lambda kind=kind: deep(kind, 200_000)),
            ("cell", lambda kind=kind: xml(kind, "", "x" * 2_000_000)),
            ("utf-7", lambda kind=kind: b"<?xml version='1.0' encoding='utf-7'?>" + many(kind, 2)),
        )
    ),
    Hostile(
        name="keys.graphml",
        make=lambda: (
            "<graphml>"
            + "".join(f'<key id="k{n}" for="node" attr.name="a{n}"/>' for n in range(100_000))
            + '<graph><node id="a">'
            + "".join(f'<data key="k{n}">1</data>' for n in range(100_000))
            + "</node></graph></graphml>"
        ).encode(),
    ),
)

JSON = (
    Hostile(name="lists.json", make=lambda: b"[" * 200_000, code="nested-too-deep"),
    Hostile(
        name="closed.json", make=lambda: b"[" * 200_000 + b"]" * 200_000, code="nested-too-deep"
    ),
    Hostile(name="objects.json", make=lambda: b'{"nodes":' * 200_000, code="nested-too-deep"),
    Hostile(name="digits.json", make=lambda: b'[{"name":' + b"9" * 5_000 + b"}]"),
    Hostile(
        name="million-digits.json",
        make=lambda: b'[{"name":' + b"9" * 2_000_000 + b"}]",
        code="cell-too-long",
    ),
    Hostile(name="exponent.json", make=lambda: b'[{"name": 1e999999999}]'),
    Hostile(
        name="brackets.json", make=lambda: b"[" + b"[]," * 8_000_000 + b"[]]", code="too-many-cells"
    ),
    Hostile(
        name="braces.json", make=lambda: b"[" + b"{}," * 8_000_000 + b"{}]", code="too-many-cells"
    ),
    Hostile(
        name="small-braces.json",
        make=lambda: b"[" + b'{"a":1},' * 1_500_000 + b"{}]",
        code="too-many-rows",
    ),
    Hostile(name="commas.json", make=lambda: b"[" + b"12," * 7_000_000 + b"1]"),
    Hostile(name="strings.json", make=lambda: b"[" + b'"ab",' * 4_500_000 + b'"a"]'),
    Hostile(name="pairs.json", make=lambda: b"[" + b"[1]," * 2_500_000 + b"[1]]"),
    Hostile(
        name="keys.json",
        make=lambda: b"[{" + b",".join(b'"k%d":1' % n for n in range(1_000_000)) + b"}]",
    ),
    Hostile(
        name="twice.json",
        make=lambda: b"[{" + b'"k":1,' * 3_000 + b'"k":2}]',
        code="too-many-columns",
    ),
    Hostile(name="same-keys.json", make=lambda: b"[{" + b'"k":1,' * 1_000_000 + b'"k":2}]'),
    Hostile(name="columns.json", make=lambda: records(20, 100_000), code="too-many-columns"),
    Hostile(name="surrogates.json", make=lambda: b'[{"na\\ud800me": "\\udc00\\ud83d"}]'),
    Hostile(name="nul.json", make=lambda: b'[{"name": "\\u0000Mill\\u202e"}]'),
    Hostile(name="backslashes.json", make=lambda: b'{"' + b'\\"' * 1_000_000),
    Hostile(name="quotes.json", make=lambda: b'{"a' + b'"' * 1_000_000, code="broken-file"),
    Hostile(name="lines.json", make=lambda: b'{"a":1}\n' * 300_000, code="too-many-rows"),
    Hostile(
        name="crowd.json",
        make=lambda: b'{"nodes":[' + b'{"id":"a"},' * 900_000 + b'{"id":"b"}],"links":[]}',
    ),
    Hostile(
        name="markdown.json",
        make=lambda: (
            b'{"elements":[{"label":"a","description":"' + b"**a [b]( <!-- " * 60_000 + b'"}]}'
        ),
    ),
    Hostile(
        name="attributes.json",
        make=lambda: (
            b'{"nodes":[{"id":"a","attributes":'
            + b'{"a":' * 900
            + b"1"
            + b"}" * 900
            + b'}],"links":[]}'
        ),
    ),
)

TEXT = (
    Hostile(name="surrogate.csv", make=lambda: b"name,town\nMi\xed\xa0\x80ll,Ash\n"),
    Hostile(name="nuls.csv", make=lambda: b"name,town\nMi\x00ll,A\x00sh\n"),
    Hostile(name="returns.csv", make=lambda: b"name,town\r" * 240_000),
    Hostile(name="quotes.csv", make=lambda: b'name,town\n"' + b'""' * 400_000 + b'",Ash\n'),
    Hostile(name="every-quote.csv", make=lambda: b'"' * 3_000_000),
    Hostile(name="delimiters.csv", make=lambda: b",;|\t" * 120 + b"\n" + b",;|\t\n" * 100_000),
    Hostile(name="bars.csv", make=lambda: b"from,to\n" + b"A," + b"B|" * 400_000 + b"\n"),
    Hostile(name="breaks.csv", make=lambda: b"name\n" * 300_000),
    Hostile(name="blank.csv", make=lambda: b"name,town\n" + b" ,\n" * 3_000_000 + b"a,b\n"),
    Hostile(
        name="ragged.csv", make=lambda: b"".join(b"a," * (n % 400) + b"\n" for n in range(20_000))
    ),
    Hostile(
        name="tags.html",
        make=lambda: b"<table><tr><td>a" + b"<b>" * 4_000_000,
        code="too-many-cells",
    ),
    Hostile(name="open.html", make=lambda: b"<table><tr><td>a<tr><td>" + b"<!--" * 1_400_000),
    Hostile(name="cells.html", make=lambda: b"<table>" + (b"<tr>" + b"<td>a" * 20) * 60_000),
    Hostile(name="spans.html", make=lambda: b"<table>" + b"<tr><td colspan=499>a<td>b" * 30_000),
    Hostile(
        name="tables.html", make=lambda: b"<html>" + b"<table><tr><td>a<tr><td>b</table>" * 40_000
    ),
    Hostile(name="ring.xls", make=looping_container, code="broken-workbook"),
    Hostile(name="message.eml", make=lambda: b"Received: a\r\n" * 300_000),
    Hostile(name="folded.eml", make=lambda: b"Received: a\r\n" + b" b\r\n" * 1_000_000),
    Hostile(name="graph.dot", make=lambda: b"graph " * 500_000),
)

HOSTILE = (*ARCHIVES, *XML, *JSON, *TEXT)
