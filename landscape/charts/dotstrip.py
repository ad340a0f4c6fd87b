"""Ratings as dots: every answer on its level, the median as a tick, other answers at the side."""

import math
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import plotly.graph_objects as go

from landscape.analysis.readiness import DimensionReading
from landscape.charts import palette
from landscape.charts.paper import label, on_paper
from landscape.model.instrument import Instrument
from landscape.model.scales import OffScale

_ROW: Final = 40
_BESIDE: Final = 0.16
_BELOW: Final = 0.34
_IN_A_LINE: Final = 5
_MARKS: Final[Mapping[OffScale, str]] = {
    OffScale.CANT_SAY: "circle-open",
    OffScale.NOT_APPLICABLE: "x-thin-open",
    OffScale.NO_ANSWER: "diamond-open",
    OffScale.UNANSWERED: "square-open",
}


def dot_strip(
    instrument: Instrument, readings: Sequence[DimensionReading], *, dark: bool
) -> go.Figure:
    """One row a dimension, in the order given; answers off the scale are hollow, to the right."""
    ink = palette.outline(dark=dark)
    aside = [code for code in _MARKS if any(reading.off_scale[code] for reading in readings)]
    columns = {code: 6.1 + at for at, code in enumerate(aside)}
    figure = go.Figure()
    _add_dots(figure, readings, dark=dark)
    for code, x in columns.items():
        _add_aside(figure, readings, code, x, ink)
    for row, reading in enumerate(readings):
        if len(reading.levels) > 1 and not math.isnan(reading.centre):
            figure.add_shape(
                type="line",
                x0=reading.centre,
                x1=reading.centre,
                y0=row - 0.38,
                y1=row + 0.38,
                line={"color": ink, "width": 3},
            )
    levels = {one.level: f"{one.level}<br>{_broken(one.name)}" for one in instrument.levels}
    heads = {x: _broken(instrument.off_scale_answer(code).name) for code, x in columns.items()}
    figure.update_xaxes(
        tickvals=[*levels, *heads],
        ticktext=[*levels.values(), *heads.values()],
        range=[0.6, 5.5 + max(0.1, len(aside) + 0.1)],
        side="top",
        gridcolor=palette.INNER,
        griddash="dot",
        zeroline=False,
        fixedrange=True,
        ticks="",
    )
    figure.update_yaxes(
        tickvals=list(range(len(readings))),
        ticktext=[label(reading.dimension.title, most=40) for reading in readings],
        range=[len(readings) - 0.4, -0.6],
        automargin=True,
        ticks="",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    if aside:
        figure.add_vline(x=5.55, line={"color": ink, "width": 1})
    figure.update_layout(margin={"l": 8, "r": 8, "t": 64, "b": 8})
    return on_paper(figure, dark=dark, height=80 + _ROW * max(1, len(readings)))


def dot_strip_alt(instrument: Instrument, readings: Sequence[DimensionReading]) -> str:
    """The figure in words: each dimension with its answers."""
    names = {meaning.level: meaning.name for meaning in instrument.levels}
    said = []
    for reading in readings:
        levels = [
            f"{count} at {level} ({names[level]})"
            for level, count in sorted(Counter(reading.levels).items())
        ]
        others = [
            f"{count} {instrument.off_scale_answer(code).name.lower()}"
            for code, count in reading.off_scale.items()
            if count
        ]
        said.append(f"{reading.dimension.title}: {', '.join([*levels, *others]) or 'no answer'}")
    return "Answers by dimension. " + "; ".join(said) + "."


def _add_dots(figure: go.Figure, readings: Sequence[DimensionReading], *, dark: bool) -> None:
    found = [
        (level + aside, row + below, reading.dimension.title)
        for row, reading in enumerate(readings)
        for level, count in sorted(Counter(reading.levels).items())
        for aside, below in _offsets(count)
    ]
    figure.add_scatter(
        x=[x for x, _, _ in found],
        y=[y for _, y, _ in found],
        customdata=[[label(name, most=60)] for _, _, name in found],
        hovertemplate="%{customdata[0]}<extra></extra>",
        mode="markers",
        marker={
            "size": 13,
            "color": palette.ordinal(4, dark=dark),
            "line": {"color": palette.outline(dark=dark), "width": palette.OUTLINE_WIDTH},
        },
    )


def _add_aside(
    figure: go.Figure, readings: Sequence[DimensionReading], code: OffScale, x: float, ink: str
) -> None:
    found = [
        (x + aside, row + below)
        for row, reading in enumerate(readings)
        for aside, below in _offsets(reading.off_scale[code])
    ]
    figure.add_scatter(
        x=[at for at, _ in found],
        y=[at for _, at in found],
        mode="markers",
        hoverinfo="skip",
        marker={"size": 13, "symbol": _MARKS[code], "color": ink, "line": {"width": 2}},
    )


def _offsets(count: int) -> list[tuple[float, float]]:
    """Where dots of one level stand around it, side by side, so that none hides another."""
    lines = max(1, -(-count // _IN_A_LINE))
    places = []
    for at in range(count):
        line, place = divmod(at, _IN_A_LINE)
        here = min(_IN_A_LINE, count - line * _IN_A_LINE)
        below = (line - (lines - 1) / 2) * min(_BELOW, 0.8 / lines)
        places.append(((place - (here - 1) / 2) * _BESIDE, below))
    return places


def _broken(words: str) -> str:
    return "<br>".join(textwrap.wrap(words, 12))
