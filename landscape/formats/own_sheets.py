"""Sheets of a copy of our own, read cell by cell as they were written: nothing is looked for."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

import pyarrow as pa

from landscape.formats.own_columns import table_called
from landscape.formats.safe_cells import marked_blank, unmarked
from landscape.formats.sheets import Sheet
from landscape.formats.table import FileRefusedError, Finding, Limits, ReadTable, SheetFormat

TITLE: Final = "A copy taken from Landscape"
_BATCH: Final = 20_000


def read(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable] | None:
    """The tables of a copy; None unless at least one sheet is called and headed as ours are."""
    filled = [sheet for sheet in sheets if sheet.head and not sheet.hidden]
    ours = {id(sheet): headers for sheet in filled if (headers := _headers(sheet))}
    if not ours:
        return None
    aside = tuple(
        Finding(
            code="left-aside",
            what=f"The sheet {sheet.name!r} is not part of the copy and is left aside.",
            fix="Add it by itself, if it holds data.",
        )
        for sheet in filled
        if id(sheet) not in ours
    )
    read_tables = [
        table
        for sheet in filled
        if id(sheet) in ours and (table := _table(sheet, ours[id(sheet)], limits, aside))
    ]
    return read_tables or None


def _headers(sheet: Sheet) -> tuple[str, ...]:
    """The headers, where this is a sheet of ours."""
    cells = [cell.strip() for cell in sheet.head[0][1]]
    while cells and not cells[-1]:
        cells.pop()
    name = sheet.file if sheet.name is None else sheet.name
    known = len(set(cells)) == len(cells) and table_called(name, cells)
    return tuple(cells) if known else ()


def _table(
    sheet: Sheet, headers: tuple[str, ...], limits: Limits, aside: tuple[Finding, ...]
) -> ReadTable | None:
    numbers: list[int] = []
    chunks: list[list[pa.Array]] = [[] for _ in headers]
    solid = _below(sheet, len(headers))
    while batch := list(islice(solid, _BATCH)):
        if len(numbers) + len(batch) > limits.rows:
            where = sheet.file if sheet.name is None else f"{sheet.file}, sheet {sheet.name}"
            raise FileRefusedError(
                "too-many-rows",
                f"{where}, row {batch[-1][0]}",
                f"There are more than {limits.rows:,} rows.",
                fix="Take the copy in parts, one landscape a file.",
            )
        numbers += [number for number, _ in batch]
        for chunk, column in zip(
            chunks, zip(*(cells for _, cells in batch), strict=True), strict=True
        ):
            chunk.append(pa.array(column, pa.large_string()))
    if not numbers:
        return None
    return ReadTable(
        file=sheet.file,
        sheet=sheet.name,
        columns=headers,
        texts=tuple(pa.chunked_array(chunk) for chunk in chunks),
        rows=pa.array(numbers, pa.int64()),
        findings=aside,
        form=TITLE,
    )


def _below(sheet: Sheet, width: int) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows below the header that hold something, each as wide as the header.

    Text that is blank keeps its mark, by which it differs from a cell that holds nothing.
    """
    header = sheet.head[0][0]
    for number, cells in enumerate(sheet.rows(), start=1):
        if number > header and any(cells):
            if sheet.is_text:
                cells = [marked_blank(unmarked(cell)) if cell else "" for cell in cells]
            yield number, [*cells[:width], *[""] * (width - len(cells))]


FORMAT: Final = SheetFormat(name="own-sheets", title=TITLE, read=read, order=0)
