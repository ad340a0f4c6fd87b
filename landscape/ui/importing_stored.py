"""What an import came to: counts, where every row went, what to take away, and the way back."""

from functools import partial
from typing import Final

import streamlit as st

from landscape.services.editing import mark_team
from landscape.services.importing.summary import ImportSummary, RowCounts
from landscape.ui import (
    anatomy,
    context,
    duplicates,
    forms,
    importing_choosing,
    settings,
    tables,
)
from landscape.ui.context import View
from landscape.ui.importing_draft import Draft
from landscape.ui.text import count, names

MAP: Final = "pages/mapping/map.py"


def counts(summary: ImportSummary, verb: str) -> str:
    """What is added, and of what was there: how much changes, stays or goes."""
    counted = [
        (summary.stakeholders, "stakeholder"),
        (summary.groups, "group"),
        (summary.relationships, "relationship"),
        (summary.reports, "report"),
    ]
    parts = [count(number, noun) for number, noun in counted if number]
    said = f"{_listed(parts)} {verb}." if parts else f"Nothing more {verb}."
    there = [
        (summary.changed, "changed"),
        (summary.removed, "taken out"),
        (summary.unchanged, "as before"),
    ]
    beside = [f"{number:,} {words}" for number, words in there if number]
    return f"{said} On the map: {_listed(beside)}." if beside else said


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)


def where_rows_go(rows: RowCounts, summary: ImportSummary) -> str:
    """Every row that was read, accounted for in one sum."""
    read = count(rows.read, "row")
    if rows.further:
        read += f" and {count(rows.further, 'further statement')} in them"
    parts = [f"{rows.stored:,} stored"]
    if rows.merged:
        repeats = f" ({summary.duplicates:,} exact repeats)" if summary.duplicates else ""
        parts.append(f"{rows.merged:,} said already{repeats}")
    if rows.rejected:
        parts.append(f"{rows.rejected:,} with the same name at both ends")
    if rows.left_out:
        parts.append(f"{rows.left_out:,} left out")
    if rows.waiting:
        parts.append(f"{rows.waiting:,} waiting for a decision")
    return f"{read} = {' + '.join(parts)}."


def was_undone(view: View, draft: Draft) -> bool:
    """Whether what was stored here has been taken back since."""
    latest = view.store.batches(view.principal, view.landscape_id)
    return draft.stored is not None and any(
        batch.id == draft.stored.batch_id and batch.undone_by is not None for batch in latest
    )


def stored(view: View, draft: Draft, summary: ImportSummary) -> None:
    """What was stored, the way to the map, the way back, and who of them is us."""
    st.success(
        counts(summary, "stored") + " " + where_rows_go(summary.rows, summary),
        icon=":material/check_circle:",
    )
    lost = [name for name, end in draft.decisions.endpoints.items() if end.choice == "leave-out"]
    told = {problem.value for problem in summary.problems if problem.code == "missing-endpoint"}
    lost = [name for name in lost if name in told]
    if lost:
        st.markdown(f"Rows left out, because nobody is called that: {names(lost, most=8)}.")
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Draw the landscape", type="primary", icon=":material/hub:"):
            st.switch_page(MAP, query_params=context.here())
        duplicates.way_there(view)
        importing_choosing.start_over(view, "Add more")
    if draft.batch is not None:
        anatomy.undo_offer(view, draft.batch)
    _to_take_away(draft)
    if "us" not in view.landscape.settings:
        _who_is_us(view)


def _to_take_away(draft: Draft) -> None:
    """The rows that were not stored, and what was decided, as files."""
    with st.container(horizontal=True):
        if draft.rejected is not None and len(draft.rejected):
            tables.download_csv(
                draft.rejected,
                file_name="rows-not-stored.csv",
                label=f"Take the {count(len(draft.rejected), 'row')} that "
                f"{'was' if len(draft.rejected) == 1 else 'were'} not stored",
            )
        if draft.decided:
            st.download_button(
                "Take what you decided",
                data=draft.decided,
                file_name="decisions.json",
                mime="application/json",
                icon=":material/download:",
                on_click="ignore",
                help="It is remembered here for files of the same kind. "
                "The command line takes it with --decisions.",
            )


def _who_is_us(view: View) -> None:
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
