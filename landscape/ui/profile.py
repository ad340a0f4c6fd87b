"""Your profile: ten prompts to write to, saved as you go, read by nobody else."""

from datetime import UTC, datetime
from typing import Final

import streamlit as st

from landscape.model.errors import LandscapeError
from landscape.model.profile import LONGEST, PROMPTS, Profile
from landscape.services import profiles
from landscape.ui import anatomy, state
from landscape.ui.context import View
from landscape.ui.text import count_of

_HIGH: Final = {"name": 68, "stories": 220}
_USUAL: Final = 120


def read(view: View) -> Profile:
    """What was said so far."""
    return profiles.profile(view.principal, view.store, view.landscape_id)


def private_notice() -> None:
    """Who sees this, and what becomes of it."""
    st.info(
        "Only you see this page. It is part of no map, no round and no report. It keeps no "
        "history, and what you erase is gone from the file. A copy of the whole landscape that you "
        "take yourself holds it, so mind whom you give that to.",
        icon=":material/lock:",
    )


def prompts(view: View, said: Profile) -> None:
    """A place to write for each prompt; leaving it saves it."""
    anatomy.quiet(f"{count_of(len(said.said), len(PROMPTS), 'prompts')} are written to.")
    for prompt in PROMPTS:
        key = f"profile.{view.landscape_id}.{prompt.id}"
        if state.value_of(key) is None:
            state.set_value(key, said.said.get(prompt.id, ""))
        st.text_area(
            f"**{prompt.title}.** {prompt.question}",
            key=key,
            height=_HIGH.get(prompt.id, _USUAL),
            max_chars=LONGEST,
            on_change=_say,
            args=(view, prompt.id, key),
        )


def take_along(view: View, said: Profile) -> None:
    """The profile as one page to print, and a way to take all of it out."""
    with st.container(horizontal=True):
        st.download_button(
            "Take it along as a page to print",
            lambda: profiles.as_page(said, view.landscape.name).encode(),
            file_name="convener-profile.html",
            mime="text/html",
            icon=":material/print:",
            on_click="ignore",
            disabled=said.is_empty,
        )
        st.download_button(
            "As PDF",
            lambda: profiles.as_pdf(said, view.landscape.name),
            file_name="convener-profile.pdf",
            mime="application/pdf",
            icon=":material/picture_as_pdf:",
            on_click="ignore",
            disabled=said.is_empty,
        )
        with st.popover("Erase it", icon=":material/delete:", disabled=said.is_empty):
            st.write("All that you wrote on this page goes for good.")
            st.button("Erase all of it", on_click=_erase, args=(view,))


def _say(view: View, prompt_id: str, key: str) -> None:
    text = str(state.value_of(key) or "")
    here = (view.principal, view.store, view.landscape_id)
    try:
        profiles.say(*here, prompt_id, text, on=datetime.now(UTC).date())
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        anatomy.saved()


def _erase(view: View) -> None:
    profiles.erase(view.principal, view.store, view.landscape_id, on=datetime.now(UTC).date())
    for prompt in PROMPTS:
        state.set_value(f"profile.{view.landscape_id}.{prompt.id}", "")
    anatomy.saved()
