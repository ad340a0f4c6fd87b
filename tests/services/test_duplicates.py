"""Likely duplicates in the small town and beside it, by hand."""

import pandas as pd
import pytest

from landscape.model.errors import NotFoundError
from landscape.model.principal import LOCAL
from landscape.services.apart import keep_apart, kept_apart
from landscape.services.duplicates import Likely, likely_duplicates, side_by_side
from landscape.store.base import Edit


def add(store, landscape_id, *people):
    frame = pd.DataFrame(people, columns=["id", "name", "constituency_id", "attributes"])
    frame["attributes"] = frame["attributes"].fillna("{}")
    frame["ordinal"] = range(100, 100 + len(frame))
    store.apply(LOCAL, landscape_id, Edit(label="Add", put={"stakeholder": frame}))


def likely(store, landscape_id):
    return likely_duplicates(store.snapshot(LOCAL, landscape_id))


def test_nobody_stands_twice_in_a_landscape_of_none_or_in_the_small_town(
    store, empty_landscape, small_town
):
    assert likely(store, empty_landscape) == ()
    assert likely(store, small_town) == ()


def test_the_same_name_in_the_same_group_is_alike_letter_by_letter(store, small_town):
    add(store, small_town, ("s_new", "WATER  board", "c_public", None))
    assert likely(store, small_town) == (
        Likely(
            left_id="s_water",
            right_id="s_new",
            likeness=99.0,
            why=("The same but for capitals, accents or spaces.",),
            letter_by_letter=True,
        ),
    )


def test_the_same_name_in_another_group_is_likely_and_left_to_the_reader(store, small_town):
    add(store, small_town, ("s_new", "Ida Brook", "c_farm", None))
    assert likely(store, small_town) == (
        Likely(
            left_id="s_ida",
            right_id="s_new",
            likeness=100.0,
            why=("The same name.", "They stand in different groups."),
        ),
    )


def test_the_same_address_is_a_sign_whatever_the_names(store, small_town):
    add(
        store,
        small_town,
        ("s_1", "Ada", None, '{"Contact_E-mail": "ada@valley"}'),
        ("s_2", "Countess Lovelace", None, '{"Contact_E-mail": " ADA@valley"}'),
        ("s_3", "Bo", None, '{"Contact_E-mail": "none"}'),
        ("s_4", "Cem", None, '{"Contact_E-mail": "none"}'),
    )
    (found,) = likely(store, small_town)
    assert (found.left_id, found.right_id, found.likeness) == ("s_1", "s_2", 96.5)
    assert found.why == ("The same under 'Contact_E-mail': ada@valley.",)


def test_the_same_id_is_a_sign_and_the_code_of_a_region_is_not(store, small_town):
    add(
        store,
        small_town,
        ("s_1", "Ada", None, '{"memberId": "0017", "Region code": "N"}'),
        ("s_2", "Lovelace", None, '{"memberId": "0017", "Region code": "N"}'),
        ("s_3", "Bo", None, '{"memberId": "0018", "Region code": "N"}'),
        ("s_4", "Cem", None, '{"memberId": "0019", "Region code": "S"}'),
        ("s_5", "Dov", None, '{"memberId": "0020", "Region code": "S"}'),
    )
    (found,) = likely(store, small_town)
    assert (found.left_id, found.right_id, found.likeness) == ("s_1", "s_2", 94.0)
    assert found.why == ("The same under 'memberId': 0017.",)


def test_who_was_said_to_be_two_is_not_asked_about_again_until_that_is_undone(store, small_town):
    add(store, small_town, ("s_new", "Water-board", "c_public", None))
    batch = keep_apart(LOCAL, store, small_town, [("s_new", "s_water")])
    assert batch.label == "Said that Water-board and Water board are two"
    assert likely(store, small_town) == ()
    assert kept_apart(store.landscape(LOCAL, small_town)) == {frozenset({"s_new", "s_water"})}
    store.undo(LOCAL, small_town, batch.id)
    assert [found.likeness for found in likely(store, small_town)] == [98.0]


def test_only_those_who_are_there_can_be_two(store, small_town):
    with pytest.raises(NotFoundError):
        keep_apart(LOCAL, store, small_town, [("s_water", "s_nobody")])


def test_side_by_side_tells_what_differs_and_whom_each_is_connected_to(store, small_town):
    beside = side_by_side(store.snapshot(LOCAL, small_town), "s_hall", "s_ida")
    assert beside.differing.fillna("").to_numpy().tolist() == [
        ["Name", "Town hall", "Ida Brook"],
        ["Group", "Public bodies", "Residents"],
        ["Kind", "organisation", "person"],
        ["Further groups", "", "Farmers"],
    ]
    assert beside.left_others == ("Mill <b>Lane</b> residents", "Water board")
    assert beside.right_others == ("Mill <b>Lane</b> residents",)
    assert beside.shared == ("Mill <b>Lane</b> residents",)
    assert beside.between == 0
    assert side_by_side(store.snapshot(LOCAL, small_town), "s_hall", "s_water").between == 1
