"""One question a screen: write, choose a sentence, go on; what is chosen is saved."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from landscape.model.assessment import Answer
from landscape.model.instrument import Item
from landscape.model.scales import OffScale
from landscape.services import assessing
from landscape.services.assessing import Progress
from landscape.ui import anatomy, context, forms, state
from landscape.ui.context import View
from landscape.ui.readiness import CHECK, ITEM, RESULTS, attempt, sources_of
from landscape.ui.text import count, escape

_LETTERS: Final = {
    OffScale.CANT_SAY: "X",
    OffScale.NOT_APPLICABLE: "N",
    OffScale.NO_ANSWER: "P",
}


def at_hand(sitting: Progress) -> Item | None:
    """The item in the address, else the first without an answer; None for the check at the end."""
    named = st.query_params.get(ITEM)
    by_id = {item.id: item for item in sitting.items}
    if named in by_id:
        return by_id[named]
    going_on = None if named == CHECK else sitting.next_item
    # From here on the address holds the place: an answer that is saved does not turn the page.
    st.query_params[ITEM] = going_on.id if going_on else CHECK
    return going_on


def question(view: View, sitting: Progress, item: Item) -> None:
    """One item: the prompt, a note, the five sentences, the other answers, Back and Next."""
    instrument = assessing.instrument_of(sitting.round)
    dimension = instrument.dimension(item.dimension_id)
    key = f"answer.{sitting.submission_id}.{item.id}"
    at = sitting.items.index(item)
    given = sitting.answers.get(item.id)
    st.progress((at + 1) / len(sitting.items), text=f"Item {at + 1} of {len(sitting.items)}")
    st.subheader(escape(dimension.title), anchor=False)
    st.markdown(escape(" ".join(dimension.prompts)))
    _note(view, sitting, given, key)
    _sentences(view, sitting, item, given, key)
    _press(view, sitting, item, key)
    _other_answers(view, sitting, item, given, key)
    _back_and_next(sitting, at, given, asks_why=bool(state.value_of(f"{key}.asks_why")))
    with st.expander("Where this question comes from"):
        st.markdown(escape(sources_of(instrument, item.sources)))


def check(view: View, sitting: Progress) -> None:
    """Every item with its answer, and the end of the round."""
    instrument = assessing.instrument_of(sitting.round)
    open_items = len(sitting.items) - sitting.answered
    st.subheader("Check your answers", anchor=False)
    st.markdown(
        f"{count(open_items, 'item')} not answered. You can leave it at that."
        if open_items
        else f"All {len(sitting.items)} items have an answer."
    )
    with st.container(horizontal=True):
        st.button(
            "Back", key="back.from.check", shortcut="B", on_click=_go, args=(sitting.items[-1].id,)
        )
        if st.button("Finish", type="primary", icon=":material/check:", shortcut="F"):
            assessing.finish(view.principal, view.store, view.landscape_id, sitting)
            anatomy.saved()
            st.switch_page(RESULTS, query_params=context.here())
    for number, item in enumerate(sitting.items, start=1):
        answer = sitting.answers.get(item.id)
        said, change = st.columns([7, 1], vertical_alignment="center")
        title = instrument.dimension(item.dimension_id).title
        shown = (answer.text_shown if answer else None) or "Not answered"
        why = f": {escape(answer.reason)}" if answer and answer.reason else ""
        said.markdown(f"**{number}. {escape(title)}**  \n{escape(shown)}{why}")
        change.button("Change", key=f"change.{item.id}", on_click=_go, args=(item.id,))


def _note(view: View, sitting: Progress, given: Answer | None, key: str) -> None:
    st.text_area(
        "Write before you rate, if you like. It is kept with your answer.",
        value=(given.note if given else None) or "",
        key=f"{key}.note",
        height=72,
        persist_state="session",
        on_change=_note_changed,
        args=(view, sitting, given, key),
    )


def _sentences(view: View, sitting: Progress, item: Item, given: Answer | None, key: str) -> None:
    if state.value_of(key, default="") == "":
        state.set_value(key, given.level if given else None)
    st.radio(
        f"**{escape(item.statement)}**",
        [anchor.level for anchor in item.anchors],
        index=None,
        format_func=lambda level: f"{level} · {escape(item.anchor(level).text)}",
        key=key,
        on_change=_sentence_chosen,
        args=(view, sitting, item, key),
    )


def _press(view: View, sitting: Progress, item: Item, key: str) -> None:
    """One key for each sentence."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        anatomy.quiet("Press a key:")
        for anchor in item.anchors:
            st.button(
                f"Sentence {anchor.level}",
                key=f"{key}.press.{anchor.level}",
                type="tertiary",
                shortcut=str(anchor.level),
                on_click=_level_pressed,
                args=(view, sitting, item, key, anchor.level),
            )


