"""Pictures of what was said, on the page's paper, and the same as tables."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from landscape.analysis.results import DimensionResult, ItemResult, Results
from landscape.model.instrument import Instrument
from landscape.model.scales import OffScale


def marks(results: Results) -> str:
    """How to read the dots."""
    if results.people == 1:
        return (
            "Each dot is one of your answers. Hollow marks to the right are answers off the scale."
        )
    return (
        "Each dot is one answer; where there are many, a circle says how many. The tick is the "
        "median, the band the middle half. Hollow marks to the right are answers off the scale."
    )


def picture(draw: Callable[..., go.Figure], alt: str, key: str) -> None:
    """A figure on the page's paper, with its words."""
    st.plotly_chart(
        draw(dark=st.context.theme.type == "dark"),
        theme=None,
        config={"displayModeBar": False},
        alt=alt,
        key=f"picture.{key}",
    )


def dimension_table(instrument: Instrument, found: Sequence[DimensionResult]) -> pd.DataFrame:
    """One row a dimension: counts by level and of other answers, people, median, quartiles."""
    return pd.DataFrame(
        [
            {
                "Dimension": instrument.dimension(one.dimension_id).title,
                **counts(instrument, one.levels, one.off_scale),
                "People counted": one.people,
                "Median": one.centre,
                "Lower quartile": one.low,
                "Upper quartile": one.high,
                "Target": one.target,
            }
            for one in found
        ]
    )


def item_table(instrument: Instrument, found: Sequence[ItemResult]) -> pd.DataFrame:
    """One row an item: counts by level and of other answers, median, quartiles, target."""
    return pd.DataFrame(
        [
            {
                "Statement": instrument.item(one.item_id).statement,
                **counts(instrument, one.levels, one.off_scale),
                "Median": one.centre,
                "Lower quartile": one.low,
                "Upper quartile": one.high,
                "Target": one.target,
            }
            for one in found
        ]
    )


def counts(
    instrument: Instrument, levels: Sequence[int], off_scale: Mapping[OffScale, int]
) -> dict[str, int]:
    """How many chose each level and each answer off the scale, under their names."""
    chosen = Counter(levels)
    return {
        **{f"{one.level} {one.name}": chosen[one.level] for one in instrument.levels},
        **{one.name: off_scale.get(one.code, 0) for one in instrument.off_scale},
    }
