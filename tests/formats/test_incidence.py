"""People against events or projects."""

import pytest

from tests.formats.whole_files import as_csv, book, read, rows

MET = [
    ["", "Spring meeting", "River day", "Harvest fair"],
    ["Mill", "1", "0", "1"],
    ["Ferry", "x", "", "yes"],
    ["Inn", "0", "", "no"],
]


def test_marks_are_read_as_who_takes_part_in_what() -> None:
    for data in (as_csv(MET), book({"S": MET})):
        people, memberships = read(data)
        assert (people.holds, rows(people)) == ("stakeholders", [["Mill"], ["Ferry"], ["Inn"]])
        assert (memberships.form, memberships.holds) == ("People and events", "memberships")
        assert memberships.says == {"Name": "name", "Group": "group"}
        assert rows(memberships) == [
            ["Mill", "Spring meeting"],
            ["Mill", "Harvest fair"],
            ["Ferry", "Spring meeting"],
            ["Ferry", "Harvest fair"],
        ]


def test_where_everybody_takes_part_in_something_one_table_says_all() -> None:
    (memberships,) = read(as_csv([*MET[:3], ["Inn", "0", "1", "0"]]))
    assert memberships.holds == "memberships"
    assert memberships.findings[0].what == (
        "It marks which of 3 names take part in which of 3 groups or events; 5 cells are marked."
    )


@pytest.mark.parametrize(
    "cells",
    [
        [["name", "asked", "answered", "paid"], ["Mill", "1", "0", "1"], ["Inn", "1", "1", "1"]],
        [["", "influence", "interest", "power"], *MET[1:]],
        [["", "a", "b", "c"], ["Mill", "4", "0", "1"], ["Inn", "2", "1", "1"], ["Ferry", "1"]],
        [["", "a", "b", "c"], ["0", "1", "0", "1"], ["1", "0", "1", "1"], ["2", "1", "1", "1"]],
    ],
)
def test_attributes_of_people_are_no_events(cells: list[list[str]]) -> None:
    assert [table.holds for table in read(as_csv(cells))] == [None]
