"""What is asked of a map: who and what of it is shown, and what is brought out before the rest."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from landscape.analysis.arrays import Bools, Ints
from landscape.analysis.findings import listed
from landscape.analysis.paths import MOST_WAYS, ShortestPaths, shortest_paths
from landscape.analysis.reach import neighbours_of, steps_from
from landscape.model.map_look import MapLook, PathAsk
from landscape.model.scales import Asked
from landscape.services.map_fields import label_of
from landscape.services.map_filters import keeps, keeps_in_words
from landscape.services.map_ghosts import ghosts_in_words
from landscape.services.map_lines import counted, line_shown, lines_in_words
from landscape.services.map_values import BOTH
from landscape.services.mapping import Map
from landscape.store.base import Snapshot

Values = Callable[[str], pd.Series]

_NAMED = 4  # of the stakeholders that one way runs over


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Brought:
    """One boundary brought out: how many stand on each side, what crosses it, who is on both.

    `crossing` has an entry a relationship; `ends` and `both` an entry a stakeholder.
    """

    sides: tuple[tuple[str, int], ...]
    crossing: Bools
    ends: Bools
    both: Bools


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """What was looked for on the map: connections and a boundary, None where nobody asked."""

    path: ShortestPaths | None = None
    boundary: Brought | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seen:
    """What a look leaves of a map: an entry a stakeholder, in `line_...` one a relationship.

    `strong` and `line_strong` are None where nothing is brought out. `words` are sentences that
    say what is shown and left out, with names as people wrote them.
    """

    shown: Bools
    line_shown: Bools
    strong: Bools | None
    line_strong: Bools | None
    words: tuple[str, ...]
    found: Found


def seen(snapshot: Snapshot, map_: Map, look: MapLook, values: Values) -> Seen:
    """Who and what of the map the look shows and brings out.

    `values` gives what a field says of each of the map's people, by row, as
    :func:`landscape.services.map_fields.values_of` does. Filters come first, then the focus;
    connections and a boundary are looked for in what is left.
    """
    shown, words = _filtered(snapshot, map_, look, values)
    lines = line_shown(map_.lines, look.lines)
    source, target = ends_of(map_)
    if look.focus:
        shown, said = _focused(map_, look, shown, lines)
        words.append(said)
    lines &= shown[source] & shown[target]
    if not (shown.all() and lines.all()):
        words.append(_counted(shown, lines))
    name = label_of(snapshot, f"side:{look.highlight_id}") if look.highlight_id else ""
    found = Found(
        path=_path(map_, look, shown, lines) if look.path else None,
        boundary=_boundary(map_, shown, lines, values(f"side:{look.highlight_id}"))
        if name
        else None,
    )
    if look.path and found.path:
        words.append(path_in_words(map_, look.path, found.path, shown))
    if found.boundary:
        words.append(_boundary_in_words(map_, name, found.boundary))
    elif look.highlight_id:
        words.append("The boundary that was brought out is no longer there.")
    if look.ghosts:
        words.append(ghosts_in_words(snapshot))
    strong, line_strong = _strong(found)
    return Seen(
        shown=shown,
        line_shown=lines,
        strong=strong,
        line_strong=line_strong,
        words=tuple(word for word in words if word),
        found=found,
    )


def ends_of(map_: Map) -> tuple[Ints, Ints]:
    """The rows of the people at the two ends of each relationship."""
    lines = map_.lines
    return lines["source"].to_numpy(np.int64), lines["target"].to_numpy(np.int64)


def path_in_words(map_: Map, asked: PathAsk, path: ShortestPaths, shown: Bools) -> str:
    """What was found between the two of whom somebody asked, in sentences."""
    one = _called(map_, asked.source_id, group=asked.source_is_group)
    other = _called(map_, asked.target_id, group=asked.target_is_group)
    if not one or not other:
        return "One of the two to connect is no longer on the map. Choose another."
    for called, id_, group in (
        (one, asked.source_id, asked.source_is_group),
        (other, asked.target_id, asked.target_is_group),
    ):
        rows = _rows_of(map_, id_, group=group)
        if not len(rows):
            return f"Nobody stands in {called}."
        if not shown[rows].any():
            return f"{called} is left out by what is shown, so no connection can be seen."
    if path.steps < 0:
        return f"No chain of the relationships shown leads from {one} to {other}."
    if path.steps == 0:
        return f"{one} and {other} overlap: nothing lies between them."
    if path.steps == 1:
        straight = int(path.pairs.sum())
        if asked.source_is_group or asked.target_is_group:
            return f"{one} and {other} meet directly, over {_many(straight, 'relationship')}."
        return f"{one} and {other} are directly related."
    names = map_.people["name"].to_numpy()[path.one]
    over = list(map(str, names[1:-1]))
    ways = f"{MOST_WAYS:,} or more ways" if path.ways >= MOST_WAYS else _many(path.ways, "way")
    who = f"{names[0]} and {names[-1]}" if asked.source_is_group or asked.target_is_group else ""
    between = f", between {who}" if who else ""
    return (
        f"{one} and {other} are {path.steps} steps apart{between}; {ways}, "
        f"{'one of them' if path.ways > 1 else 'which leads'} over "
        f"{listed(over, most=_NAMED)}."
    )


def _filtered(
    snapshot: Snapshot, map_: Map, look: MapLook, values: Values
) -> tuple[Bools, list[str]]:
    shown = np.ones(len(map_.people), dtype=bool)
    words = []
    for asked in look.filters:
        if not label_of(snapshot, asked.field):
            continue  # what has gone since the look was kept leaves nobody out
        held = values(asked.field)
        shown &= keeps(held, asked)
        numbers = held.dtype == np.float64
        words.append(keeps_in_words(snapshot, map_, asked, numbers=numbers))
    words.append(lines_in_words(look.lines))
    return shown, [word for word in words if word]


def _focused(map_: Map, look: MapLook, shown: Bools, lines: Bools) -> tuple[Bools, str]:
    """Those within the steps of the focus; the focus itself is always shown."""
    rows = np.flatnonzero(map_.people["id"].isin(look.focus).to_numpy())
    if not len(rows):
        return shown, "Nobody of those you focus on is on the map any more, so everybody is shown."
    open_ = shown.copy()
    open_[rows] = True
    source, target = ends_of(map_)
    walked = lines & open_[source] & open_[target]
    steps = steps_from(neighbours_of(len(open_), source[walked], target[walked]), rows, look.steps)
    names = listed([str(name) for name in map_.people["name"].to_numpy()[rows]])
    return steps >= 0, f"Within {_many(look.steps, 'step')} of {names}."


def _path(map_: Map, look: MapLook, shown: Bools, lines: Bools) -> ShortestPaths:
    """The shortest connections over live relationships, or over those of the standing asked for."""
    assert look.path is not None  # noqa: S101 - asked before
    walked = lines & counted(map_.lines, look.lines)
    source, target = ends_of(map_)
    start = _rows_of(map_, look.path.source_id, group=look.path.source_is_group)
    goal = _rows_of(map_, look.path.target_id, group=look.path.target_is_group)
    found = shortest_paths(
        len(shown),
        source[walked],
        target[walked],
        start=start[shown[start]],
        goal=goal[shown[goal]],
    )
    pairs = np.zeros(len(lines), dtype=bool)
    pairs[np.flatnonzero(walked)[found.pairs]] = True
    return ShortestPaths(
        steps=found.steps, vertices=found.vertices, pairs=pairs, ways=found.ways, one=found.one
    )


def _boundary(map_: Map, shown: Bools, lines: Bools, side: pd.Series) -> Brought:
    codes, names = pd.factorize(side.where(side != BOTH), sort=True)
    both = (side == BOTH).to_numpy(dtype=bool) & shown
    source, target = ends_of(map_)
    near, far = codes[source], codes[target]
    crossing = lines & (near >= 0) & (far >= 0) & (near != far)
    ends = np.zeros(len(shown), dtype=bool)
    ends[source[crossing]] = True
    ends[target[crossing]] = True
    members = np.bincount(codes[shown & (codes >= 0)], minlength=len(names))
    sides = tuple((str(name), int(count)) for name, count in zip(names, members, strict=True))
    return Brought(sides=sides, crossing=crossing, ends=ends, both=both)


def _boundary_in_words(map_: Map, name: str, brought: Brought) -> str:
    crossing, both = int(brought.crossing.sum()), int(brought.both.sum())
    on_both = f"{both:,} {'stands' if both == 1 else 'stand'} on both sides" if both else ""
    if crossing:
        said = f"{_many(crossing, 'relationship')} {'crosses' if crossing == 1 else 'cross'} {name}"
        whose = "its" if crossing == 1 else "their"
        reach = f"{int(brought.ends.sum()):,} stakeholders are at {whose} ends"
        return ", ".join(part for part in (said, reach, on_both) if part) + "."
    answered = (map_.people["asked"] == Asked.ANSWERED.value).any()
    heard = "" if answered else "; it is not recorded that anyone was asked"
    end = f". {on_both}." if on_both else "."
    return f"No relationship that is shown crosses {name}{heard}{end}"


def _strong(found: Found) -> tuple[Bools | None, Bools | None]:
    people = [
        *([found.path.vertices] if found.path else []),
        *([found.boundary.ends | found.boundary.both] if found.boundary else []),
    ]
    lines = [
        *([found.path.pairs] if found.path else []),
        *([found.boundary.crossing] if found.boundary else []),
    ]
    if not people:
        return None, None
    return np.logical_or.reduce(people), np.logical_or.reduce(lines)


def _rows_of(map_: Map, id_: str, *, group: bool) -> Ints:
    """The rows of one stakeholder, or of all in a group."""
    column = map_.people["constituency_id" if group else "id"]
    return np.flatnonzero((column == id_).to_numpy(dtype=bool))


def _called(map_: Map, id_: str, *, group: bool) -> str:
    table = map_.groups if group else map_.people
    names = table.loc[table["id"] == id_, "name"]
    return str(names.iloc[0]) if len(names) else ""


def _counted(shown: Bools, lines: Bools) -> str:
    return (
        f"{int(shown.sum()):,} of {_many(len(shown), 'stakeholder')} and "
        f"{int(lines.sum()):,} of {_many(len(lines), 'relationship')} shown."
    )


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
