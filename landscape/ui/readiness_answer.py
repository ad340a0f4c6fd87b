"""One question a screen: read, choose a sentence, go on; what is chosen is saved."""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from landscape.model.assessment import Answer
from landscape.model.instrument import Dimension, Item
from landscape.model.scales import OffScale
from landscape.ui import (
    anatomy,
    readiness_answer_check,
    readiness_answer_desk,
    readiness_answer_more,
    readiness_answer_writing,
    readiness_words,
    state,
)
from landscape.ui import readiness_answer_hands as hands
from landscape.ui import readiness_answer_places as places
from landscape.ui.errors import shown_errors
from landscape.ui.forms import said
from landscape.ui.readiness import attempt, sources_of, what_for
from landscape.ui.readiness_answer_desk import Desk
from landscape.ui.text import escape

_LETTERS: Final = {
    OffScale.CANT_SAY: "X",
    OffScale.NOT_APPLICABLE: "N",
    OffScale.NO_ANSWER: "P",
}


def screens(read: Callable[[], Desk], done: Callable[[Desk], None]) -> None:
    """The screen that the address names; `read` gives the desk as it is, `done` ends it."""
    places.arrive()
    _at_hand(read, done)


@st.fragment
def _at_hand(read: Callable[[], Desk], done: Callable[[Desk], None]) -> None:
    """The screen, by itself: of all that is stored it reads the rater's own rows."""
    with shown_errors():
        anatomy.shown_problem()
        desk = read()
        screen = places.at_hand(desk.sitting)
        with hands.top():
            _head(desk, screen)
        item = places.item_at(desk.sitting, screen)
        dimension = places.dimension_at(desk.sitting, screen)
        if item is not None:
            question(desk, item)
        elif dimension is not None:
            _opening(desk, dimension, screen)
        elif screen == places.TASKS:
            readiness_answer_check.tasks(desk)
        else:
            readiness_answer_check.check(desk, done)
        hands.follow(screen)


def question(desk: Desk, item: Item) -> None:
    """One item: the prompt and a place to write, the sentences, the other answers, more, Next."""
    given = desk.sitting.answers.get(item.id)
    dimension = desk.dimension(item)
    tips = readiness_words.tips(desk.instrument, dimension, item)
    st.subheader(escape(dimension.title), anchor=False, help=tips)
    if not places.has_own_screen(desk.sitting, item.dimension_id) and places.begins(
        desk.sitting, item
    ):
        readiness_answer_writing.before_rating(desk, dimension)
    answers(desk, item, given)
    # Next stays where it is, whatever is chosen: a hand may be on its way to it.
    _back_and_next(desk, item.id)
    anatomy.quiet(_how_it_stands(desk, item, given))
    if given is not None:
        readiness_answer_more.beside(desk, item, given)
    with st.expander("Where this question comes from"):
        st.markdown(escape(sources_of(desk.instrument, item.sources)))


def answers(desk: Desk, item: Item, given: Answer | None) -> None:
    """The sentences to choose from, and the answers that are none of them."""
    key = desk.key(item.id)
    _sentences(desk, item, given, key)
    _other_answers(desk, item, given, key)


def _head(desk: Desk, screen: str) -> None:
    sitting = desk.sitting
    what_for(desk.instrument, sitting.round)
    item = places.item_at(sitting, screen)
    with st.container(horizontal=True, vertical_alignment="center"):
        if item is not None:
            at = sitting.items.index(item) + 1
            st.progress(at / len(sitting.items), text=f"Item {at} of {len(sitting.items)}")
        if screen != places.TASKS:
            st.button(
                "All questions",
                key="all_questions",
                type="tertiary",
                icon=":material/list:",
                on_click=places.go,
                args=(places.TASKS,),
            )


def _opening(desk: Desk, dimension: Dimension, screen: str) -> None:
    """The screen a dimension begins with in the full form."""
    number = desk.instrument.dimensions.index(dimension) + 1
    anatomy.quiet(f"Part {number} of {len(desk.instrument.dimensions)}")
    st.subheader(escape(dimension.title), anchor=False)
    readiness_answer_writing.before_rating(desk, dimension, apart=True)
    _back_and_next(desk, screen)


