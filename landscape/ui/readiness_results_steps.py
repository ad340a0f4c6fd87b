"""What we said, turned into what to do first, what to find out, and where to stretch."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from landscape.analysis.results import Results
from landscape.analysis.round_findings import items_of
from landscape.model.assessment import Round
from landscape.model.instrument import Dimension, Instrument
from landscape.services.debriefing import Kind, Suggestion, round_of, suggestions
from landscape.ui import anatomy
from landscape.ui.context import View
from landscape.ui.readiness_plan import add_button
from landscape.ui.readiness_results_closer import said
from landscape.ui.text import count, escape


def first_steps(view: View, round_: Round, instrument: Instrument, results: Results) -> None:
    """What to do first, in the order in which it makes sense, with its cautions; then the rest."""
    suggested = suggestions(instrument, results)
    first = round_of(suggested, Kind.FIRST)
    st.subheader("What to do first", anchor=False)
    if not first:
        st.markdown("Nothing you rated is at level 1 or 2. Look below for where you could stretch.")
    else:
        anatomy.quiet(
            "Suggestions, in an order in which reading the landscape and being accepted come "
            "before inviting. You decide."
        )
    for number, (dimension, steps) in enumerate(_by_dimension(first), start=1):
        _card(view, round_, instrument, results, dimension, steps, f"{number}. ")
    later = round_of(suggested, Kind.LATER)
    if later:
        st.subheader("What can wait", anchor=False)
        for dimension, steps in _by_dimension(later):
            _card(view, round_, instrument, results, dimension, steps, "")
    _find_out(view, round_, round_of(suggested, Kind.FIND_OUT))
    _stretch(view, round_, round_of(suggested, Kind.STRETCH))


def _by_dimension(steps: Sequence[Suggestion]) -> list[tuple[Dimension, list[Suggestion]]]:
    return [
        (dimension, list(its)) for dimension, its in groupby(steps, lambda step: step.dimension)
    ]


def _card(
    view: View,
    round_: Round,
    instrument: Instrument,
    results: Results,
    dimension: Dimension,
    steps: Sequence[Suggestion],
    number: str,
) -> None:
    """The steps of one dimension: its own in bold, then those of its items."""
    with st.container(border=True):
        anatomy.quiet(f"{number}{escape(dimension.title)} · {escape(steps[0].why)}")
        for step in steps:
            _step(view, round_, step, bold=step is steps[0])
        caution = steps[0].caution
        if caution:
            st.warning(escape(caution), icon=":material/front_hand:")
        anatomy.quiet(f"On the map: {escape(dimension.on_the_map)}")
        with st.expander("What you said"):
            for found in items_of(results, dimension.id, instrument):
                statement = escape(instrument.item(found.item_id).statement)
                st.markdown(f"**{statement}**  \n{said(instrument, results, found)}")


def _step(view: View, round_: Round, step: Suggestion, *, bold: bool = False) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        words = escape(step.step)
        st.markdown(f"**{words}**" if bold else words)
        item_id = step.item.id if step.item else None
        add_button(view, step.step, round_, step.dimension.id, item_id)


def _find_out(view: View, round_: Round, steps: Sequence[Suggestion]) -> None:
    """What many cannot say yet, as steps to find out."""
    if not steps:
        return
    st.subheader("What to find out", anchor=False)
    for dimension, its in _by_dimension(steps):
        with st.container(border=True):
            anatomy.quiet(f"{escape(dimension.title)} · {escape(its[0].why)}")
            for step in its:
                _step(view, round_, step)


def _stretch(view: View, round_: Round, steps: Sequence[Suggestion]) -> None:
    if not steps:
        return
    with st.expander(f"Where you could stretch: {count(len(steps), 'dimension')}"):
        for step in steps:
            anatomy.quiet(escape(step.dimension.title))
            _step(view, round_, step)
