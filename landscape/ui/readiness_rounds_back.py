"""Bringing back a round from its own copy."""

from functools import partial
from typing import Any, Final

import streamlit as st

from landscape.model.errors import LandscapeError
from landscape.services import round_copy
from landscape.ui import anatomy, forms, state
from landscape.ui.context import View
from landscape.ui.readiness import attempt
from landscape.ui.readiness_rounds import go_to_round

_MEGABYTE: Final = 1_000_000


class RoundBackError(LandscapeError):
    """A file from which no round can be brought back."""

    title = "This round cannot be brought back"


def bring_back(view: View) -> None:
    """Choose the copy of a round and add it to this landscape; for those who may take copies."""
    if not view.principal.sees_sensitive:
        return
    key = f"round_back.{view.landscape_id}"
    with st.expander("Bring a round back", icon=":material/upload_file:"):
        anatomy.quiet("A copy is taken under *Take away*, where you see what you said.")
        st.file_uploader(
            "The copy of a round",
            type=["json"],
            max_upload_size=round_copy.LARGEST // _MEGABYTE,
            key=key,
        )
        st.button(
            "Bring it back",
            key=f"{key}.bring",
            on_click=attempt,
            args=(partial(_bring, view, key),),
        )


def _bring(view: View, key: str) -> None:
    given: Any = state.value_of(key)
    forms.require(given, "Choose the copy of a round first.")
    try:
        round_ = round_copy.read_round_copy(
            view.principal, view.store, view.landscape_id, given.getvalue()
        )
    except LandscapeError as error:
        raise RoundBackError(f"{given.name}: {error.what}", fix=error.fix) from error
    go_to_round(round_.id)
