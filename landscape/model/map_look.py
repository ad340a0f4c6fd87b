"""How a map is looked at: where everybody stands, what marks say, and who and what is shown."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from landscape.model.errors import InvalidValueError
from landscape.model.scales import Basis, Status

MOST_STEPS: Final = 4
_MOST_FILTERS: Final = 20
_MOST_VALUES: Final = 500
_LONGEST: Final = 500


class Arrangement(StrEnum):
    """Where everybody stands on the map, and why there."""

    GROUPS = "groups"
    SIDES = "sides"  # of the boundary `boundary_id`
    RINGS = "rings"  # around the convening team, or around `centre_id`
    FREE = "free"
    DRAWN = "drawn"  # as in the file that brought the places along
    GRID = "grid"  # influence by interest
    LEVELS = "levels"  # of scale
    PLACES = "places"  # by latitude and longitude


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFilter:
    """Keep those whose field holds one of `values`, or lies between `least` and `most`.

    `field` is a key of the fields of a map. `missing` says whether those of whom nothing is
    recorded stay.
    """

    field: str
    values: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFilter:
    """Which relationships are shown; what is empty or None asks nothing.

    With `depth` or `since`, those of which it is not recorded are left out.
    """

    kinds: tuple[str, ...] = ()
    depth: int | None = None
    bases: tuple[Basis, ...] = ()
    statuses: tuple[Status, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathAsk:
    """Show the shortest connections from one to another: each a stakeholder or a whole group."""

    source_id: str
    target_id: str
    source_is_group: bool = False
    target_is_group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLook:
    """One way of looking at the map; the default is the first picture of every landscape.

    `colour`, `size`, `shape` and `border` are keys of fields of a map; "" is none. `focus` keeps
    those within `steps` relationships of these stakeholders. `ghosts` shows the roles that nobody
    has. `boundary_id` is the boundary that SIDES goes by, `highlight_id` the one brought out.
    """

    arrangement: Arrangement = Arrangement.GROUPS
    boundary_id: str | None = None
    centre_id: str | None = None
    colour: str = "group"
    size: str = "relationships"
    shape: str = "group"
    border: str = ""
    filters: tuple[FieldFilter, ...] = ()
    lines: LineFilter = LineFilter()
    focus: tuple[str, ...] = ()
    steps: int = 1
    path: PathAsk | None = None
    ghosts: bool = False
    highlight_id: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.steps <= MOST_STEPS:
            raise InvalidValueError(
                f"A focus reaches {self.steps!r} steps.", fix=f"Choose from 1 to {MOST_STEPS}."
            )
        if self.arrangement is Arrangement.SIDES and not self.boundary_id:
            raise InvalidValueError(
                "The sides of which boundary?", fix="Choose the boundary to arrange by."
            )


def as_plain(look: MapLook) -> dict[str, Any]:
    """The look as JSON can hold it; only what differs from the first picture."""
    whole: dict[str, Any] = asdict(look)
    first = asdict(MapLook())
    kept = {name: value for name, value in whole.items() if value != first[name]}
    if "lines" in kept and look.lines.since:
        kept["lines"] = {**kept["lines"], "since": look.lines.since.isoformat()}
    return kept


def from_plain(value: object) -> MapLook:
    """The look that `as_plain` wrote; from elsewhere it may be anything.

    Raises InvalidValueError where it is none. Names it does not know are left out.
    """
    try:
        told = _mapping(value)
        return MapLook(
            **{name: read(told[name]) for name, read in _READERS.items() if name in told}
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidValueError(
            "That way of looking at the map cannot be read.", fix="Save the view again."
        ) from error


def _filter(value: object) -> FieldFilter:
    told = _mapping(value)
    return FieldFilter(
        field=_text(told["field"]),
        values=_texts(told.get("values", ())),
        least=_number(told.get("least")),
        most=_number(told.get("most")),
        missing=told.get("missing") is True,
    )


def _lines(value: object) -> LineFilter:
    told = _mapping(value)
    depth, since = told.get("depth"), told.get("since")
    return LineFilter(
        kinds=_texts(told.get("kinds", ())),
        depth=None if depth is None else _whole(depth),
        bases=tuple(Basis(one) for one in _texts(told.get("bases", ()))),
        statuses=tuple(Status(one) for one in _texts(told.get("statuses", ()))),
        since=None if since is None else date.fromisoformat(_text(since)),
    )


def _path(value: object) -> PathAsk:
    told = _mapping(value)
    return PathAsk(
        source_id=_text(told["source_id"]),
        target_id=_text(told["target_id"]),
        source_is_group=told.get("source_is_group") is True,
        target_is_group=told.get("target_is_group") is True,
    )


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError
    return value


def _list(value: object, most: int) -> list[object]:
    if not isinstance(value, list | tuple) or len(value) > most:
        raise TypeError
    return list(value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(one) for one in _list(value, _MOST_VALUES))


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise TypeError
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _number(value: object) -> float | None:
    if value is None:
        return None
    if type(value) not in (int, float):
        raise TypeError
    number = float(value)  # type: ignore[arg-type]
    if number != number or abs(number) == float("inf"):
        raise ValueError
    return number


def _or_none(read: Callable[[object], Any]) -> Callable[[object], Any]:
    return lambda value: None if value is None else read(value)


_READERS: Final[dict[str, Callable[[object], Any]]] = {
    "arrangement": lambda value: Arrangement(_text(value)),
    **dict.fromkeys(("boundary_id", "centre_id", "highlight_id"), _or_none(_text)),
    **dict.fromkeys(("colour", "size", "shape", "border"), _text),
    "filters": lambda value: tuple(_filter(one) for one in _list(value, _MOST_FILTERS)),
    "lines": _lines,
    "focus": _texts,
    "steps": _whole,
    "path": _or_none(_path),
    "ghosts": lambda value: value is True,
}
