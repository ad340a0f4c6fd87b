"""The quick way through large plain text: no quotation marks, every row as wide as the header.

Whatever is not so plain is left to the careful way, which tells of it row by row.
"""

import io
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from landscape.formats.table import Limits

SMALL: Final = 256 * 1024


def is_plain(text: str) -> bool:
    """Whether the quick way may be tried: large, no quotation mark, lines that end in one way."""
    return len(text) > SMALL and '"' not in text and text.count("\r") == text.count("\r\n")


def columns_below(
    text: str, delimiter: str, header_row: int, width: int, limits: Limits
) -> tuple[list[int], list[pa.ChunkedArray]] | None:
    """Row numbers and columns below the header, or None where only the careful way will do."""
    names = [str(number) for number in range(width)]
    try:
        table = csv.read_csv(
            io.BytesIO(text.encode()),
            read_options=csv.ReadOptions(
                use_threads=False, skip_rows=header_row, column_names=names
            ),
            parse_options=csv.ParseOptions(
                delimiter=delimiter, quote_char=False, ignore_empty_lines=False
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    columns = list(table.columns)
    longest = max(pc.max(pc.binary_length(column)).as_py() or 0 for column in columns)
    too_many = len(table) > limits.rows or len(table) * width > limits.cells
    if too_many or longest > limits.cell_bytes:
        return None
    blank = pc.equal(pc.utf8_trim_whitespace(columns[0]), "")
    if pc.any(blank).as_py():
        return None  # perhaps a row without anything in it, which is no row of the table
    return list(range(header_row + 1, header_row + 1 + len(table))), columns
