"""How a command says how it went: one JSON object or lines on stdout, and an exit status."""

import json
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from landscape.model.errors import LandscapeError, NotFoundError

DONE: Final = 0
REFUSED: Final = 2
IN_USE: Final = 3
STOPPED: Final = 130  # what shells expect of a command that Ctrl-C has ended


def show(asked: Namespace, told: Mapping[str, object], lines: Sequence[str]) -> None:
    """Print the answer: one JSON object with --json, else lines to read."""
    print(json.dumps(told, ensure_ascii=False) if asked.json else "\n".join(lines))


def complain(asked: Namespace, error: LandscapeError, status: int) -> int:
    """Say what is wrong and what to do about it; returns the exit status."""
    print(error, file=sys.stderr)
    if asked.json:
        problem = {
            "code": type(error).__name__,
            "where": "",
            "what": error.what,
            "fix": error.fix,
        }
        print(json.dumps({"stored": False, "problems": [problem]}, ensure_ascii=False))
    return status


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that was named."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFoundError(f"{str(path)!r} cannot be read.", fix="Check its name.") from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that was asked for."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise NotFoundError(
            f"{str(path)!r} cannot be written.", fix="Check its name and its folder."
        ) from error
