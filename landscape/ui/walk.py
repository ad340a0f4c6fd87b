"""The walk: the landscape seen from one stakeholder, the way back, and a list for the keyboard."""

from collections.abc import Hashable
from typing import Any, Final

import streamlit as st

from landscape.analysis.neighbourhood import Neighbourhood
from landscape.charts.palette import group_style
from landscape.ui import anatomy, derived, neighbourhood, state
from landscape.ui.context import View
from landscape.ui.neighbourhood import Seen
from landscape.ui.text import count, escape, shorten
from landscape.ui.words import ASKED_WORDS

_PARAMETER: Final = "stakeholder"
_TRAIL: Final = 6
_NO_GROUP: Final = "no group"


def nobody_here(view: View) -> bool:
    """Say how to begin where nobody is on the map. Returns whether that is so."""
    if not derived.snapshot(view, "stakeholder").stakeholder.empty:
        return False
    anatomy.empty(
        "The landscape seen from one stakeholder",
        "Add who is here, and who works with whom. Then walk from one to the next.",
        "pages/data/importing.py",
        "Add who is here",
    )
    return True


def begin_with_us(view: View) -> None:
    """Where nobody is named in the address, begin with the best connected of the team, if any."""
    if _PARAMETER in st.query_params or state.visit().trail:
        return
    listed = derived.stakeholder_list(view)
    team = listed[listed["on_team"].astype(bool)]
    if not team.empty:
        busiest = team.sort_values("relationships", ascending=False, kind="stable")
        st.query_params[_PARAMETER] = str(busiest["id"].iloc[0])


def trail(view: View, centre: str) -> None:
    """The way back: those from whom one has looked before, each a button."""
    names = _names(view)
    walked = [one for one in state.visit().trail if one in names]
    if not walked or walked[-1] != centre:
        walked.append(centre)
    state.visit().trail = walked[-2 * _TRAIL :]
    if len(walked) < 2:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        anatomy.quiet("The way back:")
        for at, one in list(enumerate(walked))[-_TRAIL:-1]:
            st.button(
                escape(shorten(names[one], 32)),
                key=f"trail.{at}.{one}",
                type="tertiary",
                icon=":material/arrow_back:",
                on_click=_back_to,
                args=(one, at),
            )


def where_one_stands(view: View, around: Neighbourhood) -> None:
    """Who is at the centre, and how many are near, in words."""
    person = _rows(view, around)[around.centre]
    ones = sum(step == 1 for step in around.steps.values())
    twos = sum(step == 2 for step in around.steps.values())
    who = f"Seen from **{escape(str(person['name']))}**"
    who += ", somebody on your team" if bool(person["on_team"]) else ""
    if not ones:
        asked = ASKED_WORDS.get(str(person["asked"]))
        said = {
            "answered": "They answered, and named none.",
            "not asked": "They were not asked.",
            "asked, no answer": "They were asked and have not answered.",
        }
        because = said.get(str(asked), "It is not known whether they were asked.")
        st.markdown(f"{who}: no relationship is recorded. {because}")
        return
    st.markdown(
        f"{who}: {count(ones, 'stakeholder')} one step away, {twos:,} two steps away."
        + (f" {around.left_out:,} more are too many to draw." if around.left_out else "")
    )


def picture(view: View, around: Neighbourhood) -> None:
    """The drawing; a click walks on."""
    clicked = neighbourhood.draw_neighbourhood(
        around, _seen(view, around), key=f"walk.{view.landscape_id}.{view.revision}.{around.centre}"
    )
    if clicked is not None and clicked != around.centre:
        _walk_to(clicked)
        st.rerun()


def near(view: View, around: Neighbourhood) -> None:
    """The same as a list: a button for everybody one step away, a picker for those two away."""
    seen = _seen(view, around)
    ones = [one for one, step in around.steps.items() if step == 1]
    twos = [one for one, step in around.steps.items() if step == 2]
    st.markdown("#### One step away")
    with st.container(horizontal=True, gap="small"):
        for one in ones:
            st.button(
                f"{escape(shorten(seen[one].name, 40))} ({escape(shorten(seen[one].group, 24))})",
                key=f"step.{one}",
                on_click=_walk_to,
                args=(one,),
            )
    if twos:
        st.selectbox(
            "Two steps away",
            twos,
            index=None,
            format_func=lambda one: (
                f"{shorten(seen[one].name, 40)} ({shorten(seen[one].group, 24)})"
            ),
            key=f"two_steps.{around.centre}",
            placeholder=f"Walk to one of {len(twos)}",
            width=420,
            on_change=_walk_to_chosen,
            args=(f"two_steps.{around.centre}",),
        )


def _seen(view: View, around: Neighbourhood) -> dict[str, Seen]:
    groups = {
        str(row["id"]): row
        for row in derived.snapshot(view, "constituency").constituency.to_dict("records")
    }
    rows = _rows(view, around)
    seen = {}
    for one in around.steps:
        group = groups.get(str(rows[one]["constituency_id"]))
        seen[one] = Seen(
            name=str(rows[one]["name"]),
            group=str(group["name"]) if group else _NO_GROUP,
            style=group_style(int(group["ordinal"]) if group else None),
        )
    return seen


def _rows(view: View, around: Neighbourhood) -> dict[str, dict[Hashable, Any]]:
    stakeholder = derived.snapshot(view, "stakeholder").stakeholder
    rows = stakeholder[stakeholder["id"].isin(list(around.steps))].to_dict("records")
    return {str(row["id"]): row for row in rows}


def _names(view: View) -> dict[str, str]:
    stakeholder = derived.snapshot(view, "stakeholder").stakeholder
    return dict(zip(stakeholder["id"], stakeholder["name"], strict=True))


def _walk_to(stakeholder_id: str) -> None:
    st.query_params[_PARAMETER] = stakeholder_id


def _walk_to_chosen(key: str) -> None:
    chosen = state.value_of(key)
    if chosen is not None:
        _walk_to(str(chosen))


def _back_to(stakeholder_id: str, at: int) -> None:
    state.visit().trail = state.visit().trail[: at + 1]
    _walk_to(stakeholder_id)
