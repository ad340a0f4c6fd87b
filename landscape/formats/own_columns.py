"""The tables and columns of a copy of our own, and what each column holds."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import Final


class Cell(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    MOMENT = "moment"
    JSON = "json"


def _columns(words: str) -> dict[str, Cell]:
    """Columns from "name" or "name:what it holds", in their order."""
    parts = (word.partition(":") for word in words.split())
    return {name: Cell(holds) if holds else Cell.TEXT for name, _, holds in parts}


COLUMNS: Final[Mapping[str, Mapping[str, Cell]]] = {
    "landscape": _columns("name challenge difference_sought scope out_of_scope settings:json"),
    "constituency": _columns(
        "id name kind level in_scope:truth roles:json stake:whole affected:whole decides:whole "
        "blocks:whole funds:whole defines:whole identification:whole knowledge_basis "
        "confidence:whole account account_told_by account_told_on:day account_checked_by "
        "account_checked_on:day barriers:json entry_points:json added_by ordinal:whole "
        "updated_at:moment"
    ),
    "stakeholder": _columns(
        "id name kind constituency_id role level place latitude:number longitude:number "
        "influence:whole interest:whole roles:json on_team:truth location_note "
        "interests_declared asked notes attributes:json ordinal:whole"
    ),
    "membership": _columns("id stakeholder_id constituency_id role centrality since:day"),
    "relationship": _columns(
        "id source_id target_id directed:truth kind depth:whole weight:number status basis "
        "trust:whole conflict:truth last_contact:day note attributes:json"
    ),
    "report": _columns(
        "id relationship_id source_id target_id rater rater_id depth:whole kind reported_on:day "
        "note"
    ),
    "boundary": _columns(
        "id name kinds:json attribute protects costs markers permeability:whole history_note "
        "stance stance_reason ordinal:whole"
    ),
    "boundary_side": _columns("id boundary_id constituency_id side"),
    "legitimacy": _columns(
        "id team_member_id constituency_id level:whole door_opener door_opener_id basis:json "
        "judged_by note judged_on:day"
    ),
    "placement": _columns("id arrangement stakeholder_id x:number y:number pinned:truth"),
    "region": _columns("id arrangement group_id x:number y:number radius:number"),
    "map_view": _columns("id name sentence look:json camera:json ordinal:whole"),
    "plan_step": _columns(
        "id step round_id dimension_id item_id owner due_on:day status note became ordinal:whole"
    ),
}

OWN_TABLES: Final = tuple(table for table in COLUMNS if table != "landscape")

# What must be there in every row; a table without one of these columns is not ours.
REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "landscape": ("name",),
    "constituency": ("id", "name"),
    "stakeholder": ("id", "name"),
    "membership": ("id", "stakeholder_id", "constituency_id"),
    "relationship": ("id", "source_id", "target_id"),
    "report": ("id", "relationship_id", "source_id", "target_id"),
    "boundary": ("id", "name"),
    "boundary_side": ("id", "boundary_id", "constituency_id", "side"),
    "legitimacy": ("id", "constituency_id"),
    "placement": ("id", "arrangement", "stakeholder_id", "x", "y"),
    "region": ("id", "arrangement", "group_id", "x", "y", "radius"),
    "map_view": ("id", "name"),
    "plan_step": ("id", "step"),
}
_TELLING: Final[Mapping[str, frozenset[str]]] = {
    "landscape": frozenset({"settings"}),
    "constituency": frozenset({"ordinal"}),
    "stakeholder": frozenset({"ordinal"}),
    "boundary": frozenset({"ordinal"}),
    "map_view": frozenset({"look"}),
    "plan_step": frozenset({"status"}),
}


def table_called(name: str, headers: Iterable[str]) -> str | None:
    """The table of ours that is called `name` and headed by `headers`, or None."""
    table = PurePath(name).stem if name.endswith(".csv") else name
    found = set(headers)
    if table not in COLUMNS:
        return None
    needed = {*REQUIRED[table], *_TELLING.get(table, ())}
    return table if needed <= found <= set(COLUMNS[table]) else None
