"""Group cards: what counts as filled, and writing a group and its door together."""

from dataclasses import replace

import pandas as pd
import pytest

from landscape.model.constituency import Constituency
from landscape.model.errors import (
    ChangedMeanwhileError,
    ConflictError,
    InvalidValueError,
    NotFoundError,
)
from landscape.model.principal import LOCAL
from landscape.services.checks import row_with_id
from landscape.services.editing import remove_stakeholders
from landscape.services.group_cards import (
    add_card,
    add_group,
    card_row,
    group_cards,
    remove_group,
    save_group_card,
)
from landscape.services.placing import pin
from landscape.store.base import MAP_TABLES, Edit


def cards(store, landscape_id):
    snapshot = store.snapshot(LOCAL, landscape_id, tables=("constituency", "legitimacy"))
    return {card.group.id: card for card in group_cards(snapshot)}


def test_a_stated_zero_is_an_answer_and_an_open_question_is_not(store, small_town):
    # Public bodies: stake 2, decides 3. Residents: stake 3, decides 0, a door and how they take us.
    assert {id_: card.filled for id_, card in cards(store, small_town).items()} == {
        "c_public": 2,
        "c_people": 4,
        "c_farm": 1,
        "c_media": 0,
    }


def test_a_group_and_its_door_are_written_in_one_batch(store, small_town):
    seen = cards(store, small_town)["c_media"]
    card = replace(
        seen,
        group=replace(seen.group, affected=0, account="Call us before noon."),
        door=replace(seen.door, door_opener="The night editor", level=1),
    )
    batch = save_group_card(LOCAL, store, small_town, card, seen=card_row(seen))
    assert cards(store, small_town)["c_media"] == card
    assert (batch.revision, batch.rows) == (2, 2)


def test_a_card_that_another_changed_is_not_overwritten(store, small_town):
    seen = cards(store, small_town)["c_media"]
    theirs = replace(seen, group=replace(seen.group, stake=1))
    save_group_card(LOCAL, store, small_town, theirs, seen=card_row(seen))
    mine = replace(seen, group=replace(seen.group, stake=3))
    with pytest.raises(ConflictError, match="'Media' was changed meanwhile: stake"):
        save_group_card(LOCAL, store, small_town, mine, seen=card_row(seen))


def test_what_others_wrote_beside_a_card_stays(store, small_town):
    card = cards(store, small_town)["c_media"]
    kind = pd.DataFrame({"id": ["c_media"], "kind": ["press"]})
    store.apply(LOCAL, small_town, Edit(label="Kind", put={"constituency": kind}))
    mine = replace(card, group=replace(card.group, stake=3))
    batch = save_group_card(LOCAL, store, small_town, mine, seen=card_row(card))
    assert cards(store, small_town)["c_media"].group == replace(mine.group, kind="press")
    assert batch.rows == 1


def test_a_card_whose_group_was_removed_meanwhile_is_added_again(store, small_town):
    card = cards(store, small_town)["c_people"]
    remove_group(LOCAL, store, small_town, "c_people")
    with pytest.raises(ChangedMeanwhileError, match="'Residents' was removed meanwhile") as refused:
        save_group_card(LOCAL, store, small_town, card, seen=card_row(card))
    assert refused.value.theirs is None
    add_card(LOCAL, store, small_town, card)
    again = cards(store, small_town)["c_people"]
    assert (again.group.stake, again.group.ordinal) == (3, 4)
    assert again.door == card.door


def test_a_group_can_be_added_by_its_name_once(store, small_town):
    add_group(LOCAL, store, small_town, Constituency(id="c_new", name="Schools"))
    assert cards(store, small_town)["c_new"].group.ordinal == 4
    with pytest.raises(InvalidValueError, match="There is a group named 'schools' already"):
        add_group(LOCAL, store, small_town, Constituency(id="c_two", name="schools"))


def test_a_card_of_a_group_that_is_not_there_is_refused(store, small_town):
    card = cards(store, small_town)["c_media"]
    lost = replace(card, group=replace(card.group, id="c_lost"))
    with pytest.raises(NotFoundError, match="not there any more"):
        save_group_card(LOCAL, store, small_town, lost)


def test_a_door_opener_who_leaves_the_map_stays_as_a_name(store, small_town):
    remove_stakeholders(LOCAL, store, small_town, ["s_ida"])
    door = cards(store, small_town)["c_people"].door
    assert (door.door_opener, door.door_opener_id) == ("Ida Brook", None)


def rows_of(store, landscape_id):
    """The rows of every table, comparable: what is not recorded as None."""
    snapshot = store.snapshot(LOCAL, landscape_id)
    frames = {table: getattr(snapshot, table) for table in MAP_TABLES}
    return {
        table: [row_with_id(frame, id_) for id_ in sorted(frame["id"])]
        for table, frame in frames.items()
    }


def test_a_group_leaves_with_its_card_and_its_stakeholders_stay_in_none(store, small_town):
    before = store.snapshot(LOCAL, small_town)
    batch = remove_group(LOCAL, store, small_town, "c_farm")
    after = store.snapshot(LOCAL, small_town)
    assert (batch.label, batch.revision) == ("Removed the group Farmers", 2)
    assert list(after.constituency["id"]) == ["c_public", "c_people", "c_media"]
    assert list(after.stakeholder["id"]) == list(before.stakeholder["id"])
    in_none = after.stakeholder.loc[after.stakeholder["constituency_id"].isna(), "id"]
    assert list(in_none) == ["s_farm", "s_vine"]
    assert list(after.membership["id"]) == []
    assert set(after.boundary_side["side"]) == {"Offices"}
    assert sorted(after.region["group_id"]) == ["", "c_media", "c_people", "c_public"]
    assert sorted(after.placement["stakeholder_id"]) == sorted(after.stakeholder["id"])


def test_the_door_of_a_group_leaves_with_it(store, small_town):
    remove_group(LOCAL, store, small_town, "c_people")
    assert store.snapshot(LOCAL, small_town).legitimacy.empty


def test_taking_the_removal_of_a_group_back_restores_every_row(store, small_town):
    before = rows_of(store, small_town)
    batch = remove_group(LOCAL, store, small_town, "c_people")
    store.undo(LOCAL, small_town, batch.id)
    assert rows_of(store, small_town) == before


def test_a_group_whose_stakeholders_are_pinned_leaves_no_disc_behind(store, small_town):
    pin(LOCAL, store, small_town, "s_news", 5.0, 5.0)
    remove_group(LOCAL, store, small_town, "c_media")
    after = store.snapshot(LOCAL, small_town)
    assert "c_media" not in set(after.region["group_id"])
    place = after.placement.set_index("stakeholder_id").loc["s_news"]
    assert (place["x"], place["y"]) == (5.0, 5.0)


def test_a_group_without_anybody_can_be_removed(store, small_town):
    add_group(LOCAL, store, small_town, Constituency(id="c_new", name="Schools"))
    assert remove_group(LOCAL, store, small_town, "c_new").rows == 1


def test_a_group_that_is_not_there_cannot_be_removed(store, small_town):
    with pytest.raises(NotFoundError, match="That group is not there any more"):
        remove_group(LOCAL, store, small_town, "c_lost")
