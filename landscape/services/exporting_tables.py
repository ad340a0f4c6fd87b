"""A landscape table by table, as a workbook or CSV files that come back as they were."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Final

import pandas as pd

from landscape.formats import safe_cells
from landscape.formats.own_columns import COLUMNS, OWN_TABLES, Cell
from landscape.formats.safe_cells import Rows, Value
from landscape.model.landscape import Landscape
from landscape.model.principal import Principal
from landscape.services.exporting_frames import values
from landscape.store.base import Store

# What a reader without the right to a column gets instead of it; such a column is left out.
_WITHHELD: Final[Mapping[str, str]] = {"stance": "undecided", "attributes": "{}"}


def frames(principal: Principal, store: Store, landscape_id: str) -> dict[str, pd.DataFrame]:
    """The landscape's own row and every table that has rows, as far as the principal may read.

    Columns that are withheld from the principal are not there, so that a copy that comes back
    does not blank them.
    """
    snapshot = store.snapshot(principal, landscape_id, tables=OWN_TABLES)
    tables = {"landscape": _own_row(snapshot.landscape)}
    for table in OWN_TABLES:
        frame: pd.DataFrame = getattr(snapshot, table)
        if len(frame):
            tables[table] = frame[list(COLUMNS[table])]
    if principal.sees_sensitive:
        return tables
    return {table: _without_withheld(frame) for table, frame in tables.items()}


def _own_row(landscape: Landscape) -> pd.DataFrame:
    settings = json.dumps(dict(landscape.settings), ensure_ascii=False)
    row = {column: getattr(landscape, column) for column in COLUMNS["landscape"]}
    return pd.DataFrame([{**row, "settings": settings}], dtype="object")


def _without_withheld(frame: pd.DataFrame) -> pd.DataFrame:
    gone = [
        column
        for column in frame.columns
        if frame[column].isna().all()
        or (column in _WITHHELD and frame[column].eq(_WITHHELD[str(column)]).all())
    ]
    return frame.drop(columns=gone)


def workbook(principal: Principal, store: Store, landscape_id: str) -> bytes:
    """A landscape as an Excel workbook, one sheet a table, which can be imported again."""
    return safe_cells.workbook(
        {
            table: (list(map(str, frame.columns)), _workbook_rows(table, frame))
            for table, frame in frames(principal, store, landscape_id).items()
        }
    )


def csv_archive(principal: Principal, store: Store, landscape_id: str) -> bytes:
    """A landscape as CSV files in one archive, one a table, which can be imported again."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for table, frame in frames(principal, store, landscape_id).items():
            headers = list(map(str, frame.columns))
            written = safe_cells.csv_file(headers, _typed_rows(table, frame))
            archive.writestr(f"{table}.csv", written)
    return packed.getvalue()


def _workbook_rows(table: str, frame: pd.DataFrame) -> Rows:
    texts = [COLUMNS[table][str(column)] is Cell.TEXT for column in frame.columns]
    for row in _typed_rows(table, frame):
        yield [
            safe_cells.marked_blank(value) if text and isinstance(value, str) else value
            for value, text in zip(row, texts, strict=True)
        ]


def _typed_rows(table: str, frame: pd.DataFrame) -> Rows:
    """The rows with whole numbers and days as such, whatever the frame kept them as."""
    holds = [COLUMNS[table][str(column)] for column in frame.columns]
    for row in values(frame):
        yield [_plain(value, kind) for value, kind in zip(row, holds, strict=True)]


def _plain(value: Value, kind: Cell) -> Value:
    if isinstance(value, datetime):
        return value.date() if kind is Cell.DAY else value.isoformat()
    if kind is Cell.WHOLE and isinstance(value, float):
        return int(value)
    return value
