"""The team, where each of it stands, and how groups take them, on a real store."""

import json
from datetime import date

import pytest

from landscape.model.errors import ChangedMeanwhileError, InvalidValueError, NotFoundError
from landscape.model.principal import LOCAL
from landscape.services.checks import row_with_id
from landscape.services.standing_team import (
    TABLES,
    add_member,
    cell,
    cells,
    judged,
    member_row,
    reaches,
    save_cells,
    save_member,
    take_in,
    team,
)

TODAY = date(2026, 11, 1)
LATER = date(2026, 12, 1)


def read(store, town):
    return store.snapshot(LOCAL, town, tables=TABLES)


def say(store, town, said, *, on=TODAY, seen=None):
    return save_cells(LOCAL, store, town, said, on=on, seen=seen)


def member(store, town, id_):
    return next(one for one in team(read(store, town)) if one.person.id == id_)


def test_the_team_stands_by_name_with_further_groups(store, small_town):
    there = team(read(store, small_town))
    assert [(one.person.name, one.further) for one in there] == [
        ("Ida Brook", ("c_farm",)),
        ("Town hall", ()),
    ]


def test_several_cells_are_one_step_that_can_be_undone(store, small_town):
    before = judged(read(store, small_town))
    batch = say(
        store,
        small_town,
        {
            cell("s_ida", "c_media", "level"): 3,
            cell("s_hall", "c_media", "level"): -1,
            cell("s_hall", "c_media", "basis"): json.dumps(["formal role"]),
            cell("s_hall", "c_media", "judged_by"): "member",
        },
    )
    there = judged(read(store, small_town))
    ida, hall = there["s_ida", "c_media"], there["s_hall", "c_media"]
    assert (ida.level, ida.judged_by, ida.judged_on) == (3, "self", TODAY)
    assert (hall.level, hall.basis, hall.judged_by) == (-1, ("formal role",), "member")
    assert batch.rows == 2
    store.undo(LOCAL, small_town, batch.id)
    assert judged(read(store, small_town)) == before


def test_a_level_is_dated_when_it_changes_and_not_when_a_note_does(store, small_town):
    level, note = cell("s_ida", "c_media", "level"), cell("s_ida", "c_media", "note")
    say(store, small_town, {level: 2})
    say(store, small_town, {note: "Said at the fair."}, on=LATER)
    one = judged(read(store, small_town))["s_ida", "c_media"]
    assert (one.level, one.note, one.judged_on) == (2, "Said at the fair.", TODAY)
    say(store, small_town, {level: 3}, on=LATER)
    assert judged(read(store, small_town))["s_ida", "c_media"].judged_on == LATER


def test_a_cell_that_says_nothing_any_more_is_taken_away(store, small_town):
    level = cell("s_ida", "c_media", "level")
    say(store, small_town, {level: 0})
    assert judged(read(store, small_town))["s_ida", "c_media"].level == 0
    say(store, small_town, {level: None})
    assert ("s_ida", "c_media") not in judged(read(store, small_town))


def test_nothing_is_written_where_nothing_was_changed(store, small_town):
    with pytest.raises(InvalidValueError, match="Nothing was changed"):
        say(store, small_town, {cell("s_ida", "c_media", "level"): None})


def test_a_level_outside_its_scale_is_refused(store, small_town):
    with pytest.raises(InvalidValueError, match="legitimacy of 'c_media' is 9"):
        say(store, small_town, {cell("s_ida", "c_media", "level"): 9})


@pytest.mark.parametrize(("who", "where"), [("s_lost", "c_media"), ("s_ida", "c_lost")])
def test_a_cell_of_somebody_who_has_gone_is_refused(store, small_town, who, where):
    with pytest.raises(NotFoundError):
        say(store, small_town, {cell(who, where, "level"): 1})


def test_a_part_that_no_judgement_has_is_refused(store, small_town):
    with pytest.raises(InvalidValueError, match="'id' is no part"):
        say(store, small_town, {cell("s_ida", "c_media", "id"): "x"})


def test_two_who_judge_the_same_cell_are_told(store, small_town):
    level = cell("s_ida", "c_media", "level")
    seen = cells(read(store, small_town), [level])
    say(store, small_town, {level: 1})
    with pytest.raises(ChangedMeanwhileError) as told:
        say(store, small_town, {level: 4}, seen=seen)
    assert told.value.theirs == {level: 1}
    other = cell("s_hall", "c_media", "level")
    say(store, small_town, {other: 4}, seen={other: None})  # another cell is nobody's business


def test_groups_known_only_through_one_person_are_named(store, small_town):
    say(
        store,
        small_town,
        {
            cell("s_ida", "c_media", "level"): 3,
            cell("s_ida", "c_people", "level"): 4,
            cell("s_hall", "c_people", "level"): 3,
            cell("s_hall", "c_farm", "level"): 2,
        },
    )
    found = {one.member.id: (one.accepted, one.alone) for one in reaches(read(store, small_town))}
    assert found == {
        "s_ida": (("Residents", "Media"), ("Media",)),
        "s_hall": (("Residents",), ()),
    }


def test_where_somebody_stands_is_saved_with_their_further_groups(store, small_town):
    seen = member_row(member(store, small_town, "s_ida"))
    row = {
        "location_note": "I live by the mill.",
        "interests_declared": "Our house floods.",
        "further": json.dumps(["c_media", "c_people"]),  # the first group is no further one
    }
    save_member(LOCAL, store, small_town, "s_ida", row, seen=seen)
    ida = member(store, small_town, "s_ida")
    assert ida.further == ("c_media",)
    assert ida.person.location_note == "I live by the mill."
    assert ida.person.interests_declared == "Our house floods."
    with pytest.raises(ChangedMeanwhileError):
        save_member(LOCAL, store, small_town, "s_ida", row, seen=seen)


def test_somebody_joins_the_team_and_leaves_it(store, small_town):
    take_in(LOCAL, store, small_town, "s_water", on_team=True)
    assert [one.person.id for one in team(read(store, small_town))] == [
        "s_ida", "s_hall", "s_water"
    ]  # fmt: skip
    assert store.landscape(LOCAL, small_town).settings["us"] == "answered"
    take_in(LOCAL, store, small_town, "s_water", on_team=False)
    assert [one.person.id for one in team(read(store, small_town))] == ["s_ida", "s_hall"]
    with pytest.raises(NotFoundError):
        take_in(LOCAL, store, small_town, "s_lost", on_team=True)


def test_a_typed_name_becomes_a_person_on_the_team(store, small_town):
    add_member(LOCAL, store, small_town, " Vera Stone ")
    vera = next(one.person for one in team(read(store, small_town)) if "Vera" in one.person.name)
    assert (vera.name, vera.kind, vera.on_team) == ("Vera Stone", "person", True)
    placed = store.snapshot(LOCAL, small_town, tables=("placement",)).placement
    assert (placed["stakeholder_id"] == vera.id).any()


def test_what_was_judged_stays_with_who_leaves(store, small_town):
    say(store, small_town, {cell("s_ida", "c_media", "level"): 3})
    take_in(LOCAL, store, small_town, "s_ida", on_team=False)
    snapshot = read(store, small_town)
    assert judged(snapshot)["s_ida", "c_media"].level == 3
    assert [one.accepted for one in reaches(snapshot)] == [()]
    row = row_with_id(snapshot.legitimacy, "s_ida/c_media")
    assert row["judged_on"] == TODAY
