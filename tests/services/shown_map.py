"""The map of a landscape in a store, for tests of what is asked of it."""

from collections.abc import Callable

import pandas as pd

from landscape.model.map_look import MapLook
from landscape.model.principal import LOCAL, Principal
from landscape.services.map_asking import Seen, seen
from landscape.services.map_fields import values_of
from landscape.services.mapping import Map, map_of
from landscape.store.base import MAP_TABLES, Snapshot, Store


def shown(store: Store, landscape_id: str, principal: Principal = LOCAL) -> tuple[Snapshot, Map]:
    """A snapshot of all tables, and the map of it."""
    snapshot = store.snapshot(principal, landscape_id, tables=(*MAP_TABLES, "sides", "brokers"))
    return snapshot, map_of(snapshot)


def reading(snapshot: Snapshot, map_: Map) -> Callable[[str], pd.Series]:
    """The values of a field by its key."""
    return lambda key: values_of(map_, snapshot, key)


def look_at(snapshot: Snapshot, map_: Map, look: MapLook) -> Seen:
    """What a look shows."""
    return seen(snapshot, map_, look, reading(snapshot, map_))
