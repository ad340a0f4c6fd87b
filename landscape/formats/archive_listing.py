"""What an archive says it holds, from the list at its end; nothing is unpacked."""

import struct
from typing import Final

_END: Final = b"PK\x05\x06"
_END_BYTES: Final = 22
_LONGEST_COMMENT: Final = 65_535
_ENTRY: Final = struct.Struct("<4s6H3I5H2I")
_ENTRY_BEGINS: Final = b"PK\x01\x02"


def listed(data: bytes) -> list[str]:
    """The names of its parts, up to the first that cannot be read; none where it is no archive."""
    if not data.startswith(b"PK\x03\x04"):
        return []
    end = data.rfind(_END, max(0, len(data) - _END_BYTES - _LONGEST_COMMENT))
    if end < 0 or end + _END_BYTES > len(data):
        return []
    size, at = struct.unpack_from("<II", data, end + 12)
    if data[at : at + 4] != _ENTRY_BEGINS:
        at = end - size  # something stands before the archive
    names: list[str] = []
    while 0 <= at <= end - _ENTRY.size and len(names) < 10_000:
        fields = _ENTRY.unpack_from(data, at)
        if fields[0] != _ENTRY_BEGINS:
            break
        length, extra, comment = fields[10:13]
        at += _ENTRY.size
        names.append(data[at : at + length].decode("utf-8", "replace"))
        at += length + extra + comment
    return names
