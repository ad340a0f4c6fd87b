"""What we said, laid beside an earlier round and beside where people want to be."""

import math
from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from landscape.analysis.findings import listed
from landscape.analysis.results import Results
from landscape.analysis.then_and_now import Move, ThenAndNow
from landscape.charts.dumbbell import Pair, dumbbell, dumbbell_alt
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument
from landscape.model.principal import LOCAL
from landscape.ui import anatomy, derived_rounds, pickers, readiness, tables
from landscape.ui.context import View
from landscape.ui.readiness_results import called, finished
from landscape.ui.readiness_results_pictures import picture
from landscape.ui.text import count, escape


def then_and_now(view: View, round_: Round, instrument: Instrument, results: Results) -> None:
    """What became of each dimension since an earlier round on the same questions."""
    st.subheader("Then and now", anchor=False)
    earlier = _earlier(view, round_)
    if not earlier:
        st.markdown(
            "There is no earlier round on these questions. Answer again in some months, and you "
            "see here what moved."
        )
        return
    names = {one.id: one.name for one in earlier}
    with st.container(width=420):
        chosen = pickers.pick_among(view, "Earlier round", names, "then", in_address=True)
    then = next(one for one in earlier if one.id == chosen)
    found = derived_rounds.comparison(view, round_, then)
    anatomy.quiet(f"Then: {readiness.about(then)}")
    if then.version != round_.version:
        anatomy.quiet(
            f"Then version {then.version} of the questions was answered, now version "
            f"{round_.version}. What was only put more plainly can be compared; what means "
            "something else cannot, and no line leads there."
        )
    st.markdown(escape(_people(found, results, then, round_)))
    titles = {one.id: one.title for one in instrument.dimensions}
    comparable = [one for one in found.dimensions if not one.broken]
    if comparable:
        st.markdown(escape(_moved(comparable, titles, results)))
        _side_by_side(instrument, found.dimensions, titles.__getitem__, "Dimension")
    else:
        st.markdown(
            "No dimension was asked in the same questions both times. Question by question it "
            "can be compared below."
        )
    with st.expander("Question by question", expanded=not comparable):
        _side_by_side(
            instrument, found.items, lambda id_: instrument.item(id_).statement, "Statement"
        )


def now_to_target(instrument: Instrument, results: Results) -> None:
    """Where people are and where they want to be, widest gap first; or how to set a target."""
    st.subheader("Where you are and where you want to be", anchor=False)
    aimed = [one for one in results.dimensions if not math.isnan(one.target)]
    why = next((one.why for one in results.withheld if one.what == "Where people want to be"), None)
    if why:
        anatomy.quiet(escape(why))
    if not aimed:
        if not why:
            st.markdown(
                "Nobody set a target. While answering, open *Add more* and say where you want to "
                "be."
            )
        return
    ordered = sorted(aimed, key=lambda one: one.centre - one.target)
    pairs = [
        Pair(name=instrument.dimension(one.dimension_id).title, start=one.centre, end=one.target)
        for one in ordered
    ]
    alt = dumbbell_alt(pairs, start="now", end="target")
    picture(partial(dumbbell, instrument, pairs), alt, "target")
    whose = "where you are" if results.people == 1 else "the median now"
    anatomy.quiet(f"Hollow: {whose}. Filled: the target, of those who set one.")
    with st.expander("The same as a table"):
        tables.table(
            pd.DataFrame(
                [
                    {
                        "Dimension": pair.name,
                        "Now": pair.start,
                        "Target": pair.end,
                        "Levels to go": pair.end - pair.start,
                    }
                    for pair in pairs
                ]
            ),
            alt="Each dimension with a target: the median now, the target, and the levels between",
        )


def _earlier(view: View, round_: Round) -> list[Round]:
    """Rounds on the same questions that were opened before this one, newest first."""
    known = finished(view)
    at = [one.id for one in known].index(round_.id)
    return [one for one in known[at + 1 :] if one.instrument == round_.instrument]


def _people(found: ThenAndNow, results: Results, then: Round, now: Round) -> str:
    if then.anonymous or now.anonymous:
        return (
            "One of the two rounds was anonymous, so medians are compared and nobody is followed."
        )
    if not found.people:
        return "Nobody answered both times, so only the medians are compared."
    if results.people == 1:
        return "You answered both times."
    # Oneself first, so that "You" begins what follows the colon.
    people = sorted(found.people, key=lambda name: name != LOCAL.id)
    names = listed([called(name) for name in people], most=6)
    return f"{count(len(found.people), 'person', 'people')} answered both times: {names}."


def _moved(moves: Sequence[Move], titles: dict[str, str], results: Results) -> str:
    """Where the median went up and where it went down, in words."""
    known = [one for one in moves if not (math.isnan(one.then) or math.isnan(one.now))]
    said = []
    for words, there in (
        ("Up", [one for one in known if one.now > one.then]),
        ("Down", [one for one in known if one.now < one.then]),
    ):
        if there:
            named = [f"{titles[one.about]}{_counts(one, results)}" for one in there]
            said.append(f"{words}: {listed(named, most=4)}.")
    same = len(known) - sum(one.now != one.then for one in known)
    if same:
        said.append(f"{count(same, 'dimension')} stayed at the same level.")
    return " ".join(said) or "Nothing can be compared."


def _counts(move: Move, results: Results) -> str:
    if results.people == 1 or not move.people:
        return ""
    ways = ((move.up, "up"), (move.same, "the same"), (move.down, "down"))
    told = ", ".join(f"{many} {way}" for many, way in ways if many)
    return f" ({told} of {move.people})"


def _notes(moves: Sequence[Move], said: Callable[[str], str]) -> None:
    """Why some cannot be compared, and what was put more plainly since; each reason once."""
    reasons: dict[str, list[str]] = {}
    for one in moves:
        why = one.broken or one.note
        if why:
            reasons.setdefault(why, []).append(said(one.about))
    for why, named in reasons.items():
        words = listed([name.rstrip(".") for name in named], most=4)
        st.markdown(f"- {escape(why)} {escape(words)}.")


def _side_by_side(
    instrument: Instrument, moves: Sequence[Move], said: Callable[[str], str], column: str
) -> None:
    """Then and now as a picture and as a table; what cannot be compared says why."""
    pairs = [
        Pair(name=said(one.about), start=one.then, end=one.now)
        for one in moves
        if one.broken is None and not math.isnan(one.then)
    ]
    if pairs:
        alt = dumbbell_alt(pairs, start="then", end="now")
        picture(partial(dumbbell, instrument, pairs), alt, f"then.{column}")
        anatomy.quiet("Hollow: the median then. Filled: the median now.")
    _notes(moves, said)
    followed = any(one.people for one in moves)
    people = " and how many of the same people moved up, stayed or moved down" * followed
    tables.table(
        pd.DataFrame(
            [
                {
                    column: said(one.about),
                    "Then": one.then,
                    "Now": one.now,
                    **(_ways(one) if followed else {}),
                    "Note": one.broken or one.note or "",
                }
                for one in moves
            ]
        ),
        alt=f"The median then and now{people}",
    )


def _ways(move: Move) -> dict[str, int | None]:
    """How many moved which way; nothing where nobody is known to have answered both times."""
    ways = {"Moved up": move.up, "Same": move.same, "Moved down": move.down}
    return {way: many if move.people else None for way, many in ways.items()}
