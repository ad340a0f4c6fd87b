"""Where everybody stands in each arrangement of the map, and which arrangements there are."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from landscape.analysis.arranged import Arranged, Ground, Region
from landscape.analysis.arrangements import geography, grid, levels, rings
from landscape.analysis.arrays import Floats, Ints
from landscape.analysis.live import LiveFilter, live_relationships
from landscape.model.map_look import Arrangement
from landscape.services import mapping
from landscape.services.mapping import Map
from landscape.services.placing import GROUPS
from landscape.store.base import Snapshot

# What a snapshot must hold for the functions below.
TABLES: Final = (*mapping.TABLES, "membership", "boundary", "boundary_side", "sides", "brokers")

_FARTHEST: Final = 1e9  # a file may say that somebody stands anywhere; the map is drawn in floats
NO_PART: Final = -1
NO_SIDE: Final = -2  # below 0 as well, and other than those between the sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An arrangement to choose; `why_not` says in words what is missing where not `enough` is."""

    arrangement: Arrangement
    label: str
    enough: bool
    why_not: str = ""


def arranged(
    snapshot: Snapshot,
    map_: Map,
    *,
    arrangement: Arrangement,
    boundary_id: str | None = None,
    centre_id: str | None = None,
) -> Arranged:
    """Where everybody of `map_.people` stands; the part is their side, else their group.

    Groups, sides, the free arrangement and the drawn one are read from what is stored. The others
    are worked out from what is said of each, so that nobody's place depends on who comes later.
    """
    if arrangement is Arrangement.RINGS:
        return _rings(map_, centre_id)
    if arrangement is Arrangement.GRID:
        return _grid(map_)
    if arrangement is Arrangement.LEVELS:
        return _levels(map_)
    if arrangement is Arrangement.PLACES:
        return _places(map_)
    if arrangement is Arrangement.SIDES:
        return _sides(snapshot, map_, boundary_id or "")
    if arrangement is Arrangement.GROUPS:
        return _groups(snapshot, map_)
    stored = _stored(snapshot, map_, arrangement.value, part=_whole(map_.people["group"]))
    # Files count upwards, the map downwards.
    return replace(stored, y=-stored.y) if arrangement is Arrangement.DRAWN else stored


def offered(snapshot: Snapshot) -> tuple[Offer, ...]:
    """Every arrangement, with whether enough is recorded for it; the first three come first."""
    people = snapshot.stakeholder
    rated = people["influence"].notna() & people["interest"].notna()
    located = people["latitude"].notna() & people["longitude"].notna()
    drawn = (snapshot.placement["arrangement"] == Arrangement.DRAWN.value).any()
    related = len(snapshot.relationship) > 0
    known: dict[Arrangement, tuple[str, bool, str]] = {
        Arrangement.GROUPS: ("Groups", True, ""),
        Arrangement.SIDES: (
            "Sides of a boundary",
            len(snapshot.boundary) > 0,
            "No boundary is named yet.",
        ),
        Arrangement.RINGS: (
            "From where we stand",
            bool(people["on_team"].any()),
            "Nobody is marked as one of us.",
        ),
        Arrangement.FREE: ("By relationships alone", related, "No relationship is recorded."),
        Arrangement.GRID: (
            "Influence and interest",
            bool(rated.any()),
            "Of nobody both influence and interest are recorded.",
        ),
        Arrangement.LEVELS: (
            "Levels of scale",
            bool(people["level"].notna().any()),
            "Nobody's level of scale is recorded.",
        ),
        Arrangement.PLACES: (
            "Where they are",
            bool(located.any()),
            "Nobody's latitude and longitude are recorded.",
        ),
        Arrangement.DRAWN: ("As drawn in the file", bool(drawn), "No file brought places along."),
    }
    return tuple(
        Offer(arrangement=one, label=label, enough=enough, why_not="" if enough else why_not)
        for one, (label, enough, why_not) in known.items()
    )


def _groups(snapshot: Snapshot, map_: Map) -> Arranged:
    """The regions of the groups, as they are stored; the part is the number of the group."""
    groups = map_.groups[map_.groups["radius"].notna() & (map_.groups["count"] > 0)]
    regions = tuple(
        Region(
            id=id_,
            label=name if id_ else "No group recorded",
            part=int(part),
            count=int(count),
            x=float(x),
            y=float(y),
            radius=float(radius),
        )
        for part, id_, name, count, x, y, radius in groups[
            ["id", "name", "count", "x", "y", "radius"]
        ].itertuples()
    )
    part = map_.people["group"].to_numpy(dtype=np.int64)
    return _stored(snapshot, map_, GROUPS, part=part, regions=regions)


