"""Who stands in a stored arrangement once an edit is stored, and the rows that give them places."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from landscape.analysis.arrays import Bools, Floats
from landscape.analysis.layout import PlaceRequest, Placing
from landscape.analysis.worker import place_in_worker
from landscape.model.ids import pair_id
from landscape.model.map_look import Arrangement
from landscape.services import standing
from landscape.services.standing import SEVERAL, rows_after
from landscape.store.base import Edit, Snapshot

GROUPS: Final = Arrangement.GROUPS.value  # the arrangement by constituency
SIDES: Final = f"{Arrangement.SIDES.value}:"  # followed by the id of a boundary

# What a snapshot must hold for :func:`after`.
TABLES: Final = ("relationship", "placement", "region", *standing.TABLES)

_PLACEMENT: Final = ("id", "arrangement", "stakeholder_id", "x", "y", "pinned")
_REGION: Final = ("id", "arrangement", "group_id", "x", "y", "radius")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """Everybody in one arrangement: `group` by stakeholder id, "" for those in none.

    `kept` has x, y and pinned of those who stay where they are, by stakeholder id. `regions` are
    the discs there are, `relationships` who has to do with whom.
    """

    name: str
    group: pd.Series
    kept: pd.DataFrame
    regions: pd.DataFrame
    relationships: pd.DataFrame

    @property
    def missing(self) -> int:
        """How many have no place yet."""
        return int((~self.group.index.isin(self.kept.index)).sum())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Laid:
    """Rows of places and discs to write, ids of discs to take away, and groups in a spiral."""

    placement: pd.DataFrame
    region: pd.DataFrame
    stale: tuple[str, ...]
    spiralled: tuple[str, ...]


def after(snapshot: Snapshot, edit: Edit, name: str) -> Standing:
    """Everybody in the arrangement stored as `name`, once the edit is stored.

    Those stay who keep their group or side, are pinned, or whose place the edit brings along.
    """
    group = _groups_after(snapshot, edit, name)
    before = _groups_after(snapshot, Edit(label=""), name)
    places = rows_after(snapshot.placement, edit, "placement", list(_PLACEMENT))
    places = places[places["arrangement"] == name].set_index("stakeholder_id")
    places = places[places.index.isin(group.index)]
    brought = edit.put.get("placement", pd.DataFrame({"id": []}))["id"]
    moved = before.reindex(places.index).ne(group.reindex(places.index)).to_numpy(dtype=bool)
    stay = ~moved | _pinned(places) | places["id"].isin(brought).to_numpy(dtype=bool)
    regions = rows_after(snapshot.region, edit, "region", list(_REGION))
    return Standing(
        name=name,
        group=group,
        kept=places[stay],
        regions=regions[regions["arrangement"] == name],
        relationships=rows_after(
            snapshot.relationship, edit, "relationship", ["id", "source_id", "target_id"]
        ),
    )


def now(snapshot: Snapshot, name: str) -> Standing:
    """Everybody in the arrangement stored as `name`; the snapshot holds sides and brokers too.

    At a boundary, whoever stands on another side than in their disc has no place any more.
    """
    places = snapshot.placement[snapshot.placement["arrangement"] == name]
    found = Standing(
        name=name,
        group=_groups_now(snapshot, name),
        kept=places.set_index("stakeholder_id"),
        regions=snapshot.region[snapshot.region["arrangement"] == name],
        relationships=snapshot.relationship,
    )
    if not name.startswith(SIDES):
        return found
    stay = ~_elsewhere(found) | _pinned(found.kept)
    return replace(found, kept=found.kept[stay])


def _groups_after(snapshot: Snapshot, edit: Edit, name: str) -> pd.Series:
    people = rows_after(snapshot.stakeholder, edit, "stakeholder", ["id", "constituency_id"])
    group = people.set_index("id")["constituency_id"].astype("object").fillna("")
    if name == GROUPS:
        return group
    sides: Mapping[str, str] = {}
    if name.startswith(SIDES):
        sides = standing.sides_after(snapshot, edit, name.removeprefix(SIDES))
    return pd.Series([sides.get(id_, "") for id_ in group.index], index=group.index, dtype="object")


def _groups_now(snapshot: Snapshot, name: str) -> pd.Series:
    people = snapshot.stakeholder.set_index("id")["constituency_id"].astype("object").fillna("")
    if name == GROUPS:
        return people
    sides: dict[str, str] = {}
    if name.startswith(SIDES):
        boundary_id = name.removeprefix(SIDES)
        stands = snapshot.sides[snapshot.sides["boundary_id"] == boundary_id]
        several = snapshot.brokers[snapshot.brokers["boundary_id"] == boundary_id]
        sides = dict(zip(stands["stakeholder_id"], stands["side"], strict=True))
        sides |= dict.fromkeys(several["stakeholder_id"], SEVERAL)
    return pd.Series(
        [sides.get(id_, "") for id_ in people.index], index=people.index, dtype="object"
    )


def _elsewhere(found: Standing) -> Bools:
    """Which of those who have a place stand in the disc of another side, or have no disc."""
    group = found.group.reindex(found.kept.index)
    places = found.kept[["x", "y"]].to_numpy(dtype=np.float64)
    discs = found.regions.set_index("group_id")[["x", "y", "radius"]]
    own = discs.reindex(group.to_numpy()).to_numpy(dtype=np.float64)
    outside = ~(np.hypot(*(places - own[:, :2]).T) <= own[:, 2])
    stray = np.flatnonzero(outside)
    inside_one = np.zeros(len(stray), dtype=bool)
    for x, y, radius in discs.to_numpy(dtype=np.float64):
        inside_one |= np.hypot(places[stray, 0] - x, places[stray, 1] - y) <= radius
    elsewhere = np.isnan(own[:, 0]) & group.ne(SEVERAL).to_numpy(dtype=bool)
    elsewhere[stray[inside_one]] = True
    return np.asarray(elsewhere)


def _pinned(places: pd.DataFrame) -> Bools:
    return places["pinned"].fillna(value=False).to_numpy(dtype=bool)


def lay_out(landscape_id: str, found: Standing) -> Laid:
    """Places for those who have none, and the discs that the arrangement has with them."""
    placing = _placed(landscape_id, found)
    coming = ~found.group.index.isin(found.kept.index)
    discs = pd.DataFrame(
        [(group, *disc) for group, disc in placing.regions.items()],
        columns=["group_id", "x", "y", "radius"],
    ).assign(arrangement=found.name)
    discs["id"] = [pair_id(found.name, group) for group in discs["group_id"]]
    # A disc that nobody needs any more would be drawn over those who moved in.
    stale = found.regions.loc[~found.regions["group_id"].isin(discs["group_id"]), "id"]
    return Laid(
        placement=placement_rows(
            found.name, found.group.index[coming].tolist(), placing.x[coming], placing.y[coming]
        ),
        region=discs,
        stale=tuple(stale),
        spiralled=placing.spiralled,
    )


def _placed(landscape_id: str, found: Standing) -> Placing:
    ids = found.group.index
    kept = found.kept.reindex(ids)
    return place_in_worker(
        PlaceRequest(
            stakeholder_ids=tuple(ids),
            group=tuple(found.group),
            source=ids.get_indexer(pd.Index(found.relationships["source_id"])),
            target=ids.get_indexer(pd.Index(found.relationships["target_id"])),
            seed=zlib.crc32(landscape_id.encode()),
            x=kept["x"].to_numpy(dtype=float),
            y=kept["y"].to_numpy(dtype=float),
            pinned=_pinned(kept),
            regions={
                str(group): (float(x), float(y), float(radius))
                for group, x, y, radius in found.regions[
                    ["group_id", "x", "y", "radius"]
                ].itertuples(index=False)
            },
            loose=frozenset({SEVERAL}) if found.name.startswith(SIDES) else frozenset(),
        )
    )


def placement_rows(
    name: str, ids: list[str], x: Floats, y: Floats, *, pinned: bool = False
) -> pd.DataFrame:
    """Rows of the table placement for one arrangement."""
    return pd.DataFrame(
        {
            "id": [pair_id(name, id_) for id_ in ids],
            "arrangement": name,
            "stakeholder_id": ids,
            "x": x,
            "y": y,
            "pinned": pinned,
        }
    )
