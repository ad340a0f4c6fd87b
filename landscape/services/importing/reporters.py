"""Finds the column that says who reported: each of its many values goes with one source."""

import re
from collections.abc import Mapping
from typing import Final

from landscape.services.importing import signs
from landscape.services.importing.depth import DEPTH_OF
from landscape.services.importing.profiles import Profile, goes_with
from landscape.services.importing.roles import ColumnRole
from landscape.services.importing.synonyms import (
    CAPTION_HEADERS,
    RELATIONSHIP_HEADERS,
    header_word,
)
from landscape.services.importing.values import DIRECTIONS

_CODE: Final = re.compile(r"(?=.*\d)(?=.*[^\W\d_])\S{5,}|\S+@\S+")
_LONG: Final = 80


def reporter_of(
    columns: Mapping[str, Profile], ends: tuple[str, ...]
) -> tuple[str | None, str | None]:
    """Who reported, and the end they speak for; headed as such first, then the most values."""
    best: tuple[tuple[bool, int], str, str] | None = None
    for name, column in columns.items():
        if name in ends or column.filled < 0.5 or column.length > _LONG:
            continue
        if _says_something_else(column):
            continue
        headed = header_word(name) in RELATIONSHIP_HEADERS[ColumnRole.REPORTER]
        if column.unique and not (headed and not columns[ends[0]].unique):
            continue
        for end in ends:
            if not _speaks_for(column, columns[end], headed=headed):
                continue
            if best is None or (headed, column.distinct) > best[0]:
                best = ((headed, column.distinct), name, end)
    return (best[1], best[2]) if best else (None, None)


def _speaks_for(column: Profile, end: Profile, *, headed: bool) -> bool:
    """Whether each value goes with one end; where each end has one value it may be its code."""
    if column.distinct < max(2, end.distinct) or goes_with(column, end) < 1.0:
        return False
    if headed or column.distinct > end.distinct:
        return True
    codes = sum(1 for value in column.values[:200] if _CODE.fullmatch(value))
    return codes >= 0.8 * min(column.distinct, 200)


def _says_something_else(column: Profile) -> bool:
    """Whether header or values tell that a column is no reporter, such as a kind or a weight."""
    header = header_word(column.column)
    headed = header in CAPTION_HEADERS or any(
        header in words
        for role, words in RELATIONSHIP_HEADERS.items()
        if role is not ColumnRole.REPORTER
    )
    words = {value.casefold() for value in column.values[: len(DEPTH_OF)]}
    return headed or (bool(words) and words <= DIRECTIONS | set(DEPTH_OF)) or signs.is_dated(column)
