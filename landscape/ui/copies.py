"""Copies to take away: what for, in which form, what stays behind, and the file."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from landscape.formats.own_columns import OWN_TABLES
from landscape.services import exporting
from landscape.services.exporting import Form
from landscape.ui import anatomy, derived, tables
from landscape.ui.context import View
from landscape.ui.text import escape

_SHEETS: Final = {
    "constituency": "Groups",
    "stakeholder": "Stakeholders",
    "membership": "Further groups of stakeholders",
    "relationship": "Relationships",
    "report": "Who said what about relationships",
    "boundary": "Boundaries",
    "boundary_side": "Sides of boundaries",
    "legitimacy": "Who would open the door",
    "map_view": "Views of the map",
    "plan_step": "The plan",
}
_OWN: Final[Mapping[str, tuple[str, ...]]] = {
    "To open in Excel": ("workbook", "csv"),
    "To come back to Landscape with everything": ("bundle",),
}
_SPREADSHEETS: Final = (".xlsx", ".csv", ".zip")
_KUMU: Final = "For Kumu"
_OTHERS: Final = "For Gephi and others"
_WHAT_FOR: Final[Mapping[str, str]] = {
    "To open in Excel": "Look, sort and correct, then bring it back on Add data.",
    "To come back to Landscape with everything": "To keep it safe, or to go on elsewhere.",
    _KUMU: "Elements and connections.",
    _OTHERS: "Programs that draw and measure networks.",
}


def has_something(view: View) -> bool:
    """Whether there is anything to take a copy of."""
    return not derived.snapshot(view, "stakeholder").stakeholder.empty


def take(view: View) -> None:
    """Ask what the copy is for, say what it leaves behind and means, and give the file."""
    form = _chosen(view)
    if form.cannot_carry:
        st.markdown(f"**What it cannot carry.** {escape(form.cannot_carry)}")
    else:
        st.markdown(
            "**It carries everything**: the map, its history, and the rounds of "
            "Where we stand. On Add data it becomes a landscape of its own."
        )
    st.warning(
        "A copy cannot be recalled. It holds real names, and what you noted about them.",
        icon=":material/warning:",
    )
    hindrance = exporting.hindrance(derived.snapshot(view, *OWN_TABLES), form)
    if hindrance:
        st.info(escape(hindrance))
    name = "".join(sign if sign.isalnum() else "-" for sign in view.landscape.name)[:60]
    copy = partial(exporting.copy_as, view.principal, view.store, view.landscape_id, form.name)
    st.download_button(
        "Take the copy",
        data=lambda: copy().data,
        file_name=f"{name}{form.suffix}",
        mime=form.mime,
        icon=":material/download:",
        type="primary",
        disabled=hindrance is not None,
        on_click="ignore",
        key=f"take_copy.{form.name}",
    )
    if form.suffix in _SPREADSHEETS:
        anatomy.quiet("Text in it stays text in any spreadsheet, whatever it begins with.")


def _chosen(view: View) -> Form:
    """The form that fits what the copy is for; asked for only where several do."""
    purposes = _purposes(view)
    purpose = st.radio(
        "What is the copy for?",
        list(purposes),
        key="copy_purpose",
        persist_state="session",
    )
    anatomy.quiet(_WHAT_FOR[purpose])
    fitting = purposes[purpose]
    if len(fitting) == 1:
        return fitting[0]
    titles = {form.name: form.title for form in fitting}
    chosen = st.selectbox(
        "In which form?",
        list(titles),
        format_func=titles.__getitem__,
        key=f"copy_form.{purpose}",
        persist_state="session",
        width=480,
    )
    return next(form for form in fitting if form.name == chosen)


def _purposes(view: View) -> dict[str, Sequence[Form]]:
    """The forms by what a copy in them is for; all of it is for the owner only."""
    forms = {form.name: form for form in exporting.forms()}
    if not view.principal.sees_sensitive:
        del forms["bundle"]
    purposes = {
        purpose: [forms.pop(name) for name in names if name in forms]
        for purpose, names in _OWN.items()
    }
    purposes[_KUMU] = [forms.pop(name) for name in list(forms) if name.startswith("kumu")]
    purposes[_OTHERS] = list(forms.values())
    return {purpose: fitting for purpose, fitting in purposes.items() if fitting}


def what_is_in_it(view: View) -> None:
    """One row a table of the copy."""
    snapshot = derived.snapshot(view, *_SHEETS)
    rows = [
        {"What": words, "Rows": len(getattr(snapshot, table))}
        for table, words in _SHEETS.items()
        if len(getattr(snapshot, table))
    ]
    st.subheader("What there is to take", anchor=False)
    tables.table(
        pd.DataFrame(rows),
        alt=f"What a copy of {escape(view.landscape.name)} can hold, and how many rows of each",
    )


def blank_workbook() -> None:
    """A workbook for those who begin a list, or ask others for one."""
    st.subheader("Beginning a list?", anchor=False)
    st.markdown(
        "Take a blank workbook. It says what belongs into each column, offers the words to "
        "choose from, and comes back on Add data without a question."
    )
    st.download_button(
        "Take a blank workbook",
        data=exporting.template_workbook,
        file_name="Blank-workbook.xlsx",
        mime=exporting.XLSX,
        icon=":material/draft:",
        on_click="ignore",
        key="take_blank_workbook",
    )
