"""Writes the two CSV files that Kumu imports, in one archive."""

import io
import zipfile
from typing import Final

from landscape.formats.kumu_tables import CANNOT_CARRY, tables
from landscape.formats.outline import Outline
from landscape.formats.safe_cells import csv_file
from landscape.formats.table import Format


def write(outline: Outline) -> bytes:
    """The outline as elements.csv and connections.csv."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (headers, rows) in tables(outline).items():
            archive.writestr(f"{name.lower()}.csv", csv_file(headers, rows))
    return packed.getvalue()


FORMAT: Final = Format(
    name="kumu-csv",
    title="Kumu CSV files, elements and connections",
    write=write,
    suffix=".zip",
    mime="application/zip",
    cannot_carry=f"{CANNOT_CARRY} Text that begins like a formula gets an apostrophe.",
)
