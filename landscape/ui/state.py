"""What one visit remembers between runs: the only place that touches st.session_state.

It holds ids and small things to show; whatever can be read from the store is read from the store.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import streamlit as st

from landscape.model.errors import LandscapeError
from landscape.model.map_look import MapLook
from landscape.store.base import Batch

_KEY = "visit"


@dataclass(slots=True, kw_only=True)
class Visit:
    """One open browser tab. `view` is what this run has open, and forgotten when it ends."""

    landscape_id: str | None = None
    page: str | None = None
    selected_stakeholder: str | None = None
    trail: list[str] = field(default_factory=list)
    drafts: dict[str, Any] = field(default_factory=dict)
    choices: dict[tuple[str, str], str] = field(default_factory=dict)
    looks: dict[str, MapLook] = field(default_factory=dict)
    gestures: dict[str, list[Any]] = field(default_factory=dict)
    notice: str | None = None
    problem: LandscapeError | None = None
    saved_at: datetime | None = None
    screen: str | None = None
    seat: str | None = None
    offered: Batch | None = None
    deleted: tuple[str, str] | None = None
    standing_in_the_way: tuple[str, tuple[str, ...]] | None = None
    closing: bool = False
    presenting: bool = False
    view: Any = None


def visit() -> Visit:
    """The visit that the run belongs to."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Visit()
    remembered: Visit = st.session_state[_KEY]
    return remembered


def enter_page(page: str) -> None:
    """Begin a run of `page`; what was offered on another page is no longer offered."""
    here = visit()
    here.closing = False
    here.view = None
    if here.page != page:
        here.page = page
        here.offered = None
        here.problem = None
        here.deleted = None
        here.standing_in_the_way = None
        here.presenting = False


def enter_landscape(landscape_id: str) -> None:
    """Open another landscape; what was remembered of the one before is let go."""
    here = visit()
    if here.landscape_id != landscape_id:
        here.landscape_id = landscape_id
        here.selected_stakeholder = None
        here.trail = []
        here.saved_at = None
        here.offered = None


def keep_gestures(landscape_id: str, gestures: Iterable[Any]) -> None:
    """Keep what hands did on the map of a landscape until the whole page runs."""
    visit().gestures.setdefault(landscape_id, []).extend(gestures)


def take_gestures(landscape_id: str) -> list[Any]:
    """What hands did on the map of a landscape since, once."""
    return visit().gestures.pop(landscape_id, [])


def put_notice(sentence: str) -> None:
    """Show one sentence at the top of the next run; it is Markdown, so names in it are escaped."""
    visit().notice = sentence


def take_notice() -> str | None:
    """The sentence to show, once."""
    here = visit()
    notice, here.notice = here.notice, None
    return notice


def keep_problem(problem: LandscapeError) -> None:
    """Show what went wrong in a callback in the run that follows it."""
    visit().problem = problem


def take_problem() -> LandscapeError | None:
    """What went wrong in a callback, once."""
    here = visit()
    problem, here.problem = here.problem, None
    return problem


def keep_saved(at: datetime, batch: Batch | None) -> None:
    """Remember that something was saved, and what can be undone where it happened."""
    here = visit()
    here.saved_at = at
    here.offered = batch
    here.closing = True


def chosen(landscape_id: str, what: str) -> str | None:
    """The id that was last chosen of `what` in a landscape."""
    return visit().choices.get((landscape_id, what))


def choose(landscape_id: str, what: str, id_: str) -> None:
    """Remember the id that is chosen of `what` in a landscape."""
    visit().choices[landscape_id, what] = id_


def value_of(key: str, default: Any = None) -> Any:
    """What the widget with this key holds; callbacks run before their widgets are drawn."""
    return st.session_state.get(key, default)


def set_value(key: str, value: Any) -> None:
    """Set the widget with this key before it is drawn."""
    st.session_state[key] = value


def showing(key: str, value: Any) -> str:
    """The key of a widget that shows `value` when it is drawn."""
    if value_of(key) != value:
        set_value(key, value)
    return key
