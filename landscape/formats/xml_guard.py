"""The door for XML: what its first element is, and no document type, odd encoding or bad byte."""

import re
from typing import Final

from landscape.formats.guard import HEAD_BYTES
from landscape.formats.table import FileRefusedError, Limits

# What comes before the first element: its comments and instructions may hold anything.
_ASIDE: Final = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_FIRST: Final = re.compile(r"<(?:[A-Za-z_][\w.\-]*:)?([A-Za-z_][\w.\-]*)")
_ENCODING: Final = re.compile(r"""\A\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
# Single bytes and the Unicode forms that the parser knows itself; others could hide what they say.
_ENCODINGS: Final = re.compile(
    r"utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-?8859-?\d+|latin-?\d|windows-125\d|cp125\d|koi8-[ru]"
)


def _head(data: bytes) -> str:
    head = data[:HEAD_BYTES]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if head.startswith(b"<\x00"):
        return head.decode("utf-16-le", "replace")
    if head.startswith(b"\x00<"):
        return head.decode("utf-16-be", "replace")
    return head.decode("latin-1").removeprefix("\xef\xbb\xbf")


def root_of(data: bytes) -> str | None:
    """The name of the first element in lower case, without its prefix; None where it is no XML."""
    head = _head(data)
    if not head.lstrip().startswith("<"):
        return None
    first = _FIRST.search(_ASIDE.sub("", head))
    return first.group(1).lower() if first else None


def document_type(where: str) -> FileRefusedError:
    """The refusal of a file that defines a document type."""
    return FileRefusedError(
        "document-type",
        where,
        "It defines a document type, which can make a small file unpack to a huge one.",
        fix="Save it anew in the program it comes from, or delete the lines with <!DOCTYPE>.",
    )


def check(data: bytes, where: str, limits: Limits) -> None:
    """Refuse a document type and an encoding that no program writes, before anything is parsed."""
    head = _head(data)
    before_first = _ASIDE.sub("", head)
    first = _FIRST.search(before_first)
    before_first = before_first[: first.start()] if first else before_first
    if "<!doctype" in before_first.lower() or "<!entity" in before_first.lower():
        raise document_type(where)
    declared = _ENCODING.match(head)
    if declared and not _ENCODINGS.fullmatch(declared.group(1).lower()):
        raise FileRefusedError(
            "unknown-encoding",
            where,
            f"Its text is said to be {declared.group(1)[:40]!r}, which cannot be read.",
            fix="Save it with UTF-8 encoding.",
        )
    # A good file at the limits has two marks a cell and a few a row.
    if data.count(b"<") > 2 * limits.cells + 8 * limits.rows:
        raise FileRefusedError(
            "too-many-cells",
            where,
            f"There are more than {limits.cells:,} values.",
            fix="Leave out what you do not need, or split the file.",
        )
