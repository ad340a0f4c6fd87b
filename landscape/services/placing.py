"""Gives every stakeholder a place in the write that adds them: viewing moves nobody."""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.map_look import Arrangement
from landscape.model.principal import Principal
from landscape.services import laying_out, standing
from landscape.services.laying_out import SIDES, Laid, Standing, lay_out, placement_rows
from landscape.store.base import Batch, Edit, Snapshot, Store

GROUPS: Final = laying_out.GROUPS  # the arrangement by constituency
_DRAWN: Final = Arrangement.DRAWN.value
_STORED: Final = (Arrangement.GROUPS, Arrangement.SIDES, Arrangement.FREE, Arrangement.DRAWN)
_MOVING: Final = frozenset({"placement", *standing.TABLES})
_ARRANGE: Final = "Arrange the map"
_MANY: Final = 1_000  # of more newcomers the places are worked out while the rest is written

# What a snapshot must hold for :func:`needs_placing`.
TABLES: Final = (*laying_out.TABLES, "sides", "brokers")


def with_places(principal: Principal, store: Store, landscape_id: str, edit: Edit) -> Edit:
    """The edit together with places for those it adds, and without the places of those it removes.

    That holds in every arrangement that is stored. Nobody who has a place moves, but for those who
    change their group or side and are not pinned. A place that the edit brings along counts.
    """
    if _MOVING.isdisjoint(edit.put) and _MOVING.isdisjoint(edit.remove):
        return edit
    snapshot = store.snapshot(principal, landscape_id, tables=laying_out.TABLES)
    edit = _without_what_goes(snapshot, edit)
    names = [GROUPS, *_further_names(snapshot, edit)]
    found = [laying_out.after(snapshot, edit, name) for name in names]
    short = [one for one in found if one.missing]
    if max((one.missing for one in short), default=0) < _MANY:
        return _laid_out(edit, snapshot, landscape_id, short)
    # The tables are written while the child draws: each takes about as long as the other.
    pool = ThreadPoolExecutor(max_workers=1)
    drawing = pool.submit(partial(_rest, edit, snapshot, landscape_id, short))
    pool.shutdown(wait=False)
    return replace(edit, rest=drawing.result)


def needs_placing(
    snapshot: Snapshot, arrangement: Arrangement, boundary_id: str | None = None
) -> bool:
    """Whether somebody has no place yet in an arrangement that is stored."""
    if arrangement not in _STORED or arrangement is Arrangement.DRAWN:
        return False
    return laying_out.now(snapshot, stored_name(arrangement, boundary_id)).missing > 0


def place_for(
    principal: Principal,
    store: Store,
    landscape_id: str,
    arrangement: Arrangement,
    boundary_id: str | None = None,
) -> Batch | None:
    """Give a place to those who have none in a stored arrangement; None where all have one.

    That is a step of its own, done the first time that somebody chooses the arrangement.
    """
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    label = f"{_ARRANGE} {_how(snapshot, arrangement, boundary_id)}"
    found = laying_out.now(snapshot, stored_name(arrangement, boundary_id))
    if not found.missing:
        return None
    edit = _laid_out(Edit(label=label, kind="tidy"), snapshot, landscape_id, [found])
    return store.apply(principal, landscape_id, edit)


def is_arranging(batch: Batch) -> bool:
    """Whether a write did nothing but give places in an arrangement that somebody chose.

    Nobody meant it as a change: who takes back their last one means the one before.
    """
    return batch.kind == "tidy" and batch.label.startswith(_ARRANGE)


