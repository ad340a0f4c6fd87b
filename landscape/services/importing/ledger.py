"""Collects problems while tables are assembled, and knows what was decided about each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.formats.table import Finding
from landscape.services.importing.decisions import Decisions
from landscape.services.importing.problems import CATALOGUE, Answer, Problem, problem_key

LISTED: Final = 500
_OPEN: Final = "open"


@dataclass(frozen=True, slots=True)
class Gone:
    """A row of a table, or one statement of it, that is not stored, and why."""

    table: str
    row: int
    why: str


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The problems of one import so far, and the rows that are not stored.

    `left_out` holds what a decision took out, `rejected` what cannot be stored at all; `pending`
    counts rows of which a value waits for a decision.
    """

    decisions: Decisions
    problems: list[Problem] = field(default_factory=list)
    left_out: list[Gone] = field(default_factory=list)
    rejected: list[Gone] = field(default_factory=list)
    pending: int = 0

    @property
    def open(self) -> bool:
        """Whether anything still needs a decision."""
        return any(problem.open for problem in self.problems)

    def note(self, table: SourceTable, finding: Finding) -> None:
        """Something a format noticed; it may need a decision."""
        key = problem_key(finding.code, table.key, finding.row, finding.column)
        decided = self.decisions.answer_to(key, finding.code) is not None
        gone = finding.row is not None and (table.key, finding.row) in self.decisions.rows
        self.problems.append(
            Problem(
                code=finding.code,
                file=table.file,
                sheet=table.sheet,
                table=table.key,
                row=finding.row,
                column=finding.column,
                what=finding.what,
                fix=finding.fix,
                open=finding.blocks and not decided and not gone,
            )
        )

    def ask(
        self,
        code: str,
        table: SourceTable,
        column: str | None,
        values: pd.Series,
        say: Callable[[str], str],
        fix: str,
        *,
        mentions: Callable[[str], str] | None = None,
    ) -> pd.Series:
        """One problem a value; returns what was decided for each row: an answer, or "open".

        `values` is indexed by row and holds what stands in the cells; `say` puts it into words.
        """
        answers: list[str] = []
        for listed, (row, value) in enumerate(values.items()):
            number = int(str(row))
            text = "" if pd.isna(value) else str(value)
            decided = self.decisions.answer_to(problem_key(code, table.key, number, column), code)
            answers.append(decided.value if decided else _OPEN)
            if listed < LISTED:
                self.problems.append(
                    Problem(
                        code=code,
                        file=table.file,
                        sheet=table.sheet,
                        table=table.key,
                        row=number,
                        column=column,
                        value=text,
                        what=say(shown(text)),
                        fix=mentions(text) if mentions else fix,
                        open=decided is None and bool(CATALOGUE[code].answers),
                    )
                )
        self._rest(code, table, column, values, answers)
        return pd.Series(answers, index=values.index, dtype="str", name=code)

    def _rest(
        self,
        code: str,
        table: SourceTable,
        column: str | None,
        values: pd.Series,
        answers: Sequence[str],
    ) -> None:
        """One further problem stands for those beyond the list."""
        if len(values) <= LISTED:
            return
        self.problems.append(
            Problem(
                code=code,
                file=table.file,
                sheet=table.sheet,
                table=table.key,
                column=column,
                what=f"{len(values) - LISTED:,} more of the same.",
                fix="Decide it for all alike, or put it right in the file.",
                open=_OPEN in answers[LISTED:] and bool(CATALOGUE[code].answers),
            )
        )

    def drop(
        self,
        frame: pd.DataFrame,
        table: SourceTable,
        answers: Sequence[pd.Series],
        *,
        keeps_open_values: bool = False,
    ) -> pd.DataFrame:
        """`frame` without the rows that are left out, or still open, by the answers of `ask`.

        With `keeps_open_values` a row of which only a value waits for a decision stays, without
        that value, so that others may name it meanwhile.
        """
        gone: dict[int, str] = {}
        waiting: set[int] = set()
        pending: set[int] = set()
        for given in answers:
            entry = CATALOGUE[str(given.name)]
            left = given.index[given == Answer.LEAVE_OUT.value]
            gone.update((row, entry.title) for row in left if row not in gone)
            stays = keeps_open_values and Answer.WITHOUT in entry.answers
            (pending if stays else waiting).update(given.index[given == _OPEN])
        for row, title in gone.items():
            self.leave(table.key, [row], title)
        self.pending += len(pending - waiting - {*gone})
        return frame.drop(index=[*gone, *(waiting - {*gone})])

    def leave(self, table: str, rows: Iterable[int], why: str) -> None:
        """Note rows that a decision took out."""
        self.left_out += [Gone(table, int(row), why) for row in rows]


def shown(text: str) -> str:
    """A value in quotes, short enough to be read."""
    return repr(text if len(text) <= 60 else text[:57] + "…")
