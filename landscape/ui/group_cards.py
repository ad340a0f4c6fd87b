"""The groups page: a list that shows what is filled, and one card at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Final, Self

import streamlit as st

from landscape.model.constituency import Constituency
from landscape.model.days import said_day
from landscape.model.ids import draw_id
from landscape.model.scales import LEGITIMACY_WORDS
from landscape.services.group_cards import (
    QUESTIONS,
    GroupCard,
    add_card,
    add_group,
    card_row,
    card_with,
    remove_group,
    save_group_card,
)
from landscape.services.standing_team import OURSELVES
from landscape.store.base import Batch
from landscape.ui import anatomy, derived, differing, forms, group_cards_more, pickers, state
from landscape.ui.context import View
from landscape.ui.differing import Change
from landscape.ui.text import escape, names, shorten, told_apart
from landscape.ui.words import DECIDES_WORDS, EXTENT_WORDS, GROUP_TIP, NOT_RECORDED, STAKE_WORDS

_LABELS: Final = {
    "name": "Name",
    "stake": "What is at stake",
    "affected": "Affected",
    "decides": "Decides",
    "account": "What they say",
    "account_told_by": "Who told us",
    "account_told_on": "When",
    "level": "How they take us",
    "door_opener": "Who would open the door",
    "door_opener_id": "Who that is on the map",
    **group_cards_more.LABELS,
}


def pick_card(view: View, cards: tuple[GroupCard, ...]) -> GroupCard:
    """The list of groups, each with how much of its card is filled."""
    by_id = {card.group.id: card for card in cards}
    named = {group_id: card.group.name for group_id, card in by_id.items()}
    key = pickers.prepare_choice(view, named, "group", in_address=True)
    chosen = st.radio(
        "Group",
        list(by_id),
        format_func=lambda group_id: _listed(by_id[group_id]),
        key=key,
        on_change=pickers.follow_choice,
        args=(view, "group", key),
        kwargs={"in_address": True},
        help=GROUP_TIP,
    )
    return by_id[chosen]


def card_form(view: View, card: GroupCard, cards: tuple[GroupCard, ...]) -> None:
    """One card; what is left open stays "not recorded"."""
    form = _Form.of(view, card)
    st.subheader(escape(card.group.name), anchor=False)
    card, key = form.card, form.key
    group = card.group
    members = _members(view, group.id)
    anatomy.quiet(
        f"Here: {names([shorten(name, 40) for name in members.values()], 6)}"
        if members
        else "Nobody on the map belongs to it yet."
    )
    differing.reminder(form.changes)
    with st.form(key):
        _pick("What is at stake for them?", STAKE_WORDS, group.stake, f"{key}.stake")
        _pick("How much are they affected?", EXTENT_WORDS, group.affected, f"{key}.affected")
        _pick("How much do they decide?", DECIDES_WORDS, group.decides, f"{key}.decides")
        st.text_area(
            "What do they say, in their own words?",
            value=group.account or "",
            key=f"{key}.account",
            height=90,
        )
        with st.container(horizontal=True):
            st.text_input("Who told us?", value=group.account_told_by or "", key=f"{key}.by")
            st.date_input("When?", value=group.account_told_on, key=f"{key}.on", width=180)
        _door_question(card, members, key)
        with st.expander("Add more"):
            group_cards_more.questions(group, key)
        with st.expander("Rename"):
            st.text_input("Name", value=group.name, key=f"{key}.name")
        with st.container(horizontal=True):
            for label, following in (("Save and next", _next(card, cards)), ("Save", None)):
                st.form_submit_button(
                    label,
                    type="primary" if label != "Save" else "secondary",
                    on_click=_save_and_go,
                    args=(view, form, members, following),
                )
    anatomy.quiet("Leave open what you do not know: it stays not recorded, which is not zero.")
    st.button(
        "Remove this group",
        icon=":material/delete:",
        key=f"{key}.remove",
        help="Its stakeholders stay on the map, in no group. You can undo this.",
        on_click=forms.attempt,
        args=(partial(remove_group, view.principal, view.store, view.landscape_id, group.id),),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What a card begins with. `changes` names the card, `key` the widgets of this filling in."""

    key: str
    changes: str
    card: GroupCard
    seen: Mapping[str, object]

    @classmethod
    def of(cls, view: View, card: GroupCard) -> Self:
        """The form of a card as it is stored, or as it is after two people changed it."""
        changes = f"card.{view.landscape_id}.{card.group.id}"
        key = f"{changes}.{view.revision}"
        again = differing.again(changes)
        if again is None:
            return cls(key=key, changes=changes, card=card, seen=card_row(card))
        return cls(
            key=f"{key}.{again.number}",
            changes=changes,
            card=card_with(card, again.row),
            seen=again.seen,
        )


def add_group_form(view: View) -> None:
    """A name is enough to begin a card."""
    with st.form("add_group", clear_on_submit=True, border=False):
        st.text_input("Another group", key="add_group.name", placeholder="Name of the group")
        st.form_submit_button(
            "Add a group",
            icon=":material/add:",
            on_click=forms.attempt,
            args=(partial(_add, view),),
        )


