"""Adding data: files that are refused, what was noticed in the others, and where rows go."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from landscape.services.importing.plan import Plan
from landscape.services.importing.problems import CATALOGUE, Problem
from landscape.ui import (
    anatomy,
    importing_choosing,
    importing_decisions,
    importing_draft,
    importing_stored,
)
from landscape.ui.context import View
from landscape.ui.importing_draft import Draft
from landscape.ui.importing_reading import Read
from landscape.ui.importing_rows import Rows
from landscape.ui.text import count, escape, names

_SAID_ELSEWHERE: Final = frozenset({"left-aside", "missing-endpoint", "conflicting-reports"})
_NOTICED_MOST: Final = 10


def refused(view: View, draft: Draft, read: Read) -> None:
    """Files that cannot be read: place, problem, fix; and the way on with the others."""
    tables, problems = read
    for problem in problems:
        st.error(
            f"**{escape(problem.where)}**: {escape(problem.what)} {escape(problem.fix)}",
            icon=":material/error:",
        )
    good = list(dict.fromkeys(table.file for table in tables))
    with st.container(horizontal=True, vertical_alignment="center"):
        if good:
            st.button(
                "Go on without it" if len(problems) == 1 else "Go on without them",
                type="primary",
                icon=":material/arrow_forward:",
                on_click=importing_draft.go_on_without,
                args=(draft,),
            )
        importing_choosing.more(view, draft)
    if good:
        anatomy.quiet(f"{names(good)} can be read, and {_stays(good)} at hand.")


def _stays(good: Sequence[str]) -> str:
    return "stays" if len(good) == 1 else "stay"


def noticed(draft: Draft, read: Read, plan: Plan) -> None:
    """What was noticed in passing: nothing of it needs a decision."""
    if draft.without:
        left = names([problem.file for problem in read[1]])
        anatomy.quiet(f"Left out, because it cannot be read: {left}.")
    if not plan.proposals:
        st.write("This is a copy that was taken here. Every row goes back as it was.")
    said: dict[str, list[Problem]] = {}
    for problem in plan.problems:
        if not (problem.open or CATALOGUE[problem.code].answers or problem.code in _SAID_ELSEWHERE):
            said.setdefault(problem.code, []).append(problem)
    if not said:
        return
    with st.expander(f"Noticed in passing ({sum(map(len, said.values())):,})"):
        for code, problems in said.items():
            st.markdown(f"**{CATALOGUE[code].title}**")
            st.markdown(
                "\n".join(
                    f"- {escape(problem.where)}: {escape(problem.what)} {escape(problem.fix)}"
                    for problem in problems[:_NOTICED_MOST]
                )
            )
            if len(problems) > _NOTICED_MOST:
                anatomy.quiet(f"and {len(problems) - _NOTICED_MOST:,} more of the same")


def store_agreed(view: View, draft: Draft, plan: Plan) -> None:
    """Once somebody agreed, store it and begin the page anew; else nothing."""
    if draft.is_agreed:
        with st.spinner("Storing ...", show_time=True):
            importing_draft.store(view, draft, plan)
        st.rerun()


def would_store(view: View, draft: Draft, plan: Plan, rows: Rows) -> None:
    """Counts of what will be stored, where every row goes, and the button."""
    summary = plan.summary
    st.markdown(f"**{importing_stored.counts(summary, 'will be stored')}**")
    anatomy.quiet(importing_stored.where_rows_go(summary.rows, summary))
    waiting = len(importing_decisions.asked(plan, rows))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Store it",
            type="primary",
            icon=":material/check:",
            disabled=plan.edit is None,
            on_click=importing_draft.agree,
            args=(draft,),
        )
        importing_choosing.more(view, draft)
        if waiting:
            st.markdown(f"{count(waiting, 'decision')} to take first.", width="content")
        elif plan.edit is None:
            there = "All of this is on the map already."
            words = there if summary.rows.merged else "There is nothing to store."
            st.markdown(words, width="content")
