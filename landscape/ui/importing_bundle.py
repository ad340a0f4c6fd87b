"""A copy of all of a landscape among the files: it becomes a landscape of its own."""

from collections.abc import Sequence

import streamlit as st

from landscape.formats.source import SourceTable
from landscape.services import bundle
from landscape.ui import context, importing_draft
from landscape.ui.context import View
from landscape.ui.text import count, escape


def is_whole(tables: Sequence[SourceTable]) -> bool:
    """Whether one of the files holds all of a landscape."""
    return bundle.is_bundle(tables)


def offer(view: View, tables: Sequence[SourceTable]) -> None:
    """Say what the copy holds and where it goes, and open it; or what is in the way."""
    problems = bundle.against(tables)
    for problem in problems[:5]:
        st.error(
            f"**{escape(problem.where)}**: {escape(problem.what)} {escape(problem.fix)}",
            icon=":material/error:",
        )
    if not problems:
        held = bundle.contents(tables)
        parts = [
            count(held.stakeholders, "stakeholder"),
            count(held.relationships, "relationship"),
            count(held.groups, "group"),
            count(held.changes, "change"),
            count(held.rounds, "round"),
        ]
        st.markdown(
            f"This is a copy of a whole landscape: **{escape(held.name)}**, "
            f"with {', '.join(parts[:-1])} and {parts[-1]}."
        )
        st.markdown(
            "It becomes a landscape of its own, with its history. "
            f"Nothing in {escape(view.landscape.name)} changes."
        )
    with st.container(horizontal=True):
        if not problems and st.button(
            "Open it as a landscape of its own", type="primary", icon=":material/check:"
        ):
            with st.spinner("Storing ..."):
                landscape = bundle.load_bundle(view.principal, view.store, tables)
            importing_draft.begin(view, ())
            context.open_page(context.OVERVIEW, landscape.id)
        st.button(
            "Choose other files",
            icon=":material/restart_alt:",
            on_click=importing_draft.begin,
            args=(view, ()),
        )
