"""Each relationship from its reports: depth, basis and direction, beside what the map has."""

from typing import Final

import numpy as np
import pandas as pd
from pandas.api.types import pandas_dtype

from landscape.services.importing.among import among
from landscape.services.importing.comparing import Compared, compare, no_changes, unlike
from landscape.services.importing.decisions import Decisions
from landscape.services.importing.onmap import OnMap

_VALUES: Final = ("weight", "status", "last_contact", "note", "attributes")


def at(ids: pd.Series, positions: pd.Series | np.ndarray) -> pd.Series:
    """The ids at positions; -1 gives the last one, which the caller masks."""
    return ids.take(np.asarray(positions) % max(len(ids), 1)).reset_index(drop=True)


def pairs(rows: pd.DataFrame, called: pd.Series) -> pd.Series:
    """What relationships or reports are called: by the names (`called`, by id) of their ends."""
    ends = [called.reindex(rows[end]).set_axis(rows.index) for end in ("source_id", "target_id")]
    names: pd.Series = ends[0].astype("str") + " \u2013 " + ends[1].astype("str")
    return names


def sum_up(
    relationship: pd.DataFrame,
    speaking: pd.DataFrame,
    said: pd.DataFrame,
    rater: pd.Series,
    number: np.ndarray,
) -> None:
    """Depth and basis of each relationship from all its reports, and the rest from the rows."""
    count = len(relationship)
    found = pd.Index(relationship["id"]).get_indexer(pd.Index(speaking["relationship_id"]))
    speaking, every = speaking[found >= 0], found[found >= 0]
    depth = speaking["depth"].to_numpy(dtype=float, na_value=np.nan)
    relationship["depth"] = lower_median(depth, every, count)
    relationship["basis"] = _basis(relationship, speaking["rater_id"].reset_index(drop=True), every)
    by = pd.Series(number)
    for column, kind in (("weight", "Float64"), ("status", "str"), ("attributes", "str")):
        relationship[column] = _first(said[column], by, count).astype(pandas_dtype(kind))
    relationship["attributes"] = relationship["attributes"].fillna("{}")
    contact = pd.to_datetime(said["last_contact"]).astype("datetime64[us]").reset_index(drop=True)
    relationship["last_contact"] = contact.groupby(number).max().reindex(range(count)).to_numpy()
    notes = said["note"].mask((rater >= 0).to_numpy())
    relationship["note"] = _first(notes, by, count).astype("str")


def lower_median(depth: np.ndarray, number: np.ndarray, count: int) -> pd.Series:
    """The median of the depths of each relationship, the lower of two middles; NA without any."""
    filled = ~np.isnan(depth)
    depth, number = depth[filled], number[filled]
    order = np.lexsort((depth, number))
    times = np.bincount(number, minlength=count)
    start = np.concatenate([[0], np.cumsum(times)[:-1]])
    middle = pd.Series(pd.NA, index=range(count), dtype="Int64")
    has = times > 0
    middle[has] = depth[order][(start + (np.maximum(times, 1) - 1) // 2)[has]].astype(np.int64)
    return middle


def _basis(relationship: pd.DataFrame, rater_id: pd.Series, number: np.ndarray) -> pd.Series:
    """Validated where both ends reported, reported where one did, else assumed."""
    count = len(relationship)
    reported = []
    for end in ("source_id", "target_id"):
        itself = (
            (rater_id == at(relationship[end], number)).fillna(value=False).to_numpy(dtype=bool)
        )
        reported.append(np.bincount(number, weights=itself, minlength=count) > 0)
    both, one = reported[0] & reported[1], reported[0] | reported[1]
    return pd.Series(np.where(both, "validated", np.where(one, "reported", "assumed")), dtype="str")


def turn(
    relationship: pd.DataFrame, reports: pd.DataFrame, number: np.ndarray, one_way: np.ndarray
) -> None:
    """A relationship that goes one way starts where the first row that says so starts."""
    told = (
        pd.DataFrame(
            {
                "number": number[one_way],
                "source_id": reports["source_id"].to_numpy()[one_way],
                "target_id": reports["target_id"].to_numpy()[one_way],
            }
        )
        .drop_duplicates("number")
        .set_index("number")
    )
    for column in ("source_id", "target_id"):
        relationship.loc[told.index, column] = told[column]


def _first(values: pd.Series, by: pd.Series, count: int) -> pd.Series:
    """The first value of each relationship that is not missing."""
    return values.reset_index(drop=True).groupby(by.to_numpy()).first().reindex(range(count))


def as_on_map(
    relationship: pd.DataFrame,
    on_map: OnMap,
    known: np.ndarray,
    called: pd.Series,
    decisions: Decisions,
) -> tuple[Compared, pd.Series]:
    """Relationships on the map keep their direction; what changes by the rows, and by reports.

    Depth and basis come from their reports; where nobody had reported, the depth is a value as any
    other.
    """
    if not known.any():
        none = pd.Series([], dtype=bool)
        return Compared(rows=relationship[known], touched=none, changed=no_changes()), none
    before = on_map.relationship.set_index("id", drop=False).loc[relationship["id"][known]]
    before = before.set_axis(relationship.index[known])
    for column in ("source_id", "target_id", "directed"):
        relationship.loc[known, column] = before[column].to_numpy()
    names = pairs(before, called)
    after = relationship[known]
    moved = compare("relationship", before, after, _VALUES, decisions, names=names)
    for column in _VALUES:
        relationship.loc[known, column] = moved.rows[column].astype(relationship[column].dtype)
    none = before["id"].head(0)
    spoken = among(before["id"], on_map.report["relationship_id"] if len(on_map.report) else none)
    depth = compare(
        "relationship", before[~spoken], after[~spoken], ["depth"], decisions, names=names[~spoken]
    )
    silent = depth.rows.index
    relationship.loc[silent, "depth"] = depth.rows["depth"]
    kept = relationship.loc[known, "depth"].fillna(before["depth"].astype("Int64"))
    relationship.loc[known, "depth"] = kept
    told = moved.touched | depth.touched.reindex(moved.touched.index, fill_value=False)
    reported = pd.Series(data=False, index=told.index)
    for column in ("depth", "basis"):
        there = before[column].astype(relationship[column].dtype)
        here = relationship.loc[known, column]
        reported |= unlike(there, here)
    changed = pd.concat([moved.changed, depth.changed], ignore_index=True)
    return Compared(rows=relationship[known], touched=told, changed=changed), reported
