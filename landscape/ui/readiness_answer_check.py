"""All questions at a glance, and the check before the end."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from landscape.model.instrument import Dimension, Item
from landscape.services.assessing import CLOSING
from landscape.ui import readiness_answer_desk, readiness_answer_writing, state
from landscape.ui import readiness_answer_hands as hands
from landscape.ui import readiness_answer_places as places
from landscape.ui.readiness import ANOTHER, ROUND, attempt
from landscape.ui.readiness_answer_desk import NOT_SAID, Desk
from landscape.ui.text import count, count_of, escape

# Up to so many items each has its own way back from the check.
_FEW = 15


def tasks(desk: Desk) -> None:
    """Each dimension with how many of its items are answered, and the way there."""
    sitting = desk.sitting
    st.subheader("All questions", anchor=False)
    st.markdown(
        f"{count_of(sitting.answered, len(sitting.items), 'items')} answered. "
        "Go on where you like; what you chose is kept."
    )
    with st.container(horizontal=True):
        going_on = sitting.next_item
        if going_on is not None:
            with hands.pressed_by("enter"):
                st.button(
                    "Go on",
                    type="primary",
                    icon=":material/arrow_forward:",
                    on_click=places.go,
                    args=(places.first_of(sitting, going_on.dimension_id),),
                )
        st.button("Check your answers", key="tasks.check", on_click=_to_check)
    if desk.view is not None or sitting.standpoint:
        _standpoint(desk)
    for dimension, items in _by_dimension(desk):
        answered = sum(item.id in sitting.answers for item in items)
        done = ":material/check_circle:" if answered == len(items) else ":material/circle:"
        how_far = "" if len(items) == 1 else f" · {answered} of {len(items)}"
        st.button(
            f"{escape(dimension.title)}{how_far}",
            key=f"task.{dimension.id}",
            type="tertiary",
            icon=done,
            on_click=places.go,
            args=(places.first_of(sitting, dimension.id),),
        )
    if desk.view is not None:
        _begin_another()


def _begin_another() -> None:
    """Leave this round open and begin another one; it can be gone on with from there."""
    if st.button("Leave it open and begin another", type="tertiary", icon=":material/add:"):
        st.query_params[ROUND] = ANOTHER
        st.query_params.pop(places.ITEM, None)
        st.rerun()


def _standpoint(desk: Desk) -> None:
    """Where one looks at it from; it can be said later, and changed."""
    said = desk.sitting.standpoint
    known = dict.fromkeys([*desk.standpoints, *([said] if said else [])])
    if not known:
        return
    key = desk.key("standpoint")
    options = [NOT_SAID, *known]
    st.selectbox(
        "From where do you look at it?",
        options,
        index=options.index(said) if said else 0,
        key=key,
        width=360,
        help="The group you are closest to. Asked once, and only roughly.",
        on_change=attempt,
        args=(partial(_keep_standpoint, desk, key),),
    )


def _keep_standpoint(desk: Desk, key: str) -> None:
    chosen = state.value_of(key)
    readiness_answer_desk.keep_standpoint(desk, None if chosen == NOT_SAID else chosen)


def check(desk: Desk, done: Callable[[Desk], None]) -> None:
    """Every item with its answer, the closing question, and the end."""
    sitting = desk.sitting
    open_items = len(sitting.items) - sitting.answered
    st.subheader("Check your answers", anchor=False)
    st.markdown(
        f"{count(open_items, 'item')} not answered. You can leave it at that."
        if open_items
        else f"All {len(sitting.items)} items have an answer."
    )
    # Beside the box and not its label, which screen readers say with every sign of Markdown in it.
    st.markdown(escape(desk.instrument.closing_question))
    readiness_answer_writing.place(desk, CLOSING, "One last thing, if you like", height=72)
    with st.container(horizontal=True):
        st.button(
            "Back",
            key="back.from.check",
            shortcut="B",
            on_click=places.go,
            args=(places.before(sitting, places.CHECK),),
        )
        with hands.pressed_by("f"):
            finishes = st.button("Finish", type="primary", icon=":material/check:")
        if finishes:
            done(desk)
    for dimension, items in _by_dimension(desk):
        _answered(desk, dimension, items)


def _answered(desk: Desk, dimension: Dimension, items: Sequence[Item]) -> None:
    """What was said about a dimension, and the way back to it."""
    sitting = desk.sitting
    each = len(sitting.items) <= _FEW
    if not each:
        st.markdown(f"**{escape(dimension.title)}**")
    for number, item in enumerate(sitting.items, start=1):
        if item not in items:
            continue
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_said(desk, dimension, item, number, titled=each), width="stretch")
            if each or item is items[0]:
                st.button(
                    "Change",
                    key=f"change.{item.id}",
                    on_click=places.go,
                    args=(item.id,),
                )


def _said(desk: Desk, dimension: Dimension, item: Item, number: int, *, titled: bool) -> str:
    answer = desk.sitting.answers.get(item.id)
    shown = (answer.text_shown if answer else None) or "Not answered"
    why = f": {escape(answer.reason)}" if answer and answer.reason else ""
    # Where a dimension has one item its title says what is asked; else the statement does.
    alone = sum(one.dimension_id == item.dimension_id for one in desk.sitting.items) == 1
    title = dimension.title if titled and alone else item.statement
    return f"**{number}. {escape(title)}**  \n{escape(shown)}{why}"


def _by_dimension(desk: Desk) -> list[tuple[Dimension, list[Item]]]:
    found = [
        (dimension, [item for item in desk.sitting.items if item.dimension_id == dimension.id])
        for dimension in desk.instrument.dimensions
    ]
    return [(dimension, items) for dimension, items in found if items]


def _to_check() -> None:
    places.go(places.CHECK)