def _sentences(desk: Desk, item: Item, given: Answer | None, key: str) -> None:
    # Drawn as it is kept: the same rater may have chosen another sentence on another device.
    state.showing(key, given.level if given else None)
    with hands.sentences(key):
        st.radio(
            f"**{escape(item.statement)}**",
            [anchor.level for anchor in item.anchors],
            index=None,
            format_func=lambda level: f"{level} · {escape(item.anchor(level).text)}",
            key=key,
            on_change=_sentence_chosen,
            args=(desk, item, key),
        )


def _other_answers(desk: Desk, item: Item, given: Answer | None, key: str) -> None:
    """The answers off the scale, clearly apart from the sentences."""
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("None of these?", width="content")
            for code, letter in _LETTERS.items():
                words = desk.instrument.off_scale_answer(code)
                chosen = given is not None and given.off_scale is code
                st.button(
                    escape(words.name),
                    key=f"{key}.press.{code.value}",
                    type="primary" if chosen else "secondary",
                    icon=":material/check:" if chosen else None,
                    # Its letter would be too faint to read on the primary button.
                    shortcut=None if chosen else letter,
                    help=escape(words.meaning),
                    on_click=_other_pressed,
                    args=(desk, item, key, code),
                )
        if state.value_of(f"{key}.asks_why"):
            _why_not_applicable(desk, item, given, key)


def _why_not_applicable(desk: Desk, item: Item, given: Answer | None, key: str) -> None:
    st.text_input(
        "Why does it not apply?",
        value=(given.reason if given and given.off_scale else None) or "",
        key=f"{key}.reason",
        live=True,
        on_change=_reason_said,
        args=(desk, item, key),
    )
    kept = given is not None and given.off_scale is OffScale.NOT_APPLICABLE
    anatomy.quiet("Saved" if kept else "It is saved once you give a reason.")


def _back_and_next(desk: Desk, screen: str) -> None:
    onward = places.after(desk.sitting, screen)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Back",
            key=f"back.{screen}",
            shortcut="B",
            on_click=places.go,
            args=(places.before(desk.sitting, screen),),
        )
        with hands.pressed_by("enter"):
            st.button(
                "Check your answers" if onward == places.CHECK else "Next",
                key=f"next.{screen}",
                type="primary",
                on_click=places.go,
                args=(onward,),
            )


def _how_it_stands(desk: Desk, item: Item, given: Answer | None) -> str:
    if given is not None:
        saved_at = state.visit().saved_at
        return f"Saved {anatomy.clock(saved_at)}" if saved_at else "Saved"
    keys = ""
    if item is desk.sitting.items[0]:
        last = len(item.anchors)
        keys = f" Keys: 1 to {last} choose a sentence, Enter goes on, others stand on the buttons."
    return f"Not answered yet. You can leave it at that and go on.{keys}"


def _sentence_chosen(desk: Desk, item: Item, key: str) -> None:
    state.set_value(f"{key}.asks_why", False)
    level = state.value_of(key)
    answer = Answer(item_id=item.id, level=level)
    attempt(partial(readiness_answer_desk.keep_choice, desk, item, answer))


def _other_pressed(desk: Desk, item: Item, key: str, code: OffScale) -> None:
    asks = code is OffScale.NOT_APPLICABLE
    state.set_value(f"{key}.asks_why", asks)
    if asks:
        return
    state.set_value(key, None)
    answer = Answer(item_id=item.id, off_scale=code)
    attempt(partial(readiness_answer_desk.keep_choice, desk, item, answer))


def _reason_said(desk: Desk, item: Item, key: str) -> None:
    reason = said(f"{key}.reason")
    if reason is None:
        return
    answer = Answer(item_id=item.id, off_scale=OffScale.NOT_APPLICABLE, reason=reason)
    state.set_value(key, None)
    attempt(partial(readiness_answer_desk.keep_choice, desk, item, answer))
