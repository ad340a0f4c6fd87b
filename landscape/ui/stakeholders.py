"""The stakeholders page: the list, and one looked at closely."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from landscape.model.scales import Asked
from landscape.model.stakeholder import Stakeholder
from landscape.services.checks import row_with_id
from landscape.services.editing import remove_stakeholders
from landscape.services.rows import stakeholder_of
from landscape.store.base import Batch
from landscape.ui import derived, forms, pickers, state, tables
from landscape.ui.context import View
from landscape.ui.stakeholder_form import edit_stakeholder
from landscape.ui.text import count, escape
from landscape.ui.words import ASKED_WORDS, NOT_RECORDED


def stakeholder_table(view: View) -> None:
    """Everybody on the map; choosing a row looks at that stakeholder."""
    listed = derived.stakeholder_list(view)
    key = f"stakeholder_table.{view.landscape_id}.{view.revision}"
    tables.table(
        listed.assign(
            group=listed["group"].fillna(NOT_RECORDED),
            kind=listed["kind"].fillna(NOT_RECORDED),
            asked=listed["asked"].map(ASKED_WORDS).fillna("not known"),
        ),
        alt="Stakeholders with group, kind, number of relationships and whether they were asked",
        columns={
            "name": st.column_config.TextColumn("Name", width=210),
            "group": st.column_config.TextColumn("Group", width=190),
            "relationships": st.column_config.NumberColumn("Relationships", width=100),
            "asked": st.column_config.TextColumn(
                "Asked", help="Were they asked about their relationships?", width=120
            ),
            "on_team": st.column_config.CheckboxColumn("Us", width=45),
            "kind": "Kind",
        },
        key=key,
        on_row=partial(_look_at, view, key, listed),
    )
    tables.download_csv(
        listed.drop(columns=["id", "constituency_id"]), file_name="stakeholders.csv"
    )


def closer_look(view: View, stakeholder_id: str) -> None:
    """One stakeholder in words, with the buttons to change or remove it."""
    stakeholder = _stakeholder(view, stakeholder_id)
    listed = derived.relationship_list(view)
    theirs = listed[
        (listed["source_id"] == stakeholder_id) | (listed["target_id"] == stakeholder_id)
    ]
    others = theirs["target"].where(theirs["source_id"] == stakeholder_id, theirs["source"])
    with st.container(border=True):
        st.markdown(f"**{escape(stakeholder.name)}**")
        said = [stakeholder.role, stakeholder.place, stakeholder.notes]
        st.markdown("; ".join(escape(text) for text in said if text) or "Nothing more recorded.")
        with st.expander(count(len(theirs), "relationship")):
            st.markdown(", ".join(escape(str(other)) for other in others) or _silence(stakeholder))
        with st.container(horizontal=True):
            if st.button("Change", icon=":material/edit:", key=f"change.{stakeholder_id}"):
                edit_stakeholder(view, stakeholder)
            st.button(
                "Remove",
                icon=":material/delete:",
                key=f"remove.{stakeholder_id}",
                help="With the relationships and reports that hang on it. You can undo this.",
                on_click=forms.attempt,
                args=(partial(_remove, view, stakeholder_id),),
            )


def edit_by_id(view: View, stakeholder_id: str) -> None:
    """Open the form to change somebody who was pointed at on the map."""
    edit_stakeholder(view, _stakeholder(view, stakeholder_id))


def _stakeholder(view: View, stakeholder_id: str) -> Stakeholder:
    row = row_with_id(derived.snapshot(view, "stakeholder").stakeholder, stakeholder_id)
    return stakeholder_of(row or {"id": stakeholder_id, "name": "?"})


def _remove(view: View, stakeholder_id: str) -> Batch:
    return remove_stakeholders(view.principal, view.store, view.landscape_id, [stakeholder_id])


def _look_at(view: View, key: str, listed: pd.DataFrame) -> None:
    chosen: Any = state.value_of(key)
    if chosen and chosen.selection.rows:
        picked = str(listed["id"].iloc[chosen.selection.rows[0]])
        pickers.choose(view, "stakeholder", picked, in_address=True)


def _silence(stakeholder: Stakeholder) -> str:
    if stakeholder.asked is Asked.ANSWERED:
        return "They were asked, and named none."
    return "None recorded. Nobody knows whether there are any until they are asked."
