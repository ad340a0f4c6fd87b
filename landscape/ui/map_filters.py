"""Who and what is shown: stakeholders by any field, relationships by what is known."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from landscape.model.map_look import FieldFilter, MapLook
from landscape.services.map_fields import NAME
from landscape.ui import derived_map, map_line_filters, map_look_state, state
from landscape.ui.anatomy import quiet
from landscape.ui.context import View
from landscape.ui.map_coding import MISSING, Coding, Mark, toggled
from landscape.ui.map_marks import labels
from landscape.ui.text import escape, plain, shorten, told_apart

_WIDTH: Final = 620
_FIELD: Final = "filter field"
# A filter names at most this many values, as a look that is kept does.
_MOST_VALUES: Final = 500
# Of more values than this one searches.
_MOST_LISTED: Final = 200


def popover(view: View, asked: MapLook) -> None:
    """Choose who and what is shown."""
    filters = st.popover("Filter", key="map_filters", on_change="rerun")
    if not filters.open:
        return
    with filters.container(width=_WIDTH):
        stakeholders, relationships = st.columns(2, gap="medium")
        with stakeholders:
            st.markdown("**Stakeholders**")
            _by_name(view, asked)
            _stakeholders(view, asked)
            _in_force(view, asked)
        with relationships:
            map_line_filters.relationships(view, asked)


def toggle(view: View, field: str, key: str) -> None:
    """What pressing an entry of a legend does: its stakeholders are left out, or come back."""
    if field not in {one.key for one in derived_map.fields(view)}:
        return
    asked = map_look_state.look(view)
    coding = derived_map.coding(view, field, asked.lines)
    its = map_look_state.filter_of(asked, field)
    map_look_state.set_filter(view, field, toggled(coding, its, key))


def _in_force(view: View, asked: MapLook) -> None:
    """Each filter of stakeholders that is in force, to be taken away by itself."""
    named = {NAME: "name"} | labels(derived_map.fields(view))
    for one in asked.filters:
        st.button(
            escape(f"No longer by {shorten(plain(named.get(one.field, 'what has gone')), 40)}"),
            key=f"unfilter.{one.field}",
            type="tertiary",
            icon=":material/close:",
            on_click=map_look_state.set_filter,
            args=(view, one.field, None),
        )


def _by_name(view: View, asked: MapLook) -> None:
    """Only those whose name holds a text."""
    key = f"filter_name.{view.landscape_id}"
    if map_look_state.filter_of(asked, NAME) is None:
        state.showing(key, "")
    st.text_input(
        "Name contains",
        key=key,
        placeholder="Part of a name",
        on_change=_keep_names,
        args=(view, key),
    )


def _stakeholders(view: View, asked: MapLook) -> None:
    fields = derived_map.fields(view)
    if not fields:
        quiet("Nothing is recorded to filter by.")
        return
    named = labels(fields)
    last = state.chosen(view.landscape_id, _FIELD)
    chosen = st.selectbox(
        "Show by",
        list(named),
        format_func=told_apart(named, 60).__getitem__,
        key=state.showing(
            f"filter_field.{view.landscape_id}", last if last in named else next(iter(named))
        ),
        on_change=_remember_field,
        args=(view,),
    )
    coding = derived_map.coding(view, str(chosen), asked.lines)
    field = next(one for one in fields if one.key == chosen)
    if field.kind == "number" and len(coding.recorded) > 1:
        _between(view, asked, coding)
    else:
        _values(view, asked, coding)


def _values(view: View, asked: MapLook, coding: Coding) -> None:
    """Which values are kept; none chosen keeps all."""
    its = map_look_state.filter_of(asked, coding.field)
    kept = [mark.key for mark in coding.marks if its and not mark.is_hidden(its)]
    marks = _searched(coding, kept)
    named = told_apart({mark.key: f"{mark.label} ({mark.count:,})" for mark in marks}, 80)
    key = f"filter.{view.landscape_id}.{coding.field}"
    st.multiselect(
        "Only these",
        list(named),
        format_func=named.__getitem__,
        key=state.showing(key, [one for one in kept if one in named]),
        placeholder="All",
        max_selections=_MOST_VALUES,
        on_change=_keep_values,
        args=(view, coding, key),
    )


def _searched(coding: Coding, kept: Sequence[str]) -> Sequence[Mark]:
    """The marks to choose from: all while there are few, else those that hold a text."""
    if len(coding.marks) <= _MOST_LISTED:
        return coding.marks
    wanted = plain(
        st.text_input("Find", key=f"filter_find.{coding.field}", placeholder="Part of the text")
    ).casefold()
    found = [one for one in coding.marks if wanted and wanted in one.label.casefold()]
    if len(found) > _MOST_LISTED:
        quiet(f"The first {_MOST_LISTED} of {len(found):,} that fit. Write more of it.")
    here = {one.key for one in found[:_MOST_LISTED]} | set(kept)
    return [one for one in coding.marks if one.key in here]


def _between(view: View, asked: MapLook, coding: Coding) -> None:
    """From where to where a number is kept."""
    its = map_look_state.filter_of(asked, coding.field)
    lowest, highest = coding.recorded[0].least, coding.recorded[-1].most
    name = f"filter.{view.landscape_id}.{coding.field}"
    first, second = st.columns(2)
    with first:
        st.number_input(
            "From",
            key=state.showing(f"{name}.least", its.least if its else None),
            value=None,
            placeholder=f"{lowest:g}",
            on_change=_keep_between,
            args=(view, coding.field, name),
        )
    with second:
        st.number_input(
            "To",
            key=state.showing(f"{name}.most", its.most if its else None),
            value=None,
            placeholder=f"{highest:g}",
            on_change=_keep_between,
            args=(view, coding.field, name),
        )
    if coding.marks[-1].key == MISSING:
        st.checkbox(
            f"Also the {coding.marks[-1].count:,} of whom it is not recorded",
            key=state.showing(f"{name}.missing", its is None or its.missing),
            on_change=_keep_between,
            args=(view, coding.field, name),
        )


def _keep_names(view: View, key: str) -> None:
    wanted = plain(str(state.value_of(key, ""))).casefold()
    if not wanted:
        map_look_state.set_filter(view, NAME, None)
        return
    told = derived_map.values(view, NAME).dropna().unique()
    found = [str(name) for name in told if wanted in plain(str(name)).casefold()]
    if not found:
        state.put_notice("No name holds that, so everybody is shown.")
    elif len(found) > _MOST_VALUES:
        state.put_notice(f"{len(found):,} names hold that. Write more of the name.")
    wanted_now = (
        FieldFilter(field=NAME, values=tuple(found)) if 0 < len(found) <= _MOST_VALUES else None
    )
    map_look_state.set_filter(view, NAME, wanted_now)


def _remember_field(view: View) -> None:
    state.choose(
        view.landscape_id, _FIELD, str(state.value_of(f"filter_field.{view.landscape_id}"))
    )


def _keep_values(view: View, coding: Coding, key: str) -> None:
    chosen = list(state.value_of(key, ()))
    missing = MISSING in chosen
    named = [mark for mark in coding.recorded if mark.key in chosen]
    wanted = None
    if coding.is_ordered and named:
        wanted = FieldFilter(
            field=coding.field,
            least=min(mark.least for mark in named if mark.least is not None),
            most=max(mark.most for mark in named if mark.most is not None),
            missing=missing,
        )
    elif chosen:
        kept = tuple(mark.key for mark in named)
        wanted = FieldFilter(field=coding.field, values=kept, missing=missing)
    map_look_state.set_filter(view, coding.field, wanted)


def _keep_between(view: View, field: str, name: str) -> None:
    least, most = state.value_of(f"{name}.least"), state.value_of(f"{name}.most")
    missing = bool(state.value_of(f"{name}.missing"))
    bounds = least is not None or most is not None
    left_out = f"{name}.missing" and state.value_of(f"{name}.missing") is False
    wanted = None
    if bounds or left_out:
        wanted = FieldFilter(
            field=field,
            least=None if least is None else float(least),
            most=None if most is None else float(most),
            missing=missing,
        )
    map_look_state.set_filter(view, field, wanted)
