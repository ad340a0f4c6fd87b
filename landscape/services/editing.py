"""One function for each thing a person changes on the map: one edit, stored whole or not at all.

Model objects come in already built, so a value that does not fit has said so before. `seen` holds
what the form showed of the row; when that has changed meanwhile, nothing is overwritten.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from landscape.model.boundary import Boundary
from landscape.model.constituency import Constituency
from landscape.model.errors import NotFoundError
from landscape.model.ids import pair_id
from landscape.model.principal import Principal
from landscape.model.relationship import Relationship
from landscape.model.stakeholder import Stakeholder
from landscape.services import rows
from landscape.services.checks import (
    ids_where,
    next_ordinal,
    require_free_name,
    require_free_pair,
    require_unchanged,
    row_with_id,
)
from landscape.services.placing import with_places
from landscape.services.removal import without
from landscape.store.base import Batch, Edit, Store

Seen = Mapping[str, object] | None


def save_stakeholder(
    principal: Principal,
    store: Store,
    landscape_id: str,
    stakeholder: Stakeholder,
    *,
    new_group: Constituency | None = None,
    places: pd.DataFrame | None = None,
    seen: Seen = None,
) -> Batch:
    """Add a stakeholder, or write one that is there; `new_group` is added with it, where given.

    One that is added gets a place on the map, and one that changes its group a place there,
    unless `places` (rows of placement) says where.
    """
    map_ = store.snapshot(principal, landscape_id, tables=("stakeholder", "constituency"))
    there = map_.stakeholder
    before = row_with_id(there, stakeholder.id)
    require_unchanged(before, seen, what=stakeholder.name)
    require_free_name(there, stakeholder.id, stakeholder.name, what="stakeholder")
    if before is None:
        stakeholder = replace(stakeholder, ordinal=next_ordinal(there))
    put = {"stakeholder": rows.frame_of([stakeholder])}
    if new_group is not None:
        added = replace(new_group, added_by=principal.id, ordinal=next_ordinal(map_.constituency))
        put["constituency"] = rows.dated(rows.frame_of([added]))
    if places is not None:
        put["placement"] = places
    edit = Edit(label=f"{_verb(before)} {stakeholder.name}", put=put)
    return store.apply(principal, landscape_id, with_places(principal, store, landscape_id, edit))


def remove_stakeholders(
    principal: Principal, store: Store, landscape_id: str, stakeholder_ids: Iterable[str]
) -> Batch:
    """Remove stakeholders with all that hangs on them, so that nothing refers to them any more."""
    leaving = list(dict.fromkeys(stakeholder_ids))
    map_ = store.snapshot(principal, landscape_id)
    names = map_.stakeholder.set_index("id")["name"]
    missing = [id_ for id_ in leaving if id_ not in names.index]
    if not leaving or missing:
        raise NotFoundError(
            "A stakeholder that you picked is not there any more.", fix="Pick again from the list."
        )
    label = names[leaving[0]] if len(leaving) == 1 else f"{len(leaving)} stakeholders"
    remove, put = without(map_, leaving)
    edit = Edit(label=f"Removed {label}", remove=remove, put=put)
    return store.apply(principal, landscape_id, with_places(principal, store, landscape_id, edit))


def mark_team(
    principal: Principal, store: Store, landscape_id: str, stakeholder_ids: Iterable[str]
) -> Batch:
    """Say which stakeholders are us; all others are not. Notes that the question was answered."""
    chosen = set(stakeholder_ids)
    map_ = store.snapshot(principal, landscape_id, tables=("stakeholder",))
    team = map_.stakeholder["id"].isin(list(chosen))
    changed = map_.stakeholder.loc[team != map_.stakeholder["on_team"].astype(bool), ["id"]]
    settings = {**map_.landscape.settings, "us": "answered" if chosen else "skipped"}
    return store.apply(
        principal,
        landscape_id,
        Edit(
            label="Said who of them is us",
            put={"stakeholder": changed.assign(on_team=changed["id"].isin(list(chosen)))},
            landscape={"settings": settings},
        ),
    )


def save_relationship(
    principal: Principal,
    store: Store,
    landscape_id: str,
    relationship: Relationship,
    *,
    seen: Seen = None,
) -> Batch:
    """Add a relationship, or write one that is there; a pair has one of each kind."""
    there = store.snapshot(principal, landscape_id, tables=("relationship", "stakeholder"))
    before = row_with_id(there.relationship, relationship.id)
    names = there.stakeholder.set_index("id")["name"]
    ends = (relationship.source_id, relationship.target_id)
    if any(end not in names.index for end in ends):
        raise NotFoundError(
            "One end of the relationship is not there any more.", fix="Pick it again."
        )
    pair = " and ".join(names[end] for end in ends)
    require_unchanged(before, seen, what=pair)
    require_free_pair(there.relationship, relationship, pair)
    edit = Edit(
        label=f"{_verb(before)} the relationship of {pair}",
        put={"relationship": rows.frame_of([relationship])},
    )
    return store.apply(principal, landscape_id, edit)


def remove_relationships(
    principal: Principal, store: Store, landscape_id: str, relationship_ids: Iterable[str]
) -> Batch:
    """Remove relationships with their reports."""
    leaving = list(dict.fromkeys(relationship_ids))
    map_ = store.snapshot(principal, landscape_id, tables=("relationship", "report"))
    if not leaving or not set(leaving) <= set(map_.relationship["id"]):
        raise NotFoundError("That relationship is not there any more.", fix="Pick another one.")
    count = "a relationship" if len(leaving) == 1 else f"{len(leaving)} relationships"
    edit = Edit(
        label=f"Removed {count}",
        remove={
            "relationship": leaving,
            "report": sorted(ids_where(map_.report, "relationship_id", leaving)),
        },
    )
    return store.apply(principal, landscape_id, edit)


def save_boundary(
    principal: Principal,
    store: Store,
    landscape_id: str,
    boundary: Boundary,
    *,
    seen: Seen = None,
) -> Batch:
    """Add a boundary, or write one that is there together with the sides of its groups."""
    map_ = store.snapshot(principal, landscape_id, tables=("boundary", "boundary_side"))
    before = row_with_id(map_.boundary, boundary.id)
    require_unchanged(before, seen, what=boundary.name)
    require_free_name(map_.boundary, boundary.id, boundary.name, what="boundary")
    if before is None:
        boundary = replace(boundary, ordinal=next_ordinal(map_.boundary))
    sides = pd.DataFrame(
        [
            {
                "id": pair_id(boundary.id, constituency_id),
                "boundary_id": boundary.id,
                "constituency_id": constituency_id,
                "side": side,
            }
            for constituency_id, side in boundary.sides.items()
        ]
    )
    stale = ids_where(map_.boundary_side, "boundary_id", [boundary.id]) - set(sides.get("id", ()))
    edit = Edit(
        label=f"{_verb(before)} the boundary {boundary.name}",
        put={"boundary": rows.frame_of([boundary]), "boundary_side": sides},
        remove={"boundary_side": sorted(stale)},
    )
    return store.apply(principal, landscape_id, with_places(principal, store, landscape_id, edit))


def remove_boundary(
    principal: Principal, store: Store, landscape_id: str, boundary_id: str
) -> Batch:
    """Remove a boundary with its sides; the stakeholders stay as they are."""
    map_ = store.snapshot(principal, landscape_id, tables=("boundary", "boundary_side"))
    before = row_with_id(map_.boundary, boundary_id)
    if before is None:
        raise NotFoundError("That boundary is not there any more.", fix="Pick another one.")
    edit = Edit(
        label=f"Removed the boundary {before['name']}",
        remove={
            "boundary": [boundary_id],
            "boundary_side": sorted(ids_where(map_.boundary_side, "boundary_id", [boundary_id])),
        },
    )
    return store.apply(principal, landscape_id, with_places(principal, store, landscape_id, edit))


def _verb(before: object | None) -> str:
    return "Added" if before is None else "Changed"
