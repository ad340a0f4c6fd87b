"""The table is found wherever it stands in a sheet."""

import pytest

from landscape.formats.table import FileRefusedError
from tests.formats.whole_files import as_csv, book, read, rows


def test_captions_over_the_headers_are_title_lines() -> None:
    (table,) = read(
        as_csv(
            [
                ["Who", "", "", "Where", ""],
                ["Name", "Type", "Notes", "Town", "Country"],
                ["Mill", "", "", "Ash", ""],
                ["Ferry", "", "", "Elm", ""],
                ["Inn", "NGO", "", "", ""],
            ]
        )
    )
    assert table.columns == ("Name", "Type", "Notes", "Town", "Country")
    assert table.frame.index.tolist() == [3, 4, 5]
    assert [finding.code for finding in table.findings] == ["title-lines"]


def test_a_header_on_the_third_row_is_found() -> None:
    (table,) = read(
        book(
            {
                "S": [
                    ["Register of stakeholders", "", ""],
                    ["Status", "2026-05-31", ""],
                    ["Ente", "Comune", "Settore"],
                    ["Mulino", "Ash", "acqua"],
                    ["Traghetto", "Elm", "trasporti"],
                ]
            }
        )
    )
    assert table.columns == ("Ente", "Comune", "Settore")
    assert table.frame.index.tolist() == [4, 5]


def test_a_group_merged_over_several_rows_holds_for_each_of_them() -> None:
    cells = [["", "name", "town"], ["", "Mill", "Ash"], ["", "Ferry", "Elm"], ["", "Inn", "Ash"]]
    cells[0][0] = "sector"
    cells[3][0] = "food"
    (table,) = read(book({"S": cells}, merged=[(1, 0, 2, 0, "water")]))
    assert rows(table) == [["water", "Mill", "Ash"], ["water", "Ferry", "Elm"],
                           ["food", "Inn", "Ash"]]  # fmt: skip


def test_headers_merged_over_two_rows_are_read_from_the_lower_one() -> None:
    cells = [
        ["", "Contact", "", "Notes"],
        ["", "Email", "Phone", "Notes"],
        ["Mill", "mill@example.org", "1", ""],
        ["Ferry", "ferry@example.org", "2", "slow"],
    ]
    (table,) = read(book({"S": cells}, merged=[(0, 0, 1, 0, "Name"), (0, 1, 0, 2, "Contact")]))
    assert table.columns == ("Name", "Email", "Phone", "Notes")
    assert table.frame.index.tolist() == [3, 4]


def test_a_header_that_comes_again_further_down_is_left_aside() -> None:
    cells = [["name", "town"], ["Mill", "Ash"], ["name ", "town"], ["Ferry", "Elm"], ["name", "x"]]
    (table,) = read(as_csv(cells))
    assert table.frame.index.tolist() == [2, 3, 4, 5]
    cells[2][0] = "name"
    (table,) = read(as_csv(cells))
    assert table.frame.index.tolist() == [2, 4, 5]
    assert [(finding.code, finding.row) for finding in table.findings] == [("repeated-header", 3)]


def test_a_header_that_comes_again_in_a_large_file_is_left_aside() -> None:
    lines = [f"Mill {number},Ash" for number in range(30_000)]
    lines[20_000] = "name,town"
    (table,) = read("\n".join(["name,town", *lines]).encode())
    assert len(table.frame) == 29_999
    assert table.findings[0].row == 20_002


def test_a_header_that_only_repeats_itself_has_nothing_below() -> None:
    with pytest.raises(FileRefusedError) as refused:
        read(b"name,town\nname,town\n")
    assert refused.value.code == "header-only"


def test_an_index_that_pandas_or_r_wrote_is_left_aside() -> None:
    for header in ("Unnamed: 0", "...1", ""):
        (table,) = read(
            as_csv([[header, "name", "town"], ["0", "Mill", "Ash"], ["1", "Inn", "Elm"]])
        )
        assert table.columns == ("name", "town")
        assert [finding.code for finding in table.findings] == ["index-column"]


def test_a_sheet_of_sentences_is_left_aside() -> None:
    sentence = "This workbook was put together in spring by all who live and work on the river."
    prose, table = read(
        book({"Read me": [[sentence], [sentence]], "S": [["name", "town"], ["Mill", "Ash"]]})
    )
    assert (prose.holds, table.holds) == ("aside", None)


def test_a_delimiter_at_the_end_of_each_line_makes_no_column() -> None:
    (table,) = read(b"name;town;\nMill;Ash;\nFerry;Elm;\n")
    assert table.columns == ("name", "town")
    assert table.findings == ()
