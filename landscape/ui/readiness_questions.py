"""Every question of an instrument, word for word: prompts, sentences, first steps, sources."""

from functools import partial
from typing import Final

import streamlit as st

from landscape.analysis.metrics import METRICS, NOT_YET
from landscape.model.instrument import FULL, PARTNERS, QUICK, Dimension, Instrument, Item
from landscape.services import instruments
from landscape.ui import anatomy
from landscape.ui.context import View
from landscape.ui.readiness import sources_list, sources_of
from landscape.ui.text import count, escape, plain, shorten, told_apart

_FORM_WORDS: Final = {
    QUICK: "quick: one of each dimension",
    FULL: "full: all of them",
    PARTNERS: "seen by partners: people outside the team answer",
}


def pick_instrument(view: View) -> Instrument:
    """The questions to read, the readiness questions first unless others are chosen."""
    offered = {
        one.id: one for one in instruments.offered(view.principal, view.store, view.landscape_id)
    }
    labels = told_apart({id_: f"{one.title} ({_whose(one)})" for id_, one in offered.items()}, 90)
    chosen = st.selectbox(
        "Which questions?",
        list(offered),
        format_func=labels.__getitem__,
        key=f"questions.{view.landscape_id}",
        persist_state="session",
        width=520,
    )
    return offered[chosen]


def about(instrument: Instrument) -> None:
    """What these questions are and are not, and how many there are."""
    st.markdown(escape(instrument.honest))
    parts = [
        f"Version {instrument.version}",
        count(len(instrument.dimensions), "dimension"),
        count(len(instrument.items), "question"),
    ]
    if instrument.has_quick_items:
        parts.append(f"{len(instrument.form(QUICK))} of them in the quick form")
    anatomy.quiet(" · ".join(parts))


def on_paper(instrument: Instrument) -> None:
    """The questions as a page to print, in a form that is chosen."""
    forms = list(_FORM_WORDS) if instrument.has_quick_items else [FULL]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        form = FULL
        if len(forms) > 1:
            form = st.selectbox(
                "Which form?",
                forms,
                format_func=_FORM_WORDS.__getitem__,
                key=f"paper.form.{instrument.id}",
                persist_state="session",
                width=420,
            )
        st.download_button(
            "Take them on paper",
            data=partial(_page, instrument, form),
            file_name=f"{instrument.id}-{form}.html",
            mime="text/html",
            icon=":material/print:",
            type="primary",
            on_click="ignore",
            key=f"paper.{instrument.id}",
        )
    anatomy.quiet(
        "A page to open in a browser and print on A4, with space to write. "
        "What is written on it is typed in on the page of its round."
    )


def dimensions(instrument: Instrument) -> None:
    """Every dimension with its questions, closed until one looks into it."""
    st.subheader("The questions, word for word", anchor=False)
    for dimension in instrument.dimensions:
        items = instrument.items_of(dimension.id)
        with st.expander(f"**{escape(dimension.title)}** · {count(len(items), 'question')}"):
            st.markdown(f"*{escape(' '.join(dimension.prompts))}*")
            for item in items:
                st.markdown(_item(instrument, item))
                anatomy.quiet(_details(instrument, item))
            st.markdown(_first(dimension))
    st.markdown(f"**At the end:** {escape(instrument.closing_question)}")


def what_they_rest_on(instrument: Instrument) -> None:
    """Where the questions come from, and what their uncommon words mean."""
    with st.expander("Where the questions come from"):
        sources_list(instrument)
        anatomy.quiet(
            f"{escape(instrument.name)}. {escape(instrument.id)}, sha256 {instrument.digest[:12]}"
        )
    if instrument.words:
        with st.expander("Words that mean something here"):
            st.markdown(
                "\n".join(
                    f"- **{escape(word)}**: {escape(tip)}" for word, tip in instrument.words.items()
                )
            )


def _item(instrument: Instrument, item: Item) -> str:
    quick = " · also in the quick form" if item.quick else ""
    sentences = "\n".join(f"{anchor.level}. {escape(anchor.text)}" for anchor in item.anchors)
    return (
        f"**{escape(item.statement)}**{quick}\n\n{sentences}\n\n"
        f"{_first_step_words(instrument)} {escape(item.first_step)}"
    )


def _first_step_words(instrument: Instrument) -> str:
    return "Instead, where it is not yet:" if len(instrument.levels) == 2 else "First step:"


def _details(instrument: Instrument, item: Item) -> str:
    parts = [escape(item.id), f"from {escape(sources_of(instrument, item.sources))}"]
    if item.evidence:
        named = ", ".join(f"{escape(_measure(code))} ({code})" for code in item.evidence)
        parts.append(f"beside it on the map: {named}")
    else:
        parts.append("only people can judge it")
    return " · ".join(parts)


def _measure(code: str) -> str:
    """What a measure is called, whether or not it can be worked out yet."""
    if code in METRICS:
        return METRICS[code].title
    return NOT_YET[code].title if code in NOT_YET else code


def _first(dimension: Dimension) -> str:
    lines = [
        f"- Where it is low, first: {escape(dimension.low)}",
        f"- Where it is in the middle: {escape(dimension.middling)}",
        f"- On the map: {escape(dimension.on_the_map)}",
    ]
    if dimension.caution:
        lines.append(f"- Take care: {escape(dimension.caution)}")
    return "\n".join(lines)


def _page(instrument: Instrument, form: str) -> str:
    return instruments.paper_form(instrument, form)


def _whose(instrument: Instrument) -> str:
    if instrument.id == instruments.READINESS:
        return f"readiness, version {instrument.version}"
    if instrument.id == instruments.GATE:
        return f"before a gathering, version {instrument.version}"
    return f"our own: {shorten(plain(instrument.id), 40)}, version {instrument.version}"
