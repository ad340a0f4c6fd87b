"""Code books: sheets that describe the columns of another file, and name nobody."""

from collections.abc import Sequence
from typing import Final

from landscape.formats.sheets import Sheet
from landscape.formats.table import FileRefusedError, Limits, ReadTable, SheetFormat

_COLUMNS: Final = frozenset(
    {"variable", "variables", "variable name", "var", "varname", "column", "column name"}
    | {"field name", "fieldname", "data element"}
)
_MEANINGS: Final = frozenset(
    {"description", "label", "variable label", "definition", "meaning", "question", "explanation"}
)
_VALUES: Final = frozenset(
    {"values", "value", "value labels", "codes", "coding", "type", "data type", "levels"}
    | {"options", "format", "units", "unit", "scale", "allowed values", "categories"}
)
_ROWS: Final = 5


def _describes_columns(sheet: Sheet) -> bool:
    """Whether a header among the first rows says so."""
    for _, cells in sheet.head[:_ROWS]:
        words = {" ".join(cell.replace("_", " ").split()).casefold() for cell in cells} - {""}
        if words & _COLUMNS and words & _MEANINGS and words & _VALUES:
            return True
    return False


def read(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable] | None:  # noqa: ARG001 - as every layout
    """Refuse a file in which every sheet is a code book; beside other sheets it is let be."""
    shown = [sheet for sheet in sheets if not sheet.hidden and sheet.head]
    if not shown or not all(map(_describes_columns, shown)):
        return None
    raise FileRefusedError(
        "code-book",
        shown[0].file,
        "It describes the columns of another file; it names no stakeholder.",
        fix="Choose the file that it describes.",
    )


FORMAT: Final = SheetFormat(name="code-book", title="Code book", read=read, order=5)
