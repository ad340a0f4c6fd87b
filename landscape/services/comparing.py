"""What can be compared between two rounds: questions that say the same, and people in both."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from landscape.analysis import scoring
from landscape.analysis.then_and_now import Lines, Values, values_of
from landscape.assessments import Difference, differences
from landscape.model.assessment import Round
from landscape.model.instrument import ChangeKind, Instrument
from landscape.model.principal import Principal
from landscape.services.instruments import instrument_of, versions
from landscape.store.base import Store

_NOT_ASKED: Final = "It was not asked then."
_OTHER_MEANING: Final = "It means something else than what was asked then."
_OTHER_ITEMS: Final = "Other questions were asked then."
# The part of an item that nobody answers.
_ADVICE: Final = "first step"


def lines_between(
    principal: Principal, store: Store, landscape_id: str, now: Round, then: Round
) -> Lines:
    """What of the questions of `now` says the same as in `then`, over all versions between."""
    first, last = sorted((now.version, then.version))
    between = [
        version
        for version in versions(principal, store, landscape_id, now.instrument)
        if first <= version.version <= last
    ]
    return lines_of(between, now=now, then=then)


def lines_of(between: list[Instrument], *, now: Round, then: Round) -> Lines:
    """The lines between two rounds on the first and the last of these versions, in their order."""
    forwards = {item.id: item.id for item in between[0].items}
    notes: dict[str, str] = {}
    changed: set[str] = set()
    for old, new in pairwise(between):
        said = {one.about: one for one in differences(old, new)}
        changed |= {id_ for id_, one in said.items() if not one.compares and not one.added}
        kept = {item.id for item in new.items if _compares(said.get(item.id))}
        forwards = {first: last for first, last in forwards.items() if last in kept}
        notes |= {
            id_: one.words
            for id_, one in said.items()
            if one.kind is ChangeKind.CLARIFIED and one.words
        }
    backwards = now.version < then.version
    earlier = forwards if backwards else {last: first for first, last in forwards.items()}
    ours, theirs = (between[0], between[-1]) if backwards else (between[-1], between[0])
    asked_then = {item.id for item in theirs.form(then.form)}
    items = {
        item.id: earlier[item.id]
        for item in ours.form(now.form)
        if earlier.get(item.id) in asked_then
    }
    broken = {
        item.id: _OTHER_MEANING if item.id in changed or item.supersedes else _NOT_ASKED
        for item in ours.form(now.form)
        if item.id not in items
    }
    same = frozenset(
        dimension.id
        for dimension in ours.dimensions
        if {items.get(item.id) for item in ours.items_of(dimension.id, now.form)}
        == {
            item.id
            for item in theirs.items
            if item.dimension_id == dimension.id and item.id in asked_then
        }
    )
    broken |= {one.id: _OTHER_ITEMS for one in ours.dimensions if one.id not in same}
    return Lines(
        items=items,
        dimensions=same,
        notes={id_: words for id_, words in notes.items() if id_ in items},
        broken=broken,
    )


def _compares(difference: Difference | None) -> bool:
    if difference is None or all(part.part == _ADVICE for part in difference.parts):
        return True
    return difference.compares and difference.supersedes is None


def values_by_name(
    principal: Principal, store: Store, landscape_id: str, round_: Round
) -> dict[str, Values]:
    """By name what each person said; a name that two people share tells nothing."""
    answers = store.answers(principal, landscape_id, round_.id)
    instrument = instrument_of(principal, store, landscape_id, round_)
    given = scoring.by_person(scoring.said_in(answers))
    names: Mapping[str, object] = dict(zip(answers["submission_id"], answers["rater"], strict=True))
    shared = Counter(names[person] for person in given)
    return {
        str(names[person]): values_of(instrument, round_.form, said)
        for person, said in given.items()
        if isinstance(names[person], str) and shared[names[person]] == 1
    }
