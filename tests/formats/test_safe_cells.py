"""Text stays text in every spreadsheet, and numbers keep all their digits."""

import io
import zipfile
from datetime import date, datetime

import pytest
from python_calamine import CalamineWorkbook

from landscape.formats.safe_cells import (
    csv_file,
    marked,
    marked_blank,
    unmarked,
    unmarked_blank,
    workbook,
)
from landscape.model.errors import InvalidValueError

DANGEROUS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "'=1",
    "''+x",
)


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_reckons_is_marked_in_csv_and_comes_back(text: str) -> None:
    assert marked(text) == "'" + text
    assert unmarked(marked(text)) == text


@pytest.mark.parametrize("text", ["", " ", "'", "''", "\n", "\u2028", "'' "])
def test_blank_text_is_told_from_a_cell_that_holds_nothing(text: str) -> None:
    assert (marked(text), marked_blank(text)) == ("'" + text, "'" + text)
    assert (unmarked(marked(text)), unmarked_blank(marked_blank(text))) == (text, text)


@pytest.mark.parametrize("text", ["Mill", "'quoted'", "3 = 3", "a-b"])
def test_plain_text_is_left_as_it_is(text: str) -> None:
    assert (marked(text), marked_blank(text)) == (text, text)
    assert (unmarked(text), unmarked_blank(text)) == (text, text)


def test_a_csv_file_keeps_signs_and_days_and_marks_headers() -> None:
    rows = [
        ["=1+1", -1.5, True, date(2026, 5, 31), None],
        ["", 1e-300, False, None, datetime.fromisoformat("2026-05-31T01:00")],
    ]
    text = csv_file(["=name", "x", "y", "on", "at"], rows).decode("utf-8-sig")
    assert text == (
        "'=name,x,y,on,at\r\n'=1+1,-1.5,TRUE,2026-05-31,\r\n',1e-300,FALSE,,2026-05-31T01:00:00\r\n"
    )


def test_a_workbook_holds_every_digit_and_no_formula_or_address() -> None:
    rows = [[0.1 + 0.2], [-0.0], [10**20 + 1], ["=1+1"], ["https://x.example/"], [date(1899, 1, 2)]]
    packed = workbook({"S": (["name"], rows)})
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    cells = CalamineWorkbook.from_filelike(io.BytesIO(packed)).get_sheet_by_name("S").to_python()
    assert [row[0] for row in cells[1:]] == [
        0.30000000000000004,
        "-0.0",
        "100000000000000000001",
        "=1+1",
        "https://x.example/",
        "1899-01-02",
    ]


def test_a_text_that_is_too_long_for_a_cell_names_the_way_out() -> None:
    with pytest.raises(InvalidValueError) as refused:
        workbook({"people": (["notes"], [["x" * 32_768]])})
    assert str(refused.value) == (
        "A text in people, column 'notes' has 32,768 characters; a cell holds 32,767. "
        "Take another form: the copy for Landscape or the CSV files hold any length."
    )
