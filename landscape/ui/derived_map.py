"""What the map draws, kept under (landscape, revision, the parts of the look it needs, role).

A public function takes the view and a look; a private one with the key in its arguments is cached.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from landscape.analysis.arranged import Arranged
from landscape.model.map_look import Arrangement, LineFilter, MapLook
from landscape.model.map_view import MapView
from landscape.services import (
    arranging,
    map_asking,
    map_fields,
    map_ghosts,
    map_metrics,
    map_silence,
    map_views,
    mapping,
)
from landscape.services.arranging import Offer
from landscape.services.map_asking import Seen
from landscape.services.map_fields import MapField
from landscape.services.map_metrics import ALL_LINES, Measured, MetricsTable
from landscape.services.mapping import Map, MapCounts, counts_of, map_of
from landscape.ui import map_styling
from landscape.ui.canvas.payload import MapPayload, Piece, looks_piece
from landscape.ui.context import View
from landscape.ui.derived import snapshot
from landscape.ui.map_coding import Coding
from landscape.ui.map_drawing import ghosts_of, people_of, places_of

# Streamlit hashes a look field by field, which takes four times as long.
_AS_TEXT: Final[dict[str | type[Any], Callable[[Any], Any]]] = {MapLook: repr, LineFilter: repr}


def payload(view: View, look: MapLook) -> MapPayload:
    """What the map draws under one look; each piece is kept under what it depends on."""
    return MapPayload(
        scene=scene(view, look),
        people=_people(view.landscape_id, view.revision, view.principal.role, _view=view),
        places=_places(
            *(view.landscape_id, view.revision, *_stand(look), view.principal.role), _view=view
        ),
        looks=_looks(
            *(view.landscape_id, view.revision, _marks(look), view.principal.role), _view=view
        ),
    )


def scene(view: View, look: MapLook) -> str:
    """The landscape and its arrangement, by which a browser keeps where it looks."""
    arrangement, around = _stand(look)
    return "/".join([view.landscape_id, *([around] if around else []), arrangement])


def whole(view: View) -> Map:
    """Everybody and what runs between them."""
    return _whole(view.landscape_id, view.revision, view.principal.role, _view=view)


def counts(view: View) -> MapCounts:
    """How many stakeholders and relationships the map has."""
    return _facts(view.landscape_id, view.revision, view.principal.role, _view=view)[0]


def fields(view: View) -> tuple[MapField, ...]:
    """What can be asked of those on the map: fields, boundaries and measures."""
    return _fields(view.landscape_id, view.revision, view.principal.role, _view=view)


def values(view: View, key: str, lines: LineFilter = ALL_LINES) -> pd.Series:
    """What one field says of each of the map's people, by row; measures count `lines` only."""
    if name := map_fields.metric_of(key):
        return map_fields.as_values(_measured_of(view, name, lines))
    return _values(view.landscape_id, view.revision, key, view.principal.role, _view=view)


def coding(view: View, key: str, lines: LineFilter = ALL_LINES) -> Coding:
    """What the values of one field become on the map."""
    return map_styling.coding(whole(view), key, partial(values, view, lines=lines), fields(view))


def measured(view: View, name: str, lines: LineFilter) -> tuple[str, ...]:
    """What a measure was worked out from, in sentences."""
    return _measured_of(view, name, lines).said


def _measured_of(view: View, name: str, lines: LineFilter) -> Measured:
    """A measure, worked out once for what it says and for what marks say by it."""
    return _measured(view.landscape_id, view.revision, name, lines, view.principal.role, _view=view)


def metrics_table(view: View, lines: LineFilter, on: date) -> MetricsTable:
    """All measures of everybody, with the paragraph on how they were worked out."""
    return _metrics_table(
        view.landscape_id, view.revision, lines, on, view.principal.role, _view=view
    )


def offers(view: View) -> tuple[Offer, ...]:
    """Every arrangement, with whether enough is recorded for it."""
    return _facts(view.landscape_id, view.revision, view.principal.role, _view=view)[1]


def saved_views(view: View) -> tuple[MapView, ...]:
    """The saved views in their order."""
    return _facts(view.landscape_id, view.revision, view.principal.role, _view=view)[2]


