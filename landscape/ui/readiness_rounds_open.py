"""An open round: how people come in, how far they are, a reminder, and closing it."""

from functools import partial
from typing import Final

import streamlit as st

from landscape.model.assessment import (
    LEAST_CHANGE,
    THRESHOLD,
    RaterState,
    Round,
    RoundStanding,
)
from landscape.services import reading, room, round_evidence, rounds
from landscape.services.instruments import instrument_of
from landscape.services.paper_form import paper_form
from landscape.ui import anatomy, derived, readiness_rounds_codes, state
from landscape.ui.context import View
from landscape.ui.readiness import attempt
from landscape.ui.readiness_rounds_begin import talk_together
from landscape.ui.readiness_rounds_words import person
from landscape.ui.text import count, names

_EVERY: Final = "5s"


def how_to_come_in(view: View, round_: Round) -> None:
    """The room's code, large, and the address to copy; texts, a paper form, further codes."""
    if round_.code is None:
        return
    with st.container(border=True):
        code, where = st.columns([2, 3], vertical_alignment="center")
        code.metric("The code for everybody", round_.code)
        with where:
            anatomy.quiet("The address with the code in it, to copy and send")
            address = readiness_rounds_codes.join_address(round_.code)
            st.code(address, language=None, wrap_lines=True)
        if room.room_address() is None:
            anatomy.quiet(
                "Only this machine can open it. To let others in, start Landscape with *make room*."
            )
        with st.container(horizontal=True):
            with st.popover("A reminder to copy", icon=":material/notifications:"):
                st.code(rounds.reminder(round_, address), language=None, wrap_lines=True)
            _on_paper(view, round_)
    readiness_rounds_codes.further_codes(view, round_)


@st.fragment(run_every=_EVERY)
def progress(view: View, round_: Round) -> None:
    """How many have begun and finished, without any answer; who, only by name."""
    at = rounds.standing(view.principal, view.store, view.landscape_id, round_.id)
    st.subheader(_finished(at), anchor=False)
    whole = max(_all(at), 1)
    st.progress(min(1.0, at.finished / whole))
    if round_.anonymous:
        begun = count(at.begun, "person has", "people have") if at.begun else "Nobody has"
        anatomy.quiet(
            f"{begun} begun. Landscape does not say who, and what they say stays closed until you "
            "close the round, but for questions that you show in a room."
        )
        return
    own = view.principal.id
    waiting = [one.name for one in at.people if one.state is not RaterState.FINISHED]
    waiting.sort(key=lambda name: name != own)
    if waiting:
        said = names([person(name, own) for name in waiting], 40)
        st.markdown(f"Not finished yet: {said}.")
    anatomy.quiet(
        "What people say stays closed until you close the round, but for questions that you show "
        "in a room."
    )


def closing(view: View, round_: Round) -> None:
    """What closing does, and the button for it."""
    with st.container(border=True):
        st.subheader("Close the round", anchor=False)
        _what_closing_does(view, round_)
        st.button(
            "Close the round",
            icon=":material/lock:",
            on_click=attempt,
            args=(partial(_close, view, round_),),
        )


def after(view: View, round_: Round) -> None:
    """What can be done with a round that is over: open it again, put it away."""
    with st.container(horizontal=True):
        if round_.state in ("closed", "released"):
            st.button(
                "Open it again",
                icon=":material/lock_open:",
                on_click=attempt,
                args=(
                    partial(
                        rounds.reopen, view.principal, view.store, view.landscape_id, round_.id
                    ),
                ),
            )
            st.button(
                "Put it away",
                icon=":material/inventory_2:",
                help="It stays as it is, and moves to the end of the list.",
                on_click=attempt,
                args=(
                    partial(
                        rounds.archive, view.principal, view.store, view.landscape_id, round_.id
                    ),
                ),
            )
    if round_.anonymous and round_.state == "released":
        anatomy.quiet(
            "Open again, further people can answer. What is out stays as it is until at least "
            "three more have answered: of fewer, one could work out who said what."
        )


def nothing_shown(round_: Round) -> None:
    """Why nothing of an anonymous round that is closed is shown, and what to do instead."""
    st.info(
        f"Fewer than {round_.threshold} people answered, so nothing is shown: one could work out "
        "who said what. Open it again and invite more people, or talk about the questions "
        "together.",
        icon=":material/forum:",
    )
    talk_together()


def _finished(at: RoundStanding) -> str:
    whole = _all(at)
    if not whole:
        return "Nobody has finished yet"
    return f"{at.finished} of {whole} have finished"


def _all(at: RoundStanding) -> int:
    return max(at.expected or 0, at.begun, len(at.people))


@st.fragment(run_every=_EVERY)
def _what_closing_does(view: View, round_: Round) -> None:
    """What becomes of the answers that are here by now."""
    if not round_.anonymous:
        st.markdown(
            "From then on nobody can change an answer, and you see what each has said. You can "
            "open it again."
        )
        return
    answered = rounds.standing(view.principal, view.store, view.landscape_id, round_.id).answered
    given_out = view.store.releases(view.principal, view.landscape_id, round_.id)
    if given_out:
        _what_closing_changes(answered, int(given_out[-1].cells["people"]))
        return
    threshold = round_.threshold or THRESHOLD
    if answered < threshold:
        st.markdown(
            f"If you close it now, nothing will be shown: {answered} of the {threshold} who are "
            f"needed have answered. Wait for {_more(threshold - answered)}, or close it and talk "
            "about the questions together."
        )
        return
    st.markdown(
        "From then on nobody can change an answer. What all have said comes out at once, shuffled, "
        f"and no answer can be traced to anybody. A question that fewer than {threshold} answered "
        "is not shown."
    )


def _what_closing_changes(answered: int, before: int) -> None:
    """What becomes of answers that came after others were given out."""
    missing = before + LEAST_CHANGE - answered
    since = max(0, answered - before)
    if missing > 0:
        st.markdown(
            f"What {count(before, 'person', 'people')} said is out already. If you close it now, "
            f"it stays as it is: it takes {LEAST_CHANGE} more who answer, and {since} "
            f"{'has' if since == 1 else 'have'} since. Wait for {_more(missing)}."
        )
        return
    st.markdown(
        "From then on nobody can change an answer. What is out already is told anew, of "
        f"{count(answered, 'person', 'people')}. A question that fewer than {LEAST_CHANGE} have "
        "answered since stays as it is."
    )


def _more(number: int) -> str:
    return count(number, "more person", "more people")


def _close(view: View, round_: Round) -> None:
    evidence = round_evidence.evidence_now(derived.snapshot(view, *reading.EVIDENCE_TABLES))
    rounds.close(view.principal, view.store, view.landscape_id, round_.id, evidence)
    state.visit().drafts.pop(f"codes.{round_.id}", None)


def _on_paper(view: View, round_: Round) -> None:
    instrument = instrument_of(view.principal, view.store, view.landscape_id, round_)
    st.download_button(
        "Download a paper form",
        lambda: paper_form(instrument, round_.form, round_),
        file_name="paper-form.html",
        mime="text/html",
        icon=":material/print:",
        on_click="ignore",
        key=f"paper.{round_.id}",
    )
