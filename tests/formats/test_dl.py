"""UCINET's DL text goes in, in every layout that it is exported in."""

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.dl import FORMAT
from landscape.formats.source import SourceTable
from landscape.formats.table import FileRefusedError
from tests.formats.outlines import tables_of


def dl(*lines: str) -> bytes:
    return "\r\n".join(lines).encode("cp1252")


def pairs(table: SourceTable) -> list[list[str]]:
    return table.frame.to_numpy().tolist()


# Synthetic, after what UCINET 6 exports: two matrices about the same people.
SEVERAL = dl(
    "DL N=3 NM=2",
    "FORMAT = FULLMATRIX DIAGONAL PRESENT",
    "ROW LABELS:",
    '"Mill trust"',
    '"Café"',
    '"Inn"',
    "COLUMN LABELS:",
    '"Mill trust"',
    '"Café"',
    '"Inn"',
    "LEVEL LABELS:",
    '"funds"',
    '"meets"',
    "DATA:",
    " 0 1 0",
    " 0 0 1",
    " 0 0 0",
    "",
    " 0 2 0",
    " 2 0 0",
    " 0 0 0",
)


def test_several_matrices_are_several_kinds() -> None:
    assert recognise(SEVERAL).name == "dl"
    tables = tables_of(FORMAT, SEVERAL)
    people, relationships = tables["stakeholders"], tables["relationships"]
    assert people.frame.to_dict("list") == {
        "Id": ["1", "2", "3"],
        "Label": ["Mill trust", "Café", "Inn"],
    }
    assert relationships.frame.to_dict("list") == {
        "Source": ["1", "2", "1"],
        "Target": ["2", "3", "2"],
        "Directed": ["Directed", "Directed", "Undirected"],
        "Kind": ["funds", "funds", "meets"],
        "Weight": ["", "", "2"],
    }
    assert relationships.says == {
        "Source": "source",
        "Target": "target",
        "Directed": "directed",
        "Kind": "kind",
        "Weight": "weight",
    }


@pytest.mark.parametrize(
    "labels",
    [
        ("labels:", "Ann,Bo Lee,Cy"),
        ("labels:", "Ann", "Bo Lee", "Cy"),
        ("labels:", 'Ann "Bo Lee" Cy'),
    ],
)
def test_labels_are_one_a_line_or_parted_by_commas_or_blanks(labels: tuple[str, ...]) -> None:
    tables = tables_of(
        FORMAT, dl("dl n=3 format=fullmatrix", *labels, "data:", "0 1 0 1 0 0 0 0 0")
    )
    assert tables["stakeholders"].frame["Label"].tolist() == ["Ann", "Bo Lee", "Cy"]
    assert pairs(tables["relationships"]) == [["1", "2", "Undirected"]]


def test_labels_may_stand_among_the_data_of_a_matrix() -> None:
    data = dl(
        "DL n = 3, format = fullmatrix", "labels embedded:", "data:",
        "    Ann Bo Cy", "Ann 0 1 ?", "Bo  0 0 3", "Cy  0 0 .",
    )  # fmt: skip
    tables = tables_of(FORMAT, data)
    assert tables["stakeholders"].frame["Label"].tolist() == ["Ann", "Bo", "Cy"]
    assert pairs(tables["relationships"]) == [
        ["1", "2", "Directed", "1"],
        ["2", "3", "Directed", "3"],
    ]


@pytest.mark.parametrize(
    "layout",
    [
        ("fullmatrix diagonal absent", "1 0", "1 1", "0 1"),
        ("lowerhalf", "0", "1 0", "0 1 0"),
        ("lowerhalf diagonal absent", "1", "0 1"),
        ("upperhalf", "0 1 0", "0 1", "0"),
        ("upperhalf diagonal = absent", "1 0", "1"),
    ],
)
def test_half_a_matrix_goes_both_ways(layout: tuple[str, ...]) -> None:
    form, *rows = layout
    tables = tables_of(FORMAT, dl(f"dl n=3 format={form}", "data:", *rows))
    assert tables["stakeholders"].frame["Label"].tolist() == ["1", "2", "3"]
    assert pairs(tables["relationships"]) == [["1", "2", "Undirected"], ["2", "3", "Undirected"]]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            ("dl n=4 format=edgelist1", "labels:", "Ann,Bo,Cy,Di"),
            ("1 2 0.5", "2 1", "3 3 2", "1 3 0"),
        ),
        (
            ("DL N=4", "FORMAT = EDGELIST1", "LABELS EMBEDDED"),
            ("Ann Bo 0.5", "Bo Ann", "Cy Cy 2", "Ann Cy 0"),
        ),
    ],
)
def test_a_list_of_pairs_is_read(head: tuple[str, ...], body: tuple[str, ...]) -> None:
    tables = tables_of(FORMAT, dl(*head, "data:", *body))
    assert tables["stakeholders"].frame["Label"].tolist()[:3] == ["Ann", "Bo", "Cy"]
    assert pairs(tables["relationships"]) == [
        ["1", "2", "Directed", "0.5"],
        ["2", "1", "Directed", ""],
        ["3", "3", "Directed", "2"],
    ]


