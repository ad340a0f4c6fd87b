"""The parts that every page is made of: head, empty state, working, saved, undo, tabs."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from landscape.store.base import Batch
from landscape.ui import context, errors, state, undoing
from landscape.ui.context import View
from landscape.ui.text import escape, shorten, told_apart


def first_row() -> None:
    """The landscape at hand, a picker for those who hold several, and when it was last changed."""
    view = context.chosen_landscape()
    state.visit().view = view  # the page below reads the same; nothing is written in between
    notice = state.take_notice()
    if view is not None:
        with st.container(horizontal=True, vertical_alignment="center"):
            _pick_landscape(view)
            quiet(_changed(view))
            st.page_link(
                context.CHOOSER,
                label="Your landscapes",
                icon=":material/stacks:",
                query_params=context.here(),
            )
    # A place of its own, filled or not: what stands below is not drawn anew when it comes and goes.
    place = st.empty()
    if notice:
        place.info(notice)


def clock(moment: datetime) -> str:
    """A time as the reader's clock shows it: "14:02" today, else with the day."""
    zone = ZoneInfo(st.context.timezone) if st.context.timezone else None
    local = moment.astimezone(zone)
    today = datetime.now(local.tzinfo).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local.day} {local:%B %Y, %H:%M}"


def head(title: str, sentence: str) -> None:
    """The page's name, and one sentence on what can be found out here. Both are Markdown."""
    st.title(title, anchor=False)
    st.write(sentence)


def quiet(words: str) -> None:
    """Small print in the palette's grey, which reads at 7:1; Streamlit's own captions do not."""
    st.markdown(f":small[:gray[{words}]]", width="content")


def empty(what_will_be_here: str, why: str, page: str, button: str) -> None:
    """In place of what is not there yet: what will be here, why, and the way there."""
    with st.container(border=True):
        st.subheader(what_will_be_here, anchor=False)
        st.write(why)
        if st.button(button, type="primary", icon=":material/arrow_forward:"):
            st.switch_page(page, query_params=context.here())


def worked_out(formula: str, source: str, not_recorded: str) -> None:
    """How a figure came about: the rule, where it comes from, and what it leaves out."""
    with st.expander("How this is worked out"):
        st.markdown(formula)
        quiet(f"Source: {source}")
        quiet(f"Not recorded: {not_recorded}")


def section_tabs(pages: Sequence[tuple[str, str]]) -> None:
    """A row of links between the pages of a section: file and label of each."""
    with st.container(horizontal=True, gap="medium"):
        for file, label in pages:
            st.page_link(file, label=label, icon="", query_params=context.here())


def list_and_closer_look() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two places: for a list, and for what is chosen in it; below each other on a narrow page."""
    row = st.container(horizontal=True)
    return row.container(width=780), row.container(width=324)


def saved(batch: Batch | None = None) -> None:
    """Remember the time, shown quietly in the first row, and what `undo_offer` may take back."""
    state.keep_saved(batch.changed_at if batch else datetime.now().astimezone(), batch)


def undo_offer(view: View, batch: Batch | None = None) -> None:
    """Offer to take back what was just done on this page, where it happened."""
    undoing.conflict_offer(view)
    offered = batch or state.visit().offered
    if offered is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="undo_offer"):
        st.markdown(f":material/check: {escape(offered.label)}", width="content")
        st.button(
            "Undo",
            icon=":material/undo:",
            key=f"undo.{offered.id}",
            on_click=undoing.take_back,
            args=(view, offered),
        )


def shown_problem() -> None:
    """Show what went wrong in the callback before this run, if anything did."""
    problem = state.take_problem()
    place = st.empty()
    if problem is not None:
        with place.container():
            errors.show(problem)


def _pick_landscape(view: View) -> None:
    held = {landscape.id: landscape.name for landscape in view.store.landscapes(view.principal)}
    if len(held) == 1:
        st.markdown(f"**{escape(shorten(view.landscape.name, 60))}**", width="content")
        return
    # A fresh widget after a renaming or in another order: a browser sends back the name it shows,
    # and what tells two of the same name apart follows the order.
    key = f"landscape_at_hand.{hash(tuple(held.items()))}"
    if state.value_of(key) != view.landscape_id:
        state.set_value(key, view.landscape_id)
    st.selectbox(
        "Landscape",
        list(held),
        format_func=told_apart(held, 60).__getitem__,
        key=key,
        label_visibility="collapsed",
        width=360,
        on_change=lambda: context.go_to(state.value_of(key)),
    )


def _changed(view: View) -> str:
    saved_at = state.visit().saved_at
    if saved_at is not None:
        return f"Saved {clock(saved_at)}"
    changed_at = view.landscape.changed_at
    return f"Changed {clock(changed_at)}" if changed_at else ""
