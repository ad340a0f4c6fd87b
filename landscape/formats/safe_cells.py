"""Cells as they are written for spreadsheets: typed, and text that never reckons or links."""

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from landscape.model.errors import InvalidValueError

Value = str | int | float | date | None
Rows = Iterable[Sequence[Value]]

_RECKONS: Final = "=+\\-@\t\r\uff1d\uff0b\uff0d\uff20"
# A mark is also given to text that is blank, so that it differs from a cell that holds nothing.
_TO_MARK: Final = re.compile(rf"'*(?:[{_RECKONS}]|\s*\Z)")
_MARKED: Final = re.compile(rf"''*(?:[{_RECKONS}]|\s*\Z)")
_BLANK: Final = re.compile(r"'*\s*\Z")
_BLANK_MARKED: Final = re.compile(r"''*\s*\Z")
CELL_MAX: Final = 32_767
_EXCEL_BEGINS: Final = 1900


class _Exact(float):
    """A number that is written with all its digits; the library's own 16 are one too few."""

    def __format__(self, _: str) -> str:
        return repr(float(self))


def marked(text: str) -> str:
    """`text` with an apostrophe before what a spreadsheet would take for a formula."""
    return "'" + text if _TO_MARK.match(text) else text


def unmarked(text: str) -> str:
    """The text that :func:`marked` was given."""
    return text[1:] if _MARKED.match(text) else text


def marked_blank(text: str) -> str:
    """`text` with an apostrophe where it is blank; in a workbook nothing else needs one."""
    return "'" + text if _BLANK.match(text) else text


def unmarked_blank(text: str) -> str:
    """The text that :func:`marked_blank` was given."""
    return text[1:] if _BLANK_MARKED.match(text) else text


def csv_file(headers: Sequence[str], rows: Rows) -> bytes:
    """A table as CSV marked as UTF-8; text that a spreadsheet would reckon gets an apostrophe."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([marked(header) for header in headers])
    writer.writerows([_as_text(value) for value in row] for row in rows)
    return ("\ufeff" + written.getvalue()).encode()


def _as_text(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return value
    return _day_text(value) if isinstance(value, date) else marked(str(value))


def _day_text(moment: date) -> str:
    """A day, or a moment with its time where it has one."""
    if isinstance(moment, datetime) and moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat()


def workbook(sheets: Mapping[str, tuple[Sequence[str], Rows]]) -> bytes:
    """Sheets of headers and rows as a workbook: values typed, text never a formula or a link."""
    packed = io.BytesIO()
    with open_workbook(packed) as book:
        bold = book.add_format({"bold": True})
        for name, (headers, rows) in sheets.items():
            sheet = book.add_worksheet(name[:31])
            sheet.freeze_panes(1, 0)
            for column, header in enumerate(headers):
                sheet.write_string(0, column, header, bold)
            for row, values in enumerate(rows, start=1):
                for column, value in enumerate(values):
                    write_cell(sheet, row, column, value, f"{name}, column {headers[column]!r}")
    return packed.getvalue()


def open_workbook(to: io.BytesIO) -> Any:
    """A workbook to write, in which no text turns into anything else."""
    import xlsxwriter  # not at the top: the children that read files do without it

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    return xlsxwriter.Workbook(to, options)


def write_cell(sheet: Any, row: int, column: int, value: Value, where: str) -> None:
    """One cell by the type of its value; nothing for a missing one."""
    if value is None:
        return
    if isinstance(value, bool):
        # As text, because LibreOffice takes a truth value for the formula =TRUE().
        sheet.write_string(row, column, "TRUE" if value else "FALSE")
    elif isinstance(value, int | float) and not _only_text_keeps(value):
        sheet.write_number(row, column, _Exact(value))
    elif isinstance(value, date) and not isinstance(value, datetime) and value.year > _EXCEL_BEGINS:
        sheet.write_datetime(row, column, value)
    else:
        text = _day_text(value) if isinstance(value, date) else str(value)
        if len(text) > CELL_MAX:
            raise InvalidValueError(
                f"A text in {where} has {len(text):,} characters; a cell holds {CELL_MAX:,}.",
                fix="Take another form: the copy for Landscape or the CSV files hold any length.",
            )
        sheet.write_string(row, column, text)


def _only_text_keeps(number: float) -> bool:
    """Whether a spreadsheet would write the number as another one: -0.0, or none at all."""
    if isinstance(number, int):
        return int(float(number)) != number
    return not math.isfinite(number) or (number == 0 and math.copysign(1, number) < 0)
