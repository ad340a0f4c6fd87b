"""The form to add a stakeholder, or to change one."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, Self

import streamlit as st

from landscape.model.constituency import Constituency
from landscape.model.ids import draw_id
from landscape.model.scales import Asked, Level, Role, StakeholderKind
from landscape.model.stakeholder import Stakeholder
from landscape.services.editing import save_stakeholder
from landscape.services.map_editing import SPOT_TABLES, Spot, add_at, begun_at
from landscape.services.rows import row_of, stakeholder_of
from landscape.store.base import Batch
from landscape.ui import derived, differing, forms, state
from landscape.ui.context import View
from landscape.ui.differing import Change
from landscape.ui.text import told_apart
from landscape.ui.words import ASKED_WORDS, GROUP_TIP, NOT_RECORDED, RATING_WORDS, TEAM_QUESTIONS

# The columns that the form shows, and what they are called.
_LABELS: Final = {
    "name": "Name",
    "kind": "Kind",
    "constituency_id": "Group",
    "role": "What they do",
    "level": "Level of scale",
    "place": "Place",
    "influence": "Influence",
    "interest": "Interest",
    "roles": "Roles",
    "on_team": "One of us",
    "location_note": "From where they look",
    "interests_declared": "What is at stake for them here",
    "asked": "Asked",
    "notes": "Notes",
}
_SHOWN: Final = tuple(_LABELS)


@st.dialog("Stakeholder", width="medium", on_dismiss="rerun")
def edit_stakeholder(
    view: View, stakeholder: Stakeholder | None, *, spot: Spot | None = None
) -> None:
    """Add a stakeholder, where it was pointed to on the map, or change one.

    Only the name is needed.
    """
    forms.close_when_saved()
    form = _Form.of(view, stakeholder, spot)
    if differing.choice(form.changes):
        return
    differing.reminder(form.changes)
    shown, key = form.shown, form.key
    with st.form(f"{key}.form", border=False):
        st.text_input("Name", value=shown.name if form.is_there else "", key=f"{key}.name")
        _choose_group(view, form)
        forms.choose("Kind", _words(StakeholderKind), shown.kind, key=f"{key}.kind")
        st.text_input("What they do in the issue", value=shown.role or "", key=f"{key}.role")
        st.checkbox("One of us, on the convening team", value=shown.on_team, key=f"{key}.on_team")
        if shown.on_team:
            _team_questions(form)
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
            on_click=differing.attempt,
            args=(partial(_change, view, form, partial(edit_stakeholder, view, stakeholder)),),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What the form begins with. `changes` names the row, `key` the widgets of this filling in."""

    key: str
    changes: str
    shown: Stakeholder
    is_there: bool
    seen: Mapping[str, object] | None = None
    typed_group: str | None = None
    spot: Spot | None = None

    @classmethod
    def of(cls, view: View, stakeholder: Stakeholder | None, spot: Spot | None) -> Self:
        """The form for somebody who is there, or for somebody to add, at a spot or anywhere."""
        if stakeholder is None:
            key = f"stakeholder.at.{spot.x:g}.{spot.y:g}" if spot else "stakeholder.new"
            begun = begun_at(derived.snapshot(view, *SPOT_TABLES), spot) if spot else {}
            somebody = stakeholder_of({"id": draw_id("s"), "name": "?", **_stored(begun)})
            return cls(key=key, changes=key, shown=somebody, is_there=False, spot=spot)
        key = f"stakeholder.{stakeholder.id}"
        again = differing.again(key)
        if again is None:
            row = row_of(stakeholder)
            seen = {column: row[column] for column in _SHOWN}
            return cls(key=key, changes=key, shown=stakeholder, is_there=True, seen=seen)
        return cls(
            key=f"{key}.{again.number}",
            changes=key,
            shown=stakeholder_of(again.row),
            is_there=True,
            seen=again.seen,
            typed_group=again.typed,
        )


def _team_questions(form: _Form) -> None:
    """What is asked of somebody on the team; kept as it is for everybody else."""
    for column, label in TEAM_QUESTIONS.items():
        value = getattr(form.shown, column) or ""
        st.text_area(label, value=value, key=f"{form.key}.{column}", height=80)


def _stored(begun: Mapping[str, Any]) -> dict[str, Any]:
    return {**begun, "attributes": json.dumps(begun.get("attributes", {}), ensure_ascii=False)}


def _choose_group(view: View, form: _Form) -> None:
    groups = derived.snapshot(view, "constituency").constituency
    named = dict(zip(groups["id"], groups["name"], strict=True))
    options = [*named, *([form.typed_group] if form.typed_group else [])]
    labels = told_apart(named, 80)
    chosen = form.typed_group or form.shown.constituency_id
    st.selectbox(
        "Group",
        options,
        index=options.index(chosen) if chosen in options else None,
        format_func=lambda option: labels.get(option, option),
        accept_new_options=True,
        placeholder="Pick a group, or type a new one",
        key=f"{form.key}.group",
        help=GROUP_TIP,
    )


def _change(view: View, form: _Form, reopen: Callable[[], None]) -> Change:
    """What the form says, for somebody who is there or is to be added."""
    said, new_group = _said(view, form)
    groups = derived.snapshot(view, "constituency").constituency
    called = dict(zip(groups["id"], groups["name"], strict=True))
    if new_group is not None:
        called[new_group.id] = new_group.name

    def write(row: Mapping[str, object], seen: Mapping[str, object] | None) -> Batch:
        somebody = stakeholder_of(row)
        added = new_group if new_group and somebody.constituency_id == new_group.id else None
        here = (view.principal, view.store, view.landscape_id, somebody)
        if form.spot is not None:
            return add_at(*here, form.spot, new_group=added)
        return save_stakeholder(*here, new_group=added, seen=seen)

    return Change(
        key=form.changes,
        called=form.shown.name,
        seen=form.seen,
        mine=row_of(said),
        write=write,
        add=lambda row: write(row, None),
        labels=_LABELS,
        words={
            "constituency_id": called,
            "asked": ASKED_WORDS,
            "influence": RATING_WORDS,
            "interest": RATING_WORDS,
        },
        typed=new_group.name if new_group else None,
        reopen=reopen,
    )


def _said(view: View, form: _Form) -> tuple[Stakeholder, Constituency | None]:
    """What stands in the form, and the group to add where one was typed."""
    key = form.key
    group, new_group = _said_group(view, key)
    roles = state.value_of(f"{key}.roles") or ()
    asked = state.value_of(f"{key}.asked")
    level = state.value_of(f"{key}.level")
    said = replace(
        form.shown,
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
    if form.shown.on_team:
        said = replace(
            said,
            location_note=forms.said(f"{key}.location_note"),
            interests_declared=forms.said(f"{key}.interests_declared"),
        )
    return said, new_group


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


def _words(enumeration: type[StakeholderKind] | type[Level] | type[Role]) -> dict[str, str]:
    return {member.value: member.value for member in enumeration}
