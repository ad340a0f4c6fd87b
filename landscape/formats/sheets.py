"""Sheets of cells as they stand in a file, before a table is looked for in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """One grid of cells, all text.

    `name` is None for files without sheets. `head` holds the first rows that are not blank, each
    with its number as a person counts it; `rows` begins anew with every call and yields all rows,
    blank ones included. `hidden` sheets are there for layouts that keep something in them.
    """

    file: str
    name: str | None
    head: tuple[Row, ...]
    rows: Callable[[], Iterator[list[str]]]
    hidden: bool = False
    spotless: bool = False
