"""Crossings as a matrix: how many relationships run within each side and between every two."""

from typing import Final

import numpy as np
import plotly.graph_objects as go

from landscape.analysis.boundaries import Crossings, Silence
from landscape.analysis.findings import details, headline, where_most
from landscape.charts import palette
from landscape.charts.paper import in_lines, label, on_paper, title

MOST_SIDES: Final = 12
# With at most these the picture leaves room beside it.
FEW_SIDES: Final = 5
_CELL: Final = 64
# About as many characters as fit in a line where there are few sides.
_LINE: Final = 46
_WORDS: Final = {
    Silence.NONE_REPORTED: "none<br>reported",
    Silence.NOT_ASKED: "not<br>asked",
    Silence.NO_PAIR: "one<br>alone",
}
_Stroke = tuple[float, float, float, float]
_EDGE: Final = 0.46
_SQUARE: Final[tuple[_Stroke, ...]] = (
    (-_EDGE, -_EDGE, _EDGE, -_EDGE),
    (_EDGE, -_EDGE, _EDGE, _EDGE),
    (_EDGE, _EDGE, -_EDGE, _EDGE),
    (-_EDGE, _EDGE, -_EDGE, -_EDGE),
)
# Slanting strokes across two corners leave the middle clear for the words.
_HATCH: Final[tuple[_Stroke, ...]] = tuple(
    stroke
    for at in (0.1, 0.2, 0.3, 0.4)
    for stroke in (
        (-_EDGE, at - _EDGE, at - _EDGE, -_EDGE),
        (_EDGE, _EDGE - at, _EDGE - at, _EDGE),
    )
)
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
    _draw_silences(figure, silences, dark=dark)
    few = len(drawn) <= FEW_SIDES
    ticks = {"tickvals": list(range(len(drawn))), "showgrid": False, "ticks": "", "zeroline": False}
    heads = [in_lines(name, _LINE // len(drawn)) for name in names] if few else names
    figure.update_xaxes(
        **ticks,
        ticktext=heads,
        automargin=True,
        side="top",
        fixedrange=True,
        tickangle=0 if few else -35,
    )
    figure.update_yaxes(
        **ticks, ticktext=names, automargin=True, autorange="reversed", fixedrange=True
    )
    words = title(where_most(counted), width=_LINE if few else 90)
    above = 70 + 22 * (words.count("<br>") + 1)
    figure.update_layout(title_text=words, margin={"l": 8, "r": 8, "t": above, "b": 8})
    return on_paper(figure, dark=dark, height=above + 8 + max(3, len(drawn)) * _CELL)


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


def _draw_silences(figure: go.Figure, silences: list[list[Silence | None]], *, dark: bool) -> None:
    """Words, outlines and hatches as few traces: hundreds of shapes would take minutes to build."""
    ink = palette.outline(dark=dark)
    where: dict[Silence, list[tuple[int, int]]] = {silence: [] for silence in Silence}
    for row, cells in enumerate(silences):
        for column, silence in enumerate(cells):
            if silence is not None:
                where[silence].append((row, column))
    for silence, dash, outline in (
        (Silence.NONE_REPORTED, "dot", _SQUARE),
        (Silence.NOT_ASKED, "solid", _SQUARE + _HATCH),
    ):
        _draw_lines(figure, where[silence], outline, {"color": ink, "width": 1, "dash": dash})
    for silence, words in _WORDS.items():
        figure.add_scatter(
            x=[column for _, column in where[silence]],
            y=[row for row, _ in where[silence]],
            text=[words] * len(where[silence]),
            mode="text",
            textfont={"size": 12, "color": ink},
            hoverinfo="skip",
        )


def _draw_lines(
    figure: go.Figure,
    cells: list[tuple[int, int]],
    strokes: tuple[_Stroke, ...],
    line: dict[str, object],
) -> None:
    # A missing value between two strokes lifts the pen.
    figure.add_scatter(
        x=[
            x
            for _, column in cells
            for x0, _, x1, _ in strokes
            for x in (column + x0, column + x1, None)
        ],
        y=[y for row, _ in cells for _, y0, _, y1 in strokes for y in (row + y0, row + y1, None)],
        mode="lines",
        line=line,
        hoverinfo="skip",
        connectgaps=False,
    )
