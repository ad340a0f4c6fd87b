"""What a round shows: of a named round its answers, of an anonymous one what was released."""

from collections import defaultdict
from typing import Final

import pandas as pd

from landscape.analysis import scoring
from landscape.analysis.results import Comment, DimensionResult, Results, Withheld
from landscape.analysis.scoring import Said
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument
from landscape.model.principal import Principal
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
    if round_.anonymous:
        return _nothing(_NOTHING_RELEASED)
    answers = store.answers(principal, landscape_id, round_.id)
    if round_.state == _OPEN and not _alone(round_, answers):
        return _nothing(_NOT_YET)
    instrument = instrument_of(principal, store, landscape_id, round_)
    return named_results(instrument, round_.form, answers)


def named_results(instrument: Instrument, form: str, answers: pd.DataFrame) -> Results:
    """What the answers of a named round say; columns as in :meth:`Store.answers`."""
    said = scoring.said_in(answers)
    people = scoring.by_person(said)
    return Results(
        people=len(people),
        dimensions=scoring.dimension_results(instrument, form, people),
        items=scoring.item_results(instrument.form(form), people),
        by_group=_by_group(instrument, form, answers, said),
        comments=_notes(answers),
        raters=tuple(sorted(set(answers["rater"].dropna().astype(str)))),
    )


def _alone(round_: Round, answers: pd.DataFrame) -> bool:
    return round_.expected in (None, 1) and answers["submission_id"].nunique() <= 1


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


def _notes(answers: pd.DataFrame) -> tuple[Comment, ...]:
    told = answers[answers["note"].notna()]
    return tuple(
        Comment(about=str(item), text=str(text), rater=rater if isinstance(rater, str) else None)
        for item, text, rater in zip(told["item_id"], told["note"], told["rater"], strict=True)
    )
