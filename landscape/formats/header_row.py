"""Which of the first rows holds the headers."""

from statistics import median
from typing import Final

from landscape.formats.headers import is_number, known_header
from landscape.formats.sheets import Row

_HEADER_WITHIN: Final = 4


def filled(cells: list[str]) -> int:
    """How many cells are not blank."""
    return sum(1 for cell in cells if cell.strip())


def _reads_as_header(rows: list[Row], at: int) -> bool:
    """Whether row `at` holds headers: words only, none of which comes again below in its column."""
    cells = rows[at][1]
    for number, cell in enumerate(cells):
        word = cell.strip()
        if not word:
            continue
        if is_number(word):
            return False
        if any(
            number < len(below) and below[number].strip() == word for _, below in rows[at + 1 :]
        ):
            return False
    return True


def _has_gap(cells: list[str]) -> bool:
    """Whether a blank cell stands before a filled one: a header may, a title does not."""
    return "" in [cell.strip() for cell in "\0".join(cells).rstrip("\0 ").split("\0")]


def header_at(rows: list[Row]) -> int:
    """The position of the header among the first rows that are not blank."""
    counts = [filled(cells) for _, cells in rows]
    typical = max(int(median(counts)), min(max(counts), 2))
    full = next(at for at, count in enumerate(counts) if count >= typical)
    # Captions over the headers have fewer cells than these.
    sure = [
        at
        for at, (_, cells) in enumerate(rows[: full + _HEADER_WITHIN])
        if counts[at] >= typical
        and all(count < counts[at] for count in counts[full:at])
        and known_header(cells)
        and _reads_as_header(rows, at)
    ]
    if sure:
        return sure[-1]
    before = full - 1
    if (
        before >= 0
        and counts[before] >= max(2, 0.6 * typical)
        and (_has_gap(rows[before][1]) or not _reads_as_header(rows, full))
    ):
        return before
    return full
