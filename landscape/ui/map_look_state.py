"""How the map is looked at in this visit: as the address says, then as changed by hand."""

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from landscape.model.map_look import FieldFilter, LineFilter, MapLook, PathAsk
from landscape.services.map_views import find, fitting
from landscape.ui import derived, state
from landscape.ui.context import View

PARAMETER: Final = "view"
_OPENED: Final = "view opened"


def look(view: View) -> MapLook:
    """How the map is looked at, without what has gone from the landscape since.

    A view that the address names is taken up once; what is changed after that counts.
    """
    linked = st.query_params.get(PARAMETER, "")
    if linked and linked != state.chosen(view.landscape_id, _OPENED):
        _open(view, linked)
    kept = state.visit().looks.get(view.landscape_id, MapLook())
    if kept == MapLook():
        return kept
    fitted, lost = fitting(kept, derived.snapshot(view, "stakeholder", "constituency", "boundary"))
    if lost:
        # Said once: what is kept from here on is what fits.
        state.visit().looks[view.landscape_id] = fitted
        st.info(" ".join(lost))
    return fitted


def change(view: View, **parts: Any) -> None:
    """Look at the map in another way in `parts`; it is no longer the saved view in the address."""
    put(view, replace(look(view), **parts))


def put(view: View, wanted: MapLook) -> None:
    """Look at the map as `wanted`."""
    st.query_params.pop(PARAMETER, None)
    state.choose(view.landscape_id, _OPENED, "")
    state.visit().looks[view.landscape_id] = wanted


def opened_view() -> str | None:
    """The id of the saved view that the map shows as it was saved, or None."""
    return st.query_params.get(PARAMETER)


def open_view(view: View, view_id: str) -> None:
    """Look at the map as a saved view does, and name it in the address."""
    st.query_params[PARAMETER] = view_id
    state.choose(view.landscape_id, _OPENED, "")


def colour_by(view: View, field: str) -> None:
    """Colour by a field; a shape that went with the colour goes with it."""
    asked = look(view)
    shape = field if asked.shape == asked.colour else asked.shape
    change(view, colour=field, shape=shape)


def show_everything(view: View) -> None:
    """Let everybody and everything be seen; where they stand and what marks say stays."""
    change(view, filters=(), lines=LineFilter(), focus=(), path=None, highlight_id=None)


def with_first_marks(asked: MapLook) -> MapLook:
    """The same with colours, sizes, shapes and borders as in the first picture."""
    first = MapLook()
    return replace(
        asked, colour=first.colour, size=first.size, shape=first.shape, border=first.border
    )


def is_asked(asked: MapLook) -> bool:
    """Say whether anything is left out or brought out before the rest."""
    narrowed = bool(asked.filters or asked.focus) or asked.lines != LineFilter()
    return narrowed or asked.path is not None or asked.highlight_id is not None


def filter_of(asked: MapLook, field: str) -> FieldFilter | None:
    """What a look asks of one field."""
    return next((one for one in asked.filters if one.field == field), None)


def set_filter(view: View, field: str, wanted: FieldFilter | None) -> None:
    """Ask something of one field in place of what was asked of it; None asks nothing."""
    others = tuple(one for one in look(view).filters if one.field != field)
    change(view, filters=(*others, wanted) if wanted else others)


def set_path(view: View, wanted: PathAsk | None) -> None:
    """Show the shortest connections between two; None shows the whole map."""
    change(view, path=wanted)


def _open(view: View, view_id: str) -> None:
    """Take up a saved view; one that is not there leaves the map as it was, and says so."""
    found = find(derived.snapshot(view, "map_view"), view_id)
    if found is None:
        st.query_params.pop(PARAMETER)
        st.info("The view in the address is not in this landscape.")
        return
    state.choose(view.landscape_id, _OPENED, view_id)
    state.visit().looks[view.landscape_id] = found.look
