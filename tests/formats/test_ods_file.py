"""OpenDocument spreadsheets: read as people see them, repetitions and all."""

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.ods_file import FORMAT
from landscape.formats.sandbox import read_file
from landscape.formats.source import SourceTable, from_bytes
from landscape.formats.table import FileRefusedError, Limits, to_bytes
from tests.formats.ods_writing import BELOW, PADDING, cell, row, spreadsheet
from tests.formats.reading import processor_seconds


def read(data: bytes) -> SourceTable:
    FORMAT.check(data, "book.ods", Limits())
    (table,) = from_bytes(to_bytes(FORMAT.read(data, "book.ods", Limits())))
    return table


def refused(data: bytes) -> FileRefusedError:
    with processor_seconds(1), pytest.raises(FileRefusedError) as error:
        FORMAT.check(data, "book.ods", Limits())
    return error.value


def test_a_sheet_padded_to_its_last_row_is_read_without_its_padding() -> None:
    number = '<table:table-cell office:value-type="float" office:value="3"/>'
    data = spreadsheet(
        row(cell("name"), cell("town"), cell("influence"), PADDING),
        row(cell("Mühle"), cell("Ash"), number, PADDING),
        row(cell("007"), cell("Elm"), number, PADDING),
        BELOW,
    )
    assert recognise(data) is FORMAT
    table = read(data)
    assert table.key == "book.ods, sheet People"
    assert table.columns == ("name", "town", "influence")
    assert table.frame.to_numpy().tolist() == [["Mühle", "Ash", "3"], ["007", "Elm", "3"]]


def test_repeated_cells_and_rows_are_written_out() -> None:
    data = spreadsheet(
        row(cell("name"), cell("town"), cell("home")),
        row(cell("Mill"), cell("Ash", repeated=2)),
        row(cell("Inn"), cell("Elm", repeated=2), repeated=2),
    )
    assert read(data).frame.to_numpy().tolist() == [
        ["Mill", "Ash", "Ash"],
        ["Inn", "Elm", "Elm"],
        ["Inn", "Elm", "Elm"],
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([row(cell("Mill", repeated=400), repeated=200_000)], "too-many-cells"),
        ([row(cell("Mill", repeated=16_384))], "far-cell"),
        ([row(cell("Mill"), repeated=1_048_576)], "far-cell"),
        ([row(PADDING, cell("Mill"))], "far-cell"),
        ([BELOW, row(cell("Mill"))], "far-cell"),
        ([row(cell("Mill", repeated=99), repeated=99)] * 300, "too-many-cells"),
        (['<table:table-row a=">" table:number-rows-repeated="999999">' + cell("x")
          + "</table:table-row>"], "far-cell"),
    ],
)  # fmt: skip
def test_a_repetition_bomb_is_refused_at_once(rows: list[str], code: str) -> None:
    error = refused(spreadsheet(*rows))
    assert (error.code, error.where) == (code, "book.ods")


def test_a_document_type_is_refused() -> None:
    error = refused(spreadsheet(row(cell("&b;")), before='<!DOCTYPE a [<!ENTITY b "c">]>'))
    assert error.code == "document-type"


def test_a_workbook_locked_with_a_password_says_so() -> None:
    error = refused(spreadsheet(row(cell("x")), manifest="<manifest:encryption-data/>"))
    assert error.code == "locked-workbook"
    assert error.fix == (
        "Open it in a spreadsheet program, take the password off, and save it again."
    )


def test_a_good_file_of_many_rows_is_read() -> None:
    rows = (row(cell(f"Mill {number}"), cell("Ash"), PADDING) for number in range(20_000))
    (table,) = read_file(spreadsheet(row(cell("name"), cell("town")), *rows, BELOW), "book.ods")
    assert table.frame.shape == (20_000, 2)
