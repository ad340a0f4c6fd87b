"""JSON of other tools is read into stakeholders and relationships; the files are written here."""

import json
from pathlib import Path

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.table import FileRefusedError, Limits
from tests.formats import json_examples as examples
from tests.formats.json_examples import as_json
from tests.formats.reading import records, tables


def refusal(data: bytes, limits: Limits | None = None) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as refused:
        tables(data, "map.json", limits=limits)
    return refused.value


@pytest.mark.parametrize("form", examples.EXAMPLES)
def test_each_tools_json_is_recognised_by_its_content(form: str) -> None:
    assert recognise(examples.EXAMPLES[form]).name == form


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_json_in_other_encodings_is_read_as_the_same(encoding: str) -> None:
    data = json.dumps([{"name": "Müller"}], ensure_ascii=False).encode(encoding)
    (table,) = tables(data)
    assert records(table) == [{"name": "Müller"}]


def test_a_kumu_blueprint_is_read_by_its_labels() -> None:
    people, said = tables(as_json(examples.KUMU))
    assert records(people) == [
        {"Label": "Mill", "Type": "Organisation", "Tags": "water|old"},
        {"Label": "Ann", "Description": "Runs the mill."},
    ]
    assert records(said) == [
        {"Source": "Ann", "Target": "Mill", "Directed": "mutual", "Type": "works for"}
    ]
    assert (people.holds, people.says["Label"], said.by_id) == ("stakeholders", "name", False)
    assert [found.what for found in people.findings] == ["Left out: 1 loop: R1."]


def test_a_kumu_blueprint_with_ids_is_read_by_its_ids() -> None:
    people, said = tables(as_json(examples.KUMU_BY_ID))
    assert records(people) == [{"Id": "e1", "Label": "Mill"}, {"Id": "e2", "Label": "Mill"}]
    assert records(said) == [{"Source": "e1", "Target": "e2", "Label": "sells to"}]
    assert said.by_id
    assert (said.says["Source"], said.says["Target"]) == ("source", "target")


def test_a_kumu_project_is_read_with_the_places_of_the_map_that_opens_first() -> None:
    people, said = tables(as_json(examples.KUMU_PROJECT))
    assert records(people) == [
        {
            "Id": "elem-1",
            "Label": "Mill",
            "Type": "Organisation",
            "Founded In": "1890",
            "Description": "Grinds.\n\n wheel",
            "Tags": "water",
            "Field without a name": "?",
            "x": "-10.5",
            "y": "-20",
        },
        {"Id": "elem-2", "Label": "Ann"},
    ]
    assert records(said) == [
        {
            "Source": "elem-2",
            "Target": "elem-1",
            "Directed": "directed",
            "Type": "works for",
            "Label": "daily",
        }
    ]
    assert said.by_id
    assert [found.what for found in people.findings] == [
        "Left out: what lies in the bin of the project, 1 element and 1 connection."
    ]


def test_a_kumu_definition_without_elements_is_refused_as_what_it_is() -> None:
    refused = refusal(as_json(examples.KUMU_VIEWS))
    assert refused.code == "no-stakeholders"
    assert refused.what == (
        "map.json: It is the definition of a Kumu project with 2 maps and 4 views, but 0 elements."
    )
    assert refused.fix.startswith("In Kumu, export the elements and connections of the map")


def test_the_real_kumu_definition_is_refused_as_what_it_is(foreign_samples: Path) -> None:
    sample = foreign_samples / "vc-spec-map" / "kumu-vc-spec-map-definition.json"
    refused = refusal(sample.read_bytes())
    assert (refused.code, "2 maps and 4 views, but 0 elements" in refused.what) == (
        "no-stakeholders",
        True,
    )


def test_a_polinode_network_is_read_with_its_direction() -> None:
    people, said = tables(as_json(examples.POLINODE))
    assert records(people)[0] == {"Id": "n1", "Label": "Ann", "Office": "North"}
    assert records(said) == [
        {"Source": "n1", "Target": "n2", "Directed": "Directed", "Trusts": "3"}
    ]


