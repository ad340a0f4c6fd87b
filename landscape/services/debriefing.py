"""Talking a round through: what to suggest in which order, and what to put on the table first."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from landscape.analysis.agreement import average_deviation
from landscape.analysis.readiness import in_order_of_first_steps, is_low, is_middling
from landscape.analysis.results import DimensionResult, ItemResult, Results
from landscape.model.instrument import Dimension, Instrument, Item
from landscape.model.scales import OffScale
from landscape.services.debrief_scripts import held_back

_UNSURE: Final = 1 / 3
_TELLING: Final = 0.4  # from here on the levels of an item are no longer close


class Kind(StrEnum):
    """What a suggestion is for."""

    FIRST = "first"
    LATER = "later"
    FIND_OUT = "find out"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Something to do next, what it follows from, and what to mind; a person decides.

    `item` is None where it comes from a dimension as a whole.
    """

    kind: Kind
    dimension: Dimension
    item: Item | None
    step: str
    why: str
    caution: str | None = None


def suggestions(instrument: Instrument, results: Results) -> tuple[Suggestion, ...]:
    """What a round suggests: first steps in the instrument's order, then the rest.

    A low dimension offers its first step and those of its low items; one that needs people in a
    room comes later while they would not accept the invitation. Where many cannot say yet, finding
    out is a step. Where things are middling there is something to stretch for. A low dimension's
    caution goes with its own steps.
    """
    ordered = in_order_of_first_steps(instrument, results.dimensions)
    low = {one.dimension_id for one in ordered if is_low(instrument, one.centre)}
    first = [step for one in ordered for step in _first_steps(instrument, results, one, low)]
    unsure = [step for one in ordered for step in _find_out(instrument, results, one)]
    stretch = [
        Suggestion(
            kind=Kind.STRETCH,
            dimension=instrument.dimension(one.dimension_id),
            item=None,
            step=instrument.dimension(one.dimension_id).middling,
            why=level_said(instrument, one.centre, one.people),
        )
        for one in ordered
        if is_middling(instrument, one.centre)
    ]
    ranked = [one for one in first if one.kind is Kind.FIRST]
    later = [one for one in first if one.kind is Kind.LATER]
    return (*ranked, *unsure, *stretch, *later)


def cautions(instrument: Instrument, results: Results) -> tuple[str, ...]:
    """What to mind in everything that follows, each with the dimension that is low."""
    low = (
        instrument.dimension(one.dimension_id)
        for one in in_order_of_first_steps(instrument, results.dimensions)
        if is_low(instrument, one.centre)
    )
    return tuple(f"{one.title}. {one.caution}" for one in low if one.caution)


def widest_apart(results: Results, most: int = 3) -> tuple[ItemResult, ...]:
    """The items on which people differ most, the widest first; none where all are close."""
    apart = [(average_deviation(item.levels), item) for item in results.items]
    telling = [(far, item) for far, item in apart if not math.isnan(far) and far > _TELLING]
    telling.sort(key=lambda pair: (-pair[0], -(max(pair[1].levels) - min(pair[1].levels))))
    return tuple(item for _, item in telling[:most])


def cannot_say(results: Results, most: int = 3) -> tuple[ItemResult, ...]:
    """The items of which most cannot say yet, as a share of those who answered."""
    found = [(_unsure_share(item), item) for item in results.items]
    telling = sorted((pair for pair in found if pair[0] >= _UNSURE), key=lambda pair: -pair[0])
    return tuple(item for _, item in telling[:most])


def weakest(instrument: Instrument, results: Results, most: int = 3) -> tuple[DimensionResult, ...]:
    """The lowest dimensions; of two as low the one whose first step comes first."""
    low = [
        one
        for one in in_order_of_first_steps(instrument, results.dimensions)
        if is_low(instrument, one.centre) or is_middling(instrument, one.centre)
    ]
    return tuple(sorted(low, key=lambda one: one.centre)[:most])


def strongest(
    instrument: Instrument, results: Results, most: int = 3
) -> tuple[DimensionResult, ...]:
    """The highest dimensions that are more than middling, in the instrument's order where equal."""
    high = [
        one
        for one in results.dimensions
        if not (
            math.isnan(one.centre)
            or is_low(instrument, one.centre)
            or is_middling(instrument, one.centre)
        )
    ]
    return tuple(sorted(high, key=lambda one: -one.centre)[:most])


def _first_steps(
    instrument: Instrument, results: Results, one: DimensionResult, low: set[str]
) -> list[Suggestion]:
    dimension = instrument.dimension(one.dimension_id)
    waits = next((why for lower, why in held_back(one.dimension_id).items() if lower in low), None)
    kind = Kind.LATER if waits else Kind.FIRST
    caution = waits or (dimension.caution if one.dimension_id in low else None)
    found: list[Suggestion] = []
    if one.dimension_id in low:
        why = level_said(instrument, one.centre, one.people)
        found.append(
            Suggestion(
                kind=kind,
                dimension=dimension,
                item=None,
                step=dimension.low,
                why=why,
                caution=caution,
            )
        )
    for item in instrument.items_of(one.dimension_id):
        said = results.item(item.id)
        if said is not None and is_low(instrument, said.centre):
            found.append(
                Suggestion(
                    kind=kind,
                    dimension=dimension,
                    item=item,
                    step=item.first_step,
                    why=f"{item.statement} {level_said(instrument, said.centre, len(said.levels))}",
                    caution=caution,
                )
            )
    return found


def _find_out(instrument: Instrument, results: Results, one: DimensionResult) -> list[Suggestion]:
    found: list[Suggestion] = []
    for item in instrument.items_of(one.dimension_id):
        said = results.item(item.id)
        if said is None or _unsure_share(said) < _UNSURE:
            continue
        found.append(
            Suggestion(
                kind=Kind.FIND_OUT,
                dimension=instrument.dimension(one.dimension_id),
                item=item,
                step=f"Find out from somebody who would know: {item.statement}",
                why=unsure_said(said),
            )
        )
    return found


def unsure_said(item: ItemResult) -> str:
    """How many cannot say yet, in words."""
    if item.answered == 1:
        return "You can't say yet."
    return f"{item.off_scale[OffScale.CANT_SAY]} of {item.answered} can't say yet."


def _unsure_share(item: ItemResult) -> float:
    return item.off_scale[OffScale.CANT_SAY] / item.answered if item.answered else 0.0


def level_said(instrument: Instrument, centre: float, people: int) -> str:
    """The middle of what people said, in words: level 2 is “Starting”."""
    names: Mapping[int, str] = {meaning.level: meaning.name for meaning in instrument.levels}
    most = max(names)
    name = names.get(int(centre)) if centre == int(centre) else None
    level = f"level {centre:g} of {most}" + (f", “{name}”" if name else "")
    return f"You chose {level}." if people == 1 else f"The middle of {people} people is {level}."


def round_of(suggested: Sequence[Suggestion], kind: Kind) -> tuple[Suggestion, ...]:
    """Those of one kind, in their order."""
    return tuple(one for one in suggested if one.kind is kind)
