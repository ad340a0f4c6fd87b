"""From whom a walk looks, how far and across which boundary, and the way back."""

from typing import Final

import streamlit as st

from landscape.analysis.neighbourhood import FARTHEST
from landscape.services.walking import Across
from landscape.ui import anatomy, derived, state
from landscape.ui.context import View
from landscape.ui.pickers import pick_stakeholder
from landscape.ui.text import escape, shorten, told_apart

US: Final = "us"
_PARAMETER: Final = "stakeholder"
_FROM: Final = "seen_from"
_STEPS: Final = "walk steps"
_BOUNDARY: Final = "walk across"
_ANY: Final = ""
_TRAIL: Final = 6


def begin_with_us(view: View) -> None:
    """Where nobody is named in the address, begin with the best connected of the team, if any."""
    if _PARAMETER in st.query_params or state.visit().trail:
        return
    listed = derived.stakeholder_list(view)
    team = listed[listed["on_team"].astype(bool)]
    if not team.empty:
        busiest = team.sort_values("relationships", ascending=False, kind="stable")
        st.query_params[_PARAMETER] = str(busiest["id"].iloc[0])


def pick_centre(view: View) -> tuple[str, ...]:
    """Those from whom one looks: one stakeholder, or everybody on the convening team."""
    us = _us(view)
    if us:
        seen_from_us = st.query_params.get(_FROM) == US
        st.toggle(
            "As seen from the convening team",
            key=state.showing(f"seen_from_us.{view.landscape_id}", seen_from_us),
            on_change=_look_from,
            args=(view,),
        )
        if seen_from_us:
            return us
    one = pick_stakeholder(view, label="Seen from")
    return (one,) if one else ()


def pick_steps(view: View) -> int:
    """How many steps one looks, one or two."""
    key = f"walk_steps.{view.landscape_id}"
    kept = state.chosen(view.landscape_id, _STEPS) or str(FARTHEST)
    st.radio(
        "How far",
        ["1", "2"],
        horizontal=True,
        format_func={"1": "One step", "2": "Two steps"}.__getitem__,
        key=state.showing(key, kept),
        on_change=_remember,
        args=(view, _STEPS, key),
    )
    return int(kept)


def pick_boundary(view: View, met: tuple[Across, ...]) -> tuple[Across, ...]:
    """The boundary that is looked at, or all of them."""
    if len(met) < 2:
        return met
    named = {_ANY: "Every boundary"} | told_apart({one.boundary_id: one.name for one in met}, 60)
    key = f"walk_across.{view.landscape_id}"
    kept = state.chosen(view.landscape_id, _BOUNDARY)
    kept = kept if kept in named else _ANY
    st.selectbox(
        "Across which boundary",
        list(named),
        format_func=named.__getitem__,
        key=state.showing(key, kept),
        on_change=_remember,
        args=(view, _BOUNDARY, key),
    )
    return tuple(one for one in met if kept in (_ANY, one.boundary_id))


def trail(view: View, centres: tuple[str, ...]) -> None:
    """The way back: those from whom one has looked before, each a button."""
    called = {US: "The convening team", **names_of(view)}
    here = US if st.query_params.get(_FROM) == US else centres[0]
    walked = [one for one in state.visit().trail if one in called]
    if not walked or walked[-1] != here:
        walked.append(here)
    state.visit().trail = walked[-2 * _TRAIL :]
    if len(walked) < 2:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        anatomy.quiet("The way back:")
        for at, one in list(enumerate(walked))[-_TRAIL:-1]:
            st.button(
                escape(shorten(called[one], 32)),
                key=f"trail.{at}.{one}",
                type="tertiary",
                icon=":material/arrow_back:",
                on_click=_back_to,
                args=(one, at),
            )


def names_of(view: View) -> dict[str, str]:
    """What everybody is called."""
    stakeholder = derived.snapshot(view, "stakeholder").stakeholder
    return dict(zip(stakeholder["id"], stakeholder["name"], strict=True))


def _us(view: View) -> tuple[str, ...]:
    stakeholder = derived.snapshot(view, "stakeholder").stakeholder
    return tuple(stakeholder.loc[stakeholder["on_team"].astype(bool), "id"])


def _look_from(view: View) -> None:
    if state.value_of(f"seen_from_us.{view.landscape_id}"):
        st.query_params[_FROM] = US
    else:
        st.query_params.pop(_FROM, None)


def _remember(view: View, what: str, key: str) -> None:
    state.choose(view.landscape_id, what, str(state.value_of(key)))


def walk_to(stakeholder_id: str) -> None:
    """Look from somebody else, by their name in the address."""
    st.query_params.pop(_FROM, None)
    st.query_params[_PARAMETER] = stakeholder_id


def _back_to(one: str, at: int) -> None:
    state.visit().trail = state.visit().trail[: at + 1]
    if one == US:
        st.query_params[_FROM] = US
    else:
        walk_to(one)
