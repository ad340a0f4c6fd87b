"""Dimensions by group: the median of each group in each dimension, as a matrix with its numbers."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

import plotly.graph_objects as go

from landscape.analysis.results import DimensionResult
from landscape.charts import palette
from landscape.charts.paper import in_lines, label, on_paper
from landscape.model.instrument import Instrument

ByGroup = Mapping[str, Sequence[DimensionResult]]
_CELL: Final = 40
_LINE: Final = 60


def dimension_groups(instrument: Instrument, by_group: ByGroup, *, dark: bool) -> go.Figure:
    """A row a dimension, a column a group, the median in each cell; empty where none is shown."""
    centres = group_centres(instrument, by_group)
    groups = list(by_group)
    width = max(8, _LINE // max(1, len(groups)))
    figure = go.Figure(
        go.Heatmap(
            z=[[_or_none(row[group]) for group in groups] for row in centres.values()],
            texttemplate="%{z}",
            textfont={"size": 15, "color": palette.outline(dark=dark)},
            # The pale end only, on which the numbers can be read in the page's ink.
            colorscale=list(palette.ORDINAL_DARK[:2] if dark else palette.ORDINAL[:3]),
            zmin=instrument.levels[0].level,
            zmax=instrument.levels[-1].level,
            showscale=False,
            xgap=3,
            ygap=3,
            hoverinfo="skip",
        )
    )
    heads = [in_lines(label(group, most=40), width) for group in groups]
    titles = [instrument.dimension(one).title for one in centres]
    plain = {"showgrid": False, "ticks": "", "zeroline": False, "fixedrange": True}
    figure.update_xaxes(
        **plain, tickvals=list(range(len(groups))), ticktext=heads, side="top", tickangle=0
    )
    figure.update_yaxes(
        **plain,
        tickvals=list(range(len(centres))),
        ticktext=[in_lines(label(title, most=60), 26) for title in titles],
        automargin=True,
        autorange="reversed",
    )
    above = 20 + 20 * max((head.count("<br>") + 1 for head in heads), default=1)
    figure.update_layout(margin={"l": 8, "r": 8, "t": above, "b": 8})
    return on_paper(figure, dark=dark, height=above + 8 + _CELL * max(1, len(centres)))


def dimension_groups_alt(instrument: Instrument, by_group: ByGroup) -> str:
    """The figure in words: each dimension with the median of each group."""
    said = [
        f"{instrument.dimension(dimension_id).title}: "
        + ", ".join(
            f"{group} {centre:g}" if not math.isnan(centre) else f"{group} not shown"
            for group, centre in row.items()
        )
        for dimension_id, row in group_centres(instrument, by_group).items()
    ]
    return "Medians by dimension and group. " + "; ".join(said) + "."


def group_centres(instrument: Instrument, by_group: ByGroup) -> dict[str, dict[str, float]]:
    """The median of each group in each dimension, in the instrument's order; nan where none is."""
    found = {
        group: {one.dimension_id: one.centre for one in dimensions}
        for group, dimensions in by_group.items()
    }
    return {
        dimension.id: {
            group: centres.get(dimension.id, math.nan) for group, centres in found.items()
        }
        for dimension in instrument.dimensions
        if any(dimension.id in centres for centres in found.values())
    }


def _or_none(centre: float) -> float | None:
    return None if math.isnan(centre) else centre
