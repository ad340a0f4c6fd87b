"""Which characters the bytes of a text stand for."""

import re
from typing import Final

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LOOK_AT: Final = 64 * 1024
_MOSTLY: Final = 0.6
_HARDLY: Final = 0.05
# After a small letter, these are letters with accents on an old Mac and hardly ever elsewhere;
# there, those of Windows are other signs.
_MAC: Final = re.compile(rb"[a-z][\x87\x88\x8a\x8d-\x90\x9f][a-z\s,;]")
_WINDOWS: Final = re.compile(rb"[A-Za-z][\xdf-\xff]|[\xc0-\xd6][a-z]")


def marked(data: bytes) -> bool:
    """Whether the text begins with a mark that says which encoding it is in."""
    return any(data.startswith(mark) for mark, _ in _MARKS)


def unmarked_utf16(data: bytes) -> str | None:
    """The encoding of UTF-16 without a mark, told by where its zero bytes are."""
    head = data[:_LOOK_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > _MOSTLY * half and even <= _HARDLY * half:
        return "utf-16-le"
    return "utf-16-be" if even > _MOSTLY * half and odd <= _HARDLY * half else None


def decode(data: bytes) -> str:
    """The text of `data`: by its mark, else UTF-8 or UTF-16, else cp1252, which reads any byte."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data[:_LOOK_AT] and (encoding16 := unmarked_utf16(data)):
        return data.decode(encoding16, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_of_one_byte(data), "replace")


def _of_one_byte(data: bytes) -> str:
    head = data[:_LOOK_AT]
    mac = len(_MAC.findall(head))
    return "mac_roman" if mac > len(_WINDOWS.findall(head)) else "cp1252"
