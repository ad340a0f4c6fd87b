"""Ratings as dots: every answer on its level, the median as a tick, other answers at the side."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from landscape.analysis.results import DimensionResult, ItemResult
from landscape.charts import palette
from landscape.charts.level_rows import (
    height_of,
    in_column,
    in_rows,
    level_heads,
    on_level_rows,
)
from landscape.charts.paper import label
from landscape.model.instrument import Instrument
from landscape.model.scales import OffScale

# With more on one level, dots would need more room than a row has: a count stands there instead.
MOST_DOTS: Final = 12
_IN_A_LINE: Final = 4
_BESIDE: Final = 0.19
_DOT: Final = 11
_LINE: Final = 14
# Three answers have no middle half worth a band.
_LEAST_FOR_A_BAND: Final = 4
_WIDEST_COUNT: Final = 34
_MARKS: Final[Mapping[OffScale, str]] = {
    OffScale.CANT_SAY: "circle-open",
    OffScale.NOT_APPLICABLE: "x-thin-open",
    OffScale.NO_ANSWER: "diamond-open",
    OffScale.UNANSWERED: "square-open",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the picture: what it is called, the answers in it, their median and quartiles."""

    name: str
    levels: tuple[int, ...]
    off_scale: Counter[OffScale]
    centre: float
    low: float
    high: float


def of_dimension(instrument: Instrument, found: DimensionResult) -> Row:
    """A row with all answers to a dimension; median and quartiles are over persons."""
    return Row(
        name=instrument.dimension(found.dimension_id).title,
        levels=found.levels,
        off_scale=found.off_scale,
        centre=found.centre,
        low=found.low,
        high=found.high,
    )


def of_item(instrument: Instrument, found: ItemResult) -> Row:
    """A row with all answers to an item, called by its statement."""
    return Row(
        name=instrument.item(found.item_id).statement,
        levels=found.levels,
        off_scale=found.off_scale,
        centre=found.centre,
        low=found.low,
        high=found.high,
    )


