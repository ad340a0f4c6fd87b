"""GML goes in as Gephi, yEd, igraph and networkx write it."""

import networkx as nx
import pytest

from landscape.formats.discovery import recognise
from landscape.formats.gml import FORMAT
from landscape.formats.graphml import FORMAT as GRAPHML
from landscape.formats.table import FileRefusedError
from tests.formats.outlines import tables_of

# Synthetic, after what yEd writes: y goes down, and a group is named by its id.
YED = """Creator "yFiles"
Version "2.17"
graph
[
	hierarchic	1
	label	""
	directed	1
	node
	[
		id	0
		label	"Water"
		isGroup	1
		graphics
		[
			x	10.0
			y	20.5
			fill	"#FFCC00"
			Line [ point [ x 1 y 2 ] ]
		]
		LabelGraphics [ text "Water" fontSize 12 ]
	]
	node
	[
		id	1
		label	"Caf&#233; &quot;Mill&quot;"
		gid	0
		graphics [ x -3 y -4 ]
	]
	edge
	[
		source	1
		target	0
		label	"funds"
		graphics [ fill "#000000" targetArrow "standard" ]
	]
	edge [ source 1 target 1 label "funds" ]
]
"""
# Synthetic, after collections of network data: a comment above, and names under any key.
PLAIN = """# Valley
graph [
  node [ id 7 name "Mill" value 1 ]
  node [ id 8 value 2 ]
  edge [ source 7 target 8 value 1.5 ]
]
"""


def test_a_drawing_of_yed_is_read_with_groups_and_places() -> None:
    assert recognise(YED.encode()).name == "gml"
    tables = tables_of(FORMAT, YED.encode())
    people = tables["stakeholders"]
    assert people.frame.to_dict("list") == {
        "Id": ["0", "1"],
        "Label": ["Water", 'Café "Mill"'],
        "isGroup": ["1", ""],
        "x": ["10.0", "-3"],
        "y": ["-20.5", "4"],
        "Within": ["", "Water"],
    }
    assert people.says == {"Id": "id", "Label": "name", "x": "x", "y": "y"}
    relationships = tables["relationships"]
    assert relationships.frame.to_numpy().tolist() == [
        ["1", "0", "Directed", "funds"],
        ["1", "1", "Directed", "funds"],
    ]
    assert relationships.says["Label"] == "kind"


@pytest.mark.parametrize("key", ["label", "name", "vertexnames", "Name"])
def test_the_name_is_found_under_any_of_its_keys(key: str) -> None:
    tables = tables_of(FORMAT, PLAIN.replace("name", key).encode())
    assert tables["stakeholders"].frame.to_numpy().tolist() == [
        ["7", "Mill", "1"],
        ["8", "8", "2"],
    ]
    assert tables["relationships"].frame.to_dict("list") == {
        "Source": ["7"],
        "Target": ["8"],
        "Directed": ["Undirected"],
        "value": ["1.5"],
    }


def test_what_networkx_writes_is_read_with_lists_and_nested_values() -> None:
    drawn = nx.DiGraph()
    drawn.add_node("Mühle & Söhne", sector="Water", seat={"town": "Ash"}, tags=["a", "b"])
    drawn.add_edge("Mühle & Söhne", "Inn", weight=2)
    tables = tables_of(FORMAT, "\n".join(nx.generate_gml(drawn)).encode("ascii"))
    assert tables["stakeholders"].frame.to_dict("list") == {
        "Id": ["0", "1"],
        "Label": ["Mühle & Söhne", "Inn"],
        "sector": ["Water", ""],
        "seat.town": ["Ash", ""],
        "tags": ["a|b", ""],
    }
    assert tables["relationships"].frame.to_dict("list") == {
        "Source": ["0"],
        "Target": ["1"],
        "Directed": ["Directed"],
        "weight": ["2"],
    }


def test_a_file_called_gml_that_is_graphml_is_read_as_what_it_is() -> None:
    assert recognise(b'<?xml version="1.0"?><graphml><graph/></graphml>') is GRAPHML


@pytest.mark.parametrize(
    "words", ["graph,count\nMill,3\n", "name\ngraph [\n", "graph of the town\n"]
)
def test_a_table_that_speaks_of_it_is_none(words: str) -> None:
    assert recognise(words.encode()).name != "gml"


def test_a_long_beginning_is_looked_at_quickly() -> None:
    assert not FORMAT.recognises(b"a b " * 200_000)


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("graph [ directed 1 ]", "no-stakeholders", "file"),
        ("graph [\n node [ id 1 ]\n node [ id 2", "broken-file", "file, line 3"),
        ("graph [\n node [ id 1 ] ] ]", "broken-file", "file, line 2"),
        ('graph [\n node [ id 1\n label "Mill ] ]', "broken-file", "file, line 3"),
        ('graph [\n "x" 1 ]', "broken-file", "file, line 2"),
        ("graph [ " + "a [ " * 120, "nested-too-deep", "file, line 1"),
        ("graph [ " + "node [ id 1 ] " * 5 + "]", "too-many-rows", "file, stakeholders"),
        ("graph [ " + "a 1 " * 1_100 + "]", "too-many-cells", "file"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, code: str, where: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, text.encode(), rows=4, cells=2_000)
    assert (refused.value.code, refused.value.where) == (code, where)
    assert refused.value.problem.endswith(".")
    assert refused.value.fix.endswith(".")
