"""The blank workbook once it is filled in: every column says what it is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from landscape.formats.finding import find_table
from landscape.formats.sheets import Sheet
from landscape.formats.table import Limits, ReadTable, SheetFormat
from landscape.formats.template_columns import BY_NAME, TemplateSheet

TITLE: Final = "The blank workbook, filled in"


def read(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable] | None:
    """The filled sheets; None unless all sheets are called and headed as in the blank workbook.

    Columns that somebody added are read like those of any other table.
    """
    seen = [sheet for sheet in sheets if sheet.head and not sheet.hidden]
    known = [(sheet, BY_NAME[sheet.name]) for sheet in seen if _is_ours(sheet)]  # type: ignore[index]
    if not known or len(known) < len(seen):
        return None
    found = [
        _with_roles(table, template)
        for sheet, template in known
        if (
            table := find_table(
                sheet.rows(),
                file=sheet.file,
                sheet=sheet.name,
                limits=limits,
                spotless=sheet.spotless,
            )
        )
    ]
    return found or None


def _is_ours(sheet: Sheet) -> bool:
    template = BY_NAME.get(sheet.name or "")
    headers = {cell.strip() for cell in sheet.head[0][1]}
    return template is not None and {column.header for column in template.columns} <= headers


def _with_roles(table: ReadTable, template: TemplateSheet) -> ReadTable:
    says = {column.header: column.says for column in template.columns}
    return replace(table, holds=template.holds, says=says, form=TITLE)


FORMAT: Final = SheetFormat(name="template-sheets", title=TITLE, read=read, order=1)
