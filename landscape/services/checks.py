"""What must hold before an edit is stored: nobody overwrites another, and names stay telling."""

import json
from collections.abc import Collection, Mapping
from enum import Enum
from typing import Any

import pandas as pd

from landscape.model.errors import ChangedMeanwhileError, InvalidValueError
from landscape.model.relationship import Relationship


def row_with_id(frame: pd.DataFrame, id_: str) -> dict[str, Any] | None:
    """The row with this id, what is not recorded as None; None where there is no such row."""
    found = frame[frame["id"] == id_]
    if found.empty:
        return None
    row = found.iloc[0].to_dict()
    return {str(column): plain_value(value) for column, value in row.items()}


def ids_where(frame: pd.DataFrame, column: str, values: Collection[str]) -> set[str]:
    """The ids of the rows whose `column` holds one of `values`."""
    return set(frame.loc[frame[column].isin(list(values)), "id"])


def next_ordinal(frame: pd.DataFrame) -> int:
    """The place in the order of arrival that comes next."""
    return 0 if frame.empty else int(frame["ordinal"].max()) + 1


def require_unchanged(
    before: Mapping[str, Any] | None, seen: Mapping[str, object] | None, *, what: str
) -> None:
    """Raise ChangedMeanwhileError when the row differs from what the form showed of it."""
    if seen is None:
        return
    if before is None:
        raise ChangedMeanwhileError(
            f"{what!r} was removed meanwhile.",
            fix="Take that back under History, or leave it.",
            theirs=None,
        )
    changed = [column for column, value in seen.items() if not is_same(before.get(column), value)]
    if changed:
        named = ", ".join(column.replace("_", " ").removesuffix(" id") for column in changed)
        raise ChangedMeanwhileError(
            f"{what!r} was changed meanwhile: {named}.",
            fix="Look at what it says by now, and make your change again.",
            theirs=before,
        )


def require_free_name(frame: pd.DataFrame, id_: str, name: str, *, what: str) -> None:
    """Raise InvalidValueError when another row has this name, apart from case and spaces."""
    others = frame.loc[frame["id"] != id_, "name"].str.strip().str.casefold()
    if (others == name.strip().casefold()).any():
        raise InvalidValueError(
            f"There is a {what} named {name!r} already.", fix="Give a name that tells them apart."
        )


def require_free_pair(frame: pd.DataFrame, relationship: Relationship, pair: str) -> None:
    """Raise InvalidValueError when the pair has another relationship of the same kind."""
    ends = {relationship.source_id, relationship.target_id}
    kind = (relationship.kind or "").casefold()
    others = frame[
        (frame["id"] != relationship.id)
        & frame["source_id"].isin(ends)
        & frame["target_id"].isin(ends)
        & (frame["kind"].fillna("").str.casefold() == kind)
    ]
    if relationship.directed and not others.empty:
        others = others[
            ~others["directed"].astype(bool) | (others["source_id"] == relationship.source_id)
        ]
    if not others.empty:
        raise InvalidValueError(
            f"{pair!r} have a relationship of this kind already.",
            fix="Change that one, or name another kind.",
        )


def is_same(one: object, other: object) -> bool:
    """Whether two values say the same, whatever they are kept as; a list in any spacing."""
    first, second = plain_value(one), plain_value(other)
    if first == second:
        return True
    if not (isinstance(first, str) and isinstance(second, str) and first[:1] == second[:1] == "["):
        return False
    try:
        return bool(json.loads(first) == json.loads(second))
    except (ValueError, RecursionError):
        return False


def plain_value(value: object) -> object:
    """A value as Python has it: None for "not recorded", the word of an enumeration."""
    if isinstance(value, Enum):
        return value.value
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value
