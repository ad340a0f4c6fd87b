"""The rows that are not stored, as a list to take away: place, why, and what stands in them."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.services.importing.ledger import Ledger

COLUMNS: Final = ("file", "sheet", "row", "why", "cells")


def nothing() -> pd.DataFrame:
    """The list without any row."""
    return pd.DataFrame({column: pd.Series(dtype="str") for column in COLUMNS})


def listed(tables: Sequence[SourceTable], ledger: Ledger) -> pd.DataFrame:
    """One row a row of a file, or a statement in it, that was rejected or left out."""
    by_key = {table.key: table for table in tables}
    rows = [
        (table.file, table.sheet or "", gone.row, gone.why, _cells(table, gone.row))
        for gone in sorted([*ledger.rejected, *ledger.left_out], key=lambda g: (g.table, g.row))
        for table in [by_key[gone.table]]
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)) if rows else nothing()


def _cells(table: SourceTable, row: int) -> str:
    """The filled cells of a row with their headers."""
    cells = table.frame.loc[row]
    return "; ".join(f"{column}: {text}" for column, text in cells.items() if text.strip())
