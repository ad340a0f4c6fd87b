"""Beside the map: what was said, what the map shows, what is missing, and both ways to ask."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Final

import streamlit as st

from landscape.analysis.findings import listed
from landscape.analysis.metrics import NOT_YET
from landscape.analysis.results import ItemResult, Results
from landscape.model.assessment import Round
from landscape.model.days import said_day
from landscape.model.instrument import Instrument, Item
from landscape.services.round_evidence import (
    Contradiction,
    Figure,
    RoundEvidence,
    changed_since,
    shown,
)
from landscape.ui import anatomy, derived_rounds, pickers
from landscape.ui.context import View
from landscape.ui.readiness_beside_spots import put_right
from landscape.ui.readiness_results_closer import said
from landscape.ui.text import count, escape

Rated = tuple[Item, ItemResult]
# With more, the page would be too long to read: one dimension of choice is shown.
_AT_ONCE: Final = 14


def evidence_of(view: View, round_: Round) -> RoundEvidence:
    """What the map showed when the round closed, or what it shows now where nothing was kept."""
    return shown(round_, derived_rounds.evidence_now(view))


def beside_the_map(
    view: View,
    instrument: Instrument,
    results: Results,
    evidence: RoundEvidence,
    against: Sequence[Contradiction],
) -> None:
    """First where the two differ, then each rated item with what the map shows beside it."""
    rated = [
        (instrument.item(one.item_id), one)
        for one in results.items
        if one.levels and instrument.item(one.item_id).evidence
    ]
    if not rated:
        st.markdown("The map has nothing to lay beside what you answered. It stays your judgement.")
        return
    now = changed_since(evidence, derived_rounds.evidence_now(view))
    st.markdown("What you said, what the map shows, and what is missing. One corrects the other.")
    anatomy.quiet(_when(evidence, now))
    _differences(instrument, evidence, against)
    first = {one.item_id for one in against}
    rated.sort(key=lambda pair: pair[0].id not in first)
    for item, found in _at_hand(view, instrument, rated, first):
        mine = [one for one in against if one.item_id == item.id]
        _item(instrument, results, (item, found), evidence, now, mine)
    _only_people(instrument, results)


def _at_hand(
    view: View, instrument: Instrument, rated: Sequence[Rated], first: Collection[str]
) -> list[Rated]:
    """All items where they are few; else those of one dimension of choice."""
    if len(rated) <= _AT_ONCE:
        return list(rated)
    here = {item.dimension_id for item, _ in rated}
    titles = {one.id: one.title for one in instrument.dimensions if one.id in here}
    differing = [item.dimension_id for item, _ in rated if item.id in first]
    ordered = {one: titles[one] for one in dict.fromkeys([*differing, *titles])}
    st.subheader("One dimension at a time", anchor=False)
    with st.container(width=420):
        chosen = pickers.pick_among(view, "Dimension", ordered, "dimension", in_address=True)
    return [pair for pair in rated if pair[0].dimension_id == chosen]


def _when(evidence: RoundEvidence, now: Mapping[str, Figure]) -> str:
    day = said_day(evidence.on)
    if not evidence.kept:
        return f"The map as it is today, {day}: nothing was kept when this round closed."
    if not now:
        return f"The map as it was when the round closed, {day}. It shows the same now."
    return (
        f"The map as it was when the round closed, {day}. It has changed since: "
        f"{count(len(now), 'figure')} would be different now, and says so below."
    )


def _differences(
    instrument: Instrument, evidence: RoundEvidence, against: Sequence[Contradiction]
) -> None:
    """The contradiction list: where the rating and the map lie two levels or more apart."""
    st.subheader("Where the two differ", anchor=False)
    if not against:
        st.markdown("Nowhere do your answers and the map lie two levels or more apart.")
        return
    for item_id, found in groupby(against, lambda one: one.item_id):
        of_item = list(found)
        title = instrument.dimension(instrument.item(item_id).dimension_id).title
        shows = "; ".join(
            f"{evidence.figures[one.code].sentence} (level {one.band})" for one in of_item
        )
        st.markdown(
            f"- **{escape(title)}**: you are at level {of_item[0].centre:g}. The map shows: "
            f"{escape(shows)}. *{of_item[0].words}*"
        )


def _item(
    instrument: Instrument,
    results: Results,
    rated: Rated,
    evidence: RoundEvidence,
    now: Mapping[str, Figure],
    against: Sequence[Contradiction],
) -> None:
    item, found = rated
    with st.container(border=True):
        st.markdown(f"**{escape(instrument.dimension(item.dimension_id).title)}**")
        anatomy.quiet(escape(item.statement))
        you, map_ = st.columns(2, gap="large")
        with you:
            st.markdown("**You said**")
            st.markdown(said(instrument, results, found))
        figures = [evidence.figures[code] for code in item.evidence if code in evidence.figures]
        with map_:
            st.markdown("**The map shows**")
            for figure in figures:
                _figure(figure, now.get(figure.code))
            for words in dict.fromkeys(one.words for one in against):
                st.markdown(f"*{words}*")
            _not_yet([code for code in item.evidence if code not in evidence.figures])
        if figures:
            with st.expander("How this is worked out"):
                for figure in figures:
                    _worked_out(figure)


def _figure(figure: Figure, now: Figure | None) -> None:
    st.markdown(escape(_shows(figure)))
    if figure.enough:
        for sentence in figure.also:
            st.markdown(escape(sentence))
    if figure.names:
        names = listed(list(figure.names), most=8)
        st.markdown(f"**Missing.** {escape(figure.names_say)}: {escape(names)}.")
    if not figure.enough:
        st.markdown(f"**Missing.** {escape(figure.needs)}")
    if now is not None:
        st.markdown(f"**Today.** {escape(_shows(now))}")
    put_right(now or figure)


def _shows(figure: Figure) -> str:
    """What the map shows; too few are counted and not compared, too little recorded is said."""
    if not figure.enough:
        return f"{figure.title}: too little is recorded to say ({figure.recorded} of {figure.of})."
    few = "" if figure.holds else " These are too few to lay a level beside your answer."
    return f"{figure.sentence}.{few}"


def _not_yet(codes: Sequence[str]) -> None:
    """What would have to be recorded for measures that no landscape holds yet."""
    for code in codes:
        missing = NOT_YET.get(code)
        if missing is not None:
            st.markdown(
                f"{escape(missing.title)}: the map does not hold this. To show it, record: "
                f"{escape(missing.needs[:1].lower() + missing.needs[1:])}"
            )


def _worked_out(figure: Figure) -> None:
    st.markdown(f"**{escape(figure.title)}.** {escape(figure.formula)}")
    band = f" It would stand for level {figure.band}." if figure.band else ""
    anatomy.quiet(
        escape(f"{figure.code}. {figure.source} Recorded: {figure.recorded} of {figure.of}.{band}")
    )


def _only_people(instrument: Instrument, results: Results) -> None:
    """The items that no map can stand beside."""
    alone = [
        instrument.item(one.item_id)
        for one in results.items
        if one.levels and not instrument.item(one.item_id).evidence
    ]
    if alone:
        with st.expander(f"Only people can judge: {count(len(alone), 'question')}"):
            for item in alone:
                st.markdown(f"- {escape(item.statement)}")
