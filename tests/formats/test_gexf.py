"""GEXF goes in as Gephi and others write it, and what we write comes back as it was."""

import io

import networkx as nx
import pytest
from hypothesis import given, settings

from landscape.formats.discovery import recognise
from landscape.formats.gexf import FORMAT
from landscape.formats.outline import Outline, OutlineRelationship, OutlineStakeholder
from landscape.formats.table import FileRefusedError, Limits
from tests.formats.outlines import (
    outlines,
    said_in,
    said_of_relationships,
    said_of_stakeholders,
    tables_of,
    written,
)

# Synthetic, after what Gephi 0.10 exports: three people, attributes on both sides.
GEPHI = """<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">
  <meta lastmodifieddate="2024-03-01"><creator>Gephi 0.10</creator><title></title></meta>
  <graph defaultedgetype="undirected" mode="static">
    <attributes class="node" mode="static">
      <attribute id="sector" title="Sector" type="string"/>
      <attribute id="funded" title="Funded" type="boolean"><default>false</default></attribute>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="since" title="Since" type="integer"/>
    </attributes>
    <nodes>
      <node id="1" label="Mill trust">
        <attvalues>
          <attvalue for="sector" value="Water"/><attvalue for="funded" value="true"/>
        </attvalues>
        <viz:size value="10.0"/>
        <viz:position x="-12.5" y="7.25"/>
        <viz:color r="1" g="2" b="3"/>
      </node>
      <node id="2" label="Café &amp; Söhne"><attvalues/><viz:position x="0.0" y="1.0"/></node>
      <node id="3"/>
    </nodes>
    <edges>
      <edge id="0" source="1" target="2" type="directed" kind="funds" weight="2.0">
        <attvalues><attvalue for="since" value="2019"/></attvalues>
      </edge>
      <edge id="1" source="2" target="1"/>
      <edge id="2" source="2" target="2" type="mutual"/>
      <edge id="3" source="1" target="2" kind="advises"/>
      <edge id="4" source="1" target="9"/>
    </edges>
  </graph>
</gexf>
"""


def gexf(inner: str, graph: str = "") -> bytes:
    return f'<gexf version="1.2"><graph {graph}>{inner}</graph></gexf>'.encode()


def test_a_map_of_gephi_is_read_with_everything_in_it() -> None:
    tables = tables_of(FORMAT, GEPHI.encode())
    people, relationships = tables["stakeholders"], tables["relationships"]
    assert people.columns == ("Id", "Label", "Sector", "Funded", "x", "y")
    assert people.frame.to_numpy().tolist() == [
        ["1", "Mill trust", "Water", "true", "-12.5", "7.25"],
        ["2", "Café & Söhne", "", "false", "0.0", "1.0"],
        ["3", "3", "", "false", "", ""],
    ]
    assert (people.holds, people.form, people.by_id) == ("stakeholders", "GEXF", False)
    assert people.says == {"Id": "id", "Label": "name", "x": "x", "y": "y"}
    assert relationships.frame.to_numpy().tolist() == [
        ["1", "2", "Directed", "funds", "2.0", "0", "2019"],
        ["2", "1", "Undirected", "", "", "1", ""],
        ["2", "2", "Mutual", "", "", "2", ""],
        ["1", "2", "Undirected", "advises", "", "3", ""],
        ["1", "9", "Undirected", "", "", "4", ""],
    ]
    assert relationships.frame.index.tolist() == [1, 2, 3, 4, 5]
    assert (relationships.holds, relationships.by_id) == ("relationships", True)
    assert relationships.says == {
        "Source": "source",
        "Target": "target",
        "Directed": "directed",
        "Kind": "kind",
        "Weight": "weight",
        "Id": "ignored",
    }


@pytest.mark.parametrize("encoding", ["latin-1", "windows-1252", "utf-16"])
def test_the_encoding_that_a_file_declares_is_the_one_it_is_read_in(encoding: str) -> None:
    data = GEPHI.replace("'UTF-8'", f'"{encoding}"').encode(encoding)
    assert recognise(data).name == "gexf"
    people = tables_of(FORMAT, data)["stakeholders"]
    assert people.frame["Label"].tolist() == ["Mill trust", "Café & Söhne", "3"]


