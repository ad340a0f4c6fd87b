"""What a round says in sentences, and the orders to read its dimensions in; never a total."""

import math
from collections.abc import Callable, Collection
from enum import StrEnum
from typing import Final

from landscape.analysis.agreement import Agreement, average_deviation
from landscape.analysis.findings import listed
from landscape.analysis.results import DimensionResult, ItemResult, Results
from landscape.model.instrument import Instrument
from landscape.model.scales import OffScale

_MOST_NAMED: Final = 4
# Who answered, in the sentences: the team itself, or people outside it.
YOU: Final = "You"
THEY: Final = "They"


class Order(StrEnum):
    """What dimensions can be sorted by."""

    INSTRUMENT = "instrument"
    APART = "apart"
    LOWEST = "lowest"
    TARGET = "target"
    MAP = "map"


def apart(results: Results, dimension_id: str, instrument: Instrument) -> float:
    """How far apart people are in a dimension: the widest average deviation among its items.

    In levels, from 0.0; nan where no item has two levels. Levels of different items are never
    compared with each other: that they differ is no disagreement.
    """
    found = [average_deviation(item.levels) for item in items_of(results, dimension_id, instrument)]
    known = [deviation for deviation in found if not math.isnan(deviation)]
    return max(known, default=math.nan)


def items_of(results: Results, dimension_id: str, instrument: Instrument) -> tuple[ItemResult, ...]:
    """The items of one dimension that are shown, in the instrument's order."""
    return tuple(
        found
        for item in instrument.items
        if item.dimension_id == dimension_id
        for found in [results.item(item.id)]
        if found is not None
    )


def in_order(
    instrument: Instrument, results: Results, by: Order, against_map: Collection[str] = ()
) -> tuple[DimensionResult, ...]:
    """The dimensions in an order to read them in; those without what it asks for come last.

    `against_map` names the items where the map shows otherwise.
    """
    contradicted = {instrument.item(item_id).dimension_id for item_id in against_map}
    keys: dict[Order, Callable[[DimensionResult], float]] = {
        Order.INSTRUMENT: lambda _: 0.0,
        Order.APART: lambda one: -apart(results, one.dimension_id, instrument),
        Order.LOWEST: lambda one: one.centre,
        Order.TARGET: lambda one: one.centre - one.target,
        Order.MAP: lambda one: 0.0 if one.dimension_id in contradicted else 1.0,
    }
    found = [(keys[by](one), one) for one in results.dimensions]
    return tuple(
        one for _, one in sorted(found, key=lambda pair: (math.isnan(pair[0]), pair[0] or 0.0))
    )


def lowest(instrument: Instrument, results: Results) -> str | None:
    """Where the centre is lowest, with the name of the level; None where nothing is rated."""
    rated = [one for one in results.dimensions if not math.isnan(one.centre)]
    if not rated:
        return None
    level = min(one.centre for one in rated)
    titles = [_title(instrument, one) for one in rated if one.centre == level]
    names = {meaning.level: meaning.name for meaning in instrument.levels}
    called = f" ({names[int(level)]})" if level == int(level) else ""
    if len(titles) == len(rated) > 1:
        return f"Every dimension is at level {level:g}{called}."
    return f"Lowest, at level {level:g}{called}: {listed(titles, most=_MOST_NAMED)}."


def widest_apart(instrument: Instrument, results: Results, *, who: str = YOU) -> str | None:
    """Where people differ most, with the levels they chose; None where nobody could differ."""
    rated = [item for item in results.items if item.agreement is not None]
    if not rated:
        return None
    split = [item for item in rated if item.agreement is Agreement.SPLIT]
    if not split:
        return f"{who} are nowhere far apart."
    ordered = sorted(split, key=lambda item: -average_deviation(item.levels))
    named: dict[str, str] = {}
    for item in ordered:
        title = instrument.dimension(instrument.item(item.item_id).dimension_id).title
        low, high = min(item.levels), max(item.levels)
        named.setdefault(title, f"{title} (from {low} to {high})")
    return (
        f"{who} differ most on {listed(list(named.values()), most=_MOST_NAMED)}. "
        f"Talk about what each of {'you' if who == YOU else 'them'} saw."
    )


def unsure(instrument: Instrument, results: Results, *, who: str = YOU) -> str | None:
    """Where most cannot say yet, with counts; None where everybody can."""
    found = [item for item in results.items if item.off_scale[OffScale.CANT_SAY]]
    if not found:
        return None
    ordered = sorted(found, key=lambda item: -item.off_scale[OffScale.CANT_SAY])
    named: dict[str, str] = {}
    for item in ordered:
        title = instrument.dimension(instrument.item(item.item_id).dimension_id).title
        many = f"{item.off_scale[OffScale.CANT_SAY]} of {item.people} on {title}"
        named.setdefault(title, title if results.people == 1 else many)
    return (
        f"{who} can't say yet: {listed(list(named.values()), most=_MOST_NAMED)}. "
        "That is a finding, too."
    )


def furthest_from_target(instrument: Instrument, results: Results) -> str | None:
    """Where the target lies furthest above the centre; None where none does."""
    gaps = {one.dimension_id: one.target - one.centre for one in results.dimensions}
    known = {one: gap for one, gap in gaps.items() if not math.isnan(gap) and gap > 0}
    if not known:
        return None
    widest = max(known.values())
    titles = [instrument.dimension(one).title for one, gap in known.items() if gap == widest]
    levels = "1 level" if widest == 1 else f"{widest:g} levels"
    return f"Furthest from where you want to be, by {levels}: {listed(titles, most=_MOST_NAMED)}."


def in_agreement(item: ItemResult, *, who: str = YOU) -> str | None:
    """How far apart the ratings of an item are, in words; None of fewer than two."""
    found = item.agreement
    if found is None:
        return None
    different = len(set(item.levels))
    words = {
        Agreement.CLOSE: "are close together",
        Agreement.MIXED: "see it in different ways",
        Agreement.SPLIT: "are split",
    }
    levels = "1 level was chosen" if different == 1 else f"{different} levels were chosen"
    return f"{who} {words[found]}: {levels}."


def _title(instrument: Instrument, found: DimensionResult) -> str:
    return instrument.dimension(found.dimension_id).title
