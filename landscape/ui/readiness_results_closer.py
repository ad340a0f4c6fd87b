"""What we said, one dimension opened: its items as dots, the sentences chosen, and the comments."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from landscape.analysis.results import CLOSING, POOLED, ItemResult, Results
from landscape.analysis.round_findings import in_agreement, items_of
from landscape.charts.dotstrip import dot_strip, dot_strip_alt, of_item
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument, Item
from landscape.ui import anatomy, derived, pickers, readiness, tables
from landscape.ui.context import View
from landscape.ui.readiness_results import called, who_answered
from landscape.ui.readiness_results_pictures import item_table, marks, picture
from landscape.ui.text import count, escape

_AT_ONCE: Final = 5


def closer_look(view: View, round_: Round, instrument: Instrument, results: Results) -> None:
    """One dimension of choice with its items; then every answer, where the round is by name."""
    shown = {instrument.item(one.item_id).dimension_id for one in results.items}
    titles = {one.id: one.title for one in instrument.dimensions if one.id in shown}
    with st.container(width=420):
        chosen = pickers.pick_among(view, "Dimension", titles, "dimension", in_address=True)
    if chosen is None:
        st.markdown("No dimension has answers that can be shown.")
        return
    found = items_of(results, chosen, instrument)
    dimension = instrument.dimension(chosen)
    anatomy.quiet(escape(" ".join(dimension.prompts)))
    if results.people > 1:
        rows = [of_item(instrument, one) for one in found]
        alt = dot_strip_alt(instrument, rows, by="item")
        picture(partial(dot_strip, instrument, rows), alt, f"items.{chosen}")
        anatomy.quiet(marks(results))
    for one in found:
        _item(instrument, results, one, who_answered(round_))
    _comments(results, chosen, "Written before rating")
    if results.people > 1:
        with st.expander("The same as a table"):
            tables.table(
                item_table(instrument, found),
                alt="Each item with how many chose each level, other answers, median and target",
            )
    if not round_.anonymous:
        with st.expander("Every answer in a table"):
            _every_answer(instrument, derived.answers(view, round_))
    with st.expander("Where these questions come from"):
        for one in found:
            st.markdown(f"- {where_from(instrument, instrument.item(one.item_id))}")


def where_from(instrument: Instrument, item: Item) -> str:
    """A question with its code and the titles that it is derived from; as Markdown."""
    cited = readiness.sources_of(instrument, item.sources)
    return escape(f"{item.statement} {item.id}. {cited}")


def said(instrument: Instrument, results: Results, found: ItemResult) -> str:
    """The sentences that were chosen, lowest first, with how many chose each; as Markdown.

    The sentences are those that were shown when people answered.
    """
    of = found.people
    texts = {
        level: found.texts.get(level) or instrument.item(found.item_id).anchor(level).text
        for level in sorted(set(found.levels))
    }
    if results.people == 1:
        lines = [f"{level} · {escape(text)}" for level, text in texts.items()]
    else:
        lines = [
            f"**{found.levels.count(level)} of {of}** · {level} · {escape(text)}"
            for level, text in texts.items()
        ]
    return "  \n".join([*lines, *_others(instrument, results, found)])


def _others(instrument: Instrument, results: Results, found: ItemResult) -> list[str]:
    given: Mapping[str, int] = {code.value: many for code, many in found.off_scale.items()}
    names = {one.code.value: one.name for one in instrument.off_scale if given.get(one.code.value)}
    if not names:
        return []
    if results.people == 1:
        return [escape(name) for name in names.values()]
    return [escape(" · ".join(f"{given[code]} {name.lower()}" for code, name in names.items()))]


def _item(instrument: Instrument, results: Results, found: ItemResult, who: str) -> None:
    with st.container(border=True):
        st.markdown(f"**{escape(instrument.item(found.item_id).statement)}**")
        st.markdown(said(instrument, results, found))
        agreement = in_agreement(found, who=who)
        if agreement:
            anatomy.quiet(agreement)
        _comments(results, found.item_id, "Written to it")


def _comments(results: Results, about: str, heading: str) -> None:
    written = [one for one in results.comments if one.about == about]
    if not written:
        return
    told = [
        f"- **{escape(called(one.rater))}:** {escape(one.text)}"
        if one.rater and results.people > 1
        else f"- {escape(one.text)}"
        for one in written
    ]
    words = f"{heading}: {count(len(written), 'note')}"
    if len(told) > _AT_ONCE:
        with st.expander(words):
            st.markdown("\n".join(told))
    else:
        anatomy.quiet(words)
        st.markdown("\n".join(told))


def closing(instrument: Instrument, results: Results) -> None:
    """The question at the end with what was written to it, where somebody did."""
    if any(one.about == CLOSING for one in results.comments):
        st.subheader(escape(instrument.closing_question), anchor=False)
        _comments(results, CLOSING, "What you wrote")
    if any(one.about == POOLED for one in results.comments):
        st.subheader("What people wrote", anchor=False)
        _comments(results, POOLED, "About one thing or another, in no order")


def _every_answer(instrument: Instrument, answers: pd.DataFrame) -> None:
    """Every answer with the sentence as it was shown."""
    known = {item.id: at for at, item in enumerate(instrument.items)}
    listing = answers[answers["item_id"].isin(list(known))].copy()
    listing["order"] = listing["item_id"].map(known)
    listing["dimension"] = [
        instrument.dimension(instrument.item(item_id).dimension_id).title
        for item_id in listing["item_id"]
    ]
    listing["rater"] = listing["rater"].map(called, na_action="ignore")
    listing = listing.sort_values(["order", "rater"])
    for column in ("reason", "note"):
        listing[column] = listing[column].fillna("")
    columns = {"dimension": "Dimension", "rater": "Who", "level": "Level"}
    if answers["submission_id"].nunique() < 2:
        columns.pop("rater")
    tables.table(
        listing,
        alt="Every answer with its level, the sentence as it was shown, reason and note",
        columns={
            **columns,
            "text_shown": st.column_config.TextColumn("What was chosen", width="large"),
            "reason": "Reason",
            "note": "Note",
        },
    )
