"""What the values of a field become on the map: kinds of their own, or up to five steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from landscape.analysis.arrays import Ints
from landscape.charts.palette import GroupStyle, group_style
from landscape.model.map_look import FieldFilter
from landscape.services.map_fields import key_of
from landscape.services.mapping import Map
from landscape.ui.text import plain

MISSING: Final = ""
MOST_STEPS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One value, or one step of values from `least` to `most`; `key` is "" for not recorded."""

    key: str
    label: str
    count: int
    style: GroupStyle
    least: float | None = None
    most: float | None = None

    def is_hidden(self, asked: FieldFilter | None) -> bool:
        """Say whether a filter of its field leaves its stakeholders out."""
        if asked is None:
            return False
        missing = asked.missing or MISSING in asked.values
        if self.key == MISSING:
            return not missing
        if self.least is None or self.most is None:
            named = tuple(value for value in asked.values if value != MISSING)
            return self.key not in named if named else missing
        if asked.least is None and asked.most is None:
            return missing
        below = asked.least is not None and self.most < asked.least
        return below or (asked.most is not None and self.least > asked.most)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Coding:
    """The values of one field: `code` numbers the mark of each stakeholder.

    `is_ordered` says that the marks are steps, lowest first. Where something is not recorded of
    somebody, the last mark is for these.
    """

    field: str
    title: str
    is_ordered: bool
    code: Ints
    marks: tuple[Mark, ...]

    @property
    def recorded(self) -> tuple[Mark, ...]:
        """The marks of what is recorded."""
        return tuple(mark for mark in self.marks if mark.key != MISSING)


def coding_of_groups(title: str, map_: Map) -> Coding:
    """The groups as the landscape orders them, also those that nobody on the map is in."""
    groups = map_.groups
    ordinals = [None if pd.isna(one) else int(one) for one in groups["ordinal"]]
    here = np.flatnonzero(groups["id"].to_numpy() != "")
    away = np.flatnonzero(groups["id"].to_numpy() == "")
    counts = np.bincount(map_.people["group"].to_numpy(), minlength=len(groups))
    marks = [
        Mark(
            key=str(groups["id"].iloc[at]),
            label=plain(str(groups["name"].iloc[at])),
            count=int(counts[at]),
            style=group_style(ordinals[at]),
        )
        for at in here
    ]
    seat = np.empty(len(groups), dtype=np.int64)
    seat[here] = np.arange(len(here))
    seat[away] = len(here)
    marks += [_missing(int(counts[at])) for at in away if counts[at]]
    return Coding(
        field="group",
        title=title,
        is_ordered=False,
        code=seat[map_.people["group"].to_numpy()],
        marks=tuple(marks),
    )


def coding_of_kinds(
    field: str, title: str, values: pd.Series, words: Callable[[Any], str]
) -> Coding:
    """A mark for each value, those of most stakeholders first."""
    codes, found = pd.factorize(values, use_na_sentinel=True)
    counts = np.bincount(codes[codes >= 0], minlength=len(found))
    keys = [key_of(value) for value in found]
    order = sorted(range(len(found)), key=lambda at: (-int(counts[at]), keys[at]))
    marks = [
        Mark(
            key=keys[at],
            label=plain(words(found[at])) or keys[at],
            count=int(counts[at]),
            style=group_style(rank),
        )
        for rank, at in enumerate(order)
    ]
    return _coded(field, title, False, codes, order, marks)


def coding_of_steps(
    field: str, title: str, values: pd.Series, words: Callable[[Any], str]
) -> Coding:
    """A step for each value where there are at most five, else five with about as many in each."""
    numbers = pd.to_numeric(values, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    known = ~np.isnan(numbers)
    distinct = np.unique(numbers[known])
    if len(distinct) <= MOST_STEPS:
        step = np.searchsorted(distinct, numbers[known])
    else:
        cuts = np.unique(np.quantile(numbers[known], np.arange(1, MOST_STEPS) / MOST_STEPS))
        step = np.searchsorted(cuts, numbers[known], side="left")
    _, step = np.unique(step, return_inverse=True)
    codes = np.full(len(numbers), -1, dtype=np.int64)
    codes[known] = step
    marks = []
    for at in range(int(step.max()) + 1 if len(step) else 0):
        inside = numbers[known][step == at]
        least, most = float(inside.min()), float(inside.max())
        label = words(least) if least == most else f"{_number(least)} to {_number(most)}"
        marks.append(
            Mark(
                key=f"{least!r}..{most!r}",
                label=plain(label),
                count=len(inside),
                style=group_style(None),
                least=least,
                most=most,
            )
        )
    return _coded(field, title, True, codes, range(len(marks)), marks)


def toggled(coding: Coding, asked: FieldFilter | None, key: str) -> FieldFilter | None:
    """The filter after the mark with this key was pressed; None asks for everybody.

    A kind is hidden, and shown again. Of ordered steps the one that is pressed stays alone, a
    hidden one comes back with all between, and the only one left brings back all.
    """
    pressed = next((mark for mark in coding.marks if mark.key == key), None)
    if pressed is None:
        return asked
    shown = [mark for mark in coding.marks if not mark.is_hidden(asked)]
    if coding.is_ordered and key != MISSING:
        return _stepped(coding, pressed, [mark for mark in shown if mark.key != MISSING])
    if pressed in shown:
        shown.remove(pressed)
    else:
        shown.append(pressed)
    if not shown or len(shown) == len(coding.marks):
        return None
    missing = any(mark.key == MISSING for mark in shown)
    kept = [mark for mark in coding.recorded if mark in shown]
    if len(kept) == len(coding.recorded) or not kept:
        return FieldFilter(field=coding.field, missing=missing)
    if coding.is_ordered:
        return _between(coding, kept, missing=missing)
    return FieldFilter(field=coding.field, values=tuple(one.key for one in kept), missing=missing)


def _stepped(coding: Coding, pressed: Mark, shown: Sequence[Mark]) -> FieldFilter | None:
    if pressed not in shown:
        return _between(coding, [*shown, pressed], missing=False)
    return None if len(shown) == 1 else _between(coding, [pressed], missing=False)


def _between(coding: Coding, shown: Sequence[Mark], *, missing: bool) -> FieldFilter:
    least = [mark.least for mark in shown if mark.least is not None]
    most = [mark.most for mark in shown if mark.most is not None]
    return FieldFilter(
        field=coding.field,
        least=min(least, default=None),
        most=max(most, default=None),
        missing=missing,
    )


def _coded(
    field: str,
    title: str,
    is_ordered: bool,
    codes: Ints,
    order: Sequence[int],
    marks: list[Mark],
) -> Coding:
    seat = np.empty(len(order) + 1, dtype=np.int64)
    seat[list(order)] = np.arange(len(order))
    seat[-1] = len(order)  # of code -1: not recorded
    missing = int((codes < 0).sum())
    return Coding(
        field=field,
        title=plain(title),
        is_ordered=is_ordered,
        code=seat[codes],
        marks=(*marks, _missing(missing)) if missing else tuple(marks),
    )


def _missing(number: int) -> Mark:
    return Mark(key=MISSING, label="Not recorded", count=number, style=group_style(None))


def _number(value: float) -> str:
    if value == round(value):
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
