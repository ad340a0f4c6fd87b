"""Text that would pass for a table and is none: XML that no format here knows."""

from typing import Final

from landscape.formats.guard import HEAD_BYTES
from landscape.formats.table import FileRefusedError, Format, Limits
from landscape.formats.xml_guard import root_of

_SPREADSHEET: Final = b"urn:schemas-microsoft-com:office:spreadsheet"


def _told(data: bytes) -> tuple[str, str] | None:
    """What it is and what to do, where it is something of the kind."""
    head = data[:HEAD_BYTES]
    root = root_of(data)
    if root is None:
        return None
    if root == "workbook" and _SPREADSHEET in head:
        return (
            "an XML spreadsheet of 2003",
            "Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV.",
        )
    if root == "svg":
        return "a picture", "Choose the table it was made of."
    return f"XML that begins with <{root[:40]}>", "Export it as CSV, Excel, GraphML or GEXF."


def check(data: bytes, where: str, limits: Limits) -> None:  # noqa: ARG001 - as every check
    """Refuse it by its name."""
    if told := _told(data):
        what, fix = told
        raise FileRefusedError("not-a-table", where, f"It is {what}, not a table.", fix=fix)


# Late: only what no other format takes.
FORMAT: Final = Format(
    name="refused-text",
    title="Text that holds no table",
    recognises=lambda data: _told(data) is not None,
    check=check,
    order=95,
)
