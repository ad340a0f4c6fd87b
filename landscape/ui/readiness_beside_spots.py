"""From a figure to the very spot where the map can be put right."""

from typing import Final

import streamlit as st

from landscape.analysis.evidence import PlaceKind
from landscape.services.round_evidence import Figure
from landscape.ui import context
from landscape.ui.text import escape, shorten

_GROUPS: Final = "pages/mapping/groups.py"
_STANDING: Final = "pages/readiness/standing.py"
_PEOPLE: Final = "pages/mapping/stakeholders.py"
_LINES: Final = "pages/mapping/relationships.py"
_BOUNDARIES: Final = "pages/boundaries/boundaries.py"
# The page that shows one of a kind, and what it is called in the address.
_PAGES: Final[dict[PlaceKind, tuple[str, str]]] = {
    "constituency": (_GROUPS, "group"),
    "stakeholder": (_PEOPLE, "stakeholder"),
    "boundary": ("pages/boundaries/crossings.py", "boundary"),
    "relationship": (_LINES, "relationship"),
}
# What a boundary protects and costs is said on its card.
_DESCRIBED: Final = (_BOUNDARIES, "boundary")
# Where a measure is put right as a whole, by its code; group cards for all others.
_WHOLE: Final = {
    "E05": (_LINES, "Relationships"),
    **dict.fromkeys(("E07", "E08", "E09", "E10", "E11", "E12"), (_STANDING, "Our standing")),
    "E14": (_BOUNDARIES, "Boundaries"),
    "E15": (_BOUNDARIES, "Boundaries"),
    "E16": (_LINES, "Relationships"),
    "E32": (_LINES, "Relationships"),
    "E34": (_LINES, "Relationships"),
}
_MOST: Final = 12


def put_right(figure: Figure) -> None:
    """Ways to the spots behind a figure, and to the page that holds all of it."""
    with st.popover("Put the map right", icon=":material/edit:", type="tertiary"):
        for place, name in zip(figure.places[:_MOST], figure.names, strict=False):
            page, called = _DESCRIBED if figure.code == "E14" else _PAGES[place.kind]
            st.page_link(
                page,
                label=escape(shorten(name, 60)),
                icon=":material/location_on:",
                query_params={**context.here(), called: place.id},
            )
        page, title = _WHOLE.get(figure.code, (_GROUPS, "Groups"))
        st.page_link(
            page, label=f"All in {title}", icon=":material/edit:", query_params=context.here()
        )
