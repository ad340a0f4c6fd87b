"""Tables of HTML pages, which many programs save under the ending .xls."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from typing import Final

from landscape.formats import guard
from landscape.formats.decoding import decode
from landscape.formats.laid_out import read_sheets
from landscape.formats.plain_words import without, without_tags
from landscape.formats.sheets import Sheet, head_of
from landscape.formats.table import FileRefusedError, Format, Limits, ReadTable
from landscape.formats.xml_guard import root_of

_ROOTS: Final = frozenset({"html", "head", "body", "meta", "table", "style", "title", "div"})
_MOST_TAGS: Final = 400_000
_MOST_TABLES: Final = 60
_MOST_CELLS: Final = 400_000
_TABLE: Final = re.compile(r"<table\b[^<>]*>", re.IGNORECASE)
_ROW: Final = re.compile(r"<tr\b[^<>]*>", re.IGNORECASE)
_CELL: Final = re.compile(r"<t[dh]\b([^<>]*)>", re.IGNORECASE)
_WIDE: Final = re.compile(r"\scolspan\s*=\s*[\"']?(\d{1,5})", re.IGNORECASE)
_SAVE_AS: Final = "Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV."


def _recognises(data: bytes) -> bool:
    return root_of(data) in _ROOTS


def check(data: bytes, where: str, limits: Limits) -> None:  # noqa: ARG001 - as every check
    """Refuse a page without a table, or with too much in it."""
    if b"<td" not in data.lower() and b"<\0t\0d" not in data.lower():
        raise FileRefusedError(
            "not-a-table",
            where,
            "It is a web page without a table.",
            fix="Download the table itself, or copy it into a spreadsheet.",
        )
    if data.count(b"<") > _MOST_TAGS:
        raise _too_much(where)


def _too_much(where: str) -> FileRefusedError:
    return FileRefusedError(
        "too-many-cells", where, "It is a web page with more in it than can be read.", fix=_SAVE_AS
    )


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """The tables of the page, but for those that only lay it out."""
    text = decode(data)
    for begin, end in (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")):
        text = without(text, begin, end)
    # What lies in a table within a table belongs to the inner one.
    grids = [part.split("</table", 1)[0] for part in _TABLE.split(text)[1:]]
    grids = [grid for grid in grids if len(_ROW.findall(grid)) > 1]
    if len(grids) > _MOST_TABLES:
        raise FileRefusedError(
            "too-many-cells",
            file,
            f"There are {len(grids):,} tables in it; up to {_MOST_TABLES} can be read.",
            fix="Copy the tables that you need into a spreadsheet.",
        )
    sheets: list[Sheet] = []
    for number, grid in enumerate(grids, start=1):
        name = f"table {number}" if len(grids) > 1 else None
        where = file if name is None else f"{file}, {name}"
        rows = partial(_rows, grid, where, limits)
        sheets.append(Sheet(file=file, name=name, head=head_of(rows()), rows=rows))
    tables = read_sheets(sheets, limits)
    if not tables:
        raise FileRefusedError(
            "header-only", file, "No table in it has a row below a header.", fix=_SAVE_AS
        )
    return tables


def _rows(grid: str, where: str, limits: Limits) -> Iterator[list[str]]:
    made = 0
    for number, row in enumerate(_ROW.split(grid)[1:], start=1):
        cells: list[str] = []
        _, *parts = _CELL.split(row)
        for attributes, content in zip(parts[::2], parts[1::2], strict=True):
            wide = _WIDE.search(attributes)
            cells += [_text(content), *([""] * (int(wide[1]) - 1 if wide else 0))]
            if len(cells) > limits.columns:
                raise guard.too_many_columns(f"{where}, row {number}", limits)
            if len(cells[0]) > limits.cell_bytes:
                raise FileRefusedError(
                    "cell-too-long",
                    f"{where}, row {number}",
                    f"A cell holds more than {limits.cell_bytes // 1048576} MB of text.",
                    fix="Shorten it.",
                )
        made += len(cells)
        if made > _MOST_CELLS:
            raise _too_much(f"{where}, row {number}")
        yield cells


def _text(content: str) -> str:
    """What is seen in a cell; blanks and line ends of the source are one blank."""
    lines = without_tags(" ".join(content.split())).split("\n")
    return "\n".join(" ".join(unescape(line).split()) for line in lines).strip()


FORMAT: Final = Format(
    name="html",
    title="Table of a web page",
    recognises=_recognises,
    read=read,
    check=check,
    order=60,
)
