"""The map page: the map, its table twin, and what a gesture on it does."""

from typing import Final

import streamlit as st

from landscape.model.map_look import MapLook
from landscape.services import placing
from landscape.ui import (
    anatomy,
    context,
    derived_map,
    map_connections,
    map_filters,
    pickers,
    stakeholders,
    state,
    tables,
)
from landscape.ui.canvas import MapEvent, draw_map
from landscape.ui.context import View
from landscape.ui.text import count, escape

_HEIGHT: Final = 540
_SMALL: Final = 420
# After these the page is drawn again, to show what they did.
_DRAWN_ANEW: Final = ("move", "filter", "focus")


def whole_map(view: View, asked: MapLook) -> None:
    """The map at its full size; gestures on it are handled here."""
    _draw(view, asked, key=f"map.{view.landscape_id}", height=_HEIGHT)


def small_map(view: View) -> None:
    """The map on the overview: to look at and to walk in."""
    _draw(view, MapLook(), key=f"small_map.{view.landscape_id}", height=_SMALL)


def in_force(view: View, asked: MapLook) -> None:
    """What is left out or brought out, in words, with the way back to everything."""
    said = derived_map.seen(view, asked).words
    if not said:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="in_force"):
        st.markdown(" ".join(escape(sentence) for sentence in said), width="content")


def table_twin(view: View) -> None:
    """The same in a table: everybody with their group and with whom they have to do."""
    twin = st.expander(
        "The same as a table",
        icon=":material/table_rows:",
        key=f"twin.{view.landscape_id}",
        on_change="rerun",
    )
    if twin.open:
        with twin:
            tables.table(
                derived_map.table(view),
                alt="Stakeholders with group, number of relationships and neighbours",
                columns={
                    "name": st.column_config.TextColumn("Name", width="medium"),
                    "group": st.column_config.TextColumn("Group", width="small"),
                    "relationships": st.column_config.NumberColumn("Relationships", width=110),
                    "neighbours": st.column_config.TextColumn("With", width="large"),
                },
            )


def in_words(view: View) -> str:
    """How many there are, and how many relationships reach from one group to another."""
    read = derived_map.counts(view)
    whole = read.crossing + read.within
    return (
        f"{count(read.stakeholders, 'stakeholder')}, {count(whole, 'relationship')}: "
        f"{read.crossing} between groups, {read.within} within one."
    )


def tidy_button(view: View) -> None:
    """Place everybody anew, as a step that can be undone."""
    st.button(
        "Tidy the map",
        icon=":material/auto_fix_high:",
        help="Places everybody anew, but for those you have moved by hand. You can undo it.",
        on_click=_tidy,
        args=(view,),
    )


def _tidy(view: View) -> None:
    anatomy.saved(placing.tidy(view.principal, view.store, view.landscape_id))


def _draw(view: View, asked: MapLook, *, key: str, height: int) -> None:
    linked = st.query_params.get("stakeholder")
    events = draw_map(
        derived_map.payload(view, asked),
        key=key,
        height=height,
        selected=linked or state.chosen(view.landscape_id, "stakeholder") or None,
    )
    for event in events:
        _handle(view, event)
    if any(event.type in _DRAWN_ANEW for event in events):
        st.rerun()


def _handle(view: View, event: MapEvent) -> None:
    """What one gesture does; the map has shown it already."""
    if event.type == "filter":
        if event.field is not None and event.key is not None:
            map_filters.toggle(view, event.field, event.key)
        return
    if event.type == "focus":
        map_connections.focus_on(view, event.ids)
        return
    if event.id is None:
        state.choose(view.landscape_id, "stakeholder", "")
        return
    pickers.choose(view, "stakeholder", event.id)
    if event.type == "move" and event.x is not None and event.y is not None:
        anatomy.saved(
            placing.pin(view.principal, view.store, view.landscape_id, event.id, event.x, event.y)
        )
    elif event.type == "walk":
        st.switch_page(
            "pages/mapping/walk.py", query_params={**context.here(), "stakeholder": event.id}
        )
    elif event.type == "edit":
        stakeholders.edit_by_id(view, event.id)
