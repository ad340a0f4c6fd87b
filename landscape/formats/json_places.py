"""Places on a picture as JSON tells them, turned so that upwards is more."""

import re
from typing import Final

from landscape.formats.two_tables import Rows

ACROSS: Final = " x"
UPWARDS: Final = " y"
_NUMBER: Final = re.compile(r"[-+]?(?:\d{1,30}\.?\d{0,30}|\.\d{1,30})(?:[eE][-+]?\d{1,3})?")


def describe(people: Rows) -> None:
    """Say how the columns of places are headed."""
    people.describe(ACROSS, "x", says="x")
    people.describe(UPWARDS, "y", says="y")


def put(people: Rows, across: str, down: str, *, upwards: bool = False) -> bool:
    """Put a place into the row begun last, and say whether it is one; most programs count down."""
    if not _NUMBER.fullmatch(across) or not _NUMBER.fullmatch(down):
        return False
    people.put(ACROSS, across)
    people.put(UPWARDS, down if upwards else _other_way(down))
    return True


def _other_way(number: str) -> str:
    if not number.strip("-+0.eE"):
        return "0"
    return number[1:] if number[0] == "-" else f"-{number.removeprefix('+')}"
