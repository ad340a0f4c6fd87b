"""The history page: writes newest first, and the way back."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from landscape.model.errors import ConflictError, LandscapeError
from landscape.services.history import undo_with_later
from landscape.store.base import Batch
from landscape.ui import anatomy, forms, state
from landscape.ui.context import View
from landscape.ui.text import count, escape

_KINDS: Final = {
    "edit": ("Changed by hand", ":material/edit:"),
    "import": ("Brought in", ":material/upload_file:"),
    "sample": ("Sample", ":material/landscape:"),
    "tidy": ("Tidied", ":material/auto_fix_high:"),
    "undo": ("Taken back", ":material/undo:"),
}
_LOCAL: Final = "you"


def batch_list(view: View, batches: Sequence[Batch]) -> None:
    """One row a write: what, when, who, how many rows, and the button to take it back."""
    labels = {batch.id: batch.label for batch in batches}
    for batch in batches:
        with st.container(
            border=True,
            horizontal=True,
            horizontal_alignment="distribute",
            vertical_alignment="center",
        ):
            with st.container(width=820, gap="xsmall"):
                kind, icon = _KINDS[batch.kind]
                undone = " · taken back" if batch.undone_by else ""
                st.markdown(f"{icon} **{escape(_label(batch, labels))}**")
                anatomy.quiet(
                    f"{anatomy.clock(batch.changed_at)} · {_who(view, batch)} · {kind} · "
                    f"{count(batch.rows, 'row')}{undone}"
                )
            st.button(
                "Undo",
                key=f"undo.{batch.id}",
                icon=":material/undo:",
                disabled=batch.undone_by is not None,
                on_click=_undo,
                args=(view, batch),
            )


def conflict_offer(view: View, batches: Sequence[Batch]) -> None:
    """Where later writes stood in the way: name them, and offer to take these back too."""
    standing = state.visit().standing_in_the_way
    if standing is None:
        return
    labels = {batch.id: batch.label for batch in batches}
    wanted, later = standing
    with st.container(border=True):
        st.markdown(
            f"**{escape(labels.get(wanted, 'That write'))}** cannot be taken back by itself. "
            "Later changes touch the same rows:"
        )
        st.markdown("\n".join(f"- {escape(labels.get(id_, 'an older write'))}" for id_ in later))
        with st.container(horizontal=True):
            st.button(
                f"Undo {count(len(later) + 1, 'change')}, newest first",
                type="primary",
                icon=":material/undo:",
                on_click=_undo_all,
                args=(view, wanted, later),
            )
            st.button("Leave it", on_click=_leave)


def _undo(view: View, batch: Batch) -> None:
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
        anatomy.saved()
        state.put_notice(f"Taken back: {escape(batch.label)}")


def _undo_all(view: View, wanted: str, later: tuple[str, ...]) -> None:
    state.visit().standing_in_the_way = None
    forms.attempt(
        partial(undo_with_later, view.principal, view.store, view.landscape_id, wanted, later)
    )


def _leave() -> None:
    state.visit().standing_in_the_way = None


def _label(batch: Batch, labels: dict[str, str]) -> str:
    if batch.undoes is None:
        return batch.label
    return f"Took back: {labels.get(batch.undoes, 'an older write')}"


def _who(view: View, batch: Batch) -> str:
    return _LOCAL if batch.principal_id == view.principal.id else escape(batch.principal_id)
