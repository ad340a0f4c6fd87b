"""What needs a decision before an import: cells to put right in place, kind by kind."""

from collections.abc import Sequence
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from landscape.services.importing.plan import Plan
from landscape.services.importing.problems import ANSWER_WORDS, CATALOGUE, Answer, Problem
from landscape.ui import anatomy, importing_draft, importing_names, importing_tens, state
from landscape.ui.importing_draft import Draft
from landscape.ui.importing_rows import Rows
from landscape.ui.text import count, escape

_BY_CELL: Final = frozenset(
    {
        *("missing-name", "number-for-name", "name-too-long", "duplicate-name", "missing-end"),
        *("rating-out-of-range", "depth-out-of-range", "number-for-group", "not-a-number"),
        *("unreadable-date", "unknown-word"),
    }
)


def decisions(draft: Draft, plan: Plan, rows: Rows) -> None:
    """The open problems, by kind; what is decided goes, and what is beyond ten comes up."""
    by_code: dict[str, list[Problem]] = {}
    for problem in asked(plan, rows):
        by_code.setdefault(problem.code, []).append(problem)
    if not by_code:
        return
    st.subheader("What needs a decision", anchor=False)
    anatomy.quiet(f"{count(sum(map(len, by_code.values())), 'decision')} left")
    for code, problems in by_code.items():
        with st.container(border=True, key=importing_tens.key(draft, "kind", code)):
            title = CATALOGUE[code].title
            st.markdown(f"**{title}**" + (f" ({len(problems):,})" if len(problems) > 1 else ""))
            if code == "missing-endpoint":
                importing_names.ask(draft, problems)
            elif CATALOGUE[code].answers:
                _ask(draft, code, problems, rows)
            else:
                for problem in problems[: importing_tens.AT_ONCE]:
                    st.markdown(_said(problem))


def asked(plan: Plan, rows: Rows) -> list[Problem]:
    """The open problems but for names whose own row waits: these are known once it is decided."""
    waiting = {
        rows.who(problem.table, problem.row)
        for problem in plan.open
        if problem.code != "missing-endpoint"
    }
    return [
        problem
        for problem in plan.open
        if problem.code != "missing-endpoint" or problem.value not in waiting
    ]


def _said(problem: Problem) -> str:
    return f"{escape(problem.where)}: {escape(problem.what)} {escape(problem.fix)}"


def _ask(draft: Draft, code: str, problems: Sequence[Problem], rows: Rows) -> None:
    """Cells to put right in place, or to decide about, one by one or all alike.

    Every button takes what was written, whatever else it does.
    """
    placed = [problem for problem in problems if problem.row is not None]
    some = importing_tens.shown(draft, code, placed)
    is_one = len(problems) == 1
    for problem in problems:
        if problem.row is None:
            st.markdown(_said(problem))
    with st.form(importing_tens.key(draft, "fixes", code), border=False):
        for problem in some:
            _ask_one(draft, code, problem, rows, is_one=is_one)
        with st.container(horizontal=True):
            if some and not (is_one and code not in _BY_CELL):
                importing_tens.keep_buttons(draft, code, placed, _take, (draft, tuple(some)))
            for answer in CATALOGUE[code].answers:
                words = ANSWER_WORDS[answer]
                st.form_submit_button(
                    words if is_one else f"{words}: all {len(problems):,}",
                    key=importing_tens.key(draft, "all", code, answer),
                    on_click=_take_all,
                    args=(draft, tuple(some), code, answer),
                )


def _ask_one(draft: Draft, code: str, problem: Problem, rows: Rows, *, is_one: bool) -> None:
    """Whom it is about, place, problem, fix, a cell to write in, and what else may be decided."""
    is_cell = code in _BY_CELL and problem.column is not None
    place: DeltaGenerator
    if is_one or not is_cell:
        said, place = st.columns([6, 3], vertical_alignment="center")
    else:
        said, place, other = st.columns([5, 3, 3], vertical_alignment="center")
    who = rows.who(problem.table, problem.row)
    with said.container(gap="xsmall"):
        if who:
            st.markdown(f"**{escape(who)}**")
        anatomy.quiet(_said(problem))
    if is_cell:
        place.text_input(
            f"Write instead, row {problem.row}",
            value=problem.value or "",
            key=importing_tens.key(draft, "cell", problem.key),
            label_visibility="collapsed",
            placeholder="Write it here",
        )
    if not is_one:
        (other if is_cell else place).selectbox(
            f"Or decide, row {problem.row}",
            CATALOGUE[code].answers,
            index=None,
            format_func=ANSWER_WORDS.__getitem__,
            key=importing_tens.key(draft, "answer", problem.key),
            placeholder="Or decide",
            label_visibility="collapsed",
        )


def _take(draft: Draft, problems: Sequence[Problem]) -> int:
    answers: dict[str, Answer] = {}
    cells: dict[tuple[str, int, str], str] = {}
    for problem in problems:
        written = state.value_of(importing_tens.key(draft, "cell", problem.key))
        answer = state.value_of(importing_tens.key(draft, "answer", problem.key))
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
    return len(answers) + len(cells)


def _take_all(draft: Draft, problems: Sequence[Problem], code: str, answer: Answer) -> None:
    _take(draft, problems)
    importing_draft.decide_all(draft, code, answer)
