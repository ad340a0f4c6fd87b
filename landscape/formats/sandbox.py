"""Reads a stranger's file in a limited child process, after the guard has looked at it."""

import json
from dataclasses import asdict
from typing import Final

from landscape.child import ChildFailedError, run
from landscape.child import Limits as ChildLimits
from landscape.formats import csv_file, guard, pasted, xlsx_file
from landscape.formats.table import (
    FileRefusedError,
    Format,
    Limits,
    SourceTable,
    display_name,
    from_bytes,
    to_bytes,
)

FORMATS: Final[dict[str, Format]] = {
    module.FORMAT.name: module.FORMAT for module in (xlsx_file, csv_file, pasted)
}
_TABLES: Final = b"T"
_REFUSED: Final = b"R"


def recognise(data: bytes) -> Format:
    """The format of a file by what is in it; its name says nothing."""
    return next(form for form in FORMATS.values() if form.recognises(data))


def read_file(
    data: bytes, name: str, *, form: str | None = None, limits: Limits | None = None
) -> list[SourceTable]:
    """The tables in a file. `form` names the format where it is known, such as "pasted".

    Raises FileRefusedError, with code, place and fix, when it cannot be read.
    """
    limits = limits or Limits()
    file = display_name(name)
    guard.check_size(data, file, limits)
    chosen = FORMATS[form] if form else recognise(data)
    chosen.check(data, file, limits)
    try:
        answer = run(
            "landscape.formats.sandbox:read_in_child",
            data,
            arguments={"form": chosen.name, "file": file, "limits": asdict(limits)},
            limits=ChildLimits(
                memory_mb=limits.memory_bytes // 1048576,
                cpu_s=limits.cpu_seconds,
                wall_s=limits.wall_seconds,
            ),
        )
    except ChildFailedError as error:
        raise FileRefusedError("reading-stopped", file, error.what, fix=error.fix) from error
    if answer[:1] == _REFUSED:
        told = json.loads(answer[1:])
        raise FileRefusedError(told["code"], told["where"], told["problem"], fix=told["fix"])
    return from_bytes(answer[1:])


def read_in_child(payload: bytes, *, form: str, file: str, limits: dict[str, float]) -> bytes:
    """The child's side: the tables, or why the file is refused."""
    try:
        tables = FORMATS[form].read(payload, file, Limits(**limits))  # type: ignore[arg-type]
    except FileRefusedError as error:
        told = {
            "code": error.code,
            "where": error.where,
            "problem": error.problem,
            "fix": error.fix,
        }
        return _REFUSED + json.dumps(told).encode()
    return _TABLES + to_bytes(tables)
