"""Taking a change back or bringing it back, and what is offered when later ones are in the way."""

from datetime import datetime

import streamlit as st

from landscape.model.errors import ConflictError, LandscapeError, NotFoundError
from landscape.services.history import redo_with_later, undo_with_later
from landscape.store.base import Batch
from landscape.ui import state
from landscape.ui.context import View
from landscape.ui.text import count, escape


def take_back(view: View, batch: Batch) -> None:
    """Take one change back, from a callback; keep what stands in its way, if anything does."""
    try:
        view.store.undo(view.principal, view.landscape_id, batch.id)
    except LandscapeError as error:
        _keep(batch, error)
    else:
        _done(f"Taken back: {escape(batch.label)}")


def bring_back(view: View, batch: Batch) -> None:
    """Bring back a change that was taken back, from a callback; keep what stands in its way."""
    try:
        view.store.redo(view.principal, view.landscape_id, batch.id)
    except LandscapeError as error:
        _keep(batch, error)
    else:
        _done(f"Brought back: {escape(batch.label)}")


def conflict_offer(view: View) -> None:
    """Where later changes stood in the way: name them, and offer to take these back too."""
    standing = state.visit().standing_in_the_way
    if standing is None:
        return
    wanted_id, later = standing
    try:
        wanted = view.store.batch(view.principal, view.landscape_id, wanted_id)
        labels = [
            view.store.batch(view.principal, view.landscape_id, id_).label for id_ in later[:_NAMED]
        ]
    except NotFoundError:  # another landscape was opened meanwhile
        _leave()
        return
    is_undone = wanted.undone_by is not None
    with st.container(border=True):
        st.markdown(
            f"**{escape(wanted.label)}** cannot be {'brought' if is_undone else 'taken'} back by "
            "itself. Later changes touch the same rows:"
        )
        named = [f"- {escape(label)}" for label in labels]
        if len(later) > _NAMED:
            named.append(f"- and {len(later) - _NAMED} more")
        st.markdown("\n".join(named))
        with st.container(horizontal=True):
            what = (
                f"Undo {count(len(later), 'change')}, then redo this one"
                if is_undone
                else f"Undo {count(len(later) + 1, 'change')}, newest first"
            )
            st.button(
                what,
                type="primary",
                icon=":material/redo:" if is_undone else ":material/undo:",
                on_click=_all_of_it,
                args=(view, wanted, later),
            )
            st.button("Leave it", on_click=_leave)


_NAMED = 8  # of the changes in the way


def _all_of_it(view: View, wanted: Batch, later: tuple[str, ...]) -> None:
    _leave()
    is_undone = wanted.undone_by is not None
    work = redo_with_later if is_undone else undo_with_later
    try:
        work(view.principal, view.store, view.landscape_id, wanted.id, later)
    except LandscapeError as error:
        _keep(wanted, error)
    else:
        _done(f"{'Brought' if is_undone else 'Taken'} back: {escape(wanted.label)}")


def _keep(batch: Batch, error: LandscapeError) -> None:
    """Keep an error for the run that follows, or the changes in the way with the way out."""
    if isinstance(error, ConflictError) and error.batches:
        state.visit().standing_in_the_way = (batch.id, error.batches)
    else:
        state.keep_problem(error)


def _done(sentence: str) -> None:
    state.keep_saved(datetime.now().astimezone(), None)
    state.put_notice(sentence)


def _leave() -> None:
    state.visit().standing_in_the_way = None
