"""Which store, which landscape, and on whose behalf: what every page asks first."""

import gc
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import urlsplit

import streamlit as st

from landscape.assessments import instruments
from landscape.model.errors import NotFoundError
from landscape.model.landscape import Landscape
from landscape.model.principal import GUEST, LOCAL, Principal
from landscape.services import room
from landscape.services.samples import load_sample
from landscape.store.base import Store
from landscape.store.duckdb.store import DuckDBStore
from landscape.ui import state

CHOOSER: Final = "pages/landscape/landscapes.py"
JOINING: Final = "pages/readiness/joining.py"
OVERVIEW: Final = "pages/landscape/overview.py"
SETTINGS: Final = "pages/landscape/settings.py"
FIRST_SAMPLE: Final = "climate-adaptation"
# What stands in the address of somebody who joins a round, and of somebody who has a seat in it.
CODE: Final = "code"
SEAT: Final = "seat"
_PARAMETER: Final = "landscape"
_DEFAULT_FILE: Final = Path(__file__).resolve().parents[2] / "data" / "landscape.duckdb"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One landscape at one revision, as seen by one principal."""

    store: Store
    principal: Principal
    landscape_id: str
    landscape: Landscape
    revision: int


def open_store() -> Store:
    """The store that all visits share; the first run makes the first sample, and never again."""
    return _shared_store(str(_database_file()))


def principal() -> Principal:
    """Who acts: the owner, or in a room whoever has not the owner's browser."""
    if room.room_key() is None or room.is_owner(st.context.cookies.get(room.COOKIE)):
        return LOCAL
    return GUEST


def is_answering() -> bool:
    """Whether this visit is for answering only: by a code, a seat, or from outside."""
    return principal() is GUEST or any(name in st.query_params for name in (CODE, SEAT))


def public_address() -> str:
    """Where others reach this Landscape: its place in the room's network, else where you see it."""
    in_room = room.room_address()
    if in_room is not None:
        return in_room
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}" if here.netloc else "http://localhost:8501"


def open_landscape() -> View:
    """The chosen landscape; without any, say how to begin and stop the page."""
    view: View | None = state.visit().view or chosen_landscape()
    if view is None:
        st.title("Your first landscape")
        st.write(
            "A landscape holds a challenge nobody can solve alone, "
            "and everyone with a stake in it. Begin with an empty one, a template, "
            "or a sample to look around in."
        )
        st.page_link(CHOOSER, label="Begin a landscape", icon=":material/add:")
        st.stop()
    return view


def chosen_landscape() -> View | None:
    """The landscape in the address, else the one open in this visit, else the one changed last."""
    store = open_store()
    named = st.query_params.get(_PARAMETER)
    wanted = named or state.visit().landscape_id
    try:
        landscape = store.landscape(principal(), wanted) if wanted else None
    except NotFoundError:
        _forget(named)
        landscape = None
    if landscape is None:
        held = store.landscapes(principal())
        if not held:
            return None
        landscape = held[0]
    go_to(landscape.id)
    return View(
        store=store,
        principal=principal(),
        landscape_id=landscape.id,
        landscape=landscape,
        revision=landscape.revision,
    )


def go_to(landscape_id: str) -> None:
    """Open a landscape in this visit and name it in the address."""
    state.enter_landscape(landscape_id)
    if st.query_params.get(_PARAMETER) != landscape_id:
        st.query_params[_PARAMETER] = landscape_id


def here() -> dict[str, str]:
    """The parameters of an address that stays in the landscape at hand."""
    landscape_id = state.visit().landscape_id
    return {_PARAMETER: landscape_id} if landscape_id else {}


def open_page(page: str, landscape_id: str) -> NoReturn:
    """Go to a page of a landscape."""
    state.enter_landscape(landscape_id)
    st.switch_page(page, query_params={_PARAMETER: landscape_id})


def leave() -> None:
    """Close the landscape at hand in this visit."""
    state.visit().landscape_id = None
    st.query_params.pop(_PARAMETER, None)


def _forget(named: str | None) -> None:
    """Drop a landscape that is not there; one named in the address leads to the chooser."""
    leave()
    if named is not None:
        state.put_notice("That landscape is not here. Open another one below.")
        st.switch_page(CHOOSER)


def _database_file() -> Path:
    """Where the landscapes are kept: LANDSCAPE_DB, else the data folder."""
    chosen = os.environ.get("LANDSCAPE_DB")
    return Path(chosen) if chosen else _DEFAULT_FILE


@st.cache_resource(show_spinner="Opening your landscapes ...")
def _shared_store(file: str) -> Store:
    """Open the file once a process, and spare what is loaded by then from garbage collection."""
    instruments()  # refused at once where a published file is not as it was
    path = Path(file)
    is_first_run = not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    store = DuckDBStore.open(path)
    if is_first_run:
        # Only a file that was just made: a sample that was deleted does not come back.
        load_sample(LOCAL, store, FIRST_SAMPLE)
    gc.collect()
    gc.freeze()
    return store
