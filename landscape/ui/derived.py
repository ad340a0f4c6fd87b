"""What pages work out from a landscape, kept under (landscape, revision, parameters, role).

Home of st.cache_data, with derived_map.py for what the map draws. A public function takes the view
and ids; a private one with the key in its arguments is cached. Frames are never a key, and the
visit is never read in here.
"""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Literal

import pandas as pd
import streamlit as st

from landscape.analysis.boundaries import Crossings
from landscape.analysis.coverage import distinct_values
from landscape.analysis.evidence import Evidence
from landscape.analysis.live import LiveFilter, live_relationships
from landscape.analysis.neighbourhood import Neighbourhood, neighbourhood
from landscape.formats.source import SourceTable
from landscape.model.assessment import Round
from landscape.model.principal import Principal
from landscape.services import duplicates, lists, map_editing, reading
from landscape.services import overview as services_overview
from landscape.services.importing.importing import SourceFile
from landscape.services.importing.problems import Problem
from landscape.services.map_copies import sources_of
from landscape.services.map_editing import LastChanges
from landscape.services.overview import Overview
from landscape.store.base import MAP_TABLES, Snapshot, Store
from landscape.ui.context import View

ReadFiles = tuple[list[SourceTable], list[Problem]]


def snapshot(view: View, *tables: str) -> Snapshot:
    """The named tables of the landscape at one revision; all map tables when none is named."""
    return _snapshot(
        view.landscape_id,
        view.revision,
        tables or MAP_TABLES,
        view.principal.role.value,
        _store=view.store,
        _principal=view.principal,
    )


@st.cache_data(max_entries=64, show_spinner=False)
def _snapshot(
    landscape_id: str,
    revision: int,  # noqa: ARG001  part of the key
    tables: tuple[str, ...],
    role: str,  # noqa: ARG001  part of the key
    *,
    _store: Store,
    _principal: Principal,
) -> Snapshot:
    return _store.snapshot(_principal, landscape_id, tables=tables)


def overview(view: View) -> Overview:
    """What the first page says of the landscape."""
    rounds = view.store.rounds(view.principal, view.landscape_id)
    return _overview(
        view.landscape_id, view.revision, bool(rounds), view.principal.role.value, _view=view
    )


