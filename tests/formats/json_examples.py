"""Small examples of JSON as other tools write it, all of them written here (synthetic)."""

import json


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


KUMU = {
    "elements": [
        {"label": "Mill", "type": "Organisation", "tags": ["water", "old"]},
        {"Label": "Ann", "description": "<p>Runs the <b>mill</b>.</p>"},
    ],
    "connections": [{"from": "Ann", "to": "Mill", "direction": "mutual", "type": "works for"}],
    "loops": [{"label": "R1"}],
}
KUMU_BY_ID = {
    "elements": [{"id": "e1", "label": "Mill"}, {"id": "e2", "label": "Mill"}],
    "connections": [{"id": "c1", "from": "e1", "to": "e2", "label": "sells to"}],
}
KUMU_PROJECT = {
    "version": 1,
    "name": "Valley",
    "defaultMap": "map-2",
    "attributes": [{"_id": "attr-1", "name": "Founded In"}, {"_id": "attr-2", "name": " "}],
    "elements": [
        {
            "_id": "elem-1",
            "attributes": {
                "label": "Mill",
                "element type": "Organisation",
                "founded in": 1890,
                "description": "Grinds.\n\n[[list from elements]] ![wheel](https://x.test/w.png)",
                "tags": ["water"],
                " ": "?",
            },
        },
        {"_id": "elem-2", "attributes": {"label": "Ann"}},
        {"_id": "elem-3", "trashed": True, "attributes": {"label": "Gone"}},
    ],
    "connections": [
        {
            "_id": "conn-1",
            "direction": "directed",
            "from": "elem-2",
            "to": "elem-1",
            "reversed": False,
            "attributes": {"connection type": "works for", "label": "daily"},
        },
        {"_id": "conn-2", "direction": "mutual", "from": "elem-1", "to": "elem-3"},
    ],
    "loops": [],
    "maps": [
        {"_id": "map-1", "elements": [{"element": "elem-1", "position": {"x": 9, "y": 9}}]},
        {"_id": "map-2", "elements": [{"element": "elem-1", "position": {"x": -10.5, "y": 20}}]},
    ],
    "perspectives": [{"style": ""}],
}
KUMU_VIEWS = {
    "version": 1,
    "defaultMap": "map-1",
    "elements": [],
    "connections": [],
    "maps": [{"_id": "map-1", "elements": []}, {"_id": "map-2", "elements": []}],
    "perspectives": [{"style": "@controls {}"}] * 4,
}
POLINODE = {
    "nodes": [
        {"id": "n1", "attributes": {"Name": "Ann", "Office": "North"}},
        {"id": "n2", "attributes": {"Name": "Ben", "Office": "South"}},
    ],
    "edges": [{"id": "x", "source": "n1", "target": "n2", "attributes": {"Trusts": 3}}],
    "isDirected": True,
    "status": "Private",
}
GRAPH_COMMONS = {
    "signals": [
        {"action": "node_create", "type": "Person", "name": "Ann", "properties": {"age": 40}},
        {"action": "node_create", "type": "Town", "name": "Ash", "description": "<i>Old</i> town"},
        {
            "action": "edge_create",
            "from_type": "Person",
            "from_name": "Ann",
            "name": "LIVES IN",
            "to_type": "Town",
            "to_name": "Ash",
        },
        {
            "action": "edge_create",
            "from_type": "Person",
            "from_name": "Ann",
            "name": "KNOWS",
            "to_type": "Person",
            "to_name": "Ben",
        },
    ]
}
D3 = {
    "nodes": [
        {"id": "Ann", "group": 1, "x": 1.5, "y": -2, "vx": 0.1},
        {"id": "Ben", "group": 2, "x": 0, "y": 0, "vx": 0.2},
    ],
    "links": [{"source": {"id": "Ann"}, "target": "Ben", "value": 3}],
}
RECORDS = [{"name": "Mill", "place": {"town": "Ash", "code": "007"}}, {"name": "Ann", "age": 40.0}]

EXAMPLES = {
    "kumu-json": as_json(KUMU),
    "kumu-project": as_json(KUMU_PROJECT),
    "polinode-json": as_json(POLINODE),
    "graph-commons-json": as_json(GRAPH_COMMONS),
    "network-json": as_json(D3),
    "json-list": as_json(RECORDS),
    "json": as_json({"members": RECORDS, "count": 2}),
}
