"""Who may stand on the map twice, why we think so, and what tells the two apart."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

import pandas as pd

from landscape.analysis.likeness import likely_same
from landscape.services.apart import Two, kept_apart
from landscape.services.checks import plain_value
from landscape.services.merging_people import FIELD_WORDS
from landscape.store.base import Snapshot

TABLES: Final = ("stakeholder", "constituency", "relationship", "membership")
MOST: Final = 500
_MAIL: Final = re.compile(r"\be[- ]?mails?\b|\bmail\b", re.IGNORECASE)
_CODE: Final = re.compile(
    r"\b(?:ids?|codes?|orcid|website|homepage|url|phone|telephone)\b", re.IGNORECASE
)
# Codes of where somebody is, which neighbours share.
_PLACE: Final = re.compile(r"\b(?:post|postal|zip|country|area|region|state)\b", re.IGNORECASE)
_SAME_MAIL: Final = 96.5
_SAME_CODE: Final = 94.0
_SHARED_BY: Final = 3  # what more than these have in common is no sign of one and the same
_MOSTLY: Final = 0.6  # of the values of a column that holds ids, at least these are different


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Two stakeholders who may be one: how likely (0 to 100), and each reason in words.

    `letter_by_letter`: the same name but for capitals and spaces, and not in different groups.
    """

    left_id: str
    right_id: str
    likeness: float
    why: tuple[str, ...]
    letter_by_letter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two stakeholders beside each other.

    `differing` has columns what, left, right; None where only one of them says something.
    `left_others` and `right_others` name whom each is connected to; `shared` whom both are;
    `between` counts the relationships that the two have with each other.
    """

    differing: pd.DataFrame
    left_others: tuple[str, ...]
    right_others: tuple[str, ...]
    shared: tuple[str, ...]
    between: int


def likely_duplicates(snapshot: Snapshot, *, most: int = MOST) -> tuple[Likely, ...]:
    """Pairs that may be one and that nobody said are two, the likeliest first.

    Needs the tables stakeholder and constituency.
    """
    people = snapshot.stakeholder
    if len(people) < 2:
        return ()
    ids = [str(id_) for id_ in people["id"]]
    names = [str(name) for name in people["name"]]
    found: dict[Two, tuple[float, list[str]]] = {}
    for likeness, left, right, why in (*_by_name(names), *_by_codes(people)):
        pair = frozenset((ids[left], ids[right]))
        before, reasons = found.get(pair, (0.0, []))
        found[pair] = (max(before, likeness), [*reasons, why])
    for pair in kept_apart(snapshot.landscape) & found.keys():
        del found[pair]
    place = {id_: number for number, id_ in enumerate(ids)}
    named = dict(zip(ids, names, strict=True))
    groups = _groups_of(snapshot)
    likely = []
    for pair, (likeness, reasons) in found.items():
        one, other = sorted(pair, key=place.__getitem__)
        is_same = _folded(named[one]) == _folded(named[other])
        is_parted = len({groups[one], groups[other]} - {None}) > 1
        told = ["They stand in different groups."] if is_same and is_parted else []
        likely.append(
            Likely(
                left_id=one,
                right_id=other,
                likeness=likeness,
                why=tuple(dict.fromkeys([*reasons, *told])),
                letter_by_letter=is_same and not is_parted,
            )
        )
    likely.sort(key=lambda one: (-one.likeness, place[one.left_id], place[one.right_id]))
    return tuple(likely[:most])


def side_by_side(snapshot: Snapshot, left_id: str, right_id: str) -> SideBySide:
    """What tells two stakeholders apart, and whom each is connected to; needs `TABLES`."""
    people = snapshot.stakeholder.set_index("id", drop=False)
    names = people["name"]
    left, right = (_recorded(snapshot, people.loc[id_].to_dict()) for id_ in (left_id, right_id))
    rows = [
        {"what": what, "left": left.get(what), "right": right.get(what)}
        for what in dict.fromkeys((*left, *right))
        if left.get(what) != right.get(what)
    ]
    others = [_others(snapshot.relationship, id_) for id_ in (left_id, right_id)]
    shared = others[0] & others[1]
    told = snapshot.relationship
    return SideBySide(
        differing=pd.DataFrame(rows, columns=["what", "left", "right"], dtype=object),
        left_others=_named(others[0] - {right_id}, names),
        right_others=_named(others[1] - {left_id}, names),
        shared=_named(shared, names),
        between=int(
            (
                told["source_id"].isin([left_id, right_id])
                & told["target_id"].isin([left_id, right_id])
            ).sum()
        ),
    )


Found = Iterator[tuple[float, int, int, str]]


def _by_name(names: list[str]) -> Found:
    for pair in likely_same(names, most=4 * MOST):
        yield pair.likeness, pair.left, pair.right, pair.why


def _by_codes(people: pd.DataFrame) -> Found:
    """Two with the same e-mail address, or the same id in a column that holds ids."""
    columns: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, text in enumerate(people["attributes"]):
        for column, value in _attributes(text).items():
            columns[column][" ".join(str(value).split()).casefold()].append(position)
    for column, holding in columns.items():
        holding.pop("", None)
        is_mail = bool(_MAIL.search(_spaced(column)))
        if not is_mail and not _holds_ids(column, holding):
            continue
        for said, positions in holding.items():
            if 1 < len(positions) <= _SHARED_BY and (not is_mail or "@" in said):
                for left, right in combinations(positions, 2):
                    likeness = _SAME_MAIL if is_mail else _SAME_CODE
                    yield likeness, left, right, f"The same under {column!r}: {said}."


def _holds_ids(column: str, holding: Mapping[str, list[int]]) -> bool:
    """Whether a column is one of ids by its heading, and hardly any value is there twice."""
    heading = _spaced(column)
    filled = sum(map(len, holding.values()))
    return (
        bool(_CODE.search(heading))
        and not _PLACE.search(heading)
        and filled >= _SHARED_BY
        and len(holding) >= _MOSTLY * filled
    )


def _spaced(column: str) -> str:
    """A heading as words: "contactEmail" and "contact_email" as "contact Email"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", column)


