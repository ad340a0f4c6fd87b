"""What we said before a gathering: what is not yet so, and what to do instead of gathering."""

from typing import Final

import streamlit as st

from landscape.analysis.results import ItemResult, Results
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument
from landscape.model.scales import OffScale
from landscape.services.instruments import GATE
from landscape.ui import anatomy, readiness, tables
from landscape.ui.context import View
from landscape.ui.readiness_plan import add_button
from landscape.ui.readiness_results_closer import closing
from landscape.ui.readiness_results_pictures import item_table
from landscape.ui.text import count, escape

_NOT_YET: Final = 1


def is_gate(round_: Round) -> bool:
    """Whether a round asked only whether to gather."""
    return round_.instrument == GATE


def gate(view: View, round_: Round, instrument: Instrument, results: Results) -> None:
    """Each "not yet" with something else to do; what nobody can say; and what speaks for it."""
    not_yet = [item for item in results.items if _NOT_YET in item.levels]
    unsure = [
        item
        for item in results.items
        if item.off_scale[OffScale.CANT_SAY] and _NOT_YET not in item.levels
    ]
    yes = [item for item in results.items if item.levels and _NOT_YET not in item.levels]
    if not_yet:
        st.markdown(
            f"**{count(len(not_yet), 'question')} with a not yet.** Not yet is a good answer: "
            "it tells you what to do instead, or first."
        )
    else:
        st.markdown(
            "**Nobody said not yet.** That does not mean that you must gather; it means that "
            "nothing you asked speaks against it."
        )
    for item in not_yet:
        _instead(view, round_, instrument, results, item)
    if unsure:
        st.subheader("What to find out first", anchor=False)
        for item in unsure:
            st.markdown(f"- {escape(instrument.item(item.item_id).statement)}")
    if yes:
        st.subheader("What speaks for it", anchor=False)
        for item in yes:
            st.markdown(f"- {_question_and_answer(instrument, item, max(item.levels))}")
    closing(instrument, results)
    with st.expander("Every question in a table"):
        tables.table(
            item_table(instrument, results.items).drop(
                columns=["Median", "Lower quartile", "Upper quartile", "Target"]
            ),
            alt="Each question with how many said yes, how many not yet, and other answers",
        )
    anatomy.worked_out(
        "Each question stands for itself. One not yet is enough to show what to do instead, "
        "however many said yes. There is no total.",
        f"{escape(instrument.name)}, version {instrument.version}.",
        "a question without an answer speaks neither for it nor against it.",
    )
    readiness.what_next(view, round_)


def _instead(
    view: View, round_: Round, instrument: Instrument, results: Results, found: ItemResult
) -> None:
    item = instrument.item(found.item_id)
    with st.container(border=True):
        chose = f"{found.levels.count(_NOT_YET)} of {found.people}: "
        many = chose if results.people > 1 else ""
        anatomy.quiet(many + _question_and_answer(instrument, found, _NOT_YET))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{escape(item.first_step)}**")
            add_button(view, item.first_step, round_, item.dimension_id, item.id)


def _question_and_answer(instrument: Instrument, found: ItemResult, level: int) -> str:
    """A question with the sentence that was chosen, as it was shown; as Markdown."""
    item = instrument.item(found.item_id)
    shown = found.texts.get(level) or item.anchor(level).text
    return f"{escape(item.statement)} {escape(shown)}"
