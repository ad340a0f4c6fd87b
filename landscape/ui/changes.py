"""The history page: writes newest first, what each of them did, and the way back."""

from typing import Final

import streamlit as st

from landscape.services import history
from landscape.store.base import Batch, BatchKind
from landscape.ui import anatomy, going_back, state, undoing
from landscape.ui.context import View
from landscape.ui.text import count, escape, shorten

_KINDS: Final[dict[BatchKind, tuple[str, str]]] = {
    "import": ("Brought in", ":material/upload_file:"),
    "edit": ("Changed by hand", ":material/edit:"),
    "tidy": ("Tidied", ":material/auto_fix_high:"),
    "undo": ("Undone and redone", ":material/undo:"),
    "restore": ("Gone back", ":material/history:"),
    "sample": ("Sample", ":material/landscape:"),
}
_TAKEN: Final = {"Undo: ": "Took back: ", "Redo: ": "Brought back: "}
_LOCAL: Final = "you"
_PAGE: Final = 20
_TOLD: Final = 12  # fields of each table
_MANY: Final = 20_000  # rows from which putting them back takes seconds
_OPENED: Final = "change looked into"


def pick_kind() -> BatchKind | None:
    """Which kind of change is listed; None for all."""
    return st.selectbox(
        "Show",
        list(_KINDS),
        index=None,
        placeholder="Every kind of change",
        format_func=lambda kind: _KINDS[kind][0],
        key="history.kind",
        label_visibility="collapsed",
        width=260,
    )


def batch_list(view: View, kind: BatchKind | None) -> None:
    """One row a write: what, when, who, how many rows, and the way back; older ones on demand."""
    shown = int(state.chosen(view.landscape_id, "changes shown") or _PAGE)
    batches = view.store.batches(view.principal, view.landscape_id, limit=shown + 1, kind=kind)
    if not batches:
        st.info("There is no change of this kind. Choose another above.")
        return
    for batch in batches[:shown]:
        _row(view, batch)
    if len(batches) > shown:
        st.button(
            "Show older changes",
            icon=":material/expand_more:",
            on_click=state.choose,
            args=(view.landscape_id, "changes shown", str(shown + _PAGE)),
        )


def _row(view: View, batch: Batch) -> None:
    is_open = state.chosen(view.landscape_id, _OPENED) == batch.id
    with st.container(border=True, gap="small"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.markdown(_headline(view, batch), width=520)
            with st.container(horizontal=True, width="content"):
                st.button(
                    "Close" if is_open else "What it did",
                    key=f"look.{batch.id}",
                    type="tertiary",
                    icon=":material/expand_less:" if is_open else ":material/expand_more:",
                    on_click=state.choose,
                    args=(view.landscape_id, _OPENED, "" if is_open else batch.id),
                )
                _way_back(view, batch)
        if is_open:
            _opened(view, batch)


def _headline(view: View, batch: Batch) -> str:
    """What was done, and below it in small print when, by whom, how and to how many rows."""
    kind, icon = _KINDS[batch.kind]
    undone = " · **undone**" if batch.undone_by else ""
    told = (
        f"{anatomy.clock(batch.changed_at)} · {_who(view, batch)} · {kind} · "
        f"{count(batch.rows, 'row')}{undone}"
    )
    return f"{icon} **{escape(shorten(_label(batch), 120))}**  \n:small[:gray[{told}]]"


def _way_back(view: View, batch: Batch) -> None:
    """Undo what stands, redo what was undone; an undoing itself is redone at what it took back."""
    if batch.undoes is not None:
        return
    undo = batch.undone_by is None
    label, icon = ("Undo", ":material/undo:") if undo else ("Redo", ":material/redo:")
    work = undoing.take_back if undo else undoing.bring_back
    key = f"{label.lower()}.listed.{batch.id}"
    if batch.rows < _MANY:
        st.button(label, key=key, icon=icon, on_click=work, args=(view, batch))
    elif st.button(label, key=key, icon=icon):
        # In the run and not in a callback, so that the page can say what takes so long.
        with st.spinner(f"Putting {count(batch.rows, 'row')} back as they were ..."):
            work(view, batch)
        st.rerun()


def _opened(view: View, batch: Batch) -> None:
    did = history.what_it_did(view.principal, view.store, view.landscape_id, batch.id, most=_TOLD)
    st.markdown(
        "\n".join(f"- {escape(sentence)}" for sentence in did)
        or "It changed nothing that you can see."
    )
    if batch.revision < view.revision:
        st.button(
            "Back to how everything was after this",
            key=f"back.{batch.id}",
            icon=":material/history:",
            on_click=going_back.consider,
            args=(view, batch.revision),
        )


def _label(batch: Batch) -> str:
    for word, said in _TAKEN.items():
        if batch.undoes is not None and batch.label.startswith(word):
            return said + batch.label.removeprefix(word)
    return batch.label


def _who(view: View, batch: Batch) -> str:
    return _LOCAL if batch.principal_id == view.principal.id else escape(batch.principal_id)
