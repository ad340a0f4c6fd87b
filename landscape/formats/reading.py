"""The formats there are, and the child's side of reading a file."""

import json
from typing import Final

from landscape.formats import csv_file, pasted, xlsx_file
from landscape.formats.table import FileRefusedError, Format, Limits, to_bytes

FORMATS: Final[dict[str, Format]] = {
    module.FORMAT.name: module.FORMAT for module in (xlsx_file, csv_file, pasted)
}
TABLES: Final = b"T"
REFUSED: Final = b"R"


def recognise(data: bytes) -> Format:
    """The format of a file by what is in it; its name says nothing."""
    return next(form for form in FORMATS.values() if form.recognises(data))


def read_in_child(payload: bytes, *, form: str, file: str, limits: dict[str, float]) -> bytes:
    """The tables as bytes for the pipe, or why the file is refused."""
    try:
        tables = FORMATS[form].read(payload, file, Limits(**limits))  # type: ignore[arg-type]
    except FileRefusedError as error:
        told = {
            "code": error.code,
            "where": error.where,
            "problem": error.problem,
            "fix": error.fix,
        }
        return REFUSED + json.dumps(told).encode()
    return TABLES + to_bytes(tables)
