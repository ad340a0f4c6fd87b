"""Odd but good text files are read as they were meant."""

import pytest

from landscape.formats.csv_file import FORMAT
from landscape.formats.source import SourceTable, from_bytes
from landscape.formats.table import FileRefusedError, Limits, to_bytes

PEOPLE = "name;town;influence\r\nMühle;Ash;3\r\nAnglers’ club;Böll;\r\n"


def read(data: bytes) -> SourceTable:
    FORMAT.check(data, "people.csv", Limits())
    (table,) = from_bytes(to_bytes(FORMAT.read(data, "people.csv", Limits())))
    return table


def rows(table: SourceTable) -> list[list[str]]:
    return table.frame.to_numpy().tolist()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_is_read_in_every_encoding_and_with_every_delimiter(
    encoding: str, delimiter: str
) -> None:
    table = read(PEOPLE.replace(";", delimiter).encode(encoding))
    assert table.columns == ("name", "town", "influence")
    assert rows(table) == [["Mühle", "Ash", "3"], ["Anglers’ club", "Böll", ""]]
    assert table.frame.index.tolist() == [2, 3]


def test_utf16_with_the_big_end_first_is_read() -> None:
    assert rows(read(b"\xfe\xff" + PEOPLE.encode("utf-16-be")))[0] == ["Mühle", "Ash", "3"]


def test_codes_stay_as_they_are_written() -> None:
    table = read(b"id,name\n007,Mill trust\n1,Ferry\n1.0,Bakery\n")
    assert [row[0] for row in rows(table)] == ["007", "1", "1.0"]


def test_title_lines_above_the_header_are_left_aside_and_said() -> None:
    table = read(b"Stakeholders of the valley\nas of May\n\nname,town,sector\nMill,Ash,water\n")
    assert table.columns == ("name", "town", "sector")
    assert table.frame.index.tolist() == [5]
    assert [(finding.code, finding.row) for finding in table.findings] == [("title-lines", 1)]


def test_a_column_that_counts_the_rows_is_left_aside() -> None:
    table = read(b",name,town\n1,Mill,Ash\n2,Ferry,Elm\n3,Bakery,Ash\n")
    assert table.columns == ("name", "town")
    assert [finding.code for finding in table.findings] == ["index-column"]


def test_a_header_that_is_one_short_has_row_names_before_it() -> None:
    table = read(b"name,town\n1,Mill,Ash\n2,Ferry,Elm\n")
    assert table.columns == ("name", "town")


def test_blank_rows_and_columns_around_the_table_are_dropped() -> None:
    table = read(b"name,town,,\nMill,Ash,,\n,,,\nFerry,Elm,,\n,,,\n,,,\n")
    assert table.columns == ("name", "town")
    assert table.frame.index.tolist() == [2, 4]


def test_a_cell_keeps_its_line_breaks_and_the_rows_below_their_numbers() -> None:
    table = read(b'name,notes\n"Mill","one\ntwo"\nFerry,three\n')
    assert rows(table) == [["Mill", "one\ntwo"], ["Ferry", "three"]]
    assert table.frame.index.tolist() == [2, 3]


def test_a_list_of_names_needs_no_header() -> None:
    assert rows(read(b"Mill trust\nFerry\n")) == [["Mill trust"], ["Ferry"]]
    assert rows(read(b"Organisations\nMill trust\nFerry\n")) == [["Mill trust"], ["Ferry"]]


def test_characters_nobody_can_see_are_taken_out_and_said() -> None:
    table = read("name,town\nMi\x00ll,Ash\nFer\u202ery,Elm\n".encode())
    assert [row[0] for row in rows(table)] == ["Mill", "Ferry"]
    (finding,) = table.findings
    assert (finding.code, finding.row, finding.column) == ("unreadable-characters", 2, "name")
    assert finding.what == "Characters that cannot be seen were taken out of 2 cells."


def test_joiners_that_scripts_need_stay() -> None:
    assert rows(read("name,town\nنمی‌خواهم,Ash\n".encode()))[0][0] == "نمی‌خواهم"


def test_two_columns_with_one_header_are_a_problem_with_its_place() -> None:
    table = read(b"name,town,town\nMill,Ash,Elm\n")
    assert table.columns == ("name", "town", "town (2)")
    (finding,) = table.findings
    assert (finding.code, finding.row, finding.column) == ("duplicate-header", 1, "town (2)")
    assert finding.blocks


def test_a_row_with_more_cells_than_headers_is_a_problem_of_that_row() -> None:
    table = read(b"name,town\nMill,Ash\nFerry, Elm, north\n")
    (finding,) = table.findings
    assert (finding.code, finding.row) == ("extra-cells", 3)
    assert rows(table)[1] == ["Ferry", " Elm"]


def test_a_row_with_fewer_cells_has_blanks() -> None:
    assert rows(read(b"name,town,notes\nMill\nFerry,Elm\n")) == [
        ["Mill", "", ""],
        ["Ferry", "Elm", ""],
    ]


def test_a_quotation_mark_that_is_never_closed_is_a_problem() -> None:
    table = read(b'name,town\nMill,Ash\n"Ferry,Elm\nBakery,Ash\nSchool,Oak\nInn,Elm\n')
    assert [(finding.code, finding.row) for finding in table.findings] == [("open-quote", 3)]


def test_a_decimal_comma_does_not_pass_for_a_delimiter() -> None:
    table = read(b"name;lat;long\nMill;1,5;2,5\nFerry;3,5;4,5\n")
    assert table.columns == ("name", "lat", "long")


def test_a_header_without_rows_is_refused() -> None:
    with pytest.raises(FileRefusedError) as refused:
        read(b"name,town\n\n")
    assert str(refused.value) == (
        "people.csv: There is no row below the header. "
        "Add at least one row, or choose another file."
    )


def test_a_column_without_a_header_keeps_its_text() -> None:
    table = read(b"name,,town\nMill,x,Ash\nFerry,y,Elm\n")
    assert table.columns == ("name", "column 2", "town")
    assert rows(table)[1] == ["Ferry", "y", "Elm"]
    assert table.findings == ()
