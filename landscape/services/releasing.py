"""What a round shows: of a named round its answers, of an anonymous one what was released."""

from collections import defaultdict
from typing import Final

import pandas as pd

from landscape.analysis import scoring
from landscape.analysis.released import released_results
from landscape.analysis.results import Comment, DimensionResult, Results, Withheld
from landscape.analysis.scoring import Said
from landscape.analysis.then_and_now import ThenAndNow, Values, compare
from landscape.model.assessment import Round
from landscape.model.errors import InvalidValueError
from landscape.model.instrument import Instrument
from landscape.model.principal import Principal
from landscape.services import comparing
from landscape.services.instruments import instrument_of
from landscape.store.base import Store

_OPEN: Final = "open"
_NOT_YET: Final = Withheld(
    what="All answers",
    why="This round is open. Nothing is shown until it is closed, so that nobody is swayed.",
)
_NOTHING_RELEASED: Final = Withheld(
    what="All answers",
    why="This round is anonymous, and nothing of it has been given out. "
    "Close it once enough people have answered.",
)


def results(principal: Principal, store: Store, landscape_id: str, round_: Round) -> Results:
    """All that a round shows, and what it does not show in `withheld`.

    A named round shows its answers once it is closed, and to somebody alone at any time. An
    anonymous round shows its newest release.
    """
    instrument = instrument_of(principal, store, landscape_id, round_)
    if round_.anonymous:
        releases = store.releases(principal, landscape_id, round_.id)
        if not releases:
            return _nothing(_NOTHING_RELEASED)
        return released_results(instrument, round_.form, releases[-1].cells)
    if round_.state == _OPEN and not round_.for_oneself:
        return _nothing(_NOT_YET)
    answers = store.answers(principal, landscape_id, round_.id)
    writings = store.writings(principal, landscape_id, round_.id)
    return named_results(instrument, round_.form, answers, writings)


def comparison(
    principal: Principal, store: Store, landscape_id: str, now: Round, then: Round
) -> ThenAndNow:
    """What became of each thing that the round `now` shows since the round `then`.

    People are counted where both rounds go by name; the medians stand there in any case.
    """
    if now.instrument != then.instrument:
        raise InvalidValueError(
            f"{now.name!r} and {then.name!r} asked different questions.",
            fix="Compare two rounds on the same questions.",
        )
    people: dict[str, tuple[Values, Values]] = {}
    if not (now.anonymous or then.anonymous):
        before = comparing.values_by_name(principal, store, landscape_id, then)
        after = comparing.values_by_name(principal, store, landscape_id, now)
        people = {name: (before[name], after[name]) for name in sorted(before.keys() & after)}
    return compare(
        results(principal, store, landscape_id, now),
        results(principal, store, landscape_id, then),
        comparing.lines_between(principal, store, landscape_id, now, then),
        people,
    )


def named_results(
    instrument: Instrument, form: str, answers: pd.DataFrame, writings: pd.DataFrame
) -> Results:
    """What the answers of a named round say; columns as in the store's `answers` and `writings`."""
    said = scoring.said_in(answers)
    people = scoring.by_person(said)
    return Results(
        people=len(people),
        dimensions=scoring.dimension_results(instrument, form, people),
        items=scoring.item_results(instrument.form(form), people),
        by_group=_by_group(instrument, form, answers, said),
        comments=(*_told(answers, "item_id", "note"), *_told(writings, "about", "text")),
        raters=tuple(sorted(set(answers["rater"].dropna().astype(str)))),
    )


def _nothing(why: Withheld) -> Results:
    return Results(people=0, dimensions=(), items=(), withheld=(why,))


def _by_group(
    instrument: Instrument, form: str, answers: pd.DataFrame, said: tuple[Said, ...]
) -> dict[str, tuple[DimensionResult, ...]]:
    stands = dict(zip(answers["submission_id"], answers["standpoint"], strict=True))
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if isinstance(stands[one.person], str):
            groups[stands[one.person]].append(one)
    if len(groups) < 2:
        return {}
    return {
        group: scoring.dimension_results(instrument, form, scoring.by_person(theirs))
        for group, theirs in sorted(groups.items())
    }


def _told(rows: pd.DataFrame, about: str, text: str) -> tuple[Comment, ...]:
    told = rows[rows[text].notna()]
    return tuple(
        Comment(about=str(what), text=str(words), rater=rater if isinstance(rater, str) else None)
        for what, words, rater in zip(told[about], told[text], told["rater"], strict=True)
    )
