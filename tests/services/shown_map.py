"""The map of a landscape in a store, for tests of what is asked of it."""

from collections.abc import Callable

import pandas as pd

from landscape.model.map_look import MapLook
from landscape.model.principal import LOCAL, Principal
from landscape.services.map_asking import Seen, seen
from landscape.services.map_fields import values_of
from landscape.services.mapping import Map, map_of
from landscape.services.placing import with_places
from landscape.store.base import MAP_TABLES, Edit, Snapshot, Store


def shown(store: Store, landscape_id: str, principal: Principal = LOCAL) -> tuple[Snapshot, Map]:
    """A snapshot of all tables, and the map of it with everybody on it."""
    edit = with_places(LOCAL, store, landscape_id, Edit(label="Place"))
    if edit.put:
        store.apply(LOCAL, landscape_id, edit)
    snapshot = store.snapshot(principal, landscape_id, tables=(*MAP_TABLES, "sides", "brokers"))
    return snapshot, map_of(snapshot)


def reading(snapshot: Snapshot, map_: Map) -> Callable[[str], pd.Series]:
    """The values of a field by its key."""
    return lambda key: values_of(map_, snapshot, key)


def look_at(snapshot: Snapshot, map_: Map, look: MapLook) -> Seen:
    """What a look shows."""
    return seen(snapshot, map_, look, reading(snapshot, map_))


def names(map_: Map, rows: "pd.Series | object") -> list[str]:
    """The names of those in the rows."""
    return sorted(map_.people["name"].to_numpy()[rows].tolist())
