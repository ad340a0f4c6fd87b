"""What all figures share: clear paper, the page's ink, and labels that cannot be markup."""

import textwrap
import unicodedata

import plotly.graph_objects as go

from landscape.charts import palette


def label(text: str, *, most: int = 28) -> str:
    """Text from people for a position that Plotly reads as markup: one short line without it."""
    readable = "".join(
        sign for sign in " ".join(text.split()) if unicodedata.category(sign)[0] != "C"
    )
    short = readable if len(readable) <= most else readable[: most - 1].rstrip() + "…"
    return short.replace("<", "\u2039").replace(">", "\u203a")


def title(text: str, *, width: int = 90) -> str:
    """A sentence with user text in it, in lines of at most `width` characters."""
    return in_lines(label(text, most=400), width)


def in_lines(words: str, width: int) -> str:
    """A label in lines of at most `width` characters."""
    return "<br>".join(textwrap.wrap(words, width))


def on_paper(figure: go.Figure, *, dark: bool, height: int) -> go.Figure:
    """Give a figure its paper, ink and size; returns it."""
    ink = palette.outline(dark=dark)
    figure.update_layout(
        height=height,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "Source Sans, sans-serif", "color": ink, "size": 14},
        title={
            "font": {"size": 16, "color": ink},
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 20, "l": 8},
        },
        showlegend=False,
        dragmode=False,
        hoverlabel={"align": "left"},
    )
    return figure
