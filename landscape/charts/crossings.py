"""Crossings as a matrix: how many relationships run within each side and between every two."""

from typing import Final

import numpy as np
import plotly.graph_objects as go

from landscape.analysis.boundaries import Crossings, Silence
from landscape.analysis.findings import details, headline
from landscape.charts import palette
from landscape.charts.paper import label, on_paper, title

MOST_SIDES: Final = 12
_CELL: Final = 58
_HOVER: Final = "%{customdata[0]}<br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>"


def crossings_matrix(counted: Crossings, *, dark: bool) -> go.Figure:
    """A heatmap with the count in every cell, and what its zero means where there is none.

    Cells between sides where nobody was asked are hatched and say so. The first
    :data:`MOST_SIDES` sides by number of members are drawn; the table has them all.
    """
    drawn = _largest(counted)
    names = [label(counted.sides[at]) for at in drawn]
    counts = counted.relationships[np.ix_(drawn, drawn)]
    silences = [[counted.silence(row, column) for column in drawn] for row in drawn]
    figure = go.Figure(
        go.Heatmap(
            z=[
                [None if silence else int(count) for count, silence in zip(*row, strict=True)]
                for row in zip(counts, silences, strict=True)
            ],
            customdata=_hover(counted, drawn),
            hovertemplate=_HOVER,
            texttemplate="%{z:,}",
            textfont={"size": 15},
            colorscale=list(palette.ORDINAL_DARK if dark else palette.ORDINAL),
            zmin=0,
            showscale=False,
            xgap=3,
            ygap=3,
            hoverongaps=True,
        )
    )
    for row, cells in enumerate(silences):
        for column, silence in enumerate(cells):
            if silence is not None:
                _draw_silence(figure, silence, row, column, dark=dark)
    ticks = {"tickvals": list(range(len(drawn))), "ticktext": names, "showgrid": False}
    figure.update_xaxes(
        **ticks, side="top", fixedrange=True, tickangle=-35 if len(drawn) > 4 else 0
    )
    figure.update_yaxes(**ticks, autorange="reversed", fixedrange=True)
    figure.update_layout(
        title_text=title(headline(counted)), margin={"l": 8, "r": 8, "t": 150, "b": 8}
    )
    return on_paper(figure, dark=dark, height=170 + max(3, len(drawn)) * _CELL)


def crossings_alt(counted: Crossings) -> str:
    """The figure in words."""
    counts = [
        f"{near}: {int(counted.relationships[at, at])} within"
        for at, near in enumerate(counted.sides[:MOST_SIDES])
    ]
    return " ".join(
        ["Relationships within and between sides.", headline(counted), *details(counted)]
    ) + (f" {'; '.join(counts)}." if counts else "")


def _largest(counted: Crossings) -> list[int]:
    members = counted.response["members"].to_numpy()
    first = np.argsort(-members, kind="stable")[:MOST_SIDES]
    return sorted(int(at) for at in first)


def _hover(counted: Crossings, drawn: list[int]) -> list[list[list[str]]]:
    return [[_hover_of(counted, row, column) for column in drawn] for row in drawn]


def _hover_of(counted: Crossings, row: int, column: int) -> list[str]:
    near, far = label(counted.sides[row], most=60), label(counted.sides[column], most=60)
    where = f"Within {near}" if row == column else f"Between {near} and {far}"
    silence = counted.silence(row, column)
    count = int(counted.relationships[row, column])
    what = silence.value.capitalize() if silence else f"{count:,} relationships"
    pairs, answered = int(counted.pairs[row, column]), int(counted.answered[row, column])
    return [where, what, f"An end answered in {answered:,} of {pairs:,} possible pairs"]


def _draw_silence(
    figure: go.Figure, silence: Silence, row: int, column: int, *, dark: bool
) -> None:
    ink = palette.outline(dark=dark)
    line = {"color": ink, "width": 1}
    box = {"x0": column - 0.47, "x1": column + 0.47, "y0": row - 0.47, "y1": row + 0.47}
    if silence is Silence.NO_PAIR:
        figure.add_annotation(
            x=column, y=row, text="one<br>alone", showarrow=False, font={"size": 12}
        )
        return
    dash = "dot" if silence is Silence.NONE_REPORTED else "solid"
    figure.add_shape(type="rect", **box, line={**line, "dash": dash})
    if silence is Silence.NOT_ASKED:
        for at in (-0.47, -0.235, 0.0, 0.235, 0.47):
            low, high = max(-0.47, at - 0.47), min(0.47, at + 0.47)
            figure.add_shape(
                type="line",
                x0=column + low,
                x1=column + high,
                y0=row + at - low,
                y1=row + at - high,
                line=line,
                opacity=0.35,
            )
    words = "<br>".join(silence.value.split(" ", 1))
    paper = palette.PAPER_DARK if dark else palette.PAPER
    figure.add_annotation(
        x=column, y=row, text=words, showarrow=False, font={"size": 12}, bgcolor=paper, borderpad=2
    )
