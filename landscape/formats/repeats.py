"""Rows that only repeat the header, as where the pages of a printed table were glued together."""

from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from landscape.formats.sheets import Row
from landscape.formats.table import Finding


class Repeats:
    """Leaves out the rows below a header that say the same as it, and remembers which."""

    def __init__(self, header: Sequence[str], *, shift: int = 0) -> None:
        self._header = [cell.strip() for cell in header]
        while self._header and not self._header[-1]:
            self._header.pop()
        self._at = next(at for at, cell in enumerate(self._header) if cell)
        self._word = header[self._at]
        self._shift = max(shift, 0)
        self._rows: list[int] = []
        # A single word may well come again as data, and so may one that is there twice.
        words = [cell for cell in self._header if cell]
        self._tells = len(set(words)) == len(words) > 1

    def left_out(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows without those that repeat the header."""
        if not self._tells:
            yield from rows
            return
        at, word = self._at, self._word
        for row in rows:
            if len(row[1]) > at and row[1][at] == word and self._repeats(row[1]):
                self._rows.append(row[0])
            else:
                yield row

    def _repeats(self, cells: Sequence[str]) -> bool:
        stripped = [cell.strip() for cell in cells]
        width = len(self._header)
        return stripped[:width] == self._header and not any(stripped[width:])

    def perhaps_in(self, columns: Sequence[pa.ChunkedArray]) -> bool:
        """Whether the header's first word comes again in its column."""
        at = self._at + self._shift
        return self._tells and bool(pc.any(pc.equal(columns[at], self._word)).as_py())

    def findings(self) -> list[Finding]:
        """What is to be said of the rows left out."""
        if not self._rows:
            return []
        count = len(self._rows)
        return [
            Finding(
                code="repeated-header",
                what=f"{count} row{'s' if count > 1 else ''} that repeat{'' if count > 1 else 's'} "
                "the header left aside.",
                fix="Nothing to do.",
                row=self._rows[0],
            )
        ]
