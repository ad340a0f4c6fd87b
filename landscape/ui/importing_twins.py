"""Names that may be one, side by side; and raters who contradict themselves. Both may stay open."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from landscape.services.importing.changes import Twin
from landscape.services.importing.decisions import Conflicting
from landscape.services.importing.plan import Plan
from landscape.ui import anatomy, derived, importing_draft, importing_tens, state
from landscape.ui.context import View
from landscape.ui.importing_draft import Draft
from landscape.ui.importing_rows import Rows
from landscape.ui.text import count, escape, shorten, told_apart

_WHAT: Final = "twins"
_RIGHT, _LEFT, _TWO = "right", "left", "two"
_COUNTS: Final[Mapping[Conflicting, str]] = {
    "all": "Keep all of them; the middle one is drawn",
    "deepest": "The deepest",
    "last": "The last in the file",
}


def twins(view: View, draft: Draft, plan: Plan, rows: Rows) -> None:
    """Pairs of names that read much alike: one, two, or another name for one of them."""
    if not plan.twins:
        return
    st.subheader("Are these the same?", anchor=False)
    anatomy.quiet(
        f"{count(len(plan.twins), 'pair')} left. You can leave them open; then they are two."
    )
    some = tuple(importing_tens.shown(draft, _WHAT, plan.twins))
    with (
        st.container(border=True, key=importing_tens.key(draft, "kind", _WHAT)),
        st.form(importing_tens.key(draft, "fixes", _WHAT), border=False),
    ):
        for twin in some:
            _ask_one(view, draft, twin, rows)
        with st.container(horizontal=True):
            importing_tens.keep_buttons(draft, _WHAT, plan.twins, _take, (draft, some))
            if len(plan.twins) > 1:
                for label, choice in (
                    ("They are all different", _TWO),
                    ("Make one of each pair", _RIGHT),
                ):
                    st.form_submit_button(
                        f"{label}: {len(plan.twins):,}",
                        key=importing_tens.key(draft, "all", _WHAT, choice),
                        on_click=_take_all,
                        args=(draft, some, plan.twins, choice),
                    )


def _ask_one(view: View, draft: Draft, twin: Twin, rows: Rows) -> None:
    left, right, choice = st.columns([3, 3, 4], vertical_alignment="top")
    left.text_input(
        "In your file",
        value=twin.left,
        key=_key(draft, twin, "name"),
        help="You can give it another name here.",
    )
    with left:
        anatomy.quiet(escape(rows.about(twin.left)))
    with right:
        anatomy.quiet("On the map" if twin.on_map else "In your file, too")
        st.markdown(f"**{escape(shorten(twin.right, 80))}**")
        about = _on_map(view, twin.right) if twin.on_map else rows.about(twin.right)
        anatomy.quiet(escape(about))
    called = told_apart({_RIGHT: twin.right, _LEFT: twin.left}, 60)
    words = {side: f"One: {escape(name)}" for side, name in called.items()}
    words[_TWO] = "Two different ones"
    choice.radio(
        "One or two?",
        [_RIGHT, _TWO] if twin.on_map else [_RIGHT, _LEFT, _TWO],
        index=None,
        format_func=words.__getitem__,
        key=_key(draft, twin, "choice"),
        help=escape(twin.why) if twin.why else None,
    )


def _on_map(view: View, name: str) -> str:
    """What the map says of a stakeholder, in a few words."""
    there = derived.stakeholder_list(view)
    found = there[there["name"] == name]
    if found.empty:
        return ""
    first = found.iloc[0]
    said = [str(first[column]) for column in ("kind", "group", "place") if column in first]
    return "; ".join(word for word in said if word and word not in ("nan", "None", "<NA>"))


def _key(draft: Draft, twin: Twin, what: str) -> str:
    return importing_tens.key(draft, _WHAT, twin.left, twin.right, what)


def _take(draft: Draft, some: Sequence[Twin]) -> int:
    same: dict[str, str] = {}
    apart: set[tuple[str, str]] = set()
    for twin in some:
        written = str(state.value_of(_key(draft, twin, "name")) or "").strip()
        choice = state.value_of(_key(draft, twin, "choice"))
        if choice == _RIGHT:
            same[twin.left] = twin.right
        elif choice == _LEFT:
            same[twin.right] = twin.left
        elif choice == _TWO:
            apart.add((twin.left, twin.right))
        if written and written != twin.left and choice != _RIGHT:
            same[twin.left] = written
    importing_draft.decide_twins(draft, same, apart)
    return len(same) + len(apart)


def _take_all(draft: Draft, some: Sequence[Twin], all_of: Sequence[Twin], choice: str) -> None:
    """Decide all pairs alike, but those that somebody just chose otherwise for."""
    _take(draft, some)
    decided = draft.decisions
    left = [
        twin
        for twin in all_of
        if not ({twin.left, twin.right} & set(decided.same))
        and not decided.are_apart(twin.left, twin.right)
    ]
    if choice == _TWO:
        importing_draft.decide_twins(draft, {}, {(twin.left, twin.right) for twin in left})
    else:
        importing_draft.decide_twins(draft, {twin.left: twin.right for twin in left}, ())


def conflicting(draft: Draft, plan: Plan) -> None:
    """One rater says different things of one relationship: which of them counts."""
    found = [problem for problem in plan.problems if problem.code == "conflicting-reports"]
    if not found and draft.decisions.conflicting == "all":
        return
    with st.container(border=True, key=importing_tens.key(draft, "kind", "conflicting")):
        st.markdown(
            "**Some say different things of the same relationship.** "
            f"{count(len(found), 'relationship')}, such as {escape(found[0].value or '')}."
            if found
            else "**Some say different things of the same relationship.**"
        )
        key = importing_tens.key(draft, "conflicting")
        st.radio(
            "What counts?",
            list(_COUNTS),
            index=list(_COUNTS).index(draft.decisions.conflicting),
            format_func=_COUNTS.__getitem__,
            key=key,
            horizontal=True,
            on_change=_take_conflicting,
            args=(draft, key),
        )


def _take_conflicting(draft: Draft, key: str) -> None:
    importing_draft.decide_conflicting(draft, state.value_of(key))
