"""Bringing questions of one's own: a blank table, a file to begin with, and what is wrong in it."""

from typing import Any, Final

import streamlit as st

from landscape.assessments.items_table import OwnItemsError
from landscape.assessments.own import MOST_BYTES
from landscape.model.errors import LandscapeError
from landscape.model.instrument import Instrument
from landscape.services import instruments, own_questions_template
from landscape.ui import context, errors, state
from landscape.ui.context import View
from landscape.ui.readiness import ROUNDS
from landscape.ui.text import count, escape

_ENDINGS: Final = ["toml", "csv", "xlsx", "ods"]
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN: Final = 20
_MEGABYTE: Final = 1_000_000


def bring(view: View, instrument: Instrument) -> None:
    """Files to begin with, the upload, and the problems of the file that was just brought."""
    st.subheader("Bring your own questions", anchor=False)
    st.markdown(
        "Ask what matters where you are: fill in the blank table, one question a row, and your "
        "questions stand beside the readiness questions. Or write a whole set in a file of its "
        "own. A version is never changed; other words make the next one."
    )
    with st.container(horizontal=True):
        _begin_with(view, instrument)
    for broken in instruments.unreadable(view.principal, view.store, view.landscape_id):
        errors.show(broken)
    key = f"own.{view.landscape_id}"
    with st.container(border=True):
        st.file_uploader(
            "Your table, or your file of questions",
            type=_ENDINGS,
            key=key,
            max_upload_size=MOST_BYTES // _MEGABYTE,
        )
        st.button(
            "Bring these questions",
            icon=":material/upload_file:",
            key=f"{key}.bring",
            on_click=_bring,
            args=(view, key),
        )
        _problem()
        _what_was_brought(key)


def _what_was_brought(key: str) -> None:
    """Say, where it happened, what came of the file, and what one can do with it."""
    said = state.visit().drafts.pop(key, None)
    if said is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/check: {said}", width="content")
        st.page_link(ROUNDS, label="Hold a round on it", icon="", query_params=context.here())


def _begin_with(view: View, instrument: Instrument) -> None:
    st.download_button(
        "Take the blank table",
        data=own_questions_template.template,
        file_name=own_questions_template.FILE,
        mime=_SHEET,
        icon=":material/download:",
        on_click="ignore",
        key="own.template",
    )
    text = instruments.text_of_version(
        view.principal, view.store, view.landscape_id, instrument.id, instrument.version
    )
    if text is not None:
        st.download_button(
            "Take these questions as a file",
            data=text,
            file_name=f"{instrument.id}-{instrument.version}.toml",
            mime="application/toml",
            icon=":material/download:",
            on_click="ignore",
            key=f"own.file.{instrument.id}",
        )


def _bring(view: View, key: str) -> None:
    given: Any = state.value_of(key)
    if given is None:
        state.keep_problem(LandscapeError("No file is chosen.", fix="Choose one, then bring it."))
        return
    try:
        brought = instruments.add_own(
            view.principal, view.store, view.landscape_id, given.name, given.getvalue()
        )
    except LandscapeError as error:
        state.keep_problem(error)
        return
    state.set_value(f"questions.{view.landscape_id}", brought.id)
    state.visit().drafts[key] = (
        f"{escape(brought.title)} ({escape(brought.id)}), version {brought.version}, with "
        f"{count(len(brought.items), 'question')}, is here. You read it above."
    )


def _problem() -> None:
    """What is wrong in the file, all of it; nothing of the file was kept."""
    problem = state.take_problem()
    if problem is None:
        return
    told = problem.problems if isinstance(problem, OwnItemsError) else ()
    if len(told) < 2:
        errors.show(problem)
        return
    lines = [f"- {escape(one.what)} {escape(one.fix)}" for one in told[:_SHOWN]]
    more = len(told) - _SHOWN
    if more > 0:
        lines.append(f"- And {count(more, 'more place')}.")
    st.error(
        f"**{count(len(told), 'place')} need something.** Nothing was kept.\n\n" + "\n".join(lines),
        icon=":material/error:",
    )
