"""Where everybody stands at a boundary once an edit is stored: what the query `sides` will say.

Places are given in the write that moves somebody to another side, before any query can see it.
"""

import json
from collections.abc import Mapping
from typing import Final

import pandas as pd

from landscape.model.scales import Centrality
from landscape.store.base import Edit, Snapshot

# What a snapshot must hold for :func:`sides_after`.
TABLES: Final = ("stakeholder", "membership", "boundary", "boundary_side")
SEVERAL: Final = " "  # no side is called so: their names are trimmed
_OWN: Final = ("kind", "role", "level", "place")
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "stakeholder": ("id", "constituency_id", *_OWN, "attributes"),
    "membership": ("id", "stakeholder_id", "constituency_id", "centrality"),
    "boundary": ("id", "attribute"),
    "boundary_side": ("id", "boundary_id", "constituency_id", "side"),
}


def sides_after(snapshot: Snapshot, edit: Edit, boundary_id: str) -> dict[str, str]:
    """The side of each stakeholder once the edit is stored, by id.

    :data:`SEVERAL` for who stands on more than one; who stands on none is not named.
    """
    tables = {
        name: rows_after(getattr(snapshot, name), edit, name, list(_COLUMNS[name]))
        for name in TABLES
    }
    people = tables["stakeholder"].set_index("id")
    boundary = tables["boundary"].set_index("id")
    told = [_by_groups(tables, people, boundary_id)]
    attribute = boundary["attribute"].get(boundary_id)
    if isinstance(attribute, str):
        told.append(_by_attribute(people, attribute))
    stands = pd.concat(told)
    stands = stands[stands.fillna("") != ""].reset_index(name="side").drop_duplicates()
    sides = dict(zip(stands["id"], stands["side"], strict=True))
    return sides | dict.fromkeys(stands.loc[stands["id"].duplicated(), "id"], SEVERAL)


def _by_groups(
    tables: Mapping[str, pd.DataFrame], people: pd.DataFrame, boundary_id: str
) -> pd.Series:
    """The sides of the groups that people are of, one row a stakeholder and side."""
    rows = tables["boundary_side"]
    sides = rows[rows["boundary_id"] == boundary_id].set_index("constituency_id")["side"]
    members = tables["membership"]
    members = members[members["centrality"].ne(Centrality.FORMER.value).fillna(True)]
    members = members[members["stakeholder_id"].isin(people.index)]
    groups = pd.concat(
        [people["constituency_id"], members.set_index("stakeholder_id")["constituency_id"]]
    )
    stands: pd.Series = groups.map(sides).astype("object").rename_axis("id")
    return stands


def _by_attribute(people: pd.DataFrame, attribute: str) -> pd.Series:
    """What is said of people under one heading, trimmed; their further columns say it first."""
    said = pd.Series(
        [_said(text, attribute) for text in people["attributes"]],
        index=people.index,
        dtype="object",
    )
    if attribute in _OWN:
        said = said.where(said.notna(), people[attribute].astype("object"))
    return said.map(lambda side: side.strip(" "), na_action="ignore").rename_axis("id")


def _said(text: object, attribute: str) -> str | None:
    """One further column as the database tells it: text as it is, all else as JSON."""
    if not isinstance(text, str):
        return None
    value = json.loads(text).get(attribute)
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def rows_after(table: pd.DataFrame, edit: Edit, name: str, columns: list[str]) -> pd.DataFrame:
    """The `columns` of a table as they stand once the edit is stored."""
    here = table[columns].set_index("id")
    here = here.drop(index=[id_ for id_ in edit.remove.get(name, ()) if id_ in here.index])
    put = edit.put.get(name)
    if put is None or put.empty:
        return here.reset_index()
    coming = put.set_index("id").reindex(columns=columns[1:])
    known = coming.index.intersection(here.index)
    for column in columns[1:]:
        if column in put.columns and len(known):
            here.loc[known, column] = coming.loc[known, column]
    added = coming.loc[coming.index.difference(here.index, sort=False)]
    return pd.concat([here, added]).reset_index(names="id")
