"""What is recorded of each stakeholder, read from the columns that hold it: one value a row."""

import json
import math
from typing import Final

import numpy as np
import pandas as pd

from landscape.model.scales import Level, Role
from landscape.store.base import Snapshot

# The side of those who stand on two or more of a boundary.
BOTH: Final = "<both>"
LEVELS: Final = {level.value: float(at) for at, level in enumerate(Level, start=1)}


def own(people: pd.DataFrame, key: str) -> pd.Series:
    """A column of our own: "group" is the id of a group, "team" is "us" or "other"."""
    if key == "group":
        return _texts(people["constituency_id"])
    if key == "team":
        return people["on_team"].astype(bool).map({True: "us", False: "other"}).astype("str")
    if key == "level":
        return people["level"].map(LEVELS).astype("float64")
    if key in ("influence", "interest"):
        return pd.to_numeric(people[key]).astype("Float64").astype("float64")
    return _texts(people[key])


def part(people: pd.DataFrame, role: Role) -> pd.Series:
    """Whether a role is among those recorded for each: "yes", "no", or nothing recorded."""
    codes, different = pd.factorize(people["roles"])
    said: list[str | None] = ["yes" if role.value in json.loads(one) else "no" for one in different]
    found = np.array([*said, None], dtype=object)[codes]
    return pd.Series(found, index=people.index, dtype="str")


def side(snapshot: Snapshot, ids: pd.Series, boundary_id: str) -> pd.Series:
    """The side of each of `ids` at a boundary; BOTH for those on more than one."""
    sides, brokers = snapshot.sides, snapshot.brokers
    stands = np.full(len(ids), None, dtype=object)
    if len(sides):
        here = sides[sides["boundary_id"] == boundary_id]
        at = pd.Index(here["stakeholder_id"]).get_indexer(pd.Index(ids))
        stands = np.array([*here["side"], None], dtype=object)[at]
    if len(brokers):
        both = brokers.loc[brokers["boundary_id"] == boundary_id, "stakeholder_id"]
        stands[ids.isin(both).to_numpy(dtype=bool)] = BOTH
    return pd.Series(stands, index=ids.index, dtype="str")


def attributes(people: pd.DataFrame, *, only: str | None = None) -> dict[str, pd.Series]:
    """The further columns by name, numbers where each of their values is one."""
    rows: dict[str, list[int]] = {}
    told: dict[str, list[str]] = {}
    # One text of them all is read three times as fast as each by itself.
    every = json.loads(f"[{','.join(people['attributes'].fillna('{}'))}]")
    for row, written in enumerate(every):
        for name in written if only is None else {only} & written.keys():
            if written[name] is not None:
                rows.setdefault(name, []).append(row)
                told.setdefault(name, []).append(str(written[name]))
    found = {name: _column(people, rows[name], told[name]) for name in sorted(rows)}
    return {name: values for name, values in found.items() if values.notna().any()}


def _column(people: pd.DataFrame, rows: list[int], told: list[str]) -> pd.Series:
    texts = nothing(people)
    texts.iloc[rows] = told
    texts = _texts(texts)
    some = texts.dropna()
    numbers = pd.to_numeric(some, errors="coerce")
    if numbers.notna().all() and not numbers.map(math.isinf).any():
        return numbers.astype("float64").reindex(people.index)
    return texts


def _texts(values: pd.Series) -> pd.Series:
    """Trimmed texts; one with nothing in it is not recorded."""
    texts = values.astype("str").str.strip()
    return texts.where(texts != "")


def nothing(people: pd.DataFrame) -> pd.Series:
    """Nothing recorded of anybody."""
    return pd.Series(None, index=people.index, dtype="str")