def _door_question(card: GroupCard, members: dict[str, str], key: str) -> None:
    """Who would open the door, and how we think they take us, in words."""
    door = card.door
    labels = told_apart(members, 60)
    opener = door.door_opener_id if door.door_opener_id in members else door.door_opener
    options = [*members, *([opener] if opener and opener not in members else [])]
    st.selectbox(
        "Who there would open the door to us?",
        options,
        index=options.index(opener) if opener else None,
        format_func=lambda option: labels.get(str(option), str(option)),
        accept_new_options=True,
        placeholder="Pick somebody, or type a name",
        key=f"{key}.opener",
    )
    forms.choose(
        "How do we think they take us?",
        LEGITIMACY_WORDS,
        door.level,
        key=f"{key}.level",
        help="Our judgement, with today's date. It runs from -1 (they contest us) to 4 "
        "(they vouch for us), and can be corrected at any time.",
    )
    if door.judged_on:
        anatomy.quiet(f"Judged on {said_day(door.judged_on)}")


def _listed(card: GroupCard) -> str:
    name = escape(shorten(card.group.name, 40))
    return f"{name}  \n:small[:gray[{card.filled} of {QUESTIONS} filled]]"


def _pick(label: str, words: dict[int, str], chosen: int | None, key: str) -> None:
    """A choice in a row, in which "not recorded" can be chosen again."""
    options = [None, *words]
    st.radio(
        label,
        options,
        index=options.index(chosen),
        format_func=lambda option: NOT_RECORDED if option is None else words[option],
        horizontal=True,
        key=key,
    )


def _save_and_go(view: View, form: _Form, members: dict[str, str], following: str | None) -> None:
    """Save from the form's callback, and pick the next card where that was asked for."""
    differing.attempt(partial(_change, view, form, members))
    if following and state.visit().problem is None and not differing.stands(form.changes):
        pickers.choose(view, "group", following, in_address=True)


def _change(view: View, form: _Form, members: dict[str, str]) -> Change:
    """What a card says as it was filled in."""
    said = _said(form.card, members, form.key)

    def write(row: Mapping[str, object], seen: Mapping[str, object] | None) -> Batch:
        return save_group_card(
            view.principal, view.store, view.landscape_id, card_with(said, row), seen=seen
        )

    return Change(
        key=form.changes,
        called=form.card.group.name,
        seen=form.seen,
        mine=card_row(said),
        write=write,
        add=lambda row: add_card(
            view.principal, view.store, view.landscape_id, card_with(said, row)
        ),
        labels=_LABELS,
        words={
            "stake": STAKE_WORDS,
            "affected": EXTENT_WORDS,
            "decides": DECIDES_WORDS,
            "level": LEGITIMACY_WORDS,
            "door_opener_id": members,
            **group_cards_more.WORDS,
            **group_cards_more.lists_in_words(form.seen, card_row(said)),
        },
    )


def _said(card: GroupCard, members: dict[str, str], key: str) -> GroupCard:
    group = replace(
        group_cards_more.said(card.group, key),
        name=forms.said(f"{key}.name") or "",
        stake=state.value_of(f"{key}.stake"),
        affected=state.value_of(f"{key}.affected"),
        decides=state.value_of(f"{key}.decides"),
        account=forms.said(f"{key}.account"),
        account_told_by=forms.said(f"{key}.by"),
        account_told_on=state.value_of(f"{key}.on"),
    )
    opener = forms.said(f"{key}.opener")
    door = replace(
        card.door,
        level=state.value_of(f"{key}.level"),
        door_opener=card.door.door_opener
        if opener == card.door.door_opener_id and opener in members
        else members.get(opener or "", opener),
        door_opener_id=opener if opener in members else None,
    )
    if door != card.door:
        judge = door.judged_by or (OURSELVES if door.level is not None else None)
        door = replace(door, judged_on=datetime.now(UTC).date(), judged_by=judge)
    return GroupCard(group=group, door=door)


def _add(view: View) -> Batch:
    group = Constituency(id=draw_id("c"), name=forms.said("add_group.name") or "")
    batch = add_group(view.principal, view.store, view.landscape_id, group)
    pickers.choose(view, "group", group.id, in_address=True)
    return batch


def _members(view: View, group_id: str) -> dict[str, str]:
    people = derived.snapshot(view, "stakeholder").stakeholder
    here = people[people["constituency_id"] == group_id].sort_values("name")
    return dict(zip(here["id"], here["name"], strict=True))


def _next(card: GroupCard, cards: tuple[GroupCard, ...]) -> str | None:
    """The next card after this one that has something open, else the next one."""
    ids = [other.group.id for other in cards]
    at = ids.index(card.group.id)
    following = (*cards[at + 1 :], *cards[:at])
    return next(
        (other.group.id for other in following if other.filled < QUESTIONS),
        following[0].group.id if following else None,
    )
