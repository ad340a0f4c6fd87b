"""Where we stand: what the questions are and are not, the round at hand, and finished ones."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from landscape.model.assessment import Round
from landscape.model.days import said_day
from landscape.model.errors import LandscapeError
from landscape.model.instrument import Instrument, source_key
from landscape.services import assessing, reading, round_evidence, rounds
from landscape.store.base import Snapshot
from landscape.ui import anatomy, context, derived, state
from landscape.ui.context import View
from landscape.ui.readiness_answer_desk import Desk
from landscape.ui.readiness_answer_places import CHECK, ITEM
from landscape.ui.text import escape

ANSWER: Final = "pages/readiness/answer.py"
RESULTS: Final = "pages/readiness/results.py"
ROUNDS: Final = "pages/readiness/rounds.py"
# The part of the address that names the round, and what stands there to begin another one.
ROUND: Final = "round"
ANOTHER: Final = "another"


def attempt(make: Callable[[], object]) -> None:
    """Save from a callback: remember the time, or the problem to show."""
    try:
        make()
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        anatomy.saved()


def what_it_is(instrument: Instrument) -> None:
    """What the questions are and are not, with where they come from."""
    st.markdown(escape(instrument.honest))
    with st.expander("Where the questions come from"):
        sources_list(instrument)


def sources_list(instrument: Instrument) -> None:
    """The texts that an instrument is derived from."""
    st.markdown("\n".join(f"- {escape(source.cited)}" for source in instrument.sources.values()))


def sources_of(instrument: Instrument, references: tuple[str, ...]) -> str:
    """The titles that references point into, once each."""
    keys = dict.fromkeys(source_key(reference) for reference in references)
    return "; ".join(instrument.sources[key].title for key in keys)


def pick_open(view: View) -> None:
    """The open rounds that one can answer in oneself, by name."""
    for round_ in _answerable(view):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"Open: **{escape(round_.name)}**. {about(round_)}", width="content")
            if st.button("Answer in it", key=f"answer.{round_.id}"):
                st.query_params[ROUND] = round_.id
                st.rerun()


def round_at_hand(view: View) -> Round | None:
    """The open round in the address, else the newest that is for oneself alone; None otherwise."""
    open_rounds = _answerable(view)
    named = st.query_params.get(ROUND)
    if named == ANOTHER:
        return None
    at_hand = [round_ for round_ in open_rounds if round_.id == named]
    alone = [round_ for round_ in open_rounds if round_.for_oneself]
    return next(iter([*at_hand, *alone]), None)


def desk_of(view: View, round_: Round) -> Desk:
    """One's own desk in a round, as it is."""
    group = derived.snapshot(view, "constituency").constituency
    return Desk(
        store=view.store,
        principal=view.principal,
        landscape_id=view.landscape_id,
        sitting=assessing.progress(view.principal, view.store, view.landscape_id, round_),
        view=view,
        standpoints=tuple(dict.fromkeys(group["name"])),
    )


def finish(view: View, desk: Desk) -> None:
    """End one's own answers, and see what was said where the round ends with them."""
    alone = desk.sitting.round.for_oneself
    evidence = round_evidence.evidence_now(_now(view)) if alone else None
    assessing.finish(view.principal, view.store, view.landscape_id, desk.sitting, evidence)
    anatomy.saved()
    if alone:
        st.switch_page(RESULTS, query_params={**context.here(), ROUND: desk.sitting.round.id})
    state.put_notice("Your answers are in. You see what everybody said once the round is closed.")
    st.switch_page(ROUNDS, query_params=context.here())


def finished_round(view: View, round_: Round) -> None:
    """Where a round is finished: the way to what was said, and to changing it."""
    with st.container(border=True):
        st.markdown(f"You have answered: **{escape(round_.name)}**. {about(round_)}")
        with st.container(horizontal=True):
            if st.button("See what you said", icon=":material/arrow_forward:"):
                st.switch_page(RESULTS, query_params=context.here())
            change_answers(view, round_)


def change_answers(view: View, round_: Round) -> None:
    """Open a round for oneself again; one with others would open again for everybody."""
    if not round_.for_oneself:
        return
    raters = derived.answers(view, round_)["rater"]
    if not (raters == view.principal.id).any():
        return
    if st.button("Change my answers", icon=":material/edit:", key=f"reopen.{round_.id}"):
        rounds.reopen(view.principal, view.store, view.landscape_id, round_.id)
        st.switch_page(ANSWER, query_params={**context.here(), ROUND: round_.id, ITEM: CHECK})


def what_next(view: View, round_: Round) -> None:
    """Change what was answered, or answer afresh."""
    with st.container(horizontal=True):
        change_answers(view, round_)
        if st.button("Start another round", icon=":material/add:"):
            st.switch_page(ANSWER, query_params={**context.here(), ROUND: ANOTHER})


def what_for(instrument: Instrument, round_: Round) -> None:
    """What to keep in mind while answering."""
    ready_for = round_.readiness_for or "this landscape"
    anatomy.quiet(f"{escape(instrument.title)} Ready for: {escape(ready_for)}")


def about(round_: Round) -> str:
    """What a round was for and when, in a sentence of Markdown."""
    day = round_.closed_on or round_.opened_on
    when = f", {said_day(day)}" if day else ""
    return f"Ready for: {escape(round_.readiness_for or 'this landscape')}{when}."


def latest_finished(view: View) -> Round | None:
    """The newest round that is closed; None where there is none."""
    return next(iter(_finished(view)), None)


def _finished(view: View) -> list[Round]:
    found = view.store.rounds(view.principal, view.landscape_id)
    return [round_ for round_ in found if round_.state not in ("draft", "open")]


def _answerable(view: View) -> list[Round]:
    """Open rounds by name: in others even the owner answers with a code, as everybody does."""
    found = view.store.rounds(view.principal, view.landscape_id)
    return [round_ for round_ in found if round_.state == "open" and not round_.anonymous]


def _now(view: View) -> Snapshot:
    """What the map holds at this moment, where one may have answered for long."""
    return view.store.snapshot(view.principal, view.landscape_id, tables=reading.EVIDENCE_TABLES)
