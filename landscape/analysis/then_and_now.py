"""Then and now: what two rounds say of the same things, and where they cannot be compared."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from landscape.analysis.results import Results
from landscape.analysis.scoring import Said, persons_centre
from landscape.model.instrument import Instrument

# By item and dimension id, what one person said: a level, or the centre of a dimension.
Values = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What can be followed from one round to another.

    `items` leads from an item's id now to its id then, and `dimensions` holds those that were asked
    in the same items. `notes` says of items that were put more plainly since, and `broken` why an
    item or a dimension cannot be compared, both by id.
    """

    items: Mapping[str, str]
    dimensions: frozenset[str]
    notes: Mapping[str, str] = field(default_factory=dict)
    broken: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What became of one item or dimension: its centre then and now, nan where it is not shown.

    `up`, `same` and `down` count those who are in both rounds by name and answered it in both.
    `note` says what else to know, and `broken` why there is no then.
    """

    about: str
    then: float
    now: float
    up: int = 0
    same: int = 0
    down: int = 0
    note: str | None = None
    broken: str | None = None

    @property
    def people(self) -> int:
        """How many answered it both times; 0 where people are not known."""
        return self.up + self.same + self.down


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenAndNow:
    """Two rounds side by side, in the order of the later one; `people` are in both by name."""

    people: tuple[str, ...]
    dimensions: tuple[Move, ...]
    items: tuple[Move, ...]


def compare(
    now: Results,
    then: Results,
    lines: Lines,
    people: Mapping[str, tuple[Values, Values]] | None = None,
) -> ThenAndNow:
    """What became of each item and dimension that the later round shows.

    Parameters
    ----------
    now, then : Results
        What the later and the earlier round show.
    lines : Lines
        What can be compared; everything else has no `then`.
    people : mapping, optional
        By name of those in both rounds what they said then and now; see :func:`values_of`. Without
        it the centres stand side by side, and nobody is counted.

    Returns
    -------
    ThenAndNow
        Counts of people and medians, and no test of chance: five people who all moved up could
        not pass one.

    References
    ----------
    .. [1] Siegel, S. and Castellan, N. J. (1988). Nonparametric Statistics for the Behavioral
       Sciences, 2nd ed., section 5.1: of five signs alike, the two-sided p is 0.0625.
    """
    people = people or {}
    earlier_items = {item.item_id: item.centre for item in then.items}
    earlier = {one.dimension_id: one.centre for one in then.dimensions}
    return ThenAndNow(
        people=tuple(sorted(people)),
        dimensions=tuple(
            _move(
                one.dimension_id,
                one.dimension_id if one.dimension_id in lines.dimensions else None,
                one.centre,
                earlier,
                lines,
                people,
            )
            for one in now.dimensions
        ),
        items=tuple(
            _move(
                one.item_id,
                lines.items.get(one.item_id),
                one.centre,
                earlier_items,
                lines,
                people,
            )
            for one in now.items
        ),
    )


def values_of(instrument: Instrument, form: str, given: Mapping[str, Said]) -> dict[str, float]:
    """The levels and the centres of one person in one round."""
    levels = {id_: float(one.level) for id_, one in given.items() if one.level is not None}
    centres = {
        dimension.id: persons_centre(instrument.items_of(dimension.id, form), given)
        for dimension in instrument.dimensions
    }
    return {**levels, **{id_: centre for id_, centre in centres.items() if not math.isnan(centre)}}


def _move(
    about: str,
    about_then: str | None,
    centre: float,
    earlier: Mapping[str, float],
    lines: Lines,
    people: Mapping[str, tuple[Values, Values]],
) -> Move:
    if about_then is None:
        return Move(about=about, then=math.nan, now=centre, broken=lines.broken.get(about))
    up, same, down = _moves(about, about_then, list(people.values()))
    return Move(
        about=about,
        then=earlier.get(about_then, math.nan),
        now=centre,
        up=up,
        same=same,
        down=down,
        note=lines.notes.get(about),
    )


def _moves(
    about: str, about_then: str, people: Sequence[tuple[Values, Values]]
) -> tuple[int, int, int]:
    both = [
        now[about] - then[about_then] for then, now in people if about in now and about_then in then
    ]
    return (
        sum(step > 0 for step in both),
        sum(step == 0 for step in both),
        sum(step < 0 for step in both),
    )
