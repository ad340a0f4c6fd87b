"""Choosing and beginning landscapes: those you hold, templates, samples, deleted ones."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from landscape.model.landscape import Landscape
from landscape.model.principal import Principal
from landscape.services.landscapes import create_empty
from landscape.services.samples import Sample, load_sample, samples
from landscape.services.templates import Template, create_from_template, templates
from landscape.store.base import Store
from landscape.ui import anatomy, context, forms, state
from landscape.ui.text import escape, shorten

_CARD_WIDTH = 360


def held_landscapes(principal: Principal, store: Store) -> None:
    """A card for each landscape one can open."""
    held = store.landscapes(principal)
    if not held:
        st.write("There is none yet. Begin one below.")
        return
    with st.container(horizontal=True):
        for landscape in held:
            _card(
                landscape.name,
                landscape.challenge or "The challenge is not written down yet.",
                f"Changed {anatomy.clock(landscape.changed_at)}" if landscape.changed_at else "",
                "Open",
                key=f"open.{landscape.id}",
                act=partial(context.open_page, context.OVERVIEW, landscape.id),
            )


def begin_empty(principal: Principal, store: Store) -> None:
    """A form with a name and, if it is known already, the challenge."""
    with st.form("begin_empty", border=False, clear_on_submit=True):
        st.text_input("Name", key="begin_empty.name", placeholder="Our valley")
        st.text_area(
            "What is the challenge that nobody can solve alone? You can say it later.",
            key="begin_empty.challenge",
            height=80,
        )
        begun = st.form_submit_button("Begin an empty landscape")
    if begun:
        landscape = create_empty(
            principal,
            store,
            forms.said("begin_empty.name") or "",
            challenge=forms.said("begin_empty.challenge"),
        )
        context.open_page(context.OVERVIEW, landscape.id)


def template_cards(principal: Principal, store: Store) -> None:
    """The six templates; choosing one asks for a name and its two questions."""
    with st.container(horizontal=True):
        for template in templates().values():
            _card(
                template.title,
                template.sentence,
                f"{len(template.constituencies)} groups, {len(template.stakeholders)} roles "
                "to replace by names",
                "Begin with this",
                key=f"template.{template.id}",
                act=partial(_ask_template, principal, store, template),
            )


def sample_cards(principal: Principal, store: Store) -> None:
    """Samples with invented people, to look around in and to change at will."""
    with st.container(horizontal=True):
        for sample in samples():
            _card(
                sample.name,
                sample.challenge,
                "Invented people and organisations",
                "Open the sample",
                key=f"sample.{sample.id}",
                act=partial(_open_sample, principal, store, sample),
            )


def deleted_landscapes(principal: Principal, store: Store) -> None:
    """Landscapes deleted in the last 30 days, each with the way back."""
    deleted = store.landscapes(principal, deleted=True)
    if not deleted:
        return
    with st.expander(f"Deleted ({len(deleted)})"):
        anatomy.quiet("Kept for 30 days.")
        for landscape in deleted:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(escape(landscape.name), width="content")
                st.button(
                    "Restore",
                    key=f"restore.{landscape.id}",
                    icon=":material/restore_from_trash:",
                    on_click=forms.attempt_open,
                    args=(partial(_restore, principal, store, landscape),),
                )


def _card(
    title: str, sentence: str, note: str, button: str, *, key: str, act: Callable[[], None]
) -> None:
    with st.container(border=True, width=_CARD_WIDTH):
        st.markdown(f"**{escape(shorten(title, 60))}**")
        st.markdown(escape(shorten(sentence, 150)))
        anatomy.quiet(escape(note))
        if st.button(button, key=key):
            act()


def _open_sample(principal: Principal, store: Store, sample: Sample) -> None:
    with st.spinner("Drawing the sample ..."):
        landscape = load_sample(principal, store, sample.id)
    context.open_page(context.OVERVIEW, landscape.id)


def _restore(principal: Principal, store: Store, landscape: Landscape) -> Landscape:
    store.restore_landscape(principal, landscape.id)
    return store.landscape(principal, landscape.id)


@st.dialog("Begin with a template", width="medium")
def _ask_template(principal: Principal, store: Store, template: Template) -> None:
    if state.visit().closing:
        st.switch_page(context.OVERVIEW, query_params=context.here())
    anatomy.shown_problem()
    key = f"template.{template.id}"
    st.markdown(escape(template.sentence))
    with st.form(f"{key}.form", border=False):
        st.text_input("Name", value=template.title, key=f"{key}.name")
        st.text_area(template.challenge_prompt, key=f"{key}.challenge", height=80)
        st.text_area(template.difference_prompt, key=f"{key}.difference", height=80)
        st.form_submit_button(
            "Begin",
            type="primary",
            on_click=forms.attempt_open,
            args=(
                lambda: create_from_template(
                    principal,
                    store,
                    template.id,
                    forms.said(f"{key}.name") or "",
                    challenge=forms.said(f"{key}.challenge"),
                    difference_sought=forms.said(f"{key}.difference"),
                ),
            ),
        )
