"""Everything a person changes on the map: one edit each, whole or not at all."""

from dataclasses import replace

import pytest

from landscape.model.boundary import Boundary
from landscape.model.constituency import Constituency
from landscape.model.errors import ConflictError, InvalidValueError, NotFoundError
from landscape.model.principal import LOCAL
from landscape.model.relationship import Relationship
from landscape.model.scales import Asked, Basis, Role
from landscape.model.stakeholder import Stakeholder
from landscape.services import editing
from landscape.services.checks import row_with_id
from landscape.services.rows import boundary_of, stakeholder_of
from landscape.store.base import MAP_TABLES, Snapshot
from landscape.store.duckdb.store import DuckDBStore

BEEKEEPERS = Stakeholder(
    id="s_bees",
    name="Beekeepers",
    constituency_id="c_farm",
    asked=Asked.ASKED,
    roles=(Role.KNOWS, Role.AFFECTED),
    attributes={"bank": "left"},
)


def everything(store: DuckDBStore, landscape_id: str) -> Snapshot:
    return store.snapshot(LOCAL, landscape_id)


def all_rows(snapshot: Snapshot) -> dict[str, list[dict[str, object]]]:
    """The rows of every table, comparable: what is not recorded as None."""
    frames = {table: getattr(snapshot, table) for table in MAP_TABLES}
    return {
        table: [row_with_id(frame, id_) or {} for id_ in sorted(frame["id"])]
        for table, frame in frames.items()
    }


def test_a_stakeholder_is_added_as_it_was_said_and_gets_a_place(
    store: DuckDBStore, small_town: str
) -> None:
    editing.save_stakeholder(LOCAL, store, small_town, BEEKEEPERS)
    after = everything(store, small_town)
    added = stakeholder_of(row_with_id(after.stakeholder, "s_bees") or {})
    assert added == replace(BEEKEEPERS, ordinal=7)
    assert list(after.placement["stakeholder_id"]).count("s_bees") == 1


def test_adding_a_stakeholder_moves_nobody(store: DuckDBStore, small_town: str) -> None:
    before = everything(store, small_town).placement.set_index("stakeholder_id")[["x", "y"]]
    editing.save_stakeholder(LOCAL, store, small_town, BEEKEEPERS)
    after = everything(store, small_town).placement.set_index("stakeholder_id")[["x", "y"]]
    assert after.loc[before.index].equals(before)


def test_a_group_that_was_typed_is_added_with_its_first_stakeholder(
    store: DuckDBStore, small_town: str
) -> None:
    batch = editing.save_stakeholder(
        LOCAL,
        store,
        small_town,
        replace(BEEKEEPERS, constituency_id="c_bees"),
        new_group=Constituency(id="c_bees", name="Bees"),
    )
    after = everything(store, small_town)
    assert batch.revision == 2
    assert (row_with_id(after.constituency, "c_bees") or {})["ordinal"] == 4


