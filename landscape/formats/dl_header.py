"""What the head of a UCINET DL file says: how many there are, how they are laid out and called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from typing import Final

from landscape.formats.network_text import broken, too_many, whole
from landscape.formats.table import Limits

_NUMBER: Final = re.compile(r"\b(N|NR|NC|NM)\s*=\s*(\d+)", re.IGNORECASE)
_FORMAT: Final = re.compile(r"\bFORMAT\s*=\s*(\w+)", re.IGNORECASE)
_NO_DIAGONAL: Final = re.compile(r"\bDIAGONAL\s*=?\s*ABSENT\b", re.IGNORECASE)
_DATA: Final = re.compile(r"^[ \t]*DATA[ \t]*:", re.IGNORECASE | re.MULTILINE)
# "ROW LABELS EMBEDDED" says where labels are; "ROW LABELS:" begins a list of them.
_LABELS: Final = re.compile(
    r"\b(?:(ROW|COLUMN|COL|LEVEL|MATRIX)[ \t]+)?LABELS?[ \t]*(?:(EMBEDDED)\b[ \t]*:?|:)",
    re.IGNORECASE,
)
_MOST_LISTS: Final = 20
_BY_LINE: Final = re.compile(r'"([^"]*)"|([^",\r\n]+)')
_BY_WORD: Final = re.compile(r'"([^"]*)"|([^",\s]+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a DL file says of itself. `columns` is None where both sides are the same people."""

    rows: int
    columns: int | None
    matrices: int
    form: str
    diagonal: bool
    labels: Mapping[str, list[str]] = field(default_factory=dict)
    embedded: frozenset[str] = frozenset()
    body: str = ""
    first_line: int = 1


def read_head(text: str, file: str, limits: Limits) -> Head:
    """Read everything up to the data. Raises FileRefusedError where something needed is missing."""
    data = _DATA.search(text)
    if data is None:
        raise broken(file, "there is no line 'data:' before what it holds")
    head = text[: data.start()]
    lists = list(islice(_LABELS.finditer(head), _MOST_LISTS))
    about = head[: lists[0].start()] if lists else head
    numbers = {name.upper(): whole(digits) for name, digits in _NUMBER.findall(about)}
    rows = numbers.get("N") or numbers.get("NR")
    if not rows:
        raise broken(f"{file}, line 1", "it does not say how many there are (n=)")
    if max(rows, numbers.get("NC") or 0) > limits.rows:
        raise too_many(file, limits)
    form = _FORMAT.search(about)
    labels: dict[str, list[str]] = {}
    embedded: set[str] = set()
    columns = None if numbers.get("N") else numbers.get("NC")
    wanted = {"row": rows, "column": columns or rows, "both": rows, "level": numbers.get("NM") or 1}
    for found, following in zip_longest(lists, lists[1:]):
        whose = _WHOSE[(found[1] or "").upper()]
        if found[2]:
            embedded.add(whose)
            continue
        listed = head[found.end() : following.start() if following else len(head)]
        labels[whose] = _listed(listed, wanted[whose])
    return Head(
        rows=rows,
        columns=columns,
        matrices=numbers.get("NM") or 1,
        form=form[1].upper() if form else "FULLMATRIX",
        diagonal=not _NO_DIAGONAL.search(about),
        labels=labels,
        embedded=frozenset(embedded),
        body=text[data.end() :],
        first_line=text.count("\n", 0, data.end()) + 1,
    )


_WHOSE: Final = {
    "": "both",
    "ROW": "row",
    "COLUMN": "column",
    "COL": "column",
    "LEVEL": "level",
    "MATRIX": "level",
}


def called(labels: list[str], count: int) -> list[str]:
    """As many labels as there should be; by number where there are too few."""
    return [*labels[:count], *(str(number + 1) for number in range(len(labels), count))]


def _listed(text: str, count: int) -> list[str]:
    """Labels one a line or parted by commas; by blanks only where their number is right so."""
    by_line = _labels(_BY_LINE, text, count)
    if len(by_line) == count:
        return by_line
    by_word = _labels(_BY_WORD, text, count)
    return by_word if len(by_word) == count else by_line


def _labels(part: re.Pattern[str], text: str, count: int) -> list[str]:
    """The labels found, at most one more than there should be."""
    matches = islice(part.finditer(text), 2 * count + 1_000)
    found = ((match[1] or match[2] or "").strip() for match in matches)
    return list(islice((label for label in found if label), count + 1))
