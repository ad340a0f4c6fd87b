"""A blank table to fill in with items of one's own, and one that says how."""

import io
from typing import Final

from landscape.assessments import instruments
from landscape.assessments.items_table import DIMENSION, FIRST_STEP, ID, STATEMENT, columns_of
from landscape.formats.safe_cells import open_workbook
from landscape.services.instruments import READINESS

FILE: Final = "own-questions.xlsx"
_ROWS: Final = 300
_HOW_TO: Final = "How to fill this in (ignore)"
_EXAMPLE: Final = "D06.2"


def template() -> bytes:
    """A workbook with a blank sheet of items, and a sheet that says what belongs where."""
    base = instruments()[READINESS]
    headers = columns_of(base)
    packed = io.BytesIO()
    with open_workbook(packed) as book:
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Items")
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(headers) - 1, 26, wrapped)
        for at, header in enumerate(headers):
            sheet.write_string(0, at, header, bold)
        sheet.data_validation(
            1,
            0,
            _ROWS,
            0,
            {"validate": "list", "source": [dimension.id for dimension in base.dimensions]},
        )
        how_to = book.add_worksheet(_HOW_TO)
        how_to.set_column(0, 0, 24)
        how_to.set_column(1, 2, 60, wrapped)
        row = 0
        for line in (
            "Write one item a row on the sheet Items. Then bring the file on the page Questions.",
            "Your items stand beside the published ones; what was answered keeps its questions.",
        ):
            how_to.write_string(row, 0, line)
            row += 1
        for at, header in enumerate(("Column", "What belongs there", "For example")):
            how_to.write_string(row + 1, at, header, bold)
        row += 2
        example = base.item(_EXAMPLE)
        shown = {
            DIMENSION: ("A dimension, by its id or its title; see below.", example.dimension_id),
            STATEMENT: ("Something one could observe, as a sentence.", example.statement),
            FIRST_STEP: ("What to do first where it is low.", example.first_step),
            ID: ("Leave it blank, unless you want an id of your own.", "D06.river"),
        }
        for level in base.levels:
            shown[f"Sentence {level.level}"] = (
                f"What it looks like at level {level.level}: {level.meaning}.",
                example.anchor(level.level).text,
            )
        for header in headers:
            what, one = shown[header]
            for at, text in enumerate((header, what, one)):
                how_to.write_string(row, at, text)
            row += 1
        row += 1
        for dimension in base.dimensions:
            how_to.write_string(row, 0, dimension.id)
            how_to.write_string(row, 1, dimension.title)
            row += 1
    return packed.getvalue()
