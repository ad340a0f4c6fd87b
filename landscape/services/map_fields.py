"""The fields of a map: what marks can say of stakeholders, and what one can filter them by."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from landscape.analysis.network import METRICS
from landscape.model.map_look import LineFilter
from landscape.model.scales import Role
from landscape.services import map_values
from landscape.services.map_metrics import ALL_LINES, PREFIX, Measured, measured
from landscape.services.map_values import BOTH, LEVELS
from landscape.services.mapping import Map
from landscape.store.base import Snapshot

Kind = Literal["categorical", "ordered", "number"]
Group = Literal["recorded", "boundary", "measure", "analyst"]

# What a snapshot must hold for the functions below.
TABLES: Final = ("constituency", "stakeholder", "relationship", "boundary", "sides", "brokers")
MOST_COLOURS: Final = 40
# What people are called: one can filter by it, and no mark says it.
NAME: Final = "name"

_ATTRIBUTE: Final = "attribute:"
_SIDE: Final = "side:"
_PART: Final = "part:"
_RATINGS: Final = {1.0: "1 low", 5.0: "5 high"}
_ASKED: Final = {"answered": "answered", "asked": "asked, no answer", "not_asked": "not asked"}
_TEAM: Final = {"us": "one of us", "other": "not one of us"}
_PARTS: Final = {
    Role.DECIDES: "Decides",
    Role.FUNDS: "Funds",
    Role.DELIVERS: "Delivers",
    Role.AFFECTED: "Is affected",
    Role.KNOWS: "Knows it well",
    Role.BRIDGES: "Bridges",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MapField:
    """Something recorded or worked out about stakeholders; `key` names it in a look of the map.

    `different` counts the texts that a categorical field holds, 0 for the others. The label is
    as people wrote it.
    """

    key: str
    label: str
    kind: Kind
    group: Group
    tip: str
    different: int = 0

    @property
    def for_marks(self) -> bool:
        """Whether colours and shapes can tell its values apart; one can filter by it anyway."""
        return self.different <= MOST_COLOURS


_OWN: Final[tuple[tuple[str, str, Kind, str], ...]] = (
    ("group", "Group", "categorical", "The group somebody belongs to first."),
    ("kind", "Kind", "categorical", "A person, an organisation, a community of practice ..."),
    ("role", "What they do in the issue", "categorical", "In the words of your file."),
    ("level", "Level of scale", "ordered", "From a person to international."),
    ("place", "Place", "categorical", "Where they are, as it is written down."),
    ("asked", "Asked about relationships", "categorical", "Whether they were asked, and answered."),
    ("influence", "Influence", "ordered", "From 1, low, to 5, high: our judgement."),
    ("interest", "Interest", "ordered", "From 1, low, to 5, high: our judgement."),
    ("team", "Us", "categorical", "Who of them convenes."),
)  # fmt: skip
_RELATIONSHIPS: Final = MapField(
    key="relationships",
    label="Number of relationships",
    kind="number",
    group="measure",
    tip="How many relationships of theirs are written down, of any kind and standing.",
)


def fields(snapshot: Snapshot) -> tuple[MapField, ...]:
    """Every field that says something of anybody here; what nobody has is not offered."""
    people = snapshot.stakeholder
    found = []
    for key, label, kind, tip in _OWN:
        values = map_values.own(people, key)
        if key == "team" and not (values == "us").any():
            continue
        found.append(_field(key, label, kind, "recorded", tip, values))
    for role, label in _PARTS.items():
        values = map_values.part(people, role)
        tip = "Whether this is written down as their part in it."
        if (values == "yes").any():
            found.append(_field(_PART + role, label, "categorical", "recorded", tip, values))
    for name, values in map_values.attributes(people).items():
        label = _label_of_column(name)
        tip = "A column of your file, as it came."
        found.append(_field(_ATTRIBUTE + name, label, _kind_of(values), "recorded", tip, values))
    for boundary_id, name in zip(
        snapshot.boundary.get("id", ()), snapshot.boundary.get("name", ()), strict=True
    ):
        values = map_values.side(snapshot, people["id"], str(boundary_id))
        tip = "The side on which they stand at this boundary."
        found.append(
            _field(f"{_SIDE}{boundary_id}", str(name), "categorical", "boundary", tip, values)
        )
    measures = (_RELATIONSHIPS,) if len(people) else ()
    return (*(field for field in found if field is not None), *measures, *_metrics(snapshot))


def values_of(map_: Map, snapshot: Snapshot, key: str, lines: LineFilter = ALL_LINES) -> pd.Series:
    """What a field says of each of the map's people, by row; None or NaN is not recorded.

    Text for a categorical field (the id for "group"), floats for the others. Of a key that is
    none, nothing is recorded. A measure for analysts counts the live relationships that `lines`
    keeps, and may take some seconds.
    """
    people = map_.people
    if name := metric_of(key):
        return as_values(measured(map_, name, lines))
    values = _values(people, snapshot, key)
    return values.set_axis(pd.RangeIndex(len(people)))


def metric_of(key: str) -> str:
    """The name of the measure for analysts that a field is, "" for one that is none."""
    name = key.removeprefix(PREFIX)
    return name if key.startswith(PREFIX) and name in METRICS else ""


def as_values(found: Measured) -> pd.Series:
    """A measure as the values of its field: texts of the numbers of what was found."""
    if found.metric.kind == "number":
        return found.values
    return found.values.astype("Int64").astype("str").where(found.values.notna())


def label_of(snapshot: Snapshot, key: str) -> str:
    """What a field is called, without reading what it holds; "" for a key that is none."""
    if key.startswith(_SIDE):
        named = snapshot.boundary
        names = dict(zip(named.get("id", ()), named.get("name", ()), strict=True))
        return str(names.get(key.removeprefix(_SIDE), ""))
    if key.startswith(_ATTRIBUTE):
        return _label_of_column(key.removeprefix(_ATTRIBUTE))
    labels = {NAME: "Name"} | {own: label for own, label, *_ in _OWN}
    labels |= {_PART + role: label for role, label in _PARTS.items()}
    labels |= {PREFIX + name: metric.title for name, metric in METRICS.items()}
    labels[_RELATIONSHIPS.key] = _RELATIONSHIPS.label
    return labels.get(key, "")


def is_named_by_people(key: str) -> bool:
    """Whether the label of a field is as people wrote it, and not one of ours."""
    return key.startswith((_ATTRIBUTE, _SIDE))


def in_words(key: str, value: object, map_: Map | None = None) -> str:
    """One value of a field as people read it; the name of a group needs the map."""
    if value is None or value != value or value == "":
        return "not recorded"
    if key == "group" and map_ is not None:
        names = dict(zip(map_.groups["id"], map_.groups["name"], strict=True))
        return str(names.get(value, "not recorded"))
    if isinstance(value, str):
        if key.startswith(_SIDE) and value == BOTH:
            return "on both sides"
        if key == PREFIX + "communities":
            return f"Found group {value}"
        return {"asked": _ASKED, "team": _TEAM}.get(key, {}).get(value, value)
    return _number_in_words(key, float(value))  # type: ignore[arg-type]


def key_of(value: object) -> str:
    """A value as a filter names it; "" for what is not recorded."""
    if value is None or value != value:
        return ""
    if isinstance(value, str):
        return value
    number = float(value)  # type: ignore[arg-type]
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def _label_of_column(name: str) -> str:
    """What a column of somebody's file is called beside ours."""
    ours = {label.casefold() for _, label, *_ in _OWN} | {_RELATIONSHIPS.label.casefold()}
    return f"{name} (your column)" if name.strip().casefold() in ours else name


