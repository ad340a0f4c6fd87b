"""Rows of relationships and reports: one relationship a pair and kind, however many report it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from pandas.api.types import pandas_dtype

from landscape.services.importing.onmap import OnMap, drawn
from landscape.services.importing.wording import tidy

_SAYS: Final = (
    "source",
    "target",
    "rater",
    "depth",
    "kind",
    "weight",
    "directed",
    "status",
    "reported_on",
    "last_contact",
    "note",
    "attributes",
)
_REPORT_KEY: Final = ("source_id", "target_id", "rater", "depth", "kind", "reported_on", "note")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Rows to put, a table; which positions answered; and where the rows went."""

    put: Mapping[str, pd.DataFrame]
    answered: np.ndarray
    relationships: int
    reports: int
    self_rows: int
    duplicates: int


def assemble(on_map: OnMap, names: pd.Index, ids: pd.Series, said: pd.DataFrame) -> Rows:
    """Rows for what is said in `said`, whose `source` and `target` are positions in `names`."""
    said = said.reset_index(drop=True)
    rater = _raters(said, names)
    answered = np.unique(said["source"].to_numpy()[(rater == said["source"]).to_numpy()])
    itself = said["source"] == said["target"]
    twice = said[list(_SAYS)].duplicated() & ~itself
    kept = (~itself & ~twice).to_numpy()
    said, rater = said[kept].reset_index(drop=True), rater[kept].reset_index(drop=True)
    reports = _reports(said, rater, ids)
    told = _told_before(on_map, reports)
    relationship, number, known = _relationships(on_map, said, ids)
    reports["relationship_id"] = _at(relationship["id"], number)
    put = {}
    touched = np.unique(number[~told]) if told.any() else np.arange(len(relationship))
    reports = reports[~told]
    if len(reports):
        _sum_up(relationship, reports, said[~told], rater[~told], number[~told], on_map, known)
        put["relationship"] = relationship.iloc[touched].reset_index(drop=True)
        reports["id"] = drawn("p", len(reports)).to_numpy()
        put["report"] = reports.reset_index(drop=True)
    return Rows(
        put=put,
        answered=answered,
        relationships=int((~known[touched]).sum()) if len(reports) else 0,
        reports=len(reports),
        self_rows=int(itself.sum()),
        duplicates=int(twice.sum() + told.sum()),
    )


def _raters(said: pd.DataFrame, names: pd.Index) -> pd.Series:
    """The position of who reported: the stakeholder so called, else the one source it goes with."""
    unknown = pd.Series(-1, index=said.index, dtype="int64")
    if said["rater"].isna().all():
        return unknown
    codes, raters = pd.factorize(said["rater"])
    called = names.get_indexer(pd.Index(raters))
    filled = codes >= 0
    by_rater = said.loc[filled, "source"].groupby(codes[filled])
    lone = np.where(by_rater.nunique() == 1, by_rater.first(), -1)
    position = np.where(called >= 0, called, lone)
    unknown[filled] = position[codes[filled]]
    return unknown


def _reports(said: pd.DataFrame, rater: pd.Series, ids: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "source_id": _at(ids, said["source"]),
            "target_id": _at(ids, said["target"]),
            "rater": said["rater"].astype("str"),
            "rater_id": _at(ids, rater).mask(rater < 0),
            "depth": said["depth"].astype("Int64"),
            "kind": said["kind"].astype("str"),
            "reported_on": pd.to_datetime(said["reported_on"]).astype("datetime64[us]"),
            "note": said["note"].astype("str"),
        }
    )


def _at(ids: pd.Series, positions: pd.Series | np.ndarray) -> pd.Series:
    """The ids at positions; -1 gives the last one, which the caller masks."""
    return ids.take(np.asarray(positions) % max(len(ids), 1)).reset_index(drop=True)


def _told_before(on_map: OnMap, reports: pd.DataFrame) -> np.ndarray:
    """Which reports are on the map already, word by word."""
    if on_map.report.empty:
        return np.zeros(len(reports), dtype=bool)
    before = on_map.report[list(_REPORT_KEY)].copy()
    for column in _REPORT_KEY:
        before[column] = before[column].astype(reports[column].dtype)
    both = pd.concat([before.drop_duplicates(), reports[list(_REPORT_KEY)]], ignore_index=True)
    return both.duplicated().to_numpy()[len(before.drop_duplicates()) :]


def _relationships(
    on_map: OnMap, said: pd.DataFrame, ids: pd.Series
) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """One row a pair and kind, the number of each report's row, and which are on the map."""
    source, target = said["source"].to_numpy(), said["target"].to_numpy()
    kind, kinds = pd.factorize(said["kind"].astype("str"))
    low, high = np.minimum(source, target), np.maximum(source, target)
    keys = (low.astype(np.int64) * len(ids) + high) * (len(kinds) + 1) + kind + 1
    number, found = pd.factorize(keys)
    first = np.full(len(found), len(keys), dtype=np.int64)
    np.minimum.at(first, number, np.arange(len(keys)))
    fresh = drawn("r", len(found))
    known = np.zeros(len(found), dtype=bool)
    if not on_map.relationship.empty:
        before = _ids_on_map(on_map, ids, kinds)
        there = before.reindex(found)
        known = there.notna().to_numpy()
        fresh = fresh.mask(known, there.reset_index(drop=True).astype("str"))
    frame = pd.DataFrame(
        {
            "id": fresh,
            "source_id": _at(ids, source[first]),
            "target_id": _at(ids, target[first]),
            "kind": _at(said["kind"].astype("str"), first),
        }
    )
    return frame, number, known


