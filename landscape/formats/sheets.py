"""Sheets of cells as they stand in a file, before a table is looked for in them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyarrow as pa

HEAD_ROWS: Final = 200

Row = tuple[int, list[str]]
Quick = Callable[[int, int], tuple[list[int], list[pa.ChunkedArray]] | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """One grid of cells, all text.

    `name` is None for files without sheets. `head` holds the first rows that are not blank, each
    with its number as a person counts it; `rows` begins anew with every call and yields all rows,
    blank ones included. `hidden` sheets are there for layouts that keep something in them.
    `spotless` says that no cell holds a character that nobody can see; `quickly` may give the
    columns below a header row, of a width, faster than row by row. `is_text` says that it stood in
    a file of text, where our own copies mark what a spreadsheet would reckon.
    """

    file: str
    name: str | None
    head: tuple[Row, ...]
    rows: Callable[[], Iterator[list[str]]]
    hidden: bool = False
    spotless: bool = False
    quickly: Quick | None = None
    gaps: bool = True
    is_text: bool = False


def solid(rows: Iterable[list[str]]) -> Iterator[Row]:
    """Numbered rows that are not blank."""
    return (
        (number, cells)
        for number, cells in enumerate(rows, start=1)
        if any(cells) and "".join(cells).strip()
    )


def head_of(rows: Iterable[list[str]]) -> tuple[Row, ...]:
    """The first rows that are not blank, for the head of a sheet."""
    return tuple(islice(solid(rows), HEAD_ROWS))
