"""What can be said beside an answer: why, what it rests on, how sure, which way, where to."""

from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from landscape.model.assessment import Answer, Reference, Trend
from landscape.model.instrument import Item
from landscape.ui import anatomy, derived, forms, readiness_answer_desk, state
from landscape.ui import readiness_answer_hands as hands
from landscape.ui.context import View
from landscape.ui.readiness import attempt
from landscape.ui.readiness_answer_desk import Desk
from landscape.ui.text import escape, told_apart

_SURE: Final = {
    1: "1 a guess",
    2: "2 rather unsure",
    3: "3 fairly sure",
    4: "4 sure",
    5: "5 we have looked",
}
_TRENDS: Final = {
    Trend.BETTER: "better than before",
    Trend.SAME: "about the same",
    Trend.WORSE: "worse than before",
}
_STAKEHOLDER: Final = "stakeholder"
_RELATIONSHIP: Final = "relationship"
_BOUNDARY: Final = "boundary"
_MOST_SAID: Final = 60


def beside(desk: Desk, item: Item, given: Answer) -> None:
    """Ask why where the level is low, and offer to say more."""
    key = desk.key(item.id)
    if readiness_answer_desk.is_low(item, given.level):
        st.text_input(
            "What makes it so? If you like.",
            value=given.reason or "",
            key=f"{key}.low.{given.level}",
            live=True,
            on_change=_keep_words,
            args=(desk, item, f"{key}.low.{given.level}", "reason"),
        )
    elif given.reason and not state.value_of(f"{key}.asks_why"):
        st.markdown(f"It does not apply: {escape(given.reason)}")
    more = st.expander("Add more", icon=":material/add:", key=f"{key}.more", on_change="rerun")
    if more.open:
        with more:
            _more(desk, item, given, key)


def _more(desk: Desk, item: Item, given: Answer, key: str) -> None:
    with hands.typing(f"{key}.note"):
        st.text_area(
            "What does it rest on? An example, a meeting, a document.",
            value=given.note or "",
            key=f"{key}.note",
            height=72,
            on_change=_keep_words,
            args=(desk, item, f"{key}.note", "note"),
        )
    if desk.view is not None:
        _on_the_map(desk, desk.view, item, given, key)
    if given.level is None:
        return
    with st.container(horizontal=True):
        _choice(desk, item, "How sure are you?", _SURE, given.confidence, f"{key}.confidence")
        _choice(desk, item, "Since last time", _TRENDS, given.trend, f"{key}.trend")
        levels = {one.level: f"{one.level} {one.name}" for one in desk.instrument.levels}
        _choice(desk, item, "Where do you want to be?", levels, given.target, f"{key}.target")
    if given.target is not None:
        anatomy.quiet(escape(f"Level {given.target}: {item.anchor(given.target).text}"))


def _choice(
    desk: Desk, item: Item, label: str, words: dict[Any, str], chosen: object, key: str
) -> None:
    options = list(words)
    st.selectbox(
        label,
        options,
        index=options.index(chosen) if chosen in options else None,
        format_func=words.__getitem__,
        placeholder="not said",
        key=key,
        width=240,
        on_change=_keep_choice,
        args=(desk, item, key),
    )


def _on_the_map(desk: Desk, view: View, item: Item, given: Answer, key: str) -> None:
    """Parts of the map that the answer rests on."""
    known = derived.snapshot(view, "stakeholder", "boundary", "relationship")
    chosen = {
        kind: [one.id for one in given.refs if one.kind == kind]
        for kind in (_STAKEHOLDER, _RELATIONSHIP, _BOUNDARY)
    }
    people = _named(known.stakeholder)
    offered = {
        _STAKEHOLDER: ("Stakeholders", people),
        _RELATIONSHIP: (
            "Relationships of theirs",
            _lines(known.relationship, people, chosen[_STAKEHOLDER], chosen[_RELATIONSHIP]),
        ),
        _BOUNDARY: ("Boundaries", _named(known.boundary)),
    }
    st.markdown("**On the map**")
    for kind, (label, named) in offered.items():
        if not named:
            continue
        st.multiselect(
            label,
            list(named),
            default=[one for one in chosen[kind] if one in named],
            format_func=told_apart(named, _MOST_SAID).__getitem__,
            key=f"{key}.refs.{kind}",
            placeholder="Choose",
            on_change=_keep_references,
            args=(desk, item, key, kind),
        )


def _named(rows: pd.DataFrame) -> dict[str, str]:
    ordered = rows.sort_values("name")
    return dict(zip(ordered["id"], ordered["name"], strict=True))


def _lines(
    relationships: pd.DataFrame, people: dict[str, str], of: list[str], chosen: list[str]
) -> dict[str, str]:
    """The relationships of the stakeholders that were chosen, and those chosen before."""
    rows = relationships[
        relationships["source_id"].isin(of)
        | relationships["target_id"].isin(of)
        | relationships["id"].isin(chosen)
    ]
    ends = zip(rows["id"], rows["source_id"], rows["target_id"], strict=True)
    return {id_: f"{people[source]} and {people[target]}" for id_, source, target in ends}


def _keep_words(desk: Desk, item: Item, key: str, what: str) -> None:
    words = {what: forms.said(key)}
    attempt(partial(readiness_answer_desk.keep_beside, desk, item, **words))


def _keep_choice(desk: Desk, item: Item, key: str) -> None:
    chosen = {key.rpartition(".")[2]: state.value_of(key)}
    attempt(partial(readiness_answer_desk.keep_beside, desk, item, **chosen))


def _keep_references(desk: Desk, item: Item, key: str, kind: str) -> None:
    chosen = [Reference(kind=kind, id=one) for one in state.value_of(f"{key}.refs.{kind}", [])]
    attempt(partial(_refer, desk, item, kind, chosen))


def _refer(desk: Desk, item: Item, kind: str, chosen: list[Reference]) -> None:
    given = readiness_answer_desk.given(desk, item)
    others = [one for one in given.refs if one.kind != kind] if given else []
    readiness_answer_desk.keep_beside(desk, item, refs=(*others, *chosen))