def tidy(
    principal: Principal,
    store: Store,
    landscape_id: str,
    arrangement: Arrangement = Arrangement.GROUPS,
    boundary_id: str | None = None,
) -> Batch:
    """Place everybody anew, but for those who are pinned, as one step that can be undone."""
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    _how(snapshot, arrangement, boundary_id)
    if arrangement is Arrangement.DRAWN:
        raise InvalidValueError(
            "Everybody stands here as in the file.", fix="Choose another arrangement to tidy."
        )
    found = laying_out.now(snapshot, stored_name(arrangement, boundary_id))
    pinned = found.kept["pinned"].to_numpy(dtype=bool)
    anew = lay_out(landscape_id, replace(found, kept=found.kept[pinned], regions=found.regions[:0]))
    stale = found.regions.loc[~found.regions["id"].isin(anew.region["id"]), "id"]
    anew = replace(anew, stale=tuple(stale))
    edit = _joined(Edit(label="Tidy the map", kind="tidy"), anew, snapshot, found.name)
    return store.apply(principal, landscape_id, edit)


def pin(
    principal: Principal,
    store: Store,
    landscape_id: str,
    stakeholder_id: str,
    x: float,
    y: float,
    *,
    arrangement: Arrangement = Arrangement.GROUPS,
    boundary_id: str | None = None,
) -> Batch:
    """Keep a stakeholder where somebody has dragged it to, in the arrangement that they see."""
    spots = {stakeholder_id: (x, y)}
    return pin_together(principal, store, landscape_id, spots, arrangement, boundary_id)


def pin_together(
    principal: Principal,
    store: Store,
    landscape_id: str,
    spots: Mapping[str, tuple[float, float]],
    arrangement: Arrangement = Arrangement.GROUPS,
    boundary_id: str | None = None,
) -> Batch:
    """Keep stakeholders where one hand has dragged them to, those who are still on the map."""
    name = stored_name(arrangement, boundary_id)
    people = store.snapshot(principal, landscape_id, tables=("stakeholder",)).stakeholder
    called = people.set_index("id")["name"]
    here = [id_ for id_ in spots if id_ in called.index]
    if not here:
        raise NotFoundError("That stakeholder is not on the map.", fix="Choose one that is.")
    x, y = np.array([spots[id_] for id_ in here], dtype=float).T
    up = -1.0 if name == _DRAWN else 1.0  # files count upwards, the map downwards
    rows = placement_rows(name, here, x, up * y, pinned=True)
    moved = called[here[0]] if len(here) == 1 else f"{len(here)} stakeholders"
    return store.apply(
        principal, landscape_id, Edit(label=f"Move {moved}", put={"placement": rows})
    )


def keep(
    principal: Principal,
    store: Store,
    landscape_id: str,
    stakeholder_ids: Collection[str],
    *,
    arrangement: Arrangement = Arrangement.GROUPS,
    boundary_id: str | None = None,
) -> Batch:
    """Pin stakeholders where they stand, so that tidying leaves them there."""
    return _set_pinned(
        principal,
        store,
        landscape_id,
        stakeholder_ids,
        stored_name(arrangement, boundary_id),
        pinned=True,
    )


def unpin(
    principal: Principal,
    store: Store,
    landscape_id: str,
    stakeholder_ids: Collection[str],
    *,
    arrangement: Arrangement = Arrangement.GROUPS,
    boundary_id: str | None = None,
) -> Batch:
    """Let stakeholders go that were pinned: they stay until the map is tidied."""
    return _set_pinned(
        principal,
        store,
        landscape_id,
        stakeholder_ids,
        stored_name(arrangement, boundary_id),
        pinned=False,
    )


def stored_name(arrangement: Arrangement, boundary_id: str | None = None) -> str:
    """What the places of an arrangement are stored under; some are worked out and never stored."""
    if arrangement not in _STORED:
        raise InvalidValueError(
            "Where everybody stands here follows from what is recorded of them.",
            fix="Change what is recorded, or arrange the map by groups.",
        )
    return f"{SIDES}{boundary_id}" if arrangement is Arrangement.SIDES else arrangement.value


