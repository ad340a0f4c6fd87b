"""Our standing: who is on the team, where each of us stands, and what is private about it."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st

from landscape.services.standing_team import (
    TABLES,
    Member,
    add_member,
    member_row,
    save_member,
    take_in,
    team,
)
from landscape.store.base import Batch, Snapshot
from landscape.ui import anatomy, derived, differing, forms, pickers, state
from landscape.ui.context import View
from landscape.ui.differing import Change
from landscape.ui.text import escape, told_apart
from landscape.ui.words import TEAM_QUESTIONS

_LABELS: Final = {
    "further": "Further groups",
    "location_note": "From where they look",
    "interests_declared": "What is at stake for them here",
}


def private_notice() -> None:
    """Whose words these are, and who sees them."""
    st.info(
        "Only you see this page. It holds your own judgements, not facts: each has its day, and "
        "you can correct it at any time. A copy that you download under Share holds them, too.",
        icon=":material/lock:",
    )


def read(view: View) -> Snapshot:
    """What the page is about."""
    return derived.snapshot(view, *TABLES)


def nobody_yet(view: View, snapshot: Snapshot) -> bool:
    """Before there is a team: say what will be here and ask who is on it; say whether it is so."""
    if team(snapshot):
        return False
    with st.container(border=True):
        st.subheader("Who convenes?", anchor=False)
        st.write(
            "Say who is on the convening team. Then you can note from where each of you looks, "
            "and how each group takes you: that shows where your invitation would be heard."
        )
        _add(view, snapshot)
    return True


def members(view: View, snapshot: Snapshot) -> None:
    """Who is on the team, a way to add somebody, and where the one picked stands."""
    everyone = team(snapshot)
    st.subheader("The convening team", anchor=False)
    located = [one for one in everyone if one.person.location_note]
    anatomy.quiet(f"{len(located)} of {len(everyone)} have said from where they look.")
    picked, card = st.columns([1, 2], gap="medium")
    by_id = {one.person.id: one for one in everyone}
    with picked:
        named = {id_: one.person.name for id_, one in by_id.items()}
        key = pickers.prepare_choice(view, named, "member")
        chosen = st.radio(
            "On the team",
            list(by_id),
            format_func=lambda id_: escape(told_apart(named, 40)[id_]),
            key=key,
            on_change=pickers.follow_choice,
            args=(view, "member", key),
        )
        _add(view, snapshot)
    with card:
        _member(view, snapshot, by_id[chosen])


def _add(view: View, snapshot: Snapshot) -> None:
    """Somebody on the map to take in, or a name to add."""
    people = snapshot.stakeholder[~snapshot.stakeholder["on_team"].astype(bool)]
    named = dict(zip(people["id"], people["name"], strict=True))
    labels = told_apart(named, 60)
    key = f"standing.add.{view.landscape_id}.{view.revision}"
    with st.form(key, border=False):
        st.selectbox(
            "Who else is on the team?",
            list(named),
            index=None,
            format_func=lambda option: labels.get(str(option), str(option)),
            accept_new_options=True,
            placeholder="Pick somebody, or type a name",
            key=f"{key}.who",
        )
        st.form_submit_button(
            "Add to the team",
            icon=":material/person_add:",
            on_click=forms.attempt,
            args=(partial(_take_in, view, named, f"{key}.who"),),
        )


def _take_in(view: View, named: Mapping[str, str], key: str) -> Batch:
    said = forms.said(key)
    forms.require(said, "Pick somebody, or type a name.")
    here = (view.principal, view.store, view.landscape_id)
    if said in named:
        state.choose(view.landscape_id, "member", str(said))
        return take_in(*here, str(said), on_team=True)
    return add_member(*here, str(said))


def _member(view: View, snapshot: Snapshot, member: Member) -> None:
    """What is asked of one of us; what is left open stays not recorded."""
    groups = dict(zip(snapshot.constituency["id"], snapshot.constituency["name"], strict=True))
    person = member.person
    changes = f"standing.{view.landscape_id}.{person.id}"
    again = differing.again(changes)
    row = dict(again.row) if again else member_row(member)
    seen = again.seen if again else member_row(member)
    key = f"{changes}.{view.revision}.{again.number if again else 0}"
    st.markdown(f"**{escape(person.name)}**")
    first = groups.get(person.constituency_id or "")
    anatomy.quiet(f"On the map in {escape(first)}." if first else "On the map in no group yet.")
    differing.reminder(changes)
    others = {id_: name for id_, name in groups.items() if id_ != person.constituency_id}
    further = json.loads(str(row["further"]))
    with st.form(key):
        for column, label in TEAM_QUESTIONS.items():
            st.text_area(label, value=str(row[column] or ""), key=f"{key}.{column}", height=90)
        st.multiselect(
            "Which other groups do you belong to?",
            list(others),
            default=[one for one in further if one in others],
            format_func=told_apart(others, 60).__getitem__,
            placeholder="None that is recorded",
            key=f"{key}.further",
        )
        st.form_submit_button(
            "Save where they stand",
            on_click=differing.attempt,
            args=(partial(_change, view, member, key, changes, seen, groups),),
        )
    st.button(
        "Not on the team any more",
        icon=":material/person_remove:",
        key=f"{key}.leave",
        help="They stay on the map, with what is noted here. You can undo this.",
        on_click=forms.attempt,
        args=(
            partial(
                take_in, view.principal, view.store, view.landscape_id, person.id, on_team=False
            ),
        ),
    )


def _change(
    view: View,
    member: Member,
    key: str,
    changes: str,
    seen: Mapping[str, object],
    groups: Mapping[str, str],
) -> Change:
    """What was said about one of us."""
    mine: dict[str, object] = {column: forms.said(f"{key}.{column}") for column in TEAM_QUESTIONS}
    further = json.dumps(sorted(state.value_of(f"{key}.further", [])))
    mine["further"] = further

    def write(row: Mapping[str, object], seen: Mapping[str, object] | None) -> Batch:
        return save_member(
            view.principal, view.store, view.landscape_id, member.person.id, row, seen=seen
        )

    lists = {str(row): _names(str(row), groups) for row in (seen["further"], further)}
    return Change(
        key=changes,
        called=member.person.name,
        seen=seen,
        mine=mine,
        write=write,
        add=lambda row: write(row, None),
        labels=_LABELS,
        words={"further": lists},
    )


def _names(listed: str, groups: Mapping[str, str]) -> str:
    return ", ".join(groups.get(id_, id_) for id_ in json.loads(listed)) or "none"
