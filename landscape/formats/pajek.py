"""Pajek networks (.net) and projects (.paj): lists or matrices, several relations, two modes."""

import re
from collections.abc import Iterator
from typing import Final

from landscape.formats import network_matrix
from landscape.formats.network_matrix import Memberships, begin_relationships, met_in, put_square
from landscape.formats.network_text import (
    broken,
    check,
    head_of,
    is_number,
    lines_of,
    too_many,
    whole,
    words_of,
)
from landscape.formats.table import Finding, Format, Limits, ReadTable
from landscape.formats.two_tables import (
    DIRECTED,
    KIND,
    NAME,
    SOURCE,
    TARGET,
    UNDIRECTED,
    WEIGHT,
    Rows,
    two_tables,
)

_BEGINS: Final = re.compile(
    r"\s*+(?:%[^\n]*+\s*+)*+\*(?:network|vertices|arcs|edges|matrix|partition)\b", re.IGNORECASE
)
_RELATION: Final = re.compile(r'\*\w+\s*(?::(\d+))?\s*(?:"([^"]*)")?')
_LISTS: Final = {"*arcs": DIRECTED, "*edges": UNDIRECTED}
_ONE_TO_MANY: Final = {"*arcslist": DIRECTED, "*edgeslist": UNDIRECTED}
_VALUES: Final = frozenset({"*partition", "*vector", "*permutation", "*cluster"})
_X, _Y, _TIME = " x", " y", " time"

Line = tuple[int, str]


