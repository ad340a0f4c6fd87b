"""GraphML goes in as yEd, igraph and networkx write it, and what we write comes back as it was."""

import io

import networkx as nx
import pytest
from hypothesis import given, settings

from landscape.formats.discovery import recognise
from landscape.formats.graphml import FORMAT
from landscape.formats.outline import Outline, OutlineRelationship, OutlineStakeholder
from landscape.formats.table import FileRefusedError
from tests.formats.outlines import (
    outlines,
    said_in,
    said_of_relationships,
    said_of_stakeholders,
    tables_of,
    written,
)

# Synthetic, after what yEd 3 saves: a group with two in it, and one outside.
YED = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml"
         xmlns:yed="http://www.yworks.com/xml/yed/3">
  <!--Created by yEd 3.23-->
  <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
  <key for="port" id="d1" yfiles.type="portgraphics"/>
  <key attr.name="url" attr.type="string" for="node" id="d4"/>
  <key attr.name="description" attr.type="string" for="node" id="d5"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <data key="d0"/>
    <node id="n0" yfiles.foldertype="group">
      <data key="d4"/>
      <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
        <y:GroupNode><y:Geometry height="90.0" width="200.0" x="10.0" y="20.0"/>
          <y:NodeLabel>Water</y:NodeLabel></y:GroupNode>
        <y:GroupNode><y:Geometry height="50.0" width="50.0" x="0.0" y="60.0"/>
          <y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode>
      </y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n0:">
        <node id="n0::n0">
          <data key="d5"><![CDATA[Runs the weir.]]></data>
          <data key="d6"><y:ShapeNode>
            <y:Geometry height="30.0" width="30.0" x="25.5" y="40.0"/>
            <y:NodeLabel alignment="center">Mill
trust<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel>
          </y:ShapeNode></data>
        </node>
        <node id="n0::n1"><data key="d6"><y:ShapeNode>
            <y:Geometry height="30.0" width="30.0" x="80.0" y="-40.0"/>
            <y:NodeLabel>&lt;html&gt;&lt;b&gt;River&lt;/b&gt; board&lt;/html&gt;</y:NodeLabel>
          </y:ShapeNode></data></node>
      </graph>
      <data key="d5">All who care for the river</data>
    </node>
    <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel hasText="false"/></y:ShapeNode></data>
    </node>
    <edge id="e0" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge>
        <y:Arrows source="none" target="standard"/><y:EdgeLabel>funds</y:EdgeLabel>
      </y:PolyLineEdge></data></edge>
    <edge id="e1" source="n0::n0" target="n0::n1"><data key="d10"><y:PolyLineEdge>
        <y:Arrows source="none" target="none"/><y:EdgeLabel>funds</y:EdgeLabel>
      </y:PolyLineEdge></data></edge>
    <edge id="e2" source="n0" target="n1"><data key="d10"><y:PolyLineEdge>
        <y:Arrows source="white_delta" target="none"/></y:PolyLineEdge></data></edge>
    <edge id="e3" source="n1" target="n1"><data key="d10"><y:ArcEdge>
        <y:Arrows source="delta" target="delta"/></y:ArcEdge></data></edge>
  </graph>
  <data key="d7"><y:Resources/></data>
</graphml>
"""

# Synthetic, after what igraph 0.10 writes.
IGRAPH = """<?xml version="1.0" encoding="{encoding}"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="v_size" for="node" attr.name="size" attr.type="double"/>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="undirected">
    <node id="n0"><data key="v_name">Mühle</data><data key="v_size">2</data></node>
    <node id="n1"><data key="v_name">Inn</data></node>
    <edge source="n0" target="n1"><data key="e_weight">1.5</data></edge>
    <edge source="n1" target="n0" directed="true"/>
  </graph>
