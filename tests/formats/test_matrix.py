"""Matrices of names against the same names."""

import pytest

from landscape.formats.source import SourceTable
from tests.formats.whole_files import as_csv, book, read, rows

NAMES = ["Mill", "Ferry", "Inn", "Bakery"]
ONE_WAY = [
    ["", *NAMES],
    ["Mill", "0", "3", "0", "0"],
    ["Ferry", "1", "0", "2", "0"],
    ["Inn", "0", "0", "1", "0"],
    ["Bakery", "", "", "", ""],
]
BOTH_WAYS = [
    ["", *NAMES],
    ["Mill", "", "x", "", ""],
    ["Ferry", "x", "", "x", ""],
    ["Inn", "", "x", "", ""],
    ["Bakery", "", "", "", ""],
]


def tables(cells: list[list[str]]) -> tuple[SourceTable, SourceTable]:
    people, said = read(as_csv(cells))
    assert (people.form, people.holds, said.holds) == ("Matrix", "stakeholders", "relationships")
    return people, said


def test_a_matrix_comes_to_everybody_and_what_relates_them() -> None:
    people, said = tables(ONE_WAY)
    assert rows(people) == [["Mill"], ["Ferry"], ["Inn"], ["Bakery"]]
    assert said.columns == ("Source", "Target", "Directed", "Weight")
    assert rows(said) == [
        ["Mill", "Ferry", "Directed", "3"],
        ["Ferry", "Mill", "Directed", "1"],
        ["Ferry", "Inn", "Directed", "2"],
    ]
    assert said.says == {
        "Source": "source",
        "Target": "target",
        "Directed": "directed",
        "Weight": "weight",
    }
    assert [finding.what for finding in people.findings] == [
        "It is a matrix of 4 names; 3 of its cells say that two are related, "
        "and 1 stand for one and the same name."
    ]


def test_a_matrix_that_says_the_same_both_ways_goes_both_ways() -> None:
    _, said = tables(BOTH_WAYS)
    assert said.columns == ("Source", "Target", "Directed")
    assert rows(said) == [["Mill", "Ferry", "Undirected"], ["Ferry", "Inn", "Undirected"]]


def test_half_a_matrix_goes_both_ways() -> None:
    lower = [
        ["", *NAMES],
        ["Mill", "", "", "", ""],
        ["Ferry", "2", "", "", ""],
        ["Inn", "", "5", "", ""],
        ["Bakery", "", "", "1", ""],
    ]
    assert rows(tables(lower)[1]) == [
        ["Mill", "Ferry", "Undirected", "2"],
        ["Ferry", "Inn", "Undirected", "5"],
        ["Inn", "Bakery", "Undirected", "1"],
    ]


def test_names_may_stand_only_down_or_only_across() -> None:
    only_down = [["Mill", "0", "1", "0", "0"], *ONE_WAY[2:]]
    only_down[3] = ["Bakery", "0", "0", "0", "0"]
    only_down[2] = ["Inn", "0", "0", "0", "0"]
    assert rows(tables(only_down)[0]) == [[name] for name in NAMES]
    only_across = [NAMES, *(row[1:] for row in only_down)]
    assert rows(tables(only_across)[1])[0] == ["Mill", "Ferry", "Directed", "1"]


def test_who_did_not_answer_needs_no_row_and_titles_may_stand_above() -> None:
    people, said = tables([["Who works with whom"], [], *ONE_WAY[:4]])
    assert len(people.frame) == 4
    assert len(said.frame) == 3


def test_several_matrices_in_a_workbook_are_several_kinds() -> None:
    found = read(book({"Trust": ONE_WAY, "Money": BOTH_WAYS}))
    assert [table.sheet for table in found] == [
        "Trust, stakeholders",
        "Trust, relationships",
        "Money, stakeholders",
        "Money, relationships",
    ]
    assert found[3].frame["Kind"].tolist() == ["Money", "Money"]
    assert found[3].says["Kind"] == "kind"


@pytest.mark.parametrize(
    "cells",
    [
        [["name", "2024", "2025"], ["Mill", "1", "2"], ["Ferry", "3", "4"], ["Inn", "0", "1"]],
        [["", *NAMES], ["Mill", "a", "b", "c", "d"], ["Ferry", "", "", "", ""], ["Inn", "x"]],
        [["from", "to"], ["Mill", "Ferry"], ["Ferry", "Mill"]],
    ],
)
def test_another_table_is_no_matrix(cells: list[list[str]]) -> None:
    assert [table.form for table in read(as_csv(cells))] == [""]
