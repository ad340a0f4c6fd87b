"""What needs a decision before an import: names nobody knows, and cells to put right in place."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from landscape.services.importing.decisions import Endpoint
from landscape.services.importing.preparing import Plan
from landscape.services.importing.problems import ANSWER_WORDS, CATALOGUE, Answer, Problem
from landscape.ui import importing_draft, state
from landscape.ui.importing_draft import Draft
from landscape.ui.text import escape, shorten

_AT_ONCE: Final = 10
_ADD: Final = "add"
_LEAVE: Final = "leave"
_BY_CELL: Final = frozenset(
    {
        *("missing-name", "number-for-name", "name-too-long", "formula-for-name"),
        *("markup-in-name", "duplicate-name", "rating-out-of-range", "depth-out-of-range"),
        *("number-for-group", "not-a-number", "unreadable-date", "unknown-word", "missing-end"),
    }
)


def decisions(draft: Draft, plan: Plan) -> None:
    """The open problems, by kind; what is decided goes, and what is beyond ten comes up."""
    by_code: dict[str, list[Problem]] = {}
    for problem in plan.open:
        by_code.setdefault(problem.code, []).append(problem)
    if not by_code:
        return
    st.subheader("What needs a decision", anchor=False)
    for code, problems in by_code.items():
        with st.container(border=True):
            title = CATALOGUE[code].title
            st.markdown(f"**{title}**" + (f" ({len(problems)})" if len(problems) > 1 else ""))
            if code == "missing-endpoint":
                _names(draft, problems)
            elif CATALOGUE[code].answers:
                _problems(draft, code, problems)
            else:
                for problem in problems:
                    st.markdown(_said(problem))


def _said(problem: Problem) -> str:
    return f"{escape(problem.where)}: {escape(problem.what)} {escape(problem.fix)}"


def _names(draft: Draft, problems: Sequence[Problem]) -> None:
    """Names that are not among the stakeholders: somebody else's, one to add, or none."""
    some = problems[:_AT_ONCE]
    key = f"names.{draft.round}.{len(draft.decisions.endpoints)}"
    with st.form(key, border=False):
        for number, problem in enumerate(some):
            offers = [*problem.choices, _ADD, _LEAVE]
            st.markdown(f"{escape(problem.where)}: {escape(problem.what)}")
            st.radio(
                f"Who is {shorten(problem.value or '', 40)}?",
                list(range(len(offers))),
                index=None,
                format_func=partial(_choice, tuple(offers)),
                key=f"{key}.{number}",
                label_visibility="collapsed",
            )
        st.form_submit_button(
            "Keep these choices", on_click=_take_names, args=(draft, key, tuple(some))
        )
    everyone = tuple(problem.value or "" for problem in problems)
    with st.container(horizontal=True):
        for label, choice in (
            ("Add all of them", Endpoint(choice="create")),
            ("Leave all their rows out", Endpoint(choice="leave-out")),
        ):
            st.button(
                label,
                key=f"{key}.{choice.choice}",
                on_click=importing_draft.decide_endpoints,
                args=(draft, dict.fromkeys(everyone, choice)),
            )


def _choice(offers: Sequence[str], at: int) -> str:
    offer = offers[at]
    words = {_ADD: "Add it as a stakeholder", _LEAVE: "Leave its rows out"}
    return words.get(offer) or f"It is {escape(shorten(offer, 80))}"


def _take_names(draft: Draft, key: str, problems: Sequence[Problem]) -> None:
    chosen: dict[str, Endpoint] = {}
    for number, problem in enumerate(problems):
        at = state.value_of(f"{key}.{number}")
        if at is None or problem.value is None:
            continue
        if at < len(problem.choices):
            chosen[problem.value] = Endpoint(choice="is", called=problem.choices[at])
        else:
            add = at == len(problem.choices)
            chosen[problem.value] = Endpoint(choice="create" if add else "leave-out")
    importing_draft.decide_endpoints(draft, chosen)


def _problems(draft: Draft, code: str, problems: Sequence[Problem]) -> None:
    """Cells to put right in place, or to decide about, one by one or all alike."""
    some = [problem for problem in problems if problem.row is not None][:_AT_ONCE]
    answers = CATALOGUE[code].answers
    taken = len(draft.decisions.answers) + len(draft.decisions.cells)
    key = f"problems.{draft.round}.{code}.{taken}"
    with st.form(key, border=False):
        for number, problem in enumerate(some):
            st.markdown(_said(problem))
            place = st.container(horizontal=True, vertical_alignment="bottom")
            if code in _BY_CELL:
                place.text_input(
                    "Write instead",
                    value=problem.value or "",
                    key=f"{key}.{number}.cell",
                    width=320,
                )
            place.selectbox(
                "Or",
                answers,
                index=None,
                format_func=ANSWER_WORDS.__getitem__,
                key=f"{key}.{number}.answer",
                placeholder="Not decided",
                width=280,
            )
        if some:
            st.form_submit_button(
                "Keep these choices", on_click=_take_each, args=(draft, key, tuple(some))
            )
    with st.container(horizontal=True):
        for answer in answers:
            st.button(
                f"{ANSWER_WORDS[answer]}: all {len(problems)}"
                if len(problems) > 1
                else ANSWER_WORDS[answer],
                key=f"{key}.all.{answer}",
                on_click=importing_draft.decide_all,
                args=(draft, code, answer),
            )


def _take_each(draft: Draft, key: str, problems: Sequence[Problem]) -> None:
    answers: dict[str, Answer] = {}
    cells: dict[tuple[str, int, str], str] = {}
    for number, problem in enumerate(problems):
        written = state.value_of(f"{key}.{number}.cell")
        answer = state.value_of(f"{key}.{number}.answer")
        if answer is not None:
            answers[problem.key] = Answer(answer)
        elif (
            written is not None
            and written != (problem.value or "")
            and problem.row is not None
            and problem.column is not None
        ):
            cells[(problem.table, problem.row, problem.column)] = str(written)
    importing_draft.decide_each(draft, answers, cells)
