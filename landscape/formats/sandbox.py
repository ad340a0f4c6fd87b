"""Reads a stranger's file in a limited child process, after the guard has looked at it."""

import json
import threading
from dataclasses import asdict

from landscape.child import ChildFailedError, run
from landscape.child import Limits as ChildLimits
from landscape.formats import guard
from landscape.formats.discovery import formats, recognise
from landscape.formats.reading import REFUSED
from landscape.formats.source import SourceTable, from_bytes
from landscape.formats.table import FileRefusedError, Limits, display_name


def read_file(
    data: bytes,
    name: str,
    *,
    form: str | None = None,
    limits: Limits | None = None,
    stop: threading.Event | None = None,
) -> list[SourceTable]:
    """The tables in a file. `form` names the format where it is known, such as "pasted".

    Raises FileRefusedError, with code, place and fix, when it cannot be read, or once `stop` is
    set.
    """
    limits = limits or Limits()
    file = display_name(name)
    guard.check_size(data, file, limits)
    chosen = formats()[form] if form else recognise(data)
    if chosen.check is not None:
        chosen.check(data, file, limits)
    try:
        answer = run(
            "landscape.formats.reading:read_in_child",
            data,
            arguments={"form": chosen.name, "file": file, "limits": asdict(limits)},
            limits=ChildLimits(
                memory_mb=limits.memory_bytes // 1048576,
                cpu_s=limits.cpu_seconds,
                wall_s=limits.wall_seconds,
            ),
            # pyarrow loads these two where it can, which takes longer than reading most files.
            without=("numpy", "pandas"),
            stop=stop,
        )
    except ChildFailedError as error:
        raise FileRefusedError("reading-stopped", file, error.what, fix=error.fix) from error
    if answer[:1] == REFUSED:
        told = json.loads(answer[1:])
        raise FileRefusedError(told["code"], told["where"], told["problem"], fix=told["fix"])
    return from_bytes(answer[1:])