def _attributes(text: object) -> Mapping[str, Any]:
    return dict(json.loads(text)) if isinstance(text, str) and text not in ("", "{}") else {}


def _groups_of(snapshot: Snapshot) -> dict[str, str | None]:
    people = snapshot.stakeholder
    return {
        str(id_): None if pd.isna(group) else str(group)
        for id_, group in zip(people["id"], people["constituency_id"], strict=True)
    }


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _recorded(snapshot: Snapshot, row: Mapping[Any, Any]) -> dict[str, str]:
    """All that is recorded of one stakeholder, by the word for it."""
    groups = snapshot.constituency.set_index("id")["name"]
    said = {str(column): plain_value(value) for column, value in row.items()}
    recorded: dict[str, Any] = {"Name": said["name"], "Group": groups.get(said["constituency_id"])}
    recorded |= {word: said[field] for field, word in FIELD_WORDS.items()}
    for word, field in (("Roles", "roles"), ("Asked", "asked"), ("Notes", "notes")):
        recorded[word] = said[field]
    if isinstance(recorded["Roles"], str):
        recorded["Roles"] = ", ".join(json.loads(recorded["Roles"]))
    if isinstance(recorded["Asked"], str):
        recorded["Asked"] = recorded["Asked"].replace("_", " ")
    recorded["One of us"] = "yes" if said["on_team"] else None
    further = snapshot.membership[snapshot.membership["stakeholder_id"] == said["id"]]
    recorded["Further groups"] = ", ".join(
        sorted(str(groups[id_]) for id_ in further["constituency_id"])
    )
    for key, value in _attributes(said["attributes"]).items():
        recorded[f"{key} (of the spreadsheet)" if key in recorded else key] = value
    return {word: str(value) for word, value in recorded.items() if value not in (None, "")}


def _others(relationship: pd.DataFrame, id_: str) -> set[str]:
    outward = relationship.loc[relationship["source_id"] == id_, "target_id"]
    inward = relationship.loc[relationship["target_id"] == id_, "source_id"]
    return {*outward, *inward}


def _named(ids: set[str], names: pd.Series) -> tuple[str, ...]:
    return tuple(sorted((str(names[id_]) for id_ in ids), key=str.casefold))
