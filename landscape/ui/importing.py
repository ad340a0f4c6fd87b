"""Adding data: choose files or paste, see what was understood, store it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from landscape.formats.source import SourceTable
from landscape.formats.table import Limits
from landscape.services.editing import mark_team
from landscape.services.importing.importing import SourceFile
from landscape.services.importing.preparing import Plan
from landscape.services.importing.problems import CATALOGUE, Problem
from landscape.services.importing.roles import TableKind
from landscape.services.importing.summary import ImportSummary, RowCounts
from landscape.ui import (
    anatomy,
    context,
    forms,
    importing_draft,
    importing_target,
    settings,
    state,
)
from landscape.ui.context import View
from landscape.ui.importing_draft import Draft
from landscape.ui.text import count, escape, names

MAP: Final = "pages/mapping/map.py"
PASTED: Final = "Pasted text"


def choose(view: View, draft: Draft) -> None:
    """Two ways in: files, or text that is typed or pasted."""
    importing_target.ask(view)
    files, pasted = st.tabs(["Files", "Paste names or a table"])
    with files:
        key = f"upload.{view.landscape_id}.{draft.round}"
        st.file_uploader(
            "Excel or CSV",
            accept_multiple_files=True,
            key=key,
            on_change=_take_files,
            args=(view, key),
            help="Stakeholders and relationships in two files or in one workbook; either alone "
            f"will do. Up to {Limits().file_bytes // 1048576} MB each.",
        )
    with pasted, st.form(f"paste.{view.landscape_id}.{draft.round}", border=False):
        key = f"pasted.{view.landscape_id}.{draft.round}"
        st.text_area(
            "Names, one a line, or a table copied from a spreadsheet",
            key=key,
            height=180,
            placeholder="Mill trust\nFerry cooperative\nSchool council",
        )
        st.form_submit_button("Read it", on_click=_take_text, args=(view, key))


def _take_files(view: View, key: str) -> None:
    given = state.value_of(key) or []
    files = [SourceFile(name=file.name, data=file.getvalue()) for file in given]
    if files:
        importing_draft.begin(importing_target.opened(view, files), files)


def _take_text(view: View, key: str) -> None:
    text = str(state.value_of(key) or "")
    if text.strip():
        data = text.encode("utf-8", "replace")
        files = [SourceFile(name=PASTED, data=data, form="pasted")]
        importing_draft.begin(importing_target.opened(view, files), files)


def start_over(view: View, label: str = "Choose other files") -> None:
    """A way back to the beginning."""
    st.button(label, icon=":material/restart_alt:", on_click=importing_draft.begin, args=(view, ()))


def refused(problems: Sequence[Problem]) -> None:
    """Files that cannot be read: place, problem, fix."""
    for problem in problems:
        st.error(
            f"**{escape(problem.where)}**: {escape(problem.what)} {escape(problem.fix)}",
            icon=":material/error:",
        )


def understood(tables: Sequence[SourceTable], plan: Plan) -> None:
    """One sentence a table, and what was noticed in passing."""
    if not plan.proposals:
        st.write("This is a copy that was taken here. Every row goes back as it was.")
    for table, proposal in zip(tables, plan.proposals, strict=False):
        rows = count(len(table.frame), "row")
        says = {
            TableKind.STAKEHOLDERS: f"lists stakeholders in {rows}.",
            TableKind.RELATIONSHIPS: f"holds relationships in {rows}.",
            TableKind.ASIDE: "is left aside.",
        }[proposal.kind]
        st.markdown(f"- **{escape(table.key)}** {says} {escape(proposal.reason)}")
    said = [
        problem
        for problem in plan.problems
        if not CATALOGUE[problem.code].answers
        and not problem.open
        and problem.code not in ("left-aside", "missing-endpoint")
    ]
    if said:
        with st.expander(f"Noticed in passing ({len(said)})"):
            for problem in said[:50]:
                st.markdown(
                    f"- **{escape(problem.where)}**: {escape(problem.what)} {escape(problem.fix)}"
                )


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
            on_click=importing_draft.store,
            args=(view, draft, plan),
        )
        start_over(view)
        if waiting:
            st.markdown(f"{count(waiting, 'decision')} to take first, below.", width="content")
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
        start_over(view, "Add more")
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
