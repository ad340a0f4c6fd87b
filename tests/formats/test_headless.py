"""Lists of pairs, and of one name and all of its, without a header."""

import pytest

from tests.formats.whole_files import as_csv, read, rows


def test_pairs_without_a_header_are_all_read() -> None:
    (said,) = read(b"Mill;Ferry\nFerry;Inn\nInn;Mill\nBakery;Mill\n")
    assert (said.form, said.holds) == ("Pairs without a header", "relationships")
    assert said.columns == ("Source", "Target")
    assert said.frame.index.tolist() == [1, 2, 3, 4]
    assert rows(said)[0] == ["Mill", "Ferry"]
    assert [(finding.code, finding.row) for finding in said.findings] == [("no-header", 1)]


def test_a_third_cell_may_be_a_weight() -> None:
    (said,) = read(b"1,2,0.5\n2,3,1\n3,1,2\n")
    assert rows(said) == [["1", "2", "0.5"], ["2", "3", "1"], ["3", "1", "2"]]
    assert said.says == {"Source": "source", "Target": "target", "Weight": "weight"}


def test_one_name_and_all_of_its_in_a_row_are_as_many_relationships() -> None:
    people, said = read(b"Mill;Ferry;Inn\nFerry;Inn\nInn;Mill;Bakery;Ferry\nBakery;Mill\nSchool\n")
    assert rows(people) == [["Mill"], ["Ferry"], ["Inn"], ["Bakery"], ["School"]]
    assert rows(said) == [
        ["Mill", "Ferry"],
        ["Mill", "Inn"],
        ["Ferry", "Inn"],
        ["Inn", "Mill"],
        ["Inn", "Bakery"],
        ["Inn", "Ferry"],
        ["Bakery", "Mill"],
    ]


@pytest.mark.parametrize(
    "cells",
    [
        [["from", "to"], ["Mill", "Ferry"], ["Ferry", "from"]],
        [["wer", "wen"], ["Mill", "Ferry"], ["Ferry", "Mill"], ["Inn", "Mill"]],
        [["Mill", "water"], ["Ferry", "transport"], ["Inn", "food"]],
        [["naam", "groep"], ["Mill", "water", "food"], ["Ferry", "water"], ["Inn", "food"]],
    ],
)
def test_a_table_with_a_header_is_left_as_it_is(cells: list[list[str]]) -> None:
    assert [table.form for table in read(as_csv(cells))] == [""]
