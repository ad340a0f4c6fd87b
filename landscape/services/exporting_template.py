"""A blank workbook to fill in, which needs no decision when it comes back."""

import io
from typing import Any, Final

from landscape.formats.safe_cells import open_workbook
from landscape.formats.template_columns import SHEETS, TemplateColumn

# Sheets of such a name are left aside by the import, so that its examples stay examples.
HOW_TO: Final = "How to fill this in (ignore)"
_ROWS: Final = 5_000
_WIDTH: Final = 22


def template_workbook() -> bytes:
    """Blank sheets for stakeholders, relationships and further groups, and one that explains them.

    Columns with a closed set of values offer them as a list; examples stand on the last sheet only.
    """
    packed = io.BytesIO()
    with open_workbook(packed) as book:
        bold = book.add_format({"bold": True})
        for template in SHEETS:
            sheet = book.add_worksheet(template.name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(template.columns) - 1, _WIDTH)
            for at, column in enumerate(template.columns):
                sheet.write_string(0, at, column.header, bold)
                if column.allowed:
                    sheet.data_validation(1, at, _ROWS, at, _choice(column))
        _explain(book.add_worksheet(HOW_TO), bold, book.add_format({"text_wrap": True}))
    return packed.getvalue()


def _choice(column: TemplateColumn) -> dict[str, Any]:
    allowed = ", ".join(map(str, column.allowed))
    return {
        "validate": "list",
        "source": [str(value) for value in column.allowed],
        "error_title": column.header,
        "error_message": f"Choose one of: {allowed}; or leave it blank.",
    }


def _explain(sheet: Any, bold: Any, wrapped: Any) -> None:
    """What each sheet and column is for, an example, and what may stand there."""
    sheet.set_column(0, 1, 18)
    sheet.set_column(2, 2, 60, wrapped)
    sheet.set_column(3, 4, 34, wrapped)
    lines = [
        "Fill in the sheets Stakeholders and Relationships; either alone will do.",
        "Only the columns marked with * need something in every row. Blank means not recorded.",
        "Add columns of your own: they are kept as they are.",
        "Then choose this file on the page Add data. This sheet is left aside.",
    ]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line)
    row = len(lines) + 1
    for at, header in enumerate(("Sheet", "Column", "What belongs there", "Example", "Allowed")):
        sheet.write_string(row, at, header, bold)
    for template in SHEETS:
        row += 1
        sheet.write_string(row, 0, template.name, bold)
        sheet.write_string(row, 2, template.words)
        for column in template.columns:
            row += 1
            sheet.write_string(row, 0, template.name)
            sheet.write_string(row, 1, column.header + (" *" if column.needed else ""))
            sheet.write_string(row, 2, column.words)
            sheet.write_string(row, 3, f"For example: {column.example}")
            sheet.write_string(row, 4, ", ".join(map(str, column.allowed)))
