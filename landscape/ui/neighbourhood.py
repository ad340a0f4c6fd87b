"""The drawing of the walk: the only module that knows streamlit-agraph."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from landscape.analysis.neighbourhood import Neighbourhood
from landscape.charts import palette
from landscape.charts.palette import GroupStyle
from landscape.ui.text import shorten

_HEIGHT: Final = 540
_SETTLES: Final = 100
_SHAPES: Final = {"circle": "dot", "square": "square", "triangle": "triangle", "diamond": "diamond"}
_SIZES: Final = {0: 26, 1: 16, 2: 11}
_RINGS: Final = {0: 0.0, 1: 240.0, 2: 470.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How one stakeholder looks: its name, its group's name and style."""

    name: str
    group: str
    style: GroupStyle


def draw_neighbourhood(around: Neighbourhood, seen: Mapping[str, Seen], *, key: str) -> str | None:
    """Draw the stakeholders around one; returns the id of the one that was clicked, else None.

    The bundle runs markup from titles, and from ids where there is no title: ids are opaque, titles
    are taken away after building, and names are only labels, which are painted on a canvas.
    """
    # Imported by the server's launcher, its files are not found; so only where it is drawn.
    from streamlit_agraph import Config, Edge, Node

    dark = st.context.theme.type == "dark"
    shown = list(around.steps)
    opaque = {stakeholder_id: f"n{at}" for at, stakeholder_id in enumerate(shown)}
    places = _places(around, seen)
    vertices = []
    for stakeholder_id in shown:
        looks = _looks(around.steps[stakeholder_id], seen[stakeholder_id], dark=dark)
        x, y = places[stakeholder_id]
        vertex = Node(id=opaque[stakeholder_id], x=x, y=y, **looks)
        vertex.title = None
        vertices.append(vertex.to_dict())
    lines = [
        Edge(
            id=f"e{at}",
            source=opaque[source],
            target=opaque[target],
            color=palette.INNER,
            width=1,
        ).to_dict()
        for at, (source, target) in enumerate(
            around.relationships.itertuples(index=False, name=None)
        )
    ]
    config = Config(height=_HEIGHT, directed=False, physics=len(shown) <= _SETTLES)
    config.width = "100%"
    config.edges = {"smooth": False, "arrows": ""}
    config.interaction = {"hover": False, "navigationButtons": False, "keyboard": False}
    del config.groups
    data = {"nodes": vertices, "edges": lines}
    clicked = _component(json.dumps(data), json.dumps(config.to_dict()), key)
    named = {drawn: stakeholder_id for stakeholder_id, drawn in opaque.items()}
    return named.get(clicked) if isinstance(clicked, str) else None


def _component(data: str, config: str, key: str) -> Any:
    """The keyed call; without a key, every change of data would lose zoom and value."""
    import streamlit_agraph

    return streamlit_agraph._agraph(data=data, config=config, key=key)


def _looks(step: int, seen: Seen, *, dark: bool) -> dict[str, Any]:
    ink = palette.outline(dark=dark)
    paint = seen.style.colour_dark if dark else seen.style.colour
    return {
        "label": f"{shorten(seen.name, 28)}\n({shorten(seen.group, 24)})",
        "shape": _SHAPES[seen.style.shape],
        "size": _SIZES[step],
        "color": {"background": paint, "border": ink, "highlight": {"background": paint}},
        "borderWidth": 4 if step == 0 else palette.OUTLINE_WIDTH,
        "font": {"color": ink, "size": 17 if step == 0 else 14, "strokeWidth": 0},
    }


def _places(around: Neighbourhood, seen: Mapping[str, Seen]) -> dict[str, tuple[float, float]]:
    """Rings around the centre, those of one group side by side: the same at every visit."""
    places: dict[str, tuple[float, float]] = {}
    for step, radius in _RINGS.items():
        ring: Sequence[str] = sorted(
            (one for one, its in around.steps.items() if its == step),
            key=lambda one: (seen[one].group, seen[one].name, one),
        )
        for at, one in enumerate(ring):
            angle = 2 * math.pi * at / len(ring) - math.pi / 2
            places[one] = (round(radius * math.cos(angle), 1), round(radius * math.sin(angle), 1))
    return places
