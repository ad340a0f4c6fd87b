"""Rows of the store's tables from model objects, and back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Final

import pandas as pd

from landscape.model.boundary import Boundary
from landscape.model.constituency import Constituency, Legitimacy
from landscape.model.relationship import Relationship, Report
from landscape.model.scales import (
    Asked,
    Basis,
    BoundaryKind,
    BoundaryStance,
    KnowledgeBasis,
    Level,
    Role,
    Status,
)
from landscape.model.stakeholder import Stakeholder

Part = Boundary | Constituency | Legitimacy | Relationship | Report | Stakeholder

_ENUMERATIONS: Final[Mapping[type, Mapping[str, type[Enum]]]] = {
    Boundary: {"stance": BoundaryStance},
    Constituency: {"level": Level, "knowledge_basis": KnowledgeBasis},
    Relationship: {"status": Status, "basis": Basis},
    Stakeholder: {"level": Level, "asked": Asked},
}


def row_of(part: Part) -> dict[str, object]:
    """The row of one model object; lists and mappings as JSON text, without sides."""
    return {
        field.name: _stored(getattr(part, field.name))
        for field in fields(part)
        if field.name != "sides"
    }


def frame_of(parts: Iterable[Part]) -> pd.DataFrame:
    """One row an object; a column without any value stays an object column of None."""
    rows = [row_of(part) for part in parts]
    return pd.DataFrame(rows, dtype=object) if rows else pd.DataFrame({"id": []}, dtype=object)


def dated(groups: pd.DataFrame) -> pd.DataFrame:
    """Rows of constituencies with the moment at which they are written."""
    return groups.assign(updated_at=datetime.now(UTC).replace(tzinfo=None))


def stakeholder_of(row: Mapping[Any, Any]) -> Stakeholder:
    """The stakeholder in one row of a snapshot."""
    known = _known(row, Stakeholder)
    known["roles"] = _roles(known.get("roles"))
    known["attributes"] = _mapping(known.get("attributes"))
    return Stakeholder(**known)


def constituency_of(row: Mapping[Any, Any]) -> Constituency:
    """The constituency in one row of a snapshot."""
    known = _known(row, Constituency)
    known["roles"] = _roles(known.get("roles"))
    for column in ("barriers", "entry_points"):
        known[column] = _texts(known.get(column))
    for column in ("account_told_on", "account_checked_on"):
        known[column] = _day(known.get(column))
    return Constituency(**known)


def relationship_of(row: Mapping[Any, Any]) -> Relationship:
    """The relationship in one row of a snapshot."""
    known = _known(row, Relationship)
    known["attributes"] = _mapping(known.get("attributes"))
    known["last_contact"] = _day(known.get("last_contact"))
    return Relationship(**known)


def legitimacy_of(row: Mapping[Any, Any]) -> Legitimacy:
    """The legitimacy in one row of a snapshot."""
    known = _known(row, Legitimacy)
    known["basis"] = _texts(known.get("basis"))
    known["judged_on"] = _day(known.get("judged_on"))
    return Legitimacy(**known)


def boundary_of(row: Mapping[Any, Any], sides: Mapping[str, str]) -> Boundary:
    """The boundary in one row of a snapshot, with the side of each of its constituencies."""
    known = _known(row, Boundary)
    known["kinds"] = tuple(BoundaryKind(kind) for kind in json.loads(known.get("kinds") or "[]"))
    return Boundary(**known, sides=sides)


def _stored(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return json.dumps([_stored(member) for member in value], ensure_ascii=False)
    if isinstance(value, Mapping):
        return json.dumps(dict(value), ensure_ascii=False)
    return value


def _known(row: Mapping[Any, Any], model: type[Part]) -> dict[str, Any]:
    """What the row records of the model's fields, as plain Python values."""
    known: dict[str, Any] = {}
    for field in fields(model):
        value = row.get(field.name)
        if value is None or pd.isna(value):
            continue
        value = value.item() if hasattr(value, "item") else value
        enumeration = _ENUMERATIONS.get(model, {}).get(field.name)
        known[field.name] = enumeration(value) if enumeration else value
    return known


def _roles(text: str | None) -> tuple[Role, ...] | None:
    return None if text is None else tuple(Role(role) for role in json.loads(text))


def _texts(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(json.loads(text))


def _mapping(text: str | None) -> dict[str, str]:
    return dict(json.loads(text)) if text else {}


def _day(value: Any) -> Any:
    """A date, whether the snapshot gave a date or a moment at midnight."""
    return value.date() if hasattr(value, "date") else value
