"""Stakeholders that stand on the map more than once become one; nothing that was said is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from landscape.model.errors import InvalidValueError, NotAllowedError, NotFoundError
from landscape.model.ids import pair_id
from landscape.model.principal import Principal
from landscape.services.apart import moved_apart
from landscape.services.checks import plain_value, require_free_name
from landscape.services.merging_people import Row, one_of_two, with_attribute, with_note
from landscape.services.merging_relationships import Told, between, in_words, repoint, told
from landscape.services.placing import with_places
from landscape.store.base import Batch, Edit, Snapshot, Store

TABLES: Final = (
    "stakeholder", "constituency", "membership", "relationship", "report", "legitimacy",
)  # fmt: skip
_CHANGED: Final = ("stakeholder", "membership", "relationship", "report", "legitimacy")
_IN_MEMBERSHIP: Final = ("role", "centrality", "since")
_IN_LEGITIMACY: Final = (
    "level", "door_opener", "door_opener_id", "basis", "judged_by", "note", "judged_on",
)  # fmt: skip

Rows = dict[str, Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two stakeholders to make one of: whose row stays, whose goes, and what wins over both."""

    keep_id: str
    gone_id: str
    name: str | None = None
    values: Mapping[str, object] | None = None


def merge(
    principal: Principal,
    store: Store,
    landscape_id: str,
    keep_id: str,
    gone_id: str,
    *,
    name: str | None = None,
    values: Mapping[str, object] | None = None,
) -> Batch:
    """Make one stakeholder of two: `keep_id` stays with its place, and has what `gone_id` had.

    `name` and `values` (by column) win over what either has.
    """
    chosen = Merge(keep_id=keep_id, gone_id=gone_id, name=name, values=values)
    return merge_all(principal, store, landscape_id, [chosen])


def merge_all(
    principal: Principal, store: Store, landscape_id: str, merges: Sequence[Merge]
) -> Batch:
    """Make one of each two, in order and as one change; who is gone may be named again later."""
    if not principal.sees_sensitive:
        # What one does not see would be written back as nothing.
        raise NotAllowedError("You may not merge stakeholders here.", fix="Ask its owner.")
    map_ = store.snapshot(principal, landscape_id, tables=TABLES)
    merges = _still_to_do(map_.stakeholder, merges)
    rows = _touched(map_, {id_ for one in merges for id_ in (one.keep_id, one.gone_id)})
    before = {table: {id_: dict(row) for id_, row in rows[table].items()} for table in _CHANGED}
    names = dict(zip(map_.stakeholder["id"], map_.stakeholder["name"], strict=True))
    groups = dict(zip(map_.constituency["id"], map_.constituency["name"], strict=True))
    said = told(rows["relationship"], rows["report"])
    for one in merges:
        _merge(rows, said, one, names, groups)
    renamed = [id_ for id_, row in rows["stakeholder"].items() if row["name"] != names[id_]]
    if renamed:
        left = map_.stakeholder[~map_.stakeholder["id"].isin([one.gone_id for one in merges])]
        for id_ in renamed:
            name = str(rows["stakeholder"][id_]["name"])
            require_free_name(left, id_, name, what="stakeholder")
    edit = Edit(
        label=_label(merges, names, rows["stakeholder"]),
        put={table: _different(before[table], rows[table]) for table in _CHANGED},
        remove={table: sorted(before[table].keys() - rows[table].keys()) for table in _CHANGED},
        landscape=moved_apart(map_.landscape, {one.gone_id: one.keep_id for one in merges}),
    )
    return store.apply(principal, landscape_id, with_places(principal, store, landscape_id, edit))


def _still_to_do(stakeholder: pd.DataFrame, merges: Sequence[Merge]) -> list[Merge]:
    """The merges with who is gone by then replaced by who it is; those of one with itself left out.

    Raises where one of them is not on the map.
    """
    known = set(stakeholder["id"])
    now: dict[str, str] = {}
    still: list[Merge] = []
    for one in merges:
        if not {one.keep_id, one.gone_id} <= known:
            raise NotFoundError(
                "A stakeholder that you picked is not there any more.", fix="Look for pairs again."
            )
        keep_id, gone_id = _who(one.keep_id, now), _who(one.gone_id, now)
        if keep_id != gone_id:
            now[gone_id] = keep_id
            still.append(Merge(keep_id=keep_id, gone_id=gone_id, name=one.name, values=one.values))
    if not still:
        raise InvalidValueError(
            "Both are the same stakeholder already.", fix="Pick two different ones."
        )
    return still


def _who(id_: str, now: Mapping[str, str]) -> str:
    while id_ in now:
        id_ = now[id_]
    return id_


