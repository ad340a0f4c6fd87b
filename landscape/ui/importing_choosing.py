"""Choosing what to add: files, pasted text, more files beside those, and where it goes."""

from typing import Final

import streamlit as st

from landscape.formats.discovery import formats, sheet_formats
from landscape.formats.table import Limits
from landscape.services.exporting_template import template_workbook
from landscape.services.importing.importing import SourceFile
from landscape.ui import importing_draft, importing_target, state
from landscape.ui.context import View
from landscape.ui.importing_draft import Draft
from landscape.ui.importing_reading import Read
from landscape.ui.text import count, escape, names

PASTED: Final = "Pasted text"
_REFUSED: Final = frozenset({"code-book"})  # known, to say what it is and what to give instead
_TICK_S: Final = 0.5
_WORDS_AFTER_S: Final = 2


def choose(view: View, draft: Draft) -> None:
    """Two ways in: files, or text that is typed or pasted."""
    _stopped(view, draft)
    importing_target.ask(view)
    files, pasted = st.tabs(["Files", "Paste names or a table"])
    with files:
        key = f"upload.{view.landscape_id}.{draft.round}"
        st.file_uploader(
            "Drop your files here: Excel, CSV, Kumu, Gephi and others",
            accept_multiple_files=True,
            key=key,
            on_change=_take_files,
            args=(view, key),
            help="Stakeholders and relationships in two files or in one workbook; either alone "
            f"will do. Up to {Limits().file_bytes // 1048576} MB each.",
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            _template()
            _what_can_be_read()
    with pasted, st.form(f"paste.{view.landscape_id}.{draft.round}", border=False):
        key = f"pasted.{view.landscape_id}.{draft.round}"
        st.text_area(
            "Names, one a line, or a table copied from a spreadsheet",
            value=draft.pasted,
            key=key,
            height=180,
            placeholder="Mill trust\nFerry cooperative\nSchool council",
        )
        st.form_submit_button("Read it", on_click=_take_text, args=(view, key))


def _template() -> None:
    """A workbook to fill in, for whoever begins with nothing."""
    st.download_button(
        "Take a blank workbook to fill in",
        data=template_workbook,
        file_name="landscape-template.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )


def _what_can_be_read() -> None:
    with st.popover("What can be read?", type="tertiary"):
        files = [form.title for form in formats().values() if form.read is not None]
        sheets = [form.title for form in sheet_formats() if form.name not in _REFUSED]
        st.markdown(f"**Files:** {', '.join(sorted(files, key=str.casefold))}.")
        st.markdown(
            f"**Laid out in sheets or CSV:** {', '.join(sorted(sheets, key=str.casefold))}."
        )
        st.markdown("What a file is shows in what is in it; its name does not matter.")


def _stopped(view: View, draft: Draft) -> None:
    """After reading was stopped: the files are still at hand."""
    if not draft.is_stopped:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"You stopped reading. {names([file.name for file in draft.files])} "
            f"{'is' if len(draft.files) == 1 else 'are'} still here.",
            width="content",
        )
        st.button(
            "Read again",
            icon=":material/replay:",
            on_click=importing_draft.read_again,
            args=(draft,),
        )
        start_over(view, "Let go")


def _take_files(view: View, key: str) -> None:
    files = _given(key)
    if files:
        importing_draft.begin(importing_target.opened(view, files), files)


def _take_text(view: View, key: str) -> None:
    text = str(state.value_of(key) or "")
    if text.strip():
        data = text.encode("utf-8", "replace")
        files = [SourceFile(name=PASTED, data=data, form="pasted")]
        importing_draft.begin(importing_target.opened(view, files), files, pasted=text)


def _given(key: str) -> list[SourceFile]:
    given = state.value_of(key) or []
    return [SourceFile(name=file.name, data=file.getvalue()) for file in given]


def more(view: View, draft: Draft) -> None:
    """Further files beside those at hand, or others in their place; for a row of buttons."""
    with st.popover("Add another file", icon=":material/add:"):
        key = f"further.{view.landscape_id}.{draft.round}"
        st.file_uploader(
            "A further file, read together with "
            + names([file.name for file in draft.files], most=3),
            accept_multiple_files=True,
            key=key,
            on_change=_take_further,
            args=(draft, key),
        )
    start_over(view)


def _take_further(draft: Draft, key: str) -> None:
    files = _given(key)
    if files:
        importing_draft.add_files(draft, files)


def start_over(view: View, label: str = "Choose other files") -> None:
    """A way back to the beginning."""
    st.button(label, icon=":material/restart_alt:", on_click=importing_draft.begin, args=(view, ()))


def read(view: View, draft: Draft) -> Read:
    """What the files hold; while they are being read the page shows how far, and ends there."""
    waiting = st.empty()
    with waiting, st.spinner("Reading ..."):
        found = importing_draft.read(view, draft)
    if found is None:
        with waiting.container():
            _reading(draft)
        st.stop()
    return found


@st.fragment(run_every=_TICK_S)
def _reading(draft: Draft) -> None:
    """How far reading is, and the way to stop it; goes on by itself when it is done."""
    at_hand = draft.reading
    if at_hand is None or at_hand.is_done:
        st.rerun()
    whole = len(at_hand.files)
    current = at_hand.files[min(at_hand.files_read, whole - 1)].name
    words = f"Reading {escape(current)}"
    if whole > 1:
        words += f", file {min(at_hand.files_read + 1, whole)} of {whole}"
    if at_hand.seconds >= _WORDS_AFTER_S:
        words += f", for {count(at_hand.seconds, 'second')} so far"
    st.progress(at_hand.files_read / whole, text=words)
    st.button(
        "Stop",
        icon=":material/stop_circle:",
        on_click=importing_draft.stop,
        args=(draft,),
        help="Your files stay at hand, and nothing is stored.",
    )