def dot_strip(instrument: Instrument, rows: Sequence[Row], *, dark: bool) -> go.Figure:
    """The rows in the order given; answers off the scale are hollow, to the right.

    Where more than :data:`MOST_DOTS` chose one level, circles with counts stand for the dots.
    """
    ink = palette.outline(dark=dark)
    last = instrument.levels[-1].level
    aside = [code for code in _MARKS if any(row.off_scale[code] for row in rows)]
    columns = {code: last + 1.1 + at for at, code in enumerate(aside)}
    names = in_rows([row.name for row in rows])
    most = max((count for row in rows for count in Counter(row.levels).values()), default=0)
    lines = max([1, -(-min(most, MOST_DOTS) // _IN_A_LINE)])
    height = height_of(names, least=lines * _LINE + 12)
    figure = go.Figure()
    _add_middles(figure, rows, ink, palette.ordinal(2, dark=dark))
    _add_answers(figure, rows, columns, most > MOST_DOTS, _LINE / height, dark=dark)
    others = {x: in_column(instrument.off_scale_answer(code).name) for code, x in columns.items()}
    if aside:
        figure.add_vline(x=last + 0.55, line={"color": ink, "width": 1})
    return on_level_rows(
        figure,
        names,
        {**level_heads(instrument), **others},
        until=last + 0.5 + max(0.1, len(aside) + 0.1),
        row=height,
        dark=dark,
    )


def dot_strip_alt(instrument: Instrument, rows: Sequence[Row], *, by: str = "dimension") -> str:
    """The figure in words: each row with its answers and its median."""
    names = {meaning.level: meaning.name for meaning in instrument.levels}
    said = []
    for row in rows:
        levels = [
            f"{count} at {level} ({names[level]})"
            for level, count in sorted(Counter(row.levels).items())
        ]
        middle = [f"median {row.centre:g}"] if _has_middle(row) else []
        others = [
            f"{row.off_scale[code]} {instrument.off_scale_answer(code).name.lower()}"
            for code in _MARKS
            if row.off_scale[code]
        ]
        said.append(
            f"{row.name.rstrip('.')}: {', '.join([*levels, *middle, *others]) or 'no answer'}"
        )
    return f"Answers by {by}. " + "; ".join(said) + "."


def _has_middle(row: Row) -> bool:
    return len(row.levels) > 1 and not math.isnan(row.centre)


def _add_middles(figure: go.Figure, rows: Sequence[Row], ink: str, pale: str) -> None:
    """The middle half of the answers as a band, and their median as a tick."""
    for at, row in enumerate(rows):
        if not _has_middle(row):
            continue
        if len(row.levels) >= _LEAST_FOR_A_BAND and row.high > row.low:
            figure.add_shape(
                type="rect",
                x0=row.low,
                x1=row.high,
                y0=at - 0.3,
                y1=at + 0.3,
                fillcolor=pale,
                line={"width": 0},
                layer="below",
            )
        figure.add_shape(
            type="line",
            x0=row.centre,
            x1=row.centre,
            y0=at - 0.4,
            y1=at + 0.4,
            line={"color": ink, "width": 3},
            layer="below",
        )


def _add_answers(
    figure: go.Figure,
    rows: Sequence[Row],
    columns: Mapping[OffScale, float],
    counted: bool,
    below: float,
    *,
    dark: bool,
) -> None:
    """Every answer as a dot, filled on the scale and hollow off it; or counts in their place."""
    ink = palette.outline(dark=dark)
    on_scale = [
        (float(level), at, count, row.name)
        for at, row in enumerate(rows)
        for level, count in sorted(Counter(row.levels).items())
    ]
    most = max((count for _, _, count, _ in on_scale), default=1)
    if counted:
        figure.add_scatter(
            x=[x for x, _, _, _ in on_scale],
            y=[at for _, at, _, _ in on_scale],
            text=[str(count) for _, _, count, _ in on_scale],
            mode="markers+text",
            hoverinfo="skip",
            textfont={"color": ink, "size": 12},
            marker={
                "size": [
                    max(16.0, _WIDEST_COUNT * math.sqrt(count / most))
                    for _, _, count, _ in on_scale
                ],
                "color": palette.ordinal(2, dark=dark),
                "opacity": 1,
                "line": {"color": ink, "width": palette.OUTLINE_WIDTH},
            },
        )
    else:
        dots = [
            (x + right, at + down, name)
            for x, at, count, name in on_scale
            for right, down in _places(count, below)
        ]
        figure.add_scatter(
            x=[x for x, _, _ in dots],
            y=[y for _, y, _ in dots],
            customdata=[[label(name, most=60)] for _, _, name in dots],
            hovertemplate="%{customdata[0]}<extra></extra>",
            mode="markers",
            marker={
                "size": _DOT,
                "color": palette.ordinal(4, dark=dark),
                "line": {"color": ink, "width": palette.OUTLINE_WIDTH},
            },
        )
    for code, x in columns.items():
        _add_aside(figure, rows, (code, x), ink, below, 1 if counted else MOST_DOTS)


def _add_aside(
    figure: go.Figure,
    rows: Sequence[Row],
    column: tuple[OffScale, float],
    ink: str,
    below: float,
    most: int,
) -> None:
    """Hollow marks for one answer off the scale; of more than `most`, one mark with a count."""
    code, x = column
    few: list[tuple[float, float]] = []
    many: list[tuple[float, float, str]] = []
    for at, row in enumerate(rows):
        count = row.off_scale[code]
        if count > most:
            many.append((x - _BESIDE, at, f"  {count}"))
        else:
            few += [(x + right, at + down) for right, down in _places(count, below)]
    marks = {"size": _DOT, "symbol": _MARKS[code], "color": ink, "line": {"width": 2}}
    figure.add_scatter(
        x=[at for at, _ in few],
        y=[at for _, at in few],
        mode="markers",
        hoverinfo="skip",
        marker=marks,
    )
    if many:
        figure.add_scatter(
            x=[at for at, _, _ in many],
            y=[at for _, at, _ in many],
            text=[words for _, _, words in many],
            textposition="middle right",
            textfont={"color": ink, "size": 12},
            mode="markers+text",
            hoverinfo="skip",
            marker=marks,
        )


def _places(count: int, below: float) -> list[tuple[float, float]]:
    """Where dots of one level stand around it, side by side, so that none hides another."""
    lines = max(1, -(-count // _IN_A_LINE))
    places = []
    for at in range(count):
        line, place = divmod(at, _IN_A_LINE)
        here = min(_IN_A_LINE, count - line * _IN_A_LINE)
        places.append(((place - (here - 1) / 2) * _BESIDE, (line - (lines - 1) / 2) * below))
    return places
