"""From the sheets of any file to tables: as another tool lays them out, else where one is found."""

from collections.abc import Sequence
from dataclasses import replace

from landscape.formats import discovery
from landscape.formats.finding import find_table
from landscape.formats.sections import sections
from landscape.formats.sheets import Sheet
from landscape.formats.table import Limits, ReadTable


def read_sheets(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable]:
    """The tables in `sheets`: as the first layout that fits has them, else those that are found."""
    parts = [part for sheet in sheets for part in sections(sheet)]
    for layout in discovery.sheet_formats():
        tables = layout.read(parts, limits)
        if tables:
            return [replace(table, form=table.form or layout.title) for table in tables]
    found = (table_of(sheet, limits) for sheet in parts if not sheet.hidden)
    return [table for table in found if table is not None]


def table_of(sheet: Sheet, limits: Limits) -> ReadTable | None:
    """The one table of a sheet, or None where there is nothing below a header."""
    return find_table(
        sheet.rows(),
        file=sheet.file,
        sheet=sheet.name,
        limits=limits,
        spotless=sheet.spotless,
        quickly=sheet.quickly,
    )
