"""Rows of stakeholders, groups, memberships and boundaries from what the tables say."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from pandas.api.types import pandas_dtype

from landscape.model.ids import draw_id, pair_id
from landscape.services.importing import attributes
from landscape.services.importing.onmap import OnMap, drawn, next_ordinal
from landscape.services.importing.wording import tidy

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
    """Rows to put, a table, and how many stakeholders are added, and met again."""

    put: Mapping[str, pd.DataFrame]
    added: int
    met: int


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
    answered: np.ndarray,
    boundaries: Sequence[str],
) -> Rows:
    """Rows for every stakeholder that is added or says something more.

    `names` and `ids` hold those on the map first, then those of `people`, then those created.
    `end_groups`
    gives groups by position for stakeholders whose own table says none; `answered` are positions.
    """
    known = len(on_map.stakeholder)
    rows = _on_rows(people, names)
    groups = rows["group"].fillna(end_groups.reindex(rows.index))
    rows.loc[answered, "asked"] = rows.loc[answered, "asked"].fillna("answered")
    constituency, first, further = _groups(on_map, groups)
    rows["constituency_id"] = first
    rows["id"] = ids
    rows["name"] = names.to_series().set_axis(rows.index)
    new = rows.iloc[known:].assign(
        ordinal=np.arange(len(rows) - known) + next_ordinal(on_map.stakeholder)
    )
    new["attributes"] = new["attributes"].fillna("{}")
    put = {}
    columns = ["id", "name", "constituency_id", *_TEXTS, *_NUMBERS, "attributes", "ordinal"]
    changed = _filled_in(on_map, rows.iloc[:known])
    stakeholders = pd.concat([changed[columns], new[columns]]) if len(changed) else new[columns]
    if len(stakeholders):
        put["stakeholder"] = stakeholders.reset_index(drop=True)
    if len(constituency):
        put["constituency"] = constituency
    members = _memberships(on_map, further, ids, first)
    if len(members):
        put["membership"] = members
    edges = _boundaries(on_map, boundaries)
    if len(edges):
        put["boundary"] = edges
    met = int(people["name"].isin(on_map.names).sum()) if known else 0
    return Rows(put=put, added=len(new), met=met)


def _on_rows(people: pd.DataFrame, names: pd.Index) -> pd.DataFrame:
    """What `people` says, one row for each of `names`, by position."""
    rows = people.set_index("name").reindex(names)
    rows.index = pd.RangeIndex(len(names))
    rows = rows.drop(columns=["code"])
    for column, kind in _NUMBERS.items():
        rows[column] = rows[column].astype(pandas_dtype(kind))
    for column in (*_TEXTS, "group", "attributes"):
        rows[column] = rows[column].astype("str")
    return rows


def _groups(on_map: OnMap, groups: pd.Series) -> tuple[pd.DataFrame, pd.Series, pd.Series]:
    """Groups to add; each stakeholder's own group; and further ones, one row a membership."""
    several = groups.dropna()
    several = several.str.split(_SEVERAL, regex=True).explode()
    several = tidy(several.astype("str"))
    several = several[several != ""]
    folded = several.str.casefold()
    ids: dict[str, str] = {}
    if not on_map.constituency.empty:
        names = tidy(on_map.constituency["name"].astype("str")).str.casefold()
        ids = dict(zip(names, on_map.constituency["id"], strict=True))
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
    first = chosen[~chosen.index.duplicated()].reindex(groups.index)
    return added, first, chosen[chosen.index.duplicated()]


def _memberships(
    on_map: OnMap, further: pd.Series, ids: pd.Series, first: pd.Series
) -> pd.DataFrame:
    """One row for each further group of a stakeholder that is not there yet."""
    there = set() if on_map.membership.empty else set(on_map.membership["id"])
    at = further.index.to_numpy(dtype=np.int64)
    frame = pd.DataFrame(
        {"stakeholder_id": ids.take(at).to_numpy(), "constituency_id": further.to_numpy()}
    )
    frame = frame.loc[frame["constituency_id"].to_numpy() != first.to_numpy(dtype=object)[at]]
    frame["id"] = [
        pair_id(*pair)
        for pair in zip(frame["stakeholder_id"], frame["constituency_id"], strict=True)
    ]
    fresh: pd.DataFrame = frame.loc[~frame["id"].isin(there) & ~frame["id"].duplicated()]
    return fresh.reset_index(drop=True)


def _filled_in(on_map: OnMap, rows: pd.DataFrame) -> pd.DataFrame:
    """Stakeholders on the map that the tables say more about; they keep what they have."""
    if rows.empty:
        return rows
    has = on_map.stakeholder.set_axis(rows.index)
    filled = rows.copy()
    differs = pd.Series(data=False, index=rows.index)
    for column in ("constituency_id", *_TEXTS, *_NUMBERS):
        before = has[column].astype(rows[column].dtype)
        filled[column] = before.fillna(rows[column])
        differs |= before.isna() & filled[column].notna()
    before = has["attributes"].astype("str")
    filled["attributes"] = attributes.merged(before, rows["attributes"])
    differs |= filled["attributes"] != before.fillna("{}")
    filled["ordinal"] = has["ordinal"]
    filled["name"] = has["name"]
    return filled[differs]


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
