"""Pairs of stakeholders who may be one: side by side, with what merging would do."""

import json
from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from landscape.model.errors import LandscapeError
from landscape.services.apart import keep_apart
from landscape.services.duplicates import TABLES, Likely, SideBySide, side_by_side
from landscape.services.merging import Merge, merge, merge_all
from landscape.store.base import Batch
from landscape.ui import anatomy, context, derived, forms, pickers, state, tables
from landscape.ui.context import View
from landscape.ui.text import count, escape, names, shorten, told_apart
from landscape.ui.words import NOT_RECORDED

PAGE: Final = "pages/mapping/duplicates.py"
_PAIR: Final = "pair"
_AT_ONCE: Final = 100  # merges in one step; more of them are offered again

Two = tuple[str, str]


def way_there(view: View) -> None:
    """The quiet way to this page, where there are two who could be one."""
    if len(derived.stakeholder_list(view)) > 1:
        st.page_link(
            PAGE,
            label="Does anybody stand here twice?",
            icon=":material/group:",
            query_params=context.here(),
        )


def in_words(view: View, likely: Sequence[Likely]) -> None:
    """How many pairs there are, and one step for those that need no looking at."""
    if not likely:
        return
    alike = [pair for pair in likely if pair.letter_by_letter][:_AT_ONCE]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{count(len(likely), 'pair')}** to look at.", width="content")
        if len(alike) > 1:
            st.button(
                f"Merge the {len(alike)} pairs that are alike letter by letter",
                icon=":material/merge:",
                help="The same name but for capitals and spaces, and not in different groups. "
                "The first of each two stays.",
                on_click=forms.attempt,
                args=(partial(_merge_alike, view, alike),),
            )


def nothing_alike() -> None:
    """What an empty list means, and what it does not."""
    st.success(
        "No two here look like one. Pairs you said are two are not shown again.",
        icon=":material/check:",
    )


def pick_pair(view: View, likely: Sequence[Likely]) -> Two | None:
    """The pair to look at: of the likely ones, or two that were chosen by hand."""
    there = _names(view)
    pairs = [(pair.left_id, pair.right_id) for pair in likely]
    by_hand = _two(state.chosen(view.landscape_id, _PAIR))
    if by_hand and by_hand not in pairs and by_hand[0] != by_hand[1] and {*by_hand} <= {*there}:
        pairs.append(by_hand)
    labels = {
        _key(pair): " \N{EN DASH} ".join(shorten(there[id_], 45) for id_ in pair) for pair in pairs
    }
    return _two(pickers.pick_among(view, "Pair", labels, _PAIR))


def beside_each_other(view: View, likely: Sequence[Likely], pair: Two) -> None:
    """Two stakeholders beside each other, why they may be one, and the three answers."""
    beside = side_by_side(derived.snapshot(view, *TABLES), *pair)
    labels = told_apart({id_: _names(view)[id_] for id_ in pair}, 60)
    told = [why for one in likely if (one.left_id, one.right_id) == pair for why in one.why]
    following = _following(likely, pair)
    st.markdown(" ".join(escape(why) for why in told) or "You chose these two by hand.")
    left, right = st.columns(2, gap="medium")
    for place, keep, gone, others, letter in (
        (left, pair[0], pair[1], beside.left_others, "1"),
        (right, pair[1], pair[0], beside.right_others, "2"),
    ):
        with place.container(border=True):
            st.markdown(f"**{escape(labels[keep])}**")
            st.markdown(_connected(others))
            st.button(
                "Merge, and keep this one",
                type="primary" if letter == "1" else "secondary",
                icon=":material/merge:",
                shortcut=letter,
                key=f"keep.{keep}.{gone}",
                on_click=_answer,
                args=(view, following, partial(_merge, view, keep, gone)),
            )
    with st.container(horizontal=True):
        st.button(
            "They are two",
            icon=":material/call_split:",
            shortcut="T",
            help="This pair is not shown again, unless you take that back under History.",
            on_click=_answer,
            args=(view, following, partial(_keep_apart, view, pair)),
        )
        if following is not None:
            st.button(
                "Next pair",
                icon=":material/arrow_forward:",
                shortcut="X",
                on_click=state.choose,
                args=(view.landscape_id, _PAIR, following),
            )
    anatomy.quiet(_what_merging_does(beside))
    _differing(beside, labels, pair)


