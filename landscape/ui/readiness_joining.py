"""Coming into a round: a code, what one should know before, a seat, the end.

Whoever comes here may see nothing of the landscape but what joining gives; nothing on these screens
leads to another page.
"""

from functools import partial
from typing import Final

import streamlit as st

from landscape.model.assessment import Round
from landscape.model.errors import LandscapeError, NotFoundError
from landscape.model.instrument import Instrument
from landscape.model.principal import GUEST
from landscape.services import assessing, instruments, joining
from landscape.services.joining import Found
from landscape.store.base import Store
from landscape.ui import anatomy, forms, readiness_joining_seats, state
from landscape.ui import readiness_answer_hands as hands
from landscape.ui import readiness_answer_places as places
from landscape.ui.context import CODE, SEAT
from landscape.ui.errors import show
from landscape.ui.readiness import attempt, sources_list
from landscape.ui.readiness_answer_desk import NOT_SAID, Desk
from landscape.ui.text import count, escape

_TYPED: Final = "joining.code"
_NAME: Final = "joining.name"
_STANDPOINT: Final = "joining.standpoint"


def desk_of(store: Store, seat: str) -> Desk:
    """The desk of the seat in the address, as it is."""
    found = joining.sitting(store, seat)
    return Desk(
        store=store,
        principal=found.principal,
        landscape_id=found.landscape_id,
        sitting=found.progress,
        standpoints=found.standpoints,
    )


def seated(store: Store, seat: str) -> Desk:
    """The desk of the seat in the address; says so where the round has taken the seat along.

    A round without names keeps no seat once it is closed. Only who sat there is told more than
    that the address leads nowhere.
    """
    places.arrive()
    here = state.visit()
    try:
        desk = desk_of(store, seat)
    except NotFoundError:
        if here.seat != seat:
            raise
        _over("It was closed, and its seats are gone with it. What you had saved counts.")
        st.stop()
    here.seat = seat if desk.sitting.round.anonymous else None
    return desk


def front_door(store: Store) -> None:
    """Ask for a code, or say where the one in the address leads."""
    code = st.query_params.get(CODE)
    # First of all: a code of a round without names opens nothing once it has been used.
    seat = readiness_joining_seats.seat_by_code(store, code) if code else None
    found = _found(store, code) if code and seat is None else None
    if found is not None:
        seat = readiness_joining_seats.seat_in(store, str(code), found)
    if seat is not None:
        _back_to_seat(store, seat)
    elif found is not None:
        _before_joining(store, str(code), found)
    else:
        _ask_for_code()


def finish(desk: Desk) -> None:
    """End one's own answers."""
    assessing.finish(desk.principal, desk.store, desk.landscape_id, desk.sitting)
    st.query_params.pop(places.ITEM, None)
    st.rerun()


def thanks(desk: Desk) -> None:
    """What happens next, and the way back to one's answers while the round is open."""
    round_ = desk.sitting.round
    if round_.state != assessing.OPEN:
        _over("The round is closed.")
        return
    st.title("Thank you", anchor=False)
    st.markdown("Your answers are in. " + _what_next(round_))
    st.markdown("Until the round is closed you can come back to this address and change them.")
    st.button("Look at my answers again", icon=":material/edit:", on_click=_back_to_check)


def _over(why: str) -> None:
    st.title("Thank you", anchor=False)
    st.markdown(f"{why} Whoever invited you will show you what came out.")
    if state.take_problem() is not None:
        st.markdown("What you wrote or chose after that was not kept.")


def is_answering(desk: Desk) -> bool:
    """Whether somebody still answers: not finished, or back to change something."""
    if desk.sitting.round.state != assessing.OPEN:
        return False
    return not desk.sitting.finished or places.ITEM in st.query_params


def keep_this_address() -> None:
    """Say how to come back."""
    with st.expander("How do I come back later?", icon=":material/bookmark:"):
        st.markdown(
            "Keep the address of this page: it is yours alone, and leads back to your answers. "
            "Add it to your bookmarks, or send it to yourself. Give it to nobody else."
        )


