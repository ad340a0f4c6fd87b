"""Rows of stakeholders, groups, memberships and boundaries from what the tables say."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd
from pandas.api.types import pandas_dtype

from landscape.model.ids import draw_id, pair_id
from landscape.services.importing.comparing import compare, no_changes
from landscape.services.importing.decisions import Decisions
from landscape.services.importing.onmap import OnMap, drawn, next_ordinal
from landscape.services.importing.wording import tidy

DRAWN: Final = "drawn"  # the arrangement of places that came with a file
_SEVERAL: Final = r"\s*[|;]\s*"
_TEXTS: Final = ("kind", "role", "level", "place", "notes", "asked")
_NUMBERS: Final = {
    "latitude": "Float64",
    "longitude": "Float64",
    "influence": "Int64",
    "interest": "Int64",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Rows to put, a table, and what becomes of the stakeholders.

    `added` counts those that are not on the map yet; `touched` holds ids, `touched_names` names of
    those on the map that change, `changed` each value that differs; `memberships` counts the rows
    of `members` that add something.
    """

    put: Mapping[str, pd.DataFrame]
    added: int
    touched: pd.Index = field(default_factory=lambda: pd.Index([], dtype="str"))
    touched_names: pd.Index = field(default_factory=lambda: pd.Index([], dtype="str"))
    changed: pd.DataFrame = field(default_factory=no_changes)
    memberships: int = 0


def ids_of(on_map: OnMap, names: pd.Index) -> pd.Series:
    """An id for each of `names`: the one on the map, else one drawn; by position."""
    fresh = drawn("s", len(names) - len(on_map.stakeholder))
    if on_map.stakeholder.empty:
        return fresh
    return pd.concat([on_map.stakeholder["id"].astype("str"), fresh], ignore_index=True)


def assemble(
    on_map: OnMap,
    names: pd.Index,
    ids: pd.Series,
    people: pd.DataFrame,
    end_groups: pd.Series,
    members: pd.DataFrame,
    answered: np.ndarray,
    boundaries: Sequence[str],
    decisions: Decisions,
) -> Rows:
    """Rows for every stakeholder that is added or says something more.

    `names` and `ids` hold those on the map first, then those of `people`, then those created.
    `end_groups` gives groups by position for stakeholders whose own table says none, `members`
    further groups by name (name, group, role); `answered` are positions.
    """
    known = len(on_map.stakeholder)
    rows = _on_rows(people, names)
    groups = rows["group"].fillna(end_groups.reindex(rows.index))
    rows.loc[answered, "asked"] = rows.loc[answered, "asked"].fillna("answered")
    constituency, first, further = _groups(on_map, groups, names, members)
    rows["constituency_id"] = first
    rows["id"] = ids
    rows["name"] = names.to_series().set_axis(rows.index)
    new = rows.iloc[known:].assign(
        ordinal=np.arange(len(rows) - known) + next_ordinal(on_map.stakeholder)
    )
    new["attributes"] = new["attributes"].fillna("{}")
    put = {}
    columns = ["id", "name", "constituency_id", *_TEXTS, *_NUMBERS, "attributes", "ordinal"]
    filled, told = _filled_in(on_map, rows.iloc[:known], constituency, decisions)
    stakeholders = pd.concat([filled[columns], new[columns]]) if len(filled) else new[columns]
    if len(stakeholders):
        put["stakeholder"] = stakeholders.reset_index(drop=True)
    if len(constituency):
        put["constituency"] = constituency
    memberships = _memberships(on_map, further, ids, first)
    by_rows = int(memberships.pop("by_row").sum()) + int((first.notna() & groups.isna()).sum())
    if len(memberships):
        put["membership"] = memberships
    edges = _boundaries(on_map, boundaries)
    if len(edges):
        put["boundary"] = edges
    places = _places(rows)
    if len(places):
        put["placement"] = places
    return Rows(
        put=put,
        added=len(new),
        touched=pd.Index(filled["id"], dtype="str"),
        touched_names=names.take(filled.index.to_numpy(dtype=np.int64)),
        changed=told,
        memberships=by_rows,
    )


def _on_rows(people: pd.DataFrame, names: pd.Index) -> pd.DataFrame:
    """What `people` says, one row for each of `names`, by position."""
    rows = people.set_index("name").reindex(names)
    rows.index = pd.RangeIndex(len(names))
    rows = rows.drop(columns=["code"])
    for column, kind in {**_NUMBERS, "x": "Float64", "y": "Float64"}.items():
        rows[column] = rows[column].astype(pandas_dtype(kind))
    for column in (*_TEXTS, "group", "attributes"):
        rows[column] = rows[column].astype("str")
    return rows


