"""Of what an anonymous round gives out: the middles of dimensions, by group, and of targets."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from landscape.analysis.release_people import Cells, Person
from landscape.analysis.scoring import Said, middle, persons_centre, quartiles
from landscape.model.assessment import LEAST_CHANGE
from landscape.model.instrument import Instrument, Item

# [number of a release, {item id: the release that it was worked out in}], oldest first
Steps = list[Any]
# The step that somebody entered at, their value, and their group.
Entry = tuple[int, float, str | None]


def dimension_cells(
    instrument: Instrument,
    form: str,
    people: Sequence[Person],
    shown_items: Cells,
    *,
    threshold: int,
    number: int,
    earlier: Cells,
) -> dict[str, Any]:
    """`dimensions`, `groups`, `targets`, `steps` and `target_steps` of a release."""
    made: dict[str, Any] = {name: {} for name in ("dimensions", "groups", "steps", "target_steps")}
    targets: dict[str, dict[str, Any]] = {"items": {}, "dimensions": {}}
    before_targets = earlier.get("targets", {"items": {}, "dimensions": {}})
    rule = _Rule(threshold, number)
    for dimension in instrument.dimensions:
        id_ = dimension.id
        items = instrument.items_of(id_, form)
        basis = {
            item.id: shown_items[item.id]["release"]
            for item in items
            if item.id in shown_items and not shown_items[item.id].get("room")
        }
        steps = made["steps"][id_] = _steps(earlier.get("steps", {}).get(id_, []), number, basis)
        entries = _entries(items, people, steps, persons_centre)
        cell = rule.cell(entries, earlier.get("dimensions", {}).get(id_), with_quartiles=True)
        _keep(made["dimensions"], id_, cell)
        split = earlier.get("groups", {}).get(id_)
        if cell is not None and cell["release"] == number:
            split = rule.split(entries, [step[0] for step in steps], split)
        _keep(made["groups"], id_, split)
        for item in items:
            aimed = _aimed(item, people)
            before = before_targets["items"].get(item.id)
            _keep(targets["items"], item.id, rule.cell(aimed, before, with_quartiles=False))
        basis = {
            item.id: targets["items"][item.id]["release"]
            for item in items
            if item.id in targets["items"]
        }
        steps = _steps(earlier.get("target_steps", {}).get(id_, []), number, basis)
        made["target_steps"][id_] = steps
        entries = _entries(items, people, steps, _persons_target)
        before = before_targets["dimensions"].get(id_)
        _keep(targets["dimensions"], id_, rule.cell(entries, before, with_quartiles=False))
    return {**made, "targets": targets}


def _keep(cells: dict[str, Any], id_: str, cell: Any) -> None:
    if cell is not None:
        cells[id_] = cell


def _steps(earlier: Sequence[Any], number: int, basis: Cells) -> Steps:
    """The steps so far, and one more where something else of the items can be seen."""
    steps = list(earlier)
    # What was seen stays seen: an item that the room has fixed since keeps its last step.
    grown = {**(steps[-1][1] if steps else {}), **basis}
    if grown and (not steps or steps[-1][1] != grown):
        steps.append([number, dict(sorted(grown.items()))])
    return steps


def _entries(
    items: Sequence[Item],
    people: Sequence[Person],
    steps: Steps,
    value_of: Callable[[Sequence[Item], Mapping[str, Said]], float],
) -> list[Entry]:
    """When each person enters, and with what; nobody's value changes after that."""
    found = []
    for person in people:
        for number, basis in steps:
            if person.came > number:
                continue
            visible = {
                item_id: person.said[item_id]
                for item_id, released in basis.items()
                if item_id in person.said and person.came <= released
            }
            value = value_of(items, visible) if visible else math.nan
            if not math.isnan(value):
                found.append((number, value, person.group))
                break
    return found


def _aimed(item: Item, people: Sequence[Person]) -> list[Entry]:
    found = []
    for person in people:
        said = person.said.get(item.id)
        if said is not None and said.target is not None:
            found.append((person.came, float(said.target), person.group))
    return found


def _persons_target(items: Sequence[Item], visible: Mapping[str, Said]) -> float:
    found = [visible[item.id].target for item in items if item.id in visible]
    return middle([target for target in found if target is not None])


class _Rule:
    """How many people it takes: `threshold` to show anything, some more to change it."""

    def __init__(self, threshold: int, number: int) -> None:
        self._threshold = threshold
        self._number = number

    def cell(
        self, entries: Sequence[Entry], earlier: Cells | None, *, with_quartiles: bool
    ) -> dict[str, Any] | None:
        """The middle over all who entered; the earlier one where too few are new."""
        if earlier is not None:
            fresh = sum(came > earlier["release"] for came, _, _ in entries)
            if fresh < LEAST_CHANGE or len(entries) - fresh != earlier["people"]:
                return dict(earlier)
        elif len(entries) < self._threshold:
            return None
        values = [value for _, value, _ in entries]
        return {"release": self._number, **_middle_of(values, with_quartiles=with_quartiles)}

    def split(
        self, entries: Sequence[Entry], steps: Sequence[int], earlier: Cells | None
    ) -> Cells | None:
        """The groups that can be shown such that neither they nor the rest give anybody away."""
        sizes: dict[str | None, Counter[int]] = {}
        for came, _, group in entries:
            sizes.setdefault(group, Counter())[came] += 1
        shown = {group: size for group, size in sizes.items() if group and self._fits(size, steps)}
        settled = set(earlier["shown"]) if earlier else set()
        if not settled <= set(shown):
            return earlier
        while True:
            rest: Counter[int] = Counter()
            for group, size in sizes.items():
                if group not in shown:
                    rest += size
            if not rest or self._fits(rest, steps):
                break
            loose = [(size.total(), group) for group, size in shown.items() if group not in settled]
            if not loose:
                return earlier
            del shown[min(loose)[1]]
        if not shown or (len(shown) == 1 and not rest):
            return earlier
        values = {
            group: [value for _, value, of in entries if of == group]
            for group in sorted(group for group in shown if group)
        }
        return {
            "release": self._number,
            "shown": {
                # Of few people the quartiles would tell the rest.
                group: _middle_of(theirs, with_quartiles=False)
                for group, theirs in values.items()
            },
        }

    def _fits(self, size: Counter[int], steps: Sequence[int]) -> bool:
        """Whether a part begins with nobody or enough, and grows by nobody or enough."""
        least = (self._threshold, *(LEAST_CHANGE for _ in steps[1:]))
        grown = (size[step] for step in steps)
        return size.total() >= self._threshold and all(
            not more or more >= few for more, few in zip(grown, least, strict=True)
        )


def _middle_of(values: Sequence[float], *, with_quartiles: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"people": len(values), "centre": middle(values)}
    if with_quartiles:
        found["low"], found["high"] = quartiles(values)
    return found
