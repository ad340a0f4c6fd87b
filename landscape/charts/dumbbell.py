"""Two medians in one row: where it was and where it is, or where it is and where it should be."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from landscape.charts import palette
from landscape.charts.level_rows import height_of, in_rows, level_heads, on_level_rows
from landscape.model.instrument import Instrument

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
    names = in_rows([pair.name for pair in pairs])
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
    return on_level_rows(
        figure,
        names,
        level_heads(instrument),
        until=instrument.levels[-1].level + 0.5,
        row=height_of(names),
        dark=dark,
    )


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
