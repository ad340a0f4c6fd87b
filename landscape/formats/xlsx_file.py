"""Excel workbooks (.xlsx): every visible sheet that holds a table."""

import datetime
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from landscape.formats import guard
from landscape.formats.finding import find_table
from landscape.formats.table import FileRefusedError, Format, Limits, ReadTable

_EXACT: Final = 1e15


def cell_text(cell: object) -> str:
    """A cell as text: whole numbers without a fraction, dates as 2026-05-31, TRUE and FALSE."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)
    if isinstance(cell, datetime.datetime):
        midnight = cell.time() == datetime.time()
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ")
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell)


def _rows(sheet: CalamineSheet, where: str, limits: Limits) -> Iterator[list[str]]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = [cell if type(cell) is str else cell_text(cell) for cell in cells]
        if max(map(len, row), default=0) > limits.cell_bytes:
            raise FileRefusedError(
                "cell-too-long",
                f"{where}, row {number}",
                f"A cell holds more than {limits.cell_bytes // 1048576} MB of text.",
                fix="Shorten it.",
            )
        yield row


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """One table a visible sheet; sheets without a row below a header are left aside."""
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        tables: list[ReadTable] = []
        for about in workbook.sheets_metadata:
            if (
                about.typ != SheetTypeEnum.WorkSheet
                or about.visible != SheetVisibleEnum.Visible
                or "(ignore)" in about.name
            ):
                continue
            sheet = workbook.get_sheet_by_name(about.name)
            where = f"{file}, sheet {about.name}"
            table = find_table(
                _rows(sheet, where, limits), file=file, sheet=about.name, limits=limits
            )
            if table is not None:
                tables.append(table)
    except CalamineError as error:
        raise FileRefusedError(
            "broken-workbook",
            file,
            "It is damaged.",
            fix="Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV.",
        ) from error
    if not tables:
        raise FileRefusedError(
            "header-only",
            file,
            "No sheet has a row below a header.",
            fix="Add at least one row, or choose another file.",
        )
    return tables


def _recognises(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


FORMAT: Final = Format(
    name="xlsx",
    title="Excel",
    recognises=_recognises,
    read=read,
    check=guard.check_workbook,
)
