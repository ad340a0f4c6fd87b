"""What we said: the dots, the sentences chosen, first steps, and the map's evidence beside them."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from landscape.analysis.agreement import Agreement, agreement
from landscape.analysis.evidence import Evidence, Metric
from landscape.analysis.findings import listed
from landscape.analysis.metrics import METRICS
from landscape.analysis.readiness import DimensionReading, contradicts, in_order_of_first_steps
from landscape.charts.dotstrip import dot_strip, dot_strip_alt
from landscape.model.instrument import Instrument, Item
from landscape.model.scales import OffScale
from landscape.ui import anatomy, context, derived, tables
from landscape.ui.context import View
from landscape.ui.text import count, escape

_GROUPS: Final = ("pages/mapping/groups.py", "groups")
# Where to put the map right, by the measure that reads it.
_PLACES: Final = {
    "E05": ("pages/mapping/relationships.py", "relationships"),
    "E07": ("pages/mapping/stakeholders.py", "stakeholders"),
    "E14": ("pages/boundaries/boundaries.py", "boundaries"),
    "E15": ("pages/boundaries/boundaries.py", "boundaries"),
    "E32": ("pages/mapping/relationships.py", "relationships"),
    "E34": ("pages/mapping/relationships.py", "relationships"),
}
_NO_NUMBER: Final = (
    "For each dimension: the median of each person's levels, then the median over persons. A "
    "person counts with at least half of the items that apply to them. There is no total."
)


def in_words(readings: Sequence[DimensionReading]) -> None:
    """The lowest dimensions, where people differ, and where nobody can say yet."""
    rated = [reading for reading in readings if not math.isnan(reading.centre)]
    if rated:
        lowest = min(reading.centre for reading in rated)
        named = [reading.dimension.title for reading in rated if reading.centre == lowest]
        level = f"{lowest:g}"
        st.markdown(f"Lowest, at level {level}: {escape(listed(named, most=4))}.")
    apart = [one for one in readings if agreement(one.levels) is Agreement.SPLIT]
    if apart:
        named = [
            f"{one.dimension.title} (from {min(one.levels)} to {max(one.levels)})" for one in apart
        ]
        st.markdown(f"You differ most on: {escape(listed(named, most=4))}. Talk about these first.")
    unsure = [reading for reading in readings if reading.off_scale[OffScale.CANT_SAY]]
    if unsure:
        named = [reading.dimension.title for reading in unsure]
        st.markdown(
            f"{count(len(unsure), 'dimension')} where you can't say yet: {escape(listed(named))}. "
            "That is a finding, too."
        )


def dots(instrument: Instrument, readings: Sequence[DimensionReading]) -> None:
    """Every answer as a dot, the lowest dimensions first."""
    ordered = sorted(readings, key=lambda reading: (math.isnan(reading.centre), reading.centre))
    st.plotly_chart(
        dot_strip(instrument, ordered, dark=st.context.theme.type == "dark"),
        theme=None,
        config={"displayModeBar": False},
        alt=dot_strip_alt(instrument, ordered),
        key="dot_strip",
    )


def first_steps(
    instrument: Instrument, readings: Sequence[DimensionReading], answers: pd.DataFrame
) -> None:
    """What to do first, in the order in which it makes sense, with its cautions."""
    ordered = in_order_of_first_steps(instrument, readings)
    low = [reading for reading in ordered if reading.low]
    st.subheader("What to do first", anchor=False)
    if not low:
        st.markdown("No dimension is at level 1 or 2. Look below for where you could stretch.")
    for number, reading in enumerate(low, start=1):
        with st.container(border=True):
            dimension = reading.dimension
            st.markdown(f"**{number}. {escape(dimension.low)}**")
            anatomy.quiet(f"{escape(dimension.title)} · {escape(dimension.on_the_map)}")
            if dimension.caution:
                st.warning(escape(dimension.caution), icon=":material/front_hand:")
            st.markdown(_said(answers, instrument.items_of(dimension.id)))
    middling = [reading for reading in ordered if reading.middling]
    if middling:
        with st.expander(f"Where you could stretch: {count(len(middling), 'dimension')}"):
            for reading in middling:
                title, stretch = reading.dimension.title, reading.dimension.middling
                st.markdown(f"**{escape(title)}.** {escape(stretch)}")


def find_out(readings: Sequence[DimensionReading], instrument: Instrument) -> None:
    """What nobody can say yet, as steps to find out."""
    unsure = [reading for reading in readings if reading.off_scale[OffScale.CANT_SAY]]
    if not unsure:
        return
    st.subheader("What to find out", anchor=False)
    for reading in in_order_of_first_steps(instrument, unsure):
        asked = " ".join(reading.dimension.prompts)
        st.markdown(
            f"**{escape(reading.dimension.title)}.** Ask somebody who would know: {escape(asked)}"
        )


def beside_the_map(
    view: View,
    instrument: Instrument,
    form: str,
    readings: Sequence[DimensionReading],
    answers: pd.DataFrame,
) -> None:
    """What was said, what the map shows, and what is missing in it, for rated items only."""
    rated = set(answers.loc[answers["level"].notna(), "item_id"])
    shown = [
        item
        for item in instrument.form(form)
        if item.id in rated and any(code in METRICS for code in item.evidence)
    ]
    if not shown:
        return
    found = derived.evidence(view)
    centres = {reading.dimension.id: reading.centre for reading in readings}
    st.subheader("Beside the map", anchor=False)
    st.markdown("What you said, what the map shows, and what is missing. One corrects the other.")
    for item in shown:
        with st.container(border=True):
            st.markdown(f"**{escape(instrument.dimension(item.dimension_id).title)}**")
            said, shows = st.columns(2, gap="large")
            said.markdown(_said(answers, (item,)))
            with shows:
                st.markdown("**The map shows**")
                metrics = [METRICS[code] for code in item.evidence if code in METRICS]
                for metric in metrics:
                    _evidence(metric, found[metric.code], centres[item.dimension_id])
                _worked_out(metrics, found)


def as_table(instrument: Instrument, answers: pd.DataFrame) -> None:
    """Every answer with the sentence as it was shown."""
    titles = {item.id: instrument.dimension(item.dimension_id).title for item in instrument.items}
    order = {item.id: at for at, item in enumerate(instrument.items)}
    listing = answers.assign(
        dimension=answers["item_id"].map(titles), order=answers["item_id"].map(order)
    ).sort_values("order")
    for column in ("reason", "note"):
        listing[column] = listing[column].fillna("")
    tables.table(
        listing,
        alt="Every answer with its level, the sentence as it was shown, reason and note",
        columns={
            "dimension": "Dimension",
            "level": "Level",
            "text_shown": st.column_config.TextColumn("What was chosen", width="large"),
            "reason": "Reason",
            "note": "Note",
        },
    )


def how_worked_out(instrument: Instrument) -> None:
    """The rules behind the page."""
    anatomy.worked_out(
        f"{_NO_NUMBER} First steps come for dimensions at level 1 or 2, in an order in which "
        "reading the landscape and being accepted come before inviting. A share on the map stands "
        "for a level by fifths; it is left out when less than 60 % of what it needs is recorded, "
        "or when it rests on fewer than four.",
        f"{escape(instrument.name)}, version {instrument.version}.",
        "answers off the scale have no level; they are shown, and never counted as low.",
    )


def _evidence(metric: Metric, evidence: Evidence, centre: float) -> None:
    if not evidence.holds:
        st.markdown(
            f"{escape(metric.title)}: too little is recorded to say "
            f"({evidence.recorded} of {evidence.of}). {escape(metric.needs)}"
        )
    else:
        st.markdown(f"{escape(metric.sentence(evidence))}.")
        for sentence in evidence.also:
            st.markdown(escape(sentence))
        if contradicts(centre, metric.band(evidence)):
            st.markdown(f"*{_two_ways(centre, metric.band(evidence))}*")
    if evidence.names:
        names = listed(list(evidence.names), most=8)
        st.markdown(f"**Missing.** {escape(metric.names_say)}: {escape(names)}.")


def _worked_out(metrics: Sequence[Metric], found: Mapping[str, Evidence]) -> None:
    with st.container(horizontal=True):
        for page, what in dict.fromkeys(_PLACES.get(one.code, _GROUPS) for one in metrics):
            st.page_link(
                page,
                label=f"Put the {what} right",
                icon=":material/edit:",
                query_params=context.here(),
            )
    with st.expander("How this is worked out"):
        for metric in metrics:
            evidence = found[metric.code]
            st.markdown(f"**{escape(metric.title)}.** {escape(metric.formula)}")
            anatomy.quiet(
                f"{metric.code}. {escape(metric.source)} "
                f"Recorded: {evidence.recorded} of {evidence.of}."
            )


def _two_ways(centre: float, band: int | None) -> str:
    if band is not None and centre > band:
        return "You say more than the map shows. Is the map behind, or are you ahead of it?"
    return "The map looks better than you say. What do you know that it does not?"


def _said(answers: pd.DataFrame, items: Sequence[Item]) -> str:
    """The sentences that were chosen, lowest first, with how many chose each where several did."""
    here = answers[answers["item_id"].isin([item.id for item in items]) & answers["level"].notna()]
    counted = here.groupby(["level", "text_shown"]).size()
    raters = here["submission_id"].nunique()
    texts = counted.index.get_level_values("text_shown")
    lines = [
        f"{chosen} of {raters} said: {escape(str(text))}" if raters > 1 else escape(str(text))
        for text, chosen in zip(texts, counted, strict=True)
    ]
    return "**You said**  \n" + "  \n".join(lines)
