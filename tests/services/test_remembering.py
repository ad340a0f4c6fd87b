"""Decisions are remembered by what tables and rows hold: next month's file asks nothing again."""

import json

import pytest

from landscape.model.errors import InvalidValueError
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.importing import remembering
from landscape.services.importing.decisions import Decisions, Endpoint
from landscape.services.importing.importing import SourceFile, apply, plan_for, read_files
from landscape.services.importing.problems import Answer
from landscape.services.importing.roles import ColumnRole, TableKind
from landscape.store.duckdb.store import DuckDBStore

PEOPLE = "name,sector,influence,colour\nMill,water,9,red\nFerry,transport,2,\n,trade,3,blue\n"
SAID = "from,to,depth\nMill,Ferry,1\nMill,Zoo,2\nFerry,Mill,much\nFerry,Zo,2\n"
# A month later: another name, one row more, in another order, with the columns turned round.
PEOPLE_LATER = (
    "colour,influence,sector,name\nblue,3,trade,\n,1,trade,Quay\n"
    "red,9,water,Mill\n,2,transport,Ferry\n"
)


def read(**files: str) -> list[remembering.SourceTable]:
    tables, unreadable = read_files(
        [SourceFile(name=f"{name}.csv", data=text.encode()) for name, text in files.items()]
    )
    assert unreadable == []
    return tables


DECIDED = Decisions(
    kinds={"people.csv": TableKind.STAKEHOLDERS},
    roles={("people.csv", "colour"): ColumnRole.NOTES, ("", "depth"): ColumnRole.DEPTH},
    cells={("people.csv", 2, "influence"): "5"},
    rows=frozenset({("people.csv", 4)}),
    endpoints={"Zoo": Endpoint(choice="create"), "Zo": Endpoint(choice="is", called="Mill")},
    answers={"rating-out-of-range|people.csv|2|influence": Answer.WITHOUT},
    all_alike={"duplicate-name": Answer.MERGE},
    depths={"much": 3},
    same={"Mil": "Mill"},
    apart=frozenset({("Ferry", "Fery")}),
    conflicting="last",
)


def test_decisions_come_back_for_the_same_files() -> None:
    tables = read(people=PEOPLE, said=SAID)
    text = remembering.as_json(tables, DECIDED)
    again = remembering.from_json(tables, text)
    assert again.kinds == DECIDED.kinds
    assert again.roles == {
        ("people.csv", "colour"): ColumnRole.NOTES,
        ("said.csv", "depth"): ColumnRole.DEPTH,
    }
    assert (again.cells, again.rows, again.answers) == (
        DECIDED.cells,
        DECIDED.rows,
        DECIDED.answers,
    )
    assert (again.endpoints, again.all_alike, again.depths, again.same) == (
        DECIDED.endpoints,
        DECIDED.all_alike,
        DECIDED.depths,
        DECIDED.same,
    )
    assert (again.conflicting, again.are_apart("Fery", "Ferry")) == ("last", True)
    assert remembering.count_of(again) == remembering.count_of(DECIDED) == 13


def test_decisions_find_their_rows_in_a_longer_file_of_another_name() -> None:
    text = remembering.as_json(read(people=PEOPLE, said=SAID), DECIDED)
    again = remembering.from_json(read(june=PEOPLE_LATER), text)
    assert again.cells == {("june.csv", 4, "influence"): "5"}
    assert again.rows == frozenset({("june.csv", 2)})
    assert again.roles == {("june.csv", "colour"): ColumnRole.NOTES}
    assert again.answers == {"rating-out-of-range|june.csv|4|influence": Answer.WITHOUT}


def test_what_a_row_held_must_be_the_same() -> None:
    text = remembering.as_json(read(people=PEOPLE), DECIDED)
    other = PEOPLE.replace("Mill,water,9", "Mill,water,8")
    assert remembering.from_json(read(people=other), text).cells == {}


def test_an_import_remembers_and_the_next_one_asks_nothing(store: DuckDBStore) -> None:
    made = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id
    tables = read(people=PEOPLE, said=SAID)
    assert remembering.recalled(LOCAL, store, made, tables) == Decisions()
    assert plan_for(LOCAL, store, made, tables).open
    plan = plan_for(LOCAL, store, made, tables, decisions=DECIDED)
    assert plan.open == ()
    summary = apply(LOCAL, store, made, plan)
    later = read(june=PEOPLE_LATER, said_june=SAID)
    recalled = remembering.recalled(LOCAL, store, made, later)
    plan = plan_for(LOCAL, store, made, later, decisions=recalled)
    assert plan.open == ()
    assert plan.changes.changed.empty
    assert plan.changes.added["name"].tolist() == ["Quay", "trade"]
    assert summary.batch_id is not None
    store.undo(LOCAL, made, summary.batch_id)
    assert remembering.recalled(LOCAL, store, made, later) == Decisions()


def test_memory_stays_where_nothing_is_decided(store: DuckDBStore) -> None:
    made = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id
    plan = plan_for(LOCAL, store, made, read(people="name,sector\nMill,water\nInn,trade\n"))
    assert plan.edit is not None
    assert "import_memory" not in plan.edit.put


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "other", "version": 1}', "[" * 200_000, '{"format": 1']
)
def test_a_file_without_decisions_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError) as told:
        remembering.from_json(read(people=PEOPLE), text)
    assert "--save-decisions" in told.value.fix


def test_a_file_with_decisions_nobody_knows_is_refused() -> None:
    told = json.loads(remembering.as_json(read(people=PEOPLE), DECIDED))
    told["decided"]["names"]["all_alike"]["duplicate-name"] = "eat"
    with pytest.raises(InvalidValueError):
        remembering.from_json(read(people=PEOPLE), json.dumps(told))
