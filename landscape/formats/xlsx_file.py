"""Excel workbooks (.xlsx): every visible sheet that holds a table."""

from typing import Final

from landscape.formats import guard, workbook
from landscape.formats.table import Format


def _recognises(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


# Late: an archive that no other format knows is told what an Excel workbook would be.
FORMAT: Final = Format(
    name="xlsx",
    title="Excel",
    recognises=_recognises,
    read=workbook.read,
    check=guard.check_workbook,
    order=90,
)
