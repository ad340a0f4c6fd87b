"""The two tables that a file of stakeholders and their relationships comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

import pyarrow as pa
import pyarrow.compute as pc

from landscape.formats.cleaning import clean, cleaned
from landscape.formats.guard import too_many_columns
from landscape.formats.table import FileRefusedError, Finding, Limits, ReadTable

DIRECTED: Final = "Directed"
UNDIRECTED: Final = "Undirected"
MUTUAL: Final = "Mutual"
# Keys of columns that every such file has; no attribute of a file has a key with a blank before it.
ID: Final = " id"
NAME: Final = " name"
SOURCE: Final = " source"
TARGET: Final = " target"
ONE_WAY: Final = " directed"
GROUP: Final = " group"
WITHIN: Final = " within"
CAPTION: Final = " caption"
WEIGHT: Final = " weight"
KIND: Final = " kind"

_FIXED: Final = {
    "stakeholders": ((ID, "Id", "id"), (NAME, "Label", "name")),
    "memberships": ((NAME, "Name", "name"), (GROUP, "Group", "group")),
    "relationships": (
        (SOURCE, "Source", "source"),
        (TARGET, "Target", "target"),
        (ONE_WAY, "Directed", "directed"),
    ),
}


class Rows:
    """Rows of one table as they are met in a file, kept as columns of text.

    A column has a key, which is its own, and a header, which others may have, too.
    """

    def __init__(
        self,
        sheet: Literal["stakeholders", "relationships", "memberships"],
        file: str,
        limits: Limits,
    ) -> None:
        self.sheet = sheet
        self.count = 0
        self._file = file
        self._where = f"{file}, {sheet}"
        self._limits = limits
        self._headers: dict[str, str] = {}
        self._says: dict[str, str] = {}
        self._defaults: dict[str, str] = {}
        self._columns: dict[str, list[str]] = {key: [] for key, *_ in _FIXED[sheet]}
        self._further: dict[tuple[str, int], list[str]] = {}
        self._fixed = tuple(self._columns.values())
        self._room = self._rows_allowed()
        for key, header, says in _FIXED[sheet]:
            self.describe(key, header, says=says)

    def describe(self, key: str, header: str, *, says: str | None = None) -> None:
        """Say how the column of a key is headed; it is there once a row has something in it."""
        self._headers[key] = header
        if says:
            self._says[key] = says

    def fall_back(self, key: str, text: str) -> None:
        """Say what rows hold in the column of a key that say nothing themselves."""
        self._defaults[key] = text

    def begin(self, *cells: str) -> None:
        """Begin the next row with what it holds in the columns that all such tables have."""
        self.count += 1
        if self.count > self._room:
            raise self._too_many()
        for column, cell in zip(self._fixed, cells, strict=True):
            column.append(cell)

    def put(self, key: str, text: str, row: int = -1) -> None:
        """Put `text` into a row, else that begun last; after a bar where something is there."""
        column = self._columns.get(key)
        if column is None:
            column = self._begin_column(key)
        if row < 0:
            row = self.count - 1
        gap = row - len(column)
        if gap == 0:
            column.append(text)
        elif gap > 0:
            column += [""] * gap
            column.append(text)
        elif column[row]:
            self._further.setdefault((key, row), [column[row]]).append(text)
        else:
            column[row] = text

    def cell(self, key: str, row: int) -> str:
        """What stands in the column of a key in a row, counted from 0."""
        column = self._columns.get(key, [])
        return column[row] if row < len(column) else ""

    def column(self, key: str) -> list[str]:
        """The column of a key, as long as there are rows; blank where there is none."""
        self._settle()
        column = self._columns.get(key, [])
        return column + [""] * (self.count - len(column))

    def amend(self, key: str, text: str) -> None:
        """Put `text` in the place of what the row begun last holds in a column of all tables."""
        self._columns[key][-1] = text

    def turn(self) -> None:
        """Let the relationship begun last go the other way."""
        source, target = self._columns[SOURCE], self._columns[TARGET]
        source[-1], target[-1] = target[-1], source[-1]

    def replace(self, key: str, column: list[str]) -> None:
        """Put a whole column in the place of that of a key."""
        self._columns[key][:] = column

    def drop(self, key: str) -> None:
        """Leave out the column of a key."""
        self._columns.pop(key, None)

    def says(self, key: str, role: str) -> None:
        """Say what the column of a key says."""
        self._says[key] = role

    def headers(self) -> dict[str, str]:
        """The headers of columns that hold something, by key, in the order of their first cell."""
        return {key: self._headers.get(key, key) for key in self._columns}

    def has_role(self, role: str) -> bool:
        """Whether a column that holds something is said to say `role`."""
        return any(key in self._columns for key, said in self._says.items() if said == role)

    def table(
        self, form: str, findings: Sequence[Finding] = (), *, by_id: bool = False
    ) -> ReadTable:
        """The table of these rows, with each header once and without unseen characters."""
        fixed = {key for key, *_ in _FIXED[self.sheet]}
        for key in self._defaults:
            self._fill(key)
        kept = {key: self.column(key) for key in self._columns}
        kept = {key: column for key, column in kept.items() if key in fixed or any(column)}
        headers = self._headers_once(list(kept))
        texts = [
            pa.chunked_array([pa.array(column, pa.large_string())]) for column in kept.values()
        ]
        for header, text in zip(headers, texts, strict=True):
            if (pc.max(pc.binary_length(text)).as_py() or 0) > self._limits.cell_bytes:
                raise FileRefusedError(
                    "cell-too-long",
                    f"{self._where}, column {header!r}",
                    f"A value holds more than {self._limits.cell_bytes // 1048576} MB of text.",
                    fix="Shorten it.",
                )
        numbers = list(range(1, self.count + 1))
        noticed = list(findings)
        return ReadTable(
            file=self._file,
            sheet=self.sheet,
            columns=tuple(headers),
            texts=tuple(cleaned(texts, headers, numbers, noticed)),
            rows=pa.array(numbers, pa.int64()),
            findings=tuple(noticed),
            form=form,
            holds=self.sheet,
            says=self._said(dict(zip(kept, headers, strict=True))),
            by_id=by_id,
        )

    def _headers_once(self, keys: Sequence[str]) -> list[str]:
        """Each header once; of two the same, that of an attribute stays as the file has it."""
        attributes_first = sorted(keys, key=lambda key: key in self._says)
        headers = _each_once([self._headers.get(key, key) for key in attributes_first])
        by_key = dict(zip(attributes_first, headers, strict=True))
        return [by_key[key] for key in keys]

    def _said(self, headers: Mapping[str, str]) -> dict[str, str]:
        """What columns say, by header; an attribute that is headed like one of these says none."""
        taken = {self._headers.get(key, key).casefold() for key in headers if key in self._says}
        said: dict[str, str] = {}
        for key, header in headers.items():
            if key in self._says:
                said[header] = self._says[key]
            elif self._headers.get(key, key).casefold() in taken:
                said[header] = "attribute"
        return said

    def _begin_column(self, key: str) -> list[str]:
        if len(self._columns) >= self._limits.columns:
            raise too_many_columns(self._where, self._limits)
        self._columns[key] = []
        self._room = self._rows_allowed()
        if self.count > self._room:
            raise self._too_many()
        return self._columns[key]

    def _rows_allowed(self) -> int:
        # Every column counts in full, because it is filled up with blanks.
        return min(self._limits.rows, self._limits.cells // len(self._columns))

    def _too_many(self) -> FileRefusedError:
        if self.count > self._limits.rows:
            return FileRefusedError(
                "too-many-rows",
                self._where,
                f"There are more than {self._limits.rows:,} {self.sheet}.",
                fix="Split the file, or leave out what you do not need.",
            )
        return FileRefusedError(
            "too-many-cells",
            self._where,
            f"There are more than {self._limits.cells:,} values.",
            fix="Leave out attributes you do not need, or split the file.",
        )

    def _settle(self) -> None:
        # At the end, because a text that grows piece by piece is copied with each of them.
        for (key, row), texts in self._further.items():
            self._columns[key][row] = "|".join(texts)
        self._further.clear()

    def _fill(self, key: str) -> None:
        """Put the value that the file gives for all into the rows that give none."""
        if key not in self._columns:
            self._begin_column(key)
        default = self._defaults[key]
        self._columns[key] = [text or default for text in self.column(key)]


def two_tables(
    people: Rows,
    relationships: Rows,
    form: str,
    *,
    findings: Sequence[Finding] = (),
    by_id: bool = True,
) -> list[ReadTable]:
    """Both tables, that of relationships only where there are some; `findings` are of the first.

    A stakeholder without a name is called by its id.
    """
    if not people.count and not relationships.count:
        raise nobody(people.table(form).file)
    tables: list[ReadTable] = []
    if people.count:
        ids, names = people.column(ID), people.column(NAME)
        named = [name if name.strip() else id_ for id_, name in zip(ids, names, strict=True)]
        people.replace(NAME, named)
        tables.append(people.table(form, findings))
    if relationships.count:
        tables.append(relationships.table(form, by_id=by_id and bool(people.count)))
    if not people.count:
        tables[0] = replace(tables[0], findings=(*findings, *tables[0].findings))
    return tables


def nobody(where: str) -> FileRefusedError:
    """The refusal of a file of the right kind that names nobody."""
    return FileRefusedError(
        "no-stakeholders",
        where,
        "It names no stakeholder.",
        fix="Save it anew with everybody in it, or choose another file.",
    )


def _each_once(headers: Sequence[str]) -> list[str]:
    """The headers without unseen characters, a further one of the same as "header (2)"."""
    names: dict[str, None] = {}
    for number, header in enumerate(headers, start=1):
        name = word = clean(header) if clean(header).strip() else f"column {number}"
        count = 1
        while name in names:
            count += 1
            name = f"{word} ({count})"
        names[name] = None
    return list(names)
