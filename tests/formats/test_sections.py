"""Several tables below one another in one sheet."""

from tests.formats.whole_files import as_csv, book, read, rows

STACKED = [
    ["Stakeholders of the valley"],
    ["as of May"],
    [],
    ["name", "sector", "notes"],
    ["Mill", "water", ""],
    ["Ferry", "transport", "slow"],
    [],
    ["from", "to", "weight"],
    ["Mill", "Ferry", "3"],
    ["Ferry", "Inn", "1"],
]


def test_a_header_below_a_table_and_a_blank_row_begins_another_table() -> None:
    for tables in (read(as_csv(STACKED)), read(book({"S": STACKED}))):
        assert [(table.columns, table.frame.index.tolist()) for table in tables] == [
            (("name", "sector", "notes"), [5, 6]),
            (("from", "to", "weight"), [9, 10]),
        ]
        assert rows(tables[1]) == [["Mill", "Ferry", "3"], ["Ferry", "Inn", "1"]]


def test_tables_of_one_sheet_are_told_apart() -> None:
    assert [table.key for table in read(as_csv(STACKED))] == [
        "file, sheet part 1",
        "file, sheet part 2",
    ]
    assert [table.sheet for table in read(book({"S": STACKED}))] == ["S, part 1", "S, part 2"]


def test_blank_rows_within_a_table_begin_none() -> None:
    data = as_csv([["name", "town"], ["Mill", "Ash"], [], ["Ferry", "Elm"], [], ["Inn", "Ash"]])
    (table,) = read(data)
    assert rows(table) == [["Mill", "Ash"], ["Ferry", "Elm"], ["Inn", "Ash"]]


def test_a_header_without_rows_below_begins_none() -> None:
    (table,) = read(as_csv([*STACKED[3:6], [], ["from", "to"]]))
    assert table.columns == ("name", "sector", "notes")


def test_tables_are_told_apart_whatever_ends_their_lines() -> None:
    for end in (b"\n", b"\r\n", b"\r"):
        data = as_csv(STACKED).replace(b"\r\n", end)
        assert [table.sheet for table in read(data)] == ["part 1", "part 2"]
