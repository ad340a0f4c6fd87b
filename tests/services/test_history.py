"""Taking writes back with those in the way, going back in time, and saying it in words."""

from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from landscape.model.errors import ConflictError, NotFoundError
from landscape.model.principal import LOCAL
from landscape.services import history
from landscape.store.base import Edit


def named(store, landscape_id, name):
    frame = pd.DataFrame({"id": ["s_hall"], "name": [name]})
    return store.apply(LOCAL, landscape_id, Edit(label=name, put={"stakeholder": frame}))


def name_of_hall(store, landscape_id):
    people = store.snapshot(LOCAL, landscape_id).stakeholder.set_index("id")
    return people.loc["s_hall", "name"]


def test_later_writes_are_taken_back_first(store, small_town):
    batches = [named(store, small_town, name) for name in ("One", "Two", "Three")]
    later = [batches[2].id, batches[1].id]
    undone = history.undo_with_later(LOCAL, store, small_town, batches[0].id, later)
    assert name_of_hall(store, small_town) == "Town hall"
    assert undone.undoes == batches[0].id


def test_what_stands_in_the_way_of_a_redo_is_taken_back_first(store, small_town):
    first = named(store, small_town, "One")
    store.undo(LOCAL, small_town, first.id)
    named(store, small_town, "Two")
    with pytest.raises(ConflictError) as refused:
        store.redo(LOCAL, small_town, first.id)
    history.redo_with_later(LOCAL, store, small_town, first.id, refused.value.batches)
    assert name_of_hall(store, small_town) == "One"


def test_going_back_says_to_what_it_went_back(store, small_town):
    first = named(store, small_town, "One")
    named(store, small_town, "Two")
    back = history.restore_to(LOCAL, store, small_town, first.changed_at)
    assert (back.label, name_of_hall(store, small_town)) == (
        "Back to how it was after: One",
        "One",
    )
    again = history.restore_to(LOCAL, store, small_town, first.revision + 1)
    assert (again.label, name_of_hall(store, small_town)) == (
        "Back to how it was after: Two",
        "Two",
    )
    long_ago = first.changed_at - timedelta(days=1)
    assert history.restore_to(LOCAL, store, small_town, long_ago).label == history.BEGINNING
    with pytest.raises(ConflictError, match="Nothing has changed since"):
        history.restore_to(LOCAL, store, small_town, datetime.now(UTC))


def test_what_a_batch_did_is_said_in_words(store, small_town):
    edit = Edit(
        label="Much",
        put={
            "stakeholder": pd.DataFrame(
                {
                    "id": ["s_hall"],
                    "influence": [4],
                    "on_team": [False],
                    "roles": ['["funds", "decides"]'],
                    "attributes": ['{"bank": "right", "floor": "3"}'],
                }
            ),
            "relationship": pd.DataFrame({"id": ["r1"], "depth": [0]}),
            "legitimacy": pd.DataFrame({"id": ["g1"], "level": [-1]}),
        },
        remove={"report": ["p3", "p4"], "boundary_side": ["b_office/c_media"]},
        landscape={"name": "Other"},
    )
    batch = store.apply(LOCAL, small_town, edit)
    assert history.what_it_did(LOCAL, store, small_town, batch.id) == (
        "The landscape: name Small town → Other.",
        "Town hall: bank left → right.",
        "Town hall: floor not recorded → 3.",
        "Town hall: influence not recorded → 4.",
        "Town hall: on the team yes → no.",
        "Town hall: roles not recorded → funds, decides.",
        "Town hall – Water board: depth 3 collaborating → 0 none.",
        "2 reports of relationships removed.",
        "1 side of a boundary removed.",
        "Residents: level they would accept us as convener → they contest us.",
    )


def test_of_many_the_first_are_said_and_all_are_counted(store, small_town):
    ids = [f"s_{number}" for number in range(2000)]
    people = pd.DataFrame({"id": ids, "name": ids, "ordinal": 9})
    batch = store.apply(LOCAL, small_town, Edit(label="Many", put={"stakeholder": people}))
    (said,) = history.what_it_did(LOCAL, store, small_town, batch.id)
    assert said == "2,000 stakeholders added: s_0, s_1, s_2, s_3, s_4 and 1,995 more."
    placed = store.apply(
        LOCAL, small_town, Edit(label="All", put={"stakeholder": people.assign(place="Mill")})
    )
    told = history.what_it_did(LOCAL, store, small_town, placed.id, most=2)
    assert told == (
        "s_0: place not recorded → Mill.",
        "s_1: place not recorded → Mill.",
        "And 1,998 stakeholders more changed.",
    )


def test_what_going_back_would_do_is_counted_first(store, small_town):
    before = store.landscape(LOCAL, small_town).revision
    store.apply(
        LOCAL,
        small_town,
        Edit(
            label="x",
            put={"stakeholder": pd.DataFrame({"id": ["s_new"], "name": ["N"], "ordinal": [9]})},
            remove={"report": ["p3", "p4"]},
            landscape={"name": "Other"},
        ),
    )
    named(store, small_town, "City hall")
    assert history.what_going_back_does(LOCAL, store, small_town, before) == (
        "What the landscape is about goes back to what it was.",
        "1 stakeholder is taken away.",
        "1 stakeholder changes back.",
        "2 reports of relationships come back.",
    )


def test_a_batch_is_found_by_its_number(store, small_town):
    batch = named(store, small_town, "One")
    assert history.find_batch(LOCAL, store, small_town, "2") == batch
    assert history.find_batch(LOCAL, store, small_town, batch.id) == batch
    for wrong in ("0", "7", "b_nowhere"):
        with pytest.raises(NotFoundError):
            history.find_batch(LOCAL, store, small_town, wrong)
