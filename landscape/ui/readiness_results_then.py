"""What we said, laid beside an earlier round and beside where people want to be."""

import math
from functools import partial

import pandas as pd
import streamlit as st

from landscape.analysis.results import Results
from landscape.charts.dumbbell import Pair, dumbbell, dumbbell_alt
from landscape.model.instrument import Instrument
from landscape.ui import anatomy, tables
from landscape.ui.readiness_results import picture


def now_to_target(instrument: Instrument, results: Results) -> None:
    """Where people are and where they want to be, widest gap first; or how to set a target."""
    st.subheader("Where you are and where you want to be", anchor=False)
    aimed = [one for one in results.dimensions if not math.isnan(one.target)]
    if not aimed:
        st.markdown(
            "Nobody set a target. While answering, open *Add more* and say where you want to be."
        )
        return
    ordered = sorted(aimed, key=lambda one: one.centre - one.target)
    pairs = [
        Pair(name=instrument.dimension(one.dimension_id).title, start=one.centre, end=one.target)
        for one in ordered
    ]
    alt = dumbbell_alt(pairs, start="now", end="target")
    picture(partial(dumbbell, instrument, pairs), alt, "target")
    anatomy.quiet("Hollow: the median now. Filled: the median of the targets.")
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
