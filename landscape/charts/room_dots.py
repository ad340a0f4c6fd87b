"""One question before a room: its sentences below one another, and a dot for each answer."""

import math
from collections import Counter
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from landscape.analysis.results import ItemResult
from landscape.charts import palette
from landscape.charts.paper import in_lines, label, on_paper
from landscape.model.instrument import Instrument
from landscape.model.scales import OffScale

_ASIDE: Final = (OffScale.CANT_SAY, OffScale.NOT_APPLICABLE, OffScale.NO_ANSWER)
_LEAST_ROOM: Final = 12
_ROW: Final = 74
_SHORT_ROW: Final = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class _Size:
    """How wide sentences run, and how large they and the dots are."""

    line: int
    text: int
    dot: int


_ROOM: Final = _Size(line=56, text=17, dot=24)
_PHONE: Final = _Size(line=24, text=13, dot=14)


def room_dots(
    instrument: Instrument, found: ItemResult, *, dark: bool, narrow: bool = False
) -> go.Figure:
    """The sentences from the highest level down, then the other answers that were given.

    A line stands at the median, between two sentences where it lies between them. `narrow` fits it
    to a phone.
    """
    size = _PHONE if narrow else _ROOM
    most = max([_LEAST_ROOM, *Counter(found.levels).values(), *found.off_scale.values()])
    dot = size.dot * _LEAST_ROOM / most
    ink = palette.outline(dark=dark)
    item = instrument.item(found.item_id)
    counts = [found.levels.count(anchor.level) for anchor in item.anchors]
    aside = [code for code in _ASIDE if found.off_scale[code]]
    others = [found.off_scale[code] for code in aside]
    spots = dict(zip(aside, range(0, -len(aside), -1), strict=True))
    figure = go.Figure()
    if not math.isnan(found.centre):
        figure.add_hline(y=found.centre, line={"color": palette.INNER, "width": 6}, layer="below")
    figure.add_scatter(
        x=[at for count in counts for at in range(1, count + 1)],
        y=[a.level for a, count in zip(item.anchors, counts, strict=True) for _ in range(count)],
        mode="markers",
        hoverinfo="skip",
        marker={
            "size": dot,
            "color": palette.ordinal(4, dark=dark),
            "line": {"color": ink, "width": palette.OUTLINE_WIDTH},
        },
    )
    figure.add_scatter(
        x=[at for count in others for at in range(1, count + 1)],
        y=[spots[code] for code in aside for _ in range(found.off_scale[code])],
        mode="markers",
        hoverinfo="skip",
        marker={"size": dot * 0.9, "symbol": "circle-open", "color": ink, "line": {"width": 2}},
    )
    words = {
        anchor.level: in_lines(f"{anchor.level} · {label(anchor.text, most=220)}", size.line)
        for anchor in item.anchors
    } | {spots[code]: in_lines(instrument.off_scale_answer(code).name, size.line) for code in aside}
    highest = item.anchors[-1].level
    figure.update_yaxes(
        tickvals=list(words),
        ticktext=list(words.values()),
        range=[0.4 - len(aside), highest + 0.6],
        automargin=True,
        ticks="",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickfont={"size": size.text},
        ticklabelstandoff=12,
    )
    figure.update_xaxes(
        range=[0.3, most + 0.7],
        showticklabels=False,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        ticks="",
    )
    figure.update_layout(margin={"l": 8, "r": 8, "t": 8, "b": 8})
    lines = max(text.count("<br>") + 1 for text in words.values())
    row = max(_ROW, lines * (size.text + 6) + 10)
    height = 24 + row * len(item.anchors) + _SHORT_ROW * len(aside)
    return on_paper(figure, dark=dark, height=height)


def room_dots_alt(instrument: Instrument, found: ItemResult) -> str:
    """The figure in words: how many chose each sentence, and each other answer."""
    item = instrument.item(found.item_id)
    said = [
        f"{found.levels.count(anchor.level)} at {anchor.level}, {anchor.text.rstrip('.')}"
        for anchor in item.anchors
        if anchor.level in found.levels
    ] + [
        f"{found.off_scale[code]} {instrument.off_scale_answer(code).name.lower()}"
        for code in _ASIDE
        if found.off_scale[code]
    ]
    return f"{item.statement} {'; '.join(said) or 'No answer'}."
