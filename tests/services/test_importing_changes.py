"""A further import into a landscape: what it adds, changes, leaves as it is, and takes out."""

import pandas as pd
import pytest

from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.importing.decisions import Decisions, Endpoint
from landscape.services.importing.importing import SourceFile, apply, plan_for, read_files
from landscape.services.importing.plan import Plan
from landscape.services.importing.roles import ColumnRole
from landscape.services.merging import merge
from landscape.store.duckdb.store import DuckDBStore

PEOPLE = "name,sector,influence,colour\nMill,water,3,red\nFerry,transport,2,\nInn,trade,,blue\n"
SAID = "respondent,from,to,depth,weight\nR1,Mill,Ferry,1,2\nR2,Ferry,Inn,2,1\n"
LATER_PEOPLE = "name,sector,influence,colour\nMill,water,5,green\nFerry,sport,,\nQuay,trade,1,\n"
LATER_SAID = "respondent,from,to,depth,weight\nR1,Mill,Ferry,3,2\nR3,Quay,Mill,1,1\n"


@pytest.fixture
def landscape_id(store: DuckDBStore) -> str:
    """A landscape with the first files in it."""
    made = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id
    apply(LOCAL, store, made, planned(store, made, people=PEOPLE, said=SAID))
    return made


def planned(
    store: DuckDBStore,
    landscape_id: str,
    decisions: Decisions | None = None,
    *,
    twins: bool = False,
    **files: str,
) -> Plan:
    given = [SourceFile(name=f"{name}.csv", data=text.encode()) for name, text in files.items()]
    tables, unreadable = read_files(given)
    assert unreadable == []
    return plan_for(LOCAL, store, landscape_id, tables, decisions=decisions, look_for_twins=twins)


def later(store: DuckDBStore, landscape_id: str, decisions: Decisions | None = None) -> Plan:
    return planned(store, landscape_id, decisions, people=LATER_PEOPLE, said=LATER_SAID)


