"""What we said: choosing a round, saying when there is nothing to show, and a round at a glance."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from landscape.analysis.results import Results
from landscape.analysis.round_findings import (
    THEY,
    YOU,
    Order,
    furthest_from_target,
    in_order,
    lowest,
    unsure,
    widest_apart,
)
from landscape.charts.dotstrip import dot_strip, dot_strip_alt, of_dimension
from landscape.model.assessment import Round
from landscape.model.instrument import PARTNERS, Instrument
from landscape.model.principal import LOCAL
from landscape.services.round_evidence import Contradiction
from landscape.ui import anatomy, context, pickers, readiness, state, tables
from landscape.ui.context import View
from landscape.ui.readiness_results_pictures import dimension_table, marks, picture
from landscape.ui.readiness_rounds_words import person
from landscape.ui.text import count, escape
from landscape.ui.words import READINESS_TABS

GLANCE: Final = "At a glance"
CLOSER: Final = "Closer look"
GROUPS: Final = "By group"
THEN: Final = "Then and now"
BESIDE: Final = "Beside the map"
STEPS: Final = "What to do first"
PARTS: Final = (GLANCE, CLOSER, GROUPS, THEN, BESIDE, STEPS)
# The part of the address that says which part of the page is open.
PART: Final = "part"
ROUNDS: Final = "pages/readiness/rounds.py"
DEBRIEF: Final = "pages/readiness/debrief.py"
_ORDERS: Final = {
    Order.LOWEST: "Lowest first",
    Order.APART: "Widest apart",
    Order.TARGET: "Furthest from target",
    Order.MAP: "Against the map",
    Order.INSTRUMENT: "As asked",
}


def pick_round(view: View) -> Round | None:
    """The round to look at, the newest finished one unless another is chosen or in the address."""
    rounds = {one.id: one for one in finished(view)}
    named = {id_: one.name for id_, one in rounds.items()}
    if len(rounds) < 2 and st.query_params.get("round") in (None, *rounds):
        return next(iter(rounds.values()), None)
    with st.container(width=420):
        chosen = pickers.pick_among(view, "Round", named, "round", in_address=True)
    return rounds[chosen] if chosen else None


def finished(view: View) -> list[Round]:
    """The rounds whose answers may be looked at, newest first."""
    rounds = view.store.rounds(view.principal, view.landscape_id)
    return [one for one in rounds if one.state not in ("draft", "open")]


def nothing_yet(view: View) -> None:
    """Where no round is closed: what will be here, or that a round is still open."""
    anatomy.head("What we said", "Where you stand, what to do first, and what the map shows.")
    rounds = view.store.rounds(view.principal, view.landscape_id)
    going_on = next((one for one in rounds if one.state == "open"), None)
    if going_on is not None and going_on.expected not in (None, 1):
        st.markdown(
            f"**{escape(going_on.name)}** is still open. Nothing is shown until it is closed, so "
            "that nobody's answer leads another's."
        )
        _way_to(ROUNDS, "See who has answered, and close it", ":material/arrow_forward:")
        return
    anatomy.empty(
        "Your answers, as dots on five sentences",
        "Answer twelve questions first. Then you see where you stand and what to do first.",
        readiness.ANSWER,
        "Answer the questions",
    )


def head(round_: Round, instrument: Instrument, results: Results) -> None:
    """What the round was for, how many answered, and what the questions are and are not."""
    anatomy.head("What we said", readiness.about(round_))
    who = _who(round_, results)
    anatomy.quiet(f"{who}{escape(instrument.honest)}")


def nothing_to_show(view: View, round_: Round, results: Results) -> bool:
    """Say why nothing of the round is shown, and what to do instead. Returns whether that is so."""
    if results.comments or any(item.answered for item in results.items):
        return False
    if results.withheld:
        st.info(escape(_why_nothing(round_, results)), icon=":material/visibility_off:")
        st.markdown(
            "Talk instead: read each question aloud, let everybody write for a minute, and go "
            "round. What is said in a room needs no figure."
        )
        _way_to(DEBRIEF, "Talk it through", ":material/forum:")
    else:
        st.markdown(
            f"Nobody answered anything in **{escape(round_.name)}**. Open it again to answer, or "
            "start another round."
        )
    readiness.what_next(view, round_)
    return True


def open_part(label: str) -> None:
    """Open a part of the page from a callback."""
    state.set_value(PART, label)


def in_words(
    round_: Round, instrument: Instrument, results: Results, against: Sequence[Contradiction]
) -> None:
    """What the round says in sentences; never a total."""
    who = who_answered(round_)
    said = [
        lowest(instrument, results),
        widest_apart(instrument, results, who=who),
        unsure(instrument, results, who=who),
        furthest_from_target(instrument, results),
    ]
    for sentence in said:
        if sentence:
            st.markdown(escape(sentence))
    if against:
        where = count(len({one.item_id for one in against}), "question")
        st.markdown(
            f"On {where} what {who.lower()} said and what the map shows lie two levels or more "
            "apart."
        )
    with st.container(horizontal=True):
        st.button(
            "See what to do first",
            type="primary",
            icon=":material/arrow_forward:",
            on_click=open_part,
            args=(STEPS,),
        )
        if against:
            st.button(
                "Compare with the map",
                icon=":material/compare_arrows:",
                on_click=open_part,
                args=(BESIDE,),
            )


def overview(instrument: Instrument, results: Results, against: Sequence[Contradiction]) -> None:
    """Every dimension with every answer as a dot, in an order of choice; the same as a table."""
    against_map = {one.item_id for one in against}
    orders = [
        order
        for order in _ORDERS
        if (order is not Order.MAP or against_map)
        and (order is not Order.APART or results.people > 1)
        and (order is not Order.TARGET or furthest_from_target(instrument, results))
    ]
    # Not a segmented control: what is chosen in one is too faint in the dark.
    chosen = st.radio(
        "Order", orders, format_func=_ORDERS.__getitem__, key="results_order", horizontal=True
    )
    ordered = in_order(instrument, results, chosen, against_map)
    rows = [of_dimension(instrument, one) for one in ordered]
    picture(partial(dot_strip, instrument, rows), dot_strip_alt(instrument, rows), "overview")
    anatomy.quiet(marks(results))
    with st.expander("The same as a table"):
        tables.table(
            dimension_table(instrument, ordered),
            alt="Each dimension with how many chose each level, other answers, median and target",
        )


def withheld(results: Results) -> None:
    """What is not shown of this round, and why, in words; each reason once."""
    if not results.withheld:
        return
    reasons: dict[str, list[str]] = {}
    for one in results.withheld:
        reasons.setdefault(one.why, []).append(one.what)
    with st.expander("What is not shown, and why", icon=":material/visibility_off:"):
        for why, what in reasons.items():
            st.markdown(f"**{escape(why)}** {escape('; '.join(what))}")


def how_worked_out(instrument: Instrument) -> None:
    """The rules behind the page."""
    anatomy.worked_out(
        "For each dimension: the median of each person's levels, then the median over persons. A "
        "person counts with at least half of the items that apply to them. There is no total. "
        "How far apart you are is the average distance from the median: up to 0.4 of a level is "
        "close, up to 0.8 mixed, beyond that split. A share on the map stands for a level by "
        "fifths; it is left out when less than 60 % of what it needs is recorded, or when it rests "
        "on fewer than four.",
        f"{escape(instrument.name)}, version {instrument.version}.",
        "answers off the scale have no level; they are shown, and never counted as low.",
    )


def who_answered(round_: Round) -> str:
    """Whether "you" answered, or "they": people outside the team."""
    return THEY if round_.form == PARTNERS else YOU


def called(rater: str) -> str:
    """A person by the name they gave; whoever holds the landscape is "You"."""
    return person(rater, LOCAL.id)


def _why_nothing(round_: Round, results: Results) -> str:
    if round_.anonymous and round_.state != "open":
        return (
            f"Fewer than {round_.threshold} people answered this anonymous round, so nothing of "
            "it is shown: of so few, an answer could be traced to a person."
        )
    return results.withheld[0].why


def _who(round_: Round, results: Results) -> str:
    if results.people == 0 or (results.people == 1 and not round_.anonymous):
        return ""
    how = "anonymously" if round_.anonymous else "by name"
    if round_.form == PARTNERS:
        how += ", people outside your team, as they see you"
    expected = f" of {round_.expected}" if round_.expected else ""
    return f"{results.people}{expected} answered, {how}. "


def _way_to(page: str, label: str, icon: str) -> None:
    if page in dict(READINESS_TABS):
        st.page_link(page, label=label, icon=icon, query_params=context.here())
