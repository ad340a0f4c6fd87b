"""What we said, in parts of which one is open: only that one is worked out."""

import streamlit as st

from landscape.analysis.results import Results
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument
from landscape.services.round_evidence import contradictions
from landscape.ui import readiness_beside, readiness_results
from landscape.ui.context import View
from landscape.ui.readiness_results_closer import closer_look, closing
from landscape.ui.readiness_results_groups import by_group
from landscape.ui.readiness_results_steps import first_steps
from landscape.ui.readiness_results_then import now_to_target, then_and_now


def parts(view: View, round_: Round, instrument: Instrument, results: Results) -> None:
    """At a glance, closer, by group, then and now, beside the map, and what to do first."""
    evidence = readiness_beside.evidence_of(view, round_)
    against = contradictions(instrument, results, evidence)
    glance, closer, groups, then, beside, steps = st.tabs(
        readiness_results.PARTS,
        key=readiness_results.PART,
        on_change="rerun",
        bind="query-params",
    )
    if glance.open:
        with glance:
            readiness_results.in_words(round_, instrument, results, against)
            readiness_results.overview(instrument, results, against)
    if closer.open:
        with closer:
            closer_look(view, round_, instrument, results)
            closing(instrument, results)
    if groups.open:
        with groups:
            by_group(round_, instrument, results)
    if then.open:
        with then:
            then_and_now(view, round_, instrument, results)
            now_to_target(instrument, results)
    if beside.open:
        with beside:
            readiness_beside.beside_the_map(view, instrument, results, evidence, against)
    if steps.open:
        with steps:
            first_steps(view, round_, instrument, results)
