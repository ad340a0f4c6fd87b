"""The history page: writes newest first, and the way back."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from landscape.store.base import Batch
from landscape.ui import anatomy, undoing
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
                on_click=undoing.take_back,
                args=(view, batch),
            )


def _label(batch: Batch, labels: dict[str, str]) -> str:
    if batch.undoes is None:
        return batch.label
    return f"Took back: {labels.get(batch.undoes, 'an older write')}"


def _who(view: View, batch: Batch) -> str:
    return _LOCAL if batch.principal_id == view.principal.id else escape(batch.principal_id)
