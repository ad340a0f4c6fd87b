"""Everything that can be wrong with a file, by code; docs/import-problems.md tells of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Answer(StrEnum):
    """What may be decided about a problem, besides fixing the cell in place."""

    LEAVE_OUT = "leave-out"
    WITHOUT = "without"
    KEEP = "keep"
    MERGE = "merge"


ANSWER_WORDS: Final[Mapping[Answer, str]] = {
    Answer.LEAVE_OUT: "Leave the row out",
    Answer.WITHOUT: "Go on without this value",
    Answer.KEEP: "Keep it as it is",
    Answer.MERGE: "Make one of them",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One kind of problem. Without answers it is said only, or refuses the file (`refuses`)."""

    title: str
    answers: tuple[Answer, ...] = ()
    refuses: bool = False


_ROW: Final = (Answer.LEAVE_OUT,)
_VALUE: Final = (Answer.WITHOUT, Answer.LEAVE_OUT)
_AS_IT_IS: Final = (Answer.KEEP, Answer.LEAVE_OUT)

CATALOGUE: Final[Mapping[str, Entry]] = {
    # The file
    "empty-file": Entry(title="The file is empty", refuses=True),
    "header-only": Entry(title="There is nothing below the header", refuses=True),
    "file-too-large": Entry(title="The file is too large", refuses=True),
    "not-a-table": Entry(title="The file is no table", refuses=True),
    "not-a-workbook": Entry(title="The archive is no workbook", refuses=True),
    "unknown-encoding": Entry(title="The text cannot be read", refuses=True),
    "broken-workbook": Entry(title="The workbook is damaged", refuses=True),
    "locked-workbook": Entry(title="The workbook is locked with a password", refuses=True),
    "workbook-too-large": Entry(title="The workbook unpacks to too much", refuses=True),
    "document-type": Entry(title="The file defines a document type", refuses=True),
    "far-cell": Entry(title="A cell lies far outside the table", refuses=True),
    "too-many-columns": Entry(title="There are too many columns", refuses=True),
    "too-many-rows": Entry(title="There are too many rows", refuses=True),
    "too-many-cells": Entry(title="There are too many cells", refuses=True),
    "cell-too-long": Entry(title="A cell is too long", refuses=True),
    "broken-file": Entry(title="The file is damaged", refuses=True),
    "nested-too-deep": Entry(title="Too many levels lie within each other", refuses=True),
    "no-stakeholders": Entry(title="The file names no stakeholder", refuses=True),
    "unknown-json": Entry(title="The JSON is of a kind that we do not know", refuses=True),
    "code-book": Entry(title="The file describes columns", refuses=True),
    "archive-too-large": Entry(title="The archive holds too much", refuses=True),
    "reading-stopped": Entry(title="Reading took too much", refuses=True),
    # The tables
    "no-names": Entry(title="No table names stakeholders", refuses=True),
    "role-twice": Entry(title="Two columns have one role", refuses=True),
    "unknown-column": Entry(title="There is no such column", refuses=True),
    "too-many-stakeholders": Entry(title="There are too many stakeholders", refuses=True),
    "too-many-relationships": Entry(title="There are too many relationships", refuses=True),
    "duplicate-header": Entry(title="Two columns have one header", answers=(Answer.KEEP,)),
    "open-quote": Entry(title="A quotation mark may not be closed", answers=_AS_IT_IS),
    "extra-cells": Entry(title="A row has more cells than headers", answers=_AS_IT_IS),
    "title-lines": Entry(title="Lines above the header"),
    "index-column": Entry(title="A column that counts the rows"),
    "part-not-read": Entry(title="A part of the file was left out"),
    "left-aside": Entry(title="A table was left aside"),
    "matrix": Entry(title="The table is a matrix"),
    "incidence": Entry(title="The table marks who takes part in what"),
    "no-header": Entry(title="There is no header"),
    "repeated-header": Entry(title="The header comes again further down"),
    "unreadable-characters": Entry(title="Characters that cannot be seen"),
    # Names
    "missing-name": Entry(title="A stakeholder has no name", answers=_ROW),
    "number-for-name": Entry(title="A number stands where a name belongs", answers=_AS_IT_IS),
    "name-too-long": Entry(title="A name is too long", answers=_ROW),
    "formula-for-name": Entry(title="A name reads like a formula"),
    "markup-in-name": Entry(title="A name holds markup"),
    "same-name": Entry(title="Rows of one name were made one"),
    "duplicate-name": Entry(title="A name comes twice", answers=(Answer.MERGE, Answer.LEAVE_OUT)),
    "duplicate-id": Entry(title="A number or code comes twice", answers=_AS_IT_IS),
    # Values
    "rating-out-of-range": Entry(title="A rating does not fit its scale", answers=_VALUE),
    "depth-out-of-range": Entry(title="A depth does not fit its scale", answers=_VALUE),
    "unknown-depth": Entry(title="A word for depth that we do not know"),
    "number-for-group": Entry(title="A number stands where a group belongs", answers=_VALUE),
    "not-a-number": Entry(title="A word stands where a number belongs", answers=_VALUE),
    "unreadable-date": Entry(title="A date cannot be read", answers=_VALUE),
    "unknown-word": Entry(title="A word that we do not know", answers=_VALUE),
    # Copies taken here
    "needed-value": Entry(title="A row lacks what it cannot be without", answers=_ROW),
    "lost-reference": Entry(title="A row refers to something that is not there", answers=_VALUE),
    "id-twice": Entry(title="Two rows of a copy have one id", answers=_ROW),
    "broken-bundle": Entry(title="The copy is damaged", refuses=True),
    "altered-bundle": Entry(title="The copy was altered", refuses=True),
    "later-bundle": Entry(title="The copy comes from a later version", refuses=True),
    "bundle-not-alone": Entry(title="A whole landscape comes alone", refuses=True),
    # Relationships
    "missing-end": Entry(title="A relationship lacks an end", answers=_ROW),
    "names-nobody": Entry(title="A row names nobody else"),
    "missing-endpoint": Entry(title="A name is not among the stakeholders"),
    "case-only-name": Entry(title="A name differs only in capitals"),
    "conflicting-reports": Entry(title="One rater says different things"),
    "shared-by-many": Entry(title="Too many share one thing"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem: where it is, what it is, and what to do. `open` while it needs a decision."""

    code: str
    file: str
    what: str
    fix: str
    sheet: str | None = None
    table: str = ""
    row: int | None = None
    column: str | None = None
    value: str | None = None
    open: bool = False
    choices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CATALOGUE:
            raise KeyError(self.code)

    @property
    def where(self) -> str:
        """The place in words: "people.xlsx, sheet Members, row 3, column 'name'"."""
        parts = [self.file]
        if self.sheet is not None:
            parts.append(f"sheet {self.sheet}")
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column is not None:
            parts.append(f"column {self.column!r}")
        return ", ".join(part for part in parts if part)

    @property
    def key(self) -> str:
        """What names this problem in the decisions."""
        return problem_key(self.code, self.table, self.row, self.column)

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.fix}"

    def as_json(self) -> dict[str, str]:
        """Code, where, what, fix: the same on the command line and in documents."""
        return {"code": self.code, "where": self.where, "what": self.what, "fix": self.fix}


def problem_key(code: str, table: str, row: int | None, column: str | None) -> str:
    """The key of one problem in the decisions."""
    return f"{code}|{table}|{'' if row is None else row}|{column or ''}"
