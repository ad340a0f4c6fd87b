"""What each table and column was taken for: a preview, why, and a way to say otherwise."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from landscape.formats.source import SourceTable
from landscape.services.importing.depth import DEPTH_OF
from landscape.services.importing.plan import Plan
from landscape.services.importing.roles import (
    ROLE_WORDS,
    ROLES,
    ColumnProposal,
    ColumnRole,
    Confidence,
    TableKind,
    TableProposal,
)
from landscape.services.importing.wording import tidy
from landscape.ui import anatomy, importing_decided, importing_draft, state
from landscape.ui.importing_draft import Draft
from landscape.ui.tables import table as show_table
from landscape.ui.text import count, escape, names, shorten
from landscape.ui.words import DEPTH_TIPS

_KINDS: Final = {
    TableKind.STAKEHOLDERS: "Stakeholders",
    TableKind.RELATIONSHIPS: "Relationships",
    TableKind.MEMBERSHIPS: "Who belongs to which group",
    TableKind.SHARED: "Who takes part in what, with others",
    TableKind.ASIDE: "Leave aside",
}
_SAYS: Final = {
    TableKind.STAKEHOLDERS: "stakeholders",
    TableKind.RELATIONSHIPS: "relationships",
    TableKind.MEMBERSHIPS: "who belongs to which group",
    TableKind.SHARED: "who takes part in what",
    TableKind.ASIDE: "left aside",
}
_PLAIN: Final = frozenset({ColumnRole.ATTRIBUTE, ColumnRole.IGNORED})
_PLAIN_FEW: Final = 3
_COLUMNS_MOST: Final = 100
_PREVIEW_ROWS: Final = 5
_WORDS_MOST: Final = 12
_NO_DEPTH: Final = -1


def understood(draft: Draft, tables: Sequence[SourceTable], plan: Plan) -> None:
    """One disclosure a table, those that are read first; open where something is a guess."""
    st.subheader("What we understood", anchor=False)
    importing_decided.remembered(draft)
    numbered = list(enumerate(zip(tables, plan.proposals, strict=False)))
    numbered.sort(key=lambda entry: entry[1][1].kind is TableKind.ASIDE)
    for number, (table, proposal) in numbered:
        guesses = [c for c in proposal.columns if c.confidence is Confidence.GUESS]
        key = f"table.{draft.round}.{number}"
        with st.expander(
            _label(table, proposal, guesses, is_one=len({other.file for other in tables}) == 1),
            expanded=bool(guesses),
            key=key,
            on_change="rerun",
            icon=_icon(proposal.kind, sure=not guesses),
        ) as place:
            if place.open:
                _one_table(draft, key, table, proposal)
    _boundaries_offered(draft, plan)
    importing_decided.so_far(draft)


def _icon(kind: TableKind, *, sure: bool) -> str:
    if kind is TableKind.ASIDE:
        return ":material/remove_circle_outline:"
    return ":material/check_circle:" if sure else ":material/help:"


def _label(
    table: SourceTable, proposal: TableProposal, guesses: Sequence[ColumnProposal], *, is_one: bool
) -> str:
    """Which table, what it holds, how many rows, and how sure that is."""
    name = f"**{escape(shorten(table.sheet or table.file, 60))}**"
    if table.sheet and not is_one:
        name += f" in {escape(shorten(table.file, 40))}"
    parts = [_SAYS[proposal.kind], count(len(table.frame), "row")]
    if guesses:
        parts.append(f"please look at {names([shorten(c.column, 30) for c in guesses], most=3)}")
    return f"{name}: {', '.join(parts)}"


def _one_table(draft: Draft, key: str, table: SourceTable, proposal: TableProposal) -> None:
    came_as = f" It came as {escape(table.form)}." if table.form else ""
    st.markdown(f"{escape(proposal.reason)}{came_as}")
    st.selectbox(
        "It holds",
        list(_KINDS),
        index=list(_KINDS).index(proposal.kind),
        format_func=_KINDS.__getitem__,
        key=f"{key}.kind.{proposal.kind}",
        width=360,
        on_change=_take_kind,
        args=(draft, table.key, f"{key}.kind.{proposal.kind}"),
    )
    if proposal.kind is not TableKind.ASIDE:
        _columns(draft, key, table, proposal)
    anatomy.quiet("The first rows, as they are in the file")
    show_table(
        table.frame.head(_PREVIEW_ROWS).map(lambda cell: shorten(str(cell), 80)),
        alt=f"The first {_PREVIEW_ROWS} rows of {table.key}",
        key=f"{key}.preview",
    )


def _columns(draft: Draft, key: str, table: SourceTable, proposal: TableProposal) -> None:
    """What each column says; those that are only kept, or left out, when they are asked for."""
    numbered = list(enumerate(proposal.columns))
    telling = [entry for entry in numbered if entry[1].role not in _PLAIN]
    plain = [entry for entry in numbered if entry[1].role in _PLAIN]
    for at, column in telling:
        _one_column(draft, f"{key}.{at}", table, proposal.kind, column)
    depth = proposal.column(ColumnRole.DEPTH)
    if depth is not None:
        _depth_words(draft, key, table, depth)
    few = len(plain) <= _PLAIN_FEW
    if few or (
        plain
        and st.toggle(
            f"Show the {len(plain)} columns that are kept as they are, or left out",
            key=f"{key}.all",
        )
    ):
        for at, column in plain[:_COLUMNS_MOST]:
            _one_column(draft, f"{key}.{at}", table, proposal.kind, column)


def _one_column(
    draft: Draft, key: str, table: SourceTable, kind: TableKind, column: ColumnProposal
) -> None:
    """The header with some of its values, what it was taken for, and why."""
    # The key holds the role, so that a role that another choice moved is drawn anew.
    key = f"{key}.{kind}.{column.role}"
    choices = list(ROLES[kind])
    if column.role not in choices:
        choices.append(column.role)
    header, role, reason = st.columns([3, 3, 4], vertical_alignment="center")
    values = tidy(table.frame[column.column].head(200))
    some = [shorten(value, 24) for value in values[values != ""].unique()[:3]]
    header.markdown(f"**{escape(shorten(column.column, 40))}**  \n{escape(', '.join(some))}")
    role.selectbox(
        f"{shorten(column.column, 40)} is",
        choices,
        index=choices.index(column.role),
        format_func=ROLE_WORDS.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=_take_role,
        args=(draft, table.key, column.column, key),
    )
    reason.markdown(
        f":small[{'' if column.confidence is Confidence.SURE else 'Perhaps. '}"
        f"{escape(column.reason)}]"
    )


def _depth_words(draft: Draft, key: str, table: SourceTable, column: str) -> None:
    """How deep a relationship is by each word, which can be said otherwise."""
    words = tidy(table.frame[column]).str.casefold().drop_duplicates()
    words = words[(words != "") & ~words.str.fullmatch(r"[-+\d.,]+")]
    if words.empty:
        return
    st.markdown("How deep does each word go?")
    with st.container(horizontal=True):
        for at, word in enumerate(words.head(_WORDS_MOST)):
            depth = draft.decisions.depths.get(word, DEPTH_OF.get(word))
            choices = [_NO_DEPTH, *DEPTH_TIPS]
            st.selectbox(
                shorten(word, 30),
                choices,
                index=choices.index(_NO_DEPTH if depth is None else depth),
                format_func=lambda depth: DEPTH_TIPS.get(depth, "keep the word as it is"),
                key=f"{key}.depth.{at}",
                width=280,
                on_change=_take_depth,
                args=(draft, word, f"{key}.depth.{at}"),
            )


def _boundaries_offered(draft: Draft, plan: Plan) -> None:
    """Columns that part the stakeholders and could be boundaries, with one tick each."""
    offered = [
        (proposal.table, column)
        for proposal in plan.proposals
        for column in proposal.columns
        if column.could_be_boundary or column.role is ColumnRole.BOUNDARY
    ]
    if not offered:
        return
    st.markdown("**Do these part them, too?** Each one you tick becomes a boundary.")
    with st.container(horizontal=True):
        for number, (table, column) in enumerate(offered):
            key = f"boundary.{draft.round}.{number}"
            st.checkbox(
                escape(shorten(column.column, 40)),
                value=column.role is ColumnRole.BOUNDARY,
                key=key,
                on_change=_take_boundary,
                args=(draft, table, column.column, key),
            )


def _take_kind(draft: Draft, table: str, key: str) -> None:
    importing_draft.decide_kind(draft, table, TableKind(state.value_of(key)))


def _take_role(draft: Draft, table: str, column: str, key: str) -> None:
    importing_draft.decide_role(draft, table, column, ColumnRole(state.value_of(key)))


def _take_depth(draft: Draft, word: str, key: str) -> None:
    depth = int(state.value_of(key))
    importing_draft.decide_depth(draft, word, None if depth == _NO_DEPTH else depth)


def _take_boundary(draft: Draft, table: str, column: str, key: str) -> None:
    role = ColumnRole.BOUNDARY if state.value_of(key) else ColumnRole.ATTRIBUTE
    importing_draft.decide_role(draft, table, column, role)
