"""Names that are not among the stakeholders: somebody else's, one to add, or none."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from landscape.services.importing.decisions import Endpoint
from landscape.services.importing.problems import Problem
from landscape.ui import anatomy, importing_draft, importing_tens, state
from landscape.ui.importing_draft import Draft
from landscape.ui.text import escape, shorten, told_apart

_CODE = "missing-endpoint"


def ask(draft: Draft, problems: Sequence[Problem]) -> None:
    """Each name with those it may stand for; every button takes what was chosen above it."""
    some = tuple(importing_tens.shown(draft, _CODE, problems))
    near = sum(1 for problem in problems if problem.choices)
    with st.form(importing_tens.key(draft, "fixes", _CODE), border=False):
        for problem in some:
            _ask_one(draft, problem)
        with st.container(horizontal=True):
            importing_tens.keep_buttons(draft, _CODE, problems, _take, (draft, some))
            if near and len(problems) > 1:
                st.form_submit_button(
                    f"Take the first suggestion: all {near:,}",
                    on_click=_take_all,
                    args=(draft, some, tuple(problems), "is"),
                )
            st.form_submit_button(
                "Add all of them",
                on_click=_take_all,
                args=(draft, some, tuple(problems), "create"),
            )
            st.form_submit_button(
                "Leave all their rows out",
                on_click=_take_all,
                args=(draft, some, tuple(problems), "leave-out"),
            )


def _ask_one(draft: Draft, problem: Problem) -> None:
    said, choice = st.columns([4, 5], vertical_alignment="top")
    with said.container(gap="xsmall"):
        st.markdown(f"**{escape(shorten(problem.value or '', 80))}**")
        anatomy.quiet(f"{escape(problem.where)}: {escape(problem.what)}")
    choice.radio(
        f"Who is meant, row {problem.row}",
        list(range(len(problem.choices) + 2)),
        index=None,
        format_func=partial(_word, problem.choices),
        key=importing_tens.key(draft, "name", problem.value or ""),
        label_visibility="collapsed",
    )


def _word(choices: Sequence[str], at: int) -> str:
    if at >= len(choices):
        return "Add it as a stakeholder" if at == len(choices) else "Leave its rows out"
    labels = told_apart({str(number): name for number, name in enumerate(choices)}, 80)
    return f"It is {escape(labels[str(at)])}"


def _take(draft: Draft, problems: Sequence[Problem]) -> int:
    chosen: dict[str, Endpoint] = {}
    for problem in problems:
        name = problem.value or ""
        at = state.value_of(importing_tens.key(draft, "name", name))
        if at is None:
            continue
        if at < len(problem.choices):
            chosen[name] = Endpoint(choice="is", called=problem.choices[at])
        else:
            add = at == len(problem.choices)
            chosen[name] = Endpoint(choice="create" if add else "leave-out")
    importing_draft.decide_endpoints(draft, chosen)
    return len(chosen)


def _take_all(
    draft: Draft, shown: Sequence[Problem], problems: Sequence[Problem], choice: str
) -> None:
    """Decide all names alike, but those that somebody just chose otherwise for."""
    _take(draft, shown)
    names = {problem.value or "": problem.choices for problem in problems}
    left = {name: of for name, of in names.items() if name not in draft.decisions.endpoints}
    if choice == "is":
        found = {name: Endpoint(choice="is", called=of[0]) for name, of in left.items() if of}
    elif choice == "create":
        found = dict.fromkeys(left, Endpoint(choice="create"))
    else:
        found = dict.fromkeys(left, Endpoint(choice="leave-out"))
    importing_draft.decide_endpoints(draft, found)
