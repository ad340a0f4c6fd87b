"""Many questions of a kind, ten at a time, in widgets that keep what was typed."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

import streamlit as st

from landscape.ui.importing_draft import Draft

AT_ONCE: Final = 10

Asked = TypeVar("Asked")


def key(draft: Draft, *parts: str) -> str:
    """The key of a widget; it stays the same whatever else is decided, and so does its content.

    What a question is about can be long and is hostile: the key holds only a digest of it.
    """
    told = hashlib.blake2s("\x1f".join(parts).encode("utf-8", "replace"), digest_size=9)
    return f"import.{draft.round}.{told.hexdigest()}"


def shown(draft: Draft, what: str, many: Sequence[Asked]) -> Sequence[Asked]:
    """Those of many that are on the page."""
    begin_at = draft.begins_at.get(what, 0)
    return many[begin_at : begin_at + AT_ONCE] or many[:AT_ONCE]


def keep_buttons(
    draft: Draft,
    what: str,
    many: Sequence[Any],
    take: Callable[..., int],
    args: tuple[Any, ...],
) -> None:
    """In a form: take what was chosen, and stay, or go on to the next ten where there are more.

    `take` gives how many it took.
    """
    st.form_submit_button(
        "Keep these choices", key=key(draft, "keep", what), on_click=_keep, args=(take, args)
    )
    if len(many) <= AT_ONCE:
        return
    begin_at = draft.begins_at.get(what, 0)
    following = begin_at + AT_ONCE if begin_at + AT_ONCE < len(many) else 0
    left = min(AT_ONCE, len(many) - following)
    st.form_submit_button(
        f"Next {left if left < AT_ONCE else 'ten'}" if following else "Back to the first",
        key=key(draft, "next", what),
        icon=":material/arrow_forward:" if following else ":material/first_page:",
        on_click=_turn,
        args=(draft, what, following, take, args),
    )


def _keep(take: Callable[..., int], args: tuple[Any, ...]) -> None:
    take(*args)


def _turn(
    draft: Draft, what: str, begin_at: int, take: Callable[..., int], args: tuple[Any, ...]
) -> None:
    taken = take(*args)
    draft.begins_at[what] = max(0, begin_at - taken)  # what was decided leaves the list
