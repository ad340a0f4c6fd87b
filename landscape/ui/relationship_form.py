"""The form to add a relationship, or to change one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Self

import streamlit as st

from landscape.model.ids import draw_id
from landscape.model.relationship import Relationship
from landscape.model.scales import Basis
from landscape.services.editing import save_relationship
from landscape.services.rows import relationship_of, row_of
from landscape.store.base import Batch
from landscape.ui import derived, differing, forms, state
from landscape.ui.context import View
from landscape.ui.differing import Change
from landscape.ui.text import escape, shorten
from landscape.ui.words import BASIS_WORDS, DEPTH_TIPS, STATUS_WORDS

# The columns that the form shows, and what they are called.
_LABELS: Final = {
    "source_id": "From",
    "target_id": "To",
    "directed": "One way",
    "depth": "Depth",
    "basis": "Rests on",
    "kind": "Kind",
    "status": "Alive",
    "last_contact": "Last contact",
    "note": "Note",
}
_DIRECTIONS: Final = {False: "both ways", True: "one way, from the first to the second"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What the form begins with. `changes` names the row, `key` the widgets of this filling in."""

    key: str
    changes: str
    shown: Mapping[str, Any]
    seen: Mapping[str, object] | None = None

    @classmethod
    def of(cls, relationship: Relationship | None, ends: tuple[str, str] | None) -> Self:
        """The form for one that is there, or for one to add, between two or anybody."""
        if relationship is None:
            source_id, target_id = ends or (None, None)
            key = f"relationship.{source_id}.{target_id}" if ends else "relationship.new"
            shown = {"source_id": source_id, "target_id": target_id, "basis": Basis.ASSUMED.value}
            return cls(key=key, changes=key, shown={**dict.fromkeys(_LABELS), **shown})
        key = f"relationship.{relationship.id}"
        again = differing.again(key)
        if again is None:
            row = row_of(relationship)
            return cls(
                key=key, changes=key, shown=row, seen={column: row[column] for column in _LABELS}
            )
        return cls(key=f"{key}.{again.number}", changes=key, shown=again.row, seen=again.seen)


@st.dialog("Relationship", width="medium", on_dismiss="rerun")
def edit_relationship(
    view: View, relationship: Relationship | None, *, ends: tuple[str, str] | None = None
) -> None:
    """Add a relationship, between two who were connected on the map or anybody, or change one."""
    forms.close_when_saved()
    form = _Form.of(relationship, ends)
    if differing.choice(form.changes):
        return
    differing.reminder(form.changes)
    shown, key = form.shown, form.key
    names = _names(view)
    if ends:
        st.markdown(" and ".join(f"**{escape(shorten(names.get(end, '?'), 60))}**" for end in ends))
    with st.form(f"{key}.form", border=False):
        forms.choose(
            "From", names, shown["source_id"], key=f"{key}.source", placeholder="Pick a stakeholder"
        )
        forms.choose(
            "To", names, shown["target_id"], key=f"{key}.target", placeholder="Pick another one"
        )
        st.radio(
            "Which way does it go?",
            list(_DIRECTIONS),
            index=int(bool(shown["directed"])),
            format_func=_DIRECTIONS.__getitem__,
            key=f"{key}.directed",
            horizontal=True,
        )
        forms.choose("How deep is it?", DEPTH_TIPS, shown["depth"], key=f"{key}.depth")
        forms.choose("What does it rest on?", BASIS_WORDS, shown["basis"], key=f"{key}.basis")
        st.text_input(
            "Kind", value=shown["kind"] or "", key=f"{key}.kind",
            placeholder="funding, advice, joint work ...",
        )  # fmt: skip
        with st.expander("Add more"):
            forms.choose("Is it alive?", STATUS_WORDS, shown["status"], key=f"{key}.status")
            st.date_input("Last contact", value=shown["last_contact"], key=f"{key}.last_contact")
            st.text_area("Note", value=shown["note"] or "", key=f"{key}.note")
        st.form_submit_button(
            "Save",
            type="primary",
            on_click=differing.attempt,
            args=(partial(_change, view, form, partial(edit_relationship, view, relationship)),),
        )


def _names(view: View) -> dict[str, str]:
    people = derived.stakeholder_list(view)
    return dict(zip(people["id"], people["name"], strict=True))


def _change(view: View, form: _Form, reopen: Callable[[], None]) -> Change:
    """What the form says, of a relationship that is there or is to be added."""
    key = form.key
    said = {
        "source_id": state.value_of(f"{key}.source"),
        "target_id": state.value_of(f"{key}.target"),
        "directed": bool(state.value_of(f"{key}.directed")),
        "depth": state.value_of(f"{key}.depth"),
        "basis": state.value_of(f"{key}.basis"),
        "kind": forms.said(f"{key}.kind"),
        "status": state.value_of(f"{key}.status"),
        "last_contact": state.value_of(f"{key}.last_contact"),
        "note": forms.said(f"{key}.note"),
    }
    forms.require(said["source_id"] and said["target_id"], "Pick both ends of the relationship.")
    names = _names(view)

    def write(row: Mapping[str, object], seen: Mapping[str, object] | None) -> Batch:
        return save_relationship(
            view.principal, view.store, view.landscape_id, relationship_of(row), seen=seen
        )

    return Change(
        key=form.changes,
        called=" and ".join(names.get(str(said[end]), "?") for end in ("source_id", "target_id")),
        seen=form.seen,
        mine={"id": draw_id("r"), **form.shown, **said},
        write=write,
        add=lambda row: write(row, None),
        labels=_LABELS,
        words={
            "source_id": names,
            "target_id": names,
            "depth": DEPTH_TIPS,
            "basis": BASIS_WORDS,
            "status": STATUS_WORDS,
        },
        reopen=reopen,
    )
