"""The walk: what is near somebody and across which boundary, drawn, in words and as a list."""

from collections.abc import Callable, Hashable
from typing import Any, Final

import streamlit as st

from landscape.analysis.neighbourhood import MOST, Neighbourhood
from landscape.charts.palette import group_style
from landscape.services import walking
from landscape.services.walking import Across
from landscape.ui import anatomy, derived, neighbourhood, state
from landscape.ui.context import View
from landscape.ui.neighbourhood import Seen
from landscape.ui.text import count, escape, names, plain, shorten, told_apart
from landscape.ui.walk_choosing import names_of, walk_to
from landscape.ui.words import ASKED_WORDS

_NO_GROUP: Final = "no group"
_LISTED: Final = 40


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


def boundaries_met(view: View, around: Neighbourhood) -> tuple[Across, ...]:
    """Every boundary as it is seen from the centre."""
    return walking.across(derived.snapshot(view, *walking.TABLES), around)


def where_one_stands(view: View, around: Neighbourhood) -> None:
    """Who is at the centre, and how many are near, in words; whom the picture leaves out."""
    rows = _rows(view, around)
    people = [rows[one] for one in around.centres]
    ones = _at(around, 1)
    if len(people) == 1:
        who = f"Seen from **{escape(str(people[0]['name']))}**"
        who += ", somebody on your team" if bool(people[0]["on_team"]) else ""
    else:
        who = f"Seen from **the convening team**: {names([str(one['name']) for one in people])}"
    if not ones:
        st.markdown(f"{who}: no relationship is recorded.{_because(people)}")
        return
    far = f", {len(_at(around, 2)):,} two steps away" if 2 in around.steps.values() else ""
    sep = ": " if len(people) == 1 else ". "
    st.markdown(f"{who}{sep}{count(len(ones), 'stakeholder')} one step away{far}.")
    _left_out(view, around)


def across_in_words(view: View, around: Neighbourhood, looked_at: tuple[Across, ...]) -> None:
    """What is across each boundary, in a sentence each."""
    called = names_of(view)
    said = [_across_one(one, called) for one in looked_at if len(around.steps) > 1]
    if said:
        st.markdown("\n".join(f"- {sentence}" for sentence in said))


def picture(view: View, around: Neighbourhood, looked_at: tuple[Across, ...]) -> None:
    """The drawing; a click walks on."""
    clicked = neighbourhood.draw_neighbourhood(
        around,
        _seen(view, around),
        lambda one, other: any(boundary.crosses(one, other) for boundary in looked_at),
        key=f"walk.{view.landscape_id}.{view.revision}.{'.'.join(around.centres)}",
    )
    if clicked is not None and clicked not in around.centres:
        walk_to(clicked)
        st.rerun()


def near(view: View, around: Neighbourhood, looked_at: tuple[Across, ...]) -> None:
    """The same as a list: a button for those one step away, pickers for the rest."""
    seen = _seen(view, around)
    st.markdown("#### One step away")
    ones = _at(around, 1)
    for one in ones[:_LISTED]:
        with st.container(gap=None):
            st.button(
                escape(shorten(seen[one].name, 34)),
                key=f"step.{one}",
                type="tertiary",
                on_click=walk_to,
                args=(one,),
            )
            anatomy.quiet(_beside(one, seen[one], looked_at, escape))
    far = {
        "More one step away": ones[_LISTED:],
        "Two steps away": _at(around, 2),
    }
    for label, those in far.items():
        called = {
            one: f"{shorten(seen[one].name, 40)}: {_beside(one, seen[one], looked_at, plain)}"
            for one in those
        }
        _pick_far(label, called, around)
    everybody = names_of(view)
    left_out = {one: shorten(everybody[one], 60) for one in around.left_out}
    _pick_far("Left out of the picture", left_out, around)


def _pick_far(label: str, called: dict[str, str], around: Neighbourhood) -> None:
    if not called:
        return
    key = f"{label}.{'.'.join(around.centres)}"
    named = told_apart(called, 120)
    st.selectbox(
        label,
        list(named),
        index=None,
        format_func=named.__getitem__,
        key=key,
        placeholder=f"Walk to one of {len(named):,}",
        on_change=_walk_to_chosen,
        args=(key,),
    )


def _beside(one: str, seen: Seen, met: tuple[Across, ...], said: Callable[[str], str]) -> str:
    """What the list says of somebody near: their group, and what they are across."""
    group = said(shorten(seen.group, 30))
    across = [said(shorten(boundary.name, 40)) for boundary in met if one in boundary.far]
    if not across:
        return group
    return f"{group}, across {across[0] if len(across) == 1 else f'{len(across)} boundaries'}"


def _across_one(met: Across, called: dict[str, str]) -> str:
    name = f"**{escape(shorten(met.name, 60))}**"
    both = f" On several sides: {names([called[one] for one in met.both], 3)}." if met.both else ""
    if not met.here:
        return f"On no side of {name}.{both}"
    here = " and ".join(escape(side) for side in met.here)
    if not met.far:
        return f"Nobody near is across {name}, from {here}.{both}"
    far = names([called[one] for one in met.far], 4)
    verb = "is" if len(met.far) == 1 else "are"
    return f"{len(met.far):,} {verb} across {name}, from {here}: {far}.{both}"


def _left_out(view: View, around: Neighbourhood) -> None:
    if not around.left_out:
        return
    called = names_of(view)
    st.markdown(
        f"{len(around.left_out):,} more are left out, those farthest away with the fewest "
        f"relationships, because more than {MOST} cannot be told apart in a picture: "
        f"{names([called[one] for one in around.left_out])}. The list has them all."
    )


def _because(people: list[dict[Hashable, Any]]) -> str:
    """Why nothing is recorded of one stakeholder, as far as that is known."""
    if len(people) > 1:
        return ""
    said = {
        "answered": " They answered, and named none.",
        "not asked": " They were not asked.",
        "asked, no answer": " They were asked and have not answered.",
    }
    asked = str(ASKED_WORDS.get(str(people[0]["asked"])))
    return said.get(asked, " It is not known whether they were asked.")


def _at(around: Neighbourhood, step: int) -> list[str]:
    return [one for one, far in around.steps.items() if far == step]


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


def _walk_to_chosen(key: str) -> None:
    chosen = state.value_of(key)
    if chosen is not None:
        walk_to(str(chosen))
