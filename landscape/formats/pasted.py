"""Text typed or pasted: names one a line, or a table copied from a spreadsheet."""

from typing import Final

from landscape.formats import csv_file
from landscape.formats.cleaning import clean
from landscape.formats.finding import find_table
from landscape.formats.table import FileRefusedError, Format, Limits, ReadTable


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """A table where cells are parted by TAB, as spreadsheets copy them; else one name a line."""
    text = clean(data.decode("utf-8", "replace"))
    if "\t" in text:
        return csv_file.read(text.encode(), file, limits)
    table = find_table(([line] for line in text.splitlines()), file=file, limits=limits)
    if table is None:
        raise FileRefusedError(
            "empty-file", file, "There is no name in it.", fix="Write one name a line."
        )
    return [table]


# Never guessed from a file: the page says that it was pasted.
FORMAT: Final = Format(
    name="pasted",
    title="Pasted text",
    read=read,
    check=csv_file.check,
)
