"""Silence on the map: which regions nothing runs between, and who could open the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from landscape.analysis.arranged import Arranged, Region
from landscape.analysis.arrays import Ints
from landscape.analysis.facing import facing
from landscape.analysis.findings import listed
from landscape.model.map_look import LineFilter
from landscape.model.scales import Asked
from landscape.services.map_lines import counted
from landscape.services.mapping import Map
from landscape.store.base import Snapshot

# What a snapshot must hold for :func:`gaps`.
TABLES: Final = ("legitimacy",)
_MOST: Final = 4  # who could open the door, by name


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentGap:
    """Two regions that face each other with no relationship between them; `source` is the lower.

    `source` and `target` are places in the regions of the arrangement. `told` says in a sentence
    what the silence means, and `opens` are those who could open the door: pairs of id, "" for
    somebody who is not on the map, and name.
    """

    source: int
    target: int
    kind: Literal["none reported", "not asked"]
    told: str
    opens: tuple[tuple[str, str], ...] = ()


def gaps(snapshot: Snapshot, map_: Map, arranged: Arranged) -> tuple[SilentGap, ...]:
    """The silences between regions of groups or sides that have nothing between them.

    A relationship of any standing breaks the silence, as it is drawn. It is "none reported" where
    somebody on one of the two sides answered, else "not asked". Those in no group, or on no side,
    have no silence: nobody knows where they stand.
    """
    regions = arranged.regions
    place = [at for at, one in enumerate(regions) if one.id and one.count]
    if len(place) < 2:
        return ()
    discs = np.array([(regions[at].x, regions[at].y, regions[at].radius) for at in place])
    reached = _Reached(map_, arranged.part)
    doors = _Doors(snapshot, map_, arranged.part)
    heard = _heard_by_part(map_, arranged.part)
    found = []
    for one, other in facing(*discs.T.copy()):
        source, target = place[one], place[other]
        near, far = regions[source], regions[target]
        if reached.touch(near.part, far.part):
            continue
        both = heard[near.part], heard[far.part]
        told, opens = _told((near, far), both), doors.to(near.part, far.part)
        if not opens:
            opens = reached.between(near.part, far.part)
            told += " Those named are related to both." if opens else ""
        found.append(
            SilentGap(
                source=source,
                target=target,
                kind="none reported" if any(one.answered for one in both) else "not asked",
                told=told,
                opens=opens,
            )
        )
    return tuple(found)


class _Reached:
    """Who reaches into which part, and which parts have a relationship between them."""

    def __init__(self, map_: Map, part: Ints) -> None:
        source = map_.lines["source"].to_numpy(np.int64)
        target = map_.lines["target"].to_numpy(np.int64)
        near, far = part[source], part[target]
        across = (near >= 0) & (far >= 0) & (near != far)
        self._touching = set(
            zip(
                np.minimum(near, far)[across].tolist(),
                np.maximum(near, far)[across].tolist(),
                strict=True,
            )
        )
        # Who reaches where, by part and then from the most related on.
        live = counted(map_.lines, LineFilter())
        who = np.concatenate([source[live], target[live]])
        where = np.concatenate([far[live], near[live]])
        people = map_.people[["relationships", "name"]].reset_index(drop=True)
        order = people.sort_values(["relationships", "name"], ascending=[False, True]).index
        ids, names = map_.people["id"].tolist(), map_.people["name"].tolist()
        self._by_rank = [(ids[at], names[at]) for at in order]
        rank = np.argsort(order.to_numpy())
        self._count = max(len(rank), 1)
        self._reach = np.unique(where[where >= 0] * self._count + rank[who[where >= 0]])

    def touch(self, one: int, other: int) -> bool:
        """Whether any relationship runs between two parts."""
        return (min(one, other), max(one, other)) in self._touching

    def between(self, one: int, other: int) -> tuple[tuple[str, str], ...]:
        """Who has live relationships into both, the most related first."""
        both = np.intersect1d(self._into(one), self._into(other), assume_unique=True)[:_MOST]
        return tuple(self._by_rank[at] for at in both)

    def _into(self, part: int) -> Ints:
        """The ranks of those who have live relationships into a part."""
        begin, end = np.searchsorted(self._reach, [part * self._count, (part + 1) * self._count])
        return self._reach[begin:end] - part * self._count


class _Doors:
    """Who would open the door to us, by the part in which their group stands."""

    def __init__(self, snapshot: Snapshot, map_: Map, part: Ints) -> None:
        told = snapshot.legitimacy
        opens = told[told["door_opener"].notna() | told["door_opener_id"].notna()]
        names = dict(zip(map_.people["id"], map_.people["name"], strict=True))
        of_group: dict[str, list[tuple[str, str]]] = {}
        for group, id_, words in opens[
            ["constituency_id", "door_opener_id", "door_opener"]
        ].itertuples(index=False):
            name = names.get(id_, words)
            if isinstance(name, str) and name.strip():
                of_group.setdefault(group, []).append((id_ if id_ in names else "", name))
        stands = pd.DataFrame({"part": part, "group": map_.people["constituency_id"].to_numpy()})
        stands = stands[stands["group"].isin(list(of_group))].drop_duplicates()
        self._of_part: dict[int, list[tuple[str, str]]] = {}
        for where, group in stands.itertuples(index=False):
            self._of_part.setdefault(int(where), []).extend(of_group[group])

    def to(self, one: int, other: int) -> tuple[tuple[str, str], ...]:
        """Who would open the door in either part."""
        both = self._of_part.get(one, []) + self._of_part.get(other, [])
        return tuple(dict.fromkeys(both))[:_MOST]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """How many stand in a part, and how many of them were asked and answered."""

    members: int
    answered: int
    asked: int
    not_asked: int


def _heard_by_part(map_: Map, part: Ints) -> dict[int, _Heard]:
    """Who of each part was asked and answered, by its number."""
    asked, inside = map_.people["asked"], part >= 0
    states = (Asked.ANSWERED.value, Asked.ASKED.value, Asked.NOT_ASKED.value)
    counts = [
        np.bincount(part[inside & (asked == state).to_numpy(dtype=bool)], minlength=1)
        for state in states
    ]
    members = np.bincount(part[inside], minlength=1)
    return {
        int(where): _Heard(
            members=int(members[where]),
            **{
                name: int(count[where]) if where < len(count) else 0
                for name, count in zip(("answered", "asked", "not_asked"), counts, strict=True)
            },
        )
        for where in np.unique(part[inside])
    }


def _told(regions: Sequence[Region], heard: Sequence[_Heard]) -> str:
    """What the silence between two regions means, with who was heard."""
    near, far = (region.label for region in regions)
    if any(one.answered for one in heard):
        who = [
            f"{one.answered:,} of {one.members:,} in {region.label}"
            for region, one in zip(regions, heard, strict=True)
        ]
        return f"None reported between {near} and {far}: {listed(who)} answered."
    unknown = "What runs between them is not known."
    if waiting := sum(one.asked for one in heard):
        were = "was" if waiting == 1 else "were"
        return f"Nobody in {near} or {far} answered; {waiting:,} {were} asked. {unknown}"
    if all(one.not_asked == one.members for one in heard):
        return f"Nobody in {near} or {far} was asked. {unknown}"
    return f"It is not recorded that anybody in {near} or {far} was asked. {unknown}"