@st.cache_data(max_entries=64, show_spinner=False)
def _overview(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    has_round: bool,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> Overview:
    return services_overview.overview(snapshot(_view), has_round=has_round)


def stakeholder_list(view: View) -> pd.DataFrame:
    """Every stakeholder with group, number of relationships and whether they were asked."""
    return _list("stakeholder", view.landscape_id, view.revision, view.principal.role, _view=view)


def relationship_list(view: View) -> pd.DataFrame:
    """Every relationship with its ends, their groups and what was reported."""
    return _list("relationship", view.landscape_id, view.revision, view.principal.role, _view=view)


@st.cache_data(max_entries=32, show_spinner=False)
def _list(
    what: Literal["stakeholder", "relationship"],
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> pd.DataFrame:
    read = {
        "stakeholder": lists.stakeholder_list,
        "relationship": lists.relationship_list,
    }[what]
    return read(snapshot(_view, "stakeholder", "constituency", "relationship", "report"))


def last_changes(view: View) -> LastChanges:
    """What one press of undo or redo would take back or bring back."""
    return _last_changes(
        view.landscape_id, view.revision, view.principal.id, view.principal.role, _view=view
    )


@st.cache_data(max_entries=64, show_spinner=False)
def _last_changes(
    landscape_id: str,
    revision: int,  # noqa: ARG001  part of the key
    principal_id: str,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> LastChanges:
    return map_editing.last_changes(_view.principal, _view.store, landscape_id)


def likely_duplicates(view: View) -> tuple[duplicates.Likely, ...]:
    """Who may stand on the map twice, the likeliest first."""
    return _likely_duplicates(view.landscape_id, view.revision, view.principal.role, _view=view)


@st.cache_data(max_entries=16, show_spinner="Comparing names ...")
def _likely_duplicates(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> tuple[duplicates.Likely, ...]:
    return duplicates.likely_duplicates(snapshot(_view, "stakeholder", "constituency"))


def crossings(view: View, boundary_id: str, chosen: LiveFilter = reading.ALL_LIVE) -> Crossings:
    """What crosses a boundary, counted on the live relationships that pass `chosen`."""
    return _crossings(
        view.landscape_id, view.revision, boundary_id, chosen, view.principal.role, _view=view
    )


@st.cache_data(max_entries=64, show_spinner=False)
def _crossings(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    boundary_id: str,
    chosen: LiveFilter,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> Crossings:
    return reading.crossings_at(snapshot(_view, *reading.BOUNDARY_TABLES), boundary_id, chosen)


def reach(view: View, boundary_id: str, chosen: LiveFilter = reading.ALL_LIVE) -> pd.DataFrame:
    """Who reaches across a boundary, most sides first."""
    return _reach(
        view.landscape_id, view.revision, boundary_id, chosen, view.principal.role, _view=view
    )


@st.cache_data(max_entries=32, show_spinner=False)
def _reach(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    boundary_id: str,
    chosen: LiveFilter,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> pd.DataFrame:
    return reading.reach_at(snapshot(_view, *reading.BOUNDARY_TABLES), boundary_id, chosen)


def dividing_values(view: View) -> dict[str, tuple[str, ...]]:
    """What is recorded about stakeholders with at least two different values, and these."""
    return _dividing_values(view.landscape_id, view.revision, view.principal.role, _view=view)


@st.cache_data(max_entries=16, show_spinner=False)
def _dividing_values(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> dict[str, tuple[str, ...]]:
    return distinct_values(snapshot(_view, "stakeholder").stakeholder)


def evidence(view: View) -> dict[str, Evidence]:
    """What the map shows, by the code of each measure."""
    return _evidence(
        view.landscape_id,
        view.revision,
        datetime.now(UTC).date(),
        view.principal.role,
        _view=view,
    )


@st.cache_data(max_entries=32, show_spinner=False)
def _evidence(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    today: date,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> dict[str, Evidence]:
    return reading.evidence_of(snapshot(_view, *reading.EVIDENCE_TABLES), today)


def answers(view: View, round_: Round) -> pd.DataFrame:
    """The answers of a round, kept under the round's own revision."""
    return _answers(view.landscape_id, round_.id, round_.revision, view.principal.role, _view=view)


@st.cache_data(max_entries=32, show_spinner=False)
def _answers(
    landscape_id: str,
    round_id: str,
    revision: int,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> pd.DataFrame:
    return _view.store.answers(_view.principal, landscape_id, round_id)


def around(view: View, centres: tuple[str, ...], reach: int) -> Neighbourhood:
    """Who is within some steps of these stakeholders, on live relationships."""
    return _around(
        view.landscape_id, view.revision, centres, reach, view.principal.role, _view=view
    )


@st.cache_data(max_entries=64, show_spinner=False)
def _around(
    landscape_id: str,  # noqa: ARG001  part of the key
    revision: int,  # noqa: ARG001  part of the key
    centres: tuple[str, ...],
    reach: int,
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> Neighbourhood:
    relationship = snapshot(_view, "relationship").relationship
    live = live_relationships(relationship, reading.ALL_LIVE)
    return neighbourhood(live, centres, reach=reach)


def parsed(view: View, files: tuple[SourceFile, ...], read: Callable[[], ReadFiles]) -> ReadFiles:
    """The tables in uploaded files, read once an hour for whoever uploaded them.

    `read` gives them, or raises while they are being read; then nothing is kept.
    """
    key = tuple((hashlib.sha256(file.data).hexdigest(), file.name, file.form) for file in files)
    return _parsed(view.principal.id, key, _read=read)


@st.cache_data(max_entries=8, ttl=3600, show_spinner=False)
def _parsed(
    principal_id: str,  # noqa: ARG001  part of the key
    key: tuple[tuple[str, str, str | None], ...],  # noqa: ARG001  part of the key
    *,
    _read: Callable[[], ReadFiles],
) -> ReadFiles:
    return _read()


def sources(view: View) -> tuple[str, ...]:
    """What was brought into the landscape from elsewhere, for what is taken from its map."""
    return _sources(view.landscape_id, view.revision, view.principal.role, _view=view)


@st.cache_data(max_entries=32, show_spinner=False)
def _sources(
    landscape_id: str,
    revision: int,  # noqa: ARG001  part of the key
    role: str,  # noqa: ARG001  part of the key
    *,
    _view: View,
) -> tuple[str, ...]:
    return sources_of(_view.principal, _view.store, landscape_id)
