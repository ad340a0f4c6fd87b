"""A second import joins what is on the map: by name, never as a second one."""

import pytest

from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.importing.importing import SourceFile, import_files
from landscape.services.importing.summary import ImportSummary
from landscape.store.duckdb.store import DuckDBStore


@pytest.fixture
def landscape_id(store: DuckDBStore) -> str:
    return store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id


def bring(store: DuckDBStore, landscape_id: str, **files: str) -> ImportSummary:
    given = [SourceFile(name=f"{name}.csv", data=text.encode()) for name, text in files.items()]
    return import_files(LOCAL, store, landscape_id, given)


PEOPLE = "name,sector,place,colour\nMill,water,Ash,red\nFerry,transport,,\nInn,trade,Oak,\n"
SAID = "respondent,from,to,depth\nR1,Mill,Ferry,1\nR2,Ferry,Inn,2\n"


def test_the_same_files_twice_change_nothing(store: DuckDBStore, landscape_id: str) -> None:
    bring(store, landscape_id, people=PEOPLE, said=SAID)
    before = store.snapshot(LOCAL, landscape_id)
    summary = bring(store, landscape_id, people=PEOPLE, said=SAID)
    assert (summary.stored, summary.stakeholders, summary.relationships, summary.reports) == (
        True, 0, 0, 0,
    )  # fmt: skip
    assert (summary.rows.read, summary.rows.merged) == (5, 5)
    assert store.snapshot(LOCAL, landscape_id).revision == before.revision


def test_the_file_counts_and_blanks_change_nothing(store: DuckDBStore, landscape_id: str) -> None:
    bring(store, landscape_id, people=PEOPLE, said=SAID)
    before = store.snapshot(LOCAL, landscape_id)
    more = "name,sector,place,colour,size\n Ferry ,sport,Elm,blue,9\nQuay,trade,Ash,,\n"
    summary = bring(store, landscape_id, more=more)
    after = store.snapshot(LOCAL, landscape_id)
    assert (summary.stakeholders, summary.merged_stakeholders) == (1, 1)
    assert after.stakeholder["id"].tolist()[:3] == before.stakeholder["id"].tolist()
    assert after.stakeholder["name"].tolist() == ["Mill", "Ferry", "Inn", "Quay"]
    ferry = after.stakeholder.iloc[1]
    assert ferry["place"] == "Elm"
    assert ferry["attributes"] == '{"colour": "blue", "size": "9"}'
    groups = dict(zip(after.constituency["id"], after.constituency["name"], strict=True))
    assert after.stakeholder["constituency_id"].map(groups).tolist() == [
        *("water", "sport", "trade", "trade"),
    ]
    stayed = [before.stakeholder["id"][0], before.stakeholder["id"][2]]
    placed = after.placement.set_index("stakeholder_id").loc[stayed]
    kept = before.placement.set_index("stakeholder_id").loc[stayed]
    assert placed[["x", "y"]].to_numpy().tolist() == kept[["x", "y"]].to_numpy().tolist()


def test_a_further_report_joins_its_relationship(store: DuckDBStore, landscape_id: str) -> None:
    bring(store, landscape_id, people=PEOPLE, said=SAID)
    before = store.snapshot(LOCAL, landscape_id).relationship
    more = "respondent,from,to,depth\nR2,Ferry,Mill,3\nR1,Mill,Ferry,1\nR1,Mill,Inn,2\n"
    summary = bring(store, landscape_id, more=more)
    after = store.snapshot(LOCAL, landscape_id)
    assert (summary.relationships, summary.reports, summary.duplicates) == (1, 2, 1)
    pair = after.relationship.set_index("id").loc[before["id"]]
    assert pair["depth"].tolist() == [1, 2]  # of 1 and 3, the lower middle
    assert pair["basis"].tolist() == ["validated", "reported"]


def test_another_kind_is_another_relationship(store: DuckDBStore, landscape_id: str) -> None:
    said = "from,to,kind\nMill,Ferry,money\nFerry,Mill,advice\nFerry,Mill,money\n"
    summary = bring(store, landscape_id, said=said)
    assert (summary.relationships, summary.reports) == (2, 3)
    assert bring(store, landscape_id, said=said).relationships == 0


def test_several_groups_in_a_cell_are_memberships(store: DuckDBStore, landscape_id: str) -> None:
    bring(store, landscape_id, people="name,group\nMill,water|trade\nFerry,water\n")
    snapshot = store.snapshot(LOCAL, landscape_id)
    names = dict(zip(snapshot.constituency["id"], snapshot.constituency["name"], strict=True))
    assert snapshot.stakeholder["constituency_id"].map(names).tolist() == ["water", "water"]
    assert snapshot.membership["constituency_id"].map(names).tolist() == ["trade"]


def test_an_import_can_be_undone_whole(store: DuckDBStore, landscape_id: str) -> None:
    bring(store, landscape_id, people=PEOPLE)
    before = store.snapshot(LOCAL, landscape_id)
    summary = bring(store, landscape_id, said=SAID + "R3,Inn,Mill,2\n")
    assert summary.batch_id is not None
    store.undo(LOCAL, landscape_id, summary.batch_id)
    after = store.snapshot(LOCAL, landscape_id)
    assert after.relationship.empty
    assert after.stakeholder.equals(before.stakeholder)


def test_numbers_name_stakeholders_where_the_file_does_so(
    store: DuckDBStore, landscape_id: str
) -> None:
    summary = bring(
        store,
        landscape_id,
        nodes="Id,Label,Group\n001,Mill,a\n2,Ferry,b\n3,Inn,a\n4,Quay,b\n",
        edges="Source,Target,Type,Weight\n001,2,Directed,1.5\n2.0,3,Undirected,2\n001,3,Directed,1\n",
    )
    relationships = store.snapshot(LOCAL, landscape_id).relationship
    assert (summary.relationships, summary.missing_endpoints) == (3, 0)
    assert sorted(relationships["weight"]) == [1, 1.5, 2]
    assert sorted(relationships["directed"]) == [False, True, True]
