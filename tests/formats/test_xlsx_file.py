"""Workbooks: every visible sheet that holds a table, whatever stands around it."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
import xlsxwriter

from landscape.formats.source import SourceTable, from_bytes
from landscape.formats.table import FileRefusedError, Limits, to_bytes
from landscape.formats.xlsx_file import FORMAT

Cells = Sequence[Sequence[object]]


def book(sheets: Mapping[str, Cells], *, at: tuple[int, int] = (0, 0), hidden: str = "") -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(
        packed, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}
    ) as made:
        for name, cells in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(cells):
                sheet.write_row(at[0] + number, at[1], row)
            if name == hidden:
                sheet.hide()
    return packed.getvalue()


def read(data: bytes) -> list[SourceTable]:
    FORMAT.check(data, "book.xlsx", Limits())
    return from_bytes(to_bytes(FORMAT.read(data, "book.xlsx", Limits())))


def test_every_visible_sheet_with_a_table_is_read() -> None:
    tables = read(
        book(
            {"People": [["name", "town"], ["Mill", "Ash"]],
             "Blank": [], "Old": [["a", "b"], [1, 2]],
             "Said (ignore)": [["from", "to"], ["Mill", "Ferry"]]},
            hidden="Old",
        )
    )  # fmt: skip
    assert [(table.key, table.columns) for table in tables] == [
        ("book.xlsx, sheet People", ("name", "town"))
    ]


def test_values_are_read_as_people_see_them() -> None:
    (table,) = read(
        book(
            {
                "S": [
                    ["id", "share", "on", "since", "code"],
                    [1.0, 0.5, True, date(2026, 5, 31), "007"],
                ]
            }
        )
    )
    assert table.frame.to_numpy().tolist() == [["1", "0.5", "TRUE", "2026-05-31", "007"]]


def test_a_table_that_starts_elsewhere_keeps_its_row_numbers() -> None:
    (table,) = read(book({"S": [["name", "town"], ["Mill", "Ash"]]}, at=(3, 2)))
    assert table.columns == ("name", "town")
    assert table.frame.index.tolist() == [5]


def test_a_padded_sheet_is_read_without_its_padding() -> None:
    cells = [["name", "town", *[""] * 24], ["Mill", "Ash", *[""] * 24], *[[""] * 26] * 998]
    (table,) = read(book({"S": cells}))
    assert table.frame.to_numpy().tolist() == [["Mill", "Ash"]]


def test_a_formula_is_read_by_its_value() -> None:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as made:
        sheet = made.add_worksheet("S")
        sheet.write_row(0, 0, ["name", "sum"])
        sheet.write_string(1, 0, "Mill")
        sheet.write_formula(1, 1, "=1+1", value=2)
    (table,) = read(packed.getvalue())
    assert table.frame.to_numpy().tolist() == [["Mill", "2"]]


def test_an_archive_of_a_kind_that_is_yet_to_come_is_refused() -> None:
    data = bytearray(book({"S": [["name"], ["Mill"]]}))
    at = data.index(b"PK\x01\x02")
    data[at + 6] = 200  # the version that is needed to unpack it
    with pytest.raises(FileRefusedError) as refused:
        FORMAT.check(bytes(data), "book.xlsx", Limits())
    assert refused.value.code == "broken-workbook"
