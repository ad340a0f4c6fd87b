"""Gives every stakeholder a place in the write that adds them: viewing moves nobody."""

import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from landscape.analysis.layout import PlaceRequest, Placing
from landscape.analysis.worker import place_in_worker
from landscape.model.errors import NotFoundError
from landscape.model.ids import pair_id
from landscape.model.principal import Principal
from landscape.store.base import Batch, Edit, Snapshot, Store

GROUPS: Final = "groups"  # the arrangement by constituency
_TABLES: Final = ("stakeholder", "relationship", "placement", "region")
_PLACEMENT: Final = ("id", "arrangement", "stakeholder_id", "x", "y", "pinned")
_MANY: Final = 1_000  # of more newcomers the places are worked out while the rest is written
_REGION: Final = ("id", "arrangement", "group_id", "x", "y", "radius")


def with_places(principal: Principal, store: Store, landscape_id: str, edit: Edit) -> Edit:
    """The edit together with places for those it adds, and without the places of those it removes.

    Nobody who has a place moves, but for those who change their group and are not pinned. A place
    that the edit brings along counts.
    """
    snapshot = store.snapshot(principal, landscape_id, tables=_TABLES)
    people = _after(snapshot.stakeholder, edit, "stakeholder", ["id", "constituency_id"])
    leaving = set(edit.remove.get("stakeholder", ()))
    placed = _still_placed(snapshot, people, edit)
    gone = snapshot.placement["stakeholder_id"].isin(list(leaving))
    removed = {**edit.remove}
    if gone.any():
        removed["placement"] = snapshot.placement.loc[gone, "id"].tolist()
    edit = replace(edit, remove=removed)
    if people["id"].isin(placed.index).all():
        return edit
    relationships = _after(
        snapshot.relationship, edit, "relationship", ["id", "source_id", "target_id"]
    )
    regions = _after(snapshot.region, edit, "region", list(_REGION))
    place = partial(_place, landscape_id, people, relationships, placed, regions)
    if len(people) - len(placed) < _MANY:
        return _joined(edit, _places(edit, snapshot, people, place(), placed))
    # The tables are written while the child draws: each takes about as long as the other.
    pool = ThreadPoolExecutor(max_workers=1)
    drawing = pool.submit(place)
    pool.shutdown(wait=False)
    return replace(edit, rest=lambda: _places(edit, snapshot, people, drawing.result(), placed))


def tidy(principal: Principal, store: Store, landscape_id: str) -> Batch:
    """Place everybody anew, but for those who are pinned, as one step that can be undone."""
    snapshot = store.snapshot(principal, landscape_id, tables=_TABLES)
    people = snapshot.stakeholder[["id", "constituency_id"]]
    pinned = snapshot.placement[snapshot.placement["pinned"]].set_index("stakeholder_id")
    placing = _place(landscape_id, people, snapshot.relationship, pinned, snapshot.region.iloc[:0])
    tidied = Edit(label="Tidy the map", kind="tidy")
    places = _places(tidied, snapshot, people, placing, pinned)
    return store.apply(principal, landscape_id, _joined(tidied, places))


def pin(
    principal: Principal, store: Store, landscape_id: str, stakeholder_id: str, x: float, y: float
) -> Batch:
    """Keep a stakeholder where somebody has dragged it to."""
    people = store.snapshot(principal, landscape_id, tables=("stakeholder",)).stakeholder
    name = people.loc[people["id"] == stakeholder_id, "name"]
    if name.empty:
        raise NotFoundError("That stakeholder is not on the map.", fix="Choose one that is.")
    row = _placement_rows([stakeholder_id], np.array([x]), np.array([y])).assign(pinned=True)
    return store.apply(
        principal, landscape_id, Edit(label=f"Move {name.iloc[0]}", put={"placement": row})
    )


def _after(table: pd.DataFrame, edit: Edit, name: str, columns: list[str]) -> pd.DataFrame:
    """The `columns` of a table as they stand once the edit is stored."""
    here = table[columns].set_index("id")
    here = here.drop(index=[id_ for id_ in edit.remove.get(name, ()) if id_ in here.index])
    put = edit.put.get(name)
    if put is None or put.empty:
        return here.reset_index()
    coming = put.set_index("id").reindex(columns=columns[1:])
    known = coming.index.intersection(here.index)
    for column in columns[1:]:
        if column in put.columns and len(known):
            here.loc[known, column] = coming.loc[known, column]
    added = coming.loc[coming.index.difference(here.index, sort=False)]
    return pd.concat([here, added]).reset_index(names="id")


