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
_SPREAD: Final = 0.17
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
    )
    figure.update_yaxes(
        tickvals=list(range(len(readings))),
        ticktext=[label(reading.dimension.title, most=40) for reading in readings],
        range=[len(readings) - 0.4, -0.6],
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
        (level, row + offset, reading.dimension.title)
        for row, reading in enumerate(readings)
        for level, count in sorted(Counter(reading.levels).items())
        for offset in _offsets(count)
    ]
    figure.add_scatter(
        x=[level for level, _, _ in found],
        y=[y for _, y, _ in found],
        customdata=[[label(name, most=60)] for _, _, name in found],
        hovertemplate="%{customdata[0]}: %{x}<extra></extra>",
        mode="markers",
        marker={
            "size": 17,
            "color": palette.ordinal(4, dark=dark),
            "line": {"color": palette.outline(dark=dark), "width": palette.OUTLINE_WIDTH},
        },
    )


def _add_aside(
    figure: go.Figure, readings: Sequence[DimensionReading], code: OffScale, x: float, ink: str
) -> None:
    rows = [
        row + offset
        for row, reading in enumerate(readings)
        for offset in _offsets(reading.off_scale[code])
    ]
    figure.add_scatter(
        x=[x] * len(rows),
        y=rows,
        mode="markers",
        hoverinfo="skip",
        marker={"size": 15, "symbol": _MARKS[code], "color": ink, "line": {"width": 2}},
    )


def _offsets(count: int) -> list[float]:
    """Where dots of one level stand around their row, so that none hides another."""
    step = min(_SPREAD, 0.7 / max(1, count - 1))
    return [(at - (count - 1) / 2) * step for at in range(count)]


def _broken(words: str) -> str:
    return "<br>".join(textwrap.wrap(words, 12))
