"""Tables that no sheet holds as they are, but that another table comes to."""

from collections.abc import Mapping, Sequence
from typing import Final

import pyarrow as pa

from landscape.formats.cleaning import cleaned
from landscape.formats.table import FileRefusedError, Finding, Holds, Limits, ReadTable

STAKEHOLDERS: Final = "stakeholders"
RELATIONSHIPS: Final = "relationships"


def derived(
    columns: Mapping[str, Sequence[str]],
    *,
    file: str,
    sheet: str | None,
    holds: Holds,
    says: Mapping[str, str],
    limits: Limits,
    findings: Sequence[Finding] = (),
    rows: Sequence[int] | None = None,
) -> ReadTable:
    """A table of these columns, numbered from 1 unless `rows` gives the numbers."""
    count = len(next(iter(columns.values())))
    if count > limits.rows:
        raise FileRefusedError(
            "too-many-rows",
            file if sheet is None else f"{file}, {sheet}",
            f"It comes to more than {limits.rows:,} {holds}.",
            fix="Split it into several files, or leave out what you do not need.",
        )
    numbers = list(rows or range(1, count + 1))
    noticed = list(findings)
    texts = [pa.chunked_array([pa.array(column, pa.large_string())]) for column in columns.values()]
    return ReadTable(
        file=file,
        sheet=sheet,
        columns=tuple(columns),
        texts=tuple(cleaned(texts, list(columns), numbers, noticed)),
        rows=pa.array(numbers, pa.int64()),
        findings=tuple(noticed),
        holds=holds,
        says=dict(says),
    )


def called(sheet: str | None, what: str) -> str:
    """What a table derived from a sheet is called."""
    return what if sheet is None else f"{sheet}, {what}"
