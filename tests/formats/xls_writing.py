"""Writes workbooks of the old kind (.xls): just enough of it for small tables."""

import struct
from collections.abc import Mapping, Sequence

Cell = str | int | float
_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_TABLE = 0xFFFFFFFD
_SECTOR = 512


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _cells(rows: Sequence[Sequence[Cell]]) -> bytes:
    records = []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(cell, str):
                records.append(_record(0x0204, place + _text(cell)) if cell else b"")
            else:
                records.append(_record(0x0203, place + struct.pack("<d", cell)))
    return b"".join(records)


def stream(
    sheets: Mapping[str, Sequence[Sequence[Cell]]],
    *,
    merged: Sequence[tuple[int, int, int, int]] = (),
    before: bytes = b"",
) -> bytes:
    """The records of a workbook; `merged` holds top, bottom, left, right in the first sheet."""
    bodies = []
    for cells in sheets.values():
        ranges = b"".join(struct.pack("<HHHH", *four) for four in merged)
        merges = _record(0x00E5, struct.pack("<H", len(merged)) + ranges) if merged else b""
        bodies.append(_begin(0x0010) + _cells(cells) + merges + _record(0x000A, b""))
        merged = ()
    start = _begin(0x0005) + before + _record(0x0042, struct.pack("<H", 1200))
    names = [_text(name)[0:1] + _text(name)[2:] for name in sheets]
    sheets_at = len(start) + sum(4 + 6 + len(name) for name in names) + 4
    listed = b""
    for name, body in zip(names, bodies, strict=True):
        listed += _record(0x0085, struct.pack("<IBB", sheets_at, 0, 0) + name)
        sheets_at += len(body)
    return start + listed + _record(0x000A, b"") + b"".join(bodies)


def container(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams, each filled up to the size of one that is not small."""
    padded = {
        name: content.ljust(-(-max(len(content), 4096) // _SECTOR) * _SECTOR, b"\0")
        for name, content in streams.items()
    }
    count = sum(len(content) // _SECTOR for content in padded.values()) + 1
    tables = -(-(count + count // 100 + 2) // 128)
    following = [_TABLE] * tables + [_END]
    entries = _entry("Root Entry", 5, _END, 0, child=1)
    for number, (name, content) in enumerate(padded.items(), start=1):
        first, sectors = len(following), len(content) // _SECTOR
        following += [*range(first + 1, first + sectors), _END]
        after = number + 1 if number < len(padded) else _FREE
        entries += _entry(name, 2, first, len(content), right=after)
    following += [_FREE] * (tables * 128 - len(following))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, tables, 0, 4096,
                          _END, 0, _END, 0)  # fmt: skip
    header += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    table = struct.pack(f"<{len(following)}I", *following)
    return header + table + entries.ljust(_SECTOR, b"\0") + b"".join(padded.values())


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE
) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(encoded), kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<III", start, size, 0)
    )


def old_book(
    sheets: Mapping[str, Sequence[Sequence[Cell]]],
    *,
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """A workbook of the old kind with these sheets."""
    return container({"Workbook": stream(sheets, merged=merged)})
