"""Group cards: the stake of a group, what it decides and says, who would open the door."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd

from landscape.model.constituency import Constituency, Legitimacy
from landscape.model.errors import NotFoundError
from landscape.model.ids import pair_id
from landscape.model.principal import Principal
from landscape.services import rows
from landscape.services.checks import (
    ids_where,
    is_same,
    next_ordinal,
    require_free_name,
    require_unchanged,
    row_with_id,
)
from landscape.services.placing import GROUPS, with_places
from landscape.store.base import Batch, Edit, Snapshot, Store

QUESTIONS: Final = 6
_OF_GROUP: Final = (
    *("name", "stake", "affected", "decides"),
    *("account", "account_told_by", "account_told_on"),
    *("blocks", "funds", "identification", "knowledge_basis", "confidence"),
    *("account_checked_by", "account_checked_on", "barriers", "entry_points", "added_by"),
)
_OF_DOOR: Final = ("level", "door_opener", "door_opener_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """A group with the answer to the door question, given by the team as a whole."""

    group: Constituency
    door: Legitimacy

    @property
    def filled(self) -> int:
        """How many of the card's questions have an answer; a stated zero is an answer."""
        answers = (
            self.group.stake,
            self.group.affected,
            self.group.decides,
            self.group.account,
            self.door.door_opener or self.door.door_opener_id,
            self.door.level,
        )
        return sum(answer is not None for answer in answers)


def group_cards(snapshot: Snapshot) -> tuple[GroupCard, ...]:
    """A card for each group in its own order; needs the tables constituency and legitimacy."""
    ordered = snapshot.constituency.sort_values("ordinal")
    return tuple(
        GroupCard(group=group, door=_door(snapshot.legitimacy, group.id))
        for group in map(rows.constituency_of, ordered.to_dict("records"))
    )


def save_group_card(
    principal: Principal,
    store: Store,
    landscape_id: str,
    card: GroupCard,
    *,
    seen: Mapping[str, object] | None = None,
) -> Batch:
    """Write a group and its door together, unless either says other than what was `seen`.

    `seen` is a :func:`card_row`. Saving dates the group, also where nothing was changed.
    """
    there = store.snapshot(principal, landscape_id, tables=("constituency", "legitimacy"))
    group = row_with_id(there.constituency, card.group.id)
    door = row_with_id(there.legitimacy, card.door.id) or {}
    standing = None if group is None else card_row_of(group, door)
    require_unchanged(standing, seen, what=str(seen["name"]) if seen else "")
    if standing is None:
        raise NotFoundError("That group is not there any more.", fix="Pick another one.")
    require_free_name(there.constituency, card.group.id, card.group.name, what="group")
    said = card_row(card)
    put = {"constituency": rows.dated(rows.frame_of([card.group])[["id", *_OF_GROUP]])}
    if any(not is_same(said[column], standing[column]) for column in _OF_DOOR):
        put["legitimacy"] = rows.frame_of([card.door])
    return store.apply(
        principal, landscape_id, Edit(label=f"Changed the card of {card.group.name}", put=put)
    )


def card_row(card: GroupCard) -> dict[str, object]:
    """What a card says, column by column."""
    return card_row_of(rows.row_of(card.group), rows.row_of(card.door))


def card_row_of(group: Mapping[str, Any], door: Mapping[str, Any]) -> dict[str, object]:
    """What a card says by the rows of a group and of its door; the door's may be empty."""
    told = {column: group[column] for column in _OF_GROUP}
    return told | {column: door.get(column) for column in _OF_DOOR}


def card_with(card: GroupCard, row: Mapping[str, Any]) -> GroupCard:
    """The card with what a row of it says."""
    group = {**rows.row_of(card.group), **{column: row[column] for column in _OF_GROUP}}
    door = {**rows.row_of(card.door), **{column: row[column] for column in _OF_DOOR}}
    return GroupCard(group=rows.constituency_of(group), door=rows.legitimacy_of(door))


def add_group(principal: Principal, store: Store, landscape_id: str, group: Constituency) -> Batch:
    """Add a group of which nothing but the name is known yet."""
    there = store.snapshot(principal, landscape_id, tables=("constituency",)).constituency
    require_free_name(there, group.id, group.name, what="group")
    added = Constituency(
        id=group.id, name=group.name, added_by=principal.id, ordinal=next_ordinal(there)
    )
    return store.apply(
        principal,
        landscape_id,
        Edit(
            label=f"Added the group {group.name}",
            put={"constituency": rows.dated(rows.frame_of([added]))},
        ),
    )


def add_card(principal: Principal, store: Store, landscape_id: str, card: GroupCard) -> Batch:
    """Add a group with its card, as after somebody removed it; its former members stay away."""
    map_ = store.snapshot(principal, landscape_id, tables=("constituency", "stakeholder"))
    there = map_.constituency
    require_free_name(there, card.group.id, card.group.name, what="group")
    added = replace(card.group, ordinal=next_ordinal(there))
    put = {"constituency": rows.dated(rows.frame_of([added]))}
    if any(value is not None for value in (card.door.level, card.door.door_opener)):
        known = set(map_.stakeholder["id"])
        opener = card.door.door_opener_id if card.door.door_opener_id in known else None
        put["legitimacy"] = rows.frame_of([replace(card.door, door_opener_id=opener)])
    return store.apply(
        principal, landscape_id, Edit(label=f"Added the group {card.group.name}", put=put)
    )


def remove_group(
    principal: Principal, store: Store, landscape_id: str, constituency_id: str
) -> Batch:
    """Remove a group with its card; its stakeholders stay on the map, in no group."""
    map_ = store.snapshot(principal, landscape_id)
    group = row_with_id(map_.constituency, constituency_id)
    if group is None:
        raise NotFoundError("That group is not there any more.", fix="Pick another one.")
    leaving = [constituency_id]
    members = map_.stakeholder.loc[map_.stakeholder["constituency_id"] == constituency_id, ["id"]]
    edit = Edit(
        label=f"Removed the group {group['name']}",
        remove={
            "constituency": leaving,
            **{
                table: sorted(ids_where(getattr(map_, table), "constituency_id", leaving))
                for table in ("membership", "legitimacy", "boundary_side")
            },
        },
        put={"stakeholder": members.assign(constituency_id=None)} if len(members) else {},
    )
    edit = with_places(principal, store, landscape_id, edit)
    return store.apply(principal, landscape_id, _without_disc(edit, map_, constituency_id))


def _without_disc(edit: Edit, map_: Snapshot, constituency_id: str) -> Edit:
    """The edit, after which the group has no disc on the map any more."""
    disc = pair_id(GROUPS, constituency_id)
    put = {table: rows_[rows_["id"] != disc] for table, rows_ in edit.put.items()}
    going = set(edit.remove.get("region", ())) | (set(map_.region["id"]) & {disc})
    return replace(edit, put=put, remove={**edit.remove, "region": sorted(going)})


def _door(legitimacy: pd.DataFrame, constituency_id: str) -> Legitimacy:
    """The team's own row for a group, or one without any answer."""
    of_team = legitimacy[
        (legitimacy["constituency_id"] == constituency_id) & legitimacy["team_member_id"].isna()
    ]
    if of_team.empty:
        return Legitimacy(id=pair_id("team", constituency_id), constituency_id=constituency_id)
    return rows.legitimacy_of(of_team.iloc[0].to_dict())
