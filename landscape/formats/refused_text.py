"""Text that would pass for a table and is none: XML and drawings that no format here knows."""

import re
from typing import Final

from landscape.formats.guard import HEAD_BYTES
from landscape.formats.table import FileRefusedError, Format, Limits
from landscape.formats.xml_guard import root_of

_DRAWING: Final = re.compile(rb"\s*(?:strict\s+)?(?:di)?graph\b[^{,;\n]{0,200}\{", re.IGNORECASE)
_GDF: Final = re.compile(rb"\s*nodedef\s*>", re.IGNORECASE)
_SPREADSHEET: Final = b"urn:schemas-microsoft-com:office:spreadsheet"
_CONVERT: Final = "Open it in Gephi or another program that knows it, and export it as GEXF."


def _told(data: bytes) -> tuple[str, str] | None:
    """What it is and what to do, where it is something of the kind."""
    head = data[:HEAD_BYTES]
    if _DRAWING.match(head):
        return "a Graphviz drawing (DOT)", _CONVERT
    if _GDF.match(head):
        return "a GDF file", _CONVERT
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
