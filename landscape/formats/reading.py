"""The child's side of reading a file."""

import json
from typing import Final

from landscape.formats.discovery import formats
from landscape.formats.table import FileRefusedError, Limits, to_bytes

TABLES: Final = b"T"
REFUSED: Final = b"R"


def read_in_child(payload: bytes, *, form: str, file: str, limits: dict[str, float]) -> bytes:
    """The tables as bytes for the pipe, or why the file is refused."""
    read = formats()[form].read
    try:
        tables = read(payload, file, Limits(**limits)) if read else []  # type: ignore[arg-type]
    except FileRefusedError as error:
        told = {
            "code": error.code,
            "where": error.where,
            "problem": error.problem,
            "fix": error.fix,
        }
        return REFUSED + json.dumps(told).encode()
    return TABLES + to_bytes(tables)