def told(frame: pd.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_a_changed_file_shows_what_it_would_change(store: DuckDBStore, landscape_id: str) -> None:
    changes = later(store, landscape_id).changes
    assert told(changes.changed, "name", "field", "before", "after", "kept") == [
        ("Ferry", "constituency_id", "transport", "sport", False),
        ("Mill", "influence", "3", "5", False),
        ("Mill", "colour", "red", "green", False),
        ("Mill – Ferry, said by R1", "depth", "1", "3", False),
    ]
    assert told(changes.added, "table", "name") == [
        ("stakeholder", "Quay"),
        ("constituency", "sport"),
        ("relationship", "Quay – Mill"),
    ]
    assert changes.unchanged == {"stakeholder": 0, "relationship": 0}
    assert told(changes.absent, "table", "name") == [
        ("stakeholder", "Inn"),
        ("relationship", "Ferry – Inn"),
    ]
    assert changes.removed.empty


def test_the_values_of_the_file_count(store: DuckDBStore, landscape_id: str) -> None:
    summary = apply(LOCAL, store, landscape_id, later(store, landscape_id))
    after = store.snapshot(LOCAL, landscape_id)
    people = after.stakeholder.set_index("name")
    assert people.loc["Mill", "influence"] == 5
    assert people.loc["Ferry", "influence"] == 2  # a blank cell says nothing
    assert people.loc["Mill", "attributes"] == '{"colour": "green"}'
    assert people.index.tolist() == ["Mill", "Ferry", "Inn", "Quay"]
    assert sorted(after.relationship["depth"]) == [1, 2, 3]
    assert len(after.report) == 3
    assert (summary.changed, summary.unchanged, summary.removed) == (3, 0, 0)


def test_the_values_of_the_map_count_where_that_is_chosen(
    store: DuckDBStore, landscape_id: str
) -> None:
    before = store.snapshot(LOCAL, landscape_id)
    plan = later(store, landscape_id, Decisions(differing="map"))
    assert plan.changes.changed["kept"].all()
    apply(LOCAL, store, landscape_id, plan)
    after = store.snapshot(LOCAL, landscape_id)
    kept = after.stakeholder[after.stakeholder["id"].isin(before.stakeholder["id"])]
    columns = ["name", "constituency_id", "influence", "attributes"]
    assert kept[columns].reset_index(drop=True).equals(before.stakeholder[columns])
    assert after.report["depth"].dropna().tolist().count(3) == 0


def test_single_changes_can_be_left_as_they_are(store: DuckDBStore, landscape_id: str) -> None:
    found = later(store, landscape_id).changes.changed
    keys = frozenset(found.loc[found["field"].isin(["colour", "depth"]), "key"])
    apply(LOCAL, store, landscape_id, later(store, landscape_id, Decisions(kept=keys)))
    after = store.snapshot(LOCAL, landscape_id)
    mill = after.stakeholder.set_index("name").loc["Mill"]
    assert (mill["influence"], mill["attributes"]) == (5, '{"colour": "red"}')
    assert sorted(after.relationship["depth"]) == [1, 1, 2]


def test_what_is_no_longer_in_the_files_goes_when_asked(
    store: DuckDBStore, landscape_id: str
) -> None:
    before = store.snapshot(LOCAL, landscape_id)
    plan = later(store, landscape_id, Decisions(remove_absent=True))
    assert told(plan.changes.removed, "name") == [("Inn",), ("Ferry – Inn",)]
    summary = apply(LOCAL, store, landscape_id, plan)
    after = store.snapshot(LOCAL, landscape_id)
    assert after.stakeholder["name"].tolist() == ["Mill", "Ferry", "Quay"]
    assert len(after.relationship) == 2
    assert set(after.placement["stakeholder_id"]) == set(after.stakeholder["id"])
    assert summary.removed == 2
    assert summary.batch_id is not None
    store.undo(LOCAL, landscape_id, summary.batch_id)
    undone = store.snapshot(LOCAL, landscape_id)
    for table in ("stakeholder", "relationship", "report", "placement"):
        assert getattr(undone, table).equals(getattr(before, table)), table


def test_a_list_of_relationships_takes_nobody_out(store: DuckDBStore, landscape_id: str) -> None:
    plan = planned(store, landscape_id, Decisions(remove_absent=True), said="from,to\nMill,Ferry\n")
    assert set(plan.changes.removed["table"]) == {"relationship", "report"}


def test_a_row_about_several_says_several_things(store: DuckDBStore, landscape_id: str) -> None:
    text = "From,To,Type\nMill,Ferry|Inn|Nobody,trade\nInn,Mill; Ferry,advice\n"
    plan = planned(store, landscape_id, missing_decided(), said=text)
    rows = plan.summary.rows
    assert (rows.read, rows.further, rows.stored, rows.left_out, rows.waiting) == (2, 3, 4, 1, 0)
    assert told(plan.rejected, "file", "row", "why") == [
        ("said.csv", 2, "'Nobody' is not among the stakeholders.")
    ]
    assert plan.rejected["cells"].tolist() == ["From: Mill; To: Ferry|Inn|Nobody; Type: trade"]


def missing_decided() -> Decisions:
    return Decisions(endpoints={"Nobody": Endpoint(choice="leave-out")})


def test_who_named_nobody_is_there_all_the_same(store: DuckDBStore) -> None:
    made = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id
    text = (
        "respondent,partner,sector\nMill,Ferry|Quay,water\nInn,,trade\nFerry,,\nQuay,Mill,water\n"
    )
    roles = {("said.csv", "sector"): ColumnRole.SOURCE_GROUP}
    plan = planned(store, made, Decisions(roles=roles), said=text)
    assert [(p.code, p.row, p.open) for p in plan.problems] == [
        ("names-nobody", 3, False),
        ("names-nobody", 4, False),
    ]
    rows = plan.summary.rows
    assert (rows.read, rows.further, rows.stored, rows.merged, rows.waiting) == (4, 1, 5, 0, 0)
    apply(LOCAL, store, made, plan)
    people = store.snapshot(LOCAL, made).stakeholder.set_index("name")
    assert people.index.tolist() == ["Inn", "Ferry", "Mill", "Quay"]
    assert people["asked"].tolist() == ["answered"] * 4


def test_rows_of_one_name_that_agree_are_made_one(store: DuckDBStore, landscape_id: str) -> None:
    text = "name,sector,place\nQuay,trade,\nQuay,,Ash\nMill,water,Elm\n"
    plan = planned(store, landscape_id, people=text)
    assert [(p.code, p.row, p.open) for p in plan.problems] == [("same-name", 3, False)]
    assert (plan.summary.rows.stored, plan.summary.rows.merged) == (2, 1)
    apply(LOCAL, store, landscape_id, plan)
    quay = store.snapshot(LOCAL, landscape_id).stakeholder.set_index("name").loc["Quay"]
    assert quay["place"] == "Ash"


def test_names_that_may_be_one_are_asked_about(store: DuckDBStore, landscape_id: str) -> None:
    text = "name,sector\nMiill,water\nHarbour Authority,trade\nHarbor Authority,trade\n"
    plan = planned(store, landscape_id, twins=True, people=text)
    pairs = {(twin.left, twin.right, twin.on_map) for twin in plan.twins}
    assert ("Harbour Authority", "Harbor Authority", False) in pairs or (
        "Harbor Authority",
        "Harbour Authority",
        False,
    ) in pairs
    assert plan.edit is not None  # a question that may stay open
    same = Decisions(same={"Harbor Authority": "Harbour Authority"})
    merged = planned(store, landscape_id, same, twins=True, people=text)
    assert "Harbor Authority" not in merged.added
    assert merged.summary.rows.merged == 1
    apart = Decisions(apart=frozenset({("Harbor Authority", "Harbour Authority")}))
    left = planned(store, landscape_id, apart, twins=True, people=text)
    assert all("Harbor" not in twin.left + twin.right for twin in left.twins)


def test_who_was_merged_into_another_stays_that_one(store: DuckDBStore, landscape_id: str) -> None:
    people = store.snapshot(LOCAL, landscape_id).stakeholder.set_index("name")["id"]
    merge(LOCAL, store, landscape_id, people["Mill"], people["Inn"])
    plan = planned(store, landscape_id, said="from,to\nInn,Ferry\nInn,Mill\n")
    assert plan.added == ()
    assert plan.summary.rows.rejected == 1  # the two are one, so one row is about nobody else
    assert plan.missing == {}


@pytest.mark.parametrize(("choice", "depths"), [("all", [1, 3]), ("deepest", [3]), ("last", [1])])
def test_one_rater_who_says_different_things(
    choice: str, depths: list[int], store: DuckDBStore
) -> None:
    made = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id
    text = "respondent,from,to,depth\nR1,Mill,Ferry,3\nR1,Mill,Ferry,1\nR2,Ferry,Mill,2\n"
    plan = planned(store, made, Decisions(conflicting=choice), said=text)  # type: ignore[arg-type]
    assert [str(problem) for problem in plan.problems] == [
        "said.csv, row 3, column 'depth': 'Mill – Ferry' has more than one depth from one rater. "
        "Choose whether all reports count, the deepest, or the last."
    ]
    apply(LOCAL, store, made, plan)
    reports = store.snapshot(LOCAL, made).report
    assert sorted(reports.loc[reports["rater"] == "R1", "depth"]) == depths


def test_places_that_came_with_a_file_are_kept_as_an_arrangement(
    store: DuckDBStore, landscape_id: str
) -> None:
    roles = {
        ("people.csv", "left"): ColumnRole.POSITION_X,
        ("people.csv", "up"): ColumnRole.POSITION_Y,
    }
    text = "name,sector,left,up\nMill,water,1.5,-2\nQuay,trade,,\n"
    plan = planned(store, landscape_id, Decisions(roles=roles), people=text)
    apply(LOCAL, store, landscape_id, plan)
    places = store.snapshot(LOCAL, landscape_id).placement
    drawn = places[places["arrangement"] == "drawn"]
    assert drawn[["x", "y", "pinned"]].values.tolist() == [[1.5, -2.0, False]]
    assert (places["arrangement"] == "groups").sum() == 4