def _other_answers(
    view: View, sitting: Progress, item: Item, given: Answer | None, key: str
) -> None:
    """The answers off the scale, clearly apart from the sentences."""
    instrument = assessing.instrument_of(sitting.round)
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("None of these?", width="content")
            for code, letter in _LETTERS.items():
                words = instrument.off_scale_answer(code)
                chosen = given is not None and given.off_scale is code
                st.button(
                    words.name,
                    key=f"{key}.press.{code.value}",
                    type="primary" if chosen else "secondary",
                    icon=":material/check:" if chosen else None,
                    shortcut=letter,
                    help=words.meaning,
                    on_click=_other_pressed,
                    args=(view, sitting, item, key, code),
                )
            if given is None:
                anatomy.quiet("Or leave it unanswered and go on.")
        if state.value_of(f"{key}.asks_why"):
            _why_not_applicable(view, sitting, item, given, key)
        elif given is not None and given.reason:
            st.markdown(f"It does not apply: {escape(given.reason)}")


def _why_not_applicable(
    view: View, sitting: Progress, item: Item, given: Answer | None, key: str
) -> None:
    with st.form(f"{key}.why", border=False):
        st.text_input(
            "Why does it not apply?",
            value=(given.reason if given else None) or "",
            key=f"{key}.reason",
        )
        st.form_submit_button(
            "Save the reason",
            on_click=attempt,
            args=(partial(_keep_reason, view, sitting, item, key),),
        )


def _back_and_next(sitting: Progress, at: int, given: Answer | None, *, asks_why: bool) -> None:
    saved_at = state.visit().saved_at
    last = at + 1 == len(sitting.items)
    with st.container(horizontal=True, vertical_alignment="center"):
        if at:
            before = sitting.items[at - 1].id
            st.button("Back", key=f"back.{at}", shortcut="B", on_click=_go, args=(before,))
        st.button(
            "Check your answers" if last else "Next",
            key=f"next.{at}",
            type="primary",
            # A shortcut fires whatever has the focus: Enter would leave a reason unsaved.
            shortcut=None if asks_why else "Enter",
            on_click=_go,
            args=(CHECK if last else sitting.items[at + 1].id,),
        )
        if given is not None:
            anatomy.quiet(f"Saved {anatomy.clock(saved_at)}" if saved_at else "Saved")
    anatomy.quiet("The keys work while you are not typing. Space presses the button you are on.")


def _go(item_id: str) -> None:
    st.query_params[ITEM] = item_id


def _save(view: View, sitting: Progress, key: str, answer: Answer) -> None:
    kept = replace(answer, note=forms.said(f"{key}.note"))
    assessing.save_answer(view.principal, view.store, view.landscape_id, sitting, kept)
    state.set_value(f"{key}.asks_why", False)


def _sentence_chosen(view: View, sitting: Progress, item: Item, key: str) -> None:
    answer = Answer(item_id=item.id, level=state.value_of(key))
    attempt(partial(_save, view, sitting, key, answer))


def _level_pressed(view: View, sitting: Progress, item: Item, key: str, level: int) -> None:
    state.set_value(key, level)
    _sentence_chosen(view, sitting, item, key)


def _other_pressed(view: View, sitting: Progress, item: Item, key: str, code: OffScale) -> None:
    if code is OffScale.NOT_APPLICABLE:
        state.set_value(f"{key}.asks_why", True)
        return
    state.set_value(key, None)
    attempt(partial(_save, view, sitting, key, Answer(item_id=item.id, off_scale=code)))


def _keep_reason(view: View, sitting: Progress, item: Item, key: str) -> None:
    answer = Answer(
        item_id=item.id, off_scale=OffScale.NOT_APPLICABLE, reason=forms.said(f"{key}.reason")
    )
    _save(view, sitting, key, answer)
    state.set_value(key, None)


def _note_changed(view: View, sitting: Progress, given: Answer | None, key: str) -> None:
    if given is not None:
        attempt(partial(_save, view, sitting, key, given))
