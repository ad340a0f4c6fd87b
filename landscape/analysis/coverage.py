"""Coverage: which roles nobody has, and who answered when asked about relationships."""

import json
from collections.abc import Iterable
from typing import Final

import pandas as pd

from landscape.model.scales import Asked, Role

# Columns of a stakeholder by which a boundary can be drawn, besides its attributes.
_OWN_COLUMNS: Final = ("kind", "role", "level", "place")


def roles_of_groups(constituency: pd.DataFrame, stakeholder: pd.DataFrame) -> dict[str, set[str]]:
    """The roles of each group in scope: its own, or those of its stakeholders where it has none.

    Parameters
    ----------
    constituency : pandas.DataFrame
        With `id`, `in_scope` and `roles` (JSON text).
    stakeholder : pandas.DataFrame
        With `constituency_id` and `roles` (JSON text).

    Returns
    -------
    dict
        From the id of each group in scope for which roles are recorded to these roles.
    """
    own = _roles_by(constituency["id"], constituency["roles"])
    of_members = _roles_by(stakeholder["constituency_id"], stakeholder["roles"])
    in_scope = constituency.loc[constituency["in_scope"].astype(bool), "id"]
    found = {str(group): own.get(group) or of_members.get(group) or set() for group in in_scope}
    return {group: roles for group, roles in found.items() if roles}


def _roles_by(ids: Iterable[object], roles: Iterable[object]) -> dict[str, set[str]]:
    by_id: dict[str, set[str]] = {}
    for owner, written in zip(ids, roles, strict=True):
        if isinstance(written, str) and isinstance(owner, str):
            by_id.setdefault(owner, set()).update(json.loads(written))
    return by_id


def missing_roles(constituency: pd.DataFrame, stakeholder: pd.DataFrame) -> tuple[Role, ...]:
    """The roles that no group in scope has, in the order of :class:`Role`."""
    held = set().union(*roles_of_groups(constituency, stakeholder).values())
    return tuple(role for role in Role if role.value not in held)


def response_by(asked: pd.Series, group: pd.Series) -> pd.DataFrame:
    """Who answered when asked about their relationships, counted for each group.

    Parameters
    ----------
    asked : pandas.Series
        One value a stakeholder: "answered", "asked", "not_asked", or missing for not known.
    group : pandas.Series
        The group or side of each, with the same index; missing for none.

    Returns
    -------
    pandas.DataFrame
        One row a group, in the order of its name, indexed by it, with the counts `members`,
        `answered`, `asked` (without an answer), `not_asked` and `not_known`.

    Notes
    -----
    Stakeholders without a group are left out. Not known is kept apart from not asked.
    """
    states = [Asked.ANSWERED.value, Asked.ASKED.value, Asked.NOT_ASKED.value]
    state = asked.astype("object").where(asked.isin(states), "not_known")
    placed = group.notna()
    counts = (
        pd.crosstab(group[placed].astype(str), state[placed])
        if placed.any()
        else pd.DataFrame(index=pd.Index([], dtype="str"))
    )
    counts = counts.reindex(columns=[*states, "not_known"], fill_value=0).astype("int64")
    counts.insert(0, "members", counts.sum(axis="columns"))
    return counts.rename_axis(index=None, columns=None).sort_index()


def distinct_values(stakeholder: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The distinct values of everything recorded about stakeholders that could divide them.

    Parameters
    ----------
    stakeholder : pandas.DataFrame
        With `kind`, `role`, `level`, `place` and `attributes` (JSON text).

    Returns
    -------
    dict
        From each attribute with at least two different values to these, trimmed and in order: kind,
        role, level and place first, then the attributes by name. Empty values are no value.
    """
    found: dict[str, set[str]] = {}
    for written in stakeholder["attributes"].dropna().unique():
        for name, value in json.loads(written).items():
            found.setdefault(name, set()).add(str(value).strip())
    ordered = dict(sorted(found.items()))
    own = {column: set(stakeholder[column].dropna().str.strip()) for column in _OWN_COLUMNS}
    merged = {name: ordered.pop(name, set()) | values for name, values in own.items()} | ordered
    return {
        name: tuple(sorted(values - {""}))
        for name, values in merged.items()
        if len(values - {""}) > 1
    }