def _touched(map_: Snapshot, ids: set[str]) -> dict[str, Rows]:
    """The rows that name one of `ids`, by table and id, with what is not recorded as None."""
    people, relationship, report = map_.stakeholder, map_.relationship, map_.report
    theirs = relationship["source_id"].isin(ids) | relationship["target_id"].isin(ids)
    about = report["relationship_id"].isin(set(relationship.loc[theirs, "id"]))
    ours = map_.legitimacy["team_member_id"].isin(ids)
    return {
        "stakeholder": _rows(people[people["id"].isin(ids)]),
        "membership": _rows(map_.membership[map_.membership["stakeholder_id"].isin(ids)]),
        "relationship": _rows(relationship[theirs]),
        "report": _rows(report[about | report["rater_id"].isin(ids)]),
        "legitimacy": _rows(map_.legitimacy[ours | map_.legitimacy["door_opener_id"].isin(ids)]),
    }


def _rows(frame: pd.DataFrame) -> Rows:
    return {
        str(record["id"]): {str(column): plain_value(value) for column, value in record.items()}
        for record in frame.to_dict("records")
    }


def _different(before: Rows, after: Rows) -> pd.DataFrame:
    """The rows that were added or have changed."""
    changed = [row for id_, row in after.items() if before.get(id_) != row]
    return pd.DataFrame(changed, dtype=object) if changed else pd.DataFrame({"id": []})


def _merge(
    rows: dict[str, Rows],
    said: Told,
    one: Merge,
    names: Mapping[str, str],
    groups: Mapping[str, str],
) -> None:
    """Make one of two in the rows at hand."""
    kept, gone = rows["stakeholder"][one.keep_id], rows["stakeholder"].pop(one.gone_id)
    merged = one_of_two(kept, gone, name=one.name, values=one.values)
    for relationship in between(said, one.keep_id, one.gone_id):
        note = in_words(relationship, said.reports_on(relationship), names)
        merged = with_note(merged, note)
        said.remove(relationship)
    repoint(said, one.keep_id, one.gone_id, str(gone["name"]))
    merged = _unite_memberships(rows["membership"], merged, kept, gone, groups)
    rows["stakeholder"][one.keep_id] = merged
    _repoint_legitimacy(rows["legitimacy"], one, str(gone["name"]))


def _unite_memberships(
    memberships: Rows, merged: Row, kept: Row, gone: Row, groups: Mapping[str, str]
) -> Row:
    """Put both one's groups under the kept id; what a row cannot say becomes an attribute."""
    here = str(merged["id"])
    first = merged["constituency_id"]
    mine = {row["constituency_id"]: row for row in memberships.values() if _of(row, kept)}
    theirs = [row for row in memberships.values() if _of(row, gone)]
    for row in [*mine.values(), *theirs]:
        del memberships[row["id"]]
    for row in theirs:
        group = row["constituency_id"]
        there = mine.setdefault(group, _membership(here, group))
        for column in _IN_MEMBERSHIP:
            if there[column] is None:
                there[column] = row[column]
            elif row[column] not in (None, there[column]):
                key = f"{column.capitalize()} in {groups[group]} ({gone['name']})"
                merged = with_attribute(merged, key, str(row[column]))
    for other in (kept, gone):
        group = other["constituency_id"]
        if group is not None:
            mine.setdefault(group, _membership(here, group))
    for group, row in mine.items():
        # The first group stands with the stakeholder; it has a row only where that says more.
        if group != first or any(row[column] is not None for column in _IN_MEMBERSHIP):
            memberships[row["id"]] = row
    return merged


def _of(membership: Row, stakeholder: Row) -> bool:
    return bool(membership["stakeholder_id"] == stakeholder["id"])


def _membership(stakeholder_id: str, constituency_id: str) -> Row:
    return {
        "id": pair_id(stakeholder_id, constituency_id),
        "stakeholder_id": stakeholder_id,
        "constituency_id": constituency_id,
        **dict.fromkeys(_IN_MEMBERSHIP),
    }


def _repoint_legitimacy(legitimacy: Rows, one: Merge, called: str) -> None:
    """Let the answers of and about `one` name who stays; of two about a group one is a note."""
    for row in legitimacy.values():
        if row["door_opener_id"] == one.gone_id:
            row["door_opener_id"] = one.keep_id
    mine = {
        row["constituency_id"]: row
        for row in legitimacy.values()
        if row["team_member_id"] == one.keep_id
    }
    for row in [*legitimacy.values()]:
        if row["team_member_id"] != one.gone_id:
            continue
        row["team_member_id"] = one.keep_id
        same = mine.setdefault(row["constituency_id"], row)
        if same is row:
            continue
        differing = []
        for column in _IN_LEGITIMACY:
            if same[column] is None:
                same[column] = row[column]
            elif row[column] not in (None, same[column]):
                differing.append(f"{column.replace('_', ' ')} {row[column]}")
        if differing:
            same["note"] = f"{same['note'] or ''}\n\n{called}: {'; '.join(differing)}".strip()
        del legitimacy[row["id"]]


def _label(merges: Sequence[Merge], names: Mapping[str, str], left: Rows) -> str:
    stay = dict.fromkeys(one.keep_id for one in merges if one.keep_id in left)
    if len(stay) > 1:
        return f"Merged {len(merges)} stakeholders into {len(stay)}"
    name = left[next(iter(stay))]["name"]
    gone = names[merges[0].gone_id] if len(merges) == 1 else f"{len(merges)} stakeholders"
    return f"Merged {gone} into {name}"
