"""Copies to take away, made when they are asked for, with what is in them."""

from functools import partial

import pandas as pd
import streamlit as st

from landscape.services import exporting
from landscape.ui import anatomy, derived, tables
from landscape.ui.context import View
from landscape.ui.text import escape

_SHEETS = {
    "constituency": "Groups",
    "stakeholder": "Stakeholders",
    "membership": "Further groups of stakeholders",
    "relationship": "Relationships",
    "report": "Who said what about relationships",
    "boundary": "Boundaries",
    "boundary_side": "Sides of boundaries",
    "legitimacy": "Who would open the door",
}


def has_something(view: View) -> bool:
    """Whether there is anything to take a copy of."""
    return not derived.snapshot(view, "stakeholder").stakeholder.empty


def downloads(view: View) -> None:
    """The two kinds of copy, and what handing one on means."""
    st.warning(
        "A copy cannot be recalled. It holds real names, and what you noted about them.",
        icon=":material/warning:",
    )
    name = "".join(sign if sign.isalnum() else "-" for sign in view.landscape.name)[:60]
    copy = partial(exporting.write_copy, view.principal, view.store, view.landscape_id)
    with st.container(horizontal=True):
        st.download_button(
            "Take an Excel workbook",
            data=partial(copy, suffix=".xlsx"),
            file_name=f"{name}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            icon=":material/download:",
            type="primary",
            on_click="ignore",
        )
        st.download_button(
            "Take CSV files",
            data=partial(copy, suffix=".zip"),
            file_name=f"{name}.zip",
            mime="application/zip",
            icon=":material/download:",
            on_click="ignore",
        )
    anatomy.quiet(
        "Text in them stays text, whatever it begins with. Add data reads them back as they were."
    )


def what_is_in_it(view: View) -> None:
    """One row a table of the copy."""
    snapshot = derived.snapshot(view, *_SHEETS)
    rows = [
        {"What": words, "Rows": len(getattr(snapshot, table))}
        for table, words in _SHEETS.items()
        if len(getattr(snapshot, table))
    ]
    st.subheader("What is in it", anchor=False)
    tables.table(
        pd.DataFrame(rows),
        alt=f"What a copy of {escape(view.landscape.name)} holds, and how many rows of each",
    )