class _Reading:
    """What has been read so far; lines are handed to the section that is open."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.names: list[str] = []
        self.members = 0
        self.people = Rows("stakeholders", file, limits)
        self.people.describe(_X, "x", says="x")
        self.people.describe(_Y, "y", says="y")
        self.people.describe(_TIME, "Timeset")
        self.relationships = begin_relationships(file, limits)
        self.relationships.describe(_TIME, "Timeset")
        self.more_networks = False
        self._kinds: dict[str, str] = {}
        self._section = self._kind = self._values = ""
        self._row = 0

    def where(self, number: int) -> str:
        """The place of a line."""
        return f"{self.file}, line {number}"

    def open_section(self, number: int, header: str) -> str:
        """Begin a section and give its name; one that holds values is told by that before it."""
        before, self._section = self._section, header.split()[0].lower()
        found = _RELATION.match(header)
        relation, name = found.groups() if found else (None, None)
        self._kind = name or (f"relation {relation}" if relation else "")
        if relation:
            self._kinds[relation] = self._kind
        if self._section in _VALUES:
            self._values = header.partition(" ")[2].strip() or self._section[1:]
        elif self._section == "*vertices" and before in _VALUES:
            self._section, self._row = "*values", 0
        elif self._section == "*vertices":
            self.more_networks = bool(self.names)
            if not self.more_networks:
                self.begin_people(number, header)
        return self._section

    def read_line(self, number: int, line: str) -> None:
        """Read a line of the section that is open; of other sections nothing is wanted."""
        if self._section == "*vertices":
            self.read_person(number, line)
        elif self._section == "*values" and self._row < len(self.names):
            self.people.put(self._values, line, self._row)
            self._row += 1
        elif self._section in _LISTS:
            self.read_pair(number, line, _LISTS[self._section])
        elif self._section in _ONE_TO_MANY:
            self.read_one_to_many(number, line, _ONE_TO_MANY[self._section])

    def begin_people(self, number: int, header: str) -> None:
        """Make room for as many as the section says there are, and call them by number at first."""
        counts = [whole(word) for word in header.split()[1:]]
        count = counts[0] if counts else None
        if count is None:
            raise broken(self.where(number), "it does not say how many there are")
        if count > self.limits.rows:
            raise too_many(self.where(number), self.limits)
        self.names = [str(place + 1) for place in range(count)]
        self.members = counts[1] or 0 if len(counts) > 1 else 0
        for name in self.names:
            self.people.begin(name, "")

    def read_person(self, number: int, line: str) -> None:
        """A number, a name, and where it stands on the picture."""
        place, *words = words_of(line)
        row = self.place(number, place)
        if not words:
            return
        self.names[row] = words[0]
        for key, word in zip((_X, _Y), words[1:3], strict=False):
            if is_number(word):
                self.people.put(key, word, row)
        self._put_time(self.people, words, row)

    def place(self, number: int, word: str) -> int:
        """Whom a number means, counted from 0."""
        place = whole(word)
        if place is None or not 1 <= place <= len(self.names):
            raise broken(self.where(number), f"{word[:40]!r} is none of those named above")
        return place - 1

    def read_pair(self, number: int, line: str, way: str) -> None:
        """Two numbers, a weight, and perhaps a caption."""
        words, kind = words_of(line), self._kind
        if words[0].endswith(":"):
            kind = self._kinds.get(words[0][:-1], f"relation {words[0][:-1]}")
            words = words[1:]
        if len(words) < 2:
            raise broken(self.where(number), "a relationship has only one end")
        self._begin(number, words[0], words[1], way)
        if len(words) > 2 and is_number(words[2]):
            self.relationships.put(WEIGHT, words[2])
        if "l" in words[2:-1]:
            kind = kind or words[words.index("l", 2) + 1]
        if kind:
            self.relationships.put(KIND, kind)
        self._put_time(self.relationships, words, -1)

    def read_one_to_many(self, number: int, line: str, way: str) -> None:
        """One number, and those it has a relationship with."""
        source, *targets = words_of(line)
        for target in targets:
            self._begin(number, source, target, way)
            if self._kind:
                self.relationships.put(KIND, self._kind)

    def read_matrix(self, lines: Iterator[Line]) -> Line | None:
        """Rows of a matrix, as many as it takes; gives back the line after them."""
        rows = self.members or len(self.names)
        columns = len(self.names) - self.members
        network_matrix.check_size(self.file, rows, columns, self.limits)
        cells: list[str] = []
        number = 0
        for number, line in lines:
            if line.startswith("*"):
                after: Line | None = (number, line)
                break
            cells += line.split()
        else:
            after = None
        if len(cells) != rows * columns:
            raise broken(
                self.where(number),
                f"its matrix has {len(cells):,} values, but {rows:,} times {columns:,} are needed",
            )
        met = met_in([cells[at : at + columns] for at in range(0, len(cells), columns or 1)])
        ids = [str(place + 1) for place in range(len(self.names))]
        if not self.members:
            put_square(self.relationships, met, ids, self._kind)
            return after
        for row, column, text in met:
            self.relationships.begin(ids[row], ids[self.members + column], UNDIRECTED)
            self.relationships.put(WEIGHT, text)
            if self._kind:
                self.relationships.put(KIND, self._kind)
        return after

    def _begin(self, number: int, source: str, target: str, way: str) -> None:
        ends = (self.place(number, source), self.place(number, target))
        self.relationships.begin(str(ends[0] + 1), str(ends[1] + 1), way)

    def _put_time(self, rows: Rows, words: list[str], row: int) -> None:
        if words[-1].startswith("[") and words[-1].endswith("]"):
            rows.put(_TIME, words[-1], row)


def _read_sections(lines: Iterator[Line], reading: _Reading) -> None:
    line = next(lines, None)
    while line is not None and not reading.more_networks:
        number, text = line
        if not text.startswith("*"):
            reading.read_line(number, text)
        elif reading.open_section(number, text) == "*matrix":
            line = reading.read_matrix(lines)
            continue
        line = next(lines, None)


def _memberships(reading: _Reading) -> Memberships | None:
    """Those of the first kind in those of the second, where no relationship is within a kind."""
    if not 0 < reading.members < len(reading.names):
        return None
    said = reading.relationships
    met: dict[str, list[tuple[int, int, str]]] = {}
    columns = (said.column(key) for key in (SOURCE, TARGET, WEIGHT, KIND))
    for source, target, weight, kind in zip(*columns, strict=True):
        low, high = sorted((int(source) - 1, int(target) - 1))
        if not low < reading.members <= high:
            return None
        met.setdefault(kind, []).append((low, high - reading.members, weight))
    names = reading.names
    memberships = Memberships(
        reading.file, reading.limits, names[: reading.members], names[reading.members :]
    )
    for kind, several in met.items():
        memberships.put(several, kind)
    return memberships


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """Stakeholders and relationships, or memberships where there are two kinds of stakeholders."""
    reading = _Reading(file, limits)
    _read_sections((line for line in lines_of(data, file, limits) if line[1][0] != "%"), reading)
    findings: list[Finding] = []
    if reading.more_networks:
        findings.append(
            Finding(
                code="left-aside",
                what="The file holds further networks; only the first was read.",
                fix="Save each network as a file of its own.",
            )
        )
    memberships = _memberships(reading)
    if memberships is not None:
        return memberships.tables(FORMAT.title, findings)
    reading.people.replace(NAME, reading.names)
    return two_tables(reading.people, reading.relationships, FORMAT.title, findings=findings)


def _recognises(data: bytes) -> bool:
    return _BEGINS.match(head_of(data).removeprefix("\ufeff")) is not None


FORMAT: Final = Format(
    name="pajek", title="Pajek", recognises=_recognises, read=read, check=check, suffix=".net"
)
