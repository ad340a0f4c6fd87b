"""What of a landscape other tools get to see: stakeholders and relationships with their values."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

from landscape.formats.outline import Outline, OutlineRelationship, OutlineStakeholder
from landscape.model.principal import Principal
from landscape.services.exporting_frames import values
from landscape.services.placing import GROUPS
from landscape.store.base import Store

Value = str | int | float | bool
_TABLES: Final = ("constituency", "stakeholder", "membership", "relationship", "placement")
# Columns that have a place of their own in an outline, or are of no use outside.
_TOLD_APART: Final = frozenset(
    {
        *("id", "name", "kind", "constituency_id", "notes", "note", "attributes", "ordinal"),
        *("source_id", "target_id", "directed", "depth", "weight"),
    }
)


def outline_of(principal: Principal, store: Store, landscape_id: str) -> Outline:
    """A landscape as other tools can have it, as far as the principal may read it."""
    snapshot = store.snapshot(principal, landscape_id, tables=_TABLES)
    groups = dict(zip(snapshot.constituency["id"], snapshot.constituency["name"], strict=True))
    further = _further(snapshot.membership, groups)
    places = snapshot.placement
    places = places[places["arrangement"] == GROUPS]
    at = {
        str(id_): (float(x), float(y))
        for id_, x, y in places[["stakeholder_id", "x", "y"]].itertuples(index=False)
    }
    return Outline(
        name=snapshot.landscape.name,
        challenge=snapshot.landscape.challenge,
        stakeholders=[
            OutlineStakeholder(
                id=row["id"],
                name=row["name"],
                kind=row["kind"],
                group=groups.get(row["constituency_id"]),
                further_groups=further.get(row["id"], ()),
                notes=row["notes"],
                attributes=_attributes(row),
                x=at[row["id"]][0] if row["id"] in at else None,
                y=at[row["id"]][1] if row["id"] in at else None,
            )
            for row in _rows(snapshot.stakeholder)
        ],
        relationships=[
            OutlineRelationship(
                id=row["id"],
                source=row["source_id"],
                target=row["target_id"],
                directed=bool(row["directed"]),
                kind=row["kind"],
                depth=row["depth"],
                weight=row["weight"],
                note=row["note"],
                attributes=_attributes(row),
            )
            for row in _rows(snapshot.relationship)
        ],
    )


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in values(frame)]


def _further(membership: pd.DataFrame, groups: Mapping[str, str]) -> dict[str, list[str]]:
    """The names of further groups, by stakeholder."""
    named: dict[str, list[str]] = {}
    for stakeholder, group in membership[["stakeholder_id", "constituency_id"]].itertuples(
        index=False
    ):
        if group in groups:
            named.setdefault(stakeholder, []).append(groups[group])
    return named


def _attributes(row: Mapping[str, Any]) -> dict[str, Value]:
    """Every further value: our own columns, then the attributes of the spreadsheet they came from.

    False is left out where it only says that nothing was said.
    """
    told: dict[str, Value] = {}
    for column, value in row.items():
        if column in _TOLD_APART or value is None or value is False:
            continue
        if column == "roles":
            roles = json.loads(value)
            if roles:
                told[column] = ", ".join(map(str, roles))
        else:
            told[column] = value.isoformat()[:10] if isinstance(value, date) else value
    for name, value in json.loads(row["attributes"] or "{}").items():
        if value is not None and value != "":
            plain = value if isinstance(value, str | int | float | bool) else json.dumps(value)
            told[_unused(name, told)] = plain
    return told


def _unused(name: str, told: Mapping[str, Value]) -> str:
    """`name`, or with a number where a value of ours goes by it."""
    if name not in told and name not in _TOLD_APART:
        return name
    number = 2
    while f"{name} ({number})" in told:
        number += 1
    return f"{name} ({number})"
