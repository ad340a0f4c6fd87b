"""The row above the map: how everybody stands, what marks say, who is shown, what to keep."""

from typing import Final

import streamlit as st

from landscape.model.map_look import Arrangement, MapLook
from landscape.services.arranging import Offer
from landscape.ui import (
    derived,
    derived_map,
    map_connections,
    map_filters,
    map_look_state,
    map_marks,
    map_out,
    map_views,
    state,
)
from landscape.ui.anatomy import quiet
from landscape.ui.context import View
from landscape.ui.map_finding import named_stakeholders
from landscape.ui.text import count_of, told_apart

_FIRST: Final = {
    Arrangement.GROUPS: "Groups",
    Arrangement.SIDES: "Sides of a boundary",
    Arrangement.RINGS: "From where we stand",
}
_TIPS: Final = {
    Arrangement.FREE: "Whoever has much to do with each other stands near.",
    Arrangement.DRAWN: "Where they stood in the file that brought them.",
    Arrangement.GRID: "Influence upwards, interest to the right.",
    Arrangement.LEVELS: "A band for each level, from a person to international.",
    Arrangement.PLACES: "By latitude and longitude; nothing is asked of a map service.",
}


def row(view: View, asked: MapLook) -> None:
    """All that changes the picture, in one row; each can be reached by keyboard."""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", key="map_controls"
    ):
        offers = {offer.arrangement: offer for offer in derived_map.offers(view)}
        _first_three(view, asked, offers)
        _more(view, asked, offers)
        map_marks.popover(view, asked)
        map_filters.popover(view, asked)
        map_connections.popover(view, asked)
        map_views.views_popover(view, asked)
        map_out.take_away(view, asked)


def show_everything(view: View, asked: MapLook) -> None:
    """How many are shown where some are left out, and the way back to all of them."""
    if not map_look_state.is_asked(asked):
        return
    shown = derived_map.seen(view, asked).shown
    quiet(count_of(int(shown.sum()), len(shown), "shown"))
    st.button(
        "Show everything",
        type="tertiary",
        icon=":material/filter_alt_off:",
        key="show_everything",
        on_click=map_look_state.show_everything,
        args=(view,),
    )


def _first_three(view: View, asked: MapLook, offers: dict[Arrangement, Offer]) -> None:
    """The three that most people need; what lacks its data is told about under More."""
    first = [one for one in _FIRST if one in offers and offers[one].enough]
    if not first:
        return
    key = f"arrange.{view.landscape_id}"
    around_one = asked.arrangement is Arrangement.RINGS and asked.centre_id is not None
    here = asked.arrangement if asked.arrangement in first and not around_one else None
    if state.value_of(key) != here:
        state.set_value(key, here)
    # A radio and no segmented control: what is chosen there cannot be read on a dark page.
    st.radio(
        "Arrange by",
        first,
        index=None,
        horizontal=True,
        format_func=_FIRST.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=_arrange_by,
        args=(view, key),
    )
    if asked.arrangement is Arrangement.SIDES:
        _pick_boundary(view, asked)


def _pick_boundary(view: View, asked: MapLook) -> None:
    named = _boundaries(view)
    key = f"sides_of.{view.landscape_id}.{view.revision}"
    if state.value_of(key) != asked.boundary_id:
        state.set_value(key, asked.boundary_id)
    st.selectbox(
        "Sides of which boundary",
        list(named),
        format_func=told_apart(named, 60).__getitem__,
        key=key,
        label_visibility="collapsed",
        width=150,
        on_change=_by_sides,
        args=(view, key),
    )


def _more(view: View, asked: MapLook, offers: dict[Arrangement, Offer]) -> None:
    more = st.popover("More", key="arrange_more", on_change="rerun")
    if not more.open:
        return
    with more.container(width=map_marks.WIDTH):
        for arrangement, label in _FIRST.items():
            if arrangement in offers and not offers[arrangement].enough:
                quiet(f"{label}: {offers[arrangement].why_not}")
        places = st.columns(2)
        for at, (arrangement, tip) in enumerate(_TIPS.items()):
            with places[at % 2]:
                _offer(view, asked, offers[arrangement], tip)
        with places[len(_TIPS) % 2]:
            _around_one(view, asked)


def _around_one(view: View, asked: MapLook) -> None:
    """Rings around somebody, in place of all of us."""
    centre = asked.centre_id if asked.arrangement is Arrangement.RINGS else None
    named = named_stakeholders(view, "arrange_around", [centre] if centre else [])
    key = f"arrange_around.{view.landscape_id}"
    st.selectbox(
        "Around one stakeholder",
        list(named),
        index=None,
        format_func=named.__getitem__,
        key=state.showing(key, centre if centre in named else None),
        placeholder="Choose somebody",
        on_change=_by_centre,
        args=(view, key),
    )


def _offer(view: View, asked: MapLook, offer: Offer, tip: str) -> None:
    """One more way to arrange; where its data are missing, which ones."""
    st.button(
        offer.label,
        key=f"arrange.{offer.arrangement}",
        type="primary" if asked.arrangement is offer.arrangement else "secondary",
        disabled=not offer.enough,
        width="stretch",
        on_click=_arrange,
        args=(view, offer.arrangement),
    )
    quiet(tip if offer.enough else offer.why_not)


def _arrange_by(view: View, key: str) -> None:
    chosen = state.value_of(key)
    if chosen is not None:
        _arrange(view, Arrangement(chosen))


def _arrange(view: View, arrangement: Arrangement, centre_id: str | None = None) -> None:
    boundary_id = map_look_state.look(view).boundary_id
    if arrangement is Arrangement.SIDES:
        named = _boundaries(view)
        last = boundary_id or state.chosen(view.landscape_id, "boundary")
        boundary_id = last if last in named else next(iter(named))
    map_look_state.change(
        view, arrangement=arrangement, boundary_id=boundary_id, centre_id=centre_id
    )


def _by_centre(view: View, key: str) -> None:
    chosen = state.value_of(key)
    if chosen is not None:
        _arrange(view, Arrangement.RINGS, str(chosen))


def _by_sides(view: View, key: str) -> None:
    map_look_state.change(view, arrangement=Arrangement.SIDES, boundary_id=state.value_of(key))


def _boundaries(view: View) -> dict[str, str]:
    boundary = derived.snapshot(view, "boundary").boundary
    return dict(zip(boundary["id"], boundary["name"], strict=True))