def _sides(snapshot: Snapshot, map_: Map, boundary_id: str) -> Arranged:
    """The regions of the sides of a boundary; those on no side have one of their own.

    Who stands on several sides is in none and stands between them. A relationship crosses only
    where both of its ends are on a side: those on none are not across anything.
    """
    name = f"{Arrangement.SIDES.value}:{boundary_id}"
    stands = snapshot.sides[snapshot.sides["boundary_id"] == boundary_id]
    brokers = snapshot.brokers[snapshot.brokers["boundary_id"] == boundary_id]
    ids = pd.Index(map_.people["id"])
    side = stands.set_index("stakeholder_id")["side"].reindex(ids)
    names = sorted(side.dropna().unique())
    part = pd.Index(names).get_indexer(pd.Index(side.fillna("")))
    part = np.where(part < 0, NO_SIDE, part)
    part[ids.isin(brokers["stakeholder_id"])] = NO_PART
    counts = dict(zip(*np.unique(part, return_counts=True), strict=True))
    discs = snapshot.region[snapshot.region["arrangement"] == name]
    numbers = {side: number for number, side in enumerate(names)} | {"": NO_SIDE}
    regions = tuple(
        Region(
            id=id_,
            label=id_ or "On no side",
            part=numbers[id_],
            count=int(counts[numbers[id_]]),
            x=float(x),
            y=float(y),
            radius=float(radius),
        )
        for id_, x, y, radius in discs[["group_id", "x", "y", "radius"]].itertuples(index=False)
        if id_ in numbers and numbers[id_] in counts
    )
    return _stored(snapshot, map_, name, part=part, regions=regions)


def _stored(
    snapshot: Snapshot,
    map_: Map,
    name: str,
    *,
    part: Ints,
    regions: tuple[Region, ...] = (),
) -> Arranged:
    """What is stored under the name of an arrangement; NaN for those who have no place in it."""
    rows = snapshot.placement[snapshot.placement["arrangement"] == name]
    kept = rows.set_index("stakeholder_id").reindex(pd.Index(map_.people["id"]))
    x, y = (np.clip(_numbers(kept[axis]), -_FARTHEST, _FARTHEST) for axis in ("x", "y"))
    lost = int(np.isnan(x).sum())
    return Arranged(
        x=x,
        y=y,
        pinned=kept["pinned"].fillna(value=False).to_numpy(dtype=bool),
        part=part,
        regions=regions,
        absent=f"{_stakeholders(lost)} no place here." if lost else "",
    )


def _rings(map_: Map, centre_id: str | None) -> Arranged:
    """Rings around the convening team, or around one stakeholder."""
    people = map_.people
    start = (
        people["on_team"].to_numpy(dtype=bool)
        if centre_id is None
        else people["id"].eq(centre_id).to_numpy(dtype=bool)
    )
    if not start.any():
        words = (
            "Nobody is marked as one of us. Say first which of these is us."
            if centre_id is None
            else "Whom you look from is not on the map any more. Choose somebody else."
        )
        return _nowhere(len(people), words)
    lines = live_relationships(map_.lines, LiveFilter())
    steps = rings.steps_from(len(people), _whole(lines["source"]), _whole(lines["target"]), start)
    ring = rings.rings_of(steps)
    # The sector at the top is for those without a group, and groups follow in their order.
    named = (map_.groups["id"] != "").to_numpy(dtype=bool)
    number = np.where(named, np.cumsum(named), 0)
    sector = number[_whole(people["group"])]
    order = _arrival(people)
    seats = rings.seats(
        people["id"].to_numpy()[order].tolist(), ring[order], sector[order], int(named.sum()) + 1
    )
    return _worked_out(map_, seats, order, rings.grounds(ring))


def _grid(map_: Map) -> Arranged:
    """Influence by interest."""
    people = map_.people
    cell = grid.cells(_numbers(people["influence"]), _numbers(people["interest"]))
    order = _arrival(people)
    seats = grid.seats(people["id"].to_numpy()[order].tolist(), cell[order])
    return _worked_out(map_, seats, order, grid.grounds())


def _levels(map_: Map) -> Arranged:
    """Bands of the levels of scale."""
    people = map_.people
    band = levels.bands(people["level"].fillna("").tolist())
    order = _arrival(people)
    seats = levels.seats(people["id"].to_numpy()[order].tolist(), band[order])
    return _worked_out(map_, seats, order, levels.grounds())


def _places(map_: Map) -> Arranged:
    """By latitude and longitude."""
    people = map_.people
    points = geography.projected(_numbers(people["latitude"]), _numbers(people["longitude"]))
    frame = geography.frame_of(points)
    order = _arrival(people)
    seats = geography.seats(people["id"].to_numpy()[order].tolist(), points[order], frame)
    lost = bool(np.isnan(points[:, 0]).any())
    return _worked_out(map_, seats, order, geography.grounds(frame, rest=lost))


def _worked_out(map_: Map, seats: Floats, order: Ints, grounds: tuple[Ground, ...]) -> Arranged:
    """Seats in order of arrival, back in the order of the map; the part is the group."""
    places = np.empty_like(seats)
    places[order] = seats
    return Arranged(
        x=places[:, 0].copy(),
        y=places[:, 1].copy(),
        pinned=np.zeros(len(places), dtype=bool),
        part=_whole(map_.people["group"]),
        grounds=grounds,
    )


def _nowhere(count: int, words: str) -> Arranged:
    return Arranged(
        x=np.full(count, np.nan),
        y=np.full(count, np.nan),
        pinned=np.zeros(count, dtype=bool),
        part=np.full(count, -1, dtype=np.int64),
        absent=words,
    )


def _arrival(people: pd.DataFrame) -> Ints:
    """The rows in the order in which they came; two that came at once by their ids."""
    return np.lexsort((people["id"].to_numpy(dtype=object), _whole(people["ordinal"])))


def _whole(column: pd.Series) -> Ints:
    return column.to_numpy(dtype=np.int64)


def _numbers(column: pd.Series) -> Floats:
    return pd.to_numeric(column).to_numpy(dtype=np.float64, na_value=np.nan)


def _stakeholders(count: int) -> str:
    return "1 stakeholder has" if count == 1 else f"{count} stakeholders have"
