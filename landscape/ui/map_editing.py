"""Editing on the map: what gestures and the buttons beside it do, each one step to undo."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import streamlit as st

from landscape.model.constituency import Constituency
from landscape.model.ids import draw_id
from landscape.model.map_look import MapLook
from landscape.services import placing
from landscape.services.editing import remove_stakeholders
from landscape.services.map_editing import Spot, put_in_group
from landscape.store.base import Batch
from landscape.ui import derived, derived_map, differing, forms, state, undoing
from landscape.ui.canvas import MapEvent
from landscape.ui.context import View
from landscape.ui.map_finding import named_stakeholders
from landscape.ui.relationship_form import edit_relationship
from landscape.ui.stakeholder_form import edit_stakeholder
from landscape.ui.text import count, shorten, told_apart
from landscape.ui.words import GROUP_TIP

# The gestures that :func:`handle` answers.
HANDLED: Final = frozenset({"add", "connect", "remove", "group", "pin", "unpin", "undo", "redo"})


def handle(view: View, event: MapEvent, look: MapLook) -> bool:
    """Do what one gesture asks, in the body of the script.

    Says whether the page has to be drawn anew; where a form was opened it must not be.
    """
    if event.type == "add" and event.x is not None and event.y is not None:
        edit_stakeholder(view, None, spot=_spot(look, event.x, event.y))
        return False
    if event.type == "connect" and event.id and event.other and event.id != event.other:
        edit_relationship(view, None, ends=(event.id, event.other))
        return False
    if event.type == "group" and event.ids:
        put_together(view, event.ids)
        return False
    if event.type in ("undo", "redo"):
        return _step(view, event.type)
    work = _several(view, look).get(event.type)
    if work is None or not event.ids:
        return False
    forms.attempt(partial(work, event.ids))
    return True


def buttons(view: View, look: MapLook, selected_ids: Sequence[str] = ()) -> None:
    """Every gesture that edits the map, as a button."""
    differing.offer()
    if not view.principal.may_write:
        return
    with st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", key="map_editing"
    ):
        if st.button("Add a stakeholder", icon=":material/person_add:", key="map.add"):
            edit_stakeholder(view, None)
        many = derived_map.counts(view).stakeholders > 1
        if st.button(
            "Connect two", icon=":material/add_link:", key="map.connect", disabled=not many
        ):
            two = (selected_ids[0], selected_ids[1]) if len(selected_ids) == 2 else None
            edit_relationship(view, None, ends=two)
        if st.button("Change several", icon=":material/checklist:", key="map.several"):
            change_several(view, look, tuple(selected_ids))
        undo_and_redo(view)


def undo_and_redo(view: View) -> None:
    """The last change taken back, or the last one that was taken back brought back."""
    last = derived.last_changes(view)
    for label, icon, batch, work in (
        ("Undo", ":material/undo:", last.undo, undoing.take_back),
        ("Redo", ":material/redo:", last.redo, undoing.bring_back),
    ):
        st.button(
            label,
            icon=icon,
            key=f"map.{label.lower()}",
            disabled=batch is None,
            help=shorten(batch.label, 80) if batch else _NOTHING[label],
            on_click=work,
            args=(view, batch),
        )


def undo_words(view: View) -> tuple[str | None, str | None]:
    """What undo and redo would do, in words; None where there is nothing."""
    last = derived.last_changes(view)
    return (
        last.undo.label if last.undo else None,
        last.redo.label if last.redo else None,
    )


_NOTHING: Final = {
    "Undo": "There is no change of yours to take back. History has those of files and of others.",
    "Redo": "Nothing was taken back since the last change.",
}


@st.dialog("Change several", width="medium", on_dismiss="rerun")
def change_several(view: View, look: MapLook, ids: tuple[str, ...]) -> None:
    """Choose stakeholders by name; put them in a group, pin them, let them go or remove them."""
    forms.close_when_saved()
    key = f"several.{view.landscape_id}.{hash(ids)}"
    named = named_stakeholders(view, key, ids)
    chosen: list[str] = st.multiselect(
        "Who?",
        list(named),
        default=[id_ for id_ in ids if id_ in named],
        format_func=named.__getitem__,
        key=f"{key}.who",
        placeholder="Choose several by name",
    )
    st.markdown(f"**{count(len(chosen), 'stakeholder')}** chosen. Each step below can be undone.")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _pick_group(view, f"{key}.group")
        st.button(
            "Put in this group",
            icon=":material/workspaces:",
            key=f"{key}.put",
            disabled=not chosen,
            on_click=forms.attempt,
            args=(partial(_put, view, tuple(chosen), f"{key}.group"),),
        )
    with st.container(horizontal=True):
        for label, icon, name in (
            ("Pin where they are", ":material/keep:", "pin"),
            ("Let go", ":material/keep_off:", "unpin"),
            ("Remove", ":material/delete:", "remove"),
        ):
            st.button(
                label,
                icon=icon,
                key=f"{key}.{name}",
                disabled=not chosen,
                help=_TIPS[name],
                on_click=forms.attempt,
                args=(partial(_several(view, look)[name], tuple(chosen)),),
            )


_TIPS: Final = {
    "pin": "Tidying the map leaves them where they are.",
    "unpin": "Tidying the map may move them again.",
    "remove": "With the relationships and reports that hang on them. You can undo this.",
}


@st.dialog("Put in a group", width="small", on_dismiss="rerun")
def put_together(view: View, ids: tuple[str, ...]) -> None:
    """Put the stakeholders that were selected on the map in a group."""
    forms.close_when_saved()
    people = derived.snapshot(view, "stakeholder").stakeholder
    here = people.loc[people["id"].isin(list(ids)), "name"].tolist()
    st.markdown(f"**{count(len(here), 'stakeholder')}** selected.")
    key = f"together.{view.landscape_id}.{hash(ids)}"
    with st.form(f"{key}.form", border=False):
        _pick_group(view, f"{key}.group")
        st.form_submit_button(
            "Put in this group",
            type="primary",
            on_click=forms.attempt,
            args=(partial(_put, view, ids, f"{key}.group"),),
        )


def _pick_group(view: View, key: str) -> None:
    groups = derived.snapshot(view, "constituency").constituency
    named = told_apart(dict(zip(groups["id"], groups["name"], strict=True)), 80)
    st.selectbox(
        "Group",
        [_NONE, *named],
        index=None,
        format_func=lambda option: named.get(option, _NO_GROUP if option == _NONE else option),
        accept_new_options=True,
        placeholder="Pick a group, or type a new one",
        key=key,
        help=GROUP_TIP,
    )


_NONE: Final = ""
_NO_GROUP: Final = "In no group"


def _put(view: View, ids: tuple[str, ...], key: str) -> Batch:
    picked = state.value_of(key)
    forms.require(picked is not None, "Pick a group, or type the name of a new one.")
    groups = derived.snapshot(view, "constituency").constituency
    said = str(picked).strip()
    group: str | Constituency | None = said or None
    if said and not (groups["id"] == said).any():
        same = groups.loc[groups["name"].str.strip().str.casefold() == said.casefold(), "id"]
        added = Constituency(id=draw_id("c"), name=said)
        group = added if same.empty else str(same.iloc[0])
    return put_in_group(view.principal, view.store, view.landscape_id, ids, group)


def _several(view: View, look: MapLook) -> dict[str, Callable[[Sequence[str]], Batch]]:
    """What can be done with several at once, by its gesture."""
    here = (view.principal, view.store, view.landscape_id)
    there = {"arrangement": look.arrangement, "boundary_id": look.boundary_id}
    return {
        "remove": partial(remove_stakeholders, *here),
        "pin": partial(placing.keep, *here, **there),  # type: ignore[arg-type]
        "unpin": partial(placing.unpin, *here, **there),  # type: ignore[arg-type]
    }


def _step(view: View, way: str) -> bool:
    """Undo or redo by keyboard."""
    last = derived.last_changes(view)
    batch = last.undo if way == "undo" else last.redo
    if batch is None:
        return False
    (undoing.take_back if way == "undo" else undoing.bring_back)(view, batch)
    return True


def _spot(look: MapLook, x: float, y: float) -> Spot:
    return Spot(x=x, y=y, arrangement=look.arrangement, boundary_id=look.boundary_id)
