"""What an anonymous round gives out: counts of at least k people, safe from sums and differences.

A release is a mapping that JSON can hold, without ids of people, dates or an order of answers:

- `format` 1, `number` of the release, `threshold` k, `people` so far;
- `items`: by item id `levels` and `off_scale` (how many chose each), `texts` of the levels chosen,
  `of` how many people, `release` the number of the release that it was worked out in, and `room`
  where it was shown in the room and stays as it was;
- `dimensions`: by dimension id `people` who count, `centre`, `low`, `high`, `release`;
- `targets`: `items` and `dimensions` by id, with `people`, `centre`, `release`;
- `groups`: by dimension id the `release` and the groups `shown` with `people` and `centre`;
- `steps` and `target_steps`: by dimension id what of its items could be seen after each release
  that changed it, as [number, {item id: release}];
- `comments`: `about` by dimension id or "closing" and `pooled`, each `texts` and `release`;
- `withheld`: what is not shown, and why, in sentences.

Rules. Nothing is given out of fewer than k people. A second release takes 3 more people, and each
part of it changes only with 3 more answers in it; else its earlier form stands. A dimension is
worked out from nothing but answers that are in the items given out, and each person enters it once
and for all. Of groups, every part (a group that is shown, and the rest) must have grown by nobody
or by at least 3 at every step, and begun with nobody or at least k: then all that can be formed of
parts of any release is a union of parts that are large enough.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from landscape.analysis import release_dimensions, release_words
from landscape.analysis.release_comments import comment_cells
from landscape.analysis.release_people import Cells, Person, people_in
from landscape.analysis.scoring import Said
from landscape.model.assessment import LEAST_CHANGE, LEAST_THRESHOLD, THRESHOLD, Round
from landscape.model.instrument import Instrument, Item
from landscape.model.scales import OffScale

FORMAT: Final = 1
_NONE: Final[Cells] = MappingProxyType({})


def release_cells(
    instrument: Instrument,
    round_: Round,
    answers: pd.DataFrame,
    writings: pd.DataFrame,
    before: Cells | None,
    room: Cells = _NONE,
) -> dict[str, Any] | None:
    """What the round gives out, as the head of this module says; None where it may give nothing.

    Parameters
    ----------
    instrument : Instrument
        The version that the round is held on.
    round_ : Round
        An anonymous round.
    answers, writings : pandas.DataFrame
        All rows of the round; see :func:`landscape.analysis.release_people.people_in`. `released`
        is missing in rows that have not come out.
    before : mapping or None
        The newest earlier release.
    room : mapping
        By item id what the room was shown of it while the round was open, as `levels` and
        `off_scale`. What was shown there stands, unless it is the same at closing.

    Returns
    -------
    dict or None
        The same for any order of the rows.
    """
    threshold = max(round_.threshold or THRESHOLD, LEAST_THRESHOLD)
    number = 1 if before is None else int(before["number"]) + 1
    people = people_in(instrument, answers, writings, number)
    return cells_of(instrument, round_.form, threshold, people, before, room)


def cells_of(
    instrument: Instrument,
    form: str,
    threshold: int,
    people: Sequence[Person],
    before: Cells | None,
    room: Cells = _NONE,
) -> dict[str, Any] | None:
    """What is given out of these people; see :func:`release_cells`."""
    number = 1 if before is None else int(before["number"]) + 1
    if before is not None:
        threshold = max(threshold, int(before["threshold"]))
    if len(people) < threshold:
        return None
    if before is not None and len(people) - int(before["people"]) < LEAST_CHANGE:
        return None
    earlier = before or _NONE
    shown = earlier.get("items", _NONE)
    items = {}
    for item in instrument.form(form):
        cell = _item_cell(item, people, threshold, number, shown.get(item.id), room.get(item.id))
        if cell is not None:
            items[item.id] = cell
    cells: dict[str, Any] = {
        "format": FORMAT,
        "number": number,
        "threshold": threshold,
        "people": len(people),
        "items": items,
        **release_dimensions.dimension_cells(
            instrument, form, people, items, threshold=threshold, number=number, earlier=earlier
        ),
        "comments": comment_cells(
            people, earlier.get("comments"), threshold=threshold, number=number
        ),
    }
    cells["withheld"] = release_words.withheld(instrument, form, cells)
    return cells


def _item_cell(
    item: Item,
    people: Sequence[Person],
    threshold: int,
    number: int,
    earlier: Cells | None,
    room: Cells | None,
) -> dict[str, Any] | None:
    given = [(person.came, person.said[item.id]) for person in people if item.id in person.said]
    counted = _counted(said for _, said in given)
    if room is not None and _newer(room, earlier):
        seen = {
            name: {key: n for key, n in sorted(room[name].items()) if key != OffScale.UNANSWERED}
            for name in counted
        }
        if seen != counted:
            return {**_cell(item, seen, number, _total(seen)), "room": True}
    elif earlier is not None:
        fresh = sum(came > earlier["release"] for came, _ in given)
        stands = len(given) - fresh == _total(earlier) and fresh >= LEAST_CHANGE
        if earlier.get("room") or not stands:
            return dict(earlier)
    if len(given) < threshold:
        return None
    return _cell(item, counted, number, len(people))


def _counted(said: Iterable[Said]) -> dict[str, dict[str, int]]:
    levels: Counter[int] = Counter()
    codes: Counter[str] = Counter()
    for one in said:
        if one.level is not None:
            levels[one.level] += 1
        elif one.off_scale is not None:
            codes[one.off_scale.value] += 1
    return {
        "levels": {str(level): times for level, times in sorted(levels.items())},
        "off_scale": dict(sorted(codes.items())),
    }


def _cell(item: Item, counted: Cells, number: int, of: int) -> dict[str, Any]:
    # The sentences are the instrument's: a language that one person alone read would stand out.
    texts = {level: item.anchor(int(level)).text for level in counted["levels"]}
    return {"release": number, "of": of, **counted, "texts": texts}


def _total(cell: Cells) -> int:
    return sum((*cell["levels"].values(), *cell["off_scale"].values()))


def _newer(room: Cells, earlier: Cells | None) -> bool:
    return earlier is None or (not earlier.get("room") and _total(room) > _total(earlier))
