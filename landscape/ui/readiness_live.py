"""A question before a room: put it up, count who has answered, then show all dots together."""

import math
from functools import partial
from typing import Final

import streamlit as st

from landscape.analysis.agreement import Agreement
from landscape.analysis.results import ItemResult
from landscape.charts.room_dots import room_dots, room_dots_alt
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument, Item
from landscape.model.scales import OffScale
from landscape.services import live
from landscape.ui import anatomy, context
from landscape.ui.context import View
from landscape.ui.readiness import ROUND, ROUNDS, attempt
from landscape.ui.readiness_live_sign import sign
from landscape.ui.readiness_rounds_codes import join_address
from landscape.ui.text import count, escape

_EVERY: Final = "2s"
_AGREEMENT: Final = {
    Agreement.CLOSE: "You are close together.",
    Agreement.MIXED: "You see it somewhat differently.",
    Agreement.SPLIT: "You are far apart: ask what each saw that made them choose.",
}


def how_to_join(round_: Round) -> None:
    """The room's code and where to type it, large; the way back for who runs the round."""
    code, where, back = st.columns([4, 4, 3], vertical_alignment="center")
    with code:
        said = round_.code or ""
        dark = st.context.theme.type == "dark"
        st.image(sign(said, dark=dark), width="stretch", alt=f"The code of this room: {said}")
    with where:
        st.subheader(escape(join_address().removeprefix("http://")), anchor=False)
        anatomy.quiet("Open this address, and type the code")
    with back:
        st.page_link(
            ROUNDS,
            label="Back to the round",
            icon=":material/arrow_back:",
            query_params={**context.here(), ROUND: round_.id},
        )


def choose_item(view: View, round_: Round, instrument: Instrument) -> None:
    """All questions of the round, each with a button that puts it up."""
    items = instrument.form(round_.form)
    st.title("Which question do you put up?", anchor=False)
    anatomy.quiet("Everybody answers it on their own device. Nobody sees an answer until you show.")
    for number, item in enumerate(items, start=1):
        words, put_up = st.columns([6, 1], vertical_alignment="center")
        title = instrument.dimension(item.dimension_id).title
        words.markdown(f"**{number}. {escape(title)}**  \n{escape(item.statement)}")
        put_up.button(
            "Put it up",
            key=f"put_up.{item.id}",
            type="primary" if number == 1 else "secondary",
            on_click=_show,
            args=(view, round_, item.id),
        )


def asked(view: View, round_: Round, instrument: Instrument, item: Item) -> None:
    """The question with its sentences and how many have answered; nothing of what they said."""
    _question(instrument, round_, item)
    lines = [f"{anchor.level} · {escape(anchor.text)}" for anchor in item.anchors]
    st.markdown("  \n".join(lines))
    _answered(view, round_)
    with st.container(horizontal=True):
        st.button(
            "Close and show",
            type="primary",
            icon=":material/visibility:",
            key=f"show.{item.id}",
            on_click=_show,
            args=(view, round_, item.id),
            kwargs={"shown": True},
        )
        _take_down(view, round_)


def shown(view: View, round_: Round, instrument: Instrument, item: Item) -> None:
    """All dots together, the middle and how close they are in words, and the next question."""
    _question(instrument, round_, item)
    found = live.live_answers(view.principal, view.store, view.landscape_id, round_.id)
    seen = found is not None and found.answered > 0
    # Of an anonymous round a later answer would stand out beside what was shown.
    stands = round_.anonymous and seen
    if found is None or not seen:
        _why_nothing(view, round_)
    else:
        st.markdown(f"**{_in_words(found)}**")
        st.plotly_chart(
            room_dots(instrument, found, dark=st.context.theme.type == "dark"),
            theme=None,
            config={"displayModeBar": False},
            alt=room_dots_alt(instrument, found),
            key=f"room_dots.{item.id}",
        )
    if stands:
        anatomy.quiet("What is shown here stands: answers that come later change nothing in it.")
    with st.container(horizontal=True):
        following = _following(instrument, round_, item)
        if following is not None:
            st.button(
                "Next question",
                type="primary",
                icon=":material/arrow_forward:",
                key=f"next.{item.id}",
                on_click=_show,
                args=(view, round_, following.id),
            )
        if not stands:
            st.button(
                "Let them answer again",
                icon=":material/undo:",
                key=f"again.{item.id}",
                on_click=_show,
                args=(view, round_, item.id),
            )
        _take_down(view, round_)


def _question(instrument: Instrument, round_: Round, item: Item) -> None:
    items = instrument.form(round_.form)
    title = instrument.dimension(item.dimension_id).title
    anatomy.quiet(f"Question {items.index(item) + 1} of {len(items)} · {escape(title)}")
    st.title(escape(item.statement), anchor=False)


@st.fragment(run_every=_EVERY)
def _answered(view: View, round_: Round) -> None:
    number = live.live_count(view.principal, view.store, view.landscape_id, round_.id)
    whole = f" of {round_.expected}" if round_.expected and round_.expected >= number else ""
    st.subheader(
        f"{number}{whole} {'has' if number == 1 and not whole else 'have'} answered", anchor=False
    )


def _why_nothing(view: View, round_: Round) -> None:
    number = live.live_count(view.principal, view.store, view.landscape_id, round_.id)
    if round_.anonymous:
        st.info(
            f"{count(number, 'person has', 'people have')} answered, and it takes "
            f"{round_.threshold} before anything is shown: of fewer, one could work out who said "
            "what. Let more people answer, or talk about the question together.",
            icon=":material/forum:",
        )
    else:
        st.info("Nobody has answered yet. Let them answer again.", icon=":material/forum:")


def _in_words(found: ItemResult) -> str:
    said = []
    if not math.isnan(found.centre):
        level = f"{found.centre:g}"
        said.append(f"In the middle: {level}.")
    if found.agreement is not None:
        said.append(_AGREEMENT[found.agreement])
    unsure = found.off_scale[OffScale.CANT_SAY]
    if unsure:
        said.append(f"{unsure} of {found.answered} can't say yet. That is a finding, too.")
    return " ".join(said) or "Nobody chose a sentence."


def _take_down(view: View, round_: Round) -> None:
    st.button(
        "All questions",
        icon=":material/list:",
        key="all_questions",
        on_click=_show,
        args=(view, round_, None),
    )


def _following(instrument: Instrument, round_: Round, item: Item) -> Item | None:
    items = instrument.form(round_.form)
    at = items.index(item) + 1
    return items[at] if at < len(items) else None


def _show(view: View, round_: Round, item_id: str | None, *, shown: bool = False) -> None:
    attempt(
        partial(
            live.show_item,
            view.principal,
            view.store,
            view.landscape_id,
            round_.id,
            item_id,
            shown=shown,
        )
    )
