"""Workbooks of tools that keep two sheets under names of their own."""

from tests.formats.whole_files import book, read


def told(sheets: dict[str, list[list[object]]]) -> list[tuple[str, str | None, dict[str, str]]]:
    return [(table.form, table.holds, dict(table.says)) for table in read(book(sheets))]


def test_polinodes_workbook_is_known_by_its_sheets_and_headers() -> None:
    assert told(
        {
            "Nodes": [["Name", "Team"], ["Mill", "A"], ["Ferry", "B"]],
            "Edges": [["Source", "Target", "Weight"], ["Mill", "Ferry", 2]],
        }
    ) == [
        ("Polinode", "stakeholders", {"Name": "name"}),
        ("Polinode", "relationships", {"Source": "source", "Target": "target"}),
    ]


def test_ids_name_the_ends_where_the_first_sheet_has_them() -> None:
    tables = read(
        book(
            {
                "Nodes": [["Id", "Label"], ["007", "Mill"], ["8", "Ferry"]],
                "Edges": [["Source", "Target", "Type"], ["007", "8", "Directed"]],
            }
        )
    )
    assert [(table.form, table.by_id) for table in tables] == [("Gephi", False), ("Gephi", True)]
    assert dict(tables[0].says) == {"Id": "id", "Label": "name"}


def test_prsms_factors_and_links_are_known() -> None:
    assert told(
        {
            "Factors": [["Label", "Note"], ["Mill", ""], ["Ferry", "slow"]],
            "Links": [["From", "To", "Note"], ["Mill", "Ferry", "by water"]],
        }
    ) == [
        ("PRSM", "stakeholders", {"Label": "name"}),
        ("PRSM", "relationships", {"From": "source", "To": "target"}),
    ]


def test_sheets_of_these_names_with_other_headers_are_left_to_be_found() -> None:
    assert [form for form, _, _ in told({"Nodes": [["a", "b"], ["1", "2"]]})] == [""]