def _ask_for_code() -> None:
    anatomy.head("Where do we stand?", "Somebody asks for your view. Come in with a code.")
    with st.form("joining.form", border=True):
        st.text_input(
            "The code, from the screen or from your slip",
            key=_TYPED,
            placeholder="KT4M-9WQD",
            max_chars=40,
            width=320,
        )
        st.form_submit_button("Come in", type="primary", on_click=_code_typed)
    anatomy.quiet("If you have been here before, open the address that you kept.")


def _before_joining(store: Store, code: str, found: Found) -> None:
    round_ = found.round
    instrument = instruments.instrument_of(GUEST, store, found.landscape_id, round_)
    anatomy.head(
        escape(instrument.title),
        f"**{escape(round_.name)}**  \nReady for: "
        f"{escape(round_.readiness_for or 'this landscape')}",
    )
    anatomy.shown_problem()
    st.markdown(_how_many(instrument, round_))
    st.markdown(_what_is_known(round_))
    if round_.form == "partners":
        st.markdown("You are asked as somebody from outside: answer as you see them.")
    with st.container(border=True):
        if found.seat_name:
            st.markdown(f"This seat is for **{escape(found.seat_name)}**.")
        if found.asks_name:
            st.text_input("Your name", key=_NAME, max_chars=200, width=360)
        if found.standpoints:
            st.selectbox(
                "From where do you look at it?",
                [NOT_SAID, *found.standpoints],
                key=_STANDPOINT,
                width=360,
                help="The group you are closest to. Asked once, and only roughly.",
            )
        st.button(
            "Begin",
            type="primary",
            icon=":material/arrow_forward:",
            on_click=attempt,
            args=(partial(_join, store, code, found),),
        )
    hands.follow("joining")
    with st.expander("What this is, and what it is not"):
        st.markdown(escape(instrument.honest))
        sources_list(instrument)


def _back_to_seat(store: Store, seat: str) -> None:
    round_ = joining.sitting(store, seat).progress.round
    anatomy.head("You have a seat in this round already", f"**{escape(round_.name)}**")
    st.button(
        "Go on with your answers",
        type="primary",
        icon=":material/arrow_forward:",
        on_click=_sit_down,
        args=(seat,),
    )
    anatomy.quiet("Somebody else at this device? Open the code again in a tab of its own.")


def _found(store: Store, code: str) -> Found | None:
    try:
        return joining.find(store, code)
    except LandscapeError as error:
        show(error)
        return None


def _how_many(instrument: Instrument, round_: Round) -> str:
    items = count(len(instrument.form(round_.form)), "question")
    return (
        f"{items}. For each you choose the sentence that fits; there is no right answer, and "
        '"can\'t say yet" is one, too. You can stop and come back.'
    )


def _what_is_known(round_: Round) -> str:
    if not round_.anonymous:
        return (
            "**By name.** Your name stands beside your answers when you talk about them. "
            "They are shown once the round is closed, but for questions that are answered together "
            "in the room: those are shown there at once, without names."
        )
    return (
        "**Without names.** Nobody can see who said what, and nobody keeps a list of who has "
        "answered. Nothing is shown before the round is closed, but for questions that are "
        "answered together in the room, and nothing at all unless at least "
        f"{round_.threshold} people answer."
    )


def _what_next(round_: Round) -> str:
    if round_.anonymous:
        return (
            "Once the round is closed, and if at least "
            f"{round_.threshold} people have answered, the results are shown without names."
        )
    return "Once the round is closed, you see together what everybody said, and talk about it."


def _code_typed() -> None:
    typed = forms.said(_TYPED)
    if typed:
        st.query_params[CODE] = typed


def _join(store: Store, code: str, found: Found) -> None:
    if SEAT in st.query_params:
        return
    name = forms.said(_NAME) if found.asks_name else None
    standpoint = state.value_of(_STANDPOINT, NOT_SAID)
    secret = readiness_joining_seats.take_seat(store, code, found, name)
    if standpoint != NOT_SAID:
        seat = joining.sitting(store, secret)
        assessing.keep_standpoint(
            seat.principal, store, seat.landscape_id, seat.progress, standpoint
        )
    _sit_down(secret)


def _sit_down(secret: str) -> None:
    st.query_params[SEAT] = secret
    st.query_params.pop(CODE, None)


def _back_to_check() -> None:
    places.go(places.CHECK)
