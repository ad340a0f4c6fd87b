"""An attacker who keeps every release, and knows all about how releases are made but the answers.

It is written from the rules and not from the code: which people stand behind each part of a release
is worked out here once more, and then every sum and difference that can be formed of the parts.
"""

from collections import Counter, defaultdict
from itertools import pairwise
from statistics import median

from landscape.model.scales import OffScale
from tests.analysis.release_rounds import ITEMS

LEAST = 3


class LeakError(AssertionError):
    """Something that should not have been given out."""


def require(holds, *what):
    if not holds:
        raise LeakError(*what)


def attack(threshold, people, releases, room=()):
    """Raise LeakError where the releases, oldest first, tell of too few; `people` have come out.

    Returns the people behind each part of each dimension, for whom all sums and differences
    can be formed at length.
    """
    behind = []
    for older, newer in pairwise(releases):
        require(newer["people"] - older["people"] >= LEAST, "people", newer["people"])
    for cells in releases:
        here = [one for one in people if one.came <= cells["number"]]
        require(cells["people"] == len(here) >= threshold, "people", cells["people"])
    for dimension, items in ITEMS.items():
        item_sets = {item: _item(item, threshold, people, releases, room) for item in items}
        behind.append(_middles(dimension, items, threshold, people, releases, item_sets))
        _targets(dimension, items, threshold, people, releases)
    _comments(threshold, people, releases)
    return behind


def _item(item, threshold, people, releases, room):
    """The people behind each form of an item's cell, after checking that no two are too near."""
    shown, forms = {}, []
    seen = [one for one in room if item == "D1.1"]
    if seen:
        forms.append(_answers(item, seen))
    for cells in releases:
        cell = cells["items"].get(item)
        if cell is None:
            require(not shown, item, "gone")
            continue
        of_room = cell.get("room")
        behind = seen if of_room else [one for one in people if one.came <= cell["release"]]
        answers = _answers(item, behind)
        told = Counter(value for _, value in answers)
        require({**cell["levels"], **cell["off_scale"]} == told, item, told)
        require(len(answers) >= threshold, item, len(answers))
        shown[cell["release"]] = frozenset(person for person, _ in answers)
        forms.append(answers)
    for one in forms:
        for other in forms:
            apart = {person for person, _ in one ^ other}
            same = Counter(v for _, v in one) == Counter(v for _, v in other)
            require(same or len(apart) >= LEAST, item, len(apart))
    return shown


def _answers(item, people):
    """Each person with what they said to an item."""
    return frozenset(
        (one.said[item].person, str(one.said[item].level or one.said[item].off_scale))
        for one in people
        if item in one.said
    )


def _middles(dimension, items, threshold, people, releases, item_sets):
    entered, seen, sets, split_sets = {}, {}, [], []
    group_of = {_name(p): p.group for p in people}
    for cells in releases:
        _enter(entered, seen, items, people, cells)
        cell = cells["dimensions"].get(dimension)
        require(cell is not None or not sets, dimension, "gone")
        if cell is not None and cell["release"] == cells["number"]:
            require(cell["people"] == len(entered) >= threshold, dimension, cell["people"])
            require(cell["centre"] == median(entered.values()), dimension, "centre")
            sets.append(frozenset(entered))
        split = cells["groups"].get(dimension)
        if split is not None and split["release"] == cells["number"]:
            split_sets += _split(dimension, split["shown"], threshold, entered, group_of)
    released = [*sets, *split_sets]
    _no_small_part(dimension, released)
    # When people came, as the only item of a dimension tells it, must not part the groups further.
    steps = item_sets[items[0]].values() if len(items) == 1 else ()
    for earlier in steps:
        for later in steps:
            came = {p for p in later - earlier if p in entered}
            for group in set(split_sets):
                require(len(came & group) == 0 or len(came & group) >= LEAST, dimension, "step")
    return released


def _enter(entered, seen, items, people, cells):
    """Let those in who count by what the items show with this release."""
    for item in items:
        cell = cells["items"].get(item)
        if cell and not cell.get("room"):
            seen[item] = cell["release"]
    for person in people:
        if _name(person) not in entered:
            value = _centre(person, items, seen)
            if value is not None:
                entered[_name(person)] = value


def _split(dimension, shown, threshold, entered, group_of):
    """The people behind the groups that are shown, and those behind the rest."""
    sets = []
    for group, cell in shown.items():
        behind = frozenset(p for p in entered if group_of[p] == group)
        require(cell["people"] == len(behind) >= threshold, dimension, group, len(behind))
        require(cell["centre"] == median(entered[p] for p in behind), dimension, group)
        sets.append(behind)
    rest = frozenset(entered).difference(*sets)
    require(not rest or len(rest) >= threshold, dimension, "rest", len(rest))
    return [*sets, rest]


def _centre(person, items, seen):
    given = [person.said[i] for i in items if i in person.said and person.came <= seen.get(i, 0)]
    levels = [one.level for one in given if one.level is not None]
    apply = len(items) - sum(one.off_scale is OffScale.NOT_APPLICABLE for one in given)
    return median(levels) if levels and len(levels) >= apply / 2 else None


def _targets(dimension, items, threshold, people, releases):
    for kind, ids in (("items", items), ("dimensions", (dimension,))):
        for id_ in ids:
            cells = [one["targets"][kind].get(id_) for one in releases]
            cells = [one for one in cells if one]
            for older, newer in pairwise(cells):
                require(older == newer or newer["people"] - older["people"] >= LEAST, id_, "aim")
            require(all(one["people"] >= threshold for one in cells), id_, "aim")
            for cell in cells if kind == "items" else ():
                aims = [
                    p.said[id_].target
                    for p in people
                    if p.came <= cell["release"] and id_ in p.said and p.said[id_].target
                ]
                require((cell["people"], cell["centre"]) == (len(aims), median(aims)), id_)


def _comments(threshold, people, releases):
    by_text = {
        text: _name(person) for person in people for texts in person.comments.values()
        for text in texts
    }  # fmt: skip
    released = []
    for cells in releases:
        parts = [*cells["comments"]["about"].values(), cells["comments"]["pooled"]]
        for part in parts:
            if part is not None:
                require(part["texts"] == sorted(part["texts"]), "order of comments")
                require(len({by_text[t] for t in part["texts"]}) >= threshold, "comments")
                released.append(frozenset(part["texts"]))
    _no_small_part("comments", released, by_text)


def _no_small_part(what, released, person_of=None):
    """No union, intersection or difference of what was released holds fewer than three people."""
    parts = defaultdict(set)
    for element in frozenset().union(*released):
        signature = tuple(element in one for one in released)
        parts[signature].add(person_of[element] if person_of else element)
    for members in parts.values():
        require(len(members) >= LEAST, what, len(members))


def sums_and_differences(released):
    """All sets that sums of separate sets and differences of nested ones lead to."""
    found = {one for one in released if one}
    fresh = set(found)
    while fresh:
        made = set()
        for one in fresh:
            for other in found:
                made.add(one | other if not one & other else frozenset())
                made.add(one - other if other < one else frozenset())
                made.add(other - one if one < other else frozenset())
        fresh = {one for one in made if one} - found
        found |= fresh
    return found


def _name(person):
    return next(iter(person.said.values())).person
