"""Files of cells as a person would bring them, and what is read from them."""

import csv
import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from landscape.formats.discovery import recognise
from landscape.formats.source import SourceTable, from_bytes
from landscape.formats.table import Limits, to_bytes

Cells = Sequence[Sequence[object]]


def book(
    sheets: Mapping[str, Cells],
    *,
    hidden: Sequence[str] = (),
    merged: Sequence[tuple[int, int, int, int, str]] = (),
) -> bytes:
    """A workbook; `merged` holds top, left, bottom, right and text, in the first sheet."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as made:
        for name, cells in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(cells):
                sheet.write_row(number, 0, row)
            for top, left, bottom, right, text in merged:
                sheet.merge_range(top, left, bottom, right, text)
            merged = ()
            if name in hidden:
                sheet.hide()
    return packed.getvalue()


def as_csv(cells: Cells, delimiter: str = ",") -> bytes:
    """A CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(cells)
    return text.getvalue().encode()


def read(data: bytes, name: str = "file") -> list[SourceTable]:
    """All tables of a file, through the guard of its format."""
    form = recognise(data)
    assert form.check is not None
    assert form.read is not None
    form.check(data, name, Limits())
    return from_bytes(to_bytes(form.read(data, name, Limits())))


def rows(table: SourceTable) -> list[list[str]]:
    """The cells of a table."""
    return [list(map(str, row)) for row in table.frame.to_numpy().tolist()]
