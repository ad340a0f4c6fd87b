"""Writes a workbook that Kumu imports: sheets Elements and Connections."""

from typing import Final

from landscape.formats.kumu_tables import CANNOT_CARRY, tables
from landscape.formats.outline import Outline
from landscape.formats.safe_cells import workbook
from landscape.formats.table import Format


def write(outline: Outline) -> bytes:
    """The outline as a workbook."""
    return workbook(tables(outline))


FORMAT: Final = Format(
    name="kumu-workbook",
    title="Kumu workbook, elements and connections",
    write=write,
    suffix=".xlsx",
    mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    cannot_carry=CANNOT_CARRY,
)
