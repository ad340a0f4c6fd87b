"""NodeXL workbooks: what they hold, and what of it is only about the picture."""

from tests.formats.whole_files import book, read, rows

EDGES = [
    ["", "", "Visual Properties", "", "Labels", ""],
    ["Vertex 1", "Vertex 2", "Color", "Width", "Label", "Edge Weight"],
    ["Mill", "Ferry", "", "2", "funds", 3],
    ["Ferry", "Bakery", "", "1", "", 1],
]
VERTICES = [
    ["", "Visual Properties", "", "Layout", ""],
    ["Vertex", "Color", "Shape", "X", "Y"],
    ["Mill", "12, 34, 5", "Disk", 120.5, 4000],
    ["Ferry", "", "Disk", 20, 300],
    ["Inn", "", "Disk", 1, 2],
]
MISC = [["Setting", "Value"], ["Graph Directedness", "Undirected"]]


def nodexl(**further: list[list[object]]) -> bytes:
    sheets = {"Edges": EDGES, "Vertices": VERTICES, **further, "Misc": MISC}
    return book(sheets, hidden=("Misc",))


def test_headers_are_read_from_the_second_row() -> None:
    said, people = read(nodexl())
    assert (said.form, said.sheet, said.holds) == ("NodeXL", "Edges", "relationships")
    assert said.frame.index.tolist() == [3, 4]
    assert people.columns == ("Vertex", "Color", "Shape", "X", "Y")
    assert rows(people)[0] == ["Mill", "12, 34, 5", "Disk", "120.5", "4000"]
    assert people.says == {
        "Vertex": "name",
        "Color": "ignored",
        "Shape": "ignored",
        "X": "x",
        "Y": "y",
    }


def test_whether_relationships_go_one_way_is_read_from_a_hidden_sheet() -> None:
    said, _ = read(nodexl())
    assert said.frame["Directed"].tolist() == ["Undirected", "Undirected"]
    assert said.says == {
        "Vertex 1": "source",
        "Vertex 2": "target",
        "Color": "ignored",
        "Width": "ignored",
        "Edge Weight": "weight",
        "Directed": "directed",
    }


def test_the_setting_may_stand_above_its_value() -> None:
    sheets = {"Edges": EDGES, "Misc": [["Graph Directedness"], ["Directed"]]}
    (said,) = read(book(sheets, hidden=("Misc",)))
    assert said.frame["Directed"].tolist() == ["Directed", "Directed"]


def test_groups_are_memberships_and_metrics_are_left_aside() -> None:
    tables = read(
        nodexl(
            **{
                "Group Vertices": [["Group", "Vertex"], ["G1", "Mill"], ["G1", "Ferry"]],
                "Overall Metrics": [["Graph Metric", "Value"], ["Vertices", 3], ["Edges", 2]],
            }
        )
    )
    assert [(table.sheet, table.holds) for table in tables] == [
        ("Edges", "relationships"),
        ("Vertices", "stakeholders"),
        ("Group Vertices", "memberships"),
        ("Overall Metrics", "aside"),
    ]
    assert tables[2].says == {"Group": "group", "Vertex": "name"}
