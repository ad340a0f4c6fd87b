"""Typing in paper forms: one form a page, a sign an item, saved at once, then the next."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st

from landscape.model.assessment import RaterState, Round
from landscape.model.instrument import Instrument, Item
from landscape.services import rounds
from landscape.ui import anatomy, context, derived, errors, forms, state
from landscape.ui.context import View
from landscape.ui.readiness import ROUND, ROUNDS, attempt
from landscape.ui.readiness_paper_entries import EntryError, read_entries
from landscape.ui.readiness_rounds_words import person
from landscape.ui.text import count, escape, told_apart

CLOSING: Final = "closing"


def back_to_round(round_: Round) -> None:
    """The way back to the round."""
    st.page_link(
        ROUNDS,
        label="Back to the round",
        icon=":material/arrow_back:",
        query_params={**context.here(), ROUND: round_.id},
    )


def how_to_type(instrument: Instrument) -> None:
    """The signs, in a line."""
    levels = [meaning.level for meaning in instrument.levels]
    st.markdown(
        f"Type what is ticked: **{levels[0]}** to **{levels[-1]}** for a sentence, **X** can't say "
        "yet, **N** not applicable and why, **P** prefer not to say. What stands beside an answer "
        "follows after a space. Leave open what is open. The tab key goes on to the next."
    )


def paper_form_fields(view: View, round_: Round, instrument: Instrument) -> None:
    """One form: whose it is, each item, what else stands there; and Save."""
    key = _key(round_)
    items = instrument.form(round_.form)
    _shown_problems(instrument, items, key)
    with st.form(key, border=True, enter_to_submit=False):
        _whose(view, round_, key)
        for dimension in instrument.dimensions:
            asked = [item for item in items if item.dimension_id == dimension.id]
            if asked:
                st.markdown(f"**{escape(dimension.title)}**")
            for item in asked:
                _field(item, key)
        st.text_area(
            f"{escape(instrument.closing_question)} And what else is written there?",
            key=f"{key}.{CLOSING}",
            height=90,
        )
        st.form_submit_button(
            "Save and next form",
            type="primary",
            icon=":material/save:",
            on_click=attempt,
            args=(partial(_save, view, round_, instrument, items, key),),
        )
    typed = state.visit().drafts.get(f"{key}.count", 0)
    if typed:
        anatomy.quiet(f"Typed in here: {count(typed, 'form')}. The fields are for the next one.")


def _whose(view: View, round_: Round, key: str) -> None:
    left, right = st.columns(2)
    if round_.anonymous:
        left.markdown("This round is without names: type in none, also where one is on the form.")
    else:
        own = view.principal.id
        left.selectbox(
            "Whose form is it?",
            _without_answers(view, round_, own),
            index=None,
            format_func=lambda name: person(name, own),
            accept_new_options=True,
            placeholder="Choose or type a name",
            key=f"{key}.rater",
        )
    groups = derived.snapshot(view, "constituency").constituency
    named = dict(zip(groups["name"], groups["name"], strict=True))
    right.selectbox(
        "Where do they stand?",
        list(named),
        index=None,
        format_func=told_apart(named, 60).__getitem__,
        placeholder="Not said",
        key=f"{key}.standpoint",
    )


def _without_answers(view: View, round_: Round, own: str) -> list[str]:
    """Oneself, then those invited; whoever has begun goes on where they began."""
    at = rounds.standing(view.principal, view.store, view.landscape_id, round_.id)
    begun = {one.name for one in at.people if one.state is not RaterState.INVITED}
    offered = dict.fromkeys((own, *(one.name for one in at.people)))
    return [name for name in offered if name not in begun]


def _field(item: Item, key: str) -> None:
    entry, statement = st.columns([2, 5], vertical_alignment="bottom")
    entry.text_input(item.id, key=f"{key}.{item.id}", max_chars=400)
    statement.markdown(escape(item.statement))


def _shown_problems(instrument: Instrument, items: tuple[Item, ...], key: str) -> None:
    if not state.visit().drafts.get(f"{key}.tried"):
        return
    for problem in read_entries(instrument, items, _typed(items, key))[1]:
        errors.show(problem)


def _save(
    view: View, round_: Round, instrument: Instrument, items: tuple[Item, ...], key: str
) -> None:
    drafts = state.visit().drafts
    answers, problems = read_entries(instrument, items, _typed(items, key))
    rater = forms.said(f"{key}.rater")
    drafts[f"{key}.tried"] = bool(problems)
    if problems:
        raise EntryError(
            f"{count(len(problems), 'answer')} of this form cannot be read, so nothing is saved.",
            fix="Look above the form for what to type instead.",
        )
    if not round_.anonymous:
        forms.require(rater, "Say whose form it is.")
    forms.require(answers, "Type in at least one answer.")
    closing = forms.said(f"{key}.{CLOSING}")
    rounds.type_in(
        view.principal,
        view.store,
        view.landscape_id,
        round_.id,
        rater=None if round_.anonymous else rater,
        standpoint=forms.said(f"{key}.standpoint"),
        answers=answers,
        writings={CLOSING: closing} if closing else {},
    )
    drafts[f"{key}.count"] = drafts.get(f"{key}.count", 0) + 1
    _empty(items, key)


def _typed(items: tuple[Item, ...], key: str) -> Mapping[str, str]:
    return {item.id: str(state.value_of(f"{key}.{item.id}") or "") for item in items}


def _empty(items: tuple[Item, ...], key: str) -> None:
    for field in (*(item.id for item in items), CLOSING):
        state.set_value(f"{key}.{field}", "")
    for field in ("rater", "standpoint"):
        state.set_value(f"{key}.{field}", None)


def _key(round_: Round) -> str:
    return f"paper.{round_.id}"
