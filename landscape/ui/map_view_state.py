"""Which saved view of the map is at hand, and whether views are being presented."""

from typing import Final

import streamlit as st

from landscape.model.map_view import MapView
from landscape.services import map_views
from landscape.ui import derived, derived_map, map_look_state, state
from landscape.ui.context import View

_AT_HAND: Final = "saved view"  # the one that was opened last, also when the map has changed since
_TURN: Final = "view turned to"  # counts, so that the same view can be gone to again


def saved(view: View) -> tuple[MapView, ...]:
    """The saved views in their order."""
    return derived_map.saved_views(view)


def at_hand(view: View) -> MapView | None:
    """The view in the address, else the one that was opened last."""
    opened = map_look_state.opened_view()
    if opened is not None:
        state.choose(view.landscape_id, _AT_HAND, opened)
    wanted = state.chosen(view.landscape_id, _AT_HAND)
    return next((one for one in saved(view) if one.id == wanted), None)


def show(view: View, view_id: str) -> None:
    """Look at the map as a saved view does, and from where it was kept."""
    if map_views.find(derived.snapshot(view, "map_view"), view_id) is None:
        return
    turned = int(state.chosen(view.landscape_id, _TURN) or 0)
    state.choose(view.landscape_id, _TURN, str(turned + 1))
    take_up(view, view_id)


def turn(view: View) -> str:
    """How often a view was turned to in this visit."""
    return state.chosen(view.landscape_id, _TURN) or "0"


def take_up(view: View, view_id: str) -> None:
    """Look at the map as a view that was just stored as it is looked at."""
    state.choose(view.landscape_id, _AT_HAND, view_id)
    map_look_state.open_view(view, view_id)


def let_go(view: View, view_id: str) -> None:
    """Have no view at hand, as after this one was removed; the map stays as it is looked at."""
    state.choose(view.landscape_id, _AT_HAND, "")
    if map_look_state.opened_view() == view_id:
        st.query_params.pop(map_look_state.PARAMETER)


def present(*, on: bool) -> None:
    """Begin to show the views to a room, or end it."""
    state.visit().presenting = on


def is_presenting() -> bool:
    """Whether the views are being shown to a room."""
    return state.visit().presenting
