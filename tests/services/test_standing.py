"""Sides after an edit are what the query says once it is stored."""

import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.model.ids import draw_id, pair_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services import standing
from landscape.services.standing import SEVERAL, sides_after
from landscape.store.base import Edit, Snapshot, Store
from landscape.store.duckdb.store import DuckDBStore

TABLES = (*standing.TABLES, "sides", "brokers")
VALUES = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "left", " left", "right\t", "a/b", "ß", "0", "null"]),
    st.booleans(),
    st.integers(-9, 9),
    st.sampled_from([[1, "b"], {"c": None}, []]),
)
HEADINGS = st.sampled_from(["bank", "kind", "a/b", "~"])


def told(snapshot: Snapshot, boundary_id: str) -> dict[str, str]:
    sides = snapshot.sides[snapshot.sides["boundary_id"] == boundary_id]
    brokers = snapshot.brokers[snapshot.brokers["boundary_id"] == boundary_id]
    found = dict(zip(sides["stakeholder_id"], sides["side"], strict=True))
    return found | dict.fromkeys(brokers["stakeholder_id"], SEVERAL)


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    people = [f"s{number}" for number in range(4)]
    groups = ["c0", "c1"]
    some_group = st.one_of(st.none(), st.sampled_from(groups))
    stakeholder = pd.DataFrame(
        {
            "id": people,
            "name": people,
            "ordinal": range(4),
            "kind": [draw(st.sampled_from([None, "left", " person "])) for _ in people],
            "constituency_id": [draw(some_group) for _ in people],
            "attributes": [
                json.dumps(draw(st.dictionaries(HEADINGS, VALUES, max_size=3))) for _ in people
            ],
        }
    )
    pairs = st.tuples(st.sampled_from(people), st.sampled_from(groups))
    members = draw(st.lists(pairs, unique=True, max_size=3))
    membership = pd.DataFrame(
        {
            "id": [pair_id(*pair) for pair in members],
            "stakeholder_id": [who for who, _ in members],
            "constituency_id": [group for _, group in members],
            "centrality": [draw(st.sampled_from([None, "core", "former"])) for _ in members],
        }
    )
    sided = draw(st.lists(st.sampled_from(groups), unique=True))
    boundary_side = pd.DataFrame(
        {
            "id": [pair_id("b", group) for group in sided],
            "boundary_id": "b",
            "constituency_id": sided,
            "side": [draw(st.sampled_from(["left", "right", " x", ""])) for _ in sided],
        }
    )
    boundary = pd.DataFrame(
        {
            "id": ["b"],
            "name": ["B"],
            "kinds": ["[]"],
            "attribute": [draw(st.one_of(st.none(), HEADINGS))],
            "ordinal": [0],
        }
    )
    constituency = pd.DataFrame({"id": groups, "name": groups, "ordinal": [0, 1]})
    put = {
        "constituency": constituency,
        "stakeholder": stakeholder,
        "membership": membership,
        "boundary": boundary,
        "boundary_side": boundary_side,
    }
    return Edit(label="x", put={name: rows for name, rows in put.items() if len(rows)})


@settings(max_examples=25, deadline=None)
@given(edits(), edits())
def test_sides_after_an_edit_are_what_the_query_says_of_it(first: Edit, second: Edit) -> None:
    store = DuckDBStore.open(None)
    landscape_id = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="A")).id
    for edit in (first, second):
        before = store.snapshot(LOCAL, landscape_id, tables=TABLES)
        expected = sides_after(before, edit, "b")
        store.apply(LOCAL, landscape_id, edit)
        assert told(store.snapshot(LOCAL, landscape_id, tables=TABLES), "b") == expected
    store.close()


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(label="x"), {"s_hall": "Offices", "s_farm": "Fields", "s_ida": "Fields"}),
        (
            Edit(label="x", remove={"stakeholder": ["s_hall"], "membership": ["s_ida/c_farm"]}),
            {"s_farm": "Fields"},
        ),
        (
            Edit(
                label="x",
                put={
                    "membership": pd.DataFrame(
                        {
                            "id": ["s_hall/c_farm"],
                            "stakeholder_id": ["s_hall"],
                            "constituency_id": ["c_farm"],
                        }
                    )
                },
            ),
            {"s_hall": SEVERAL, "s_farm": "Fields", "s_ida": "Fields"},
        ),
    ],
)
def test_sides_follow_groups_and_memberships(
    store: Store, small_town: str, edit: Edit, expected: dict[str, str]
) -> None:
    snapshot = store.snapshot(LOCAL, small_town, tables=TABLES)
    found = sides_after(snapshot, edit, "b_office")
    assert {id_: found[id_] for id_ in ("s_hall", "s_farm", "s_ida") if id_ in found} == expected
