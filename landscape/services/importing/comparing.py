"""Values of the files beside those on the map: which one counts, and what changes by it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from landscape.services.importing.decisions import Decisions

CHANGED: Final = ("key", "table", "name", "field", "before", "after", "kept")
_MEMBERS: Final = "attributes"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """The rows as they shall be, which of them differ from the map, and each change in words.

    `changed` has one row a value that file and map both have and that differs, with the columns
    of CHANGED; `touched` also counts gaps that the files fill.
    """

    rows: pd.DataFrame
    touched: pd.Series
    changed: pd.DataFrame


def no_changes() -> pd.DataFrame:
    """A frame of changes without any."""
    frame = pd.DataFrame({column: pd.Series(dtype="str") for column in CHANGED})
    frame["kept"] = frame["kept"].astype(bool)
    return frame


def compare(
    table: str,
    before: pd.DataFrame,
    after: pd.DataFrame,
    fields: Sequence[str],
    decisions: Decisions,
    *,
    names: pd.Series,
    words: Mapping[str, Mapping[str, str]] | None = None,
) -> Compared:
    """Bring what the files say (`after`) together with what is on the map (`before`).

    Both have the index of `names`, which say what a row is called, and `before` has `id`. A cell
    that is blank in the files says nothing, so it changes nothing. `words` gives words for values
    of a field that are ids.
    """
    rows = before.copy()
    touched = pd.Series(data=False, index=before.index)
    told = [no_changes()]
    for field in fields:
        here = after[field]
        there = before[field].astype(here.dtype)
        if field == _MEMBERS:
            merged, found = _members(table, before["id"], there, here, decisions, names)
        else:
            fills = there.isna() & here.notna()
            differs = there.notna() & here.notna() & unlike(there, here)
            found = _found(
                table,
                field,
                before["id"][differs],
                names[differs],
                there[differs],
                here[differs],
                decisions,
                (words or {}).get(field, {}),
            )
            takes = differs.copy()
            takes[differs] = ~found["kept"].to_numpy(dtype=bool)
            merged = there.mask(fills | takes, here)
        told.append(found)
        touched |= unlike(there, merged)
        rows[field] = merged
    return Compared(
        rows=rows, touched=touched.astype(bool), changed=pd.concat(told, ignore_index=True)
    )


def unlike(there: pd.Series, here: pd.Series) -> pd.Series:
    """Which values differ; nothing recorded is like nothing recorded."""
    differs = (there != here).fillna(value=False).astype(bool)
    return (differs & there.notna() & here.notna()) | (there.isna() != here.isna())


def _found(
    table: str,
    field: str,
    ids: pd.Series,
    names: pd.Series,
    before: pd.Series,
    after: pd.Series,
    decisions: Decisions,
    words: Mapping[str, str],
) -> pd.DataFrame:
    """One change a row; `kept` where the map's value stays."""
    keys = [f"{table}/{id_}/{field}" for id_ in ids]
    stays = decisions.differing == "map"
    return pd.DataFrame(
        {
            "key": pd.Series(keys, dtype="str"),
            "table": table,
            "name": names.to_numpy(),
            "field": field,
            "before": [words.get(text, text) for text in map(_text, before)],
            "after": [words.get(text, text) for text in map(_text, after)],
            "kept": [stays or key in decisions.kept for key in keys],
        }
    ).astype({"table": "str", "field": "str", "before": "str", "after": "str", "kept": bool})


def _text(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _members(
    table: str,
    ids: pd.Series,
    before: pd.Series,
    after: pd.Series,
    decisions: Decisions,
    names: pd.Series,
) -> tuple[pd.Series, pd.DataFrame]:
    """Attributes member by member: those that only the map has stay."""
    there, here = before.fillna("{}"), after.fillna("{}")
    merged = there.mask(there == "{}", here)
    told: list[tuple[str, str, str, str, str, bool]] = []
    stays = decisions.differing == "map"
    for at in merged.index[(there != "{}") & (here != "{}") & (there != here)]:
        old, members = json.loads(there[at]), json.loads(here[at])
        mine = dict(old)
        for member, value in members.items():
            if member in old and _text(old[member]) != _text(value):
                key = f"{table}/{ids[at]}/{_MEMBERS}.{member}"
                kept = stays or key in decisions.kept
                told.append((key, names[at], member, _text(old[member]), _text(value), kept))
                if kept:
                    continue
            elif member in old:
                continue
            mine[member] = value
        if mine != old:
            merged[at] = json.dumps(mine, ensure_ascii=False)
        else:
            merged[at] = there[at]
    frame = pd.DataFrame(told, columns=["key", "name", "field", "before", "after", "kept"])
    frame["table"] = table
    return merged, frame[list(CHANGED)].astype(
        {column: "str" for column in CHANGED if column != "kept"} | {"kept": bool}
    )