def _still_placed(snapshot: Snapshot, people: pd.DataFrame, edit: Edit) -> pd.DataFrame:
    """The places that stay, by stakeholder: theirs who keep their group, are pinned or brought."""
    places = _after(snapshot.placement, edit, "placement", list(_PLACEMENT))
    places = places[places["arrangement"] == GROUPS].set_index("stakeholder_id")
    brought = edit.put.get("placement", pd.DataFrame({"id": []}))["id"]
    before = snapshot.stakeholder.set_index("id")["constituency_id"].fillna("")
    after = people.set_index("id")["constituency_id"].fillna("")
    places = places[places.index.isin(after.index)]
    moved = before.reindex(places.index) != after.reindex(places.index)
    stay = ~moved.to_numpy(dtype=bool) | places["pinned"].fillna(False).to_numpy(dtype=bool)
    stay |= places["id"].isin(brought).to_numpy(dtype=bool)
    kept: pd.DataFrame = places[stay]
    return kept


def _place(
    landscape_id: str,
    people: pd.DataFrame,
    relationships: pd.DataFrame,
    placed: pd.DataFrame,
    regions: pd.DataFrame,
) -> Placing:
    ids = pd.Index(people["id"])
    source = ids.get_indexer(pd.Index(relationships["source_id"]))
    target = ids.get_indexer(pd.Index(relationships["target_id"]))
    kept = placed.reindex(ids)
    here = regions[regions["arrangement"] == GROUPS] if len(regions) else regions
    return place_in_worker(
        PlaceRequest(
            stakeholder_ids=tuple(ids),
            group=tuple(people["constituency_id"].fillna("")),
            source=source,
            target=target,
            seed=zlib.crc32(landscape_id.encode()),
            x=kept["x"].to_numpy(dtype=float),
            y=kept["y"].to_numpy(dtype=float),
            pinned=kept["pinned"].fillna(False).to_numpy(dtype=bool),
            regions={
                str(group): (float(x), float(y), float(radius))
                for group, x, y, radius in here[["group_id", "x", "y", "radius"]].itertuples(
                    index=False
                )
            },
        )
    )


def _places(
    edit: Edit,
    snapshot: Snapshot,
    people: pd.DataFrame,
    placing: Placing,
    placed: pd.DataFrame,
) -> Edit:
    """What is to be written of places: theirs who had none, and the discs of the groups."""
    coming = ~people["id"].isin(placed.index).to_numpy()
    places = _placement_rows(
        people["id"].to_numpy()[coming].tolist(), placing.x[coming], placing.y[coming]
    )
    discs = pd.DataFrame(
        [(group, *disc) for group, disc in placing.regions.items()],
        columns=["group_id", "x", "y", "radius"],
    ).assign(arrangement=GROUPS)
    discs["id"] = [pair_id(GROUPS, group) for group in discs["group_id"]]
    settings: Mapping[str, object] = {
        **snapshot.landscape.settings,
        **dict(edit.landscape.get("settings") or {}),  # type: ignore[call-overload]
    }
    landscape: dict[str, object] = {}
    if placing.spiralled or "spiralled" in settings:
        landscape["settings"] = {**settings, "spiralled": list(placing.spiralled)}
    # A disc that nobody needs any more would be drawn over those who moved in.
    stale = [group for group in snapshot.region["group_id"] if group not in placing.regions]
    return Edit(
        label=edit.label,
        put={"placement": places, "region": discs},
        remove={"region": [pair_id(GROUPS, group) for group in stale]} if stale else {},
        landscape=landscape,
    )


def _joined(edit: Edit, places: Edit) -> Edit:
    """The edit with its places; rows of its own stay where they are not written anew."""
    put = dict(edit.put)
    for table, rows in places.put.items():
        own = put.get(table)
        if own is not None and len(own):
            rows = pd.concat([own[~own["id"].isin(rows["id"])], rows], ignore_index=True)
        put[table] = rows
    return replace(
        edit,
        put=put,
        remove={**edit.remove, **places.remove},
        landscape={**edit.landscape, **places.landscape},
    )


def _placement_rows(ids: list[str], x: np.ndarray, y: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": [pair_id(GROUPS, id_) for id_ in ids],
            "arrangement": GROUPS,
            "stakeholder_id": ids,
            "x": x,
            "y": y,
            "pinned": False,
        }
    )
