"""The convening team: who is on it, from where each of us looks, and how each group takes us."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from landscape.model.constituency import Legitimacy
from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.ids import draw_id, pair_id
from landscape.model.principal import Principal
from landscape.model.scales import Centrality, StakeholderKind
from landscape.model.stakeholder import Stakeholder
from landscape.services import rows
from landscape.services.checks import is_same, plain_value, require_unchanged, row_with_id
from landscape.services.editing import save_stakeholder
from landscape.services.placing import with_places
from landscape.store.base import Batch, Edit, Snapshot, Store

TABLES: Final = ("constituency", "stakeholder", "membership", "legitimacy")
ACCEPTED: Final = 3
OURSELVES: Final = "self"
# What a cell of the grid may say of how a group takes somebody.
FIELDS: Final = ("level", "basis", "judged_by", "note")
_OF_MEMBER: Final = ("location_note", "interests_declared")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody on the team, with the ids of the groups they belong to besides their first one."""

    person: Stakeholder
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The groups, by name, that would accept somebody, and those that accept nobody else of us."""

    member: Stakeholder
    accepted: tuple[str, ...]
    alone: tuple[str, ...]


def team(snapshot: Snapshot) -> tuple[Member, ...]:
    """Everybody on the team, by name."""
    people = snapshot.stakeholder[snapshot.stakeholder["on_team"].astype(bool)]
    belongs = _belongs(snapshot.membership)
    return tuple(
        Member(
            person=person,
            further=tuple(belongs.loc[belongs["stakeholder_id"] == person.id, "constituency_id"]),
        )
        for person in map(rows.stakeholder_of, people.sort_values("name").to_dict("records"))
    )


def judged(snapshot: Snapshot) -> dict[tuple[str, str], Legitimacy]:
    """What is recorded of how groups take members of the team, by (member, group)."""
    of_members = snapshot.legitimacy[snapshot.legitimacy["team_member_id"].notna()]
    found = map(rows.legitimacy_of, of_members.to_dict("records"))
    return {(str(one.team_member_id), one.constituency_id): one for one in found}


def reaches(snapshot: Snapshot) -> tuple[Reach, ...]:
    """Where each of the team would be accepted, and where nobody else of the team would be."""
    groups = snapshot.constituency[snapshot.constituency["in_scope"].astype(bool)]
    named = dict(zip(groups["id"], groups["name"].astype(str), strict=True))
    members = team(snapshot)
    accept: dict[str, list[str]] = {group_id: [] for group_id in named}
    known = {member.person.id for member in members}
    for (member_id, group_id), one in judged(snapshot).items():
        if group_id in accept and member_id in known and (one.level or 0) >= ACCEPTED:
            accept[group_id].append(member_id)
    return tuple(
        Reach(
            member=member.person,
            accepted=tuple(
                named[group_id] for group_id, who in accept.items() if member.person.id in who
            ),
            alone=tuple(
                named[group_id] for group_id, who in accept.items() if who == [member.person.id]
            ),
        )
        for member in members
    )


def cell(member_id: str, group_id: str, field: str) -> str:
    """The name of one cell of the grid of members and groups."""
    return json.dumps([member_id, group_id, field])


def cells(snapshot: Snapshot, named: Iterable[str]) -> dict[str, object]:
    """What the named cells of the grid say."""
    there = judged(snapshot)
    said: dict[str, object] = {}
    for name in named:
        member_id, group_id, field = json.loads(name)
        one = there.get((member_id, group_id))
        said[name] = None if one is None else rows.row_of(one)[field]
    return said


def save_cells(
    principal: Principal,
    store: Store,
    landscape_id: str,
    said: Mapping[str, object],
    *,
    on: date,
    seen: Mapping[str, object] | None = None,
) -> Batch:
    """Write cells of the grid in one step, unless one of them says other than what was `seen`.

    A level is dated `on` the day it changes, and counts as our own judgement unless it is said
    whose it is. A cell that says nothing any more is taken away.
    """
    there = store.snapshot(principal, landscape_id, tables=TABLES)
    require_unchanged(cells(there, said), seen, what="How they take us")
    changed: dict[tuple[str, str], dict[str, object]] = {}
    for name, value in said.items():
        member_id, group_id, field = json.loads(name)
        if field not in FIELDS:
            raise InvalidValueError(f"{field!r} is no part of a judgement.", fix="Name another.")
        changed.setdefault((member_id, group_id), {})[field] = value
    standing = judged(there)
    people, groups = set(there.stakeholder["id"]), set(there.constituency["id"])
    put: list[Legitimacy] = []
    gone: list[str] = []
    for (member_id, group_id), fields in changed.items():
        if member_id not in people or group_id not in groups:
            raise NotFoundError(
                "Somebody or a group in the grid is not there any more.", fix="Fill it in again."
            )
        before = standing.get((member_id, group_id))
        empty = Legitimacy(
            id=pair_id(member_id, group_id), constituency_id=group_id, team_member_id=member_id
        )
        after = _with(before or empty, fields, on)
        if _says_nothing(after):
            gone += [] if before is None else [before.id]
        elif after != before:
            put.append(after)
    if not put and not gone:
        raise InvalidValueError("Nothing was changed.", fix="Change a cell first.")
    return store.apply(
        principal,
        landscape_id,
        Edit(
            label=f"Said how {_count(len(put) + len(gone))}",
            put={"legitimacy": rows.frame_of(put)} if put else {},
            remove={"legitimacy": gone} if gone else {},
        ),
    )


def take_in(
    principal: Principal, store: Store, landscape_id: str, stakeholder_id: str, *, on_team: bool
) -> Batch:
    """Put somebody who is on the map on the team, or off it; what they are judged by stays."""
    there = store.snapshot(principal, landscape_id, tables=("stakeholder",))
    before = row_with_id(there.stakeholder, stakeholder_id)
    if before is None:
        raise _gone()
    settings = {**there.landscape.settings, "us": "answered"}
    put = pd.DataFrame({"id": [stakeholder_id], "on_team": [on_team]})
    return store.apply(
        principal,
        landscape_id,
        Edit(
            label=f"{before['name']} is {'' if on_team else 'not '}on the team",
            put={"stakeholder": put},
            landscape={"settings": settings} if on_team else {},
        ),
    )


def add_member(principal: Principal, store: Store, landscape_id: str, name: str) -> Batch:
    """Add a person to the map who is on the team."""
    person = Stakeholder(
        id=draw_id("s"), name=name.strip(), kind=StakeholderKind.PERSON.value, on_team=True
    )
    return save_stakeholder(principal, store, landscape_id, person)


def member_row(member: Member) -> dict[str, object]:
    """What is asked of somebody on the team, column by column; groups as a JSON list of ids."""
    person = rows.row_of(member.person)
    told = {column: person[column] for column in _OF_MEMBER}
    return told | {"further": json.dumps(sorted(member.further))}


def save_member(
    principal: Principal,
    store: Store,
    landscape_id: str,
    member_id: str,
    row: Mapping[str, Any],
    *,
    seen: Mapping[str, object] | None = None,
) -> Batch:
    """Write a :func:`member_row`, unless it says other than what was `seen`."""
    there = store.snapshot(principal, landscape_id, tables=TABLES)
    member = next((one for one in team(there) if one.person.id == member_id), None)
    require_unchanged(
        None if member is None else member_row(member),
        seen,
        what=member.person.name if member else "Somebody on the team",
    )
    if member is None:
        raise _gone()
    wanted = set(json.loads(row["further"])) - {member.person.constituency_id}
    put = {
        "stakeholder": pd.DataFrame(
            [{"id": member_id, **{column: row[column] for column in _OF_MEMBER}}], dtype=object
        )
    }
    added = sorted(wanted - set(member.further))
    if added:
        put["membership"] = pd.DataFrame(
            [
                {
                    "id": pair_id(member_id, group_id),
                    "stakeholder_id": member_id,
                    "constituency_id": group_id,
                    "centrality": None,
                }
                for group_id in added
            ],
            dtype=object,
        )
    mine = there.membership[there.membership["stakeholder_id"] == member_id]
    left = mine.loc[mine["constituency_id"].isin(set(member.further) - wanted), "id"]
    edit = Edit(
        label=f"Said where {member.person.name} stands",
        put=put,
        remove={"membership": sorted(left)} if len(left) else {},
    )
    return store.apply(principal, landscape_id, with_places(principal, store, landscape_id, edit))


def _belongs(membership: pd.DataFrame) -> pd.DataFrame:
    former = membership["centrality"].isin([Centrality.FORMER.value])
    return membership[~former]


def _with(before: Legitimacy, fields: Mapping[str, object], on: date) -> Legitimacy:
    """The judgement with what was said of it."""
    row = {**rows.row_of(before), **{name: _plain(value) for name, value in fields.items()}}
    after = rows.legitimacy_of(row)
    if after.level is not None and after.judged_by is None:
        after = replace(after, judged_by=OURSELVES)
    return after if is_same(after.level, before.level) else replace(after, judged_on=on)


def _plain(value: object) -> object:
    """A cell as the store keeps it: no empty words, and no empty list."""
    if isinstance(value, str):
        return None if value.strip() in ("", "[]") else value.strip()
    return plain_value(value)


def _says_nothing(one: Legitimacy) -> bool:
    told = (one.level, one.basis, one.note, one.door_opener, one.door_opener_id)
    return all(value is None for value in told)


def _count(number: int) -> str:
    return "a group takes one of us" if number == 1 else f"groups take us, {number} times"


def _gone() -> NotFoundError:
    return NotFoundError("They are not there any more.", fix="Pick somebody else.")
