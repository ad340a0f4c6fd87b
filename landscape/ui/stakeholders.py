"""The stakeholders page: the list, one looked at closely, the form to add or change one."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from landscape.model.constituency import Constituency
from landscape.model.ids import draw_id
from landscape.model.scales import Asked, Level, Role, StakeholderKind
from landscape.model.stakeholder import Stakeholder
from landscape.services.checks import row_with_id
from landscape.services.editing import remove_stakeholders, save_stakeholder
from landscape.services.rows import row_of, stakeholder_of
from landscape.store.base import Batch
from landscape.ui import derived, forms, pickers, state, tables
from landscape.ui.context import View
from landscape.ui.text import count, escape, told_apart
from landscape.ui.words import ASKED_WORDS, GROUP_TIP, NOT_RECORDED, RATING_WORDS

_SHOWN = (
    "name", "kind", "constituency_id", "role", "level", "place", "influence", "interest",
    "roles", "on_team", "asked", "notes",
)  # fmt: skip


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


@st.dialog("Stakeholder", width="medium")
def edit_stakeholder(view: View, stakeholder: Stakeholder | None) -> None:
    """Add a stakeholder, or change one; only the name is needed."""
    forms.close_when_saved()
    shown = stakeholder or Stakeholder(id=draw_id("s"), name="?")
    key = f"stakeholder.{stakeholder.id if stakeholder else 'new'}"
    with st.form(f"{key}.form", border=False):
        st.text_input("Name", value=stakeholder.name if stakeholder else "", key=f"{key}.name")
        _choose_group(view, shown, key)
        forms.choose("Kind", _words(StakeholderKind), shown.kind, key=f"{key}.kind")
        st.text_input("What they do in the issue", value=shown.role or "", key=f"{key}.role")
        st.checkbox("One of us, on the convening team", value=shown.on_team, key=f"{key}.on_team")
        with st.expander("Add more"):
            forms.choose("Asked about relationships?", ASKED_WORDS, shown.asked, key=f"{key}.asked")
            st.multiselect(
                "Roles",
                list(_words(Role)),
                default=list(shown.roles or ()),
                key=f"{key}.roles",
                placeholder=NOT_RECORDED,
            )
            st.text_input("Place", value=shown.place or "", key=f"{key}.place")
            forms.choose("Level of scale", _words(Level), shown.level, key=f"{key}.level")
            forms.choose("Influence", RATING_WORDS, shown.influence, key=f"{key}.influence")
            forms.choose("Interest", RATING_WORDS, shown.interest, key=f"{key}.interest")
            st.text_area("Notes", value=shown.notes or "", key=f"{key}.notes", height=80)
        st.form_submit_button(
            "Save",
            type="primary",
            on_click=forms.attempt,
            args=(partial(_save, view, shown, key, is_there=stakeholder is not None),),
        )


def edit_by_id(view: View, stakeholder_id: str) -> None:
    """Open the form to change somebody who was pointed at on the map."""
    edit_stakeholder(view, _stakeholder(view, stakeholder_id))


def _choose_group(view: View, shown: Stakeholder, key: str) -> None:
    groups = derived.snapshot(view, "constituency").constituency
    named = dict(zip(groups["id"], groups["name"], strict=True))
    options = list(named)
    labels = told_apart(named, 80)
    st.selectbox(
        "Group",
        options,
        index=options.index(shown.constituency_id) if shown.constituency_id in named else None,
        format_func=lambda chosen: labels.get(chosen, chosen),
        accept_new_options=True,
        placeholder="Pick a group, or type a new one",
        key=f"{key}.group",
        help=GROUP_TIP,
    )


def _save(view: View, shown: Stakeholder, key: str, *, is_there: bool) -> Batch:
    group, new_group = _said_group(view, key)
    roles = state.value_of(f"{key}.roles") or ()
    asked = state.value_of(f"{key}.asked")
    level = state.value_of(f"{key}.level")
    said = replace(
        shown,
        name=forms.said(f"{key}.name") or "",
        kind=state.value_of(f"{key}.kind"),
        constituency_id=group,
        role=forms.said(f"{key}.role"),
        on_team=bool(state.value_of(f"{key}.on_team")),
        asked=Asked(asked) if asked else None,
        roles=tuple(Role(role) for role in roles) or None,
        place=forms.said(f"{key}.place"),
        level=Level(level) if level else None,
        influence=state.value_of(f"{key}.influence"),
        interest=state.value_of(f"{key}.interest"),
        notes=forms.said(f"{key}.notes"),
    )
    row = row_of(shown)
    return save_stakeholder(
        view.principal,
        view.store,
        view.landscape_id,
        said,
        new_group=new_group,
        seen={column: row[column] for column in _SHOWN} if is_there else None,
    )


def _said_group(view: View, key: str) -> tuple[str | None, Constituency | None]:
    """The id of the group that was picked, or a group to add by the name that was typed."""
    said = forms.said(f"{key}.group")
    groups = derived.snapshot(view, "constituency").constituency
    if said is None or (groups["id"] == said).any():
        return said, None
    same_name = groups.loc[groups["name"].str.casefold() == said.casefold(), "id"]
    if not same_name.empty:
        return str(same_name.iloc[0]), None
    added = Constituency(id=draw_id("c"), name=said)
    return added.id, added


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


def _words(enumeration: type[StakeholderKind] | type[Level] | type[Role]) -> dict[str, str]:
    return {member.value: member.value for member in enumeration}
