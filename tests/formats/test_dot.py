"""DOT goes in as people write it for Graphviz, and as Graphviz writes it back."""

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.dot import FORMAT
from landscape.formats.table import FileRefusedError
from tests.formats.outlines import tables_of

DRAWING = r"""/* Valley,
   drawn by hand */
strict digraph "Valley" {
  rankdir=LR; node [shape=box, sector=Water]; edge [color=grey];
  label = "Who works with whom";
  mill [label="Mill\ntrust", pos="10.5,-3!"];
# a comment
  subgraph cluster_town {
    label="Town & \"country\"";
    inn [sector="Trade", label=<<b>The</b> inn>];
    "city hall":n;
  }
  subgraph { fair; }  // no group
  mill -> inn -> {"city hall" fair} [label="funds", weight=2, style=dashed];
  fair -> mill [dir=both];
  mill -> fair [dir=back, since="20" + "19"];
  mill -> mill
}
"""


def test_a_drawing_is_read_with_clusters_as_groups() -> None:
    data = DRAWING.encode()
    assert recognise(data).name == "dot"
    tables = tables_of(FORMAT, data)
    people, relationships = tables["stakeholders"], tables["relationships"]
    assert people.frame.to_dict("list") == {
        "Id": ["mill", "inn", "city hall", "fair"],
        "Label": ["Mill trust", "The inn", "city hall", "fair"],
        "x": ["10.5", "", "", ""],
        "y": ["-3", "", "", ""],
        "sector": ["Water", "Trade", "Water", "Water"],
        "Group": ["", 'Town & "country"', 'Town & "country"', ""],
    }
    assert people.says["Group"] == "group"
    assert relationships.frame.to_dict("list") == {
        "Source": ["mill", "inn", "inn", "fair", "fair", "mill"],
        "Target": ["inn", "city hall", "fair", "mill", "mill", "mill"],
        "Directed": ["Directed", "Directed", "Directed", "Mutual", "Directed", "Directed"],
        "Label": ["funds", "funds", "funds", "", "", ""],
        "Weight": ["2", "2", "2", "", "", ""],
        "since": ["", "", "", "", "2019", ""],
    }
    assert relationships.says["Label"] == "kind"


def test_a_drawing_without_arrows_goes_both_ways() -> None:
    tables = tables_of(FORMAT, 'graph { a -- "b c" -- 3.5; Ähre }'.encode())
    assert tables["stakeholders"].frame["Label"].tolist() == ["a", "b c", "3.5", "Ähre"]
    assert tables["relationships"].frame.to_numpy().tolist() == [
        ["a", "b c", "Undirected"],
        ["b c", "3.5", "Undirected"],
    ]


def test_a_long_beginning_is_looked_at_quickly() -> None:
    assert not FORMAT.recognises(b"/* " * 30_000)
    assert not FORMAT.recognises(b"graph " * 30_000)


@pytest.mark.parametrize("words", ["graph,count\nMill,3\n", "graph\nMill\n", "digraph of x\n"])
def test_a_table_that_speaks_of_it_is_none(words: str) -> None:
    assert recognise(words.encode()).name != "dot"


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("graph { rankdir=LR }", "no-stakeholders", "file"),
        ("graph {\n a -- b\n", "broken-file", "file, line 3"),
        ("graph {\n a -- ;\n}", "broken-file", "file, line 2"),
        ("graph {\n a -- ]\n}", "broken-file", "file, line 2"),
        ('graph {\n a [label="b]\n}', "broken-file", "file, line 2"),
        ("graph {\n a [label=<b]\n}", "broken-file", "file, line 2"),
        ("graph { " + "{ " * 60 + "}" * 61, "nested-too-deep", "file, line 1"),
        ("graph { {a b c d} -- {e f g h} }", "too-many-rows", "file, relationships"),
        ("graph { a" + " -- a" * 20 + "}", "too-many-cells", "file"),
        ("graph { " + "a;" * 99 + "}", "too-many-cells", "file"),
        ("graph { node [a=1, b=2, c=3, d=4, e=5, f=6, g=7] }", "too-many-columns", "file, line 1"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, code: str, where: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, text.encode(), rows=10, cells=200, columns=5)
    assert (refused.value.code, refused.value.where) == (code, where)
    assert refused.value.problem.endswith(".")
    assert refused.value.fix.endswith(".")
