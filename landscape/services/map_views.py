"""The saved views of a map: keep one, put them in an order, bring them up to date, let one go."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from landscape.model.errors import ConflictError, InvalidValueError, NotFoundError
from landscape.model.ids import draw_id
from landscape.model.map_look import Arrangement, MapLook, as_plain, from_plain
from landscape.model.map_view import LONGEST_NAME, LONGEST_SENTENCE, MapCamera, MapView
from landscape.model.principal import Principal
from landscape.services.checks import (
    next_ordinal,
    plain_value,
    require_free_name,
    require_unchanged,
    row_with_id,
)
from landscape.store.base import Batch, Edit, Snapshot, Store

TABLES: Final = ("map_view",)


def views(snapshot: Snapshot) -> tuple[MapView, ...]:
    """The saved views in their order.

    What of a view cannot be read, as in a copy that somebody altered, is as in the first picture.
    """
    ordered = snapshot.map_view
    if ordered.empty:
        return ()
    ordered = ordered.sort_values(["ordinal", "id"])
    return tuple(_view_of(row) for row in ordered.to_dict("records"))


def find(snapshot: Snapshot, view_id: str) -> MapView | None:
    """One saved view, or None."""
    return next((view for view in views(snapshot) if view.id == view_id), None)


def fitting(look: MapLook, snapshot: Snapshot) -> tuple[MapLook, tuple[str, ...]]:
    """The look without what has gone from the landscape since, and what that was, in sentences."""
    people = set(snapshot.stakeholder["id"]) if len(snapshot.stakeholder) else set()
    groups = set(snapshot.constituency["id"]) if len(snapshot.constituency) else set()
    boundaries = set(snapshot.boundary["id"]) if len(snapshot.boundary) else set()
    lost: list[str] = []
    changed: dict[str, Any] = {}
    if look.boundary_id is not None and look.boundary_id not in boundaries:
        changed["boundary_id"] = None
        if look.arrangement is Arrangement.SIDES:
            changed["arrangement"] = Arrangement.GROUPS
            lost.append("The boundary it was arranged by has gone. Here is everybody by group.")
    if look.highlight_id is not None and look.highlight_id not in boundaries:
        changed["highlight_id"] = None
        lost.append("The boundary it brought out has gone.")
    if look.centre_id is not None and look.centre_id not in people:
        changed["centre_id"] = None
        lost.append("Who stood in the middle has gone.")
    still = tuple(id_ for id_ in look.focus if id_ in people)
    if still != look.focus:
        changed["focus"] = still
        lost.append(
            "Some of those it looked at closely have gone."
            if still
            else "Those it looked at closely have gone. Here is everybody."
        )
    if look.path is not None:
        ends = (
            look.path.source_id in (groups if look.path.source_is_group else people),
            look.path.target_id in (groups if look.path.target_is_group else people),
        )
        if not all(ends):
            changed["path"] = None
            lost.append("One end of the connection it showed has gone.")
    return (replace(look, **changed) if changed else look), tuple(lost)


def save_view(
    principal: Principal,
    store: Store,
    landscape_id: str,
    view: MapView,
    *,
    after: str | None = None,
) -> Batch:
    """Keep a view after all others, or right `after` one of them."""
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    require_free_name(_named(snapshot.map_view), view.id, view.name, what="view")
    view = replace(view, ordinal=next_ordinal(snapshot.map_view))
    put = pd.DataFrame([_row_of(view)], dtype=object)
    if after is not None:
        ids = [one.id for one in views(snapshot)]
        if after not in ids:
            raise _gone()
        ids.insert(ids.index(after) + 1, view.id)
        put = _moved(pd.concat([snapshot.map_view.astype(object), put], ignore_index=True), ids)
    return store.apply(
        principal, landscape_id, Edit(label=f"Saved the view {view.name}", put={"map_view": put})
    )


def rename(
    principal: Principal,
    store: Store,
    landscape_id: str,
    view_id: str,
    *,
    name: str,
    sentence: str | None,
    seen: MapView | None = None,
) -> Batch:
    """Give a view another name or sentence, unless it changed since it was `seen`."""
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    row = row_with_id(snapshot.map_view, view_id)
    shown = {"name": seen.name, "sentence": seen.sentence} if seen else None
    require_unchanged(row, shown, what=seen.name if seen else name)
    before = _required(snapshot, view_id)
    require_free_name(snapshot.map_view, view_id, name, what="view")
    after = replace(before, name=name.strip(), sentence=sentence)
    said = "Renamed the view" if before.name != after.name else "Changed the sentence of the view"
    label = f"{said} {before.name}" + (f" to {after.name}" if before.name != after.name else "")
    put = pd.DataFrame(
        [{"id": view_id, "name": after.name, "sentence": after.sentence}], dtype=object
    )
    return store.apply(principal, landscape_id, Edit(label=label, put={"map_view": put}))


def renew(
    principal: Principal,
    store: Store,
    landscape_id: str,
    view_id: str,
    look: MapLook,
    camera: MapCamera | None,
) -> Batch:
    """Bring a view up to date with how the map is looked at; its name and sentence stay."""
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    before = _required(snapshot, view_id)
    row = _row_of(replace(before, look=look, camera=camera))
    put = pd.DataFrame([{column: row[column] for column in ("id", "look", "camera")}], dtype=object)
    return store.apply(
        principal,
        landscape_id,
        Edit(label=f"Brought the view {before.name} up to date", put={"map_view": put}),
    )


def reorder(
    principal: Principal, store: Store, landscape_id: str, view_ids: Sequence[str]
) -> Batch:
    """Put the views in this order; those that are not named come after, as they stood."""
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    standing = [view.id for view in views(snapshot)]
    if not set(view_ids) <= set(standing):
        raise _gone()
    wanted = list(dict.fromkeys((*view_ids, *standing)))
    put = _moved(snapshot.map_view, wanted)[["id", "ordinal"]]
    if put.empty:
        raise ConflictError(
            "The views stand in this order already.", fix="Look at the list as it is by now."
        )
    return store.apply(
        principal,
        landscape_id,
        Edit(label="Put the views in another order", put={"map_view": put}),
    )


def move(principal: Principal, store: Store, landscape_id: str, view_id: str, by: int) -> Batch:
    """Move a view up (a negative number) or down in the order."""
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    ids = [view.id for view in views(snapshot)]
    if view_id not in ids:
        raise _gone()
    at = ids.index(view_id)
    ids.insert(max(0, min(at + by, len(ids) - 1)), ids.pop(at))
    return reorder(principal, store, landscape_id, ids)


def remove(principal: Principal, store: Store, landscape_id: str, view_id: str) -> Batch:
    """Let a view go; the map itself stays as it is."""
    before = _required(store.snapshot(principal, landscape_id, tables=TABLES), view_id)
    return store.apply(
        principal,
        landscape_id,
        Edit(label=f"Removed the view {before.name}", remove={"map_view": [view_id]}),
    )


def copy(principal: Principal, store: Store, landscape_id: str, view_id: str) -> Batch:
    """Keep the same view once more, right after the first one."""
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    before = _required(snapshot, view_id)
    taken = {view.name.strip().casefold() for view in views(snapshot)}
    numbered = (
        f"{before.name[: LONGEST_NAME - 10]} ({number})" for number in range(2, len(taken) + 3)
    )
    name = next(name for name in numbered if name.strip().casefold() not in taken)
    again = replace(before, id=draw_id("v"), name=name)
    return save_view(principal, store, landscape_id, again, after=view_id)


def _required(snapshot: Snapshot, view_id: str) -> MapView:
    found = find(snapshot, view_id)
    if found is None:
        raise _gone()
    return found


def _named(frame: pd.DataFrame) -> pd.DataFrame:
    return frame if len(frame) else pd.DataFrame({"id": [], "name": []}, dtype="str")


def _view_of(row: Mapping[Any, Any]) -> MapView:
    known = {str(column): plain_value(value) for column, value in row.items()}
    name = str(known["name"])[:LONGEST_NAME]
    sentence = known.get("sentence")
    return MapView(
        id=str(known["id"]),
        name=name if name.strip() else "A view without a name",
        sentence=str(sentence)[:LONGEST_SENTENCE] if sentence is not None else None,
        look=_look_of(known.get("look")),
        camera=_camera_of(known.get("camera")),
        ordinal=int(str(known["ordinal"])),
    )


def _look_of(text: object) -> MapLook:
    try:
        return from_plain(json.loads(str(text)))
    except (InvalidValueError, TypeError, ValueError, RecursionError):
        return MapLook()


def _camera_of(text: object) -> MapCamera | None:
    if text is None:
        return None
    try:
        told = json.loads(str(text))
        return MapCamera(**{part: float(told[part]) for part in ("x", "y", "span")})
    except (InvalidValueError, KeyError, TypeError, ValueError, RecursionError):
        return None


def _row_of(view: MapView) -> dict[str, object]:
    camera = view.camera
    seen = {"x": camera.x, "y": camera.y, "span": camera.span} if camera else None
    return {
        "id": view.id,
        "name": view.name.strip(),
        "sentence": view.sentence,
        "look": json.dumps(as_plain(view.look), ensure_ascii=False),
        "camera": json.dumps(seen) if seen else None,
        "ordinal": view.ordinal,
    }


def _moved(frame: pd.DataFrame, ids: Sequence[str]) -> pd.DataFrame:
    """The rows with their places in the order, those that have another one than before."""
    place = frame["id"].map({id_: at for at, id_ in enumerate(ids)})
    return frame.assign(ordinal=place)[(place != frame["ordinal"]).to_numpy(dtype=bool)]


def _gone() -> NotFoundError:
    return NotFoundError(
        "That view is not there any more.", fix="Choose another one, or take its removal back."
    )
