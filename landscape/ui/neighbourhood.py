"""The drawing of the walk: the only module that knows streamlit-agraph."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from landscape.analysis.neighbourhood import Neighbourhood
from landscape.analysis.neighbourhood_seats import seats_around
from landscape.charts import palette
from landscape.charts.palette import GroupStyle
from landscape.ui.text import shorten

_HEIGHT: Final = 540
# The centre and this many others show their names at once; the rest when one zooms in.
_NAMED: Final = 16
_SHAPES: Final = {"circle": "dot", "square": "square", "triangle": "triangle", "diamond": "diamond"}
_SIZES: Final = {0: 24, 1: 15, 2: 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How one stakeholder looks: its name, its group's name and style."""

    name: str
    group: str
    style: GroupStyle


def draw_neighbourhood(
    around: Neighbourhood,
    seen: Mapping[str, Seen],
    crosses: Callable[[str, str], bool],
    *,
    key: str,
) -> str | None:
    """Draw the stakeholders around the centre; the id of the one that was clicked, else None.

    Relationships that `crosses` says reach across a boundary are drawn stronger.

    The bundle runs markup from titles, and from ids where there is no title: ids are opaque, titles
    are taken away after building, and names are only labels, which are painted on a canvas.
    """
    # Imported by the server's launcher, its files are not found; so only where it is drawn.
    from streamlit_agraph import Config, Edge, Node

    dark = st.context.theme.type == "dark"
    shown = list(around.steps)
    opaque = {stakeholder_id: f"n{at}" for at, stakeholder_id in enumerate(shown)}
    seats = seats_around(around, {one: its.group for one, its in seen.items()})
    drawn = [
        Node(
            id=opaque[one],
            x=x,
            y=y,
            **_looks(
                around.steps[one],
                seen[one],
                alone=around.centres == (one,),
                quiet=at > _NAMED,
                dark=dark,
            ),
        )
        for at, (one, (x, y)) in enumerate(seats.places.items())
    ]
    drawn += [
        Node(id=f"g{at}", label=shorten(group, 28), x=x, y=y, **_heading(dark=dark))
        for at, (group, (x, y)) in enumerate(seats.headings.items())
    ]
    for one in drawn:
        one.title = None
    lines = [
        Edge(
            id=f"e{at}",
            source=opaque[source],
            target=opaque[target],
            **_line(crosses(source, target), dark=dark),
        )
        for at, (source, target) in enumerate(
            around.relationships.itertuples(index=False, name=None)
        )
    ]
    config = Config(height=_HEIGHT, directed=False, physics=False)
    config.width = "100%"
    config.edges = {"smooth": False, "arrows": {"to": {"enabled": False}}}
    config.interaction = {"hideEdgesOnDrag": False, "zoomSpeed": 0.6}
    del config.groups
    data = {"nodes": [one.to_dict() for one in drawn], "edges": [one.to_dict() for one in lines]}
    clicked = _component(json.dumps(data), json.dumps(config.to_dict()), key)
    named = {mark: stakeholder_id for stakeholder_id, mark in opaque.items()}
    return named.get(clicked) if isinstance(clicked, str) else None


def _component(data: str, config: str, key: str) -> Any:
    """The keyed call; without a key, every change of data would lose zoom and value."""
    import streamlit_agraph

    return streamlit_agraph._agraph(data=data, config=config, key=key)


def _looks(step: int, seen: Seen, *, alone: bool, quiet: bool, dark: bool) -> dict[str, Any]:
    """How a stakeholder is drawn; a quiet one shows its name when one zooms in.

    One who is `alone` in the middle has its group beneath its name.
    """
    ink = palette.outline(dark=dark)
    paint = seen.style.colour_dark if dark else seen.style.colour
    size = 20 if step == 0 else 17
    return {
        "label": shorten(seen.name, 22) + (f"\n({shorten(seen.group, 26)})" if alone else ""),
        "shape": _SHAPES[seen.style.shape],
        "size": _SIZES[step],
        "color": {"background": paint, "border": ink, "highlight": {"background": paint}},
        "borderWidth": 4 if step == 0 else palette.OUTLINE_WIDTH,
        "font": {"color": ink, "size": size, "vadjust": -4},
        "scaling": {"label": {"drawThreshold": size + 3 if quiet else 5}},
    }


def _line(is_across: bool, *, dark: bool) -> dict[str, Any]:
    """How a relationship is drawn; across a boundary it is thicker too, not only coloured."""
    if not is_across:
        return {"color": palette.INNER, "width": 1}
    return {"color": palette.CROSSING_DARK if dark else palette.CROSSING, "width": 3}


def _heading(*, dark: bool) -> dict[str, Any]:
    """How the name of a group is drawn, outside of those who belong to it."""
    return {
        "shape": "text",
        "font": {"color": palette.outline(dark=dark), "size": 19},
        "fixed": True,
    }
