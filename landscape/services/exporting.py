"""Copies to take away: a workbook or CSV files in which nothing reckons, links or fetches."""

import csv
import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
import xlsxwriter

from landscape.model.errors import InvalidValueError
from landscape.model.principal import Principal
from landscape.store.base import Store

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "constituency": (
        "id",
        "name",
        "kind",
        "level",
        "in_scope",
        "roles",
        "stake",
        "affected",
        "decides",
        "blocks",
        "funds",
        "defines",
        "identification",
        "knowledge_basis",
        "confidence",
        "account",
        "account_told_by",
        "account_told_on",
        "account_checked_by",
        "account_checked_on",
        "barriers",
        "entry_points",
        "added_by",
        "ordinal",
    ),
    "stakeholder": (
        "id",
        "name",
        "kind",
        "constituency_id",
        "role",
        "level",
        "place",
        "latitude",
        "longitude",
        "influence",
        "interest",
        "roles",
        "on_team",
        "location_note",
        "asked",
        "notes",
        "attributes",
        "ordinal",
    ),
    "membership": ("id", "stakeholder_id", "constituency_id", "role", "centrality", "since"),
    "relationship": (
        "id",
        "source_id",
        "target_id",
        "directed",
        "kind",
        "depth",
        "weight",
        "status",
        "basis",
        "trust",
        "conflict",
        "last_contact",
        "note",
        "attributes",
    ),
    "report": (
        "id",
        "relationship_id",
        "source_id",
        "target_id",
        "rater",
        "rater_id",
        "depth",
        "kind",
        "reported_on",
        "note",
    ),
    "boundary": (
        "id",
        "name",
        "kinds",
        "attribute",
        "protects",
        "costs",
        "markers",
        "permeability",
        "history_note",
        "stance",
        "stance_reason",
        "ordinal",
    ),
    "boundary_side": ("id", "boundary_id", "constituency_id", "side"),
    "legitimacy": (
        "id",
        "team_member_id",
        "constituency_id",
        "level",
        "door_opener",
        "door_opener_id",
        "basis",
        "judged_by",
        "note",
        "judged_on",
    ),
}

WHOLE: Final = frozenset(
    {
        *("stake", "affected", "decides", "blocks", "funds", "defines", "identification"),
        *("confidence", "ordinal", "influence", "interest", "depth", "trust", "permeability"),
    }
)
_NUMBERS: Final = frozenset({"latitude", "longitude", "weight"})
_TRUTHS: Final = frozenset({"in_scope", "on_team", "directed", "conflict"})
_DAYS: Final = frozenset(
    {
        *("account_told_on", "account_checked_on", "since"),
        *("last_contact", "reported_on", "judged_on"),
    }
)
_RECKONS: Final = "=+\\-@\t\r\uff1d\uff0b\uff0d\uff20"
_TO_MARK: Final = rf"^('*[{_RECKONS}])"
_MARKED: Final = rf"^'('*[{_RECKONS}])"
CELL_MAX: Final = 32_767


def whole(table: str, column: str) -> bool:
    """Whether a column holds whole numbers; `level` is one of legitimacy only."""
    return column in WHOLE or (table == "legitimacy" and column == "level")


def frames(principal: Principal, store: Store, landscape_id: str) -> dict[str, pd.DataFrame]:
    """Every table of a landscape that has rows, as far as the principal may read it."""
    snapshot = store.snapshot(principal, landscape_id, tables=tuple(COLUMNS))
    return {
        table: getattr(snapshot, table)[list(columns)]
        for table, columns in COLUMNS.items()
        if len(getattr(snapshot, table))
    }


def workbook(principal: Principal, store: Store, landscape_id: str) -> bytes:
    """A landscape as an Excel workbook, one sheet a table, which can be imported again."""
    return as_xlsx(frames(principal, store, landscape_id))


