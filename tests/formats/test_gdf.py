"""GDF goes in as Gephi and GUESS write it."""

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.gdf import FORMAT
from landscape.formats.table import FileRefusedError
from tests.formats.outlines import tables_of

GEPHI = """nodedef>name VARCHAR,label VARCHAR,width DOUBLE,x DOUBLE,y DOUBLE,color VARCHAR,Sector
n1,"Mill, upper",10.0,-1.5,2.0,'114,116,177',Water
n2,O'Neill,10.0,0.0,3.0,'1,2,3',
n3
edgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE,directed BOOLEAN,Since INTEGER
n1,n2,2.0,true,2019
n2,n3,,false,
"""


def test_a_map_of_gephi_is_read_without_how_it_is_drawn() -> None:
    assert recognise(GEPHI.encode()).name == "gdf"
    tables = tables_of(FORMAT, GEPHI.encode())
    people, relationships = tables["stakeholders"], tables["relationships"]
    assert people.frame.to_dict("list") == {
        "Id": ["n1", "n2", "n3"],
        "Label": ["Mill, upper", "O'Neill", "n3"],
        "x": ["-1.5", "0.0", ""],
        "y": ["2.0", "3.0", ""],
        "Sector": ["Water", "", ""],
    }
    assert people.says == {"Id": "id", "Label": "name", "x": "x", "y": "y"}
    assert relationships.frame.to_dict("list") == {
        "Source": ["n1", "n2"],
        "Target": ["n2", "n3"],
        "Directed": ["Directed", "Undirected"],
        "Weight": ["2.0", ""],
        "Since": ["2019", ""],
    }


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("nodedef>name\nedgedef>node1,node2\n", "no-stakeholders", "file"),
        ("nodedef>label VARCHAR\nMill\n", "broken-file", "file, line 1"),
        ("nodedef>name\nA\nedgedef>weight\n2\n", "broken-file", "file, line 3"),
        ("nodedef>name\nA\nB\nC\n", "too-many-rows", "file, stakeholders"),
        ("nodedef>name,a,b,c,d,e,f,g,h\nA\n", "too-many-columns", "file, line 1"),
        ("nodedef>name\nA,,,,,,,,,,,\n", "too-many-columns", "file, line 2"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, code: str, where: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables_of(FORMAT, text.encode(), rows=2, columns=8)
    assert (refused.value.code, refused.value.where) == (code, where)
    assert refused.value.problem.endswith(".")
    assert refused.value.fix.endswith(".")
