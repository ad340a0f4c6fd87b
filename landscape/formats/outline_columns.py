"""What an outline says of stakeholders and relationships, as columns with keys of our own."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from landscape.formats.outline import OutlineRelationship, OutlineStakeholder

Value = str | int | float | bool

# What a column with one of these keys says when the file comes back. No other tool makes them.
OWN: Final[Mapping[str, str]] = {
    f"landscape.{role}": role
    for role in ("name", "kind", "group", "notes", "x", "y", "depth", "weight")
}
_ABSENT: Final = (None, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A value for each stakeholder or relationship; None is "not recorded"."""

    key: str
    title: str
    values: Sequence[Value | None]

    def type_in(self, names: Mapping[type, str]) -> str:
        """The type of all values under the name a format has for it; text where they differ."""
        kinds = {type(value) for value in self.values} - {type(None)}
        if kinds == {int, float}:
            return names[float]
        return names[kinds.pop()] if len(kinds) == 1 else names[str]


def stakeholder_columns(stakeholders: Sequence[OutlineStakeholder]) -> list[Column]:
    """Kind, groups, notes and attributes, each where something is recorded."""
    own: list[tuple[str, str, list[object]]] = [
        ("landscape.kind", "Kind", [one.kind for one in stakeholders]),
        ("landscape.group", "Group", [one.group for one in stakeholders]),
        ("groups", "Further groups", ["|".join(one.further_groups) for one in stakeholders]),
        ("landscape.notes", "Notes", [one.notes for one in stakeholders]),
    ]
    return _columns(own, [one.attributes for one in stakeholders])


def relationship_columns(
    relationships: Sequence[OutlineRelationship], *, without: Iterable[str] = ()
) -> list[Column]:
    """Kind, depth, weight, note and attributes, each where something is recorded.

    `without` names the titles of those that a format has a place of its own for.
    """
    own: list[tuple[str, str, list[object]]] = [
        ("landscape.kind", "Kind", [one.kind for one in relationships]),
        ("landscape.depth", "Depth", [one.depth for one in relationships]),
        ("landscape.weight", "Weight", [one.weight for one in relationships]),
        ("landscape.notes", "Notes", [one.note for one in relationships]),
    ]
    left = set(without)
    return _columns(
        [column for column in own if column[1] not in left],
        [one.attributes for one in relationships],
    )


def positions(stakeholders: Sequence[OutlineStakeholder]) -> list[tuple[float, float] | None]:
    """Where each stands on the picture, x to the right and y upwards; None where nowhere."""
    return [
        (float(one.x), float(one.y))
        if one.x is not None and one.y is not None and math.isfinite(one.x) and math.isfinite(one.y)
        else None
        for one in stakeholders
    ]


def recorded(value: object) -> Value | None:
    """A value as text, number, or yes and no; None where nothing is recorded."""
    if value in _ABSENT:
        return None
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        if math.isnan(value):
            return None
        return float(value) if math.isfinite(value) else str(value)
    return str(value)


def _columns(
    own: Iterable[tuple[str, str, list[object]]], attributes: Sequence[Mapping[str, Value]]
) -> list[Column]:
    titles = dict.fromkeys(title for one in attributes for title in one)
    taken = {title.strip().casefold() for title in titles}
    columns = [
        Column(key=key, title=_free(title, taken), values=[recorded(value) for value in values])
        for key, title, values in own
    ]
    columns += [
        Column(
            key=f"attribute{number}",
            title=title,
            values=[recorded(one.get(title)) for one in attributes],
        )
        for number, title in enumerate(titles)
    ]
    return [column for column in columns if any(value is not None for value in column.values)]


def _free(title: str, taken: set[str]) -> str:
    """`title`, or "title (2)" where an attribute is called so."""
    free, number = title, 1
    while free.casefold() in taken:
        number += 1
        free = f"{title} ({number})"
    return free
