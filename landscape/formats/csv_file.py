"""CSV and its kin: cells parted by comma, semicolon, TAB, bar or the like, in any encoding."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Final

from landscape.formats import guard
from landscape.formats.cleaning import is_spotless
from landscape.formats.decoding import decode
from landscape.formats.delimiters import SPACES, said, sniff, with_tabs
from landscape.formats.laid_out import read_sheets
from landscape.formats.plain_csv import columns_below, is_plain
from landscape.formats.sheets import Sheet, head_of
from landscape.formats.table import FileRefusedError, Finding, Format, Limits, ReadTable

_LONG_QUOTE: Final = 3
# No cell has a letter or digit in it, whatever parts them.
_GAP: Final = re.compile(r"(?:\n|\r(?!\n))[^\w\r\n]*[\r\n]")
_GAPS_WITHIN: Final = 1024 * 1024
_PIECE: Final = 64 * 1024


def beginning(data: bytes) -> str:
    """The first 64 KB as text, up to the last whole line where there is one."""
    if len(data) <= guard.HEAD_BYTES:
        return decode(data)
    head = data[: guard.HEAD_BYTES]
    end = max(head.rfind(b"\n"), head.rfind(b"\r"))
    return decode(head[: end + 1] if end > 0 else head)


def check(data: bytes, where: str, limits: Limits) -> None:
    """Refuse what is no text, or too wide, before anything is parsed."""
    guard.check_text(data, where)
    head = beginning(data)
    delimiter = sniff(head)
    if delimiter == SPACES:
        head, delimiter = with_tabs(head), "\t"
    guard.check_columns(head, delimiter, where, limits)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, taken up piece by piece, so that its first ones are soon at hand."""

    def pieces() -> Iterator[io.StringIO]:
        start = 0
        while start < len(text):
            end = text.find("\n", start + _PIECE) + 1 or len(text)
            yield io.StringIO(text[start:end], newline="")
            start = end

    return chain.from_iterable(pieces())


def _rows(text: str, delimiter: str, where: str, limits: Limits) -> Iterator[list[str]]:
    csv.field_size_limit(limits.cell_bytes)
    number = 0
    told = said(text) is not None  # the line that says the delimiter is no row of the table
    try:
        for number, cells in enumerate(csv.reader(_lines(text), delimiter=delimiter), start=1):
            if len(cells) > limits.columns:
                raise guard.too_many_columns(f"{where}, row {number}", limits)
            yield [] if told and number == 1 else cells
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
    if delimiter == SPACES:
        text, delimiter = with_tabs(text), "\t"
    rows = partial(_rows, text, delimiter, where, limits)
    return Sheet(
        file=file or where,
        name=name,
        head=head_of(rows()),
        rows=rows,
        spotless=is_spotless(text),
        gaps=_GAP.search(text, 0, _GAPS_WITHIN) is not None,
        quickly=partial(columns_below, text, delimiter, limits=limits) if is_plain(text) else None,
        is_text=True,
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
