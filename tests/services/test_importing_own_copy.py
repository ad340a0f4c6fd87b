"""A copy that was changed in a spreadsheet: what changes, and what is put right in place."""

from collections.abc import Mapping

import pandas as pd
import pytest

from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services import exporting, exporting_tables
from landscape.services.importing.decisions import Decisions
from landscape.services.importing.importing import SourceFile, apply, plan_for, read_files
from landscape.services.importing.plan import Plan
from landscape.services.importing.problems import Answer
from landscape.store.duckdb.store import DuckDBStore

KEY = "c.xlsx, sheet "


def planned(
    store: DuckDBStore,
    into: str,
    sheets: Mapping[str, pd.DataFrame],
    decisions: Decisions | None = None,
) -> Plan:
    packed = exporting.as_xlsx({name: frame.astype("object") for name, frame in sheets.items()})
    tables, unreadable = read_files([SourceFile(name="c.xlsx", data=packed)])
    assert unreadable == []
    return plan_for(LOCAL, store, into, tables, decisions=decisions)


@pytest.fixture
def sheets(store: DuckDBStore, small_town: str) -> dict[str, pd.DataFrame]:
    found = exporting_tables.frames(LOCAL, store, small_town)
    return {name: frame.astype("object") for name, frame in found.items()}


@pytest.fixture
def elsewhere(store: DuckDBStore) -> str:
    return store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Elsewhere")).id


def test_a_copy_that_nobody_changed_changes_nothing(
    store: DuckDBStore, small_town: str, sheets: dict[str, pd.DataFrame]
) -> None:
    plan = planned(store, small_town, sheets)
    assert (plan.edit, plan.problems) == (None, ())
    assert plan.changes.unchanged == {
        "constituency": 4,
        "stakeholder": 7,
        "relationship": 5,
        "boundary": 2,
    }
    rows = plan.summary.rows
    assert (rows.read, rows.merged) == (sum(map(len, sheets.values())),) * 2


def test_what_was_changed_is_told_and_stored_and_can_be_kept(
    store: DuckDBStore, small_town: str, sheets: dict[str, pd.DataFrame]
) -> None:
    sheets["stakeholder"].loc[0, "place"] = "Mill Lane"
    sheets["relationship"].loc[0, "depth"] = 4
    sheets["landscape"].loc[0, "challenge"] = "Drought"
    plan = planned(store, small_town, sheets)
    assert plan.changes.changed[["name", "field", "before", "after"]].to_numpy().tolist() == [
        ["Town hall", "place", "", "Mill Lane"],
        ["Town hall \u2013 Water board", "depth", "3", "4"],
    ]
    assert (plan.summary.changed, plan.summary.unchanged) == (2, 10)
    kept = Decisions(kept=frozenset({"relationship/r1/depth"}))
    apply(LOCAL, store, small_town, planned(store, small_town, sheets, kept))
    after = store.snapshot(LOCAL, small_town)
    assert after.stakeholder.loc[0, "place"] == "Mill Lane"
    assert after.relationship.loc[0, "depth"] == 3
    assert after.landscape.challenge == "Drought"


def test_rows_that_were_taken_out_go_only_when_asked(
    store: DuckDBStore, small_town: str, sheets: dict[str, pd.DataFrame]
) -> None:
    sheets["relationship"] = sheets["relationship"].drop(index=[4])
    plan = planned(store, small_town, sheets)
    assert plan.edit is None
    assert plan.changes.absent["name"].tolist() == ["Upper farms \u2013 Vineyard circle"]
    plan = planned(store, small_town, sheets, Decisions(remove_absent=True))
    apply(LOCAL, store, small_town, plan)
    assert store.snapshot(LOCAL, small_town).relationship["id"].tolist() == ["r1", "r2", "r3", "r4"]


def test_a_row_that_was_added_by_hand_gets_an_id_and_a_place(
    store: DuckDBStore, small_town: str, sheets: dict[str, pd.DataFrame]
) -> None:
    people = sheets["stakeholder"]
    people.loc[len(people)] = {"name": "Ferry", "kind": "organisation"}
    plan = planned(store, small_town, sheets)
    assert [str(problem) for problem in plan.problems] == []
    assert plan.changes.added.to_numpy().tolist() == [["stakeholder", "Ferry"]]
    apply(LOCAL, store, small_town, plan)
    after = store.snapshot(LOCAL, small_town)
    ferry = after.stakeholder[after.stakeholder["name"] == "Ferry"].iloc[0]
    assert (ferry["ordinal"], ferry["on_team"], ferry["attributes"]) == (7, False, "{}")
    assert ferry["id"] in after.placement["stakeholder_id"].tolist()


