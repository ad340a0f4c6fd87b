"""What a landscape is about, who of it is us, and putting it away."""

import streamlit as st

from landscape.services.editing import mark_team
from landscape.services.landscapes import change_landscape
from landscape.store.base import Batch
from landscape.ui import anatomy, context, derived, forms, state
from landscape.ui.context import View
from landscape.ui.text import count, escape, told_apart

_FIELDS = (
    # column, question, lines
    ("challenge", "What is the challenge that nobody can solve alone?", 3),
    ("difference_sought", "What difference do you seek?", 3),
    ("scope", "What belongs to it?", 2),
    ("out_of_scope", "What does not?", 2),
)


def about_form(view: View) -> None:
    """Name, challenge, difference sought and scope in one form."""
    key = f"about.{view.landscape_id}.{view.revision}"
    with st.form(key):
        st.text_input("Name", value=view.landscape.name, key=f"{key}.name")
        for column, question, lines in _FIELDS:
            st.text_area(
                question,
                value=getattr(view.landscape, column) or "",
                key=f"{key}.{column}",
                height=32 + 26 * lines,
            )
        st.form_submit_button(
            "Save", type="primary", on_click=forms.attempt, args=(lambda: _change(view, key),)
        )


def us_form(view: View) -> None:
    """Which stakeholders are us; without it, nothing can be said from where we stand."""
    stakeholders = derived.snapshot(view, "stakeholder").stakeholder
    names = dict(zip(stakeholders["id"], stakeholders["name"], strict=True))
    if not names:
        st.write("Nobody is on the map yet. Once somebody is, say here who of them is us.")
        return
    us = list(stakeholders.loc[stakeholders["on_team"].astype(bool), "id"])
    key = f"us.{view.landscape_id}.{view.revision}"
    with st.form(key):
        st.multiselect(
            "Which of these is us?",
            list(names),
            default=us,
            format_func=told_apart(names, 60).__getitem__,
            key=f"{key}.chosen",
            help="Those who convene. The landscape can then be read from where you stand.",
            placeholder="Pick those on the convening team",
        )
        st.form_submit_button(
            "Save who is us",
            on_click=forms.attempt,
            args=(
                lambda: mark_team(
                    view.principal,
                    view.store,
                    view.landscape_id,
                    state.value_of(f"{key}.chosen", []),
                ),
            ),
        )
    anatomy.quiet(f"{count(len(us), 'stakeholder')} of {len(names):,} on the team")


def put_away(view: View) -> None:
    """Delete the landscape; it can be taken back at once, and for 30 days from the chooser."""
    st.write("It leaves your list. You can take it back for 30 days, as it was.")
    st.button(
        "Delete this landscape",
        icon=":material/delete:",
        on_click=_delete,
        args=(view,),
    )


def deleted_offer() -> bool:
    """Where the landscape was just deleted: say so and offer it back. Returns whether it was."""
    deleted = state.visit().deleted
    if deleted is None:
        return False
    landscape_id, name = deleted
    anatomy.head(f"Deleted: {escape(name)}", "It is kept for 30 days under Your landscapes.")
    store, principal = context.open_store(), context.principal()
    with st.container(horizontal=True):
        if st.button("Undo", icon=":material/undo:", type="primary"):
            store.restore_landscape(principal, landscape_id)
            state.visit().deleted = None
            context.open_page(context.SETTINGS, landscape_id)
        if st.button("Your landscapes", icon=":material/stacks:"):
            state.visit().deleted = None
            st.switch_page(context.CHOOSER)
    return True


def _change(view: View, key: str) -> Batch:
    said = {column: forms.said(f"{key}.{column}") for column, _, _ in _FIELDS}
    return change_landscape(
        view.principal,
        view.store,
        view.landscape_id,
        name=forms.said(f"{key}.name") or "",
        **said,
        seen=view.landscape,
    )


def _delete(view: View) -> None:
    view.store.delete_landscape(view.principal, view.landscape_id)
    context.leave()
    state.visit().deleted = (view.landscape_id, view.landscape.name)