def test_blanks_above_the_declaration_are_let_be() -> None:
    data = b"\n \r\n" + GEPHI.encode()
    assert recognise(data) is FORMAT
    assert len(tables_of(FORMAT, data)["stakeholders"].frame) == 3
    with pytest.raises(FileRefusedError, match="line 29"):
        tables_of(FORMAT, data[: data.index(b"kind=")])


def test_the_way_is_the_default_of_the_file_where_a_relationship_says_none() -> None:
    inner = '<nodes><node id="a"/></nodes><edges><edge source="a" target="a"/></edges>'
    tables = tables_of(FORMAT, gexf(inner, 'defaultedgetype="directed"'))
    assert tables["relationships"].frame["Directed"].tolist() == ["Directed"]


def test_times_are_kept_as_text() -> None:
    inner = (
        '<attributes class="node" mode="dynamic"><attribute id="0" title="Staff"/></attributes>'
        '<nodes><node id="a" label="A" start="2019"><spells><spell start="2021" endopen="2023"/>'
        '</spells><attvalues><attvalue for="0" value="3" start="2019" end="2020"/>'
        '<attvalue for="0" value="5" start="2021"/></attvalues></node>'
        '<node id="b" label="B" timestamp="2022"/></nodes>'
        '<edges><edge source="a" target="b" end="2020"/></edges>'
    )
    tables = tables_of(FORMAT, gexf(inner))
    people = tables["stakeholders"].frame
    assert people["Timeset"].tolist() == ["[2019, Infinity]|[2021, 2023)", "2022"]
    assert people["Staff"].tolist() == ["[2019, 2020] 3|[2021, Infinity] 5", ""]
    assert tables["relationships"].frame["Timeset"].tolist() == ["[-Infinity, 2020]"]


def test_those_within_others_are_stakeholders_too() -> None:
    inner = (
        '<attributes class="node"><attribute id="0" title="Sector"/></attributes>'
        '<nodes><node id="a" label="Council"><nodes><node id="b" label="Water office"/>'
        '<node id="c" label="Parks"/></nodes><attvalues><attvalue for="0" value="Public"/>'
        '</attvalues></node><node id="d" label="Desk" pid="b"/></nodes>'
    )
    people = tables_of(FORMAT, gexf(inner))["stakeholders"]
    assert people.frame.to_dict("list") == {
        "Id": ["a", "b", "c", "d"],
        "Label": ["Council", "Water office", "Parks", "Desk"],
        "Within": ["", "Council", "Council", "Water office"],
        "Sector": ["Public", "", "", ""],
    }


@pytest.mark.parametrize(
    ("labels", "role"),
    [(["funds", "advises", "funds", "advises"], "kind"), (["a", "b", "c", "d"], None)],
)
def test_captions_that_come_again_say_the_kind(labels: list[str], role: str | None) -> None:
    edges = "".join(f'<edge source="a" target="a" label="{label}"/>' for label in labels)
    tables = tables_of(FORMAT, gexf(f'<nodes><node id="a"/></nodes><edges>{edges}</edges>'))
    assert tables["relationships"].says.get("Label") == role
    assert tables["relationships"].frame["Label"].tolist() == labels


def test_an_attribute_that_is_called_label_keeps_its_name() -> None:
    inner = (
        '<attributes class="node"><attribute id="0" title="Label"/></attributes>'
        '<nodes><node id="a" label="A"><attvalues><attvalue for="0" value="x"/></attvalues>'
        "</node></nodes>"
    )
    people = tables_of(FORMAT, gexf(inner))["stakeholders"]
    assert people.frame.to_dict("list") == {"Id": ["a"], "Label (2)": ["A"], "Label": ["x"]}
    assert people.says == {"Id": "id", "Label (2)": "name", "Label": "attribute"}


