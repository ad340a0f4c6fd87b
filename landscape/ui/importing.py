"""Adding data: files that are refused, what was noticed, where every row goes, the result."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from landscape.services.editing import mark_team
from landscape.services.importing.preparing import Plan
from landscape.services.importing.problems import CATALOGUE, Problem
from landscape.services.importing.summary import ImportSummary, RowCounts
from landscape.ui import anatomy, context, forms, importing_choosing, importing_draft, settings
from landscape.ui.context import View
from landscape.ui.importing_draft import Draft
from landscape.ui.importing_reading import Read
from landscape.ui.text import count, escape, names

MAP: Final = "pages/mapping/map.py"
_SAID_ELSEWHERE: Final = frozenset({"left-aside", "missing-endpoint"})
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


def would_store(view: View, draft: Draft, plan: Plan) -> None:
    """Counts of what will be stored, where every row goes, and the button."""
    summary = plan.summary
    st.markdown(f"**{_counts(summary, 'will be stored')}**")
    anatomy.quiet(where_rows_go(summary.rows, summary))
    waiting = len(plan.open)
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
            st.markdown("All of this is on the map already.", width="content")


def _counts(summary: ImportSummary, verb: str) -> str:
    counted = [
        (summary.stakeholders, "stakeholder"),
        (summary.groups, "group"),
        (summary.relationships, "relationship"),
        (summary.reports, "report"),
    ]
    parts = [count(number, noun) for number, noun in counted if number]
    if not parts:
        return f"Nothing more {verb}."
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts) + f" {verb}."


def where_rows_go(rows: RowCounts, summary: ImportSummary) -> str:
    """Every row that was read, accounted for in one sentence."""
    parts = [f"{rows.stored:,} stored"]
    if rows.merged:
        parts.append(f"{rows.merged:,} said already ({summary.duplicates:,} exact repeats)")
    if rows.rejected:
        parts.append(f"{rows.rejected:,} with the same name at both ends")
    if rows.left_out:
        parts.append(f"{rows.left_out:,} left out")
    if rows.waiting:
        parts.append(f"{rows.waiting:,} waiting for a decision")
    return f"Of {count(rows.read, 'row')}: {', '.join(parts)}."


def was_undone(view: View, draft: Draft) -> bool:
    """Whether what was stored here has been taken back since."""
    latest = view.store.batches(view.principal, view.landscape_id)
    return draft.stored is not None and any(
        batch.id == draft.stored.batch_id and batch.undone_by is not None for batch in latest
    )


def stored(view: View, draft: Draft, summary: ImportSummary) -> None:
    """What was stored, the way to the map, the way back, and who of them is us."""
    st.success(
        _counts(summary, "stored") + " " + where_rows_go(summary.rows, summary),
        icon=":material/check_circle:",
    )
    lost = [p.value or "" for p in summary.problems if p.code == "missing-endpoint"]
    if lost:
        st.markdown(f"Not found by that name among the stakeholders: {names(lost, most=8)}.")
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Draw the landscape", type="primary", icon=":material/hub:"):
            st.switch_page(MAP, query_params=context.here())
        importing_choosing.start_over(view, "Add more")
    if draft.batch is not None:
        anatomy.undo_offer(view, draft.batch)
    if "us" not in view.landscape.settings:
        st.subheader("Which of these is us?", anchor=False)
        st.write("Then the landscape can be read from where you stand. You can skip this.")
        settings.us_form(view)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                "pages/mapping/stakeholders.py",
                label="We are not among them: add us",
                icon=":material/person_add:",
                query_params=context.here(),
            )
            st.button(
                "Skip",
                on_click=forms.attempt,
                args=(partial(mark_team, view.principal, view.store, view.landscape_id, ()),),
            )