def choose_by_hand(view: View) -> None:
    """Any two of the landscape, for those whom nothing but their reader tells to be one."""
    named = told_apart(dict(sorted(_names(view).items(), key=lambda one: one[1].casefold())), 80)
    with st.expander("Choose any two yourself"), st.form("two_by_hand", border=False):
        columns = st.columns(2)
        for column, label, key in zip(columns, ("One", "The other"), ("one", "other"), strict=True):
            column.selectbox(
                label,
                list(named),
                index=None,
                format_func=lambda id_: named.get(id_, id_),
                placeholder="Pick a stakeholder",
                key=f"by_hand.{key}",
            )
        st.form_submit_button("Look at these two", on_click=_chosen_by_hand, args=(view,))


def _differing(beside: SideBySide, labels: dict[str, str], pair: Two) -> None:
    if beside.differing.empty:
        anatomy.quiet("Nothing that is recorded tells them apart.")
        return
    tables.table(
        beside.differing.fillna(NOT_RECORDED),
        alt="What differs between the two stakeholders",
        columns={"what": "What differs", "left": labels[pair[0]], "right": labels[pair[1]]},
    )


def _connected(others: Sequence[str]) -> str:
    if not others:
        return "No relationships recorded."
    return f"{count(len(others), 'connection')}: {names(list(others))}."


def _what_merging_does(beside: SideBySide) -> str:
    """What becomes of all that hangs on the two, in plain sentences."""
    said = ["Merging keeps every relationship, report and note; the values of the one who stays"]
    said[0] += " win, and what the other said differently is kept beside them."
    if beside.shared:
        said.append(
            f"Both are connected to {names(list(beside.shared), 3)}: "
            "of two such relationships of one kind, one is left, with the reports of both."
        )
    if beside.between:
        said.append(
            f"{count(beside.between, 'relationship')} between the two will go, "
            "and what was said of it becomes a note."
        )
    return " ".join(said)


def _following(likely: Sequence[Likely], pair: Two) -> str | None:
    """The pair after this one, and after the last the first; None where there is no other."""
    pairs = [(one.left_id, one.right_id) for one in likely]
    at = pairs.index(pair) + 1 if pair in pairs else 0
    others = (one for one in (*pairs[at:], *pairs[:at]) if one != pair)
    return next(map(_key, others), None)


def _answer(view: View, following: str | None, change: partial[Batch]) -> None:
    """Make the change, and look at the pair after it."""
    forms.attempt(change)
    if following is not None:
        state.choose(view.landscape_id, _PAIR, following)


def _merge(view: View, keep_id: str, gone_id: str) -> Batch:
    return merge(view.principal, view.store, view.landscape_id, keep_id, gone_id)


def _merge_alike(view: View, alike: Sequence[Likely]) -> Batch:
    merges = [Merge(keep_id=pair.left_id, gone_id=pair.right_id) for pair in alike]
    return merge_all(view.principal, view.store, view.landscape_id, merges)


def _keep_apart(view: View, pair: Two) -> Batch:
    return keep_apart(view.principal, view.store, view.landscape_id, [pair])


def _chosen_by_hand(view: View) -> None:
    try:
        one, other = (state.value_of(f"by_hand.{key}") for key in ("one", "other"))
        forms.require(one and other and one != other, "Pick two different stakeholders.")
    except LandscapeError as error:
        state.keep_problem(error)
    else:
        state.choose(view.landscape_id, _PAIR, _key((one, other)))


def _names(view: View) -> dict[str, str]:
    people = derived.stakeholder_list(view)
    return dict(zip(people["id"], people["name"], strict=True))


def _key(pair: Two) -> str:
    return json.dumps(pair)


def _two(key: str | None) -> Two | None:
    if key is None:
        return None
    one, other = json.loads(key)
    return one, other
