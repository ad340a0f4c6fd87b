"""Group cards: what counts as filled, and writing a group and its door together."""

from dataclasses import replace

import pytest

from landscape.model.constituency import Constituency
from landscape.model.errors import ConflictError, InvalidValueError, NotFoundError
from landscape.model.principal import LOCAL
from landscape.services.editing import remove_stakeholders
from landscape.services.group_cards import add_group, group_cards, save_group_card


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
    batch = save_group_card(LOCAL, store, small_town, card, seen=seen)
    assert cards(store, small_town)["c_media"] == card
    assert (batch.revision, batch.rows) == (2, 2)


def test_a_card_that_another_changed_is_not_overwritten(store, small_town):
    seen = cards(store, small_town)["c_media"]
    theirs = replace(seen, group=replace(seen.group, stake=1))
    save_group_card(LOCAL, store, small_town, theirs, seen=seen)
    mine = replace(seen, group=replace(seen.group, stake=3))
    with pytest.raises(ConflictError, match="'Media' was changed meanwhile: stake"):
        save_group_card(LOCAL, store, small_town, mine, seen=seen)


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