def _number_in_words(key: str, number: float) -> str:
    if key == "level":
        return {at: word for word, at in LEVELS.items()}.get(number, "not recorded")
    if key in ("influence", "interest") and number in _RATINGS:
        return _RATINGS[number]
    if number == int(number) and abs(number) < 1e15:
        return f"{int(number)}" if abs(number) < 10_000 else f"{int(number):,}"
    return f"{number:.3g}"


def _metrics(snapshot: Snapshot) -> tuple[MapField, ...]:
    """The measures for analysts, where there is a relationship to measure by."""
    if not len(snapshot.relationship):
        return ()
    grouped = snapshot.stakeholder["constituency_id"].notna().any()
    return tuple(
        MapField(
            key=PREFIX + name,
            label=metric.title,
            kind=metric.kind,
            group="analyst",
            tip=metric.plain,
        )
        for name, metric in METRICS.items()
        if grouped or not metric.needs_groups
    )


def _field(
    key: str, label: str, kind: Kind, group: Group, tip: str, values: pd.Series
) -> MapField | None:
    if not values.notna().any():
        return None
    different = values.nunique() if kind == "categorical" else 0
    return MapField(key=key, label=label, kind=kind, group=group, tip=tip, different=different)


def _values(people: pd.DataFrame, snapshot: Snapshot, key: str) -> pd.Series:
    if key.startswith(_ATTRIBUTE):
        name = key.removeprefix(_ATTRIBUTE)
        return map_values.attributes(people, only=name).get(name, map_values.nothing(people))
    if key.startswith(_SIDE):
        return map_values.side(snapshot, people["id"], key.removeprefix(_SIDE))
    if key.startswith(_PART) and key.removeprefix(_PART) in _PARTS:
        return map_values.part(people, Role(key.removeprefix(_PART)))
    if key == _RELATIONSHIPS.key:
        return people["relationships"].astype("float64")
    if key in {NAME, *(own for own, *_ in _OWN)}:
        return map_values.own(people, key)
    return map_values.nothing(people)


def _kind_of(values: pd.Series) -> Kind:
    return "number" if values.dtype == np.float64 else "categorical"
