"""CSV and its kin: comma, semicolon, TAB or bar, in UTF-8, UTF-16 with a mark, or cp1252."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from landscape.formats import guard
from landscape.formats.cleaning import is_spotless
from landscape.formats.laid_out import read_sheets
from landscape.formats.plain_csv import columns_below, is_plain
from landscape.formats.sheets import Sheet, head_of
from landscape.formats.table import FileRefusedError, Finding, Format, Limits, ReadTable

DELIMITERS: Final = (",", ";", "\t", "|")
_LINES_TO_SNIFF: Final = 60
_LONG_QUOTE: Final = 3


def decode(data: bytes) -> str:
    """The text of `data`: by its mark, else UTF-8, else cp1252, which reads any byte."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def sniff(head: str) -> str:
    """The delimiter under which the first lines have most evenly the same number of cells."""
    best = (0.0, 0, ",")
    for delimiter in DELIMITERS:
        counts = [
            len(cells)
            for _, cells in zip(
                range(_LINES_TO_SNIFF),
                csv.reader(io.StringIO(head, newline=""), delimiter=delimiter),
                strict=False,
            )
            if any(cells)
        ]
        if not counts:
            continue
        cells, times = Counter(counts).most_common(1)[0]
        if cells > 1 and (times / len(counts), cells) > best[:2]:
            best = (times / len(counts), cells, delimiter)
    return best[2]


def beginning(data: bytes) -> str:
    """The first 64 KB as text, up to the last whole line where there is one."""
    text = decode(data[: guard.HEAD_BYTES])
    if len(data) <= guard.HEAD_BYTES:
        return text
    end = max(text.rfind("\n"), text.rfind("\r"))
    return text[: end + 1] if end > 0 else text


def check(data: bytes, where: str, limits: Limits) -> None:
    """Refuse what is no text, or too wide, before anything is parsed."""
    guard.check_text(data, where)
    head = beginning(data)
    guard.check_columns(head, sniff(head), where, limits)


def _rows(text: str, delimiter: str, where: str, limits: Limits) -> Iterator[list[str]]:
    csv.field_size_limit(limits.cell_bytes)
    number = 0
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1
        ):
            if len(cells) > limits.columns:
                raise guard.too_many_columns(f"{where}, row {number}", limits)
            yield cells
    except csv.Error as error:
        raise FileRefusedError(
            "cell-too-long",
            f"{where}, row {number + 1}",
            f"A cell holds more than {limits.cell_bytes // 1048576} MB of text.",
            fix="Shorten it; a quotation mark that is never closed has this effect, too.",
        ) from error


def sheet_of(
    data: bytes, where: str, limits: Limits, *, file: str | None = None, name: str | None = None
) -> Sheet:
    """The text as a sheet; `file` and `name` are those of a part where it is one."""
    text = decode(data)
    delimiter = sniff(beginning(data))
    rows = partial(_rows, text, delimiter, where, limits)
    return Sheet(
        file=file or where,
        name=name,
        head=head_of(rows()),
        rows=rows,
        spotless=is_spotless(text),
        quickly=partial(columns_below, text, delimiter, limits=limits) if is_plain(text) else None,
    )


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """The table of the file, or the tables where another tool lays out several in one."""
    tables = read_sheets([sheet_of(data, file, limits)], limits)
    if not tables:
        raise FileRefusedError(
            "header-only",
            file,
            "There is no row below the header.",
            fix="Add at least one row, or choose another file.",
        )
    last = tables[-1]
    open_quote = _open_quote(last)
    if open_quote:
        tables[-1] = replace(last, findings=(*last.findings, open_quote))
    return tables


def _open_quote(table: ReadTable) -> Finding | None:
    """A quotation mark that is never closed swallows the lines after it into the last row."""
    for column, texts in zip(table.columns, table.texts, strict=True):
        cell = texts[-1].as_py()
        if cell.count("\n") >= _LONG_QUOTE and re.search(r"[,;\t|].*\n.*[,;\t|]", cell):
            return Finding(
                code="open-quote",
                what=f"The last row has {len(cell.splitlines())} lines in one cell; "
                "a quotation mark may not be closed.",
                fix="Close it in the file, or go on with the row as it is.",
                row=table.rows[-1].as_py(),
                column=column,
                blocks=True,
            )
    return None


def _recognises(data: bytes) -> bool:
    return not data.startswith(b"PK\x03\x04")


FORMAT: Final = Format(
    name="csv", title="CSV", recognises=_recognises, read=read, check=check, order=100
)
