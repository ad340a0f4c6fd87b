"""The map page: the map, and what a gesture on it does."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

import streamlit as st

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.map_look import Arrangement, MapLook
from landscape.services import placing
from landscape.ui import (
    anatomy,
    context,
    derived,
    derived_map,
    map_connections,
    map_editing,
    map_filters,
    map_out,
    map_views,
    pickers,
    stakeholders,
    state,
)
from landscape.ui.canvas import MapEvent, MapHead, draw_map
from landscape.ui.context import View

# Two thirds of a window of 1280 x 800, below the row of controls.
_HEIGHT: Final = 540
_SMALL: Final = 420
# What only says who is looked at; the map has shown it already.
_QUIET: Final = ("click", "deselect", "open")
_PLACED_ONCE: Final = (Arrangement.SIDES, Arrangement.FREE)


def whole_map(view: View, asked: MapLook) -> None:
    """The map at its full size; gestures on it are handled here."""
    _place_everybody(view, asked)
    _handle_all(view, asked)
    _draw(
        view,
        asked,
        key=f"map.{view.landscape_id}",
        height=_HEIGHT,
        head=map_views.head(view, map_out.told(view)),
    )


def small_map(view: View) -> None:
    """The map on the overview: to look at and to walk in."""
    _handle_all(view, MapLook())
    _draw(view, MapLook(), key=f"small_map.{view.landscape_id}", height=_SMALL, head=MapHead())


def tidy_button(view: View, asked: MapLook) -> None:
    """Place everybody anew, where places are kept, as a step that can be undone."""
    if asked.arrangement not in (Arrangement.GROUPS, *_PLACED_ONCE):
        return
    st.button(
        "Tidy the map",
        icon=":material/auto_fix_high:",
        help="Places everybody anew, but for those you have moved by hand. You can undo it.",
        on_click=_tidy,
        args=(view, asked),
    )


def _tidy(view: View, asked: MapLook) -> None:
    anatomy.saved(
        placing.tidy(
            view.principal, view.store, view.landscape_id, asked.arrangement, asked.boundary_id
        )
    )


def _place_everybody(view: View, asked: MapLook) -> None:
    """Find a place for everybody the first time that somebody chooses an arrangement."""
    if asked.arrangement not in _PLACED_ONCE:
        return
    snapshot = derived.snapshot(view, *placing.TABLES)
    if not placing.needs_placing(snapshot, asked.arrangement, asked.boundary_id):
        return
    with st.spinner("Finding a place for everybody ..."):
        placed = placing.place_for(
            view.principal, view.store, view.landscape_id, asked.arrangement, asked.boundary_id
        )
    if placed is not None:
        st.rerun()


def selected(view: View) -> tuple[str, ...]:
    """The ids of those who are selected on the map."""
    chosen = st.query_params.get("stakeholder") or state.chosen(view.landscape_id, "stakeholder")
    return (chosen,) if chosen else ()


@st.fragment
def _draw(view: View, asked: MapLook, *, key: str, height: int, head: MapHead) -> None:
    """Draw the map, and remember who is selected on it without drawing the page anew.

    Every other gesture changes what the page shows: it waits for a run of the whole page.
    """
    events = draw_map(
        derived_map.payload(view, asked),
        key=key,
        height=height,
        selected=next(iter(selected(view)), None),
        head=head,
    )
    for event in events:
        if event.type in _QUIET:
            _select(view, event)
    further = [event for event in events if event.type not in _QUIET]
    if further:
        state.keep_gestures(view.landscape_id, further)
    if further or _has_changed(view):
        st.rerun()


def _has_changed(view: View) -> bool:
    """Whether somebody has changed the landscape since the page was drawn."""
    here = view.store.landscape(view.principal, view.landscape_id)
    return here.revision != view.revision


def _select(view: View, event: MapEvent) -> None:
    """Remember who is selected on the map."""
    if event.id is None:
        state.choose(view.landscape_id, "stakeholder", "")
    else:
        pickers.choose(view, "stakeholder", event.id)


def _handle_all(view: View, asked: MapLook) -> None:
    """Do what was asked for by gestures since the last run of the page."""
    done = []
    gestures = state.take_gestures(view.landscape_id)
    for moving, some in groupby(gestures, key=lambda event: event.type == "move"):
        if moving:  # one hand moves all who are selected: one step to undo
            done.append(_move(view, asked, some))
        else:
            done += [_handle(view, asked, event) for event in some]
    if any(done):
        st.rerun()


def _handle(view: View, asked: MapLook, event: MapEvent) -> bool:
    """Do what one gesture asks; the map has shown it already.

    Says whether the page has to be drawn anew, to show what it did.
    """
    if event.type in map_editing.HANDLED:
        return map_editing.handle(view, event, asked)
    if event.type in map_views.HANDLED:
        return map_views.handle(view, event, asked)
    if event.type == "filter":
        map_filters.toggle(view, event.field or "", event.key or "")
        return True
    if event.type == "focus":
        map_connections.focus_on(view, event.ids)
        return True
    if event.id is None:
        return False
    pickers.choose(view, "stakeholder", event.id)
    if event.type == "walk":
        st.switch_page(
            "pages/mapping/walk.py", query_params={**context.here(), "stakeholder": event.id}
        )
    if event.type == "edit":
        stakeholders.edit_by_id(view, event.id)
    return False


def _move(view: View, asked: MapLook, events: Iterable[MapEvent]) -> bool:
    """Keep some where they were dragged to; where places follow from records, say so."""
    spots = {
        event.id: (event.x, event.y)
        for event in events
        if event.id is not None and event.x is not None and event.y is not None
    }
    try:
        batch = placing.pin_together(
            view.principal,
            view.store,
            view.landscape_id,
            spots,
            arrangement=asked.arrangement,
            boundary_id=asked.boundary_id,
        )
    except (InvalidValueError, NotFoundError) as problem:
        state.keep_problem(problem)
        return True
    anatomy.saved(batch)
    return True
