"""What every store must do with its history: undo and redo in order, and going back."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from landscape.model.errors import (
    ConflictError,
    InvalidValueError,
    NotAllowedError,
    NotFoundError,
)
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.store.base import Edit, Store
from tests.fixtures import small_town_edit
from tests.store.contract import VIEWER, put, rows

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
PEOPLE = ("s_hall", "s_water", "s_farm", "s_new")


def place_of(store: Store, landscape_id: str, stakeholder_id: str) -> object:
    people = store.snapshot(LOCAL, landscape_id, tables=("stakeholder",)).stakeholder
    return people.set_index("id")["place"].dropna().get(stakeholder_id)


def told(store: Store, landscape_id: str, batch_id: str, principal: Principal = LOCAL) -> set:
    frame = store.what_changed(principal, landscape_id, batch_id)
    plain = frame.astype(object).where(frame.notna(), None)
    columns = ["name", "what", "field", "before", "after", "rows"]
    return set(plain[columns].itertuples(index=False, name=None))


class HistoryContract:
    def test_what_was_undone_can_be_redone(self, store: Store, small_town: str) -> None:
        batch = store.apply(LOCAL, small_town, put("stakeholder", id=["s_hall"], place=["a"]))
        after = rows(store.snapshot(LOCAL, small_town))
        with pytest.raises(ConflictError, match="has not been undone"):
            store.redo(LOCAL, small_town, batch.id)
        for _ in range(2):
            store.undo(LOCAL, small_town, batch.id)
            assert store.batch(LOCAL, small_town, batch.id).undone_by is not None
            redone = store.redo(LOCAL, small_town, batch.id)
            assert redone.label == "Redo: Put stakeholder"
            assert rows(store.snapshot(LOCAL, small_town)) == after
            assert store.batch(LOCAL, small_town, batch.id).undone_by is None

    def test_what_was_undone_is_redone_in_order_where_rows_are_shared(
        self, store: Store, small_town: str
    ) -> None:
        first = store.apply(LOCAL, small_town, put("stakeholder", id=["s_hall"], place=["a"]))
        second = store.apply(LOCAL, small_town, put("stakeholder", id=["s_hall"], role=["b"]))
        store.undo(LOCAL, small_town, second.id)
        taken_back = store.undo(LOCAL, small_town, first.id)
        with pytest.raises(ConflictError) as refused:  # the second knows the first's place
            store.redo(LOCAL, small_town, second.id)
        assert refused.value.batches == (taken_back.id,)
        assert place_of(store, small_town, "s_hall") is None
        store.redo(LOCAL, small_town, first.id)
        store.redo(LOCAL, small_town, second.id)
        assert place_of(store, small_town, "s_hall") == "a"

    def test_undo_names_what_took_away_a_row_that_is_leaned_on(
        self, store: Store, small_town: str
    ) -> None:
        removed = store.apply(
            LOCAL,
            small_town,
            Edit(label="Lines", remove={"relationship": ["r5"], "report": []}),
        )
        gone = store.apply(
            LOCAL,
            small_town,
            Edit(label="Vine", remove={"stakeholder": ["s_vine"], "placement": ["groups/s_vine"]}),
        )
        before = rows(store.snapshot(LOCAL, small_town))
        with pytest.raises(ConflictError) as refused:
            store.undo(LOCAL, small_town, removed.id)
        assert refused.value.batches == (gone.id,)
        assert rows(store.snapshot(LOCAL, small_town)) == before

    def test_what_imports_remember_stands_in_nobodys_way(
        self, store: Store, small_town: str
    ) -> None:
        def remember(decided: str, person: str) -> Edit:
            return Edit(
                label=f"Import of {person}",
                kind="import",
                put={
                    "import_memory": pd.DataFrame({"id": ["names"], "decided": [decided]}),
                    "stakeholder": pd.DataFrame({"id": [person], "place": ["Mill"]}),
                },
            )

        first = store.apply(LOCAL, small_town, remember('{"a": 1}', "s_hall"))
        second = store.apply(LOCAL, small_town, remember('{"a": 1, "b": 2}', "s_news"))
        store.undo(LOCAL, small_town, first.id)
        kept = store.snapshot(LOCAL, small_town).import_memory
        assert kept["decided"].tolist() == ['{"a": 1, "b": 2}']
        store.undo(LOCAL, small_town, second.id)
        kept = store.snapshot(LOCAL, small_town).import_memory
        assert kept["decided"].tolist() == ['{"a": 1}']

    def test_saved_views_are_undone_brought_back_and_gone_back_to(
        self, store: Store, small_town: str
    ) -> None:
        at = store.landscape(LOCAL, small_town).revision
        look = '{"colour": "kind",  "filters": [{"field": "kind"}]}'
        kept = {
            "id": ["v_1", "v_2"],
            "name": ["The river \u202e", "Offices"],
            "sentence": ["Who reaches over?", None],
            "look": [look, "{}"],
            "camera": ['{"x": 0.30000000000000004, "y": -2.0, "span": 9.5}', None],
            "ordinal": [0, 1],
        }
        first = store.apply(LOCAL, small_town, put("map_view", **kept))
        seen = store.snapshot(LOCAL, small_town).map_view
        assert seen["look"].tolist() == [look, "{}"]
        assert seen["sentence"].isna().tolist() == [False, True]
        before = rows(store.snapshot(LOCAL, small_town))
        turned = store.apply(LOCAL, small_town, put("map_view", id=["v_1", "v_2"], ordinal=[1, 0]))
        assert store.snapshot(LOCAL, small_town).map_view["id"].tolist() == ["v_2", "v_1"]
        assert told(store, small_town, turned.id) == {
            ("The river \u202e", "changed", "ordinal", "0", "1", 2),
            ("Offices", "changed", "ordinal", "1", "0", 2),
        }
        with pytest.raises(ConflictError) as refused:
            store.undo(LOCAL, small_town, first.id)
        assert refused.value.batches == (turned.id,)
        store.undo(LOCAL, small_town, turned.id)
        assert rows(store.snapshot(LOCAL, small_town)) == before
        gone = store.apply(LOCAL, small_town, Edit(label="x", remove={"map_view": ["v_1"]}))
        store.undo(LOCAL, small_town, gone.id)
        assert rows(store.snapshot(LOCAL, small_town)) == before
        assert store.differences(LOCAL, small_town, at).to_dict("records") == [
            {"entity": "map_view", "comes_back": 0, "goes": 2, "changes": 0}
        ]
        back = store.restore_to(LOCAL, small_town, at, label="Back")
        assert store.snapshot(LOCAL, small_town).map_view.empty
        store.undo(LOCAL, small_town, back.id)
        assert rows(store.snapshot(LOCAL, small_town)) == before

    def test_those_outside_the_team_see_no_saved_view(self, store: Store, small_town: str) -> None:
        look = '{"filters": [{"field": "attribute:SECRET"}]}'
        kept = {"id": ["v_1"], "name": ["SECRET"], "look": [look], "ordinal": [0]}
        batch = store.apply(LOCAL, small_town, put("map_view", **kept))
        assert store.snapshot(VIEWER, small_town).map_view.empty
        assert told(store, small_town, batch.id, VIEWER) == set()
        assert told(store, small_town, batch.id) == {("SECRET", "added", None, None, None, 1)}

    def test_steps_of_the_plan_are_undone_told_and_gone_back_to(
        self, store: Store, small_town: str
    ) -> None:
        at = store.landscape(LOCAL, small_town).revision
        planned = {
            "id": ["n_1", "n_2"],
            "step": ["Ask the herders \u202e", "Walk the river"],
            "round_id": ["R1", None],
            "dimension_id": ["D02", None],
            "item_id": ["D02.1", None],
            "owner": ["Ada", None],
            "due_on": [date(2026, 5, 31), None],
            "status": ["agreed", "idea"],
            "note": ["=1+1", None],
            "ordinal": [0, 1],
        }
        first = store.apply(LOCAL, small_town, put("plan_step", **planned))
        seen = store.snapshot(LOCAL, small_town).plan_step
        assert seen["due_on"].isna().tolist() == [False, True]
        assert seen["became"].isna().all()
        before = rows(store.snapshot(LOCAL, small_town))
        done = store.apply(
            LOCAL,
            small_town,
            put("plan_step", id=["n_1"], status=["done"], became=["They came"]),
        )
        assert told(store, small_town, done.id) == {
            ("Ask the herders \u202e", "changed", "status", "agreed", "done", 1),
            ("Ask the herders \u202e", "changed", "became", None, "They came", 1),
        }
        with pytest.raises(ConflictError) as refused:
            store.undo(LOCAL, small_town, first.id)
        assert refused.value.batches == (done.id,)
        store.undo(LOCAL, small_town, done.id)
        assert rows(store.snapshot(LOCAL, small_town)) == before
        gone = store.apply(LOCAL, small_town, Edit(label="x", remove={"plan_step": ["n_1"]}))
        store.undo(LOCAL, small_town, gone.id)
        assert rows(store.snapshot(LOCAL, small_town)) == before
        assert store.differences(LOCAL, small_town, at).to_dict("records") == [
            {"entity": "plan_step", "comes_back": 0, "goes": 2, "changes": 0}
        ]
        back = store.restore_to(LOCAL, small_town, at, label="Back")
        assert store.snapshot(LOCAL, small_town).plan_step.empty
        store.undo(LOCAL, small_town, back.id)
        assert rows(store.snapshot(LOCAL, small_town)) == before

    def test_those_outside_the_team_see_no_step_of_the_plan(
        self, store: Store, small_town: str
    ) -> None:
        planned = {"id": ["n_1"], "step": ["SECRET"], "status": ["idea"], "ordinal": [0]}
        batch = store.apply(LOCAL, small_town, put("plan_step", **planned))
        assert store.snapshot(VIEWER, small_town).plan_step.empty
        assert told(store, small_town, batch.id, VIEWER) == set()
        assert told(store, small_town, batch.id) == {("SECRET", "added", None, None, None, 1)}

    def test_batches_come_in_pages_and_by_kind(self, store: Store, small_town: str) -> None:
        done = [
            store.apply(LOCAL, small_town, Edit(label=str(number), landscape={"name": str(number)}))
            for number in range(4)
        ]
        store.undo(LOCAL, small_town, done[3].id)
        page = store.batches(LOCAL, small_town, limit=2)
        assert [batch.label for batch in page] == ["Undo: 3", "3"]
        older = store.batches(LOCAL, small_town, limit=2, before=page[-1].revision)
        assert [batch.label for batch in older] == ["2", "1"]
        assert [batch.label for batch in store.batches(LOCAL, small_town, kind="undo")] == [
            "Undo: 3"
        ]
        # What took it back stands on another page.
        (alone,) = store.batches(LOCAL, small_town, limit=1, before=page[0].revision)
        assert alone.undone_by == page[0].id

    def test_everything_goes_back_in_one_batch_that_can_be_undone(
        self, store: Store, small_town: str
    ) -> None:
        before = rows(store.snapshot(LOCAL, small_town))
        at = store.landscape(LOCAL, small_town).revision
        exact = {"id": ["s_hall"], "latitude": [0.1 + 0.2], "attributes": ['{"a":  1.50}']}
        store.apply(LOCAL, small_town, put("stakeholder", **exact))
        store.apply(
            LOCAL,
            small_town,
            Edit(
                label="Much",
                put={"stakeholder": pd.DataFrame({"id": ["s_new"], "name": ["N"], "ordinal": [9]})},
                remove={"relationship": ["r2"], "report": ["p3"]},
                landscape={"name": "Other"},
            ),
        )
        later = rows(store.snapshot(LOCAL, small_town))
        would = store.differences(LOCAL, small_town, at).set_index("entity")
        assert would.loc[["landscape", "relationship", "report", "stakeholder"]].to_numpy(
            dtype=int
        ).tolist() == [[0, 0, 1], [1, 0, 0], [1, 0, 0], [0, 1, 1]]
        back = store.restore_to(LOCAL, small_town, at, label="Back")
        assert (back.kind, back.label, back.rows) == ("restore", "Back", 5)
        assert rows(store.snapshot(LOCAL, small_town)) == before
        store.undo(LOCAL, small_town, back.id)
        assert rows(store.snapshot(LOCAL, small_town)) == later

    def test_a_name_that_is_as_it_was_is_no_change(self, store: Store, small_town: str) -> None:
        at = store.landscape(LOCAL, small_town).revision
        renamed = store.apply(LOCAL, small_town, Edit(label="x", landscape={"name": "Other"}))
        store.undo(LOCAL, small_town, renamed.id)
        assert len(store.differences(LOCAL, small_town, at)) == 0
        assert store.restore_to(LOCAL, small_town, at, label="Back").rows == 0

    def test_going_back_to_nothing_later_is_refused(self, store: Store, small_town: str) -> None:
        standing = store.landscape(LOCAL, small_town).revision
        for revision in (standing, standing + 1, -1):
            with pytest.raises(ConflictError, match="Nothing has changed since"):
                store.restore_to(LOCAL, small_town, revision, label="Back")
            with pytest.raises(ConflictError):
                store.differences(LOCAL, small_town, revision)
        with pytest.raises(NotAllowedError):
            store.restore_to(VIEWER, small_town, 0, label="Back")
        with pytest.raises(NotFoundError):
            store.restore_to(LOCAL, "l_nowhere", 0, label="Back")

    def test_a_moment_has_a_revision(self, store: Store, small_town: str) -> None:
        batch = store.apply(LOCAL, small_town, put("stakeholder", id=["s_hall"], place=["a"]))
        assert store.revision_at(LOCAL, small_town, batch.changed_at) == batch.revision
        assert store.revision_at(LOCAL, small_town, datetime(2000, 1, 1, tzinfo=UTC)) == 0

    def test_what_a_batch_did_is_told_in_names(self, store: Store, small_town: str) -> None:
        batch = store.apply(
            LOCAL,
            small_town,
            Edit(
                label="Much",
                put={
                    "stakeholder": pd.DataFrame(
                        {"id": ["s_hall"], "influence": [4], "constituency_id": ["c_farm"]}
                    ),
                    "relationship": pd.DataFrame(
                        {"id": ["r9"], "source_id": ["s_ida"], "target_id": ["s_news"]}
                    ),
                },
                remove={"relationship": ["r5"], "placement": ["groups/s_hall"]},
                landscape={"name": "Other"},
            ),
        )
        expected = {
            ("Town hall", "changed", "influence", None, "4", 1),
            ("Town hall", "changed", "constituency_id", "Public bodies", "Farmers", 1),
            ("Ida Brook – Valley news", "added", None, None, None, 1),
            ("Upper farms – Vineyard circle", "removed", None, None, None, 1),
            ("Other", "changed", "name", "Small town", "Other", 1),
            (None, "removed", None, None, None, 1),  # a place on the map
        }
        assert told(store, small_town, batch.id) == expected
        # Also when what was added has gone since, and its ends with it.
        store.apply(
            LOCAL, small_town, Edit(label="x", remove={"relationship": ["r9", "r4"],
                                                       "report": ["p5", "p6"],
                                                       "membership": ["s_ida/c_farm"],
                                                       "legitimacy": ["g1"],
                                                       "placement": ["groups/s_ida"],
                                                       "stakeholder": ["s_ida"]})
        )  # fmt: skip
        assert told(store, small_town, batch.id) == expected

    def test_what_a_batch_did_is_told_as_far_as_one_may_see(
        self, store: Store, small_town: str
    ) -> None:
        batch = store.apply(
            LOCAL,
            small_town,
            Edit(
                label="Judgements",
                put={
                    "stakeholder": pd.DataFrame(
                        {"id": ["s_hall"], "notes": ["SECRET"], "place": ["Mill Lane"]}
                    ),
                    "legitimacy": pd.DataFrame({"id": ["g1"], "level": [-1]}),
                },
            ),
        )
        place = ("Town hall", "changed", "place", None, "Mill Lane", 1)
        assert told(store, small_town, batch.id, VIEWER) == {place}
        editor = Principal(id="e", role=AccessRole.EDITOR)
        assert told(store, small_town, batch.id, editor) == {place}
        assert told(store, small_town, batch.id) == {
            place,
            ("Town hall", "changed", "notes", None, "SECRET", 1),
            ("Residents", "changed", "level", "3", "-1", 1),
        }

    def test_of_many_rows_the_first_are_told_and_all_are_counted(
        self, store: Store, small_town: str
    ) -> None:
        ids = [f"s_{number}" for number in range(30)]
        batch = store.apply(
            LOCAL, small_town, put("stakeholder", id=ids, name=ids, ordinal=list(range(30)))
        )
        frame = store.what_changed(LOCAL, small_town, batch.id, most=3)
        assert (len(frame), set(frame["rows"])) == (3, {30})

    @settings(
        max_examples=12,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(data=st.data())
    def test_going_back_to_any_revision_gives_exactly_what_was_there(
        self, store: Store, data: st.DataObject
    ) -> None:
        landscape_id = draw_id("l")
        store.create_landscape(LOCAL, Landscape(id=landscape_id, name="Any"))
        seen = {0: rows(store.snapshot(LOCAL, landscape_id))}

        def keep() -> None:
            revision = store.landscape(LOCAL, landscape_id).revision
            seen[revision] = rows(store.snapshot(LOCAL, landscape_id))

        store.apply(LOCAL, landscape_id, small_town_edit())
        keep()
        for _ in range(data.draw(st.integers(1, 5))):
            before = rows(store.snapshot(LOCAL, landscape_id))
            step = data.draw(st.sampled_from(["put", "drop", "rename", "undo", "redo", "back"]))
            batches = store.batches(LOCAL, landscape_id)
            try:
                if step == "back":
                    revision = data.draw(st.sampled_from(sorted(seen)))
                    back = store.restore_to(LOCAL, landscape_id, revision, label="Back")
                    assert rows(store.snapshot(LOCAL, landscape_id)) == seen[revision]
                    keep()
                    if data.draw(st.booleans()):
                        store.undo(LOCAL, landscape_id, back.id)
                        assert rows(store.snapshot(LOCAL, landscape_id)) == before
                elif step == "undo":
                    store.undo(LOCAL, landscape_id, data.draw(st.sampled_from(batches)).id)
                elif step == "redo":
                    store.redo(LOCAL, landscape_id, data.draw(st.sampled_from(batches)).id)
                else:
                    store.apply(LOCAL, landscape_id, self._edit(step, data))
            except (ConflictError, InvalidValueError):
                assert rows(store.snapshot(LOCAL, landscape_id)) == before
            keep()
        current = store.landscape(LOCAL, landscape_id).revision
        for revision in sorted(seen, reverse=True):
            if revision < current:
                store.restore_to(LOCAL, landscape_id, revision, label="Back")
                assert rows(store.snapshot(LOCAL, landscape_id)) == seen[revision]

    def _edit(self, step: str, data: st.DataObject) -> Edit:
        if step == "rename":
            return Edit(label="Rename", landscape={"name": data.draw(TEXT.filter(str.strip))})
        if step == "drop":  # one that nothing leans on, taken away and sometimes added anew
            anew = data.draw(st.booleans())
            frame = pd.DataFrame({"id": ["r5"], "source_id": ["s_farm"], "target_id": ["s_hall"]})
            return Edit(
                label="Drop",
                remove={"relationship": ["r5"]},
                put={"relationship": frame} if anew else {},
            )
        person = data.draw(st.sampled_from(PEOPLE))
        return put(
            "stakeholder",
            id=[person],
            name=[person],
            ordinal=[7],
            notes=[data.draw(TEXT)],
            latitude=[data.draw(st.floats(-90, 90))],
        )
