"""Taking writes back together with those that stand in the way."""

import pandas as pd

from landscape.model.principal import LOCAL
from landscape.services.history import undo_with_later
from landscape.store.base import Edit


def test_later_writes_are_taken_back_first(store, small_town):
    batches = [
        store.apply(
            LOCAL,
            small_town,
            Edit(
                label=name,
                put={"stakeholder": pd.DataFrame({"id": ["s_hall"], "name": [name]})},
            ),
        )
        for name in ("One", "Two", "Three")
    ]
    later = [batches[2].id, batches[1].id]
    undone = undo_with_later(LOCAL, store, small_town, batches[0].id, later)
    people = store.snapshot(LOCAL, small_town).stakeholder.set_index("id")
    assert people.loc["s_hall", "name"] == "Town hall"
    assert undone.undoes == batches[0].id