def seen(view: View, look: MapLook) -> Seen:
    """Who and what a look shows, brings out, and says in words."""
    return _seen(view.landscape_id, view.revision, _marks(look), view.principal.role, _view=view)


def arranged(view: View, look: MapLook) -> Arranged:
    """Where everybody stands under a look."""
    return _arranged(
        *(view.landscape_id, view.revision, *_stand(look), view.principal.role), _view=view
    )


def _stand(look: MapLook) -> tuple[Arrangement, str | None]:
    """The part of a look that says where everybody stands: how, and around what."""
    around = {Arrangement.SIDES: look.boundary_id, Arrangement.RINGS: look.centre_id}
    return look.arrangement, around.get(look.arrangement)


def _marks(look: MapLook) -> MapLook:
    """The part of a look that does not depend on where everybody stands."""
    return replace(look, arrangement=Arrangement.GROUPS, boundary_id=None, centre_id=None)


@st.cache_data(max_entries=16, show_spinner=False)
def _whole(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> Map:
    return map_of(snapshot(_view, *mapping.TABLES))


@st.cache_data(max_entries=64, show_spinner=False)
def _facts(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> tuple[MapCounts, tuple[Offer, ...], tuple[MapView, ...]]:
    """What every run asks, small enough to be given out quickly."""
    read = snapshot(_view, *arranging.TABLES, *map_views.TABLES)
    return counts_of(whole(_view)), arranging.offered(read), map_views.views(read)


@st.cache_data(max_entries=16, show_spinner=False)
def _people(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> Piece:
    return people_of(whole(_view))


@st.cache_data(max_entries=32, show_spinner=False)
def _places(
    landscape_id: str,
    revision: int,
    arrangement: Arrangement,
    around: str | None,
    role: str,
    *,
    _view: View,
) -> Piece:
    stand = _arranged(landscape_id, revision, arrangement, around, role, _view=_view)
    silent = map_silence.gaps(snapshot(_view, *map_silence.TABLES), whole(_view), stand)
    named = "/".join([landscape_id, *([around] if around else []), arrangement])
    return places_of(named, stand, silent)


@st.cache_data(max_entries=32, show_spinner=False)
def _arranged(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    arrangement: Arrangement,
    around: str | None,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> Arranged:
    return arranging.arranged(
        snapshot(_view, *arranging.TABLES),
        whole(_view),
        arrangement=arrangement,
        boundary_id=around,
        centre_id=around,
    )


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=_AS_TEXT)
def _looks(
    landscape_id: str,
    revision: int,
    look: MapLook,
    role: str,
    *,
    _view: View,
) -> Piece:
    return looks_piece(
        map_styling.looks(
            whole(_view),
            look,
            _seen(landscape_id, revision, look, role, _view=_view),
            partial(values, _view, lines=look.lines),
            fields(_view),
            ghosts_of(snapshot(_view, *map_ghosts.TABLES)) if look.ghosts else (),
        )
    )


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs=_AS_TEXT)
def _seen(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    look: MapLook,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> Seen:
    return map_asking.seen(
        snapshot(_view, *map_fields.TABLES),
        whole(_view),
        look,
        partial(values, _view, lines=look.lines),
    )


@st.cache_data(max_entries=32, show_spinner=False)
def _fields(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> tuple[MapField, ...]:
    return map_fields.fields(snapshot(_view, *map_fields.TABLES))


@st.cache_data(max_entries=128, show_spinner=False)
def _values(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    key: str,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> pd.Series:
    return map_fields.values_of(whole(_view), snapshot(_view, *map_fields.TABLES), key)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=_AS_TEXT)
def _measured(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    name: str,
    lines: LineFilter,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> Measured:
    return map_metrics.measured(whole(_view), name, lines)


@st.cache_data(max_entries=8, show_spinner=False)
def _metrics_table(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    lines: LineFilter,
    on: date,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> MetricsTable:
    whole_snapshot = snapshot(_view, *map_fields.TABLES)
    return map_metrics.metrics_table(whole(_view), whole_snapshot, on=on, lines=lines)