def test_graph_commons_signals_make_those_they_name_and_no_other() -> None:
    people, said = tables(as_json(examples.GRAPH_COMMONS))
    assert records(people) == [
        {"Label": "Ann", "Type": "Person", "age": "40"},
        {"Label": "Ash", "Type": "Town", "Description": "Old town"},
        {"Label": "Ben", "Type": "Person"},
    ]
    assert [(row["Source"], row["Target"], row["Type"]) for row in records(said)] == [
        ("Ann", "Ash", "LIVES IN"),
        ("Ann", "Ben", "KNOWS"),
    ]
    assert not said.by_id


def test_graph_commons_tells_two_of_one_name_apart_by_their_types() -> None:
    made = [{"action": "node_create", "type": kind, "name": "Ash"} for kind in ("Town", "Person")]
    between = {
        "action": "edge_create",
        "from_type": "Person",
        "from_name": "Ash",
        "name": "LIVES IN",
        "to_type": "Town",
        "to_name": "Ash",
    }
    people, said = tables(as_json({"signals": [*made, between]}))
    assert [row["Id"] for row in records(people)] == ["Town: Ash", "Person: Ash"]
    assert said.by_id
    assert records(said)[0]["Source"] == "Person: Ash"


def test_a_d3_picture_is_read_with_its_places_turned_upwards() -> None:
    people, said = tables(as_json(examples.D3))
    assert records(people) == [
        {"Id": "Ann", "Label": "Ann", "x": "1.5", "y": "2", "group": "1"},
        {"Id": "Ben", "Label": "Ben", "x": "0", "y": "0", "group": "2"},
    ]
    assert records(said) == [{"Source": "Ann", "Target": "Ben", "value": "3"}]


OTHERS = {
    "counted, as D3 once did": {
        "nodes": [{"name": "Ann"}, {"name": "Ben"}],
        "links": [{"source": 0, "target": 1}],
    },
    "vis.js": {
        "nodes": [{"id": 0, "label": "Ann"}, {"id": 1, "label": "Ben"}],
        "edges": [{"from": 0, "to": 1}],
    },
    "Cytoscape": {
        "elements": {
            "nodes": [
                {"group": "nodes", "data": {"id": "0", "name": "Ann"}},
                {"group": "nodes", "data": {"id": "1", "name": "Ben"}},
            ],
            "edges": [{"group": "edges", "data": {"id": "e", "source": "0", "target": "1"}}],
        }
    },
    "sigma.js": {
        "attributes": {},
        "nodes": [
            {"key": "0", "attributes": {"label": "Ann"}},
            {"key": "1", "attributes": {"label": "Ben"}},
        ],
        "edges": [{"key": "e", "source": "0", "target": "1"}],
    },
    "JSON Graph": {
        "graph": {
            "nodes": {"0": {"label": "Ann"}, "1": {"label": "Ben"}},
            "edges": [{"source": "0", "target": "1"}],
        }
    },
}


@pytest.mark.parametrize("tool", OTHERS)
def test_other_tools_pictures_are_read_alike(tool: str) -> None:
    people, said = tables(as_json(OTHERS[tool]))
    assert records(people) == [{"Id": "0", "Label": "Ann"}, {"Id": "1", "Label": "Ben"}]
    assert records(said) == [{"Source": "0", "Target": "1"}]
    assert said.by_id


def test_networkx_says_whether_relationships_go_one_way() -> None:
    _, said = tables(
        as_json({"directed": False, "nodes": [{"id": 1}], "links": [{"source": 1, "target": 1}]})
    )
    assert records(said) == [{"Source": "1", "Target": "1", "Directed": "Undirected"}]


def test_a_list_of_records_is_one_table() -> None:
    (table,) = tables(as_json(examples.RECORDS))
    assert table.columns == ("name", "place town", "place code", "age")
    assert records(table) == [
        {"name": "Mill", "place town": "Ash", "place code": "007"},
        {"name": "Ann", "age": "40.0"},
    ]
    assert table.holds is None


