"""Who is connected: those near somebody, the way between two, a boundary, who is missing."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from landscape.model.map_look import MOST_STEPS, MapLook, PathAsk
from landscape.ui import derived, map_look_state, state
from landscape.ui.anatomy import quiet
from landscape.ui.context import View
from landscape.ui.map_finding import named_stakeholders
from landscape.ui.map_marks import WIDTH
from landscape.ui.text import escape, shorten, told_apart

_GROUP: Final = "group:"
_NOBODY: Final = ""


def popover(view: View, asked: MapLook) -> None:
    """Ask who is near whom, and what lies between."""
    connections = st.popover("Connections", key="map_connections", on_change="rerun")
    if not connections.open:
        return
    with connections.container(width=WIDTH):
        _near(view, asked)
        _between(view, asked)
        _bring_out(view, asked)
        st.toggle(
            "Show who is missing: parts that nobody has",
            key=state.showing(f"ghosts.{view.landscape_id}", asked.ghosts),
            on_change=_ghosts,
            args=(view,),
        )


def _near(view: View, asked: MapLook) -> None:
    """Only those within some steps of the chosen ones."""
    st.markdown("**Who is near whom**")
    named = named_stakeholders(view, "focus", asked.focus)
    key = f"focus.{view.landscape_id}"
    st.multiselect(
        "Look closely at",
        list(named),
        format_func=named.__getitem__,
        key=state.showing(key, [one for one in asked.focus if one in named]),
        placeholder="Choose one or several",
        on_change=_focus,
        args=(view, key),
    )
    selected = state.chosen(view.landscape_id, "stakeholder")
    if selected in named and selected not in asked.focus:
        st.button(
            escape(f"Look closely at {shorten(named[selected], 40)}"),
            key="focus_selected",
            icon=":material/center_focus_strong:",
            on_click=focus_on,
            args=(view, (*asked.focus, selected)),
        )
    if asked.focus:
        st.radio(
            "Steps away",
            list(range(1, MOST_STEPS + 1)),
            horizontal=True,
            key=state.showing(f"steps.{view.landscape_id}", asked.steps),
            on_change=_steps,
            args=(view,),
        )


def _between(view: View, asked: MapLook) -> None:
    """The shortest connections between two stakeholders, or two groups."""
    st.markdown("**The shortest connections**")
    groups = derived.snapshot(view, "constituency").constituency
    path = asked.path
    # Who was chosen as one end stays in the list while the other is looked for.
    keys = [f"{name}.{view.landscape_id}" for name in ("path_from", "path_to")]
    ends = [str(state.value_of(key) or _NOBODY) for key in keys]
    ends += [path.source_id, path.target_id] if path else []
    named = {_NOBODY: "Choose"} | told_apart(
        {
            **{
                f"{_GROUP}{id_}": f"All of {name}"
                for id_, name in zip(groups["id"], groups["name"], strict=True)
            },
            **named_stakeholders(view, "path", ends),
        },
        80,
    )
    first, second = st.columns(2)
    with first:
        source = _end(view, "From", "path_from", named, asked.path, source=True)
    with second:
        target = _end(view, "To", "path_to", named, asked.path, source=False)
    if path is not None:
        st.button(
            "Show the whole map",
            key="path_none",
            icon=":material/close:",
            type="tertiary",
            on_click=_no_path,
            args=(view,),
        )
    elif source and source == target:
        quiet("Choose two different ones.")


def _end(
    view: View,
    label: str,
    name: str,
    named: Mapping[str, str],
    path: PathAsk | None,
    *,
    source: bool,
) -> str:
    key = f"{name}.{view.landscape_id}"
    if path is not None:
        is_group = path.source_is_group if source else path.target_is_group
        held = (_GROUP if is_group else "") + (path.source_id if source else path.target_id)
        state.showing(key, held if held in named else _NOBODY)
    elif state.value_of(key, _NOBODY) not in named:
        state.set_value(key, _NOBODY)
    chosen = st.selectbox(
        label,
        list(named),
        format_func=named.__getitem__,
        key=key,
        on_change=_path,
        args=(view,),
    )
    return str(chosen or _NOBODY)


def _bring_out(view: View, asked: MapLook) -> None:
    """One boundary: its crossings and who stands on both of its sides."""
    boundary = derived.snapshot(view, "boundary").boundary
    if boundary.empty:
        quiet("A boundary can be brought out once there is one.")
        return
    named = {_NOBODY: "None"} | told_apart(
        dict(zip(boundary["id"], boundary["name"], strict=True)), 80
    )
    key = f"bring_out.{view.landscape_id}"
    st.selectbox(
        "Bring out a boundary",
        list(named),
        format_func=named.__getitem__,
        key=state.showing(key, asked.highlight_id or _NOBODY),
        on_change=_highlight,
        args=(view, key),
    )


def focus_on(view: View, ids: tuple[str, ...]) -> None:
    """Show only these and who is near them; none shows everybody."""
    map_look_state.change(view, focus=ids)


def _focus(view: View, key: str) -> None:
    focus_on(view, tuple(state.value_of(key, ())))


def _steps(view: View) -> None:
    map_look_state.change(view, steps=int(state.value_of(f"steps.{view.landscape_id}")))


def _highlight(view: View, key: str) -> None:
    map_look_state.change(view, highlight_id=state.value_of(key) or None)


def _ghosts(view: View) -> None:
    map_look_state.change(view, ghosts=bool(state.value_of(f"ghosts.{view.landscape_id}")))


def _path(view: View) -> None:
    """Look for connections as soon as both ends are chosen."""
    source, target = (
        str(state.value_of(f"{name}.{view.landscape_id}") or _NOBODY)
        for name in ("path_from", "path_to")
    )
    wanted = None
    if source and target and source != target:
        wanted = PathAsk(
            source_id=source.removeprefix(_GROUP),
            target_id=target.removeprefix(_GROUP),
            source_is_group=source.startswith(_GROUP),
            target_is_group=target.startswith(_GROUP),
        )
    map_look_state.set_path(view, wanted)


def _no_path(view: View) -> None:
    for name in ("path_from", "path_to"):
        state.set_value(f"{name}.{view.landscape_id}", _NOBODY)
    map_look_state.set_path(view, None)
