"""A JSON list of records, or of rows: one table, as programs and databases write it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pyarrow as pa

from landscape.formats import guard
from landscape.formats.cleaning import clean, cleaned
from landscape.formats.finding import find_table
from landscape.formats.json_text import flat, json_format, objects, text, too_many_rows
from landscape.formats.table import FileRefusedError, Finding, Limits, ReadTable

TITLE: Final = "JSON list"
_MOST_LISTS: Final = 60


def layout(value: Any, file: str, limits: Limits) -> list[ReadTable] | None:
    """One table, or a table for each key whose value is a list of records."""
    if isinstance(value, dict):
        lists = {key: held for key, held in value.items() if objects(held)}
        if len(lists) > _MOST_LISTS:
            raise FileRefusedError(
                "too-many-cells",
                file,
                f"There are {len(lists):,} lists in it; up to {_MOST_LISTS} can be read.",
                fix="Leave out those you do not need.",
            )
        return [_records(held, file, key, limits) for key, held in lists.items()] or None
    if not isinstance(value, list):
        return None
    if objects(value):
        return [_records(value, file, None, limits)]
    # Rows of cells as in a sheet, the first of them the header; or names alone.
    rows = ([*map(text, row)] if isinstance(row, list) else [text(row)] for row in value)
    table = find_table((list(map(clean, row)) for row in rows), file=file, limits=limits)
    if table is None:
        raise FileRefusedError(
            "empty-file",
            file,
            "The list in it is empty.",
            fix="Choose a file with at least one record.",
        )
    return [table]


def _records(held: list[Any], file: str, sheet: str | None, limits: Limits) -> ReadTable:
    """A row for each record, a column for each field that holds something."""
    where = file if sheet is None else f"{file}, {clean(sheet)[:80]}"
    found = objects(held)
    if len(found) > limits.rows:
        raise too_many_rows(where, limits)
    records = [flat(record) for record in found]
    fields = _fields(records, where, limits)
    names: list[str] = []
    for field in fields:
        names.append(_header(field, names))
    numbers = list(range(1, len(records) + 1))
    columns = [_column(records, field, where, limits) for field in fields]
    findings: list[Finding] = []
    return ReadTable(
        file=file,
        sheet=None if sheet is None else clean(sheet)[:80],
        columns=tuple(names),
        texts=tuple(cleaned(columns, names, numbers, findings)),
        rows=pa.array(numbers, pa.int64()),
        findings=tuple(findings),
        form=TITLE,
    )


def _fields(records: Sequence[Mapping[str, str]], where: str, limits: Limits) -> list[str]:
    """The fields in the order in which they are met, without those that are blank everywhere."""
    filled: dict[str, None] = {}
    for record in records:
        for field, cell in record.items():
            if cell and field not in filled:
                filled[field] = None
                if len(filled) > limits.columns:
                    raise guard.too_many_columns(where, limits)
    if not filled:
        raise FileRefusedError(
            "empty-file",
            where,
            "Its records hold nothing.",
            fix="Choose a file with at least one record.",
        )
    if len(records) * len(filled) > limits.cells:
        raise FileRefusedError(
            "too-many-cells",
            where,
            f"There are more than {limits.cells:,} cells.",
            fix="Leave out fields you do not need.",
        )
    return list(filled)


def _column(
    records: Sequence[Mapping[str, str]], field: str, where: str, limits: Limits
) -> pa.ChunkedArray:
    cells = [record.get(field, "") for record in records]
    for row, cell in enumerate(cells, start=1):
        if len(cell) > limits.cell_bytes:
            raise FileRefusedError(
                "cell-too-long",
                f"{where}, record {row}",
                f"A value holds more than {limits.cell_bytes // 1048576} MB of text.",
                fix="Shorten it.",
            )
    return pa.chunked_array([pa.array(cells, pa.large_string())])


def _header(field: str, taken: Sequence[str]) -> str:
    """The field as a header: on one line, seen, and unlike those before it."""
    word = " ".join(clean(field).split()) or f"column {len(taken) + 1}"
    if word not in taken:
        return word
    number = 2
    while f"{word} ({number})" in taken:
        number += 1
    return f"{word} ({number})"


FORMAT: Final = json_format(
    name="json-list",
    title=TITLE,
    recognises=lambda keys: keys.get("") == "[",
    layout=layout,
)
