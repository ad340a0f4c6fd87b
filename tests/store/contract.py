"""What every store must do. A test module of one store gives the fixture `store`."""

import json
import threading
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from landscape.model.assessment import Answer, Round
from landscape.model.errors import (
    ConflictError,
    InvalidValueError,
    NotAllowedError,
    NotFoundError,
)
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.model.scales import OffScale
from landscape.store.base import MAP_TABLES, Edit, Snapshot, Store
from tests.fixtures import small_town_edit

DAY = date(2026, 5, 4)
VIEWER = Principal(id="v", role=AccessRole.VIEWER)
EDITOR = Principal(id="e", role=AccessRole.EDITOR)


def rows(snapshot: Snapshot) -> dict[str, object]:
    """Every table of a snapshot as plain values, to compare two of them to the last character."""
    tables = {
        name: getattr(snapshot, name).astype(object).where(getattr(snapshot, name).notna(), None)
        for name in MAP_TABLES
    }
    return {name: table.to_dict("records") for name, table in tables.items()} | {
        "landscape": replace(snapshot.landscape, revision=0, changed_at=None)
    }


def put(table: str, **columns: list[object]) -> Edit:
    return Edit(label=f"Put {table}", put={table: pd.DataFrame(columns)})


class StoreContract:
    def test_a_landscape_comes_back_as_it_was_added(self, store: Store) -> None:
        added = store.create_landscape(
            LOCAL,
            Landscape(id=draw_id("l"), name="Río ‮", challenge="a", settings={"us": "skipped"}),
        )
        found = store.landscape(LOCAL, added.id)
        assert (found.name, found.challenge, found.settings) == ("Río ‮", "a", {"us": "skipped"})
        assert (found.revision, found.deleted_at) == (0, None)

    def test_a_deleted_landscape_is_not_found_until_it_is_restored(
        self, store: Store, small_town: str
    ) -> None:
        store.delete_landscape(LOCAL, small_town)
        with pytest.raises(NotFoundError):
            store.snapshot(LOCAL, small_town)
        with pytest.raises(NotFoundError):
            store.apply(LOCAL, small_town, Edit(label="late"))
        assert [one.id for one in store.landscapes(LOCAL)] == []
        assert [one.id for one in store.landscapes(LOCAL, deleted=True)] == [small_town]
        store.restore_landscape(LOCAL, small_town)
        assert len(store.snapshot(LOCAL, small_town).stakeholder) == 7

    def test_rows_of_one_landscape_are_not_seen_in_another(
        self, store: Store, small_town: str, empty_landscape: str
    ) -> None:
        assert len(store.snapshot(LOCAL, empty_landscape).stakeholder) == 0
        with pytest.raises(NotFoundError):
            store.undo(LOCAL, empty_landscape, store.batches(LOCAL, small_town)[0].id)

    def test_a_put_adds_a_row_and_keeps_columns_that_are_not_given(
        self, store: Store, small_town: str
    ) -> None:
        store.apply(LOCAL, small_town, put("stakeholder", id=["s_hall"], influence=[5]))
        hall = store.snapshot(LOCAL, small_town).stakeholder.set_index("id").loc["s_hall"]
        assert (hall["influence"], hall["name"], hall["attributes"]) == (
            5,
            "Town hall",
            '{"bank": "left"}',
        )

    def test_not_recorded_is_never_zero(self, store: Store, small_town: str) -> None:
        groups = store.snapshot(LOCAL, small_town).constituency.set_index("name")["decides"]
        assert groups["Residents"] == 0
        assert groups["Farmers"] is pd.NA

    def test_every_write_bumps_the_revision_once(self, store: Store, small_town: str) -> None:
        seen = [store.landscape(LOCAL, small_town).revision]
        edits = [
            Edit(label="nothing"),
            put("stakeholder", id=["s_hall", "s_news"], place=["a", "b"]),
            Edit(label="name", landscape={"name": "Bigger town"}),
            Edit(label="gone", remove={"relationship": ["r2"], "report": ["p3"]}),
        ]
        for edit in edits:
            batch = store.apply(LOCAL, small_town, edit)
            seen.append(store.landscape(LOCAL, small_town).revision)
            assert batch.revision == seen[-1]
        store.undo(LOCAL, small_town, batch.id)
        seen.append(store.landscape(LOCAL, small_town).revision)
        assert seen == [1, 2, 3, 4, 5, 6]

    def test_a_write_that_breaks_a_reference_stores_nothing(
        self, store: Store, small_town: str
    ) -> None:
        before = rows(store.snapshot(LOCAL, small_town))
        lost = {"id": ["r9"], "source_id": ["s_hall"], "target_id": ["nobody"]}
        with pytest.raises(InvalidValueError, match="'r9' refers to a stakeholder"):
            store.apply(LOCAL, small_town, put("relationship", **lost))
        with pytest.raises(InvalidValueError, match="refers to a stakeholder"):
            store.apply(LOCAL, small_town, Edit(label="x", remove={"stakeholder": ["s_hall"]}))
        assert rows(store.snapshot(LOCAL, small_town)) == before
        assert store.landscape(LOCAL, small_town).revision == 1

    @pytest.mark.parametrize(
        ("table", "columns"),
        [
            ("stakeholder", {"id": ["s_hall"], "influence": [6]}),
            ("stakeholder", {"id": ["s_hall"], "interest": [0]}),
            ("constituency", {"id": ["c_farm"], "stake": [0]}),
            ("relationship", {"id": ["r1"], "depth": [5]}),
            ("legitimacy", {"id": ["g1"], "level": [-2]}),
        ],
    )
    def test_a_rating_outside_its_scale_is_refused(
        self, store: Store, small_town: str, table: str, columns: dict[str, list[object]]
    ) -> None:
        with pytest.raises(InvalidValueError, match="scale"):
            store.apply(LOCAL, small_town, put(table, **columns))
        assert store.landscape(LOCAL, small_town).revision == 1

    def test_only_those_who_may_write_do(self, store: Store, small_town: str) -> None:
        with pytest.raises(NotAllowedError):
            store.apply(VIEWER, small_town, Edit(label="x"))
        with pytest.raises(NotAllowedError):
            store.undo(VIEWER, small_town, store.batches(LOCAL, small_town)[0].id)
        with pytest.raises(NotAllowedError):
            store.delete_landscape(EDITOR, small_town)
        respondent = Principal(id="r", role=AccessRole.RESPONDENT)
        with pytest.raises(NotAllowedError):
            store.snapshot(respondent, small_town)

    def test_judgements_are_withheld_from_those_who_may_not_see_them(
        self, store: Store, small_town: str
    ) -> None:
        marked = {
            "stakeholder": {"id": ["s_hall"], "notes": ["SECRET"], "influence": [5]},
            "relationship": {"id": ["r1"], "note": ["SECRET"], "trust": [4]},
            "report": {"id": ["p1"], "rater": ["SECRET"], "note": ["SECRET"]},
            "boundary": {"id": ["b_bank"], "stance_reason": ["SECRET"], "stance": ["protect"]},
            "constituency": {"id": ["c_farm"], "account_told_by": ["SECRET"], "decides": [3]},
        }
        for table, columns in marked.items():
            store.apply(LOCAL, small_town, put(table, **columns))
        seen = store.snapshot(VIEWER, small_town)
        text = json.dumps(rows(seen), default=str)
        assert "SECRET" not in text
        assert len(seen.legitimacy) == 0
        assert seen.stakeholder["influence"].isna().all()
        assert seen.stakeholder["attributes"].tolist() == ["{}"] * 7
        assert seen.constituency["decides"].isna().all()
        assert set(seen.boundary["stance"]) == {"undecided"}
        assert "SECRET" in json.dumps(rows(store.snapshot(LOCAL, small_town)), default=str)

    def test_sides_come_from_an_attribute_or_from_groups(
        self, store: Store, small_town: str
    ) -> None:
        seen = store.snapshot(LOCAL, small_town, tables=("sides", "brokers"))
        sides = seen.sides.set_index(["boundary_id", "stakeholder_id"])["side"].to_dict()
        assert sides["b_bank", "s_farm"] == "right"
        assert sides["b_bank", "s_hall"] == "left"
        assert sides["b_office", "s_news"] == "Offices"
        assert ("b_office", "s_mill") not in sides  # residents stand on neither side
        assert sides["b_office", "s_ida"] == "Fields"  # by her second group
        assert len(seen.brokers) == 0

    def test_somebody_on_two_sides_has_none_and_is_a_broker(
        self, store: Store, small_town: str
    ) -> None:
        also = {
            "id": ["s_hall/c_farm"],
            "stakeholder_id": ["s_hall"],
            "constituency_id": ["c_farm"],
        }
        store.apply(LOCAL, small_town, put("membership", **also))
        seen = store.snapshot(LOCAL, small_town, tables=("sides", "brokers"))
        assert seen.brokers.to_dict("records") == [
            {"boundary_id": "b_office", "stakeholder_id": "s_hall"}
        ]
        standing = seen.sides[seen.sides["boundary_id"] == "b_office"]["stakeholder_id"]
        assert "s_hall" not in set(standing)

    def test_an_attribute_with_odd_characters_can_define_sides(
        self, store: Store, small_town: str
    ) -> None:
        key = "a/b~c $.x"
        values = [json.dumps({key: value}) for value in (" north ", "", "north")]
        store.apply(
            LOCAL,
            small_town,
            put("stakeholder", id=["s_hall", "s_mill", "s_news"], attributes=values),
        )
        store.apply(
            LOCAL,
            small_town,
            put("boundary", id=["b_odd"], name=["Odd"], attribute=[key], ordinal=[2]),
        )
        seen = store.snapshot(LOCAL, small_town, tables=("sides",)).sides
        odd = seen[seen["boundary_id"] == "b_odd"].set_index("stakeholder_id")["side"].to_dict()
        assert odd == {"s_hall": "north", "s_news": "north"}

    def test_undo_restores_the_exact_rows(self, store: Store, small_town: str) -> None:
        exact = {
            "id": ["s_hall"],
            "latitude": [0.1 + 0.2],
            "notes": ['\'; drop table stakeholder; -- \u202e\n\t"x"'],
            "attributes": ['{"a":  1.50, "b": "=1+1"}'],
        }
        store.apply(LOCAL, small_town, put("stakeholder", **exact))
        before = rows(store.snapshot(LOCAL, small_town))
        batch = store.apply(
            LOCAL,
            small_town,
            Edit(
                label="Much",
                put={"stakeholder": pd.DataFrame({"id": ["s_hall", "s_new"], "name": ["H", "N"],
                                                  "latitude": [1.0, 2.0], "ordinal": [0, 9]})},
                remove={"relationship": ["r2", "r5"], "report": ["p3"]},
                landscape={"name": "Other", "settings": {"us": "answered"}},
            ),
        )  # fmt: skip
        assert rows(store.snapshot(LOCAL, small_town)) != before
        undone = store.undo(LOCAL, small_town, batch.id)
        assert rows(store.snapshot(LOCAL, small_town)) == before
        assert store.batches(LOCAL, small_town)[1].undone_by == undone.id

    def test_an_undoing_can_be_undone(self, store: Store, small_town: str) -> None:
        after = rows(store.snapshot(LOCAL, small_town))
        first = store.batches(LOCAL, small_town)[0]
        undone = store.undo(LOCAL, small_town, first.id)
        assert len(store.snapshot(LOCAL, small_town).stakeholder) == 0
        redone = store.undo(LOCAL, small_town, undone.id)
        assert rows(store.snapshot(LOCAL, small_town)) == after
        assert redone.label == "Redo: Set up the small town"
        assert store.batches(LOCAL, small_town)[2].undone_by is None

    def test_undo_names_later_changes_of_the_same_rows_and_overwrites_nothing(
        self, store: Store, small_town: str
    ) -> None:
        first = store.apply(LOCAL, small_town, put("stakeholder", id=["s_hall"], place=["a"]))
        other = store.apply(LOCAL, small_town, put("stakeholder", id=["s_news"], place=["x"]))
        later = store.apply(LOCAL, small_town, put("stakeholder", id=["s_hall"], place=["b"]))
        with pytest.raises(ConflictError) as refused:
            store.undo(LOCAL, small_town, first.id)
        assert refused.value.batches == (later.id,)
        assert other.id not in refused.value.batches
        assert store.landscape(LOCAL, small_town).revision == later.revision
        store.undo(LOCAL, small_town, later.id)
        store.undo(LOCAL, small_town, first.id)
        places = store.snapshot(LOCAL, small_town).stakeholder.set_index("id")["place"]
        assert pd.isna(places["s_hall"])
        assert places["s_news"] == "x"

    def test_undo_names_a_later_change_that_leans_on_what_it_would_take_away(
        self, store: Store, small_town: str
    ) -> None:
        added = store.apply(
            LOCAL, small_town, put("stakeholder", id=["s_new"], name=["New"], ordinal=[9])
        )
        leaning = store.apply(
            LOCAL,
            small_town,
            put("relationship", id=["r9"], source_id=["s_new"], target_id=["s_hall"]),
        )
        with pytest.raises(ConflictError) as refused:
            store.undo(LOCAL, small_town, added.id)
        assert refused.value.batches == (leaning.id,)
        assert len(store.snapshot(LOCAL, small_town).stakeholder) == 8

    def test_a_batch_is_not_undone_twice(self, store: Store, small_town: str) -> None:
        batch = store.apply(LOCAL, small_town, put("stakeholder", id=["s_hall"], place=["a"]))
        store.undo(LOCAL, small_town, batch.id)
        with pytest.raises(ConflictError, match="already"):
            store.undo(LOCAL, small_town, batch.id)

    def test_history_says_who_what_and_how_many_rows(self, store: Store, small_town: str) -> None:
        store.apply(EDITOR, small_town, put("stakeholder", id=["s_hall"], place=["a"]))
        newest, oldest = store.batches(LOCAL, small_town)
        assert (newest.principal_id, newest.kind, newest.label, newest.rows) == (
            "e",
            "edit",
            "Put stakeholder",
            1,
        )
        assert oldest.label == "Set up the small town"

    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(data=st.data())
    def test_undoing_everything_newest_first_leads_back(
        self, store: Store, data: st.DataObject
    ) -> None:
        landscape_id = draw_id("l")
        store.create_landscape(LOCAL, Landscape(id=landscape_id, name="Any"))
        store.apply(LOCAL, landscape_id, small_town_edit())
        before = rows(store.snapshot(LOCAL, landscape_id))
        text = st.text(
            st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20
        )
        people = ["s_hall", "s_water", "s_farm"]
        done = []
        for _ in range(data.draw(st.integers(1, 5))):
            person = data.draw(st.sampled_from(people))
            edit = data.draw(
                st.one_of(
                    text.map(lambda t, p=person: put("stakeholder", id=[p], notes=[t])),
                    st.floats(-90, 90).map(
                        lambda f, p=person: put("stakeholder", id=[p], latitude=[f])
                    ),
                    text.filter(str.strip).map(
                        lambda t: Edit(label="Rename", landscape={"name": t})
                    ),
                )
            )
            done.append(store.apply(LOCAL, landscape_id, edit).id)
        for batch_id in reversed(done):
            store.undo(LOCAL, landscape_id, batch_id)
        assert rows(store.snapshot(LOCAL, landscape_id)) == before

    def test_writers_at_once_lose_nothing(self, store: Store, small_town: str) -> None:
        def write(number: int) -> None:
            for step in range(5):
                id_ = f"s_{number}_{step}"
                store.apply(
                    LOCAL, small_town, put("stakeholder", id=[id_], name=[id_], ordinal=[9])
                )

        threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seen = store.snapshot(LOCAL, small_town)
        assert seen.revision == 31
        assert len(seen.stakeholder) == 7 + 30

    def test_readers_at_once_get_their_own_rows(self, store: Store) -> None:
        ids = []
        for number in range(4):
            landscape = store.create_landscape(
                LOCAL, Landscape(id=draw_id("l"), name=f"Valley {number}")
            )
            store.apply(
                LOCAL,
                landscape.id,
                put("stakeholder", id=["s"], name=[f"Only {number}"], ordinal=[0]),
            )
            ids.append(landscape.id)
        wrong: list[str] = []

        def read(number: int) -> None:
            for _ in range(25):
                seen = store.snapshot(LOCAL, ids[number], tables=("stakeholder",))
                if seen.stakeholder["name"].tolist() != [f"Only {number}"]:
                    wrong.append(str(seen.stakeholder["name"].tolist()))

        threads = [threading.Thread(target=read, args=(number % 4,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []

    def test_an_answer_is_replaced_and_bumps_the_round_only(
        self, store: Store, small_town: str
    ) -> None:
        round_ = a_round(store, small_town)
        submission = store.open_submission(LOCAL, small_town, round_.id)
        assert store.open_submission(LOCAL, small_town, round_.id) == submission
        first = store.save_answer(
            LOCAL, small_town, submission, Answer(item_id="D01.1", level=2, text_shown="two"), DAY
        )
        second = store.save_answer(
            LOCAL,
            small_town,
            submission,
            Answer(item_id="D01.1", off_scale=OffScale.CANT_SAY),
            DAY,
        )
        assert second == first + 1
        saved = store.answers(LOCAL, small_town, round_.id)
        assert saved["item_id"].tolist() == ["D01.1"]
        assert saved["level"].isna().all()
        assert saved["off_scale"].tolist() == ["cant_say"]
        assert store.landscape(LOCAL, small_town).revision == 1
        assert len(store.batches(LOCAL, small_town)) == 1

    def test_a_closed_round_takes_no_answer(self, store: Store, small_town: str) -> None:
        round_ = a_round(store, small_town)
        submission = store.open_submission(LOCAL, small_town, round_.id, rater="Ida")
        store.finish_submission(LOCAL, small_town, submission)
        closed = store.set_round_state(LOCAL, small_town, round_.id, "closed", DAY)
        assert (closed.state, closed.closed_on) == ("closed", DAY)
        with pytest.raises(NotAllowedError, match="closed"):
            store.save_answer(LOCAL, small_town, submission, Answer(item_id="D01.1", level=2), DAY)
        with pytest.raises(InvalidValueError):
            store.set_round_state(LOCAL, small_town, round_.id, "lost", DAY)
        assert [one.id for one in store.rounds(LOCAL, small_town)] == [round_.id]


def a_round(store: Store, landscape_id: str) -> Round:
    return store.create_round(
        LOCAL,
        landscape_id,
        Round(
            id="",
            name="First look",
            instrument="convening-readiness",
            version=1,
            digest="d",
            form="quick",
            opened_on=DAY,
        ),
    )


def test_a_dump_becomes_a_landscape_of_its_own_with_its_history(store: Store) -> None:
    first = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Town")).id
    store.apply(LOCAL, first, small_town_edit())
    kept = {"id": ["v"], "name": ["River"], "look": ['{"steps":  2}'], "ordinal": [0]}
    view = store.apply(LOCAL, first, put("map_view", **kept))
    planned = {"id": ["n"], "step": ["=Ask"], "due_on": [date(2026, 5, 31)], "status": ["doing"]}
    step = store.apply(LOCAL, first, put("plan_step", **planned, ordinal=[0]))
    whole = store.dump(LOCAL, first)
    assert whole.tables["map_view"]["look"].tolist() == ['{"steps":  2}']
    assert whole.tables["plan_step"]["due_on"].tolist() == ["2026-05-31"]
    other = store.load(LOCAL, draw_id("l"), whole)
    again = store.dump(LOCAL, other.id)
    assert again.landscape == whole.landscape
    for table, frame in whole.tables.items():
        pd.testing.assert_frame_equal(again.tables[table], frame, obj=table)
    for batch in store.batches(LOCAL, other.id):
        store.undo(LOCAL, other.id, batch.id)
    assert store.snapshot(LOCAL, other.id).map_view.empty
    assert store.snapshot(LOCAL, other.id).plan_step.empty
    store.undo(LOCAL, first, step.id)
    store.undo(LOCAL, first, view.id)
    assert (len(store.snapshot(LOCAL, other.id).stakeholder)) == 0
    assert (len(store.snapshot(LOCAL, first).stakeholder)) == 7


@pytest.mark.parametrize("reader", [VIEWER, EDITOR])
def test_a_dump_is_for_the_owner_only(store: Store, reader: Principal) -> None:
    first = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Town")).id
    with pytest.raises(NotAllowedError):
        store.dump(reader, first)
    with pytest.raises(NotAllowedError):
        store.load(reader, draw_id("l"), store.dump(LOCAL, first))


def test_a_dump_that_does_not_fit_leaves_nothing_behind(store: Store) -> None:
    first = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Town")).id
    store.apply(LOCAL, first, small_town_edit())
    whole = store.dump(LOCAL, first)
    whole.tables["stakeholder"].loc[0, "influence"] = "9"
    with pytest.raises(InvalidValueError):
        store.load(LOCAL, draw_id("l"), whole)
    assert [landscape.id for landscape in store.landscapes(LOCAL)] == [first]