def _ids_on_map(on_map: OnMap, ids: pd.Series, kinds: pd.Index) -> pd.Series:
    """The ids of relationships on the map, by the key that pairs and kinds have here."""
    there = on_map.relationship
    position = pd.Series(np.arange(len(ids)), index=pd.Index(ids))
    ends = [
        position.reindex(there[column]).to_numpy(dtype=np.int64)
        for column in ("source_id", "target_id")
    ]
    kind = pd.Index(kinds).get_indexer(pd.Index(tidy(there["kind"].astype("str"))))
    kind = np.where(there["kind"].isna(), -1, np.where(kind < 0, len(kinds), kind))
    keys = (np.minimum(*ends) * len(ids) + np.maximum(*ends)) * (len(kinds) + 1) + kind + 1
    found = pd.Series(there["id"].to_numpy(dtype=object), index=keys)
    # A kind that no row here has must not be taken for the first kind of the next pair.
    found = found[kind < len(kinds)]
    return found[~found.index.duplicated()]


def _sum_up(
    relationship: pd.DataFrame,
    reports: pd.DataFrame,
    said: pd.DataFrame,
    rater: pd.Series,
    number: np.ndarray,
    on_map: OnMap,
    known: np.ndarray,
) -> None:
    """Depth, basis and the rest of each relationship from all its reports, old ones included."""
    count = len(relationship)
    old, old_number = _reports_before(on_map, relationship, known)
    depth = np.concatenate(
        [
            old["depth"].to_numpy(dtype=float, na_value=np.nan),
            reports["depth"].to_numpy(dtype=float, na_value=np.nan),
        ]
    )
    every = np.concatenate([old_number, number])
    relationship["depth"] = lower_median(depth, every, count)
    rater_id = pd.concat([old["rater_id"].astype("str"), reports["rater_id"]], ignore_index=True)
    relationship["basis"] = _basis(relationship, rater_id, every)
    by = pd.Series(number)
    one_way = said["directed"].to_numpy(dtype=bool)
    relationship["directed"] = np.bincount(number, weights=one_way, minlength=count) > 0
    if one_way.any():
        _turn(relationship, reports, number, one_way)
    for column, kind in (("weight", "Float64"), ("status", "str"), ("attributes", "str")):
        relationship[column] = _first(said[column], by, count).astype(pandas_dtype(kind))
    relationship["attributes"] = relationship["attributes"].fillna("{}")
    contact = pd.to_datetime(said["last_contact"]).astype("datetime64[us]").reset_index(drop=True)
    relationship["last_contact"] = contact.groupby(number).max().reindex(range(count)).to_numpy()
    notes = said["note"].mask((rater >= 0).to_numpy())
    relationship["note"] = _first(notes, by, count).astype("str")
    _keep_what_is_there(relationship, on_map, known)


def _reports_before(
    on_map: OnMap, relationship: pd.DataFrame, known: np.ndarray
) -> tuple[pd.DataFrame, np.ndarray]:
    """The reports on the map of the relationships that are there already, and their numbers."""
    if not known.any() or on_map.report.empty:
        return pd.DataFrame(
            {"depth": pd.Series(dtype="Int64"), "rater_id": pd.Series(dtype="str")}
        ), np.array([], dtype=np.int64)
    at = pd.Index(relationship["id"]).get_indexer(
        pd.Index(on_map.report["relationship_id"].astype("str"))
    )
    return on_map.report[at >= 0], at[at >= 0]


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
            (rater_id == _at(relationship[end], number)).fillna(value=False).to_numpy(dtype=bool)
        )
        reported.append(np.bincount(number, weights=itself, minlength=count) > 0)
    both, one = reported[0] & reported[1], reported[0] | reported[1]
    return pd.Series(np.where(both, "validated", np.where(one, "reported", "assumed")), dtype="str")


def _turn(
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


def _keep_what_is_there(relationship: pd.DataFrame, on_map: OnMap, known: np.ndarray) -> None:
    """Relationships on the map keep their direction and what they have; new values fill gaps."""
    if not known.any():
        return
    there = on_map.relationship.set_index("id").loc[relationship["id"][known]]
    for column in ("source_id", "target_id", "directed"):
        relationship.loc[known, column] = there[column].to_numpy()
    for column in ("weight", "status", "last_contact", "note"):
        before = pd.Series(there[column].array, index=relationship.index[known])
        before = before.astype(relationship[column].dtype)
        relationship.loc[known, column] = before.fillna(relationship.loc[known, column])
    attributes = pd.Series(there["attributes"].to_numpy(), index=relationship.index[known])
    relationship.loc[known, "attributes"] = attributes.mask(
        attributes == "{}", relationship.loc[known, "attributes"]
    )
    spoken = set(on_map.report["relationship_id"]) if not on_map.report.empty else set()
    silent = known & ~relationship["id"].isin(spoken).to_numpy()
    depth = on_map.relationship.set_index("id")["depth"].reindex(relationship["id"][silent])
    kept = pd.Series(depth.to_numpy(), index=relationship.index[silent]).astype("Int64")
    relationship.loc[silent, "depth"] = kept.fillna(relationship.loc[silent, "depth"])
