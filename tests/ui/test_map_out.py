"""The page that stands alone, and what it holds; browser tests open it."""

import base64
import hashlib
import json
import re
import struct
from typing import Any

import numpy as np

from landscape.analysis.arranged import Arranged
from landscape.ui import map_out_page
from landscape.ui.canvas.payload import (
    Gap,
    Legend,
    LegendEntry,
    MapGroup,
    MapLines,
    MapLooks,
    MapPayload,
    MapPeople,
    Piece,
    looks_piece,
    people_piece,
    places_piece,
)
from landscape.ui.map_out_pieces import only_seen

NAMES = ("Reef", '"><img src=x onerror=alert(1)>', "</script><script>alert(1)</script>", "Dune")
GROUP = MapGroup(label="Coast", count=4, colour="#332288", colour_dark="#8F86F2", shape="circle")


def payload(**seen: Any) -> MapPayload:
    """Four on a ring of relationships; the last has no place."""
    people = MapPeople(
        ids=["a", "b", "c", "d"],
        labels=NAMES,
        relationships=[2, 2, 2, 2],
        group=[0, 0, 0, 0],
        groups=[GROUP],
        hover=[(), (), (), ()],
        details=[(("Notes", f"about {id_}"),) for id_ in "abcd"],
    )
    lines = MapLines(
        source=[0, 1, 2, 3],
        target=[1, 2, 3, 0],
        depth=[1, 2, np.nan, 4],
        basis=["assumed"] * 4,
        status=["live"] * 4,
        directed=[False] * 4,
        kind=["", "advice", "", ""],
        disputed=[False] * 4,
    )
    arranged = Arranged(
        x=np.array([0.0, 1.0, 2.0, np.nan]),
        y=np.array([0.0, 1.0, 2.0, np.nan]),
        pinned=np.zeros(4, dtype=bool),
        part=np.array([0, 0, 1, -1]),
    )
    gap = Gap(source=0, target=1, kind="not asked", told="?", opens=(("b", "B"), ("c", "C")))
    entries = (
        LegendEntry(key="x", label="X", count=2),
        LegendEntry(key="y", label="Y", count=2, hidden=True),
    )
    looks = MapLooks(
        colours=[("#000000", "#ffffff")],
        colour=[0, 0, 0, 0],
        shape=[0, 1, 2, 3],
        legends=[Legend(title="Kind", field="kind", means=("colour",), entries=entries)],
        **seen,
    )
    return MapPayload(
        scene="s/groups",
        people=people_piece(people, lines),
        places=places_piece("s/groups", arranged, [gap]),
        looks=looks_piece(looks),
    )


def read(piece: Piece | bytes) -> dict[str, Any]:
    body = piece.body if isinstance(piece, Piece) else piece
    (length,) = struct.unpack_from("<I", body)
    index = json.loads(body[4 : 4 + length])
    rest = body[4 + length :]
    columns = {}
    for name, (kind, offset, size) in index.pop("columns").items():
        part = rest[offset : offset + size]
        columns[name] = (
            json.loads(part) if kind == "json" else np.frombuffer(part, f"<{kind}").tolist()
        )
    return index | columns


def test_a_copy_holds_those_only_who_are_seen():
    seen = only_seen(payload(shown=[1, 0, 1, 1]))
    people, places, looks = read(seen.people), read(seen.places), read(seen.looks)
    assert people["ids"] == ["a", "c"]
    assert people["details"] == [[["Notes", "about a"]], [["Notes", "about c"]]]
    assert (people["source"], people["target"]) == ([], [])
    assert (places["x"], places["part"]) == ([0.0, 2.0], [0, 1])
    assert (looks["shape"], looks["shown"]) == ([0, 2], [1, 1])
    assert places["gaps"][0]["opens"] == [["c", "C"]]
    told = b"".join(piece.body for piece in (seen.people, seen.places, seen.looks))
    assert b"about b" not in told
    assert b"onerror" not in told


def test_relationships_keep_their_ends_and_those_left_out_go():
    whole, some = only_seen(payload()), only_seen(payload(line_shown=[0, 1, 1, 1]))
    assert (read(whole.people)["source"], read(whole.people)["target"]) == ([0, 1], [1, 2])
    assert (read(some.people)["source"], read(some.people)["target"]) == ([1], [2])
    assert read(some.people)["kind"] == [0]
    assert read(some.looks)["line_shown"] == [1]


def test_an_entry_that_a_filter_left_out_keeps_its_place_and_names_nobody():
    (legend,) = read(only_seen(payload()).looks)["legends"]
    assert [(one["key"], one["count"], one["hidden"]) for one in legend["entries"]] == [
        ("x", 2, False),
        ("y", 0, False),
    ]


def page(**changed: Any) -> str:
    given: dict[str, Any] = {
        "title": NAMES[2],
        "sentences": ["Only <b>kind</b>: a & b.", ""],
        "notes": ["Sources: $script ${title} javascript:alert(1)."],
        "about": {"title": NAMES[2], "date": "23 November 2026", "sources": [NAMES[1]]},
    }
    return map_out_page.page(payload(), **(given | changed)).decode()


def test_only_our_own_script_may_run_in_the_page():
    text = page()
    ours = [
        script
        for kind, script in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL)
        if "text/plain" not in kind
    ]
    assert len(ours) == 1
    digest = base64.b64encode(hashlib.sha256(ours[0].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert policy[1].split("; ")[:2] == ["default-src 'none'", f"script-src 'sha256-{digest}'"]
    assert "unsafe-eval" not in policy[1]


def test_names_are_text_in_the_page():
    text = page()
    assert "<h1>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1>" in text
    assert "<p>Only &lt;b&gt;kind&lt;/b&gt;: a &amp; b.</p>" in text
    assert "$script ${title} javascript:alert(1)." in text
    assert "<img" not in text


def test_the_page_holds_its_pieces_and_nobody_can_change_anything_there():
    text = page()
    held = dict(re.findall(r'<script type="text/plain" id="(\w+)">([\w+/=]*)</script>', text))
    assert list(held) == ["people", "places", "looks", "head"]
    head = base64.b64decode(held["head"])
    told = json.loads(head[4 : 4 + struct.unpack_from("<I", head)[0]])
    assert (told["editable"], told["about"]["alone"], told["views"]) == (False, True, [])
    assert told["about"]["date"] == "23 November 2026"


def test_the_page_asks_nothing_of_anybody():
    text = page(title="Reef", sentences=(), notes=(), about={})
    addresses = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^\s\"'`)]*", text)
    assert {address for address in addresses if "www.w3.org" not in address} == set()
    assert re.findall(r"<(?:link|iframe|object|embed|base|form|img)\b", text) == []


def test_both_themes_are_in_the_page():
    text = page()
    assert "--st-background-color: #FBFAF7;" in text
    assert "--st-background-color: #151A1A;" in text


def test_a_map_without_anybody_is_taken_too():
    empty = MapPayload(
        scene="s/groups",
        people=people_piece(
            MapPeople(
                ids=[], labels=[], relationships=[], group=[], groups=[], hover=[], details=[]
            ),
            MapLines(
                source=[],
                target=[],
                depth=[],
                basis=[],
                status=[],
                directed=[],
                kind=[],
                disputed=[],
            ),
        ),
        places=places_piece(
            "s/groups",
            Arranged(
                x=np.array([]),
                y=np.array([]),
                pinned=np.array([], dtype=bool),
                part=np.array([], dtype=np.int64),
            ),
        ),
        looks=looks_piece(MapLooks(colours=[("#000000", "#ffffff")], colour=[], shape=[])),
    )
    assert read(only_seen(empty).people)["ids"] == []
