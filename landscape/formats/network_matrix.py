"""Matrices of network files: a relationship where a row meets a column in something but nought."""

from collections.abc import Sequence

from landscape.formats.network_text import is_number
from landscape.formats.table import FileRefusedError, Finding, Limits, ReadTable
from landscape.formats.two_tables import (
    DIRECTED,
    ID,
    KIND,
    UNDIRECTED,
    WEIGHT,
    Rows,
    nobody,
)

ROLE = " role"
Met = tuple[int, int, str]


def met_in(cells: Sequence[Sequence[str]]) -> list[Met]:
    """Where rows meet columns, counted from 0, with what stands there.

    Nought, blanks and marks for what nobody knows are no relationship.
    """
    return [
        (row, column, cell)
        for row, line in enumerate(cells)
        for column, cell in enumerate(line)
        if is_number(cell) and float(cell) != 0
    ]


def put_square(relationships: Rows, met: Sequence[Met], ids: Sequence[str], kind: str) -> None:
    """Relationships of a square matrix; one for both ways where the two halves are the same."""
    cells = {(row, column): text for row, column, text in met}
    same = all(cells.get((column, row)) == text for (row, column), text in cells.items())
    weighty = any(float(text) != 1 for text in cells.values())
    for (row, column), text in cells.items():
        if same and row > column:
            continue
        relationships.begin(ids[row], ids[column], UNDIRECTED if same else DIRECTED)
        if kind:
            relationships.put(KIND, kind)
        if weighty:
            relationships.put(WEIGHT, text)


def begin_relationships(file: str, limits: Limits) -> Rows:
    """Rows of relationships with a kind and a weight."""
    rows = Rows("relationships", file, limits)
    rows.describe(KIND, "Kind", says="kind")
    rows.describe(WEIGHT, "Weight", says="weight")
    return rows


class Memberships:
    """Who is in what, of files with two kinds of stakeholders."""

    def __init__(
        self, file: str, limits: Limits, members: Sequence[str], groups: Sequence[str]
    ) -> None:
        self._file = file
        self._limits = limits
        self._members = members
        self._groups = groups
        self._alone = set(range(len(members)))
        self._rows = Rows("memberships", file, limits)
        self._rows.describe(ROLE, "Role", says="role")
        self._rows.describe(WEIGHT, "Value", says="ignored")

    def put(self, met: Sequence[Met], role: str = "") -> None:
        """Memberships of one matrix or list, by position of member and group."""
        weighty = any(text not in ("", "1") for *_, text in met)
        for member, group, text in met:
            self._alone.discard(member)
            self._rows.begin(self._members[member], self._groups[group])
            if role:
                self._rows.put(ROLE, role)
            if weighty:
                self._rows.put(WEIGHT, text)

    def tables(self, form: str, findings: Sequence[Finding] = ()) -> list[ReadTable]:
        """The table of memberships, and one of those who are in nothing where there are some."""
        if not self._members:
            raise nobody(self._file)
        tables: list[ReadTable] = []
        if self._rows.count:
            tables.append(self._rows.table(form, findings))
        if self._alone:
            people = Rows("stakeholders", self._file, self._limits)
            for member in sorted(self._alone):
                people.begin(str(member + 1), self._members[member])
            people.says(ID, "ignored")
            tables.append(people.table(form))
        return tables


def check_size(where: str, rows: int, columns: int, limits: Limits) -> None:
    """Refuse a matrix with more cells than may be read, before there is room made for it."""
    if rows * columns > limits.cells:
        raise FileRefusedError(
            "too-many-cells",
            where,
            f"Its matrix has {rows:,} rows and {columns:,} columns, "
            f"more than {limits.cells:,} cells.",
            fix="Export it as a list of relationships instead, or split it.",
        )