def test_lines_of_json_are_a_list() -> None:
    (table,) = tables(b'{"name": "Ann"}\n{"name": "Ben"}\n')
    assert records(table) == [{"name": "Ann"}, {"name": "Ben"}]


def test_a_list_of_rows_and_a_list_of_names_are_tables() -> None:
    (rows,) = tables(b'[["name", "town"], ["Ann", "Ash"]]')
    assert records(rows) == [{"name": "Ann", "town": "Ash"}]
    (names,) = tables(b'["Ann", "Ben"]')
    assert records(names) == [{"name": "Ann"}, {"name": "Ben"}]


def test_an_object_with_lists_is_a_table_each() -> None:
    members, pairs = tables(as_json({"members": [{"a": 1}], "count": 2, "pairs": [{"b": 2}]}))
    assert (members.sheet, pairs.sheet) == ("members", "pairs")


def test_numbers_stay_as_they_are_written() -> None:
    data = b'[{"a": 1.0, "b": 1e400, "c": -0, "d": NaN, "e": Infinity, "f": true, "g": null}]'
    (table,) = tables(data)
    assert records(table) == [{"a": "1.0", "b": "1e400", "c": "-0", "f": "TRUE"}]


def test_a_number_of_5_000_digits_is_text() -> None:
    (table,) = tables(b'[{"name": ' + b"9" * 5_000 + b"}]")
    assert records(table) == [{"name": "9" * 5_000}]


def test_a_key_that_comes_twice_is_kept_twice() -> None:
    (table,) = tables(b'[{"name": "Ann", "name": "Ben", "name": "Cy"}]')
    assert records(table) == [{"name": "Ann", "name (2)": "Ben", "name (3)": "Cy"}]


def test_halves_of_signs_are_taken_out() -> None:
    (table,) = tables(b'[{"na\\ud800me": "A\\udfffnn", "deep": [{"a": "\\ud83d"}]}]')
    assert records(table) == [{"name": "Ann", "deep": '[{"a": ""}]'}]


@pytest.mark.parametrize(
    ("data", "code", "what"),
    [
        (b"[" * 200_000, "nested-too-deep", "too deep"),
        (b'{"nodes":' * 50_000, "nested-too-deep", "too deep"),
        (b'{"elements": [{"label": "Ann"}', "broken-file", "cut off"),
        (b'[{"name": "Ann"} {"name": "Ben"}]', "broken-file", "Expecting ',' delimiter"),
        (b'{"a": {"b": 1}}', "unknown-json", "an object with 'a'"),
        (b"{}", "unknown-json", "none that we know"),
        (b"[]", "empty-file", "empty"),
        (b"[{}]", "empty-file", "hold nothing"),
        (b'{"elements": [], "connections": []}', "no-stakeholders", "0 elements"),
        (b'{"nodes": [], "links": []}', "no-stakeholders", "names no stakeholder"),
        (b'{"signals": []}', "no-stakeholders", "names no stakeholder"),
    ],
)
def test_json_that_cannot_be_read_is_refused_with_its_reason(
    data: bytes, code: str, what: str
) -> None:
    refused = refusal(data)
    assert refused.code == code
    assert what in refused.what


def test_the_place_where_json_breaks_is_told() -> None:
    assert refusal(b'[\n{"name": "Ann"},\n{"name": Ben}]').where == "map.json, line 3, sign 10"


def test_limits_hold_for_json() -> None:
    assert refusal(as_json([{"a": "b"}] * 11), Limits(rows=10)).code == "too-many-rows"
    wide = as_json([{f"c{n}": "1" for n in range(11)}])
    assert refusal(wide, Limits(columns=10)).code == "too-many-columns"
    assert refusal(as_json([{"a": "b" * 11}]), Limits(cell_bytes=10)).code == "cell-too-long"
    assert refusal(b"[" + b"[]," * 3_000_000 + b"[]]").code == "too-many-cells"


def test_a_bundle_of_our_own_is_not_taken() -> None:
    assert "json" not in recognise(b'{"format": "landscape-bundle", "stakeholder": []}').name
