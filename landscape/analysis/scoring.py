"""The rules by which answers are read: medians over persons, quartiles, and who counts."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

import pandas as pd

from landscape.analysis.results import DimensionResult, ItemResult
from landscape.model.instrument import Instrument, Item
from landscape.model.scales import OffScale


class Said(NamedTuple):
    """One person's answer to one item: a level, or an answer off the scale."""

    person: str
    item_id: str
    level: int | None
    off_scale: OffScale | None
    text: str | None = None
    target: int | None = None


def said_in(answers: pd.DataFrame) -> tuple[Said, ...]:
    """What the rows of a frame say, but for those that are kept as unanswered.

    It has `submission_id`, `item_id`, `level`, `off_scale`, `text_shown` and `target`.
    """
    columns = ("submission_id", "item_id", "level", "off_scale", "text_shown", "target")
    return tuple(
        Said(
            person=str(person),
            item_id=str(item_id),
            level=None if pd.isna(level) else int(level),
            off_scale=OffScale(code) if isinstance(code, str) else None,
            text=text if isinstance(text, str) else None,
            target=None if pd.isna(target) else int(target),
        )
        for person, item_id, level, code, text, target in zip(
            *(answers[column] for column in columns), strict=True
        )
        if code != OffScale.UNANSWERED
    )


def middle(values: Sequence[float]) -> float:
    """The median; the mean of the two middle ones of an even number; nan of none."""
    return float(median(values)) if values else math.nan


def quartiles(values: Sequence[float]) -> tuple[float, float]:
    r"""The lower and the upper quartile, interpolated between neighbours.

    .. math:: Q(p) = x_{(h)} + (h' - h)(x_{(h+1)} - x_{(h)}), \quad h' = (n - 1) p

    with :math:`h` the whole part of :math:`h'`, counting from 0.

    Parameters
    ----------
    values : sequence of float
        In any order.

    Returns
    -------
    tuple of float
        In the unit of the values; nan and nan of none.

    References
    ----------
    .. [1] Hyndman, R. J. and Fan, Y. (1996). Sample quantiles in statistical packages. The American
       Statistician 50(4), 361-365; their definition 7.
    """
    if not values:
        return math.nan, math.nan
    ordered = sorted(values)
    return _quantile(ordered, 0.25), _quantile(ordered, 0.75)


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = (len(ordered) - 1) * share
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (place - below) * (ordered[above] - ordered[below]))


def persons_centre(items: Sequence[Item], given: Mapping[str, Said]) -> float:
    """The median of the levels that one person gave to these items.

    Parameters
    ----------
    items : sequence of Item
        The items of one dimension in the form of the round.
    given : mapping
        From item id to what the person said; an item that is missing was not answered.

    Returns
    -------
    float
        On the instrument's levels; nan when the person gave a level to fewer than half of the items
        that apply to them, or to none. Nothing is imputed.
    """
    levels: list[int] = []
    applicable = len(items)
    for item in items:
        said = given.get(item.id)
        if said is None:
            continue
        if said.level is not None:
            levels.append(said.level)
        elif said.off_scale is OffScale.NOT_APPLICABLE:
            applicable -= 1
    return float(median(levels)) if levels and 2 * len(levels) >= applicable else math.nan


def by_person(said: Iterable[Said]) -> dict[str, dict[str, Said]]:
    """From person to item id to what they said."""
    found: dict[str, dict[str, Said]] = defaultdict(dict)
    for one in said:
        found[one.person][one.item_id] = one
    return dict(found)


def item_results(
    items: Sequence[Item], people: Mapping[str, Mapping[str, Said]]
) -> tuple[ItemResult, ...]:
    """One result an item, in the order of `items`, over all `people` (see :func:`by_person`).

    People without an answer to an item are counted as unanswered.
    """
    return tuple(
        _item_result(item.id, [given.get(item.id) for given in people.values()]) for item in items
    )


def _item_result(item_id: str, said: Sequence[Said | None]) -> ItemResult:
    rated = [one for one in said if one is not None and one.level is not None]
    levels = tuple(sorted(one.level for one in rated if one.level is not None))
    codes = (OffScale.UNANSWERED if one is None else one.off_scale for one in said)
    low, high = quartiles(levels)
    return ItemResult(
        item_id=item_id,
        levels=levels,
        off_scale=Counter(code for code in codes if code is not None),
        texts=texts_of(rated),
        centre=middle(levels),
        low=low,
        high=high,
        target=middle([one.target for one in said if one is not None and one.target is not None]),
    )


def texts_of(rated: Iterable[Said]) -> dict[int, str]:
    """The sentence of each level that was chosen; the first in the alphabet of several."""
    found: dict[int, str] = {}
    for one in rated:
        if one.level is not None and one.text is not None:
            found[one.level] = min(one.text, found.get(one.level, one.text))
    return dict(sorted(found.items()))


def dimension_results(
    instrument: Instrument, form: str, people: Mapping[str, Mapping[str, Said]]
) -> tuple[DimensionResult, ...]:
    """One result a dimension, in the instrument's order.

    Parameters
    ----------
    instrument : Instrument
        The version that the round was held on.
    form : str
        The form of the round.
    people : mapping
        From person to item id to what they said; see :func:`by_person`.

    Returns
    -------
    tuple of DimensionResult
        The centre is the median over persons of :func:`persons_centre`, with the quartiles over the
        same persons; nan where nobody counts. Answers off the scale leave the centre and are
        counted. Nothing is weighted, and nothing is added up over dimensions.

    References
    ----------
    .. [1] Stevens, S. S. (1946). On the theory of scales of measurement. Science 103(2684),
       677-680: of ordered levels a median can be taken, and no mean.
    """
    return tuple(
        dimension_result(dimension.id, instrument.items_of(dimension.id, form), people)
        for dimension in instrument.dimensions
        if instrument.items_of(dimension.id, form)
    )


def dimension_result(
    dimension_id: str, items: Sequence[Item], people: Mapping[str, Mapping[str, Said]]
) -> DimensionResult:
    """What `people` said to the items of one dimension; see :func:`dimension_results`."""
    centres = [persons_centre(items, given) for given in people.values()]
    counted = [centre for centre in centres if not math.isnan(centre)]
    targets = [_persons_target(items, given) for given in people.values()]
    said = [given.get(item.id) for given in people.values() for item in items]
    codes = (OffScale.UNANSWERED if one is None else one.off_scale for one in said)
    low, high = quartiles(counted)
    return DimensionResult(
        dimension_id=dimension_id,
        people=len(counted),
        levels=tuple(sorted(o.level for o in said if o is not None and o.level is not None)),
        off_scale=Counter(code for code in codes if code is not None),
        centre=middle(counted),
        low=low,
        high=high,
        target=middle([target for target in targets if not math.isnan(target)]),
    )


def _persons_target(items: Sequence[Item], given: Mapping[str, Said]) -> float:
    found = [given[item.id].target for item in items if item.id in given]
    return middle([target for target in found if target is not None])
