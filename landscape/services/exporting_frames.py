"""Frames as CSV and as sheets of a workbook, in which nothing reckons, links or fetches."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from landscape.formats import safe_cells


def as_csv(frame: pd.DataFrame) -> bytes:
    """A frame as CSV marked as UTF-8; text that a spreadsheet would reckon gets an apostrophe."""
    return safe_cells.csv_file([str(column) for column in frame.columns], values(frame))


def as_xlsx(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """Frames as sheets of a workbook: values typed, text never a formula or a link."""
    return safe_cells.workbook(
        {
            name: ([str(column) for column in frame.columns], values(frame))
            for name, frame in (sheets or {"landscape": pd.DataFrame()}).items()
        }
    )


def values(frame: pd.DataFrame) -> Iterator[Sequence[Any]]:
    """The rows of a frame as plain values, None where there is none."""
    columns = [
        [None if missing else value for value, missing in zip(column, gone, strict=True)]
        for column, gone in (
            (frame[name].astype("object").tolist(), frame[name].isna().tolist())
            for name in frame.columns
        )
    ]
    return zip(*columns, strict=True)
