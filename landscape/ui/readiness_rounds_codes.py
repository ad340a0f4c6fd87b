"""Codes of one's own to come in with: drawn, shown once, as texts to copy or slips to print."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from landscape.model.assessment import Round
from landscape.services import rounds
from landscape.services.rounds import Invitation
from landscape.ui import anatomy, context, forms, state
from landscape.ui.context import View
from landscape.ui.readiness import attempt
from landscape.ui.readiness_rounds_slips import slips_page
from landscape.ui.readiness_rounds_words import invitation
from landscape.ui.text import count, escape


def invite(view: View, round_: Round, names: Sequence[str]) -> None:
    """Draw a code for each person, to be shown once."""
    _keep(round_, rounds.invite(view.principal, view.store, view.landscape_id, round_.id, names))


def draw_slips(view: View, round_: Round, number: int) -> None:
    """Draw codes that belong to nobody, to be shown once."""
    _keep(round_, rounds.slips(view.principal, view.store, view.landscape_id, round_.id, number))


def join_address(code: str | None = None) -> str:
    """Where people come in; with a code, they need not type it."""
    address = f"{context.public_address()}/joining"
    return f"{address}?code={code}" if code else address


def shown_once(round_: Round) -> None:
    """The codes that were just drawn; they are kept as marks only, and cannot be shown again."""
    drawn: tuple[Invitation, ...] = state.visit().drafts.get(_key(round_), ())
    if not drawn:
        return
    with st.container(border=True):
        st.subheader("The codes, shown only now", anchor=False)
        st.markdown(
            "Copy or print them before you leave this page: Landscape keeps no copy that could be "
            "read. A lost code can be drawn anew."
        )
        if round_.anonymous:
            _slips(round_, drawn)
        else:
            for one in drawn:
                _for_one(round_, one)
        st.button(
            "I have them",
            icon=":material/check:",
            key=f"codes.kept.{round_.id}",
            on_click=state.visit().drafts.pop,
            args=(_key(round_), None),
        )


def further_codes(view: View, round_: Round) -> None:
    """Draw codes for those who come later, or anew where one was lost."""
    key = f"codes.more.{round_.id}"
    with st.expander("Give out more codes, or a lost one anew"):
        if round_.anonymous:
            st.number_input("How many slips?", 1, 100, 1, key=key, width=200)
        else:
            st.text_area("Names, one a line", key=key, height=90)
        st.button(
            "Draw the codes",
            key=f"{key}.draw",
            on_click=attempt,
            args=(partial(_draw_more, view, round_, key),),
        )


def _draw_more(view: View, round_: Round, key: str) -> None:
    if round_.anonymous:
        draw_slips(view, round_, int(state.value_of(key)))
        return
    lines = (forms.said(key) or "").splitlines()
    names = [name for line in lines if (name := line.strip())]
    forms.require(names, "Write at least one name.")
    invite(view, round_, names)
    state.set_value(key, "")


def _for_one(round_: Round, one: Invitation) -> None:
    name, code, text = st.columns([2, 2, 2], vertical_alignment="center")
    name.markdown(f"**{escape(one.name or '')}**")
    code.code(one.code, language=None)
    with text.popover("Text to copy", width="stretch"):
        address = join_address(one.code)
        st.code(invitation(round_, one.code, address, one.name), language=None, wrap_lines=True)


def _slips(round_: Round, drawn: Sequence[Invitation]) -> None:
    codes = [one.code for one in drawn]
    st.download_button(
        f"Download {count(len(codes), 'slip')} to print",
        slips_page(round_, codes, join_address()),
        file_name="slips.html",
        mime="text/html",
        icon=":material/print:",
        type="primary",
        on_click="ignore",
        key=f"slips.{round_.id}",
    )
    with st.expander("The codes, to copy"):
        st.code("\n".join(codes), language=None)
        anatomy.quiet(
            "Give each to one person, and keep no list of who got which: Landscape knows whether a "
            "code was used, never what was said with it."
        )


def _keep(round_: Round, drawn: Sequence[Invitation]) -> None:
    state.visit().drafts[_key(round_)] = tuple(drawn)


def _key(round_: Round) -> str:
    return f"codes.{round_.id}"
