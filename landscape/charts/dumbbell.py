"""Two medians in one row: where it was and where it is, or where it is and where it should be."""

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from landscape.charts import palette
from landscape.charts.paper import in_lines, label, on_paper
from landscape.model.instrument import Instrument

_ROW: Final = 40
_START: Final = 18
_END: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One row: where it starts and where it ends, in levels; nan where there is nothing.

    A pair whose two ends do not mean the same is `broken`, and no line joins them.
    """

    name: str
    start: float
    end: float
    broken: bool = False

    @property
    def whole(self) -> bool:
        """Whether there are two ends to join."""
        return not (math.isnan(self.start) or math.isnan(self.end) or self.broken)


def dumbbell(instrument: Instrument, pairs: Sequence[Pair], *, dark: bool) -> go.Figure:
    """Hollow circles for the start, filled ones for the end, and a line between the two.

    Where both are the same, the filled one lies within the hollow one.
    """
    ink = palette.outline(dark=dark)
    names = [
        in_lines(label(pair.name, most=110), 26 if len(pair.name) < 60 else 36) for pair in pairs
    ]
    written = max((name.count("<br>") + 1 for name in names), default=1)
    row = max(_ROW, written * 18 + 10)
    figure = go.Figure()
    figure.add_scatter(
        x=[x for pair in pairs for x in (pair.start, pair.end, None) if pair.whole],
        y=[y for at, pair in enumerate(pairs) for y in (at, at, None) if pair.whole],
        mode="lines",
        line={"color": ink, "width": 2},
        hoverinfo="skip",
        connectgaps=False,
    )
    for which, size, symbol, colour in (
        ("start", _START, "circle-open", ink),
        ("end", _END, "circle", palette.ordinal(4, dark=dark)),
    ):
        there = [
            (getattr(pair, which), at)
            for at, pair in enumerate(pairs)
            if not math.isnan(getattr(pair, which))
        ]
        figure.add_scatter(
            x=[x for x, _ in there],
            y=[at for _, at in there],
            mode="markers",
            hoverinfo="skip",
            marker={
                "size": size,
                "symbol": symbol,
                "color": colour,
                "line": {"color": ink, "width": palette.OUTLINE_WIDTH},
            },
        )
    levels = instrument.levels
    figure.update_xaxes(
        tickvals=[one.level for one in levels],
        ticktext=[f"{one.level}<br>{'<br>'.join(textwrap.wrap(one.name, 12))}" for one in levels],
        range=[levels[0].level - 0.5, levels[-1].level + 0.5],
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
        tickvals=list(range(len(pairs))),
        ticktext=names,
        range=[len(pairs) - 0.4, -0.6],
        automargin=True,
        ticks="",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_layout(margin={"l": 8, "r": 8, "t": 76, "b": 8})
    return on_paper(figure, dark=dark, height=88 + row * max(1, len(pairs)))


def dumbbell_alt(pairs: Sequence[Pair], *, start: str, end: str) -> str:
    """The figure in words: each row with both ends, called `start` and `end`."""
    said = [f"{pair.name}: {_said(pair, start, end)}" for pair in pairs]
    return f"Medians, {start} and {end}. " + "; ".join(said) + "."


def _said(pair: Pair, start: str, end: str) -> str:
    parts = [
        f"{called} {level:g}" if not math.isnan(level) else f"{called} nothing to show"
        for called, level in ((start, pair.start), (end, pair.end))
    ]
    return ", ".join([*parts, "not comparable"] if pair.broken else parts)
