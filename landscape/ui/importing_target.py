"""Where added data goes: into the landscape at hand, or into one that begins with it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

import streamlit as st

from landscape.services.importing.importing import SourceFile
from landscape.services.landscapes import create_empty
from landscape.ui import context, state
from landscape.ui.context import View
from landscape.ui.text import escape, plain, shorten

_NEW: Final = "new"
_HERE: Final = "here"
_UNNAMED: Final = "My landscape"


def ask(view: View) -> None:
    """Ask where the data goes; a landscape that is still empty needs no question.

    Beside a sample the first answer is a landscape of one's own.
    """
    if view.revision == 0:
        return
    is_sample = any(
        batch.kind == "sample" for batch in view.store.batches(view.principal, view.landscape_id)
    )
    options = {
        _NEW: "Into a landscape of its own",
        _HERE: f"Into {escape(shorten(view.landscape.name, 60))}",
    }
    chosen = st.radio(
        "Where does it go?",
        list(options),
        index=0 if is_sample else 1,
        format_func=options.__getitem__,
        key=_key(view, "where"),
        horizontal=True,
    )
    if chosen == _NEW:
        st.text_input(
            "What shall it be called?",
            key=_key(view, "name"),
            placeholder="Else it is named after the first file",
            max_chars=200,
        )


def opened(view: View, files: Sequence[SourceFile]) -> View:
    """The landscape that the data goes into, begun and opened when it is to be one of its own."""
    if view.revision == 0 or state.value_of(_key(view, "where")) != _NEW:
        return view
    said = str(state.value_of(_key(view, "name")) or "").strip()
    begun = create_empty(view.principal, view.store, said or _named_after(files[0]))
    context.go_to(begun.id)
    return replace(view, landscape_id=begun.id, landscape=begun, revision=begun.revision)


def _named_after(file: SourceFile) -> str:
    if file.form is not None:
        return _UNNAMED
    stem = plain(PurePath(file.name).stem.replace("_", " ").replace("-", " ")).strip()
    return shorten(stem[:1].upper() + stem[1:], 80) or _UNNAMED


def _key(view: View, what: str) -> str:
    return f"import_{what}.{view.landscape_id}"
