"""Pajek's networks and projects go in: lists, matrices, several relations, two modes, times."""

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.pajek import FORMAT
from landscape.formats.table import FileRefusedError
from tests.formats.outlines import tables_of

# Synthetic, after the manual of Pajek: two relations, a caption, a time and a comment.
SEVERAL = """% made by hand
*Network Valley
*Vertices 4
1 "Mill trust" 0.10 0.25 0.5 box ic Red [5-10,12]
2 Inn 0.5 0.75
4 "Caf\u00e9 ""
*Arcs :1 "funds"
1 2 3 l "since 2019" c Blue [6]
1 1 1
*Edges :2 "shares water with"
2 4 1
*Arcslist
4 1 2
1: 3 4 2
"""


def pajek(*lines: str) -> bytes:
    return "\r\n".join(lines).encode()


def test_a_network_of_several_relations_is_read_with_names_places_and_times() -> None:
    data = (
        SEVERAL.replace('"Caf\u00e9 ""', '"Caf\u00e9"').replace("1: 3 4 2\n", "").encode("cp1252")
    )
    assert recognise(data).name == "pajek"
    tables = tables_of(FORMAT, data)
    people, relationships = tables["stakeholders"], tables["relationships"]
    assert people.frame.to_dict("list") == {
        "Id": ["1", "2", "3", "4"],
        "Label": ["Mill trust", "Inn", "3", "Café"],
        "x": ["0.10", "0.5", "", ""],
        "y": ["0.25", "0.75", "", ""],
        "Timeset": ["[5-10,12]", "", "", ""],
    }
    assert relationships.frame.to_dict("list") == {
        "Source": ["1", "1", "2", "4", "4"],
        "Target": ["2", "1", "4", "1", "2"],
        "Directed": ["Directed", "Directed", "Undirected", "Directed", "Directed"],
        "Weight": ["3", "1", "1", "", ""],
        "Kind": ["funds", "funds", "shares water with", "", ""],
        "Timeset": ["[6]", "", "", "", ""],
    }
    assert relationships.says == {
        "Source": "source",
        "Target": "target",
        "Directed": "directed",
        "Weight": "weight",
        "Kind": "kind",
    }
    assert relationships.by_id is True


def test_a_line_may_name_its_relation_and_a_caption_is_a_kind_where_there_is_no_other() -> None:
    data = pajek("*Vertices 3", '*Arcs :7 "funds"', "*Arcs", "7: 1 2 1", '2 3 1 l "advises"')
    relationships = tables_of(FORMAT, data)["relationships"]
    assert relationships.frame["Kind"].tolist() == ["funds", "advises"]


@pytest.mark.parametrize(
    ("matrix", "expected"),
    [
        (("0 1 0", "1 0 0", "0 0 1"), [["1", "2", "Undirected"], ["3", "3", "Undirected"]]),
        (("0 1 0 0 0 1", "0 0 0"), [["1", "2", "Directed"], ["2", "3", "Directed"]]),
        (("0 2 0", "0 0 0", "0 0.0 0"), [["1", "2", "Directed", "2"]]),
    ],
)
def test_a_matrix_is_read_one_way_or_both_ways(
    matrix: tuple[str, ...], expected: list[list[str]]
) -> None:
    tables = tables_of(FORMAT, pajek("*Vertices 3", '1 "A"', '2 "B"', '3 "C"', "*Matrix", *matrix))
    assert tables["stakeholders"].frame["Label"].tolist() == ["A", "B", "C"]
    assert tables["relationships"].frame.to_numpy().tolist() == expected


@pytest.mark.parametrize("said", [("*Edges", "1 4 1", "4 2 1"), ("*Matrix", "1 0", "1 0", "0 0")])
def test_a_network_of_two_modes_says_who_is_in_what(said: tuple[str, ...]) -> None:
    data = pajek("*Vertices 5 3", '1 "Ann"', '2 "Bo"', '3 "Cy"', '4 "Fair"', '5 "Fête"', *said)
    tables = tables_of(FORMAT, data)
    memberships = tables["memberships"]
    assert memberships.frame.to_dict("list") == {"Name": ["Ann", "Bo"], "Group": ["Fair", "Fair"]}
    assert (memberships.holds, memberships.says) == (
        "memberships",
        {"Name": "name", "Group": "group"},
    )
    assert tables["stakeholders"].frame["Label"].tolist() == ["Cy"]


def test_partitions_and_vectors_of_a_project_are_attributes() -> None:
    data = pajek(
        "*Network one",
        "*Vertices 2",
        '1 "Mill"',
        '2 "Inn"',
        "*Arcs",
        "1 2",
        "*Partition Sector",
        "*Vertices 2",
        "4",
        "7",
        "*Vector Budget",
        "*Vertices 2",
        "1.5",
        "2.5",
        "*Network two",
        "*Vertices 9",
    )
    people = tables_of(FORMAT, data)["stakeholders"]
    assert people.frame.to_dict("list") == {
        "Id": ["1", "2"],
        "Label": ["Mill", "Inn"],
        "Sector": ["4", "7"],
        "Budget": ["1.5", "2.5"],
    }
    assert [finding.code for finding in people.findings] == ["left-aside"]


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (pajek("*Vertices 0"), "no-stakeholders", "file"),
        (pajek("*Vertices"), "broken-file", "file, line 1"),
        (pajek("*Vertices 2", "*Arcs", "1 3 1"), "broken-file", "file, line 3"),
        (pajek("*Vertices 2", "*Arcs", "1"), "broken-file", "file, line 3"),
        (pajek("*Vertices 2", "*Matrix", "1 0", "1"), "broken-file", "file, line 4"),
        (pajek("*Vertices 999999999"), "too-many-rows", "file, line 1"),
        (pajek("*Vertices 5", "*Matrix"), "too-many-cells", "file"),
        (pajek("*Vertices 1", "*Arcslist", "1 " * 99), "cell-too-long", "file, line 3"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(data: bytes, code: str, where: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, data, cells=20, cell_bytes=40)
    assert (refused.value.code, refused.value.where) == (code, where)
    assert refused.value.problem.endswith(".")
    assert refused.value.fix.endswith(".")
