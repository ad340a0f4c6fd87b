"""What we said, by where people stand: where enough answered for each group, else why not."""

from functools import partial

import pandas as pd
import streamlit as st

from landscape.analysis.results import Results
from landscape.charts.dimension_groups import (
    dimension_groups,
    dimension_groups_alt,
    group_centres,
)
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument
from landscape.ui import anatomy, tables
from landscape.ui.readiness_results_pictures import picture
from landscape.ui.text import escape


def by_group(round_: Round, instrument: Instrument, results: Results) -> None:
    """The median of each group in each dimension, as a picture and a table; or why not."""
    if len(results.by_group) < 2:
        _why_not(round_, results)
        return
    people = {
        group: max((one.people for one in found), default=0)
        for group, found in results.by_group.items()
    }
    names = ", ".join(f"{escape(group)} ({many})" for group, many in people.items())
    st.markdown(f"Medians by where people stand: {names}.")
    apart = _widest(instrument, results)
    if apart:
        st.markdown(escape(apart))
    picture(
        partial(dimension_groups, instrument, results.by_group),
        dimension_groups_alt(instrument, results.by_group),
        "groups",
    )
    with st.expander("The same as a table"):
        tables.table(
            pd.DataFrame(
                [
                    {"Dimension": instrument.dimension(one).title, **row}
                    for one, row in group_centres(instrument, results.by_group).items()
                ]
            ),
            alt="The median of each group in each dimension",
        )
    _withheld(results)
    anatomy.quiet("An empty cell means that too few of a group answered there, not a low level.")


def _widest(instrument: Instrument, results: Results) -> str | None:
    """Where two groups lie furthest apart, in words."""
    found = []
    for dimension_id, row in group_centres(instrument, results.by_group).items():
        known = {group: centre for group, centre in row.items() if centre == centre}
        if len(known) > 1:
            low, high = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
            found.append((known[high] - known[low], dimension_id, low, high, known))
    apart = max(found, key=lambda one: one[0], default=None)
    if apart is None or not apart[0]:
        return None
    _, dimension_id, low, high, known = apart
    return (
        f"Furthest apart: {instrument.dimension(dimension_id).title}, where {low} is at "
        f"{known[low]:g} and {high} at {known[high]:g}."
    )


def _why_not(round_: Round, results: Results) -> None:
    if results.people == 1:
        st.markdown(
            "You answered alone, so there is no second group to lay beside yours. Ask somebody who "
            "stands elsewhere."
        )
    elif round_.anonymous:
        st.markdown(
            f"Groups are shown side by side where at least {round_.threshold} people of each "
            "answered. That is not so here."
        )
    else:
        st.markdown(
            "Groups are shown side by side where people said from where they look, and at least "
            "two groups have enough of them. That is not so here."
        )
    _withheld(results)


def _withheld(results: Results) -> None:
    for one in results.withheld:
        if one.what == "By group":
            anatomy.quiet(escape(one.why))