def csv_archive(principal: Principal, store: Store, landscape_id: str) -> bytes:
    """A landscape as CSV files in one archive, one a table, which can be imported again."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for table, frame in frames(principal, store, landscape_id).items():
            archive.writestr(f"{table}.csv", as_csv(frame))
    return packed.getvalue()


def write_copy(principal: Principal, store: Store, landscape_id: str, *, suffix: str) -> bytes:
    """A copy of a landscape in the form that `suffix` asks for: .xlsx, or .zip of CSV files."""
    if suffix.lower() == ".xlsx":
        return workbook(principal, store, landscape_id)
    if suffix.lower() == ".zip":
        return csv_archive(principal, store, landscape_id)
    raise InvalidValueError(
        f"A copy cannot be written as {suffix!r}.", fix="End the file's name in .xlsx or .zip."
    )


def as_csv(frame: pd.DataFrame) -> bytes:
    """A frame as CSV marked as UTF-8; text that a spreadsheet would reckon gets an apostrophe."""
    safe = frame.copy()
    for column in safe.columns:
        safe[column] = _written(safe[column])
    safe.columns = pd.Index(with_mark(pd.Series(list(map(str, safe.columns)), dtype="str")))
    text = safe.to_csv(index=False, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    return ("\ufeff" + text).encode()


def as_xlsx(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """Frames as sheets of a workbook: values typed, text never a formula or a link."""
    packed = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(packed, options) as book:
        bold = book.add_format({"bold": True})
        for name, frame in sheets.items():
            sheet = book.add_worksheet(name[:31])
            sheet.freeze_panes(1, 0)
            for number, column in enumerate(map(str, frame.columns)):
                sheet.write_string(0, number, column, bold)
                for row, value in enumerate(frame[column].to_numpy(dtype=object), start=1):
                    _write(sheet, row, number, value, f"{name}, column {column!r}")
        if not sheets:
            book.add_worksheet("landscape")
    return packed.getvalue()


def _write(sheet: Any, row: int, column: int, value: object, where: str) -> None:
    """One cell by the type of its value; nothing for a missing one."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif isinstance(value, datetime | date):
        sheet.write_datetime(row, column, value)
    else:
        text = str(value)
        if len(text) > CELL_MAX:
            raise InvalidValueError(
                f"A text in {where} has {len(text):,} characters; a cell holds {CELL_MAX:,}.",
                fix="Take the CSV files instead.",
            )
        sheet.write_string(row, column, text)


def _written(column: pd.Series) -> pd.Series:
    """A column as text for CSV: only text is marked, numbers keep their sign."""
    if pd.api.types.is_bool_dtype(column.dtype):
        return column.map({True: "TRUE", False: "FALSE"})
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        days: pd.Series = column.dt.strftime("%Y-%m-%d")
        return days
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column
    return with_mark(column.map(str, na_action="ignore").astype("str"))


def with_mark(texts: pd.Series) -> pd.Series:
    """Texts with an apostrophe before what a spreadsheet would take for a formula."""
    return texts.str.replace(_TO_MARK, r"'\1", regex=True)


def without_mark(texts: pd.Series) -> pd.Series:
    """Texts as they were before :func:`with_mark`."""
    return texts.str.replace(_MARKED, r"\1", regex=True)


def typed(table: str, texts: pd.DataFrame) -> pd.DataFrame:
    """A table of our own export, read as text, with the types that the store keeps."""
    frame = texts.reset_index(drop=True).copy()
    for column in frame.columns:
        cells = frame[column].mask(frame[column].str.strip() == "")
        if whole(table, column):
            frame[column] = _whole(cells)
        elif column in _NUMBERS:
            frame[column] = pd.to_numeric(cells, errors="coerce").astype("Float64")
        elif column in _TRUTHS:
            frame[column] = cells.str.upper().map({"TRUE": True, "FALSE": False}).astype("boolean")
        elif column in _DAYS:
            days = pd.to_datetime(cells, errors="coerce", format="ISO8601")
            frame[column] = days.astype("datetime64[us]")
        else:
            frame[column] = cells
    return frame


def _whole(cells: pd.Series) -> pd.Series:
    """Whole numbers; what is none stays missing, and is told by comparing with the text."""
    numbers = pd.to_numeric(cells, errors="coerce").astype("Float64")
    return numbers.where(numbers == numbers.round()).astype("Int64")
