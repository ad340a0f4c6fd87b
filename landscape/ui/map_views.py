"""Saved views of the map: keep one, open one, put them in order, and show them to a room."""

from collections.abc import Mapping
from functools import partial
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from landscape.model.map_look import MapLook
from landscape.model.map_view import MapView
from landscape.services import map_views
from landscape.ui import (
    anatomy,
    context,
    forms,
    map_look_state,
    map_view_state,
    state,
)
from landscape.ui.canvas import Camera, MapEvent, MapHead
from landscape.ui.context import View
from landscape.ui.map_editing import undo_words
from landscape.ui.map_marks import WIDTH
from landscape.ui.map_view_forms import keep_view, rename_view
from landscape.ui.text import escape, plain, shorten

# The gestures that :func:`handle` answers.
HANDLED: Final = frozenset({"keep", "step", "present"})


def handle(view: View, event: MapEvent, look: MapLook) -> bool:
    """Do what one gesture asks, in the body of the script.

    Says whether the page has to be drawn anew; where a form was opened it must not be.
    """
    if event.type == "keep":
        keep_view(view, look, event.camera)
        return False
    if event.type == "step" and event.id is not None:
        map_view_state.show(view, event.id)
        return True
    if event.type == "present":
        map_view_state.present(on=event.on)
        return True
    return False


def head(view: View, about: Mapping[str, object] | None = None) -> MapHead:
    """What the map is told beside what it draws: views, undo and redo, and where to look."""
    kept = map_view_state.saved(view)
    opened = map_look_state.opened_view()
    shown = next((one for one in kept if one.id == opened), None)
    undo, redo = undo_words(view)
    return MapHead(
        editable=view.principal.may_write,
        camera=_camera(shown) if shown else None,
        look_at=f"{opened} {map_view_state.turn(view)}" if shown else "",
        views=tuple((one.id, plain(one.name), plain(one.sentence or "")) for one in kept),
        at=shown.id if shown else None,
        present=bool(kept) and map_view_state.is_presenting(),
        undo=undo,
        redo=redo,
        about=dict(about or {}),
    )


def views_popover(view: View, look: MapLook) -> None:
    """The saved views in their order, and what can be done with the one at hand."""
    kept = map_view_state.saved(view)
    listed = st.popover("Views", key="map_views", on_change="rerun")
    if not listed.open:
        return
    with listed.container(width=WIDTH):
        if kept:
            _list(view, look, kept)
        else:
            anatomy.quiet(
                "A view keeps what the map shows, how, and from where, with a sentence to say. "
                "Several in an order tell a story."
            )
        with st.container(horizontal=True):
            if view.principal.may_write and st.button(
                "Keep this view",
                key="keep_view",
                type="secondary" if kept else "primary",
                icon=":material/bookmark_add:",
            ):
                keep_view(view, look, None)
            if kept:
                st.button(
                    "Present",
                    key="present_views",
                    type="primary",
                    icon=":material/slideshow:",
                    help="Full screen, view by view, with your sentences in large letters.",
                    on_click=_present,
                    args=(view, kept),
                )


def _list(view: View, look: MapLook, kept: tuple[MapView, ...]) -> None:
    by_id = {one.id: one for one in kept}
    at_hand = map_view_state.at_hand(view)
    key = state.showing(f"saved_views.{view.landscape_id}", at_hand.id if at_hand else None)
    st.radio(
        "Saved views",
        list(by_id),
        index=None,
        format_func=lambda id_: _listed(by_id[id_]),
        key=key,
        label_visibility="collapsed",
        on_change=_follow,
        args=(view, key),
    )
    if at_hand is None:
        return
    if map_look_state.opened_view() != at_hand.id:
        _changed_since(view, look, at_hand)
    if view.principal.may_write:
        _what_to_do(view, kept, at_hand)
    _address(at_hand)


def _listed(kept: MapView) -> str:
    name = escape(shorten(kept.name, 60))
    said = escape(shorten(kept.sentence or "", 90))
    return f"{name}  \n:small[:gray[{said}]]" if said else name


def _changed_since(view: View, look: MapLook, at_hand: MapView) -> None:
    anatomy.quiet("You have changed the map since.")
    with st.container(horizontal=True):
        st.button(
            "Show it again",
            key="view.again",
            icon=":material/replay:",
            on_click=map_view_state.show,
            args=(view, at_hand.id),
        )
        if view.principal.may_write:
            st.button(
                "Keep what it shows now",
                key="view.renew",
                icon=":material/sync:",
                on_click=_renew,
                args=(view, look, at_hand),
            )


def _what_to_do(view: View, kept: tuple[MapView, ...], at_hand: MapView) -> None:
    here = (view.principal, view.store, view.landscape_id, at_hand.id)
    with st.container(horizontal=True, gap="xsmall"):
        for label, icon, by, at_end in (
            ("Earlier", ":material/arrow_upward:", -1, kept[0]),
            ("Later", ":material/arrow_downward:", 1, kept[-1]),
        ):
            st.button(
                label,
                key=f"view.{label.lower()}",
                icon=icon,
                disabled=at_hand.id == at_end.id,
                on_click=forms.attempt,
                args=(partial(map_views.move, *here, by),),
            )
        if st.button("Rename", key="view.rename"):
            rename_view(view, at_hand)
        st.button(
            "Copy",
            key="view.copy",
            on_click=forms.attempt,
            args=(partial(map_views.copy, *here),),
        )
        st.button(
            "Remove",
            key="view.remove",
            icon=":material/delete:",
            help="The map stays as it is. You can undo this.",
            on_click=_remove,
            args=(view, at_hand.id),
        )


def _address(at_hand: MapView) -> None:
    """What to send so that somebody else sees the same."""
    page = (st.context.url or "").partition("?")[0]
    words = urlencode({**context.here(), map_look_state.PARAMETER: at_hand.id})
    st.markdown("Its address, to send:")
    st.code(f"{page}?{words}", language=None, wrap_lines=True)


def _follow(view: View, key: str) -> None:
    map_view_state.show(view, state.value_of(key))


def _present(view: View, kept: tuple[MapView, ...]) -> None:
    at_hand = map_view_state.at_hand(view)
    map_view_state.show(view, (at_hand or kept[0]).id)
    map_view_state.present(on=True)


def _renew(view: View, look: MapLook, kept: MapView) -> None:
    """Bring a view up to date; where everybody stands otherwise, it shows all of the map."""
    stands = (look.arrangement, look.boundary_id, look.centre_id)
    stood = (kept.look.arrangement, kept.look.boundary_id, kept.look.centre_id)
    camera = kept.camera if stands == stood else None
    here = (view.principal, view.store, view.landscape_id)
    forms.attempt(partial(map_views.renew, *here, kept.id, look, camera))
    if state.visit().problem is None:
        map_view_state.take_up(view, kept.id)


def _remove(view: View, view_id: str) -> None:
    here = (view.principal, view.store, view.landscape_id)
    forms.attempt(partial(map_views.remove, *here, view_id))
    if state.visit().problem is None:
        map_view_state.let_go(view, view_id)


def _camera(shown: MapView) -> Camera | None:
    """Where a view looks from; one without a place of its own shows everybody."""
    kept = shown.camera
    return None if kept is None else Camera(x=kept.x, y=kept.y, span=kept.span)
