"""Excel workbooks (.xlsx): every visible sheet that holds a table."""

from typing import Final

from landscape.formats import workbook
from landscape.formats.archive_guard import ARCHIVE, Looker, SheetLooker, check_archive
from landscape.formats.table import Format, Limits


def check(data: bytes, where: str, limits: Limits) -> None:
    """Refuse a workbook that unpacks to more than a good one holds, or has cells far away."""

    def looker(name: str) -> Looker | None:
        sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
        return SheetLooker(where, limits) if sheet else None

    check_archive(data, where, limits, main="xl/workbook.xml", looker=looker)


def _recognises(data: bytes) -> bool:
    return data.startswith(ARCHIVE)


# Late: an archive that no other format knows is told what it would have to be.
FORMAT: Final = Format(
    name="xlsx",
    title="Excel",
    recognises=_recognises,
    read=workbook.read,
    check=check,
    order=90,
)
