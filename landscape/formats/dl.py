"""UCINET's DL text: full and half matrices, lists of pairs and of neighbours, several relations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from landscape.formats.decoding import decode
from landscape.formats.dl_header import Head, called, read_head
from landscape.formats.network_matrix import (
    Memberships,
    Met,
    begin_relationships,
    check_size,
    met_in,
    put_square,
)
from landscape.formats.network_text import broken, check, head_of, is_number, too_many, whole
from landscape.formats.table import FileRefusedError, Format, Limits, ReadTable
from landscape.formats.two_tables import DIRECTED, KIND, WEIGHT, Rows, two_tables

_BEGINS: Final = re.compile(r"\s*+DL\b[\s,]*+(?:N|NR|NC|NM|FORMAT)\s*+=", re.IGNORECASE)
_WORD: Final = re.compile(r'"([^"]*)"|([^\s,"]+)')
_MATRICES: Final = {
    "FULLMATRIX": "full",
    "FM": "full",
    "LOWERHALF": "lower",
    "LH": "lower",
    "UPPERHALF": "upper",
    "UH": "upper",
}
_LISTS: Final = {
    "EDGELIST1": (1, "pairs"),
    "EDGELIST2": (2, "pairs"),
    "EDGELIST": (1, "pairs"),
    "EL1": (1, "pairs"),
    "EL2": (2, "pairs"),
    "NODELIST1": (1, "neighbours"),
    "NODELIST2": (2, "neighbours"),
    "NODELIST": (1, "neighbours"),
    "NL1": (1, "neighbours"),
    "NL2": (2, "neighbours"),
}


class _Side:
    """The labels of rows or columns: known from the head, or met within the data."""

    def __init__(self, labels: list[str], limits: Limits) -> None:
        self.labels = labels
        self._limits = limits
        self._places = {label: place for place, label in enumerate(labels)}

    def place(self, word: str, *, embedded: bool, where: str) -> int:
        """Whom a word means: by number, or by label where labels stand in the data."""
        number = whole(word)
        if not embedded and number is not None:
            if not 1 <= number <= len(self.labels):
                raise broken(where, f"there is no number {number}")
            return number - 1
        if word not in self._places:
            self._places[word] = len(self.labels)
            self.labels.append(word)
            if len(self.labels) > self._limits.rows:
                raise too_many(where, self._limits)
        return self._places[word]

    def check_count(self, count: int, where: str) -> None:
        """Refuse more relationships than may be read, before they are all in memory."""
        if count > self._limits.rows:
            raise FileRefusedError(
                "too-many-rows",
                where,
                f"There are more than {self._limits.rows:,} relationships.",
                fix="Split the file, or leave out what you do not need.",
            )


class _Words:
    """The words of the data, one after the other."""

    def __init__(self, body: str, file: str) -> None:
        self._file = file
        self._words = _words(body)
        self._count = 0

    def take(self, count: int) -> list[str]:
        """The next words, as many as asked for."""
        words = list(islice(self._words, count))
        self._count += len(words)
        if len(words) < count:
            raise broken(
                self._file, f"the data have {self._count:,} values, fewer than there should be"
            )
        return words

    def check_end(self) -> None:
        """Refuse what is left over, which says that rows were counted wrongly."""
        if next(self._words, None) is not None:
            raise broken(self._file, f"the data have more than the {self._count:,} values needed")


def _words(text: str) -> Iterator[str]:
    return (found[1] or found[2] or "" for found in _WORD.finditer(text))


def _read_matrices(
    head: Head, form: str, rows: _Side, columns: _Side, file: str
) -> Iterator[list[Met]]:
    """The matrices one after the other; labels that stand among them are taken for both sides."""
    words = _Words(head.body, file)
    height, width = head.rows, head.columns or head.rows
    over, beside = "column" in head.embedded, "row" in head.embedded
    over, beside = over or "both" in head.embedded, beside or "both" in head.embedded
    for _ in range(head.matrices):
        if over:
            columns.labels[:] = words.take(width)
        cells: list[list[str]] = []
        for row in range(height):
            if beside:
                rows.labels[row : row + 1] = words.take(1)
            cells.append(_row_of(words, row, width, form, diagonal=head.diagonal))
        yield met_in(cells if form == "full" else _both_halves(cells))
    words.check_end()


def _row_of(words: _Words, row: int, width: int, form: str, *, diagonal: bool) -> list[str]:
    """The cells of one row, with blanks where the file leaves some out."""
    first, last = {"full": (0, width), "lower": (0, row + 1), "upper": (row, width)}[form]
    if diagonal:
        cells = words.take(last - first)
    else:
        cells = words.take(last - first - 1)
        cells.insert(row - first, "")
    return [*[""] * first, *cells, *[""] * (width - last)]


def _both_halves(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    """A half matrix with its other half."""
    return [
        [cell or cells[column][row] for column, cell in enumerate(line)]
        for row, line in enumerate(cells)
    ]


def _read_lists(
    head: Head, form: str, rows: _Side, columns: _Side, file: str
) -> Iterator[list[Met]]:
    """The lists one after the other, parted by a line with an exclamation mark."""
    met: list[Met] = []
    embedded = bool(head.embedded & {"both", "row"}), bool(head.embedded)
    for number, line in enumerate(head.body.splitlines(), start=head.first_line):
        if line.strip() == "!":
            yield met
            met = []
            continue
        where = f"{file}, line {number}"
        words = _words(line)
        first = next(words, None)
        if first is None:
            continue
        row = rows.place(first, embedded=embedded[0], where=where)
        others, value = _others(words, form, where)
        if is_number(value) and float(value) == 0:
            continue
        for word in others:
            met.append((row, columns.place(word, embedded=embedded[1], where=where), value))
            rows.check_count(len(met), where)
    yield met


def _others(words: Iterator[str], form: str, where: str) -> tuple[Iterable[str], str]:
    """Those whom the first of a line has a relationship with, and its value."""
    if form == "neighbours":
        return words, ""
    other, value = next(words, None), next(words, "")
    if other is None:
        raise broken(where, "a relationship has only one end")
    return (other,), value


def _sides(head: Head, form: str, file: str, limits: Limits) -> tuple[_Side, _Side]:
    """The labels of rows and columns, one and the same where both are the same people."""
    both = head.labels.get("both", [])
    listed = form in ("pairs", "neighbours")
    by_label = listed and bool(head.embedded)
    if not listed:
        check_size(file, head.rows * head.matrices, head.columns or head.rows, limits)
    rows = head.labels.get("row", both)
    columns = head.labels.get("column", [])
    first = _Side(rows if by_label else called(rows, head.rows), limits)
    if head.columns is None:
        return first, first
    return first, _Side(columns if by_label else called(columns, head.columns), limits)


def _kinds(head: Head, count: int) -> list[str]:
    """What each matrix is about; nothing where there is only one, without a label."""
    known = head.labels.get("level", [])
    if count == 1 and not known:
        return [""]
    return [
        known[number] if number < len(known) else f"relation {number + 1}"
        for number in range(count)
    ]


def _relationships(
    people: _Side, matrices: Sequence[list[Met]], kinds: Sequence[str], rows: Rows, *, square: bool
) -> None:
    for kind, met in zip(kinds, matrices, strict=True):
        ids = [str(place + 1) for place in range(len(people.labels))]
        if square:
            put_square(rows, met, ids, kind)
            continue
        for source, target, value in met:
            rows.begin(ids[source], ids[target], DIRECTED)
            if kind:
                rows.put(KIND, kind)
            if value:
                rows.put(WEIGHT, value)


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """Stakeholders and relationships, or memberships where rows and columns are different."""
    head = read_head(decode(data), file, limits)
    modes, layout = _LISTS.get(head.form, (1, ""))
    layout = layout or _MATRICES.get(head.form, "")
    if not layout:
        raise FileRefusedError(
            "not-a-table",
            file,
            f"Its data are laid out as {head.form[:40]!r}, which cannot be read.",
            fix="In UCINET choose Data, Export, DL, and there a full matrix or an edgelist1.",
        )
    first, second = _sides(head, layout, file, limits)
    if head.columns is not None and modes == 1 and first.labels == second.labels:
        second = first
    read_data = _read_lists if layout in ("pairs", "neighbours") else _read_matrices
    matrices = list(read_data(head, layout, first, second, file))
    kinds = _kinds(head, len(matrices))
    if second is not first:
        memberships = Memberships(file, limits, first.labels, second.labels)
        for kind, met in zip(kinds, matrices, strict=True):
            memberships.put(met, kind)
        return memberships.tables(FORMAT.title)
    relationships = begin_relationships(file, limits)
    square = layout not in ("pairs", "neighbours")
    _relationships(first, matrices, kinds, relationships, square=square)
    people = Rows("stakeholders", file, limits)
    for place, label in enumerate(first.labels):
        people.begin(str(place + 1), label)
    return two_tables(people, relationships, FORMAT.title)


def _recognises(data: bytes) -> bool:
    return _BEGINS.match(head_of(data).removeprefix("\ufeff")) is not None


FORMAT: Final = Format(
    name="dl", title="UCINET DL", recognises=_recognises, read=read, check=check, suffix=".dl"
)