def _set_pinned(
    principal: Principal,
    store: Store,
    landscape_id: str,
    stakeholder_ids: Collection[str],
    name: str,
    *,
    pinned: bool,
) -> Batch:
    here = store.snapshot(principal, landscape_id, tables=("stakeholder", "placement"))
    rows = here.placement[here.placement["arrangement"] == name]
    rows = rows[rows["stakeholder_id"].isin(list(stakeholder_ids))]
    if rows.empty:
        raise NotFoundError("None of them has a place here.", fix="Choose those who have.")
    names = here.stakeholder.set_index("id")["name"]
    who = names[rows["stakeholder_id"].iloc[0]] if len(rows) == 1 else f"{len(rows)} stakeholders"
    edit = Edit(
        label=f"Pin {who}" if pinned else f"Let {who} go",
        put={"placement": rows.assign(pinned=pinned)},
    )
    return store.apply(principal, landscape_id, edit)


def _how(snapshot: Snapshot, arrangement: Arrangement, boundary_id: str | None) -> str:
    """The arrangement in words."""
    if arrangement is not Arrangement.SIDES:
        return {Arrangement.GROUPS: "by groups", Arrangement.FREE: "freely"}.get(arrangement, "")
    called = snapshot.boundary.loc[snapshot.boundary["id"] == boundary_id, "name"]
    if called.empty:
        raise NotFoundError("That boundary is not there any more.", fix="Choose another one.")
    return f"by the sides of {called.iloc[0]}"


def _further_names(snapshot: Snapshot, edit: Edit) -> list[str]:
    """The stored arrangements but that by groups, in which newcomers get a place too."""
    gone = {f"{SIDES}{id_}" for id_ in edit.remove.get("boundary", ())}
    return [
        name
        for name in sorted({*snapshot.placement["arrangement"].unique()} - gone)
        if name == Arrangement.FREE.value or name.startswith(SIDES)
    ]


def _without_what_goes(snapshot: Snapshot, edit: Edit) -> Edit:
    """The edit that also removes the places of stakeholders and boundaries that it removes."""
    names = [f"{SIDES}{id_}" for id_ in edit.remove.get("boundary", ())]
    places, regions = snapshot.placement, snapshot.region
    gone = places["stakeholder_id"].isin(list(edit.remove.get("stakeholder", ())))
    gone |= places["arrangement"].isin(names)
    emptied = regions["arrangement"].isin(names)
    edit = _removing(edit, "placement", places.loc[gone, "id"].tolist())
    return _removing(edit, "region", regions.loc[emptied, "id"].tolist())


def _removing(edit: Edit, table: str, ids: Sequence[str]) -> Edit:
    if not ids:
        return edit
    leaving = dict.fromkeys([*edit.remove.get(table, ()), *ids])
    return replace(edit, remove={**edit.remove, table: list(leaving)})


def _laid_out(edit: Edit, snapshot: Snapshot, landscape_id: str, short: list[Standing]) -> Edit:
    """The edit with places in each arrangement for those who have none there."""
    for one in short:
        edit = _joined(edit, lay_out(landscape_id, one), snapshot, one.name)
    return edit


def _rest(edit: Edit, snapshot: Snapshot, landscape_id: str, short: list[Standing]) -> Edit:
    """What is to be written of places once all of the edit is."""
    bare = Edit(label=edit.label, landscape=edit.landscape)
    rest = _laid_out(bare, snapshot, landscape_id, short)
    settings = rest.landscape.get("settings")
    told = settings != edit.landscape.get("settings")
    return replace(rest, landscape={"settings": settings} if told else {})


def _joined(edit: Edit, laid: Laid, snapshot: Snapshot, name: str) -> Edit:
    """The edit with the places; rows of its own stay where they are not written anew."""
    put = dict(edit.put)
    for table, rows in (("placement", laid.placement), ("region", laid.region)):
        own = put.get(table)
        if own is not None and len(own):
            rows = pd.concat([own[~own["id"].isin(rows["id"])], rows], ignore_index=True)
        put[table] = rows
    edit = _removing(replace(edit, put=put), "region", laid.stale)
    settings: dict[str, object] = {
        **snapshot.landscape.settings,
        **dict(edit.landscape.get("settings") or {}),  # type: ignore[call-overload]
    }
    if name != GROUPS or not (laid.spiralled or "spiralled" in settings):
        return edit
    settings["spiralled"] = list(laid.spiralled)
    return replace(edit, landscape={**edit.landscape, "settings": settings})
