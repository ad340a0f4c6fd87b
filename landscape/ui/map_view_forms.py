"""The forms to keep a view of the map, and to give it other words."""

from functools import partial

import streamlit as st

from landscape.model.ids import draw_id
from landscape.model.map_look import MapLook
from landscape.model.map_view import LONGEST_NAME, LONGEST_SENTENCE, MapCamera, MapView
from landscape.services import map_views
from landscape.store.base import Batch
from landscape.ui import anatomy, forms, map_view_state, state
from landscape.ui.canvas import Camera
from landscape.ui.context import View
from landscape.ui.text import escape, shorten


@st.dialog("Keep this view", width="medium", on_dismiss="rerun")
def keep_view(view: View, look: MapLook, camera: Camera | None) -> None:
    """Give what the map shows a name and a sentence, or put it in place of the view at hand."""
    forms.close_when_saved()
    key = f"keep_view.{view.landscape_id}.{view.revision}"
    at_hand = map_view_state.at_hand(view)
    instead = None
    if at_hand is not None:
        instead = st.segmented_control(
            "Keep it",
            ["own", at_hand.id],
            default="own",
            required=True,
            format_func=lambda option: (
                "as a view of its own"
                if option == "own"
                else escape(f"in place of {shorten(at_hand.name, 40)}")
            ),
            key=f"{key}.instead",
        )
    with st.form(f"{key}.form", border=False):
        if at_hand is None or instead == "own":
            _words(key, MapView(id="", name="?"), is_there=False)
        else:
            st.markdown("Its name, its sentence and its place in the order stay.")
        if camera is None:
            anatomy.quiet(
                "It shows all of the map. To keep the part that you look at, "
                "press Keep this view on the map itself."
            )
        replaced = at_hand.id if at_hand is not None and instead == at_hand.id else None
        st.form_submit_button(
            "Keep it",
            type="primary",
            on_click=_keep,
            args=(view, look, camera, key, replaced),
        )


@st.dialog("Rename this view", width="medium", on_dismiss="rerun")
def rename_view(view: View, kept: MapView) -> None:
    """Give a view another name, or another sentence."""
    forms.close_when_saved()
    key = f"rename_view.{kept.id}.{view.revision}"
    with st.form(f"{key}.form", border=False):
        _words(key, kept, is_there=True)
        st.form_submit_button(
            "Save",
            type="primary",
            on_click=forms.attempt,
            args=(partial(_rename, view, kept, key),),
        )


def _words(key: str, kept: MapView, *, is_there: bool) -> None:
    st.text_input(
        "Name",
        value=kept.name if is_there else "",
        max_chars=LONGEST_NAME,
        key=f"{key}.name",
        placeholder="Where the conversation stops",
    )
    st.text_area(
        "What it says, in a sentence",
        value=kept.sentence or "",
        max_chars=LONGEST_SENTENCE,
        key=f"{key}.sentence",
        height=90,
        help="Shown in large letters while you present.",
    )


def _keep(view: View, look: MapLook, camera: Camera | None, key: str, replaced: str | None) -> None:
    """Store what the map shows, and look at it as that view from here on."""
    fresh = replaced or draw_id("v")
    forms.attempt(partial(_store, view, look, camera, key, replaced, fresh))
    if state.visit().problem is None:
        map_view_state.take_up(view, fresh)


def _store(
    view: View,
    look: MapLook,
    camera: Camera | None,
    key: str,
    replaced: str | None,
    fresh: str,
) -> Batch:
    here = (view.principal, view.store, view.landscape_id)
    seen = MapCamera(x=camera.x, y=camera.y, span=camera.span) if camera else None
    if replaced is not None:
        return map_views.renew(*here, replaced, look, seen)
    kept = MapView(
        id=fresh,
        name=forms.said(f"{key}.name") or "",
        sentence=forms.said(f"{key}.sentence"),
        look=look,
        camera=seen,
    )
    return map_views.save_view(*here, kept)


def _rename(view: View, kept: MapView, key: str) -> Batch:
    return map_views.rename(
        view.principal,
        view.store,
        view.landscape_id,
        kept.id,
        name=forms.said(f"{key}.name") or "",
        sentence=forms.said(f"{key}.sentence"),
        seen=kept,
    )