def test_spoilt_cells_are_put_right_or_left_out_like_any_others(
    store: DuckDBStore, elsewhere: str, sheets: dict[str, pd.DataFrame]
) -> None:
    sheets["stakeholder"].loc[0, "influence"] = "much"
    sheets["stakeholder"].loc[1, "asked"] = "perhaps"
    sheets["stakeholder"].loc[2, "attributes"] = "{bank"
    sheets["report"].loc[0, "reported_on"] = "in May"
    plan = planned(store, elsewhere, sheets)
    assert [(problem.code, problem.row, problem.value) for problem in plan.open] == [
        ("rating-out-of-range", 2, "much"),
        ("unknown-word", 3, "perhaps"),
        ("unknown-word", 4, "{bank"),
        ("unreadable-date", 2, "in May"),
    ]
    assert (plan.edit, plan.summary.refused, plan.summary.rows.waiting) == (None, True, 4)
    answered = Decisions(
        cells={(KEY + "stakeholder", 2, "influence"): "4"},
        answers={plan.open[1].key: Answer.WITHOUT},
        all_alike={"unreadable-date": Answer.LEAVE_OUT},
    )
    answered = Decisions(
        cells=answered.cells,
        answers={**answered.answers, plan.open[2].key: Answer.WITHOUT},
        all_alike=answered.all_alike,
    )
    plan = planned(store, elsewhere, sheets, answered)
    assert plan.open == ()
    assert (plan.summary.rows.left_out, plan.rejected["row"].tolist()) == (1, [2])
    apply(LOCAL, store, elsewhere, plan)
    after = store.snapshot(LOCAL, elsewhere)
    assert after.stakeholder.loc[0, "influence"] == 4
    assert pd.isna(after.stakeholder.loc[1, "asked"])
    assert after.stakeholder.loc[2, "attributes"] == "{}"
    assert len(after.report) == 5


def test_rows_that_hang_in_the_air_need_a_decision(
    store: DuckDBStore, elsewhere: str, sheets: dict[str, pd.DataFrame]
) -> None:
    sheets["stakeholder"].loc[0, "constituency_id"] = "c_gone"
    sheets["relationship"].loc[0, "source_id"] = "s_gone"
    sheets["report"] = sheets["report"].iloc[2:]
    sheets["boundary"].loc[1, "id"] = "b_bank"
    sheets["boundary_side"] = sheets["boundary_side"].iloc[:0]
    plan = planned(store, elsewhere, sheets)
    assert [(problem.code, problem.column) for problem in plan.open] == [
        ("id-twice", "id"),
        ("lost-reference", "constituency_id"),
        ("needed-value", "source_id"),
    ]
    answered = Decisions(
        all_alike={
            "id-twice": Answer.LEAVE_OUT,
            "lost-reference": Answer.WITHOUT,
            "needed-value": Answer.LEAVE_OUT,
        }
    )
    apply(LOCAL, store, elsewhere, planned(store, elsewhere, sheets, answered))
    after = store.snapshot(LOCAL, elsewhere)
    assert pd.isna(after.stakeholder.loc[0, "constituency_id"])
    assert after.relationship["id"].tolist() == ["r2", "r3", "r4", "r5"]
    assert after.boundary["id"].tolist() == ["b_bank"]


def test_beside_others_a_copy_leaves_the_landscape_and_the_map_as_they_are(
    store: DuckDBStore, elsewhere: str, small_town: str, sheets: dict[str, pd.DataFrame]
) -> None:
    other = b"name\nOld weir\n"
    tables, _ = read_files([SourceFile(name="p.csv", data=other)])
    apply(LOCAL, store, elsewhere, plan_for(LOCAL, store, elsewhere, tables))
    plan = planned(store, elsewhere, sheets)
    assert [problem.code for problem in plan.problems] == ["left-aside"]
    rows = plan.summary.rows
    assert rows.read == rows.stored + rows.merged + rows.left_out
    assert rows.left_out == 1 + 7 + 4
    apply(LOCAL, store, elsewhere, plan)
    after = store.snapshot(LOCAL, elsewhere)
    assert after.landscape.name == "Elsewhere"
    assert len(after.placement) == len(after.stakeholder) == 8


def test_one_further_sheet_is_left_aside_and_said(
    store: DuckDBStore, elsewhere: str, sheets: dict[str, pd.DataFrame]
) -> None:
    sheets["Remarks"] = pd.DataFrame({"what": ["Check the mill"], "who": ["Ida"]})
    plan = planned(store, elsewhere, sheets)
    assert [str(problem) for problem in plan.problems] == [
        "c.xlsx, sheet landscape: The sheet 'Remarks' is not part of the copy and is left aside. "
        "Add it by itself, if it holds data."
    ]
    assert plan.edit is not None
