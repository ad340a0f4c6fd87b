"""Taking a change back, and what is offered when later changes stand in the way."""

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from landscape.model.errors import ConflictError, LandscapeError
from landscape.services.history import undo_with_later
from landscape.store.base import Batch
from landscape.ui import state
from landscape.ui.context import View
from landscape.ui.text import count, escape


def take_back(view: View, batch: Batch) -> None:
    """Take one change back, from a callback; keep what stands in its way, if anything does."""
    try:
        view.store.undo(view.principal, view.landscape_id, batch.id)
    except ConflictError as error:
        if error.batches:
            state.visit().standing_in_the_way = (batch.id, error.batches)
        else:
            state.keep_problem(error)
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        _taken_back(batch.label)


def conflict_offer(view: View) -> None:
    """Where later changes stood in the way: name them, and offer to take these back too."""
    standing = state.visit().standing_in_the_way
    if standing is None:
        return
    batches = view.store.batches(view.principal, view.landscape_id)
    labels = {batch.id: batch.label for batch in batches}
    wanted, later = standing
    with st.container(border=True):
        st.markdown(
            f"**{escape(labels.get(wanted, 'That change'))}** cannot be taken back by itself. "
            "Later changes touch the same rows:"
        )
        st.markdown("\n".join(f"- {escape(labels.get(id_, 'an older change'))}" for id_ in later))
        with st.container(horizontal=True):
            st.button(
                f"Undo {count(len(later) + 1, 'change')}, newest first",
                type="primary",
                icon=":material/undo:",
                on_click=_take_all_back,
                args=(view, wanted, later, labels),
            )
            st.button("Leave it", on_click=_leave)


def _take_all_back(
    view: View, wanted: str, later: tuple[str, ...], labels: Mapping[str, str]
) -> None:
    state.visit().standing_in_the_way = None
    try:
        undo_with_later(view.principal, view.store, view.landscape_id, wanted, later)
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        _taken_back(labels.get(wanted, "an older change"))


def _taken_back(label: str) -> None:
    state.keep_saved(datetime.now().astimezone(), None)
    state.put_notice(f"Taken back: {escape(label)}")


def _leave() -> None:
    state.visit().standing_in_the_way = None
