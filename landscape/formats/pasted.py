"""Text typed or pasted: names one a line, or a table copied from a spreadsheet."""

from typing import Final

from landscape.formats import csv_file
from landscape.formats.cleaning import clean
from landscape.formats.finding import find_table
from landscape.formats.table import FileRefusedError, Format, Limits, ReadTable

_LINES_LEAST: Final = 2


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """A table where its cells are parted, as spreadsheets copy them; else one name a line."""
    text = clean(data.decode("utf-8", "replace"))
    if _is_table(text):
        return csv_file.read(text.encode(), file, limits)
    table = find_table(([line] for line in text.splitlines()), file=file, limits=limits)
    if table is None:
        raise FileRefusedError(
            "empty-file", file, "There is no name in it.", fix="Write one name a line."
        )
    return [table]


def _is_table(text: str) -> bool:
    """Whether there is a TAB, or each line has as many semicolons, or two commas or more.

    One comma a line may as well part first and last names.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if "\t" in text or len(lines) < _LINES_LEAST:
        return "\t" in text
    semicolons, commas = ({line.count(sign) for line in lines} for sign in ";,")
    return (len(semicolons) == 1 and semicolons != {0}) or (len(commas) == 1 and min(commas) > 1)


# Never guessed from a file: the page says that it was pasted.
FORMAT: Final = Format(
    name="pasted",
    title="Pasted text",
    read=read,
    check=csv_file.check,
)
