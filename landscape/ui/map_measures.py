"""Measures for analysts, behind a disclosure: what each means, its formula, source and range."""

from datetime import datetime
from typing import Final

import streamlit as st

from landscape.analysis.network import METRICS
from landscape.analysis.network_metric import NetworkMetric
from landscape.model.map_look import MapLook
from landscape.services.map_fields import MapField
from landscape.services.map_metrics import PREFIX
from landscape.ui import derived_map, map_look_state, state
from landscape.ui.anatomy import quiet
from landscape.ui.context import View
from landscape.ui.text import escape, told_apart

_MEASURE: Final = "measure"


def disclosure(view: View, asked: MapLook, fields: tuple[MapField, ...]) -> None:
    """One measure at a time to read about and to draw by, and all of them to take away."""
    names = [one.key.removeprefix(PREFIX) for one in fields if one.group == "analyst"]
    offered = [name for name in names if name in METRICS]
    if not offered:
        return
    measures = st.expander("Analyst measures", key="map_measures", on_change="rerun")
    if not measures.open:
        return
    with measures:
        metric = METRICS[_pick(view, offered)]
        _explained(metric)
        quiet(escape(" ".join(derived_map.measured(view, metric.name, asked.lines))))
        _draw_by(view, metric)
        if st.toggle("All measures in a table, with the methods", key="all_measures"):
            _all(view, asked)


def _pick(view: View, offered: list[str]) -> str:
    named = told_apart({name: METRICS[name].title for name in offered}, 60)
    last = state.chosen(view.landscape_id, _MEASURE)
    key = f"measure.{view.landscape_id}"
    state.showing(key, last if last in named else offered[0])
    return str(
        st.selectbox(
            "Measure",
            offered,
            format_func=named.__getitem__,
            key=key,
            on_change=_remember,
            args=(view, key),
        )
    )


def _explained(metric: NetworkMetric) -> None:
    st.write(metric.plain)
    upper = f"to {metric.most:g}" if metric.most is not None else "upwards, without an end"
    spread = f"from {metric.least:g} {upper}"
    quiet(escape(f"How: {metric.formula}"))
    quiet(f"Values: {spread}.")
    quiet(escape(f"Source: {metric.source}"))


def _draw_by(view: View, metric: NetworkMetric) -> None:
    with st.container(horizontal=True):
        st.button(
            "Colour by it",
            key="colour_by_measure",
            on_click=_colour,
            args=(view, PREFIX + metric.name),
        )
        if metric.kind == "number":
            st.button(
                "Size by it",
                key="size_by_measure",
                on_click=_size,
                args=(view, PREFIX + metric.name),
            )


def _all(view: View, asked: MapLook) -> None:
    """Everybody with every measure as a file, and how it was worked out."""
    with st.spinner("Working out the measures ..."):
        told = derived_map.metrics_table(view, asked.lines, datetime.now().astimezone().date())
    with st.container(horizontal=True):
        st.download_button(
            "Download the table",
            told.csv,
            file_name="measures.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="download_measures",
        )
        st.download_button(
            "Download the methods",
            told.methods,
            file_name="methods.txt",
            mime="text/plain",
            icon=":material/description:",
            on_click="ignore",
            key="download_methods",
        )
    with st.container(height=180):
        quiet(escape(told.methods))


def _remember(view: View, key: str) -> None:
    state.choose(view.landscape_id, _MEASURE, str(state.value_of(key)))


def _colour(view: View, key: str) -> None:
    map_look_state.colour_by(view, key)


def _size(view: View, key: str) -> None:
    map_look_state.change(view, size=key)
