"""What was decided so far, here or the last time, and the way to decide it again."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from landscape.services.importing.decisions import Decisions
from landscape.ui import importing_draft
from landscape.ui.importing_draft import Draft
from landscape.ui.text import count

_WORDS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "kinds": ("What a table holds", ("kinds",)),
    "roles": ("What a column says", ("roles",)),
    "depths": ("How deep a word goes", ("depths",)),
    "cells": ("Cells put right", ("cells",)),
    "answers": ("Rows and values left out, kept or made one", ("answers", "all_alike", "rows")),
    "endpoints": ("Names that were not among the stakeholders", ("endpoints",)),
    "twins": ("Names that are the same, or are not", ("same", "apart")),
    "conflicting": ("Which of several reports counts", ("conflicting",)),
    "changes": (
        "What counts where the map has another value",
        ("differing", "kept", "remove_absent"),
    ),
}


def things(decisions: Decisions, *fields: str) -> int:
    """How many things were decided; of some kinds, or in all."""
    plain = Decisions()
    counted = 0
    for field in fields or tuple(name for _, names in _WORDS.values() for name in names):
        told = getattr(decisions, field)
        if told != getattr(plain, field):
            counted += len(told) if isinstance(told, Mapping | frozenset) else 1
    return counted


def remembered(draft: Draft) -> None:
    """That what was decided the last time is used, and the way to begin without it."""
    if not draft.recalled:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="import_remembered"):
        st.markdown(
            ":material/history: We used what you decided last time "
            f"({count(draft.recalled, 'thing')}).",
            width="content",
        )
        st.button(
            "Begin without it",
            icon=":material/restart_alt:",
            on_click=importing_draft.forget,
            args=(draft,),
        )


def so_far(draft: Draft) -> None:
    """Each kind of decision that was taken, with a button to take it back."""
    taken = {
        kind: (words, fields, things(draft.decisions, *fields))
        for kind, (words, fields) in _WORDS.items()
        if things(draft.decisions, *fields)
    }
    if not taken:
        return
    with st.expander(f"Decided so far ({things(draft.decisions):,})"):
        for kind, (words, fields, number) in taken.items():
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                st.markdown(f"{words} ({number:,})", width="content")
                st.button(
                    "Decide again",
                    key=f"import.{draft.round}.again.{kind}",
                    on_click=importing_draft.decide_again,
                    args=(draft, *fields),
                )
