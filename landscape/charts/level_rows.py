"""What figures with one row a name and one column a level share: their names, axes and height."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Final

import plotly.graph_objects as go

from landscape.charts import palette
from landscape.charts.paper import in_lines, label, on_paper
from landscape.model.instrument import Instrument

_LEAST_ROW: Final = 40
_LINE_OF_NAME: Final = 18
_HEADS: Final = 76


def in_rows(names: Sequence[str]) -> list[str]:
    """The names of rows, broken into lines; long ones into wider lines."""
    return [in_lines(label(name, most=110), 26 if len(name) < 60 else 36) for name in names]


def height_of(names: Sequence[str], *, least: int = _LEAST_ROW) -> int:
    """The height of a row in pixels, for the name with most lines and for at least `least`."""
    written = max((name.count("<br>") + 1 for name in names), default=1)
    return max(_LEAST_ROW, least, written * _LINE_OF_NAME + 10)


def level_heads(instrument: Instrument) -> dict[float, str]:
    """What stands above each level."""
    return {one.level: f"{one.level}<br>{in_column(one.name)}" for one in instrument.levels}


def in_column(words: str) -> str:
    """Words that stand above a column."""
    return "<br>".join(textwrap.wrap(words, 12))


def on_level_rows(
    figure: go.Figure,
    names: Sequence[str],
    heads: Mapping[float, str],
    *,
    until: float,
    row: int,
    dark: bool,
) -> go.Figure:
    """Give a figure rows with names, columns with heads, and paper; returns it.

    `until` is where the columns end, in levels; `row` is the height of a row in pixels.
    """
    figure.update_xaxes(
        tickvals=list(heads),
        ticktext=list(heads.values()),
        range=[0.5, until],
        side="top",
        gridcolor=palette.INNER,
        griddash="dot",
        zeroline=False,
        fixedrange=True,
        ticks="",
        tickangle=0,
        tickfont={"size": 12},
    )
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=list(names),
        range=[len(names) - 0.4, -0.6],
        automargin=True,
        ticks="",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_layout(margin={"l": 8, "r": 8, "t": _HEADS, "b": 8})
    return on_paper(figure, dark=dark, height=_HEADS + 12 + row * max(1, len(names)))