def test_a_list_of_neighbours_is_read_and_an_exclamation_mark_begins_the_next_kind() -> None:
    data = dl(
        "dl n=3 nm=2 format=nodelist1", "labels:", "Ann,Bo,Cy", "level labels:", "funds,meets",
        "data:", "1 2 3", "!", "3 1", "2",
    )  # fmt: skip
    tables = tables_of(FORMAT, data)
    assert pairs(tables["relationships"]) == [
        ["1", "2", "Directed", "funds"],
        ["1", "3", "Directed", "funds"],
        ["3", "1", "Directed", "meets"],
    ]


@pytest.mark.parametrize(
    "said",
    [
        ("dl nr=3 nc=2", "row labels:", "Ann,Bo,Cy", "column labels:", "Fair,Fête", "data:",
         "1 0", "1 1", "0 0"),
        ("dl nr=3 nc=2 format=fullmatrix", "row labels embedded", "column labels embedded",
         "data:", "Fair Fête", "Ann 1 0", "Bo 1 1", "Cy 0 0"),
        ("dl nr=3, nc=2 format=edgelist2", "row labels:", "Ann,Bo,Cy", "column labels:",
         "Fair,Fête", "data:", "1 1", "2 1", "2 2"),
        ("dl nr=3, nc=2 format=nodelist2", "row labels:", "Ann,Bo,Cy", "column labels:",
         "Fair,Fête", "data:", "1 1", "2 1 2"),
    ],
)  # fmt: skip
def test_two_modes_say_who_is_in_what(said: tuple[str, ...]) -> None:
    tables = tables_of(FORMAT, dl(*said))
    memberships = tables["memberships"]
    assert memberships.frame.to_dict("list") == {
        "Name": ["Ann", "Bo", "Bo"],
        "Group": ["Fair", "Fair", "Fête"],
    }
    assert (memberships.holds, memberships.form) == ("memberships", "UCINET DL")
    assert tables["stakeholders"].frame["Label"].tolist() == ["Cy"]


def test_values_and_kinds_of_two_modes_are_told() -> None:
    data = dl("dl nr=1 nc=2 nm=2", "level labels:", "chairs,visits", "data:", "1 0", "0 3")
    memberships = tables_of(FORMAT, data)["memberships"]
    assert memberships.frame.to_dict("list") == {
        "Name": ["1", "1"],
        "Group": ["1", "2"],
        "Role": ["chairs", "visits"],
        "Value": ["", "3"],
    }
    assert memberships.says == {
        "Name": "name",
        "Group": "group",
        "Role": "role",
        "Value": "ignored",
    }


def test_the_same_labels_on_both_sides_are_one_kind_of_people() -> None:
    data = dl("dl nr=2 nc=2", "row labels:", "A,B", "column labels:", "A,B", "data:", "0 1", "0 0")
    assert pairs(tables_of(FORMAT, data)["relationships"]) == [["1", "2", "Directed"]]


@pytest.mark.parametrize("words", ["DL,N\nMill,3\n", "dl\nMill\n", "DLN=3\n"])
def test_a_table_that_begins_like_one_is_none(words: str) -> None:
    assert recognise(words.encode()).name != "dl"


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (dl("dl n=2 format=fullmatrix", "0 1 1 0"), "broken-file", "file"),
        (dl("dl nm=2", "data:", "0"), "broken-file", "file, line 1"),
        (dl("dl n=2", "data:", "0 1 1"), "broken-file", "file"),
        (dl("dl n=2", "data:", "0 1 1 0 0"), "broken-file", "file"),
        (dl("dl n=2 format=edgelist1", "data:", "1 2", "1 3"), "broken-file", "file, line 4"),
        (dl("dl n=2 format=edgelist1", "data:", "1"), "broken-file", "file, line 3"),
        (dl("dl n=2 format=blockmatrix", "data:", "1"), "not-a-table", "file"),
        (dl("dl n=99999999", "data:", "1"), "too-many-rows", "file"),
        (dl("dl n=99999", "data:", "1"), "too-many-cells", "file"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(data: bytes, code: str, where: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, data)
    assert (refused.value.code, refused.value.where) == (code, where)
    assert refused.value.problem.endswith(".")
    assert refused.value.fix.endswith(".")


def test_more_pairs_than_allowed_are_refused_while_they_are_read() -> None:
    data = dl("dl n=2 format=nodelist1", "data:", "1 " + "2 " * 20)
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, data, rows=10)
    assert (refused.value.code, refused.value.where) == ("too-many-rows", "file, line 3")