def _groups(
    on_map: OnMap, groups: pd.Series, names: pd.Index, members: pd.DataFrame
) -> tuple[pd.DataFrame, pd.Series, pd.DataFrame]:
    """Groups to add; each stakeholder's own group; and further ones, one row a membership.

    Where nobody has a group of their own, the first they take part in is it: else the map would
    show one heap.
    """
    own = groups.dropna().str.split(_SEVERAL, regex=True).explode().astype("str")
    taking_part = pd.Series(
        members["group"].to_numpy(), index=names.get_indexer(pd.Index(members["name"])), dtype="str"
    )
    roles = pd.Series(members["role"].to_numpy(), index=taking_part.index, dtype="str")
    several = tidy(pd.concat([own, taking_part]).astype("str"))
    roles = pd.concat([pd.Series(pd.NA, index=own.index, dtype="str"), roles])
    is_own = np.arange(len(several)) < len(own)
    by_row = ~is_own
    filled = (several != "").to_numpy()
    several, roles = several[filled], roles[filled]
    is_own, by_row = is_own[filled], by_row[filled]
    folded = several.str.casefold()
    ids: dict[str, str] = {}
    if not on_map.constituency.empty:
        known = tidy(on_map.constituency["name"].astype("str")).str.casefold()
        ids = dict(zip(known, on_map.constituency["id"], strict=True))
    elif own.empty:
        is_own = np.ones(len(several), dtype=bool)
    fresh = several[~folded.isin(ids) & ~folded.duplicated()]
    ordinal = next_ordinal(on_map.constituency)
    added = pd.DataFrame(
        {
            "id": drawn("c", len(fresh)),
            "name": fresh.to_numpy(),
            "ordinal": np.arange(len(fresh)) + ordinal,
        }
    )
    ids.update(zip(fresh.str.casefold(), added["id"], strict=True))
    chosen = folded.map(ids).astype("str")
    at_first = is_own & ~pd.Series(chosen.index).where(is_own).duplicated().to_numpy()
    first = chosen[at_first].reindex(groups.index)
    further = pd.DataFrame({"constituency_id": chosen, "role": roles, "by_row": by_row})
    further = further[~at_first]
    return added, first, further


def _memberships(
    on_map: OnMap, further: pd.DataFrame, ids: pd.Series, first: pd.Series
) -> pd.DataFrame:
    """One row for each further group of a stakeholder that is not there yet."""
    there = set() if on_map.membership.empty else set(on_map.membership["id"])
    at = further.index.to_numpy(dtype=np.int64)
    frame = pd.DataFrame(
        {
            "stakeholder_id": ids.take(at).to_numpy(),
            "constituency_id": further["constituency_id"].to_numpy(),
            "role": further["role"].to_numpy(),
            "by_row": further["by_row"].to_numpy(dtype=bool),
        }
    )
    own = first.to_numpy(dtype=object)[at]
    if not on_map.stakeholder.empty:
        # Who keeps a group that the files do not speak of is a member of that one already.
        here = on_map.stakeholder["constituency_id"].reindex(range(len(first))).to_numpy(object)
        own = np.where(pd.isna(own), here[at], own)
    frame = frame.loc[frame["constituency_id"].to_numpy() != own]
    frame["id"] = [
        pair_id(*pair)
        for pair in zip(frame["stakeholder_id"], frame["constituency_id"], strict=True)
    ]
    fresh: pd.DataFrame = frame.loc[~frame["id"].isin(there) & ~frame["id"].duplicated()]
    return fresh.reset_index(drop=True)


def _filled_in(
    on_map: OnMap, rows: pd.DataFrame, constituency: pd.DataFrame, decisions: Decisions
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stakeholders on the map that the tables say more of, or other things, and each change."""
    if rows.empty:
        return rows, no_changes()
    before = on_map.stakeholder.set_axis(rows.index)
    groups = pd.concat([on_map.constituency.reindex(columns=["id", "name"]), constituency])
    compared = compare(
        "stakeholder",
        before,
        rows,
        ["constituency_id", *_TEXTS, *_NUMBERS, "attributes"],
        decisions,
        names=before["name"],
        words={"constituency_id": dict(zip(groups["id"], groups["name"], strict=True))},
    )
    return compared.rows[compared.touched], compared.changed


def _places(rows: pd.DataFrame) -> pd.DataFrame:
    """Where a file had drawn each stakeholder, as an arrangement of its own."""
    placed = rows[rows["x"].notna() & rows["y"].notna()]
    return pd.DataFrame(
        {
            "id": [pair_id(DRAWN, id_) for id_ in placed["id"]],
            "arrangement": DRAWN,
            "stakeholder_id": placed["id"].to_numpy(),
            "x": placed["x"].to_numpy(dtype=float),
            "y": placed["y"].to_numpy(dtype=float),
            "pinned": False,
        }
    )


def _boundaries(on_map: OnMap, columns: Sequence[str]) -> pd.DataFrame:
    """One boundary for each column chosen to be one, whose values are its sides."""
    there = set() if on_map.boundary.empty else set(on_map.boundary["attribute"].dropna())
    fresh = [column for column in dict.fromkeys(columns) if column not in there]
    ordinal = next_ordinal(on_map.boundary)
    return pd.DataFrame(
        {
            "id": [draw_id("b") for _ in fresh],
            "name": fresh,
            "attribute": fresh,
            "kinds": [json.dumps([])] * len(fresh),
            "ordinal": np.arange(len(fresh)) + ordinal,
        }
    )
