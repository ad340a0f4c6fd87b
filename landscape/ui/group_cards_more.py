"""What a group's card asks beyond its six quick questions; all of it may stay open."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from landscape.model.constituency import Constituency
from landscape.model.scales import IDENTIFICATION_WORDS, KnowledgeBasis
from landscape.ui import forms, state
from landscape.ui.words import DECIDES_WORDS, RATING_WORDS

_OURS: Final = "us"
_SIGNED: Final = ("local", "self", _OURS)
_STOPS: Final = {0: "not at all", 1: "a little", 2: "for a good while", 3: "altogether"}
_BELONG: Final = dict(enumerate(IDENTIFICATION_WORDS))
_KNOWN: Final = {
    KnowledgeBasis.NONE.value: "we know nothing yet",
    KnowledgeBasis.DOCUMENTS.value: "documents",
    KnowledgeBasis.SECOND_HAND.value: "what others say about them",
    KnowledgeBasis.DIRECT.value: "we talked with them",
    KnowledgeBasis.TIME_SPENT.value: "we spent time there",
    KnowledgeBasis.MEMBER.value: "one of us belongs to them",
}
LABELS: Final = {
    "blocks": "How far they could stop it",
    "funds": "Pays for",
    "identification": "What they would say",
    "knowledge_basis": "What we know them from",
    "confidence": "How sure we are",
    "account_checked_by": "Read back to",
    "account_checked_on": "Read back on",
    "barriers": "What keeps them away",
    "entry_points": "Ways in",
    "added_by": "Added or confirmed by",
}
WORDS: Final[Mapping[str, Mapping[Any, str]]] = {
    "blocks": _STOPS,
    "funds": DECIDES_WORDS,
    "identification": _BELONG,
    "knowledge_basis": _KNOWN,
    "confidence": RATING_WORDS,
}


def questions(group: Constituency, key: str) -> None:
    """The further questions, inside the form of the card."""
    with st.container(horizontal=True):
        with st.container(width=340):
            forms.choose("How far could they stop it?", _STOPS, group.blocks, key=f"{key}.blocks")
            forms.choose(
                "How much do they pay for?", DECIDES_WORDS, group.funds, key=f"{key}.funds"
            )
            forms.choose(
                "What would they say of the whole?",
                _BELONG,
                group.identification,
                key=f"{key}.identification",
            )
        with st.container(width=340):
            forms.choose(
                "From where do you know them?",
                _KNOWN,
                group.knowledge_basis.value if group.knowledge_basis else None,
                key=f"{key}.knowledge_basis",
            )
            forms.choose(
                "How sure are you of this card?",
                RATING_WORDS,
                group.confidence,
                key=f"{key}.confidence",
            )
            st.text_input(
                "Who added or confirmed them?",
                value=_OURS if group.added_by in _SIGNED else group.added_by or "",
                key=f"{key}.added_by",
                help="Write us, or who outside your team said that this group belongs here.",
            )
    with st.container(horizontal=True):
        st.text_input(
            "To whom of them did you read back what they say?",
            value=group.account_checked_by or "",
            key=f"{key}.checked_by",
            width=340,
        )
        st.date_input(
            "Read back when?", value=group.account_checked_on, key=f"{key}.checked_on", width=180
        )
    st.text_area(
        "What keeps them away? One a line.",
        value=_lines(group.barriers),
        key=f"{key}.barriers",
        height=80,
    )
    st.text_area(
        "Where are ways in? One a line.",
        value=_lines(group.entry_points),
        key=f"{key}.entry_points",
        height=80,
    )


def said(group: Constituency, key: str) -> Constituency:
    """The group with what stands in the further questions."""
    known = state.value_of(f"{key}.knowledge_basis")
    signed = forms.said(f"{key}.added_by")
    if signed == _OURS and group.added_by in _SIGNED:
        signed = group.added_by
    return replace(
        group,
        blocks=state.value_of(f"{key}.blocks"),
        funds=state.value_of(f"{key}.funds"),
        identification=state.value_of(f"{key}.identification"),
        knowledge_basis=KnowledgeBasis(known) if known else None,
        confidence=state.value_of(f"{key}.confidence"),
        account_checked_by=forms.said(f"{key}.checked_by"),
        account_checked_on=state.value_of(f"{key}.checked_on"),
        barriers=_listed(forms.said(f"{key}.barriers")),
        entry_points=_listed(forms.said(f"{key}.entry_points")),
        added_by=signed,
    )


def lists_in_words(*rows: Mapping[str, object]) -> dict[str, Mapping[Any, str]]:
    """What stands for the lists in these rows of a card, where two versions are compared."""
    return {
        column: {
            row[column]: "; ".join(json.loads(str(row[column]))) for row in rows if row[column]
        }
        for column in ("barriers", "entry_points")
    }


def _lines(texts: tuple[str, ...] | None) -> str:
    return "\n".join(texts or ())


def _listed(text: str | None) -> tuple[str, ...] | None:
    lines = (line.strip() for line in (text or "").splitlines())
    return tuple(line for line in lines if line) or None
