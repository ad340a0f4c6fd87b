"""What hands do on the map: add somebody at a spot, put several in a group, undo and redo."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from landscape.model.constituency import Constituency
from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.map_look import Arrangement
from landscape.model.principal import Principal
from landscape.model.stakeholder import Stakeholder
from landscape.services import rows
from landscape.services.checks import next_ordinal, require_free_name, row_with_id
from landscape.services.editing import save_stakeholder
from landscape.services.laying_out import placement_rows
from landscape.services.placing import is_arranging, stored_name, with_places
from landscape.store.base import Batch, Edit, Snapshot, Store

# What a snapshot must hold for :func:`begun_at`.
SPOT_TABLES: Final = ("constituency", "boundary", "boundary_side", "region")
_KEPT: Final = (Arrangement.GROUPS, Arrangement.SIDES, Arrangement.FREE, Arrangement.DRAWN)
_OWN_COLUMNS: Final = ("kind", "role", "level", "place")
_BY_HAND: Final = ("edit", "tidy")
_PAGE: Final = 30
_FURTHEST: Final = 600  # writes looked through for what can be undone


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map in one arrangement, where a hand pointed."""

    x: float
    y: float
    arrangement: Arrangement = Arrangement.GROUPS
    boundary_id: str | None = None

    @property
    def name(self) -> str | None:
        """What the arrangement's places are kept under; None where none are kept."""
        if self.arrangement not in _KEPT:
            return None
        return stored_name(self.arrangement, self.boundary_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChanges:
    """What undo and redo by one press would take back and bring back; None is nothing."""

    undo: Batch | None = None
    redo: Batch | None = None


def begun_at(snapshot: Snapshot, spot: Spot) -> dict[str, Any]:
    """What can be told of somebody by the region that a spot lies in: columns of stakeholder.

    In a group's region, that group; in a side's region, what puts them on that side, where one
    thing does.
    """
    part = _region_at(snapshot, spot)
    if not part:
        return {}
    if spot.arrangement is Arrangement.GROUPS:
        return {"constituency_id": part}
    boundary = row_with_id(snapshot.boundary, spot.boundary_id or "")
    if boundary is None:
        return {}
    attribute = boundary["attribute"]
    if attribute in _OWN_COLUMNS:
        return {attribute: part}
    if attribute is not None:
        return {"attributes": {attribute: part}}
    sides = snapshot.boundary_side
    theirs = sides[(sides["boundary_id"] == boundary["id"]) & (sides["side"] == part)]
    return {"constituency_id": theirs["constituency_id"].iloc[0]} if len(theirs) == 1 else {}


def add_at(
    principal: Principal,
    store: Store,
    landscape_id: str,
    stakeholder: Stakeholder,
    spot: Spot,
    *,
    new_group: Constituency | None = None,
) -> Batch:
    """Add a stakeholder where a hand pointed.

    In the region of others they would pass for one of them: there they get a place among their
    own instead. The place is not pinned, so that tidying the map may find a better one.
    """
    snapshot = store.snapshot(principal, landscape_id, tables=SPOT_TABLES)
    keeps = spot.name is not None and _belongs(snapshot, spot, stakeholder)
    return save_stakeholder(
        principal,
        store,
        landscape_id,
        stakeholder,
        new_group=new_group,
        places=_place(stakeholder.id, spot) if keeps else None,
    )


def put_in_group(
    principal: Principal,
    store: Store,
    landscape_id: str,
    stakeholder_ids: Iterable[str],
    group: str | Constituency | None,
) -> Batch:
    """Put several in a group: one that is there by its id, one to add, or None for no group.

    Those who are not pinned move to its region; further groups of theirs stay.
    """
    snapshot = store.snapshot(principal, landscape_id, tables=("stakeholder", "constituency"))
    people = _picked(snapshot, stakeholder_ids)
    put: dict[str, pd.DataFrame] = {}
    if isinstance(group, Constituency):
        require_free_name(snapshot.constituency, group.id, group.name, what="group")
        ordinal = next_ordinal(snapshot.constituency)
        added = Constituency(id=group.id, name=group.name, added_by=principal.id, ordinal=ordinal)
        put["constituency"] = rows.dated(rows.frame_of([added]))
        group_id, called = group.id, group.name
    elif group is None:
        group_id, called = None, "no group"
    else:
        row = row_with_id(snapshot.constituency, group)
        if row is None:
            raise NotFoundError("That group is not there any more.", fix="Pick another one.")
        group_id, called = group, str(row["name"])
    moving = people[people["constituency_id"].fillna("") != (group_id or "")]
    if moving.empty:
        raise InvalidValueError(
            f"All of them are in {called!r} already.", fix="Pick another group, or other people."
        )
    put["stakeholder"] = pd.DataFrame(
        {"id": moving["id"].to_numpy(), "constituency_id": [group_id] * len(moving)}, dtype=object
    )
    edit = Edit(label=f"Put {_called(moving)} in {called}", put=put)
    return store.apply(principal, landscape_id, with_places(principal, store, landscape_id, edit))


def last_changes(principal: Principal, store: Store, landscape_id: str) -> LastChanges:
    """What one press of undo or redo stands for: the last of one's own changes by hand.

    An import or a step back in time is a stop: those are taken back under History, where it says
    what they did. Places that were given because somebody chose an arrangement are no change: they
    would be given again at once. Redo is there until the next change.
    """
    undone: list[Batch] = []
    before: int | None = None
    for _ in range(0, _FURTHEST, _PAGE):
        page = store.batches(principal, landscape_id, limit=_PAGE, before=before)
        for batch in page:
            if batch.undoes is not None or is_arranging(batch):
                continue
            if batch.undone_by is not None:
                undone.append(batch)
                continue
            mine = batch.kind in _BY_HAND and batch.principal_id == principal.id
            redo = _last_undone(principal, store, landscape_id, undone)
            return LastChanges(undo=batch if mine else None, redo=redo)
        if len(page) < _PAGE:
            break
        before = page[-1].revision
    return LastChanges(redo=_last_undone(principal, store, landscape_id, undone))


def _last_undone(
    principal: Principal, store: Store, landscape_id: str, undone: list[Batch]
) -> Batch | None:
    """Of those undone since the last change that stands, the one undone last."""
    if not undone:
        return None
    by = [
        (store.batch(principal, landscape_id, batch.undone_by).revision, batch)
        for batch in undone
        if batch.undone_by is not None
        and batch.kind in _BY_HAND
        and batch.principal_id == principal.id
    ]
    return max(by, key=lambda pair: pair[0])[1] if by else None


def _region_at(snapshot: Snapshot, spot: Spot) -> str | None:
    """The group or side whose region the spot lies in, "" for those in none; None in the open."""
    regions = snapshot.region
    if regions.empty:
        return None
    here = regions[regions["arrangement"] == spot.name]
    away = (here["x"] - spot.x) ** 2 + (here["y"] - spot.y) ** 2
    inside = here[(away <= here["radius"] ** 2).to_numpy(dtype=bool)]
    return None if inside.empty else str(inside["group_id"].iloc[0])


def _belongs(snapshot: Snapshot, spot: Spot, stakeholder: Stakeholder) -> bool:
    """Whether somebody at the spot stands in the open, or in the region they belong to."""
    part = _region_at(snapshot, spot)
    if part is None:
        return True
    if spot.arrangement is Arrangement.SIDES:
        told = begun_at(snapshot, spot)
        if not told:
            return part == ""
        own = rows.row_of(stakeholder)
        attributes = json.loads(str(own["attributes"]))
        return all(
            (
                attributes.get(next(iter(value))) == part
                if column == "attributes"
                else own[column] == value
            )
            for column, value in told.items()
        )
    return part == (stakeholder.constituency_id or "")


def _place(stakeholder_id: str, spot: Spot) -> pd.DataFrame:
    up = -1.0 if spot.arrangement is Arrangement.DRAWN else 1.0  # files count upwards
    return placement_rows(
        str(spot.name), [stakeholder_id], np.array([spot.x]), np.array([up * spot.y])
    )


def _picked(snapshot: Snapshot, stakeholder_ids: Iterable[str]) -> pd.DataFrame:
    wanted: Collection[str] = dict.fromkeys(stakeholder_ids)
    found = snapshot.stakeholder[snapshot.stakeholder["id"].isin(list(wanted))]
    if found.empty or len(found) < len(wanted):
        raise NotFoundError(
            "A stakeholder that you picked is not there any more.", fix="Pick again from the list."
        )
    return found


def _called(people: pd.DataFrame) -> str:
    return str(people["name"].iloc[0]) if len(people) == 1 else f"{len(people):,} stakeholders"
