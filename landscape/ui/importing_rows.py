"""What a row of a file is about, in the words of the file."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.services.importing.plan import Plan
from landscape.services.importing.roles import ColumnRole, TableKind, TableProposal
from landscape.services.importing.wording import tidy
from landscape.ui.text import shorten

_TOLD: Final = 3
_NAMES: Final = (ColumnRole.NAME, ColumnRole.FIRST_NAME, ColumnRole.LAST_NAME)
_ENDS: Final = (ColumnRole.SOURCE, ColumnRole.TARGET)


class Rows:
    """The tables of an import with what they were taken for, to be asked about a row."""

    def __init__(self, tables: Sequence[SourceTable], plan: Plan) -> None:
        self._known = {
            table.key: (table, proposal)
            for table, proposal in zip(tables, plan.proposals, strict=False)
        }
        self._first: dict[str, pd.Series] = {}

    def who(self, table: str, row: int | None) -> str:
        """Whom a row of a table is about; without anybody, nothing."""
        if table not in self._known or row is None:
            return ""
        found, proposal = self._known[table]
        if row not in found.frame.index:
            return ""
        is_list = proposal.kind is not TableKind.RELATIONSHIPS
        columns = [proposal.column(role) for role in (_NAMES if is_list else _ENDS)]
        cells = [str(found.frame.at[row, column]).strip() for column in columns if column]
        return shorten((" " if is_list else " \u2192 ").join(filter(None, cells)), 60)

    def about(self, name: str) -> str:
        """What the files say of a stakeholder, in a few words."""
        for key, (table, proposal) in self._known.items():
            column = proposal.column(ColumnRole.NAME)
            if column is None or proposal.kind is TableKind.ASIDE:
                continue
            if key not in self._first:
                self._first[key] = _first_rows(table, column)
            if name in self._first[key].index:
                return _told(table, proposal, column, int(self._first[key][name]))
        return ""


def _first_rows(table: SourceTable, column: str) -> pd.Series:
    """The first row of each name."""
    rows = pd.Series(table.frame.index, index=pd.Index(tidy(table.frame[column])))
    return rows[~rows.index.duplicated()]


def _told(table: SourceTable, proposal: TableProposal, name: str, row: int) -> str:
    """The first filled cells beside the name, with their headers."""
    left_out = {c.column for c in proposal.columns if c.role is ColumnRole.IGNORED}
    cells = table.frame.loc[row]
    said = [
        f"{shorten(str(column), 20)}: {shorten(str(text), 30)}"
        for column, text in cells.items()
        if column != name and column not in left_out and str(text).strip()
    ]
    return "; ".join(said[:_TOLD])
