"""Excel workbooks (.xlsx, .xlsb): every visible sheet that holds a table."""

from typing import Final

from landscape.formats import workbook
from landscape.formats.archive_guard import ARCHIVE, Looker, SheetLooker, check_archive
from landscape.formats.table import Format, Limits

_BINARY: Final = b"xl/workbook.bin"
_DIRECTORY_BYTES: Final = 256 * 1024


def _is_binary(data: bytes) -> bool:
    """Whether its parts are the binary kind; their names stand at the end of an archive."""
    return _BINARY in data[-_DIRECTORY_BYTES:]


def check(data: bytes, where: str, limits: Limits) -> None:
    """Refuse a workbook that unpacks to more than a good one holds, or has cells far away."""

    def looker(name: str) -> Looker | None:
        sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
        return SheetLooker(where, limits) if sheet else None

    main = _BINARY.decode() if _is_binary(data) else "xl/workbook.xml"
    check_archive(data, where, limits, main=main, looker=looker)


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
