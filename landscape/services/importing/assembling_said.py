"""Rows of relationships and reports: one relationship a pair and kind, however many report it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from landscape.services.importing import matching, summing
from landscape.services.importing.among import among
from landscape.services.importing.comparing import Compared, compare, no_changes
from landscape.services.importing.decisions import Decisions
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Rows to put, a table, and where the rows that were read went.

    `answered` are positions of stakeholders who spoke; `itself`, `repeated`, `fresh` and `altered`
    say of each row of `said` whether both ends are the same, whether it is said already, whether it
    adds a report, and whether it changes something on the map. `present` holds the ids of
    relationships that the files name, `touched` those of them that change, and `silent` ids of
    reports about them that the files no longer hold.
    """

    put: Mapping[str, pd.DataFrame]
    answered: np.ndarray
    relationships: int
    itself: np.ndarray
    repeated: np.ndarray
    fresh: np.ndarray
    altered: np.ndarray
    present: pd.Index
    touched: pd.Index
    silent: pd.Index
    changed: pd.DataFrame = field(default_factory=no_changes)


def assemble(
    on_map: OnMap, names: pd.Index, ids: pd.Series, said: pd.DataFrame, decisions: Decisions
) -> Rows:
    """Rows for what is said in `said`, whose `source` and `target` are positions in `names`."""
    said = said.reset_index(drop=True)
    every = _raters(said, names)
    answered = np.unique(said["source"].to_numpy()[(every == said["source"]).to_numpy()])
    itself = (said["source"] == said["target"]).to_numpy()
    repeated = said[list(_SAYS)].duplicated().to_numpy() & ~itself
    kept = np.flatnonzero(~itself & ~repeated)
    said, rater = said.iloc[kept].reset_index(drop=True), every.iloc[kept].reset_index(drop=True)
    reports = _reports(said, rater, ids)
    there = on_map.report
    at = matching.met(there, reports)
    relationship, number, known = _relationships(on_map, said, ids)
    reports["relationship_id"] = summing.at(relationship["id"], number)
    called = pd.Series(names.to_numpy(), index=pd.Index(ids))
    altered = _altered(there, reports, at, called, decisions)
    silent = _silent(there, at, relationship["id"][known])
    reports["id"] = drawn("p", len(reports)).to_numpy()
    new = reports[at < 0].reset_index(drop=True)
    speaking = _speaking(there, altered.rows, new, silent if decisions.remove_absent else None)
    summing.sum_up(relationship, speaking, said, rater, number)
    one_way = said["directed"].to_numpy(dtype=bool)
    relationship["directed"] = np.bincount(number, weights=one_way, minlength=len(known)) > 0
    if one_way.any():
        summing.turn(relationship, reports, number, one_way)
    moved, reported = summing.as_on_map(relationship, on_map, known, called, decisions)
    by_rows = np.zeros(len(known), dtype=bool)
    by_rows[known] = moved.touched.to_numpy(dtype=bool)
    touched = ~known | by_rows
    touched[known] |= reported.to_numpy(dtype=bool)
    told_anew = number[np.flatnonzero(at >= 0)][altered.touched.to_numpy(dtype=bool)]
    touched[told_anew] = True
    put = {"relationship": relationship[touched].reset_index(drop=True)}
    put["report"] = (
        pd.concat(
            [altered.rows[altered.touched].reindex(columns=new.columns), new], ignore_index=True
        )
        if altered.touched.any()
        else new
    )
    changes = np.zeros(len(reports), dtype=bool)
    changes[np.flatnonzero(at >= 0)] = altered.touched.to_numpy(dtype=bool)
    changes |= (at >= 0) & by_rows[number]
    spread = np.zeros((2, len(itself)), dtype=bool)
    spread[0, kept], spread[1, kept] = at < 0, changes
    return Rows(
        put={table: frame for table, frame in put.items() if len(frame)},
        answered=answered,
        relationships=int((~known).sum()),
        itself=itself,
        repeated=repeated,
        fresh=spread[0],
        altered=spread[1],
        present=pd.Index(relationship["id"][known]),
        touched=pd.Index(relationship["id"][touched & known]),
        silent=silent,
        changed=pd.concat([altered.changed, moved.changed], ignore_index=True),
    )


def _altered(
    there: pd.DataFrame,
    reports: pd.DataFrame,
    at: np.ndarray,
    called: pd.Series,
    decisions: Decisions,
) -> Compared:
    """The reports on the map that the files hold too, with the depth and note that count."""
    if not (at >= 0).any():
        nothing = pd.DataFrame(columns=[*reports.columns, "id"])
        none = pd.Series([], dtype=bool)
        return Compared(rows=nothing, touched=none, changed=no_changes())
    before = there.iloc[at[at >= 0]].reset_index(drop=True)
    after = reports[at >= 0].reset_index(drop=True)
    names = summing.pairs(before, called)
    names = names.mask(
        before["rater"].notna(), names + ", said by " + before["rater"].astype("str")
    )
    return compare("report", before, after, ["depth", "note"], decisions, names=names)


def _silent(there: pd.DataFrame, at: np.ndarray, present: pd.Series) -> pd.Index:
    """Reports about relationships in the files that the files themselves do not hold."""
    if there.empty:
        return pd.Index([], dtype="str")
    held = np.zeros(len(there), dtype=bool)
    held[at[at >= 0]] = True
    about = among(there["relationship_id"], present)
    ids: pd.Index = pd.Index(there["id"][about & ~held], dtype="str")
    return ids


def _speaking(
    there: pd.DataFrame, altered: pd.DataFrame, new: pd.DataFrame, leaving: pd.Index | None
) -> pd.DataFrame:
    """All reports as they shall be, those on the map included: relationship, rater and depth."""
    columns = ["relationship_id", "rater_id", "depth"]
    if there.empty:
        return new[columns]
    rest = there[~among(there["id"], altered["id"])]
    if leaving is not None:
        rest = rest[~among(rest["id"], leaving)]
    frames = [frame[columns] for frame in (rest, altered, new) if len(frame)]
    spoken = pd.concat(frames, ignore_index=True) if frames else new[columns]
    return spoken.astype({"relationship_id": "str", "rater_id": "str", "depth": "Int64"})


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
            "source_id": summing.at(ids, said["source"]),
            "target_id": summing.at(ids, said["target"]),
            "rater": said["rater"].astype("str"),
            "rater_id": summing.at(ids, rater).mask(rater < 0),
            "depth": said["depth"].astype("Int64"),
            "kind": said["kind"].astype("str"),
            "reported_on": pd.to_datetime(said["reported_on"]).astype("datetime64[us]"),
            "note": said["note"].astype("str"),
        }
    )


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
            "source_id": summing.at(ids, source[first]),
            "target_id": summing.at(ids, target[first]),
            "kind": summing.at(said["kind"].astype("str"), first),
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
