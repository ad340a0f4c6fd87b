"""What our standing means in words: where we would be heard, on what grounds, through whom."""

from typing import Final

import pandas as pd
import streamlit as st

from landscape.analysis.evidence import Evidence, Metric
from landscape.analysis.metrics import METRICS
from landscape.services.standing_team import reaches
from landscape.store.base import Snapshot
from landscape.ui import anatomy, derived, tables
from landscape.ui.context import View
from landscape.ui.text import count, escape, names

_MEASURES: Final = ("E09", "E10", "E11", "E12", "E07", "E08")


def cover(view: View, snapshot: Snapshot) -> None:
    """Counts with the names behind them, who is known only through one person, and the rules."""
    st.subheader("What this says", anchor=False)
    found = derived.evidence(view)
    for code in _MEASURES:
        _measure(METRICS[code], found[code])
    _through_one_person(snapshot)
    anatomy.worked_out(
        "\n\n".join(f"**{METRICS[code].title}.** {METRICS[code].formula}" for code in _MEASURES),
        METRICS["E09"].source,
        "What is left open counts neither as yes nor as no.",
    )


def _measure(metric: Metric, evidence: Evidence) -> None:
    with st.container(border=True):
        if not evidence.base:
            st.markdown(f"**{metric.title}:** not recorded yet. {metric.needs}")
            return
        st.markdown(f"**{metric.sentence(evidence)}.**")
        if evidence.names:
            st.markdown(f"{metric.names_say}: {names(list(evidence.names), most=8)}.")
        for sentence in evidence.also:
            anatomy.quiet(escape(sentence))
        if evidence.recorded < evidence.of:
            anatomy.quiet(f"Recorded for {evidence.recorded} of {evidence.of}. {metric.needs}")


def _through_one_person(snapshot: Snapshot) -> None:
    """Where each of us would be accepted, and which groups would be lost with them."""
    everyone = reaches(snapshot)
    if not any(one.accepted for one in everyone):
        return
    st.markdown("**Through whom?**")
    alone = [one for one in everyone if one.alone]
    for one in alone:
        groups = count(len(one.alone), "group")
        st.markdown(
            f"Only {escape(one.member.name)} would be accepted in {groups}: "
            f"{names(list(one.alone), most=8)}. Who could go along next time?"
        )
    if not alone:
        st.markdown("Every group that would accept you knows at least two of you.")
    tables.table(
        pd.DataFrame(
            {
                "who": [one.member.name for one in everyone],
                "accepted": [len(one.accepted) for one in everyone],
                "groups": [", ".join(one.accepted) or "none recorded" for one in everyone],
                "alone": [", ".join(one.alone) for one in everyone],
            }
        ),
        alt="In which groups each of us would be accepted, and where nobody else would be",
        columns={
            "who": "Of us",
            "accepted": st.column_config.NumberColumn("Groups", width=70),
            "groups": "Would accept them",
            "alone": "And nobody else of us",
        },
    )
