"""What parts the cells of a line of text."""

import csv
import io
import re
from collections import Counter
from typing import Final

DELIMITERS: Final = (",", ";", "\t", "|")
# Only where every line has them alike, because they stand in names and notes, too.
_RARE: Final = ("^", "~", "\x1f")
SPACES: Final = "  "
_LINES_TO_SNIFF: Final = 60
_FEWEST_LINES: Final = 3
_SURE: Final = 0.9
_SAID: Final = re.compile(r"sep=(\t|[^\w\s\"'])[^\S\r\n]*(?:\r\n|\r|\n)", re.IGNORECASE)
_WIDE: Final = re.compile(r"(?<=\S) {2,}(?=\S)")


def said(text: str) -> str | None:
    """The delimiter that the first line says, as Excel has it: "sep=;"."""
    match = _SAID.match(text)
    return match[1] if match else None


def sniff(head: str) -> str:
    """The delimiter under which the first lines have most evenly the same number of cells.

    SPACES stands for two blanks or more.
    """
    told = said(head)
    if told is not None:
        return told
    best = (0.0, 0, ",")
    for delimiter in DELIMITERS:
        cells, share = _most(_widths(head, delimiter))
        if cells > 1 and (share, cells) > best[:2]:
            best = (share, cells, delimiter)
    if best[0] >= _SURE:
        return best[2]
    for delimiter in _RARE:
        if delimiter in head and _all_alike(_widths(head, delimiter)):
            return delimiter
    lines = [line.strip() for line in head.splitlines()[:_LINES_TO_SNIFF] if line.strip()]
    if not best[1] and _all_alike([len(_WIDE.split(line)) for line in lines]):
        return SPACES
    return best[2]


def with_tabs(text: str) -> str:
    """The text with a TAB for every two blanks or more."""
    return _WIDE.sub("\t", text)


def _widths(head: str, delimiter: str) -> list[int]:
    """How many cells the first lines that are not blank have."""
    lines = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    return [
        len(cells) for _, cells in zip(range(_LINES_TO_SNIFF), lines, strict=False) if any(cells)
    ]


def _most(widths: list[int]) -> tuple[int, float]:
    """The most frequent width, and the share of lines that have it."""
    if not widths:
        return 0, 0.0
    cells, times = Counter(widths).most_common(1)[0]
    return cells, times / len(widths)


def _all_alike(widths: list[int]) -> bool:
    return len(widths) >= _FEWEST_LINES and len(set(widths)) == 1 and widths[0] > 1
