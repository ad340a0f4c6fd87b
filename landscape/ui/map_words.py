"""What the map says in words: how many there are, what is left out, how it came about."""

from typing import Final

import streamlit as st

from landscape.model.map_look import Arrangement, MapLook
from landscape.ui import anatomy, derived_map
from landscape.ui.context import View
from landscape.ui.text import count, escape

_FRUCHTERMAN: Final = (
    "Fruchterman and Reingold (1991), Software: Practice and Experience 21(11), inside each disc."
)
_OURS: Final = "The landscape's own records."
_WORKED_OUT: Final = {
    Arrangement.GROUPS: (
        "Each group has a disc of its own; groups with more between them stand nearer.",
        _FRUCHTERMAN,
    ),
    Arrangement.SIDES: (
        "Each side of the boundary has a disc of its own, and those on no side have one. "
        "Who stands on several sides stands between the discs.",
        _FRUCHTERMAN,
    ),
    Arrangement.RINGS: (
        "In the middle stand those from whom one looks, around them whoever is one, two or three "
        "live relationships away, outside those whom no relationship leads to. "
        "Each group has its sector.",
        _OURS,
    ),
    Arrangement.FREE: (
        "Whoever has much to do with each other stands near; groups are not looked at.",
        "Fruchterman and Reingold (1991), Software: Practice and Experience 21(11).",
    ),
    Arrangement.DRAWN: ("Everybody stands where the file that was brought says.", _OURS),
    Arrangement.GRID: (
        "A cell for each two ratings of influence and interest; within a cell the place says "
        "nothing.",
        _OURS,
    ),
    Arrangement.LEVELS: (
        "A band for each level of scale; within a band the place says nothing.",
        _OURS,
    ),
    Arrangement.PLACES: (
        "By latitude and longitude; those at one place stand around it, and no map service is "
        "asked.",
        _OURS,
    ),
}


def in_words(view: View, asked: MapLook) -> str:
    """How many there are, and in groups how many relationships reach from one to another."""
    read = derived_map.counts(view)
    whole = read.crossing + read.within
    said = f"{count(read.stakeholders, 'stakeholder')}, {count(whole, 'relationship')}"
    if asked.arrangement is not Arrangement.GROUPS:
        return f"{said}."
    return f"{said}: {read.crossing:,} between groups, {read.within:,} within one."


def in_force(view: View, asked: MapLook) -> None:
    """What is left out or brought out, and who has no place here; nothing where all is shown."""
    said = [*derived_map.seen(view, asked).words, derived_map.arranged(view, asked).absent]
    words = " ".join(escape(sentence) for sentence in said if sentence)
    if words:
        st.markdown(words)


def worked_out(asked: MapLook) -> None:
    """How the places, sizes and bands of the picture came about, once somebody asks."""
    disclosed = st.expander("How this is worked out", key="map_worked_out", on_change="rerun")
    if not disclosed.open:
        return
    formula, source = _WORKED_OUT[asked.arrangement]
    with disclosed:
        st.markdown(
            f"{formula} At first a mark is larger the more relationships a stakeholder has, and "
            "above 300 relationships the picture shows bands with counts; come closer, or point at "
            "somebody, for single lines."
        )
        anatomy.quiet(f"Source: {source}")
        anatomy.quiet(
            "Not recorded: No line between two means that nothing is recorded, not that there is "
            "nothing: see Crossings."
        )
