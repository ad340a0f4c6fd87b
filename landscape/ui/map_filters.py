"""Who and what is shown: stakeholders by any field, relationships by kind, depth and time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from landscape.model.map_look import FieldFilter, LineFilter, MapLook
from landscape.model.scales import DEPTH_WORDS, Basis, Status
from landscape.ui import derived_map, map_look_state, state
from landscape.ui.anatomy import quiet
from landscape.ui.context import View
from landscape.ui.map_coding import MISSING, Coding, Mark, toggled
from landscape.ui.map_marks import labels
from landscape.ui.text import escape, plain, shorten, told_apart
from landscape.ui.words import BASIS_WORDS, DEPTH_TIPS, STATUS_WORDS

_ANY: Final = -1
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
    with filters:
        _in_force(view, asked)
        _stakeholders(view, asked)
        _relationships(view, asked)


def toggle(view: View, field: str, key: str) -> None:
    """What pressing an entry of a legend does: its stakeholders are left out, or come back."""
    if field not in {one.key for one in derived_map.fields(view)}:
        return
    asked = map_look_state.filter_of(map_look_state.look(view), field)
    map_look_state.set_filter(view, field, toggled(derived_map.coding(view, field), asked, key))


def _in_force(view: View, asked: MapLook) -> None:
    """Each filter of stakeholders that is in force, to be taken away by itself."""
    named = labels(derived_map.fields(view))
    for one in asked.filters:
        st.button(
            escape(f"No longer by {shorten(plain(named.get(one.field, 'what has gone')), 40)}"),
            key=f"unfilter.{one.field}",
            type="tertiary",
            icon=":material/close:",
            on_click=map_look_state.set_filter,
            args=(view, one.field, None),
        )


def _stakeholders(view: View, asked: MapLook) -> None:
    st.markdown("**Stakeholders**")
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
    coding = derived_map.coding(view, str(chosen))
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


def _relationships(view: View, asked: MapLook) -> None:
    st.markdown("**Relationships**")
    lines = derived_map.whole(view).lines
    kinds = {str(kind): plain(str(kind)) for kind in sorted(lines["kind"].dropna().unique())}
    if kinds:
        unsaid = {MISSING: "Not recorded"} if lines["kind"].isna().any() else {}
        _choose_lines(view, asked, "kinds", "Kind", told_apart({**kinds, **unsaid}, 60))
    if lines["depth"].notna().any():
        depths = {_ANY: "Any, or not recorded"}
        depths |= {at: DEPTH_TIPS[at] for at in range(1, len(DEPTH_WORDS))}
        now = asked.lines.depth
        st.selectbox(
            "At least as deep as",
            list(depths),
            format_func=depths.__getitem__,
            key=state.showing(_key(view, "depth"), _ANY if now is None else now),
            on_change=_keep_depth,
            args=(view,),
        )
    _choose_lines(
        view, asked, "bases", "Known because", {one: BASIS_WORDS[one.value] for one in Basis}
    )
    _choose_lines(
        view, asked, "statuses", "Standing", {one: STATUS_WORDS[one.value] for one in Status}
    )
    if lines["last_contact"].notna().any():
        st.date_input(
            "With contact since",
            value=None,
            key=state.showing(_key(view, "since"), asked.lines.since),
            on_change=_keep_lines,
            args=(view, "since"),
        )


def _choose_lines(view: View, asked: MapLook, part: str, label: str, named: dict[Any, str]) -> None:
    chosen = [one for one in getattr(asked.lines, part) if one in named]
    st.multiselect(
        label,
        list(named),
        format_func=named.__getitem__,
        key=state.showing(_key(view, part), chosen),
        placeholder="Any",
        on_change=_keep_lines,
        args=(view, part),
    )


def _key(view: View, part: str) -> str:
    return f"lines.{part}.{view.landscape_id}"


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


def _keep_depth(view: View) -> None:
    chosen = int(state.value_of(_key(view, "depth"), _ANY))
    _put_lines(view, depth=None if chosen == _ANY else chosen)


def _keep_lines(view: View, part: str) -> None:
    value = state.value_of(_key(view, part))
    _put_lines(view, **{part: tuple(value) if isinstance(value, list) else value})


def _put_lines(view: View, **parts: Any) -> None:
    lines: LineFilter = replace(map_look_state.look(view).lines, **parts)
    map_look_state.change(view, lines=lines)
