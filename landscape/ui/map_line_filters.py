"""Which relationships are shown: by kind, depth, what they rest on, standing and last contact."""

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from landscape.model.map_look import LineFilter, MapLook
from landscape.model.scales import DEPTH_WORDS, Basis, Status
from landscape.ui import derived_map, map_look_state, state
from landscape.ui.context import View
from landscape.ui.map_coding import MISSING
from landscape.ui.text import plain, told_apart
from landscape.ui.words import BASIS_WORDS, DEPTH_TIPS, STATUS_WORDS

_ANY: Final = -1


def relationships(view: View, asked: MapLook) -> None:
    """Choose which relationships are shown; what is left empty asks nothing."""
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


def _keep_depth(view: View) -> None:
    chosen = int(state.value_of(_key(view, "depth"), _ANY))
    _put_lines(view, depth=None if chosen == _ANY else chosen)


def _keep_lines(view: View, part: str) -> None:
    value = state.value_of(_key(view, part))
    _put_lines(view, **{part: tuple(value) if isinstance(value, list) else value})


def _put_lines(view: View, **parts: Any) -> None:
    lines: LineFilter = replace(map_look_state.look(view).lines, **parts)
    map_look_state.change(view, lines=lines)