def test_a_name_can_be_used_once(store: DuckDBStore, small_town: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        editing.save_stakeholder(LOCAL, store, small_town, replace(BEEKEEPERS, name=" town HALL "))
    assert str(refused.value) == (
        "There is a stakeholder named ' town HALL ' already. Give a name that tells them apart."
    )


def test_what_another_changed_meanwhile_is_not_overwritten(
    store: DuckDBStore, small_town: str
) -> None:
    shown = stakeholder_of(row_with_id(everything(store, small_town).stakeholder, "s_hall") or {})
    seen = {"name": shown.name, "place": None, "constituency_id": "c_public"}
    editing.save_stakeholder(LOCAL, store, small_town, replace(shown, place="Mill Lane"))
    with pytest.raises(ConflictError) as conflict:
        editing.save_stakeholder(
            LOCAL, store, small_town, replace(shown, place="Market"), seen=seen
        )
    assert conflict.value.what == "'Town hall' was changed meanwhile: place."
    row = row_with_id(everything(store, small_town).stakeholder, "s_hall") or {}
    assert row["place"] == "Mill Lane"


def test_what_another_removed_meanwhile_does_not_come_back(
    store: DuckDBStore, small_town: str
) -> None:
    shown = stakeholder_of(row_with_id(everything(store, small_town).stakeholder, "s_news") or {})
    editing.remove_stakeholders(LOCAL, store, small_town, ["s_news"])
    with pytest.raises(ConflictError, match="was removed meanwhile"):
        editing.save_stakeholder(LOCAL, store, small_town, shown, seen={"name": shown.name})


def test_removing_a_stakeholder_takes_along_all_that_hangs_on_it(
    store: DuckDBStore, small_town: str
) -> None:
    editing.remove_stakeholders(LOCAL, store, small_town, ["s_ida"])
    after = everything(store, small_town)
    assert "s_ida" not in set(after.stakeholder["id"])
    assert sorted(after.relationship["id"]) == ["r1", "r2", "r3", "r5"]
    assert sorted(after.report["id"]) == ["p1", "p2", "p3", "p4"]
    assert list(after.membership["id"]) == []
    assert "s_ida" not in set(after.placement["stakeholder_id"])
    door = row_with_id(after.legitimacy, "g1") or {}
    assert (door["door_opener"], door["door_opener_id"]) == ("Ida Brook", None)


def test_undo_of_a_removal_restores_every_row(store: DuckDBStore, small_town: str) -> None:
    before = all_rows(everything(store, small_town))
    batch = editing.remove_stakeholders(LOCAL, store, small_town, ["s_ida", "s_mill"])
    store.undo(LOCAL, small_town, batch.id)
    assert all_rows(everything(store, small_town)) == before


def test_removing_somebody_who_is_not_there_is_refused(store: DuckDBStore, small_town: str) -> None:
    with pytest.raises(NotFoundError, match="not there any more"):
        editing.remove_stakeholders(LOCAL, store, small_town, ["s_nobody"])


def test_who_is_us_is_whoever_was_picked(store: DuckDBStore, small_town: str) -> None:
    editing.mark_team(LOCAL, store, small_town, ["s_water"])
    after = everything(store, small_town)
    assert list(after.stakeholder.loc[after.stakeholder["on_team"], "id"]) == ["s_water"]
    assert after.landscape.settings["us"] == "answered"


def test_picking_nobody_as_us_is_remembered_as_skipped(store: DuckDBStore, small_town: str) -> None:
    editing.mark_team(LOCAL, store, small_town, [])
    assert everything(store, small_town).landscape.settings["us"] == "skipped"


def test_a_relationship_is_added_between_two_who_had_none(
    store: DuckDBStore, small_town: str
) -> None:
    added = Relationship(
        id="r6", source_id="s_news", target_id="s_hall", depth=0, basis=Basis.ASSUMED
    )
    batch = editing.save_relationship(LOCAL, store, small_town, added)
    row = row_with_id(everything(store, small_town).relationship, "r6") or {}
    assert (row["depth"], row["basis"], row["directed"]) == (0, "assumed", False)
    assert batch.label == "Added the relationship of Valley news and Town hall"


@pytest.mark.parametrize("ends", [("s_hall", "s_water"), ("s_water", "s_hall")])
def test_a_pair_has_one_relationship_of_a_kind(
    store: DuckDBStore, small_town: str, ends: tuple[str, str]
) -> None:
    again = Relationship(id="r9", source_id=ends[0], target_id=ends[1])
    with pytest.raises(InvalidValueError, match="have a relationship of this kind already"):
        editing.save_relationship(LOCAL, store, small_town, again)
    editing.save_relationship(LOCAL, store, small_town, replace(again, kind="funding"))
    assert len(everything(store, small_town).relationship) == 6


def test_an_end_that_is_not_on_the_map_is_refused(store: DuckDBStore, small_town: str) -> None:
    with pytest.raises(NotFoundError, match="Pick it again"):
        editing.save_relationship(
            LOCAL, store, small_town, Relationship(id="r9", source_id="s_hall", target_id="?")
        )


def test_removing_a_relationship_takes_its_reports_along(
    store: DuckDBStore, small_town: str
) -> None:
    editing.remove_relationships(LOCAL, store, small_town, ["r1", "r4"])
    after = everything(store, small_town)
    assert sorted(after.relationship["id"]) == ["r2", "r3", "r5"]
    assert sorted(after.report["id"]) == ["p3", "p4"]


def test_a_boundary_is_written_with_the_sides_that_were_said(
    store: DuckDBStore, small_town: str
) -> None:
    boundary = Boundary(
        id="b_office", name="Desks and fields", sides={"c_public": "Desks", "c_farm": "Fields"}
    )
    editing.save_boundary(LOCAL, store, small_town, boundary)
    after = everything(store, small_town)
    sides = after.boundary_side[after.boundary_side["boundary_id"] == "b_office"]
    said = dict(zip(sides["constituency_id"], sides["side"], strict=True))
    assert boundary_of(row_with_id(after.boundary, "b_office") or {}, said) == boundary


def test_removing_a_boundary_leaves_the_stakeholders_as_they_are(
    store: DuckDBStore, small_town: str
) -> None:
    before = all_rows(everything(store, small_town))
    editing.remove_boundary(LOCAL, store, small_town, "b_office")
    after = all_rows(everything(store, small_town))
    assert [row["id"] for row in after["boundary"]] == ["b_bank"]
    assert after["boundary_side"] == []
    assert after["stakeholder"] == before["stakeholder"]


def test_each_change_bumps_the_revision_once(store: DuckDBStore, small_town: str) -> None:
    revisions = [
        editing.save_stakeholder(LOCAL, store, small_town, BEEKEEPERS).revision,
        editing.mark_team(LOCAL, store, small_town, ["s_bees"]).revision,
        editing.remove_stakeholders(LOCAL, store, small_town, ["s_bees"]).revision,
        editing.remove_boundary(LOCAL, store, small_town, "b_bank").revision,
    ]
    assert revisions == [2, 3, 4, 5]