def test_relationships_alone_name_stakeholders_by_their_ends() -> None:
    tables = tables_of(FORMAT, gexf('<edges><edge source="Mill" target="Inn"/></edges>'))
    assert list(tables) == ["relationships"]
    assert tables["relationships"].by_id is False


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (gexf("<nodes/>"), "no-stakeholders", "file"),
        (GEPHI[: GEPHI.index("kind=")].encode(), "broken-file", "file, line 27"),
        (gexf("<nodes><node id='a'></nodes>"), "broken-file", "file, line 1"),
        (gexf("<n>" * 200 + "</n>" * 200), "nested-too-deep", "file, line 1"),
        (b"<!DOCTYPE gexf>" + gexf(""), "document-type", "file"),
        (
            b'<!DOCTYPE g [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + gexf("<nodes>&b;</nodes>"),
            "document-type",
            "file",
        ),
        (b'<?xml version="1.0" encoding="utf-7"?>' + gexf(""), "unknown-encoding", "file"),
        (
            gexf("<nodes>" + '<node id="a"/>' * 4 + "</nodes>"),
            "too-many-rows",
            "file, stakeholders",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(data: bytes, code: str, where: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, data, rows=3)
    assert (refused.value.code, refused.value.where) == (code, where)
    assert refused.value.problem.endswith(".")
    assert refused.value.fix.endswith(".")


def test_a_document_type_behind_a_long_comment_is_refused_by_the_reader() -> None:
    data = b"<!--" + b" " * 70_000 + b"--><!DOCTYPE gexf>" + gexf("")
    assert FORMAT.read is not None
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, b"<gexf/>")
    with pytest.raises(FileRefusedError) as refused:
        FORMAT.read(data, "file", Limits())
    assert refused.value.code == "document-type"


@pytest.mark.parametrize("limits", [{"columns": 5}, {"cells": 17}])
def test_a_file_with_more_attributes_than_allowed_is_refused(limits: dict[str, int]) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, GEPHI.encode(), **limits)
    assert refused.value.code.startswith("too-many-")


SMALL = Outline(
    name="Valley",
    challenge="Who shares the water?",
    stakeholders=(
        OutlineStakeholder(
            id="s1",
            name="Mill & Co",
            kind="organisation",
            group="Water",
            further_groups=("Town", "Trade"),
            notes="Asked twice.\nNo answer.",
            attributes={"Staff": 12, "Funded": True, "Share": 0.5},
            x=1.5,
            y=-2.0,
        ),
        OutlineStakeholder(id="s2", name="Inn"),
    ),
    relationships=(
        OutlineRelationship(
            id="r1", source="s1", target="s2", directed=True, kind="funds", depth=3, weight=2.5
        ),
    ),
)


def test_what_is_written_is_gexf_that_others_read() -> None:
    read = nx.read_gexf(io.BytesIO(written(FORMAT, SMALL)), version="1.3")
    assert read.nodes["s1"] == {
        "label": "Mill & Co",
        "Kind": "organisation",
        "Group": "Water",
        "Further groups": "Town|Trade",
        "Notes": "Asked twice.\nNo answer.",
        "Staff": 12,
        "Funded": True,
        "Share": 0.5,
        "viz": {"position": {"x": 1.5, "y": -2.0, "z": 0.0}},
    }
    assert list(read.edges(data="weight")) == [("s1", "s2", 2.5)]


def test_what_is_written_says_itself_what_its_columns_are() -> None:
    tables = tables_of(FORMAT, written(FORMAT, SMALL))
    assert tables["stakeholders"].says == {
        "Id": "id",
        "Label": "name",
        "Kind": "kind",
        "Group": "group",
        "Notes": "notes",
        "x": "x",
        "y": "y",
    }
    assert tables["relationships"].says["Depth"] == "depth"
    assert FORMAT.cannot_carry.endswith(".")


@given(outlines())
@settings(max_examples=100, deadline=None)
def test_what_is_written_comes_back_as_it_was(outline: Outline) -> None:
    tables = tables_of(FORMAT, written(FORMAT, outline))
    assert said_in(tables["stakeholders"]) == said_of_stakeholders(outline)
    assert said_in(tables.get("relationships")) == said_of_relationships(outline)