</graphml>
"""


def graphml(inner: str, keys: str = "") -> bytes:
    return f'<graphml>{keys}<graph edgedefault="directed">{inner}</graph></graphml>'.encode()


def test_a_drawing_of_yed_is_read_with_its_captions_arrows_and_groups() -> None:
    tables = tables_of(FORMAT, YED.encode())
    people = tables["stakeholders"]
    assert people.columns == ("Id", "Label", "x", "y", "Within", "description")
    assert people.frame.to_numpy().tolist() == [
        ["n0", "Water", "10.0", "-20.0", "", "All who care for the river"],
        ["n0::n0", "Mill trust", "25.5", "-40.0", "Water", "Runs the weir."],
        ["n0::n1", "River board", "80.0", "40.0", "Water", ""],
        ["n1", "n1", "", "", "", ""],
    ]
    assert people.says == {"Id": "id", "Label": "name", "x": "x", "y": "y"}
    relationships = tables["relationships"]
    assert relationships.frame.to_numpy().tolist() == [
        ["n0::n0", "n1", "Directed", "funds"],
        ["n0::n0", "n0::n1", "Undirected", "funds"],
        ["n1", "n0", "Directed", ""],
        ["n1", "n1", "Mutual", ""],
    ]
    assert relationships.says["Label"] == "kind"
    assert relationships.by_id is True


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1", "UTF-16"])
def test_a_network_of_igraph_is_read_in_the_encoding_it_declares(encoding: str) -> None:
    data = IGRAPH.format(encoding=encoding).encode(encoding)
    assert recognise(data).name == "graphml"
    tables = tables_of(FORMAT, data)
    assert tables["stakeholders"].frame.to_dict("list") == {
        "Id": ["n0", "n1"],
        "Label": ["Mühle", "Inn"],
        "size": ["2", ""],
    }
    assert tables["relationships"].frame.to_dict("list") == {
        "Source": ["n0", "n1"],
        "Target": ["n1", "n0"],
        "Directed": ["Undirected", "Directed"],
        "weight": ["1.5", ""],
    }


def test_a_network_of_networkx_is_read_by_the_ids_that_are_its_names() -> None:
    drawn = nx.MultiDiGraph()
    drawn.add_node("Mill trust", sector="Water")
    drawn.add_edge("Mill trust", "Inn", kind="funds")
    drawn.add_edge("Mill trust", "Inn", kind="advises")
    packed = io.BytesIO()
    nx.write_graphml(drawn, packed)
    tables = tables_of(FORMAT, packed.getvalue())
    assert tables["stakeholders"].frame.to_numpy().tolist() == [
        ["Mill trust", "Mill trust", "Water"],
        ["Inn", "Inn", ""],
    ]
    assert tables["relationships"].frame["kind"].tolist() == ["funds", "advises"]


def test_a_label_is_the_name_before_a_name_and_the_other_stays_an_attribute() -> None:
    keys = (
        '<key id="a" for="node" attr.name="name"/><key id="b" for="node" attr.name="Label"/>'
        '<key id="c" for="node" attr.name="x" attr.type="float"/>'
        '<key id="d" for="node" attr.name="y" attr.type="float"/>'
        '<key id="e" for="all" attr.name="seen"><default>yes</default></key>'
    )
    inner = (
        '<node id="1"><data key="a">mt</data><data key="b">Mill trust</data>'
        '<data key="c">1.5</data><data key="d">2</data></node>'
        '<node id="2"><data key="e">no</data></node><edge source="1" target="2"/>'
    )
    tables = tables_of(FORMAT, graphml(inner, keys))
    people = tables["stakeholders"]
    assert people.frame.to_dict("list") == {
        "Id": ["1", "2"],
        "Label": ["Mill trust", "2"],
        "name": ["mt", ""],
        "x": ["1.5", ""],
        "y": ["2", ""],
        "seen": ["yes", "no"],
    }
    assert people.says == {"Id": "id", "Label": "name", "x": "x", "y": "y"}
    assert tables["relationships"].frame["seen"].tolist() == ["yes"]


def test_relationships_between_more_than_two_are_said_and_left_out() -> None:
    inner = (
        '<node id="a"><port name="p"><data key="k">of the port</data></port></node>'
        '<hyperedge><endpoint node="a"/><endpoint node="b"/><data key="k">aside</data></hyperedge>'
    )
    people = tables_of(FORMAT, graphml(inner))["stakeholders"]
    assert people.frame.to_dict("list") == {"Id": ["a"], "Label": ["a"]}
    assert [finding.code for finding in people.findings] == ["left-aside"]


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (graphml(""), "no-stakeholders", "file"),
        (YED[: YED.index("River")].encode(), "broken-file", "file, line 32"),
        (graphml('<node id="\x01"/>'), "broken-file", "file, line 1"),
        (graphml("<g>" * 120 + "</g>" * 120), "nested-too-deep", "file, line 1"),
        (
            b'<!DOCTYPE graphml SYSTEM "graphml.dtd">\n' + graphml('<node id="a"/>'),
            "document-type",
            "file",
        ),
        (graphml('<edge source="a" target="b"/>' * 9), "too-many-rows", "file, relationships"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(data: bytes, code: str, where: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, data, rows=8)
    assert (refused.value.code, refused.value.where) == (code, where)
    assert refused.value.problem.endswith(".")
    assert refused.value.fix.endswith(".")


SMALL = Outline(
    name="Valley",
    stakeholders=(
        OutlineStakeholder(
            id="s1", name="Mill & Co", group="Water", attributes={"Staff": 12}, x=1.5, y=-2.0
        ),
        OutlineStakeholder(id="s2", name="Inn"),
    ),
    relationships=(
        OutlineRelationship(id="r1", source="s1", target="s2", directed=True, weight=2.5),
    ),
)


def test_what_is_written_is_graphml_that_others_read() -> None:
    data = written(FORMAT, SMALL)
    read = nx.read_graphml(io.BytesIO(data))
    assert read.nodes["s1"] == {"label": "Mill & Co", "Group": "Water", "Staff": 12} | {
        "x": 1.5,
        "y": -2.0,
    }
    assert list(read.edges(data="Weight")) == [("s1", "s2", 2.5)]


def test_what_is_written_says_itself_what_its_columns_are() -> None:
    tables = tables_of(FORMAT, written(FORMAT, SMALL))
    assert tables["stakeholders"].says == {
        "Id": "id",
        "Label": "name",
        "Group": "group",
        "x": "x",
        "y": "y",
    }
    assert tables["relationships"].says["Weight"] == "weight"
    assert FORMAT.cannot_carry.endswith(".")


@given(outlines())
@settings(max_examples=100, deadline=None)
def test_what_is_written_comes_back_as_it_was(outline: Outline) -> None:
    tables = tables_of(FORMAT, written(FORMAT, outline))
    assert said_in(tables["stakeholders"]) == said_of_stakeholders(outline)
    assert said_in(tables.get("relationships")) == said_of_relationships(outline)
