"""Kumu's sheets are known by their headers, in a workbook and as CSV."""

from tests.formats.whole_files import as_csv, book, read, rows

ELEMENTS = [
    ["Label", "Type", "Description", "Tags"],
    ["Mill trust", "NGO", "Runs the mill", "water|heritage"],
    ["Ferry", "Firm", "", ""],
]
CONNECTIONS = [
    ["From", "To", "Direction", "Type", "Strength"],
    ["Mill trust", "Ferry|Bakery", "mutual", "funds", "Strong"],
    ["Ferry", "Mill trust", "directed", "asks", "Weak"],
]


def test_elements_and_connections_say_what_they_are() -> None:
    people, said = read(book({"Elements": ELEMENTS, "Connections": CONNECTIONS}))
    assert (people.form, people.holds, people.by_id) == ("Kumu", "stakeholders", False)
    assert people.says == {"Label": "name", "Description": "notes"}
    assert (said.form, said.holds, said.by_id) == ("Kumu", "relationships", False)
    assert said.says == {"From": "source", "To": "target", "Direction": "directed", "Type": "kind"}
    assert rows(said)[0] == ["Mill trust", "Ferry|Bakery", "mutual", "funds", "Strong"]


def test_each_file_of_a_csv_pair_says_what_it_is() -> None:
    (people,) = read(as_csv([[cell.lower() for cell in ELEMENTS[0]], *ELEMENTS[1:]]))
    assert (people.form, people.holds, people.says["label"]) == ("Kumu", "stakeholders", "name")
    (said,) = read(as_csv(CONNECTIONS))
    assert (said.form, said.holds, said.says["To"]) == ("Kumu", "relationships", "target")


def test_ids_name_the_ends_only_where_every_element_has_one() -> None:
    people = [["ID", "Label"], ["007", "Mill"], ["8", "Ferry"]]
    said = [["From", "To"], ["007", "8"]]
    listed, connected = read(book({"A": people, "B": said}))
    assert (listed.says, connected.by_id) == ({"ID": "id", "Label": "name"}, True)
    people[2][0] = ""
    assert [table.by_id for table in read(book({"A": people, "B": said}))] == [False, False]


def test_sheets_that_are_to_be_ignored_are_skipped_and_others_stay_what_they_are() -> None:
    tables = read(
        book(
            {
                "Elements": ELEMENTS,
                "Old (ignore)": CONNECTIONS,
                "Connections": CONNECTIONS,
                "Budget": [["Year", "Cost"], [2025, 10], [2026, 12]],
            }
        )
    )
    assert [(table.sheet, table.holds) for table in tables] == [
        ("Elements", "stakeholders"),
        ("Connections", "relationships"),
        ("Budget", None),
    ]


def test_a_section_after_two_blank_rows_has_a_header_of_its_own() -> None:
    people, said = read(book({"Map": [*ELEMENTS, [], [], *CONNECTIONS]}))
    assert (people.key, people.frame.index.tolist()) == ("file, sheet Map, part 1", [2, 3])
    assert (said.key, said.frame.index.tolist()) == ("file, sheet Map, part 2", [7, 8])
    assert (people.holds, said.holds) == ("stakeholders", "relationships")


def test_two_columns_called_from_and_to_are_not_surely_kumus() -> None:
    (table,) = read(as_csv([["From", "To"], ["Mill", "Ferry"], ["Ferry", "Inn"]]))
    assert (table.form, table.holds) == ("", None)
